/* A list as long as there are fingers: of each there is one press at a time (input/gesture.h). */
#include "wings/presses.h"

void presses_add(struct presses *presses, struct press press)
{
    struct press *place = &presses->list[0]; /* of one whose end never came, if all are taken */

    for (int i = GESTURE_CONTACTS_MAX - 1; i >= 0; i--)
        if (!presses->list[i].on)
            place = &presses->list[i];
    *place = press;
    place->on = true;
}

struct press presses_take(struct presses *presses, int64_t by)
{
    struct press taken = {.on = false};

    for (int i = 0; i < GESTURE_CONTACTS_MAX && !taken.on; i++) {
        if (!presses->list[i].on || presses->list[i].by != by)
            continue;
        taken = presses->list[i];
        presses->list[i].on = false;
    }
    return taken;
}

bool presses_agree(const struct press *one, const struct press *other)
{
    return one->on && other->on && scene_equal(one->scene, other->scene) && action_equal(one->target.action, other->target.action);
}
