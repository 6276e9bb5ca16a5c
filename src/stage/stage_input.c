/* What fingers do: each drag moves one thing, told by where it began and which way it went. */
#include "stage/stage_state.h"

#include <math.h>

enum { SETTLE_MS = 300, COAST_MS = 900, DOUBLE_TAP_MS = 400 };

static const float TURN_SHARE = 0.3F;  /* of a page: let go beyond it, the page turns */
static const float AWAY_SHARE = 0.15F; /* of the screen: a card dragged down so far closes */
static const float PINCH_OUT = 1.25F, PINCH_IN = 0.8F;
static const float DOUBLE_TAP_ZOOM = 2.5F, DOUBLE_TAP_MM = 20;

/* Points and bars on the axis answer too, though they are no targets: keys find each event once. */
static struct action mark_at(struct stage *stage, struct point at, int64_t now_ms)
{
    struct scene scene = stage_scene_context(stage);
    int event = -1;

    if (stage_on_timeline(stage) && rect_contains(stage->style.page, at))
        event = timeline_event_at(&scene, timeline_motion_at(&stage->time, now_ms), at);
    return event >= 0 ? (struct action){ACTION_EVENT, event} : (struct action){0};
}

static struct action target_at(struct stage *stage, struct point at, int64_t now_ms)
{
    const struct page *pages[] = {stage_over(stage, now_ms), stage_page(stage, now_ms)};

    for (size_t p = 0; p < COUNTOF(pages); p++)
        for (int i = pages[p]->target_count - 1; i >= 0; i--)
            if (rect_contains(page_reach(pages[p], &pages[p]->targets[i]), at))
                return pages[p]->targets[i].action;
    return mark_at(stage, at, now_ms);
}

/* The thing there; what only closes a card is shown on the card's own key. */
static struct spot spot_at(struct stage *stage, struct point at, int64_t now_ms)
{
    struct spot spot = {.action = target_at(stage, at, now_ms)};
    struct target all[STAGE_TARGETS_MAX];
    int count = stage_targets(stage, now_ms, all);

    for (int i = count - 1; i >= 0; i--)
        if (all[i].action.kind == spot.action.kind && all[i].action.argument == spot.action.argument && rect_contains(all[i].rect, at))
            return stage_spot(all, i);
    return spot;
}

/* Only the strip's pages slide. */
static bool on_strip(const struct stage *stage)
{
    return stage->cover_count == 0 && stage->base == BASE_STRIP;
}

/* From its down to its up it does nothing else. */
static bool has_caught(const struct stage *stage, const struct gesture *g)
{
    return stage->caught && stage->caught_by == g->id;
}

bool stage_hands_free(const struct stage *stage)
{
    return stage->drag == DRAG_NOTHING && stage->pinch == PINCH_NOTHING;
}

static void note_catch(struct stage *stage, const struct gesture *g)
{
    stage->caught = true;
    stage->caught_by = g->id;
}

/* What moves by itself is caught by the finger that comes down on it. */
static void press(struct stage *stage, const struct gesture *g)
{
    struct tween *scroll = stage_scroll(stage, g->ms).tween;

    stage->focus = (struct spot){0};
    if (has_caught(stage, g)) /* and was taken up again meanwhile */
        stage->caught = false;
    if (tween_running(scroll, g->ms))
        tween_set(scroll, tween_at(scroll, g->ms));
    if (stage_on_timeline(stage) && timeline_motion_running(&stage->time, g->ms) && rect_contains(stage->style.page, g->at)) {
        timeline_motion_hold(&stage->time, g->ms);
        note_catch(stage, g);
        return;
    }
    if (on_strip(stage) && tween_running(&stage->strip, g->ms) && rect_contains(stage->style.page, g->at)) {
        tween_hold(&stage->strip, g->ms);
        note_catch(stage, g);
        return;
    }
    stage->pressed = spot_at(stage, g->at, g->ms);
}

/* Where a held strip runs when it is let go. A finger that did not move it, or was taken away, changes nothing; a throw decides; a page
 * caught in mid-turn goes to the nearer side; one that was at rest turns when it was moved far enough. */
static int page_let_go(const struct stage *stage, const struct gesture *g)
{
    float at = stage->strip.from, bound = stage->strip.to, moved = at - bound;
    bool across = fabsf(g->velocity.x) > fabsf(g->velocity.y);

    if (g->kind != GESTURE_DRAG_END || stage->drag != DRAG_STRIP)
        return (int)lroundf(bound);
    if (g->flick && across)
        return (int)(g->velocity.x < 0 ? ceilf(at) : floorf(at));
    if (has_caught(stage, g))
        return (int)lroundf(at);
    return (int)(fabsf(moved) < TURN_SHARE ? lroundf(bound) : (long)(moved > 0 ? ceilf(at) : floorf(at)));
}

