/* Whether words or keys of a block stand on what the panel's picture keeps, where that lies under it. What stands beside the block does
 * not count: in languages that are read the other way it stands on the other side, and the picture does not. */
#pragma once

#include "audit/auditor.h"

/* scene: of a panel, whose page is filled. place: its block's. */
void covering_check(struct auditor *a, const struct scene *scene, struct rect place);
