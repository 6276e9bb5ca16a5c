/* The stage's state: where the visitor is, what fades, and when nobody is there any more. */
#include "stage/stage_state.h"

#include "blocks/blocks.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAP_PACE_LEAST_MS = 2500 }; /* a year of a map in attract */
enum { WAKE_FADE_MS = 300, COVER_FADE_MS = 250, HOME_WORDS = 40, OPENING_WORDS = 15, TIMELINE_WORDS = 60 };

static const double SHOW_DAYS = 4 * 365.25; /* what the timeline shows around an event that one comes from */

int stage_strip_last(const struct stage *stage)
{
    return STRIP_PANELS + stage->exhibit->panel_count - 1;
}

int stage_strip_page(const struct stage *stage)
{
    return (int)(stage->strip.to + 0.5F);
}

bool stage_reduced(const struct stage *stage)
{
    return stage->exhibit->theme.reduced_motion;
}

void stage_make_style(struct stage *stage)
{
    struct style_setup setup = {
        .exhibit = stage->exhibit,
        .measure = &stage->measure,
        .screen = stage->frame.size,
        .large = stage->settings.large,
        .contrast = stage->settings.contrast,
    };

    style_make(&stage->style, &setup);
}

void stage_fade(struct stage *stage, int64_t now_ms, int duration_ms)
{
    if (stage_reduced(stage))
        return;
    stage->fade_serial++;
    stage->fade_start_ms = now_ms - STAGE_HEAD_START_MS;
    stage->fade_ms = duration_ms;
}

static void add_log(struct stage *stage, const char *format, ...) PRINTF_LIKE(2, 3);

static void add_log(struct stage *stage, const char *format, ...)
{
    va_list arguments;

    if (stage->log_count == STAGE_LOG_LINES) { /* nobody takes them: the oldest goes */
        stage->log_first = (stage->log_first + 1) % STAGE_LOG_LINES;
        stage->log_count--;
    }
    va_start(arguments, format);
    vsnprintf(stage->log[(stage->log_first + stage->log_count++) % STAGE_LOG_LINES], STAGE_LOG_BYTES, format, arguments);
    va_end(arguments);
}

static const char *via_name(enum via via)
{
    static const char *const names[] = {
        [VIA_TOUCH] = "touch", [VIA_MOUSE] = "mouse", [VIA_KEY] = "key", [VIA_AUTO] = "auto", [VIA_IDLE] = "idle"};

    return names[via];
}

/* What a card is of: a term, an event, or the panel it belongs to. */
static const char *card_name(const struct stage *stage, const struct cover *cover)
{
    switch (cover->card) {
    case CARD_TERM:
        return stage->exhibit->terms[cover->item].id;
    case CARD_EVENT:
    case CARD_EVENTS:
        return stage->exhibit->events[cover->item].id;
    case CARD_MORE:
    case CARD_DIFFERENCE:
    case CARD_DESCRIPTION:
        return stage->exhibit->panels[cover->item].id;
    case CARD_LANGUAGES:
        return "languages";
    case CARD_COLOPHON:
    case CARD_NONE:
        break;
    }
    return "";
}

const char *stage_scene(struct stage *stage)
{
    int page = stage_strip_page(stage);
    const struct cover *cover = stage_cover(stage);
    const char *folder = "", *name = "home";

    if (stage->attract) {
        name = "attract";
    } else if (cover && cover->card == CARD_COLOPHON) {
        name = "colophon";
    } else if (cover && cover->card == CARD_NONE) {
        folder = "picture/";
        name = stage->exhibit->panels[cover->item].id;
    } else if (cover) {
        folder = cover->card == CARD_EVENTS ? "events/" : cover->card == CARD_EVENT && stage_notices(stage) ? "notice/" : "card/";
        name = card_name(stage, cover);
    } else if (stage->base == BASE_TIMELINE) {
        name = "timeline";
    } else if (page != STRIP_HOME) {
        folder = stage_notices(stage) ? "notice/" : "panel/";
        name = stage->exhibit->panels[page - STRIP_PANELS].id;
    }
    snprintf(stage->scene_name, STAGE_LOG_BYTES, "%s%s", folder, name);
    return stage->scene_name;
}

void stage_log_scene(struct stage *stage, enum via via)
{
    add_log(stage, "scene %s lang=%s via=%s", stage_scene(stage), stage->exhibit->languages[stage->settings.language], via_name(via));
}

