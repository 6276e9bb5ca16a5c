/* Presses: what each finger that is down came down on. A finger acts as it is lifted, and only if that still stands there: the page may
 * have turned meanwhile, by another's hand. */
#pragma once

#include "input/gesture.h"
#include "page/targets.h"
#include "scene/scene.h"

/* scene: whose page it stands on; ops NULL: on none, as the keys of the bar, which are the same below all pages. target.action ACTION_NONE:
 * no target, but a place of that scene. by: id of the contact. */
struct press {
    bool on;
    int64_t by;
    struct scene_ref scene;
    struct target_id target;
};

struct presses {
    struct press list[GESTURE_CONTACTS_MAX];
};

/* One more finger. */
void presses_add(struct presses *presses, struct press press);
/* That finger's, which ends by it; not `on` if there is none. */
struct press presses_take(struct presses *presses, int64_t by);
/* Whether both are on the same: the one when the finger came down, the other where it is lifted. */
bool presses_agree(const struct press *one, const struct press *other);
