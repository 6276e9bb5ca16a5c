/* Names become indices: what chapters, panels, events and texts name is found among what there is, or reported. */
#pragma once

#include "load/gathered.h"

/* Marks an event that has lost its notice, to be taken out when names are resolved. finding: index of the one that says why; -1: none. */
void resolve_lose_event(struct gathered *gathered, int event, int finding);
/* Sorts eras and events by date, resolves all names but pictures, leaves out what has lost its notice, and gives each draft its chapter,
 * layout and place. */
void resolve_names(struct gathered *gathered);
