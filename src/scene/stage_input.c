/* What touches and keys do. */
#include "scene/stage_state.h"

#include <math.h>

enum { SETTLE_MS = 300, SCROLL_MS = 300, COAST_MS = 900, SETTINGS_FADE_MS = 250, KEY_LINES = 3 };

static const float TURN_SHARE = 0.3F; /* of a page: let go beyond it, the page turns */
static const float PINCH_OUT = 1.25F, PINCH_IN = 0.8F;

/* ---- actions ---- */

static void remember(struct stage *stage)
{
    if (stage->history_count == STAGE_HISTORY) {
        for (int i = 1; i < STAGE_HISTORY; i++)
            stage->history[i - 1] = stage->history[i];
        stage->history_count--;
    }
    stage->history[stage->history_count++] = stage_strip_page(stage);
}

static void go_back(struct stage *stage, int64_t now_ms)
{
    int page = stage_strip_page(stage);

    if (page == STRIP_HOME) {
        stage_attract(stage, now_ms, stage->via);
        return;
    }
    stage_go(stage, stage->history_count > 0 ? stage->history[--stage->history_count] : STRIP_HOME, now_ms);
}

static void change_settings(struct stage *stage, struct settings settings, int64_t now_ms)
{
    stage_fade(stage, now_ms, SETTINGS_FADE_MS);
    stage->settings = settings;
    stage_make_look(stage);
    for (int i = 0; i < STAGE_SLOTS; i++)
        stage->slots[i].used = false;
    glide_set(&stage->scroll, 0);
    stage_log_settings(stage, stage->via);
}

/* The page that is shown has the scrolled text; another one begins at its top. */
static void own_scroll(struct stage *stage)
{
    int page = stage_strip_page(stage);

    if (stage->scroll_page == page)
        return;
    stage->scroll_page = page;
    glide_set(&stage->scroll, 0);
}

/* False when the text stands at that end already. */
static bool scroll_by(struct stage *stage, int by_px, int64_t now_ms)
{
    own_scroll(stage);
    const struct page *page = stage_page(stage);
    float to = float_clamp(stage->scroll.to + (float)by_px, 0, (float)page->scroll_max_px);

    if (to == stage->scroll.to)
        return false;
    glide_run(&stage->scroll, to, now_ms, stage_reduced(stage) ? 0 : SCROLL_MS);
    stage->scroll.start_ms -= STAGE_HEAD_START_MS;
    return true;
}

static int screenful(struct stage *stage)
{
    const struct page *page = stage_page(stage);

    return int_max(page->scroll_step_px, page->scroll_rect.h - page->scroll_step_px);
}

static void step(struct stage *stage, int by, int64_t now_ms)
{
    stage_go(stage, int_clamp(stage_strip_page(stage) + by, STRIP_HOME, stage_strip_last(stage)), now_ms);
}

static void act(struct stage *stage, struct action action, int64_t now_ms)
{
    struct settings settings = stage->settings;

    switch (action.kind) {
    case ACTION_NONE:
    case ACTION_STAY:
        break;
    case ACTION_WAKE:
        stage_wake(stage, now_ms);
        break;
    case ACTION_ATTRACT:
        stage_attract(stage, now_ms, stage->via);
        break;
    case ACTION_HOME:
        stage->history_count = 0;
        stage_go(stage, STRIP_HOME, now_ms);
        break;
    case ACTION_PREVIOUS:
        step(stage, -1, now_ms);
        break;
    case ACTION_NEXT:
        step(stage, 1, now_ms);
        break;
    case ACTION_PANEL:
        remember(stage);
        stage_go(stage, STRIP_PANELS + action.argument, now_ms);
        break;
    case ACTION_LANGUAGE:
        if (action.argument == settings.language)
            break;
        settings.language = action.argument;
        change_settings(stage, settings, now_ms);
        break;
    case ACTION_TEXT_SIZE:
        settings.large = !settings.large;
        change_settings(stage, settings, now_ms);
        break;
    case ACTION_CONTRAST:
        settings.contrast = !settings.contrast;
        change_settings(stage, settings, now_ms);
        break;
    case ACTION_SCROLL:
        scroll_by(stage, action.argument * screenful(stage), now_ms);
        break;
    }
}

/* ---- targets and focus ---- */

