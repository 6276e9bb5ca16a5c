/* Gestures in the order they came; what moves by itself is caught by the finger that comes down on it. */
#include "stage/touch.h"

#include "stage/act.h"
#include "stage/block.h"
#include "stage/leafing.h"
#include "staging/show.h"
#include "staging/sight.h"
#include "timeline/overview.h"

#include <math.h>

enum { SETTLE_MS = 300, COAST_MS = 900 };

static const float TURN_SHARE = 0.3F;  /* of a page: let go beyond it, the page turns */
static const float AWAY_SHARE = 0.15F; /* of the screen: a card dragged down so far closes; */
static const float THROWN_MM = 15;     /* thrown, it must have come so far: fingers that stray are fast too */
static const float PINCH_OUT = 1.25F, PINCH_IN = 0.8F;

static bool in_page(const struct stage *stage, struct point at)
{
    return rect_contains(stage->style.page, at);
}

/* Only the pager's pages slide. */
static bool on_pager(const struct stage *stage)
{
    return stage->overlays.count == 0 && !stage->alone;
}

static bool on_time(const struct stage *stage)
{
    return show_top(stage).ops->window == WINDOW_TIME;
}

/* The overview answers to fingers where the scene in front is the timeline. */
static bool on_overview(const struct stage *stage, const struct gesture *g)
{
    struct scene scene = show_scene(stage, g->ms, false);

    return on_time(stage) && timeline_overview_contains(&scene, g->start);
}

/* What the scene answers there beside its page's targets. */
static struct action action_at(const struct scene_ops *ops, const struct scene *scene, struct point at)
{
    return ops->touch ? ops->touch(scene, at) : (struct action){.kind = ACTION_NONE};
}

/* What the finger is on where it came down. */
static struct press press_of(const struct stage *stage, const struct gesture *g)
{
    struct press press = shown_press_at(&stage->shown, g->start);
    struct action *action = &press.target.action;
    struct scene scene = show_scene(stage, g->ms, false);

    press.on = true;
    press.by = g->id;
    if (g->start.y < 0) /* above a page that was brought down */
        *action = (struct action){.kind = ACTION_LOWER};
    if (action->kind == ACTION_EXPLORE)
        *action = block_at(stage, g->start);
    if (action->kind == ACTION_NONE)
        *action = action_at(show_top(stage).ops, &scene, g->start);
    return press;
}

/* From its down to its up it does nothing else. */
static bool has_caught(const struct stage *stage, const struct gesture *g)
{
    return stage->hands.caught && stage->hands.caught_by == g->id;
}

static void press(struct stage *stage, const struct gesture *g)
{
    struct tween *scroll = sight_scroll(stage);
    bool catches_time = on_time(stage) && axis_motion_running(&stage->time.motion, g->ms) && in_page(stage, g->at);
    bool catches_page = on_pager(stage) && tween_running(&stage->pager.at, g->ms) && in_page(stage, g->at);

    stage->focused = (struct target_id){0};
    if (has_caught(stage, g)) /* and was taken up again meanwhile */
        stage->hands.caught = false;
    if (tween_running(scroll, g->ms))
        tween_set(scroll, tween_at(scroll, g->ms));
    if (catches_time)
        time_window_hold(&stage->time, g->ms);
    if (catches_page)
        tween_hold(&stage->pager.at, g->ms);
    if (hands_free(&stage->hands) && leafing_begin(stage, g))
        return;
    if (!catches_time && !catches_page) {
        struct press made = press_of(stage, g);

        presses_add(&stage->hands.presses, made);
        block_touch(stage, made.target.action, g->ms);
        return;
    }
    stage->hands.caught = true;
    stage->hands.caught_by = g->id;
}

/* Where a held pager runs when it is let go. A finger that did not move it, or was taken away, changes nothing; a throw decides; a page
 * caught in mid-turn goes to the nearer side; one that was at rest turns when it was moved far enough. */