/* Whatever a finger held runs on. */
static void let_go(struct stage *stage, const struct gesture *g)
{
    float at = stage->strip.from;
    int before = stage_strip_page(stage), page = int_clamp(page_let_go(stage, g), STRIP_HOME, stage_strip_last(stage));

    if (stage->time.held) {
        struct scene scene = stage_scene_context(stage);
        bool thrown = g->kind == GESTURE_DRAG_END && stage->drag == DRAG_TIME && g->flick && !stage_reduced(stage);

        timeline_motion_let_go(&stage->time, thrown ? timeline_share_of(&scene, g->velocity) : 0, g->ms);
    }
    if (!stage->strip.held)
        return;
    tween_set(&stage->strip, at);
    tween_run(&stage->strip, (float)page, g->ms, stage_reduced(stage) ? 0 : SETTLE_MS);
    if (page == before)
        return;
    stage->bound_page = STRIP_HOME;
    stage_log_scene(stage, stage->via);
}

/* ---- the picture view ---- */

static void hold_picture(struct stage *stage, int64_t now_ms)
{
    stage->pinch_view = stage_picture_view(stage, now_ms);
    tween_hold(&stage->zoom, now_ms);
    tween_hold(&stage->view_x, now_ms);
    tween_hold(&stage->view_y, now_ms);
}

/* While held: stands in this view, as far as the picture goes. */
static void set_picture(struct stage *stage, struct picture_view view)
{
    struct scene scene = stage_scene_context(stage);

    scene.item = stage->covers[0].item;
    view = picture_bounded(&scene, view);
    stage->zoom.from = view.zoom;
    stage->view_x.from = view.x;
    stage->view_y.from = view.y;
}

static void rest_picture(struct stage *stage, int64_t now_ms)
{
    struct picture_view view = stage_picture_view(stage, now_ms);

    tween_set(&stage->zoom, view.zoom);
    tween_set(&stage->view_x, view.x);
    tween_set(&stage->view_y, view.y);
}

/* The view in which the point of the picture that is seen at `from` in one view stands at `to` in another size. */
static struct picture_view view_about(struct stage *stage, struct picture_view view, float zoom, struct point from, struct point to)
{
    struct scene scene = stage_scene_context(stage);

    scene.item = stage->covers[0].item;
    zoom = picture_bounded(&scene, (struct picture_view){zoom, view.x, view.y}).zoom;

    struct rect before = picture_rect(&scene, view), after = picture_rect(&scene, (struct picture_view){zoom, view.x, view.y});
    float x = (from.x - (float)before.x) / (float)before.w, y = (from.y - (float)before.y) / (float)before.h;
    struct size screen = stage->frame.size;

    return (struct picture_view){zoom, x - (to.x - (float)screen.w / 2) / (float)after.w,
                                 y - (to.y - (float)screen.h / 2) / (float)after.h};
}

/* ---- the timeline's strip ---- */

static bool on_overview(struct stage *stage, struct point at)
{
    struct scene scene = stage_scene_context(stage);

    return stage_on_timeline(stage) && timeline_on_overview(&scene, at);
}

static double overview_day(struct stage *stage, struct point at)
{
    struct scene scene = stage_scene_context(stage);

    return timeline_overview_day(&scene, stage->time.limits, at);
}

/* The window is taken where the finger took it; beside it, it comes under the finger. */
static void grab_overview(struct stage *stage, struct point at, int64_t now_ms)
{
    struct timeline_window view;

    timeline_motion_hold(&stage->time, now_ms);
    view = timeline_motion_at(&stage->time, now_ms);
    stage->grab_days = overview_day(stage, at) - view.start;
    if (stage->grab_days < 0 || stage->grab_days > view.days)
        stage->grab_days = view.days / 2;
}

static void tap_overview(struct stage *stage, struct point at, int64_t now_ms)
{
    double days = stage->time.to.days;

    timeline_motion_run(&stage->time, (struct timeline_window){overview_day(stage, at) - days / 2, days}, now_ms);
}

/* ---- drags ---- */

/* Panels behind one notice look alike: the finger takes hold of the last of them on its way, and what was bound for is kept in mind. */
static void take_last_alike(struct stage *stage, int by, int64_t now_ms)
{
    int page = stage_strip_page(stage), next = stage_neighbour(stage, page, by);

    if (next == page || next == page + by || tween_running(&stage->strip, now_ms))
        return;
    if (stage->bound_page == STRIP_HOME)
        stage->bound_page = page;
    tween_set(&stage->strip, (float)(next - by));
}

