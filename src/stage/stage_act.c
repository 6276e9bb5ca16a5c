/* What an action does, whatever asked for it: a finger, a key. */
#include "stage/stage_state.h"

enum { SCROLL_MS = 300, SETTINGS_FADE_MS = 250, CLOSER_MS = 250 };

static const float CLOSER = 1.6F; /* a step of zooming */

static void remember(struct stage *stage)
{
    if (stage->history_count == STAGE_HISTORY) {
        for (int i = 1; i < STAGE_HISTORY; i++)
            stage->history[i - 1] = stage->history[i];
        stage->history_count--;
    }
    stage->history[stage->history_count++] = (struct past){stage->base, stage_strip_page(stage)};
}

/* Where one came from, but for here, where one may have come again by other ways; else what the timeline covers, else home. */
static struct past take_past(struct stage *stage)
{
    bool time = stage->base == BASE_TIMELINE;

    while (stage->history_count > 0) {
        struct past past = stage->history[--stage->history_count];

        if (past.base != stage->base || (!time && past.page != stage_strip_page(stage)))
            return past;
    }
    return (struct past){BASE_STRIP, time ? stage_strip_page(stage) : STRIP_HOME};
}

/* Closes what is open, else goes where one came from, else home, else to sleep. */
static void go_back(struct stage *stage, int64_t now_ms)
{
    struct past past;

    if (stage->cover_count > 0) {
        stage_close(stage, now_ms);
        return;
    }
    if (stage->base == BASE_STRIP && stage_strip_page(stage) == STRIP_HOME) {
        stage_attract(stage, now_ms, stage->via);
        return;
    }
    past = take_past(stage);
    if (past.base == BASE_TIMELINE)
        stage_timeline(stage, -1, now_ms);
    else
        stage_go(stage, past.page, now_ms);
}

static void change_settings(struct stage *stage, struct settings settings, int64_t now_ms)
{
    stage_fade(stage, now_ms, SETTINGS_FADE_MS);
    stage->settings = settings;
    stage_make_style(stage);
    for (int i = 0; i < STAGE_SLOTS; i++)
        stage->slots[i].used = false;
    tween_set(&stage->scroll, 0);
    if (stage->cover_count > 0)
        tween_set(&stage_cover(stage)->scroll, 0);
    stage_log_settings(stage, stage->via);
}

struct stage_scroll stage_scroll(struct stage *stage, int64_t now_ms)
{
    struct cover *cover = stage_cover(stage);
    int page = stage_strip_page(stage);

    if (cover && cover->card != CARD_NONE)
        return (struct stage_scroll){&cover->scroll, stage_over(stage, now_ms)};
    if (stage->scroll_page != page) { /* another page begins at its top */
        stage->scroll_page = page;
        tween_set(&stage->scroll, 0);
    }
    return (struct stage_scroll){&stage->scroll, stage_page(stage, now_ms)};
}

bool stage_scroll_by(struct stage *stage, int by_px, int64_t now_ms)
{
    struct stage_scroll scroll = stage_scroll(stage, now_ms);
    float to = float_clamp(scroll.tween->to + (float)by_px, 0, (float)scroll.page->scroll.max_px);

    if (to == scroll.tween->to)
        return false;
    tween_run(scroll.tween, to, now_ms, stage_reduced(stage) ? 0 : SCROLL_MS);
    scroll.tween->start_ms -= STAGE_HEAD_START_MS;
    return true;
}

int stage_screenful(struct stage *stage, int64_t now_ms)
{
    const struct page *page = stage_scroll(stage, now_ms).page;

    return int_max(page->scroll.step_px, page->scroll.rect.h - page->scroll.step_px);
}

/* Of the panel on this page of the strip, not yet answered. */
static unsigned locked_on(const struct stage *stage, int page)
{
    return page == STRIP_HOME ? 0 : stage->exhibit->panels[page - STRIP_PANELS].notices & ~stage->answered;
}

int stage_neighbour(const struct stage *stage, int page, int by)
{
    unsigned locked = locked_on(stage, page);
    int next = page + by;

    while (locked && next >= STRIP_HOME && next <= stage_strip_last(stage) && locked_on(stage, next) == locked)
        next += by;
    return next >= STRIP_HOME && next <= stage_strip_last(stage) ? next : page;
}