static struct action target_at(struct stage *stage, struct point at, int64_t now_ms)
{
    const struct page *pages[] = {stage_over(stage, now_ms), stage_page(stage)};

    for (size_t p = 0; p < COUNTOF(pages); p++)
        for (int i = pages[p]->target_count - 1; i >= 0; i--)
            if (rect_contains(pages[p]->targets[i].rect, at))
                return pages[p]->targets[i].action;
    return (struct action){0};
}

/* All targets in reading order: the page's, then the bar's. Returns how many. */
static int collect_targets(struct stage *stage, int64_t now_ms, struct target all[2 * PAGE_TARGETS_MAX])
{
    const struct page *page = stage_page(stage);
    int count = 0;

    for (int i = 0; i < page->target_count; i++)
        all[count++] = page->targets[i];
    page = stage_over(stage, now_ms);
    for (int i = 0; i < page->target_count; i++)
        all[count++] = page->targets[i];
    return count;
}

static int focus_index(const struct stage *stage, const struct target *all, int count)
{
    for (int i = 0; i < count; i++)
        if (all[i].action.kind == stage->focus.kind && all[i].action.argument == stage->focus.argument)
            return i;
    return -1;
}

static void focus_cycle(struct stage *stage, int by, int64_t now_ms)
{
    struct target all[2 * PAGE_TARGETS_MAX];
    int count = collect_targets(stage, now_ms, all), at = focus_index(stage, all, count);

    if (count == 0)
        return;
    at = at < 0 ? (by > 0 ? 0 : count - 1) : (at + by + count) % count;
    stage->focus = all[at].action;
}

static struct point centre_of(struct rect r)
{
    return (struct point){(float)r.x + (float)r.w / 2, (float)r.y + (float)r.h / 2};
}

/* To the nearest target in a direction; being off to the side counts double. */
static void focus_towards(struct stage *stage, int dx, int dy, int64_t now_ms)
{
    struct target all[2 * PAGE_TARGETS_MAX];
    int count = collect_targets(stage, now_ms, all), at = focus_index(stage, all, count), best = -1;
    float best_cost = INFINITY;

    if (at < 0) {
        focus_cycle(stage, 1, now_ms);
        return;
    }

    struct point from = centre_of(all[at].rect);

    for (int i = 0; i < count; i++) {
        struct point to = centre_of(all[i].rect);
        float along = (to.x - from.x) * (float)dx + (to.y - from.y) * (float)dy;
        float aside = fabsf((to.x - from.x) * (float)dy) + fabsf((to.y - from.y) * (float)dx);
        float cost = along + 2 * aside;

        if (along > 1 && cost < best_cost) {
            best_cost = cost;
            best = i;
        }
    }
    if (best >= 0)
        stage->focus = all[best].action;
}

/* The first or last card at home. */
static void focus_card(struct stage *stage, bool last)
{
    const struct page *page = stage_page(stage);

    for (int i = 0; i < page->target_count; i++) {
        if (page->targets[i].action.kind != ACTION_PANEL)
            continue;
        stage->focus = page->targets[i].action;
        if (!last)
            return;
    }
}

/* ---- keys ---- */

static void key_enter(struct stage *stage, int64_t now_ms)
{
    struct target all[2 * PAGE_TARGETS_MAX];
    int count = collect_targets(stage, now_ms, all);

    if (focus_index(stage, all, count) >= 0)
        act(stage, stage->focus, now_ms);
    else
        focus_cycle(stage, 1, now_ms);
}

static void key_vertical(struct stage *stage, int by_px, int64_t now_ms)
{
    if (!scroll_by(stage, by_px, now_ms))
        step(stage, by_px > 0 ? 1 : -1, now_ms);
}

static void key_large(struct stage *stage, bool large, int64_t now_ms)
{
    if (stage->settings.large != large)
        act(stage, (struct action){ACTION_TEXT_SIZE, 0}, now_ms);
}

