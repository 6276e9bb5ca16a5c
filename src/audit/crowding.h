/* Whether a panel's texts, and its block, have the room they need. */
#pragma once

#include "audit/auditor.h"

/* scene: of a panel. Returns its block's place (panel_fit). */
struct rect crowding_check(struct auditor *a, const struct scene *scene);