static void drag_begin(struct stage *stage, const struct gesture *g)
{
    float dx = fabsf(g->at.x - g->start.x), dy = fabsf(g->at.y - g->start.y);
    const struct cover *cover = stage_cover(stage);
    struct stage_scroll scroll = stage_scroll(stage, g->ms);
    bool away = cover && g->at.y > g->start.y && scroll.tween->to <= 0; /* a card at its top is pulled away */
    bool upright = dy > dx, in_page = rect_contains(stage->style.page, g->start);

    stage->drag = DRAG_NOTHING;
    stage->drag_at = g->at;
    if (stage_on_picture(stage)) {
        stage->drag = DRAG_PICTURE;
        hold_picture(stage, g->ms);
    } else if (upright && !away && scroll.page->scroll.max_px > 0 && in_page && (cover || stage->base == BASE_STRIP)) {
        stage->drag = DRAG_SCROLL;
        tween_hold(scroll.tween, g->ms);
        let_go(stage, g);
    } else if (cover) {
        stage->drag = upright ? DRAG_AWAY : DRAG_NOTHING;
    } else if (on_overview(stage, g->start)) {
        stage->drag = DRAG_OVERVIEW;
        grab_overview(stage, g->start, g->ms);
    } else if (stage->base == BASE_TIMELINE && in_page) {
        stage->drag = DRAG_TIME;
        timeline_motion_hold(&stage->time, g->ms);
    } else if (!upright && in_page && on_strip(stage)) {
        stage->drag = DRAG_STRIP;
        take_last_alike(stage, g->at.x < g->start.x ? 1 : -1, g->ms);
        tween_hold(&stage->strip, g->ms);
    }
}

static void drag_move(struct stage *stage, const struct gesture *g)
{
    struct point by = {g->at.x - stage->drag_at.x, g->at.y - stage->drag_at.y};
    struct stage_scroll scroll = stage_scroll(stage, g->ms);
    struct scene scene = stage_scene_context(stage);

    stage->drag_at = g->at;
    switch (stage->drag) {
    case DRAG_STRIP:
        if (stage->strip.held)
            tween_move(&stage->strip, -by.x / (float)stage->frame.size.w, STRIP_HOME, (float)stage_strip_last(stage));
        break;
    case DRAG_SCROLL:
        if (scroll.tween->held)
            tween_move(scroll.tween, -by.y, 0, (float)scroll.page->scroll.max_px);
        break;
    case DRAG_TIME:
        if (stage->time.held)
            timeline_motion_drag(&stage->time, timeline_share_of(&scene, by));
        break;
    case DRAG_OVERVIEW:
        if (stage->time.held)
            timeline_motion_seek(&stage->time, overview_day(stage, g->at) - stage->grab_days);
        break;
    case DRAG_PICTURE:
        if (stage->zoom.held && stage_shows_picture(stage)) {
            struct picture_view view = stage_picture_view(stage, g->ms);

            set_picture(stage, view_about(stage, view, view.zoom, (struct point){0, 0}, by));
        }
        break;
    case DRAG_AWAY:
    case DRAG_NOTHING:
        break;
    }
}

static void end_scroll(struct stage *stage, const struct gesture *g)
{
    struct stage_scroll scroll = stage_scroll(stage, g->ms);
    bool thrown = g->flick && !stage_reduced(stage); /* without motion the text stays where the finger left it */
    float at = scroll.tween->from, reach = tween_reach(at, thrown ? -g->velocity.y : 0, COAST_MS);

    if (!scroll.tween->held)
        return;
    reach = float_clamp(reach, 0, (float)scroll.page->scroll.max_px);
    tween_set(scroll.tween, at);
    tween_run(scroll.tween, roundf(reach), g->ms, thrown ? COAST_MS : 0);
}

static void drag_end(struct stage *stage, const struct gesture *g)
{
    bool done = g->kind == GESTURE_DRAG_END;
    float down = g->at.y - g->start.y;

    if (stage->drag == DRAG_SCROLL)
        end_scroll(stage, g);
    if (stage->drag == DRAG_PICTURE)
        rest_picture(stage, g->ms);
    if (stage->drag == DRAG_AWAY && done && down > 0 && (g->flick || down > AWAY_SHARE * (float)stage->frame.size.h))
        stage_close(stage, g->ms);
    let_go(stage, g);
    stage->drag = DRAG_NOTHING;
}

/* ---- pinches ---- */