/* Keys that mean the same wherever one is. False: the scene decides. */
static bool key_everywhere(struct stage *stage, enum key key, int64_t now_ms)
{
    switch (key) {
    case KEY_TAB:
    case KEY_BACK_TAB:
        focus_cycle(stage, key == KEY_TAB ? 1 : -1, now_ms);
        return true;
    case KEY_HOME:
        act(stage, (struct action){ACTION_HOME, 0}, now_ms);
        return true;
    case KEY_LANGUAGE:
        act(stage, (struct action){ACTION_LANGUAGE, (stage->settings.language + 1) % stage->exhibit->language_count}, now_ms);
        return true;
    case KEY_TEXT_SIZE:
        act(stage, (struct action){ACTION_TEXT_SIZE, 0}, now_ms);
        return true;
    case KEY_CONTRAST:
        act(stage, (struct action){ACTION_CONTRAST, 0}, now_ms);
        return true;
    case KEY_PLUS:
    case KEY_MINUS:
        key_large(stage, key == KEY_PLUS, now_ms);
        return true;
    case KEY_ESCAPE:
        go_back(stage, now_ms);
        return true;
    case KEY_ENTER:
        key_enter(stage, now_ms);
        return true;
    case KEY_TIMELINE: /* there is none yet */
        return true;
    case KEY_RIGHT:
    case KEY_LEFT:
    case KEY_UP:
    case KEY_DOWN:
    case KEY_PAGE_UP:
    case KEY_PAGE_DOWN:
    case KEY_FIRST:
    case KEY_LAST:
    case KEY_COUNT:
        break;
    }
    return false;
}

static void key_at_home(struct stage *stage, enum key key, int64_t now_ms)
{
    static const signed char towards[KEY_COUNT][2] = {[KEY_RIGHT] = {1, 0}, [KEY_LEFT] = {-1, 0},    [KEY_UP] = {0, -1},
                                                      [KEY_DOWN] = {0, 1},  [KEY_PAGE_UP] = {0, -1}, [KEY_PAGE_DOWN] = {0, 1}};

    ASSERT(key < KEY_COUNT);
    if (key == KEY_FIRST || key == KEY_LAST)
        focus_card(stage, key == KEY_LAST);
    else
        focus_towards(stage, towards[key][0], towards[key][1], now_ms);
}

static void key_on_panel(struct stage *stage, enum key key, int64_t now_ms)
{
    int lines = KEY_LINES * stage_page(stage)->scroll_step_px;

    if (key == KEY_RIGHT || key == KEY_LEFT)
        step(stage, key == KEY_RIGHT ? 1 : -1, now_ms);
    else if (key == KEY_FIRST || key == KEY_LAST)
        stage_go(stage, key == KEY_FIRST ? STRIP_PANELS : stage_strip_last(stage), now_ms);
    else if (key == KEY_UP || key == KEY_DOWN)
        key_vertical(stage, key == KEY_DOWN ? int_max(1, lines) : -int_max(1, lines), now_ms);
    else
        key_vertical(stage, key == KEY_PAGE_DOWN ? int_max(1, screenful(stage)) : -int_max(1, screenful(stage)), now_ms);
}

void stage_key(struct stage *stage, enum key key, int64_t now_ms)
{
    bool asked = stage_countdown(stage, now_ms) > 0;

    stage->via = VIA_KEY;
    if (stage->attract) {
        if (key != KEY_ESCAPE) {
            stage_felt(stage, now_ms);
            stage_wake(stage, now_ms);
        }
        return;
    }
    stage_felt(stage, now_ms);
    if (asked || key_everywhere(stage, key, now_ms))
        return;
    if (stage_strip_page(stage) == STRIP_HOME)
        key_at_home(stage, key, now_ms);
    else
        key_on_panel(stage, key, now_ms);
}

/* ---- gestures ---- */

/* A turning page is caught by the finger that comes down on it. */
static void press(struct stage *stage, const struct gesture *g)
{
    stage->focus = (struct action){0};
    if (glide_running(&stage->scroll, g->ms) && rect_contains(stage_page(stage)->scroll_rect, g->at))
        glide_set(&stage->scroll, glide_at(&stage->scroll, g->ms));
    if (glide_running(&stage->strip, g->ms) && rect_contains(stage->look.page, g->at)) {
        glide_hold(&stage->strip, g->ms);
        stage->caught = true;
        return;
    }
    stage->pressed = target_at(stage, g->at, g->ms);
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
    if (stage->caught)
        return (int)lroundf(at);
    return (int)(fabsf(moved) < TURN_SHARE ? lroundf(bound) : (long)(moved > 0 ? ceilf(at) : floorf(at)));
}