static int page_let_go(const struct stage *stage, const struct gesture *g)
{
    float at = stage->pager.at.from, bound = stage->pager.at.to, moved = at - bound;
    bool across = fabsf(g->velocity.x) > fabsf(g->velocity.y);

    if (g->kind != GESTURE_DRAG_END || stage->hands.drag != DRAG_PAGER)
        return (int)lroundf(bound);
    if (g->flick && across)
        return (int)(g->velocity.x < 0 ? ceilf(at) : floorf(at));
    if (has_caught(stage, g))
        return (int)lroundf(at);
    return (int)(fabsf(moved) < TURN_SHARE ? lroundf(bound) : (long)(moved > 0 ? ceilf(at) : floorf(at)));
}

static void let_go_of_pager(struct stage *stage, const struct gesture *g)
{
    struct tween *at = &stage->pager.at;
    int before = pager_page(&stage->pager), page = int_clamp(page_let_go(stage, g), PAGER_HOME, pager_last(show_path(stage)));

    if (!at->held)
        return;
    tween_set(at, at->from);
    tween_run(at, (float)page, g->ms, stage->style.still ? 0 : SETTLE_MS);
    if (page == before)
        return;
    stage->pager.bound_page = PAGER_HOME;
    act_log_scene(stage, stage->visit.via);
}

/* Whatever a finger held runs on. */
static void let_go(struct stage *stage, const struct gesture *g)
{
    struct scene scene = show_context(stage);
    bool thrown = g->kind == GESTURE_DRAG_END && stage->hands.drag == DRAG_TIME && g->flick && !stage->style.still;

    time_window_let_go(&stage->time, &scene, thrown ? g->velocity : (struct point){0, 0}, g->ms);
    let_go_of_pager(stage, g);
}

/* ---- drags ---- */

/* Panels behind one notice look alike: the finger takes hold of the last of them on its way, and what was bound for is kept in mind. */
static void take_last_alike(struct stage *stage, int by, int64_t now_ms)
{
    int page = pager_page(&stage->pager), next = pager_neighbour(show_path(stage), stage->visit.answered, page, by);

    if (next == page || next == page + by || tween_running(&stage->pager.at, now_ms))
        return;
    if (stage->pager.bound_page == PAGER_HOME)
        stage->pager.bound_page = page;
    tween_set(&stage->pager.at, (float)(next - by));
}

static void take_hold(struct stage *stage, const struct gesture *g)
{
    struct scene scene = show_scene(stage, g->ms, false);

    switch (stage->hands.drag) {
    case DRAG_PAGER:
        take_last_alike(stage, g->at.x < g->start.x ? 1 : -1, g->ms);
        tween_hold(&stage->pager.at, g->ms);
        break;
    case DRAG_SCROLL:
        tween_hold(sight_scroll(stage), g->ms);
        let_go(stage, g);
        break;
    case DRAG_TIME:
        time_window_hold(&stage->time, g->ms);
        break;
    case DRAG_OVERVIEW:
        time_window_grab(&stage->time, &scene, g->start, g->ms);
        break;
    case DRAG_PICTURE:
        picture_window_hold(&stage->picture, g->ms);
        break;
    case DRAG_SPOTS:
        block_drag(stage, g);
        break;
    case DRAG_PROGRESS:
        leafing_move(stage, g->at);
        break;
    case DRAG_AWAY:
    case DRAG_NOTHING:
        break;
    }
}

static void drag_begin(struct stage *stage, const struct gesture *g)
{
    const struct scene_ops *ops = show_top(stage).ops;
    struct scene scene = show_scene(stage, g->ms, false);

    stage->hands.drag = leafing_is(stage, g) ? DRAG_PROGRESS
                        : ops->drag          ? ops->drag(&scene, (struct drag_start){g->start, g->at})
                                             : DRAG_NOTHING;
    stage->hands.drag_at = g->at;
    take_hold(stage, g);
}

/* The scene of the picture that is seen; it may lie below a card that another finger opened. */
static struct scene picture_scene(const struct stage *stage)
{
    struct scene scene = show_context(stage);

    scene.item = show_behind(stage).item;
    scene.window.which = stage->picture.which;
    scene.window.detail = stage->picture.detail;
    return scene;
}

static bool shows_picture(const struct stage *stage)
{
    return show_behind(stage).ops->window == WINDOW_PICTURE;
}

