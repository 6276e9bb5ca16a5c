/* Whether a panel's texts, and its chart or map, have the room they need. */
#pragma once

#include "audit/auditor.h"

/* Where the panel's chart or map is written; no file where it has none. */
struct origin crowding_block_origin(const struct panel *panel);
/* scene: of a panel. Returns its block's place (panel_fit). */
struct rect crowding_check(struct auditor *a, const struct scene *scene);