void stage_log_settings(struct stage *stage, enum via via)
{
    const struct settings *settings = &stage->settings;

    add_log(stage, "settings lang=%s text=%s contrast=%s via=%s", stage->exhibit->languages[settings->language],
            settings->large ? "large" : "normal", settings->contrast ? "high" : "normal", via_name(via));
}

const char *stage_log(struct stage *stage)
{
    if (stage->log_count == 0)
        return NULL;
    memcpy(stage->log_taken, stage->log[stage->log_first], STAGE_LOG_BYTES);
    stage->log_first = (stage->log_first + 1) % STAGE_LOG_LINES;
    stage->log_count--;
    return stage->log_taken;
}

const struct settings *stage_settings(const struct stage *stage)
{
    return &stage->settings;
}

struct cover *stage_cover(struct stage *stage)
{
    return stage->cover_count > 0 ? &stage->covers[stage->cover_count - 1] : NULL;
}

bool stage_shows_picture(const struct stage *stage)
{
    return stage->cover_count > 0 && stage->covers[0].card == CARD_NONE;
}

bool stage_on_picture(const struct stage *stage)
{
    return stage->cover_count > 0 && stage->covers[stage->cover_count - 1].card == CARD_NONE;
}

bool stage_on_timeline(const struct stage *stage)
{
    return stage->cover_count == 0 && stage->base == BASE_TIMELINE;
}

unsigned stage_notices(struct stage *stage)
{
    const struct exhibit *exhibit = stage->exhibit;
    const struct cover *cover = stage_cover(stage);
    int page = stage_strip_page(stage);
    unsigned notices = 0;

    if (cover && cover->card == CARD_EVENT)
        notices = exhibit->events[cover->item].notices;
    else if (!cover && stage->base == BASE_STRIP && page != STRIP_HOME)
        notices = exhibit->panels[page - STRIP_PANELS].notices;
    return notices & ~stage->answered;
}

/* Whatever was opened above it, the base is seen again. */
static void uncover(struct stage *stage)
{
    stage->cover_count = 0;
    tween_set(&stage->zoom, 1);
    tween_set(&stage->view_x, 0.5F);
    tween_set(&stage->view_y, 0.5F);
}

void stage_go(struct stage *stage, int page, int64_t now_ms)
{
    bool changed = page != stage_strip_page(stage) || stage->base != BASE_STRIP || stage->cover_count > 0;

    if (changed || tween_at(&stage->strip, now_ms) != (float)page)
        stage_fade(stage, now_ms, stage->exhibit->timing.turn_ms);
    stage->base = BASE_STRIP;
    stage->bound_page = STRIP_HOME;
    uncover(stage);
    tween_set(&stage->strip, (float)page);
    if (changed)
        stage_log_scene(stage, stage->via);
}

/* Another card, or none: what other fingers and the focus stood on has gone. */
static void cover_changes(struct stage *stage, int64_t now_ms)
{
    stage_fade(stage, now_ms, COVER_FADE_MS);
    gestures_spoil_taps(&stage->gestures);
    if (stage->scroll.held) /* what a finger scrolled stays, where links are looked for too */
        tween_set(&stage->scroll, roundf(stage->scroll.from));
    stage->pressed = stage->focus = (struct spot){0};
}

void stage_open(struct stage *stage, enum card_kind card, int item, int64_t now_ms)
{
    if (stage->cover_count == STAGE_COVERS) /* a card from a card from a card: the oldest is not missed */
        memmove(&stage->covers[0], &stage->covers[1], sizeof(stage->covers[0]) * (size_t)--stage->cover_count);
    cover_changes(stage, now_ms);
    stage->covers[stage->cover_count++] = (struct cover){.card = card, .item = item};
    stage_log_scene(stage, stage->via);
}

void stage_close(struct stage *stage, int64_t now_ms)
{
    if (stage->cover_count == 0)
        return;
    cover_changes(stage, now_ms);
    if (--stage->cover_count == 0)
        uncover(stage);
    stage_log_scene(stage, stage->via);
}

void stage_timeline(struct stage *stage, int event, int64_t now_ms)
{
    bool changed = stage->base != BASE_TIMELINE || stage->cover_count > 0;

    uncover(stage);
    if (event >= 0) {
        bool all = stage->time.to.days > SHOW_DAYS; /* else as near as the visitor has come */

        timeline_motion_show(&stage->time, timeline_event_day(&stage->exhibit->events[event]), all ? SHOW_DAYS : 0, now_ms);
        stage->time_focus = event;
    }
    stage->base = BASE_TIMELINE;
    if (!changed)
        return;
    stage_fade(stage, now_ms, stage->exhibit->timing.turn_ms);
    stage_log_scene(stage, stage->via);
}

