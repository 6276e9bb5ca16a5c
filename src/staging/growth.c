/* Without motion nothing grows: it is there, or gone, at once. */
#include "staging/growth.h"

#include "staging/show.h"

void growth_open_picture(struct stage *stage, struct scene_ref scene, int64_t now_ms)
{
    struct scene context = show_context(stage);

    context.item = scene.item;
    if (stage->style.still || rect_is_empty(stage->fade.from))
        return;
    picture_window_grow(&stage->picture, &context, stage->fade.from, now_ms);
    stage->fade.duration_ms = 0;
}

void growth_close_picture(struct stage *stage, struct scene_ref scene, int64_t now_ms)
{
    struct scene context = show_context(stage);
    struct leaving leaving = {scene, stage->picture};

    context.item = scene.item;
    if (stage->style.still || !picture_window_shrink(&leaving.window, &context, now_ms))
        return;
    stage->leaving = leaving;
    stage->fade.duration_ms = 0;
}
