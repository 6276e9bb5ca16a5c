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

/* ---- groups ---- */

enum { STEPPED_TO_MOST = 8 /* things; of more, groups are the shorter way */ };

static int things_in(const struct targets *targets, int from, int to)
{
    int things = 0;

    for (int i = from; i < to; i++)
        things += !targets->list[i].more;
    return things;
}

/* Of so many things, where there are `all` of them on the screen. */
static int groups_of(int things, int all)
{
    int most = int_max(1, (int)ceil(sqrt(all)));

    return (things + most - 1) / most;
}

int targets_groups(const struct targets *targets)
{
    int page = int_min(targets->of_page, targets->count), all = things_in(targets, 0, targets->count), things = things_in(targets, 0, page);

    return all <= STEPPED_TO_MOST ? 0 : groups_of(things, all) + groups_of(all - things, all);
}

/* As even as they can be: the nth thing is in the group of its share. */
struct targets_group targets_group_of(const struct targets *targets, int index)
{
    int page = int_min(targets->of_page, targets->count);
    bool on_page = index < page;
    int from = on_page ? 0 : page, to = on_page ? page : targets->count, things = int_max(1, things_in(targets, from, to));
    int groups = int_max(1, groups_of(things, things_in(targets, 0, targets->count)));
    int meant = (things_in(targets, from, index + 1) - 1) * groups / things;
    struct targets_group group = {.first = -1};

    for (int i = from, nth = -1; i < to; i++) {
        nth += !targets->list[i].more;
        if (nth * groups / things != meant)
            continue;
        group.first = group.first < 0 ? i : group.first;
        group.last = i;
        group.things += !targets->list[i].more;
    }
    return group;
}