void stage_step(struct stage *stage, int by, int64_t now_ms)
{
    stage_go(stage, stage_neighbour(stage, stage_strip_page(stage), by), now_ms);
}

void stage_picture_run(struct stage *stage, struct picture_view view, int64_t now_ms)
{
    struct scene scene = stage_scene_context(stage);
    int duration = stage_reduced(stage) ? 0 : CLOSER_MS;

    scene.item = stage->covers[0].item;
    view = picture_bounded(&scene, view);
    tween_run(&stage->zoom, view.zoom, now_ms, duration);
    tween_run(&stage->view_x, view.x, now_ms, duration);
    tween_run(&stage->view_y, view.y, now_ms, duration);
}

void stage_closer(struct stage *stage, int by, int64_t now_ms)
{
    float factor = by > 0 ? CLOSER : 1 / CLOSER;

    if (stage_on_picture(stage)) {
        struct picture_view view = {stage->zoom.to * factor, stage->view_x.to, stage->view_y.to};

        stage_picture_run(stage, view, now_ms);
    } else if (stage_on_timeline(stage)) {
        double share = 0.5;

        if (stage->time_focus >= 0) {
            double day = timeline_event_day(&stage->exhibit->events[stage->time_focus]);

            share = (day - stage->time.to.start) / stage->time.to.days;
        }
        timeline_motion_zoom(&stage->time, (double)factor, share >= 0 && share <= 1 ? share : 0.5, now_ms);
    } else if (stage->settings.large != (by > 0)) {
        stage_act(stage, (struct action){ACTION_TEXT_SIZE, 0}, now_ms);
    }
}

/* What is counted comes apart; where no closer look can part it, it is listed. */
static void open_count(struct stage *stage, int event, int64_t now_ms)
{
    struct scene scene = stage_scene_context(stage);
    struct timeline_state time = {.labels = stage->labels, .window = stage->time.to, .focus = stage->time_focus};
    struct timeline_window to;

    if (timeline_open_cluster(&scene, &time, event, &to)) {
        timeline_motion_run(&stage->time, to, now_ms);
        return;
    }
    stage_open(stage, CARD_EVENTS, event, now_ms);
    if (stage->via == VIA_KEY) /* the arrows begin at the first */
        stage->focus = (struct spot){.action = {ACTION_EVENT, event}};
}

static void accept_notices(struct stage *stage, int64_t now_ms)
{
    unsigned notices = stage_notices(stage);

    if (!notices)
        return;
    stage_fade(stage, now_ms, stage->exhibit->timing.turn_ms);
    if (stage->bound_page != STRIP_HOME && !stage_cover(stage))
        tween_set(&stage->strip, (float)stage->bound_page);
    stage->bound_page = STRIP_HOME;
    stage->answered |= notices;
    stage_log_scene(stage, stage->via);
}

/* Past the whole run of panels behind a notice. */
static void skip_panels(struct stage *stage, int64_t now_ms)
{
    int page = stage_strip_page(stage) + 1;

    while (page <= stage_strip_last(stage) && stage->exhibit->panels[page - STRIP_PANELS].notices)
        page++;
    stage_go(stage, page <= stage_strip_last(stage) ? page : STRIP_HOME, now_ms);
}

static void show_year(struct stage *stage, int step, int64_t now_ms)
{
    stage_fade(stage, now_ms, YEAR_FADE_MS);
    stage->map_page = stage_strip_page(stage);
    stage->map_step = step;
}

/* Actions that change what the visitor chose. */
static void act_on_settings(struct stage *stage, struct action action, int64_t now_ms)
{
    struct settings settings = stage->settings;

    if (action.kind == ACTION_LANGUAGE && stage->cover_count > 0 && stage_cover(stage)->card == CARD_LANGUAGES) /* the choice is made */
        stage_close(stage, now_ms);
    if (action.kind == ACTION_LANGUAGE && action.argument == settings.language)
        return;
    if (action.kind == ACTION_LANGUAGE)
        settings.language = action.argument;
    else if (action.kind == ACTION_TEXT_SIZE)
        settings.large = !settings.large;
    else
        settings.contrast = !settings.contrast;
    change_settings(stage, settings, now_ms);
}

