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

/* The middle of each is at the height of the other, wherever the page is scrolled to. */
static bool beside(const struct target *one, const struct target *other)
{
    int middle = one->rect.y + one->rect.h / 2, other_middle = other->rect.y + other->rect.h / 2;

    return one->scrolled == other->scrolled && middle >= other->rect.y && middle < other->rect.y + other->rect.h &&
           other_middle >= one->rect.y && other_middle < one->rect.y + one->rect.h;
}

/* The place in the list behind the things that stand in a row with that one. */
static int row_end(const struct targets *targets, int from, int to)
{
    int end = from + 1;

    while (end < to && (targets->list[end].more || beside(&targets->list[from], &targets->list[end])))
        end++;
    return end;
}

/* Where the group that begins there ends: behind whole rows, or, where the first has too many things, behind its even share of them. */
static int group_end(const struct targets *targets, int from, int to, int most)
{
    int end = row_end(targets, from, to), row = things_in(targets, from, end), things = row;
    int parts = int_max(1, (row + most - 1) / most), share = (row + parts - 1) / parts;

    if (row > most) {
        for (end = from, things = 0; things < share || targets->list[end].more; end++)
            things += !targets->list[end].more;
        return end;
    }
    while (end < to) {
        int next = row_end(targets, end, to);

        things += things_in(targets, end, next);
        if (things > most)
            break;
        end = next;
    }
    return end;
}

/* The group that a target is in; groups: how many there are up to that one. */
static struct targets_group walk_groups(const struct targets *targets, int index, int *groups)
{
    int page = int_min(targets->of_page, targets->count), most = (int)ceil(sqrt(things_in(targets, 0, targets->count)));
    struct targets_group group = {.last = -1};

    for (*groups = 0; group.last < index; ++*groups) {
        int from = group.last + 1, end = group_end(targets, from, from < page ? page : targets->count, int_max(1, most));

        group = (struct targets_group){from, end - 1, things_in(targets, from, end)};
    }
    return group;
}

int targets_groups(const struct targets *targets)
{
    int groups;

    if (things_in(targets, 0, targets->count) <= STEPPED_TO_MOST)
        return 0;
    walk_groups(targets, targets->count - 1, &groups);
    return groups;
}

struct targets_group targets_group_of(const struct targets *targets, int index)
{
    int groups;

    return walk_groups(targets, index, &groups);
}