static void drag_move(struct stage *stage, const struct gesture *g)
{
    struct point by = {g->at.x - stage->hands.drag_at.x, g->at.y - stage->hands.drag_at.y};
    struct scene scene = picture_scene(stage);
    struct tween *scroll = sight_scroll(stage);

    stage->hands.drag_at = g->at;
    switch (stage->hands.drag) {
    case DRAG_PAGER:
        if (stage->pager.at.held)
            tween_move(&stage->pager.at, -by.x / (float)show_step_px(stage), PAGER_HOME, (float)pager_last(show_path(stage)));
        break;
    case DRAG_SCROLL:
        if (scroll->held)
            tween_move(scroll, -by.y, 0, (float)show_front_page(stage)->scroll.max_px);
        break;
    case DRAG_TIME:
        time_window_drag(&stage->time, &scene, by);
        break;
    case DRAG_OVERVIEW:
        time_window_seek(&stage->time, &scene, g->at);
        break;
    case DRAG_PICTURE:
        if (shows_picture(stage))
            picture_window_drag(&stage->picture, &scene, by, g->ms);
        break;
    case DRAG_SPOTS:
        block_drag(stage, g);
        break;
    case DRAG_PROGRESS:
        leafing_move(stage, g->at);
        break;
    case DRAG_AWAY:
    case DRAG_NOTHING:
        break;
    }
}

static void end_scroll(struct stage *stage, const struct gesture *g)
{
    struct tween *scroll = sight_scroll(stage);
    bool thrown = g->flick && !stage->style.still; /* without motion the text stays where the finger left it */
    float at = scroll->from, reach = tween_reach(at, thrown ? -g->velocity.y : 0, COAST_MS);

    if (!scroll->held)
        return;
    tween_set(scroll, at);
    tween_run(scroll, roundf(float_clamp(reach, 0, (float)show_front_page(stage)->scroll.max_px)), g->ms, thrown ? COAST_MS : 0);
}

static void let_go_of_picture(struct stage *stage, const struct gesture *g)
{
    struct scene scene = picture_scene(stage);
    struct action action = shows_picture(stage) ? picture_window_swipe(&stage->picture, &scene, g) : (struct action){.kind = ACTION_NONE};

    picture_window_rest(&stage->picture, g->ms);
    act(stage, action, g->ms);
}

/* A card is pulled off what lies below it, or thrown. */
static bool goes_away(const struct stage *stage, const struct gesture *g)
{
    float down = g->at.y - g->start.y;
    bool thrown = g->flick && g->velocity.y > fabsf(g->velocity.x) && down > THROWN_MM * stage->style.px_per_mm;

    return g->kind == GESTURE_DRAG_END && (thrown || down > AWAY_SHARE * (float)stage->frame.size.h);
}

static void drag_end(struct stage *stage, const struct gesture *g)
{
    if (stage->hands.drag == DRAG_SCROLL)
        end_scroll(stage, g);
    if (stage->hands.drag == DRAG_PICTURE)
        let_go_of_picture(stage, g);
    if (stage->hands.drag == DRAG_PROGRESS && g->kind == GESTURE_DRAG_END)
        leafing_end(stage, g->at, g->ms);
    if (stage->hands.drag == DRAG_AWAY && goes_away(stage, g))
        act(stage, (struct action){.kind = ACTION_CLOSE}, g->ms);
    let_go(stage, g);
    stage->hands.drag = DRAG_NOTHING;
}

/* ---- pinches ---- */

static void pinch_begin(struct stage *stage, const struct gesture *g)
{
    static const enum pinch of_window[] = {[WINDOW_NONE] = PINCH_LETTERS, [WINDOW_TIME] = PINCH_TIME, [WINDOW_PICTURE] = PINCH_PICTURE};

    stage->hands.pinch = of_window[show_top(stage).ops->window];
    if (stage->hands.pinch == PINCH_PICTURE)
        picture_window_hold(&stage->picture, g->ms);
    if (stage->hands.pinch == PINCH_TIME)
        time_window_hold(&stage->time, g->ms);
}