/* Actions that lead to another place. */
static void act_on_place(struct stage *stage, struct action action, int64_t now_ms)
{
    bool on_panel = stage->base == BASE_STRIP && stage_strip_page(stage) != STRIP_HOME;

    if (action.kind == ACTION_HOME) {
        stage->history_count = 0;
        stage_go(stage, STRIP_HOME, now_ms);
    } else if (action.kind == ACTION_PANEL) {
        if (stage->base != BASE_STRIP || stage_strip_page(stage) != STRIP_PANELS + action.argument)
            remember(stage);
        stage_go(stage, STRIP_PANELS + action.argument, now_ms);
    } else if (stage->exhibit->event_count > 0 && (stage->base != BASE_TIMELINE || stage->cover_count > 0)) {
        int event = on_panel ? exhibit_panel_event(stage->exhibit, stage_strip_page(stage) - STRIP_PANELS) : -1;

        if (stage->base != BASE_TIMELINE)
            remember(stage);
        stage_timeline(stage, event, now_ms);
    }
}

/* Actions that open a card or the picture view above what is there. */
static void act_on_cover(struct stage *stage, struct action action, int64_t now_ms)
{
    static const enum card_kind cards[] = {
        [ACTION_EVENT] = CARD_EVENT,           [ACTION_TERM] = CARD_TERM,      [ACTION_MORE] = CARD_MORE,
        [ACTION_DIFFERENCE] = CARD_DIFFERENCE, [ACTION_PICTURE] = CARD_NONE,   [ACTION_DESCRIBE] = CARD_DESCRIPTION,
        [ACTION_LANGUAGES] = CARD_LANGUAGES,   [ACTION_ABOUT] = CARD_COLOPHON,
    };

    if (action.kind == ACTION_EVENT)
        stage->time_focus = action.argument;
    stage_open(stage, cards[action.kind], action.argument, now_ms);
    if (action.kind == ACTION_LANGUAGES && stage->via == VIA_KEY) /* the arrows begin at the present one */
        stage->focus = (struct spot){.action = {ACTION_LANGUAGE, stage->settings.language}};
}

void stage_act(struct stage *stage, struct action action, int64_t now_ms)
{
    switch (action.kind) {
    case ACTION_NONE:
    case ACTION_STAY:
        break;
    case ACTION_WAKE:
        stage_wake(stage, now_ms);
        break;
    case ACTION_HOME:
    case ACTION_PANEL:
    case ACTION_TIMELINE:
        act_on_place(stage, action, now_ms);
        break;
    case ACTION_PREVIOUS:
    case ACTION_NEXT:
        stage_step(stage, action.kind == ACTION_NEXT ? 1 : -1, now_ms);
        break;
    case ACTION_LANGUAGE:
    case ACTION_TEXT_SIZE:
    case ACTION_CONTRAST:
        act_on_settings(stage, action, now_ms);
        break;
    case ACTION_SCROLL:
        stage_scroll_by(stage, action.argument * stage_screenful(stage, now_ms), now_ms);
        break;
    case ACTION_EVENT:
    case ACTION_TERM:
    case ACTION_MORE:
    case ACTION_DIFFERENCE:
    case ACTION_PICTURE:
    case ACTION_DESCRIBE:
    case ACTION_LANGUAGES:
    case ACTION_ABOUT:
        act_on_cover(stage, action, now_ms);
        break;
    case ACTION_CLUSTER:
        open_count(stage, action.argument, now_ms);
        break;
    case ACTION_BACK:
        go_back(stage, now_ms);
        break;
    case ACTION_CLOSER:
        stage_closer(stage, action.argument, now_ms);
        break;
    case ACTION_CLOSE:
        stage_close(stage, now_ms);
        break;
    case ACTION_ACCEPT:
        accept_notices(stage, now_ms);
        break;
    case ACTION_SKIP:
        skip_panels(stage, now_ms);
        break;
    case ACTION_STEP:
        show_year(stage, action.argument, now_ms);
        break;
    }
}
