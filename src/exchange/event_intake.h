/* Rows of events into config/timeline.yaml. */
#pragma once

#include "exchange/event_rows.h"

/* The list of events that there are, NULL for none; of config/timeline.yaml, which is begun where there is none. */
const struct node *event_intake_events(struct intake *intake);
/* Cells that differ change their event, rows without an event become one, behind the last one before it in time. Empty cells change
 * nothing, and no event is taken away. */
void event_intake(struct intake *intake, const struct event_rows *rows);