struct picture_view stage_picture_view(const struct stage *stage, int64_t now_ms)
{
    return (struct picture_view){tween_at(&stage->zoom, now_ms), tween_at(&stage->view_x, now_ms), tween_at(&stage->view_y, now_ms)};
}

bool stage_picture_moving(const struct stage *stage, int64_t now_ms)
{
    return stage->zoom.held || tween_running(&stage->zoom, now_ms) || tween_running(&stage->view_x, now_ms) ||
           tween_running(&stage->view_y, now_ms);
}

/* Each lap of attract speaks the next language. */
static int attract_language(const struct stage *stage, int step)
{
    return step / attract_steps(stage->exhibit) % stage->exhibit->language_count;
}

static int64_t attract_step_ms(const struct stage *stage, int step)
{
    int panel = attract_panel(stage->exhibit, step % attract_steps(stage->exhibit));

    if (panel < 0)
        return reading_ms(stage->exhibit, panel == ATTRACT_OPENING ? OPENING_WORDS : TIMELINE_WORDS);
    return panel_reading_ms(stage->exhibit, panel, attract_language(stage, step));
}

/* How a map passes through its years while nobody is there: from the first to the last, which stands twice as long. ms: of a year. */
struct pace {
    int first, last;
    int64_t ms;
};

/* As many of the last years as have their time; first and last -1 without a map. */
static struct pace attract_pace(const struct stage *stage, int step)
{
    int panel = attract_panel(stage->exhibit, step % attract_steps(stage->exhibit));
    int steps = panel < 0 ? 0 : blocks_steps(&stage->exhibit->panels[panel]);
    int64_t reading = attract_step_ms(stage, step);

    if (steps == 0)
        return (struct pace){-1, -1, reading};
    int last = steps - 1, count = int_clamp((int)(reading / MAP_PACE_LEAST_MS) - 1, 1, last + 1);

    return (struct pace){last + 1 - count, last, reading / (count + 1)};
}

int stage_attract_year(const struct stage *stage, int attract_step)
{
    return attract_pace(stage, attract_step).first;
}

static void set_attract_step(struct stage *stage, int step, int64_t now_ms)
{
    stage->attract_step = step;
    stage->attract_year = stage_attract_year(stage, step);
    stage->attract_since_ms = now_ms;
}

/* When the next panel comes, or the next year of the map. */
static int64_t attract_deadline(const struct stage *stage)
{
    struct pace pace = attract_pace(stage, stage->attract_step);

    if (stage->attract_year < pace.last)
        return stage->attract_since_ms + (stage->attract_year - pace.first + 1) * pace.ms;
    return stage->attract_since_ms + attract_step_ms(stage, stage->attract_step);
}

static void advance_attract(struct stage *stage, int64_t now_ms)
{
    int64_t gone = now_ms - stage->attract_since_ms;
    int laps = attract_steps(stage->exhibit) * stage->exhibit->language_count;

    if (gone >= attract_step_ms(stage, stage->attract_step)) {
        set_attract_step(stage, (stage->attract_step + 1) % laps, now_ms);
        stage_fade(stage, now_ms, stage->exhibit->timing.turn_ms);
    } else if (now_ms >= attract_deadline(stage)) { /* another year; after a long sleep the one that is due */
        struct pace pace = attract_pace(stage, stage->attract_step);

        stage->attract_year = int_min(pace.last, pace.first + (int)(gone / pace.ms));
        stage_fade(stage, now_ms, YEAR_FADE_MS);
    }
}

static void reset_settings(struct stage *stage)
{
    stage->settings = (struct settings){0};
    stage_make_style(stage);
}

void stage_attract(struct stage *stage, int64_t now_ms, enum via via)
{
    stage_fade(stage, now_ms, stage->exhibit->timing.turn_ms);
    gestures_cancel_all(&stage->gestures, now_ms);
    stage_drain_gestures(stage);
    reset_settings(stage);
    stage->attract = true;
    set_attract_step(stage, 0, now_ms);
    stage->armed = false;
    stage->focus = (struct spot){0};
    stage->history_count = 0;
    stage->base = BASE_STRIP;
    stage->answered = stage->answered_first;
    stage->time_focus = -1;
    stage->map_page = stage->bound_page = STRIP_HOME;
    timeline_motion_init(&stage->time, timeline_motion_limits(stage->exhibit), stage_reduced(stage));
    uncover(stage);
    tween_set(&stage->strip, STRIP_HOME);
    tween_set(&stage->scroll, 0);
    stage_log_scene(stage, via);
}

