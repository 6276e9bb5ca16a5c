/* How to begin: in the bar at the foot of all that attract shows, a button for each language, always in the same place. */
#pragma once

#include "page/page.h"

/* At its end, where visitors may set something for themselves, the sign of that: ACTION_OPEN, with the same argument. Where buttons lead:
 * ACTION_WAKE, with the argument that `argument` gives for this item and each language. */
void invitation_put(const struct scene *scene, int (*argument)(int item, int language));
