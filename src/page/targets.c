/* Distances between rectangles; what scrolls comes before what does not. */
#include "page/targets.h"

#include <math.h>

static int first_part(const struct targets *targets, int index)
{
    const struct target *at = &targets->list[index];

    while (at > targets->list && at->more)
        at--;
    return (int)(at - targets->list);
}

struct target_id targets_id(const struct targets *targets, int index)
{
    struct target_id id = {.action = targets->list[index].action};

    index = first_part(targets, index);
    for (int i = 0; i < index; i++)
        id.nth += !targets->list[i].more && action_equal(targets->list[i].action, id.action);
    return id;
}

int targets_find(const struct targets *targets, struct target_id id)
{
    for (int i = 0; i < targets->count && id.action.kind != ACTION_NONE; i++)
        if (!targets->list[i].more && action_equal(targets->list[i].action, id.action) && id.nth-- == 0)
            return i;
    return -1;
}

int targets_next(const struct targets *targets, int from, int by)
{
    int at = from >= 0 ? from : by > 0 ? targets->count - 1 : 0;

    if (targets->count == 0)
        return -1;
    do
        at = (at + by + targets->count) % targets->count;
    while (targets->list[at].more);
    return at;
}

/* How far one target is from another in a direction: along it from middle to middle, aside what lies between their sides. */
struct distance {
    float along, aside, off; /* off: aside from middle to middle */
};

static int between(struct rect from, struct rect to, bool across)
{
    if (across)
        return int_max(0, int_max(to.x - from.x - from.w, from.x - to.x - to.w));
    return int_max(0, int_max(to.y - from.y - from.h, from.y - to.y - to.h));
}

static struct distance distance_to(struct rect from, struct rect to, struct point way)
{
    float x = (float)to.x + (float)to.w / 2 - (float)from.x - (float)from.w / 2;
    float y = (float)to.y + (float)to.h / 2 - (float)from.y - (float)from.h / 2;

    if (way.y != 0)
        return (struct distance){y * way.y, (float)between(from, to, true), fabsf(x)};
    return (struct distance){x * way.x, (float)between(from, to, false), fabsf(y)};
}

int targets_towards(const struct targets *targets, int from, struct point way)
{
    static const float ASIDE_COST = 1000, OFF_COST = 0.01F, UNSCROLLED_COST = 1e6F; /* of equals the one whose middle is nearest */
    const struct target *here = &targets->list[from];
    int best = -1;
    float best_cost = INFINITY;

    for (int i = 0; i < targets->count; i++) {
        const struct target *there = &targets->list[i];
        struct distance to = distance_to(here->rect, there->rect, way);
        float cost = to.along + ASIDE_COST * to.aside + OFF_COST * to.off;

        if (here->scrolled && !there->scrolled) /* what scrolls goes on below what does not */
            cost += UNSCROLLED_COST;
        if (to.along > 1 && to.aside <= (way.x != 0 ? 0 : to.along) && cost < best_cost) {
            best_cost = cost;
            best = i;
        }
    }
    return best;
}
