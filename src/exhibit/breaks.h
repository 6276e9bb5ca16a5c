/* Where the axis of time is broken: long stretches in which nothing begins or ends take less room than they lasted. */
#pragma once

#include "exhibit/model.h"

/* Fills exhibit.breaks, if exhibit.compress asks for it; events and eras are by date. In the arena. */
void breaks_find(struct exhibit *exhibit, struct arena *arena);