void stage_wake(struct stage *stage, int64_t now_ms)
{
    if (stage->exhibit->panel_count == 0) /* there is nothing behind the opening */
        return;
    stage_fade(stage, now_ms, WAKE_FADE_MS);
    stage->attract = false;
    stage_log_scene(stage, stage->via);
}

void stage_felt(struct stage *stage, int64_t now_ms)
{
    stage->armed = true;
    stage->last_input_ms = now_ms;
}

/* Words of what is opened above the base. */
static int cover_words(const struct stage *stage, const struct cover *cover)
{
    const struct exhibit *exhibit = stage->exhibit;
    int language = stage->settings.language;

    switch (cover->card) {
    case CARD_TERM:
        return prose_in(&exhibit->terms[cover->item].text, language)->words;
    case CARD_EVENT:
        return prose_in(&exhibit->events[cover->item].text, language)->words;
    case CARD_MORE:
        return prose_in(&exhibit->panels[cover->item].more, language)->words;
    case CARD_COLOPHON:
        return prose_in(&exhibit->colophon, language)->words;
    case CARD_DIFFERENCE:
        return prose_in(&exhibit->panels[cover->item].difference.essay, language)->words +
               prose_in(&exhibit->panels[cover->item].difference.record, language)->words;
    case CARD_EVENTS:
    case CARD_DESCRIPTION:
    case CARD_LANGUAGES:
    case CARD_NONE:
        break;
    }
    return HOME_WORDS;
}

static int64_t reading_now_ms(const struct stage *stage)
{
    int page = stage_strip_page(stage);

    if (stage->cover_count > 0)
        return reading_ms(stage->exhibit, cover_words(stage, &stage->covers[stage->cover_count - 1]));
    if (stage->base == BASE_TIMELINE)
        return reading_ms(stage->exhibit, TIMELINE_WORDS);
    if (page == STRIP_HOME)
        return reading_ms(stage->exhibit, HOME_WORDS);
    return panel_reading_ms(stage->exhibit, page - STRIP_PANELS, stage->settings.language);
}

/* When the countdown begins, and how long it runs. */
static int64_t ask_at_ms(const struct stage *stage)
{
    int64_t patience = stage->exhibit->timing.idle_s * 1000, twice = 2 * reading_now_ms(stage);

    return stage->last_input_ms + (patience > twice ? patience : twice);
}

static int64_t leave_at_ms(const struct stage *stage)
{
    return ask_at_ms(stage) + stage->exhibit->timing.countdown_s * 1000;
}

static bool waits_for_visitor(const struct stage *stage)
{
    return stage->armed && !stage->attract;
}

int stage_countdown(const struct stage *stage, int64_t now_ms)
{
    if (!waits_for_visitor(stage) || now_ms < ask_at_ms(stage))
        return 0;
    return (int)((leave_at_ms(stage) - now_ms + 999) / 1000);
}

void stage_tick(struct stage *stage, int64_t now_ms)
{
    gestures_tick(&stage->gestures, now_ms);
    stage_drain_gestures(stage);
    if (stage->fade_ms > 0 && now_ms >= stage->fade_start_ms + stage->fade_ms)
        stage->fade_ms = 0;
    if (stage->attract)
        advance_attract(stage, now_ms);
    if (waits_for_visitor(stage) && now_ms >= leave_at_ms(stage))
        stage_attract(stage, now_ms, VIA_IDLE);
}

static bool moving(const struct stage *stage, int64_t now_ms)
{
    bool card_scrolls = stage->cover_count > 0 && tween_running(&stage->covers[stage->cover_count - 1].scroll, now_ms);

    return tween_running(&stage->strip, now_ms) || tween_running(&stage->scroll, now_ms) || stage->fade_ms > 0 || card_scrolls ||
           (stage->base == BASE_TIMELINE && timeline_motion_running(&stage->time, now_ms)) ||
           (stage_shows_picture(stage) && !stage->zoom.held && stage_picture_moving(stage, now_ms));
}

