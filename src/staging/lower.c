/* Pages and targets stay as they were laid out: what is drawn is moved, and fingers are read as if they were higher (stage/stage.c). */
#include "staging/lower.h"

#include "layout/lowered.h"
#include "page/reach.h"

#include <math.h>

enum { LOWER_MS = 300 };

static struct lowered by(const struct stage *stage)
{
    return (struct lowered){.page = stage->style.page, .by_px = stage->shown.lowered_px};
}

void lower_to(struct stage *stage, int part, int64_t now_ms)
{
    struct tween *at = &stage->lowering.at;

    stage->lowering.part = int_clamp(part, 0, stage->style.reach.parts);
    tween_run(at, (float)reach_px(&stage->style.reach, stage->lowering.part), now_ms, stage->style.still ? 0 : LOWER_MS);
    at->start_ms -= TWEEN_HEAD_START_MS;
    if (stage->focused.action.kind == ACTION_LOWER) /* it stays on that key, which asks for something else now */
        stage->focused.action.argument = stage->lowering.part < stage->style.reach.parts;
}

void lower_return(struct stage *stage, int64_t now_ms)
{
    lower_to(stage, 0, now_ms);
    if (stage->fade.duration_ms > 0)
        tween_set(&stage->lowering.at, 0);
}

void lower_settle(struct stage *stage)
{
    stage->lowering.part = int_min(stage->lowering.part, stage->style.reach.parts);
    tween_set(&stage->lowering.at, (float)reach_px(&stage->style.reach, stage->lowering.part));
}

int lower_px(const struct stage *stage, int64_t now_ms)
{
    return stage->attract.on ? 0 : (int)lroundf(tween_at(&stage->lowering.at, now_ms));
}

struct draw_list lower_page(const struct stage *stage, const struct draw_list *list)
{
    struct lowered lowered = by(stage);

    lowered.ground = stage->style.colours.bar;
    return lowered.by_px > 0 ? lowered_list(stage->arena, list, &lowered, 0) : *list;
}

struct draw_list lower_overlay(const struct stage *stage, const struct draw_list *list, bool whole)
{
    struct lowered lowered = by(stage);

    return lowered.by_px > 0 ? lowered_list(stage->arena, list, &lowered, !whole) : *list;
}

void lower_marks(struct stage *stage, int first)
{
    struct lowered lowered = by(stage);

    if (lowered.by_px > 0)
        lowered_marks(&stage->marks.list, &lowered, first);
}

void lower_covers(struct stage *stage)
{
    struct frame *frame = &stage->frame;

    for (int i = 0; i < frame->cover_count && stage->shown.lowered_px > 0; i++) {
        frame->covers[i].place = lower_seen(stage, frame->covers[i].place);
        frame->covers[i].hidden = lower_seen(stage, frame->covers[i].hidden);
    }
}

struct rect lower_seen(const struct stage *stage, struct rect rect)
{
    struct rect page = stage->style.page;

    return stage->shown.lowered_px == 0 || rect.y >= page.y + page.h ? rect
                                                                     : rect_common(rect_moved(rect, 0, stage->shown.lowered_px), page);
}
