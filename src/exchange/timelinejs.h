/* A sheet as TimelineJS has it (Year, Month, Day, Headline, Text, Media, Type, Group, ...): its rows become events, groups lanes, rows of
 * the type "era" eras, and the headline of the title row the exhibit's title; all in the exhibit's first language. */
#pragma once

#include "exchange/event_intake.h"

/* Whether the headings are those of such a sheet. */
bool timelinejs_is(const struct table_row *headings);
void timelinejs_intake(struct intake *intake, const struct incoming *incoming);
