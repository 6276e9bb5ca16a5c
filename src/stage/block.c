/* A spot is found on the page that is on the screen; what is chosen is kept by the pager, as a page's scroll is. */
#include "stage/block.h"

#include "page/spots.h"
#include "staging/show.h"

bool block_step(struct stage *stage, struct action action, int64_t now_ms)
{
    if (!stage->style.still)
        fade_begin(&stage->fade, now_ms, BLOCK_STEP_FADE_MS);
    stage->pager.stepped_page = pager_page(&stage->pager);
    stage->pager.map_step = action.argument;
    return true;
}

/* At once, without a fade: a finger that drags goes from one to the next. */
bool block_choose(struct stage *stage, struct action action, int64_t now_ms)
{
    struct scene_ref top = show_top(stage);
    const struct block *block = show_block(stage, top);
    struct pager_block place = show_block_place(stage, top);

    if (!block || show_front_page(stage)->spots.count == 0)
        return false;
    stage->pager.told_until_ms = block->told_ms > 0 ? now_ms + block->told_ms * idle_patience(show_is_unhurried(stage)) : CLOCK_NEVER;
    if (block->told_ms > 0 && action.argument > 0)
        visit_light(&stage->visit, top.item, action.argument);
    if (pager_chosen(&stage->pager, place) == action.argument)
        return false;
    stage->pager.chosen_of = place;
    stage->pager.chosen = action.argument;
    return true;
}

bool block_explore(struct stage *stage, struct action action, int64_t now_ms)
{
    (void)action;
    return block_choose(stage, (struct action){.kind = ACTION_CHOOSE, .argument = int_min(1, spots_last(show_front_page(stage)))}, now_ms);
}

struct action block_at(const struct stage *stage, struct point at)
{
    const struct spot *spot = spots_near(show_front_page(stage), at, ACTION_NONE, stage->style.target_px);

    return spot ? spots_action(spot, at) : (struct action){.kind = ACTION_NONE};
}

void block_touch(struct stage *stage, struct action touched, int64_t now_ms)
{
    if (touched.kind == ACTION_CHOOSE)
        block_choose(stage, touched, now_ms);
    else if (touched.kind != ACTION_STEP)
        block_choose(stage, (struct action){.kind = ACTION_CHOOSE, .argument = 0}, now_ms);
}

void block_drag(struct stage *stage, const struct gesture *g)
{
    struct scene scene = show_scene(stage, g->ms, false);
    const struct spot *from = spots_near(scene.page, g->start, ACTION_NONE, stage->style.target_px);
    const struct spot *to = from ? spots_near(scene.page, g->at, from->action.kind, stage->frame.size.w + stage->frame.size.h) : NULL;

    if (to && to->action.kind == ACTION_CHOOSE)
        block_choose(stage, to->action, g->ms);
    if (to && to->action.kind == ACTION_STEP && to->action.argument != scene.step)
        block_step(stage, to->action, g->ms);
}
