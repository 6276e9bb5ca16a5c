/* The marks are no targets: keys have other ways to every panel. */
#include "stage/leafing.h"

#include "progress/progress.h"
#include "stage/act.h"
#include "staging/show.h"

enum { AWAY = 3 /* times the marks' reach above them, a finger has slid off */ };

static struct rect reach_of(const struct stage *stage)
{
    struct scene scene = show_context(stage);

    return progress_reach(&scene, stage->shown.progress);
}

bool leafing_begin(struct stage *stage, const struct gesture *press)
{
    if (stage->hands.leafing.on || !rect_contains(reach_of(stage), press->at) ||
        shown_press_at(&stage->shown, press->at).target.action.kind != ACTION_NONE)
        return false;
    stage->hands.leafing = (struct leafing){.on = true, .by = press->id};
    leafing_move(stage, press->at);
    return true;
}

bool leafing_is(const struct stage *stage, const struct gesture *gesture)
{
    return stage->hands.leafing.on && stage->hands.leafing.by == gesture->id;
}

void leafing_move(struct stage *stage, struct point at)
{
    struct scene scene = show_context(stage);
    struct rect reach = reach_of(stage);
    bool off = rect_is_empty(reach) || at.y < (float)(reach.y - AWAY * reach.h);

    stage->hands.leafing.place = off ? 0 : 1 + progress_at(&scene, stage->shown.progress, at.x);
}

void leafing_end(struct stage *stage, struct point at, int64_t now_ms)
{
    struct path path = show_path(stage);

    leafing_move(stage, at);
    int place = stage->hands.leafing.place - 1;

    if (place >= 0 && place < path_length(path))
        act(stage, (struct action){.kind = ACTION_PANEL, .argument = path_panel(path, place)}, now_ms);
    leafing_lift(stage);
}

void leafing_lift(struct stage *stage)
{
    stage->hands.leafing.lifted = true;
}

void leafing_settle(struct stage *stage)
{
    if (stage->hands.leafing.lifted && stage->hands.drag != DRAG_PROGRESS)
        stage->hands.leafing = (struct leafing){0};
}