static void let_go(struct stage *stage, const struct gesture *g)
{
    float at = stage->strip.from;
    int before = stage_strip_page(stage), page = int_clamp(page_let_go(stage, g), STRIP_HOME, stage_strip_last(stage));

    if (!stage->strip.held)
        return;
    stage->caught = false;
    glide_set(&stage->strip, at);
    glide_run(&stage->strip, (float)page, g->ms, stage_reduced(stage) ? 0 : SETTLE_MS);
    if (page != before)
        stage_log_scene(stage, stage->via);
}

static void drag_begin(struct stage *stage, const struct gesture *g)
{
    float dx = fabsf(g->at.x - g->start.x), dy = fabsf(g->at.y - g->start.y);
    const struct page *page = stage_page(stage);

    stage->drag = DRAG_NOTHING;
    stage->drag_at = g->at;
    if (dx >= dy && rect_contains(stage->look.page, g->start)) {
        stage->drag = DRAG_STRIP;
        glide_hold(&stage->strip, g->ms);
    } else if (dy > dx && page->scroll_max_px > 0 && rect_contains(stage->look.page, g->start)) {
        own_scroll(stage);
        stage->drag = DRAG_SCROLL;
        glide_hold(&stage->scroll, g->ms);
        let_go(stage, g);
    }
}

static void drag_move(struct stage *stage, const struct gesture *g)
{
    struct point by = {g->at.x - stage->drag_at.x, g->at.y - stage->drag_at.y};

    stage->drag_at = g->at;
    if (stage->drag == DRAG_STRIP && stage->strip.held)
        glide_move(&stage->strip, -by.x / (float)stage->frame.size.w, STRIP_HOME, (float)stage_strip_last(stage));
    else if (stage->drag == DRAG_SCROLL && stage->scroll.held)
        glide_move(&stage->scroll, -by.y, 0, (float)stage_page(stage)->scroll_max_px);
}

static void drag_end(struct stage *stage, const struct gesture *g)
{
    if (stage->drag == DRAG_SCROLL && stage->scroll.held) {
        float at = stage->scroll.from, reach = glide_reach(at, g->flick ? -g->velocity.y : 0, COAST_MS);

        reach = float_clamp(reach, 0, (float)stage_page(stage)->scroll_max_px);
        glide_set(&stage->scroll, at);
        glide_run(&stage->scroll, roundf(reach), g->ms, stage_reduced(stage) ? 0 : COAST_MS);
    }
    let_go(stage, g);
    stage->drag = DRAG_NOTHING;
}

/* Fingers spread on a page ask for larger letters. */
static void pinch(struct stage *stage, const struct gesture *g)
{
    if (stage->pinched || (g->scale < PINCH_OUT && g->scale > PINCH_IN))
        return;
    stage->pinched = true;
    key_large(stage, g->scale >= PINCH_OUT, g->ms);
}

static void tap(struct stage *stage, const struct gesture *g)
{
    stage->pressed = (struct action){0};
    if (stage->strip.held)
        let_go(stage, g);
    else
        act(stage, target_at(stage, g->start, g->ms), g->ms);
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
        stage->pressed = (struct action){0};
        if (stage->drag == DRAG_NOTHING)
            let_go(stage, g);
        break;
    case GESTURE_LONG_PRESS:
        stage->pressed = (struct action){0};
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
        stage->pinched = false;
        break;
    case GESTURE_PINCH:
        pinch(stage, g);
        break;
    case GESTURE_PINCH_END:
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
    bool asked = stage_countdown(stage, sample->ms) > 0, down = sample->kind == POINTER_DOWN;

    stage->via = via;
    if (down && (stage->attract || asked)) { /* this touch says only: here I am */
        bool slept = stage->attract;

        stage_felt(stage, sample->ms);
        if (slept)
            stage_wake(stage, sample->ms);
        return;
    }
    if (!stage->attract)
        stage->last_input_ms = sample->ms;
    if (down)
        stage_felt(stage, sample->ms);
    gestures_sample(&stage->gestures, sample);
    stage_drain_gestures(stage);
}

void stage_cancel(struct stage *stage, int64_t now_ms)
{
    gestures_cancel_all(&stage->gestures, now_ms);
    stage_drain_gestures(stage);
    stage->pressed = (struct action){0};
}
