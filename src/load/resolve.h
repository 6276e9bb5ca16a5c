/* Names become indices: what chapters, panels, events and texts name is found among what there is, or told. */
#pragma once

#include "load/gathered.h"

/* Marks an event that has lost its notice, to be taken out when names are resolved. The finding tells why; -1: none does. */
void resolve_lose_event(struct gathered *gathered, int event, int finding);
/* Sorts eras and events by date, resolves all names but pictures, leaves out what has lost its notice, and gives each draft its chapter,
 * layout and place. */
void resolve_names(struct gathered *gathered);