/* On pictures and the timeline things grow about the fingers; on a page or a card fingers spread ask for larger letters. */
static void pinch_move(struct stage *stage, const struct gesture *g)
{
    struct scene scene = picture_scene(stage);

    switch (stage->hands.pinch) {
    case PINCH_PICTURE:
        if (shows_picture(stage))
            picture_window_pinch(&stage->picture, &scene, g);
        break;
    case PINCH_TIME:
        time_window_pinch(&stage->time, &scene, g);
        break;
    case PINCH_LETTERS:
        if (g->scale < PINCH_OUT && g->scale > PINCH_IN)
            break;
        stage->hands.pinch = PINCH_NOTHING; /* once is enough */
        act(stage, (struct action){.kind = ACTION_CLOSER, .argument = g->scale > 1 ? 1 : -1}, g->ms);
        break;
    case PINCH_NOTHING:
        break;
    }
}

static void pinch_end(struct stage *stage, const struct gesture *g)
{
    if (stage->picture.zoom.held)
        picture_window_rest(&stage->picture, g->ms);
    if (stage->hands.pinch == PINCH_PICTURE && stage->picture.pinched_away && shows_picture(stage))
        act(stage, (struct action){.kind = ACTION_CLOSE}, g->ms);
    let_go(stage, g);
    stage->hands.pinch = PINCH_NOTHING;
}

/* ---- taps ---- */

/* A tap where nothing answers: on a picture or on time it means the place. */
static void tap_place(struct stage *stage, const struct gesture *g)
{
    struct scene scene = show_scene(stage, g->ms, false);

    if (show_top(stage).ops->window == WINDOW_PICTURE)
        picture_window_tap(&stage->picture, &scene, g);
    else if (on_overview(stage, g))
        time_window_go(&stage->time, &scene, g->start, g->ms);
    else if (on_time(stage) && in_page(stage, g->start))
        time_window_tap(&stage->time, &scene, g);
}

/* What was pressed acts if it still stands there. */
static void tap_press(struct stage *stage, const struct gesture *g)
{
    struct press made = presses_take(&stage->hands.presses, g->id), now;

    if (!made.on)
        return;
    show_frame(stage, g->ms); /* fingers may come faster than pictures */
    now = press_of(stage, g);
    if (!presses_agree(&made, &now))
        return;
    if (now.target.action.kind != ACTION_NONE)
        act(stage, now.target.action, g->ms);
    else if (hands_free(&stage->hands)) /* else another finger moves what is there */
        tap_place(stage, g);
}

static void tap(struct stage *stage, const struct gesture *g)
{
    if (leafing_is(stage, g))
        leafing_end(stage, g->at, g->ms);
    else if (!has_caught(stage, g))
        tap_press(stage, g);
    else if (hands_free(&stage->hands))
        let_go(stage, g);
}

static void handle(struct stage *stage, const struct gesture *g)
{
    switch (g->kind) {
    case GESTURE_PRESS:
        press(stage, g);
        break;
    case GESTURE_TAP:
        tap(stage, g);
        break;
    case GESTURE_RELEASE:
        presses_take(&stage->hands.presses, g->id);
        if (leafing_is(stage, g))
            leafing_lift(stage);
        if (hands_free(&stage->hands) && has_caught(stage, g))
            let_go(stage, g);
        break;
    case GESTURE_LONG_PRESS:
        presses_take(&stage->hands.presses, g->id);
        break;
    case GESTURE_DRAG_BEGIN:
        drag_begin(stage, g);
        break;
    case GESTURE_DRAG:
        drag_move(stage, g);
        break;
    case GESTURE_DRAG_END:
    case GESTURE_DRAG_CANCEL:
        drag_end(stage, g);
        break;
    case GESTURE_PINCH_BEGIN:
        pinch_begin(stage, g);
        break;
    case GESTURE_PINCH:
        pinch_move(stage, g);
        break;
    case GESTURE_PINCH_END:
        pinch_end(stage, g);
        break;
    }
}

void touch_gestures(struct stage *stage)
{
    struct gesture g;

    while (gestures_next(&stage->hands.gestures, &g)) {
        if (stage->attract.on)
            continue;
        handle(stage, &g);
    }
    leafing_settle(stage);
}