static void pinch_begin(struct stage *stage, const struct gesture *g)
{
    stage->pinch = PINCH_LETTERS;
    if (stage_on_picture(stage)) {
        stage->pinch = PINCH_PICTURE;
        hold_picture(stage, g->ms);
    } else if (stage_on_timeline(stage)) {
        stage->pinch = PINCH_TIME;
        timeline_motion_hold(&stage->time, g->ms);
    }
}

/* On pictures and the timeline things grow about the fingers; on a page or a card fingers spread ask for larger letters. */
static void pinch(struct stage *stage, const struct gesture *g)
{
    struct scene scene = stage_scene_context(stage);

    switch (stage->pinch) {
    case PINCH_PICTURE:
        if (stage->zoom.held && stage_shows_picture(stage))
            set_picture(stage, view_about(stage, stage->pinch_view, stage->pinch_view.zoom * g->scale, g->start, g->at));
        break;
    case PINCH_TIME:
        if (stage->time.held)
            timeline_motion_pinch(&stage->time, (double)g->scale, timeline_share_at(&scene, g->start), timeline_share_at(&scene, g->at));
        break;
    case PINCH_LETTERS:
        if (g->scale < PINCH_OUT && g->scale > PINCH_IN)
            break;
        stage->pinch = PINCH_NOTHING; /* once is enough */
        stage_closer(stage, g->scale > 1 ? 1 : -1, g->ms);
        break;
    case PINCH_NOTHING:
        break;
    }
}

static void pinch_end(struct stage *stage, const struct gesture *g)
{
    if (stage->zoom.held)
        rest_picture(stage, g->ms);
    let_go(stage, g);
    stage->pinch = PINCH_NOTHING;
}

/* ---- taps ---- */

/* A second tap on the picture looks closer there, or shows all of it again. True: it was one. */
static bool tap_picture(struct stage *stage, const struct gesture *g)
{
    float far = hypotf(g->start.x - stage->tap_at.x, g->start.y - stage->tap_at.y);
    bool second = g->ms - stage->tap_ms < DOUBLE_TAP_MS && far < DOUBLE_TAP_MM * stage->style.px_per_mm;
    struct picture_view view = {stage->zoom.to, stage->view_x.to, stage->view_y.to};

    stage->tap_ms = second ? 0 : g->ms;
    stage->tap_at = g->start;
    if (!second)
        return false;
    if (view.zoom > 1)
        stage_picture_run(stage, (struct picture_view){1, 0.5F, 0.5F}, g->ms);
    else
        stage_picture_run(stage, view_about(stage, view, DOUBLE_TAP_ZOOM, g->start, g->start), g->ms);
    return true;
}

static void tap(struct stage *stage, const struct gesture *g)
{
    struct action action = target_at(stage, g->start, g->ms);

    stage->pressed = (struct spot){0};
    if (!stage_hands_free(stage) && (has_caught(stage, g) || action.kind == ACTION_NONE)) /* another finger moves what is there */
        return;
    if (has_caught(stage, g))
        let_go(stage, g);
    else if (action.kind == ACTION_NONE && stage_on_picture(stage))
        tap_picture(stage, g);
    else if (action.kind == ACTION_NONE && on_overview(stage, g->start))
        tap_overview(stage, g->start, g->ms);
    else
        stage_act(stage, action, g->ms);
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
        stage->pressed = (struct spot){0};
        if (stage_hands_free(stage) && has_caught(stage, g))
            let_go(stage, g);
        break;
    case GESTURE_LONG_PRESS:
        stage->pressed = (struct spot){0};
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
        pinch(stage, g);
        break;
    case GESTURE_PINCH_END:
        pinch_end(stage, g);
        break;
    }
}

void stage_drain_gestures(struct stage *stage)
{
    struct gesture g;

    while (gestures_next(&stage->gestures, &g))
        if (!stage->attract)
            handle(stage, &g);
}

void stage_pointer(struct stage *stage, const struct pointer_sample *sample, enum via via)
{
    bool asked = stage_countdown(stage, sample->ms) > 0, slept = stage->attract, down = sample->kind == POINTER_DOWN;
    bool felt = gestures_sample(&stage->gestures, sample);

    stage->via = via;
    if (felt && down && (slept || asked)) /* this touch says only: here I am */
        gestures_ignore(&stage->gestures, sample->id);
    if (felt)
        stage_felt(stage, sample->ms);
    stage_drain_gestures(stage);
    if (felt && down && slept)
        stage_wake(stage, sample->ms);
}

void stage_cancel(struct stage *stage, int64_t now_ms)
{
    gestures_cancel_all(&stage->gestures, now_ms);
    stage_drain_gestures(stage);
    stage->pressed = (struct spot){0};
}
