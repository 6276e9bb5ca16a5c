/* Both are the page's in front: a focus that is out of view scrolls into it. */
#include "staging/sight.h"

#include "staging/lower.h"
#include "staging/show.h"

#include <math.h>

enum { SCROLL_MS = 300 };

struct tween *sight_scroll(struct stage *stage)
{
    struct overlay *top = stage->overlays.count > 0 ? &stage->overlays.list[stage->overlays.count - 1] : NULL;

    return top && !top->scene.ops->whole ? &top->scroll : pager_scroll(&stage->pager);
}

bool sight_scroll_by(struct stage *stage, int by_px, int64_t now_ms)
{
    struct tween *scroll = sight_scroll(stage);
    float to = float_clamp(scroll->to + (float)by_px, 0, (float)show_front_page(stage)->scroll.max_px);

    if (to == scroll->to)
        return false;
    tween_run(scroll, to, now_ms, stage->style.still ? 0 : SCROLL_MS);
    scroll->start_ms -= TWEEN_HEAD_START_MS;
    return true;
}

/* From the top of a target to the foot of its last part. */
static int whole_height(const struct targets *targets, int index)
{
    int last = index;

    while (last + 1 < targets->count && targets->list[last + 1].more)
        last++;
    return targets->list[last].rect.y + targets->list[last].rect.h - targets->list[index].rect.y;
}

/* Of a page that was brought down. */
static bool is_behind_bar(const struct stage *stage, struct rect rect)
{
    return rect.y + rect.h + (int)stage->lowering.at.to > stage->style.bar.y && rect.y < stage->style.bar.y;
}

/* The focus goes to a target of the last frame, which scrolls into view. */
static void focus_index(struct stage *stage, int index, int64_t now_ms)
{
    const struct scroll_area *area = &show_front_page(stage)->scroll;
    const struct target *target = &stage->shown.targets.list[index];

    struct rect stands = target->rect; /* where it comes to stand */

    stage->focused = targets_id(&stage->shown.targets, index);
    if (target->scrolled) {
        stands.y += area->at_px - (int)sight_scroll(stage)->to;

        int below = stands.y + whole_height(&stage->shown.targets, index) - area->rect.y - area->rect.h, above = area->rect.y - stands.y;
        int by = above > 0 ? -above : below > 0 ? int_min(below, -above) : 0;

        if (by != 0)
            sight_scroll_by(stage, by, now_ms);
        stands.y -= by;
    }
    if (stage->lowering.part > 0 && is_behind_bar(stage, stands))
        lower_to(stage, 0, now_ms);
}

void sight_focus_on(struct stage *stage, struct action action, int64_t now_ms)
{
    struct target_id id = {.action = action};
    int index = targets_find(&stage->shown.targets, id);

    stage->focused = id;
    if (index >= 0)
        focus_index(stage, index, now_ms);
}

bool sight_focus_next(struct stage *stage, int by, int64_t now_ms)
{
    const struct targets *targets = &stage->shown.targets;
    int next = targets_next(targets, targets_find(targets, stage->focused), by);

    if (next >= 0)
        focus_index(stage, next, now_ms);
    return next >= 0;
}

bool sight_focus_group(struct stage *stage, int64_t now_ms)
{
    const struct targets *targets = &stage->shown.targets;
    int from = targets_find(targets, stage->focused), next = targets_next(targets, from < 0 ? -1 : targets_group_of(targets, from).last, 1);

    if (next >= 0)
        focus_index(stage, next, now_ms);
    return next >= 0;
}

bool sight_focus_towards(struct stage *stage, struct point way, int64_t now_ms)
{
    const struct targets *targets = &stage->shown.targets;
    int from = targets_find(targets, stage->focused), to = from < 0 ? -1 : targets_towards(targets, from, way);

    if (from < 0)
        return sight_focus_next(stage, 1, now_ms);
    if (to >= 0)
        focus_index(stage, to, now_ms);
    return to >= 0 || way.y != 0;
}