int64_t stage_deadline(const struct stage *stage, int64_t now_ms)
{
    int64_t deadline = gestures_deadline(&stage->gestures);
    int64_t next = CLOCK_NEVER;

    if (moving(stage, now_ms))
        return now_ms;
    if (stage->attract)
        next = attract_deadline(stage);
    else if (waits_for_visitor(stage) && now_ms < ask_at_ms(stage))
        next = ask_at_ms(stage);
    else if (waits_for_visitor(stage)) /* the next whole second of the countdown */
        next = leave_at_ms(stage) - (int64_t)(stage_countdown(stage, now_ms) - 1) * 1000;
    return next < deadline ? next : deadline;
}

void stage_resize(struct stage *stage, struct size screen, int64_t now_ms)
{
    stage_cancel(stage, now_ms);
    stage->frame.size = screen;
    for (int i = 0; i < STAGE_SLOTS; i++)
        stage->slots[i].used = false;
    tween_set(&stage->scroll, 0);
    stage->fade_ms = 0;
    stage_make_style(stage);
    gestures_init(&stage->gestures, (struct gesture_setup){stage->style.px_per_mm});
}

/* A scene by its log name. */
static bool go_to_start(struct stage *stage, const char *start)
{
    static const struct {
        const char *folder;
        int (*find)(const struct exhibit *exhibit, const char *id);
        enum card_kind card;
        bool base;
    } folders[] = {
        {"panel/", exhibit_find_panel, CARD_NONE, true},  {"picture/", exhibit_find_panel, CARD_NONE, false},
        {"card/", exhibit_find_event, CARD_EVENT, false}, {"events/", exhibit_find_event, CARD_EVENTS, false},
        {"card/", exhibit_find_term, CARD_TERM, false},
    };

    stage->attract = !start || strcmp(start, "attract") == 0 || stage->exhibit->panel_count == 0;
    if (stage->attract || strcmp(start, "home") == 0)
        return true;
    if (strcmp(start, "timeline") == 0) {
        stage->base = BASE_TIMELINE;
        return stage->exhibit->event_count > 0;
    }
    if (strcmp(start, "colophon") == 0) {
        stage->covers[stage->cover_count++] = (struct cover){.card = CARD_COLOPHON};
        return stage->exhibit->colophon.in != NULL;
    }
    for (size_t i = 0; i < COUNTOF(folders); i++) {
        size_t length = strlen(folders[i].folder);
        int found = strncmp(start, folders[i].folder, length) == 0 ? folders[i].find(stage->exhibit, start + length) : -1;

        if (found < 0)
            continue;
        if (folders[i].base || folders[i].card == CARD_NONE)
            tween_set(&stage->strip, (float)(STRIP_PANELS + found));
        if (!folders[i].base)
            stage->covers[stage->cover_count++] = (struct cover){.card = folders[i].card, .item = found};
        return true;
    }
    return false;
}

/* What lies above the start, and how it is seen. */
static void furnish_start(struct stage *stage, const struct stage_setup *setup)
{
    int step = stage->attract ? setup->settings.language * attract_steps(stage->exhibit) + setup->item : 0;

    set_attract_step(stage, step, setup->now_ms);
    if (setup->card == CARD_NONE)
        return;
    stage->covers[stage->cover_count++] = (struct cover){.card = setup->card, .item = setup->item};
    if (setup->card == CARD_EVENT)
        stage->time_focus = setup->item;
}

struct stage *stage_create(const struct stage_setup *setup)
{
    struct stage *stage = mem_alloc(sizeof(*stage));

    stage->exhibit = setup->exhibit;
    stage->measure = setup->measure;
    stage->over_arena = arena_create();
    for (int i = 0; i < STAGE_SLOTS; i++)
        stage->slots[i].arena = arena_create();
    stage->labels = timeline_labels_create();
    stage->answered = stage->answered_first = setup->unlocked ? ~0u : 0;
    stage->time_focus = -1;
    timeline_motion_init(&stage->time, timeline_motion_limits(stage->exhibit), stage_reduced(stage));
    uncover(stage);
    stage->settings = setup->settings;
    stage_resize(stage, setup->screen, setup->now_ms);
    if (!go_to_start(stage, setup->start)) {
        stage_destroy(stage);
        return NULL;
    }
    furnish_start(stage, setup);
    stage_log_scene(stage, VIA_AUTO);
    return stage;
}

void stage_destroy(struct stage *stage)
{
    if (!stage)
        return;
    for (int i = STAGE_SLOTS - 1; i >= 0; i--)
        arena_destroy(stage->slots[i].arena);
    timeline_labels_destroy(stage->labels);
    arena_destroy(stage->over_arena);
    free(stage);
}
