/* The parts put together: their beginning and end, input to those who do it, and time. */
#include "stage/stage.h"

#include "stage/act.h"
#include "stage/block.h"
#include "stage/keys.h"
#include "staging/hear.h"
#include "staging/listen.h"
#include "staging/lower.h"
#include "staging/show.h"
#include "stage/touch.h"

#include <stdlib.h>
#include <string.h>

/* ---- beginning and end ---- */

/* A panel is there as it will be: nothing on it grows any more. */
static void stand_on(struct stage *stage, struct scene_ref scene)
{
    tween_set(&stage->pager.at, (float)pager_page_of(show_path(stage), scene));
    if (scene.ops->event)
        rise_skip(&stage->rise, scene.item);
}

/* By its log name. An overlay stands above home, or above the page of the pager that it is of. */
static bool go_to_start(struct stage *stage, const char *start)
{
    struct scene_ref scene = scene_named(stage->exhibit, start ? start : scene_attract.name), below;

    stage->attract.on = scene.ops == &scene_attract || stage->exhibit->panel_count == 0;
    if (!scene.ops)
        return stage->attract.on;
    switch (scene.ops->place) {
    case PLACE_PAGER:
        stand_on(stage, scene);
        break;
    case PLACE_ALONE:
        stage->alone = stage->attract.on ? NULL : scene.ops;
        break;
    case PLACE_OVERLAY:
        below = scene_below(stage->exhibit, scene);
        if (below.ops->place == PLACE_PAGER && below.ops->items)
            stand_on(stage, below);
        act_lay_over(stage, scene);
        break;
    }
    return true;
}

/* What lies above the start, and what attract begins with. */
static void furnish_start(struct stage *stage, const struct stage_setup *setup)
{
    const struct scene_ops *ops = setup->overlay.ops;
    struct film_shot shot = film_of_item(stage->exhibit, setup->attract_item);

    shot.language = setup->settings.language;
    cycle_begin_with(&stage->attract, stage->exhibit, shot, setup->now_ms);
    if (!ops)
        return;
    overlays_open(&stage->overlays, setup->overlay);
    stage->picture.which = setup->view;
    if (ops->event)
        stage->time.event = ops->event(stage->exhibit, setup->overlay.item);
}

struct stage *stage_create(const struct stage_setup *setup)
{
    struct stage *stage = mem_alloc(sizeof(*stage));

    stage->exhibit = setup->exhibit;
    stage->measure = setup->measure;
    stage->arena = arena_create();
    page_cache_init(&stage->cache);
    time_window_init(&stage->time);
    stage->visit.answered_first = setup->unlocked ? ~0u : 0;
    stage->visit.visited.seen = mem_alloc(sizeof(bool) * (size_t)int_max(1, stage->exhibit->panel_count));
    visit_begin(&stage->visit, stage->exhibit);
    rise_init(&stage->rise, stage->exhibit);
    listening_init(&stage->listening, stage->exhibit);
    hearing_init(&stage->hearing);
    stage->visit.settings = setup->settings;
    time_window_reset(&stage->time, stage->exhibit);
    pager_reset(&stage->pager);
    act_uncover(stage);
    stage_resize(stage, setup->screen, setup->now_ms);
    if (!go_to_start(stage, setup->start)) {
        stage_destroy(stage);
        return NULL;
    }
    furnish_start(stage, setup);
    act_log_scene(stage, VIA_AUTO);
    return stage;
}

void stage_destroy(struct stage *stage)
{
    if (!stage)
        return;
    listening_finish(&stage->listening);
    time_window_finish(&stage->time);
    page_cache_finish(&stage->cache);
    free(stage->visit.visited.seen);
    rise_finish(&stage->rise);
    arena_destroy(stage->arena);
    free(stage);
}

void stage_resize(struct stage *stage, struct size screen, int64_t now_ms)
{
    stage_cancel(stage, now_ms);
    stage->frame.size = screen;
    tween_set(&stage->pager.scroll, 0);
    stage->fade.duration_ms = 0;
    act_style(stage);
    stage->shown = (struct shown){0}; /* of another screen */
    gestures_init(&stage->hands.gestures, (struct gesture_setup){stage->style.px_per_mm});
}

/* ---- input ---- */

/* Of a screen that was resized nothing is shown yet: who asks what is there, asks after this. */
static void show_something(struct stage *stage, int64_t now_ms)
{
    if (!stage->shown.base)
        show_frame(stage, now_ms);
}

/* On a page or what lies above it, not on the bar; a finger is where it came down. */
static bool is_on_page(const struct stage *stage, const struct pointer_sample *sample)
{
    struct point start = sample->at;

    if (sample->kind != POINTER_DOWN)
        gestures_start(&stage->hands.gestures, sample->id, &start);
    return start.y < (float)stage->style.bar.y;
}

/* Fingers touch what is seen, and pages are laid out as one reads, and whole. Contacts with a page that has turned round or moved since are
 * let go. */
static struct pointer_sample as_read(struct stage *stage, struct pointer_sample sample)
{
    bool mirrored = stage->frame.mirrored;
    int lowered_px = stage->shown.lowered_px;

    if (stage->hands.mirrored != mirrored || stage->hands.lowered_px != lowered_px)
        stage_cancel(stage, sample.ms);
    stage->hands.mirrored = mirrored;
    stage->hands.lowered_px = lowered_px;
    if (lowered_px > 0 && is_on_page(stage, &sample))
        sample.at.y -= (float)lowered_px;
    if (mirrored)
        sample.at.x = float_clamp((float)stage->frame.size.w - sample.at.x, 0, (float)stage->frame.size.w - 1);
    return sample;
}

/* What a finger wakes: between two posters, the nearer one. */
static struct action touched_at(const struct stage *stage, struct point at)
{
    struct frame_gutter gutter = stage->frame.gutter;
    float middle = (float)gutter.x_px + (float)gutter.w_px / 2;
    struct action touched = shown_press_at(&stage->shown, at).target.action;

    if (touched.kind != ACTION_NONE || gutter.w_px == 0)
        return touched;
    return shown_press_at(&stage->shown, (struct point){at.x + (float)(at.x < middle ? -gutter.w_px : gutter.w_px), at.y}).target.action;
}

/* By what the finger is on, a card too; by nothing where the frame of a visit still stands. */
static void wake_by_touch(struct stage *stage, struct action touched, int64_t now_ms)
{
    if (touched.kind == ACTION_WAKE || touched.kind == ACTION_OPEN)
        act(stage, (struct action){.kind = ACTION_WAKE, .argument = touched.argument}, now_ms);
    else
        act_wake(stage, now_ms);
    if (touched.kind == ACTION_OPEN)
        act(stage, (struct action){.kind = ACTION_OPEN, .scene = touched.scene}, now_ms);
}

void stage_pointer(struct stage *stage, const struct pointer_sample *sample, enum via via)
{
    show_something(stage, sample->ms);
    bool asked = show_countdown(stage, sample->ms) > 0, slept = stage->attract.on, down = sample->kind == POINTER_DOWN;
    struct pointer_sample read = as_read(stage, *sample);
    stage->scan.on = stage->scan.on && !down;
    bool activity = gestures_sample(&stage->hands.gestures, &read);

    stage->visit.via = via;
    if (activity && down)
        listening_hush(&stage->listening, sample->ms);
    if (activity && down && (slept || asked)) /* this touch says only: here I am */
        gestures_ignore(&stage->hands.gestures, sample->id);
    if (activity)
        idle_note_activity(&stage->idle, sample->ms);
    touch_gestures(stage);
    if (activity && down && slept)
        wake_by_touch(stage, touched_at(stage, read.at), sample->ms);
}

void stage_cancel(struct stage *stage, int64_t now_ms)
{
    gestures_cancel_all(&stage->hands.gestures, now_ms);
    touch_gestures(stage);
}

void stage_key(struct stage *stage, enum key key, int64_t now_ms)
{
    ASSERT(key < KEY_COUNT);
    show_something(stage, now_ms);
    keys_press(stage, key, now_ms);
}

void stage_key_held(struct stage *stage, enum key key, int64_t now_ms)
{
    ASSERT(key < KEY_COUNT);
    show_something(stage, now_ms);
    keys_hold(stage, key, now_ms);
}

/* ---- time ---- */

static void advance_attract(struct stage *stage, int64_t now_ms)
{
    const struct exhibit *exhibit = stage->exhibit;

    switch (cycle_advance(&stage->attract, exhibit, now_ms)) {
    case CYCLE_NEXT_SHOT:
        act_fade(stage, now_ms, exhibit->attract & ATTRACT_POSTERS ? exhibit->timing.poster_turn_ms : exhibit->timing.turn_ms);
        break;
    case CYCLE_NEXT_YEAR:
        act_fade(stage, now_ms, BLOCK_STEP_FADE_MS);
        return;
    case CYCLE_SLIDES:
        break;
    case CYCLE_STAYS:
        return;
    }
    play_arm(&stage->play);
}

static bool is_moving(const struct stage *stage, int64_t now_ms)
{
    const struct overlay *overlay = overlays_top(&stage->overlays);
    bool time_runs = show_base_scene(stage).ops->window == WINDOW_TIME && axis_motion_running(&stage->time.motion, now_ms);
    bool picture_runs =
        show_behind(stage).ops->window == WINDOW_PICTURE && !stage->picture.zoom.held && picture_window_running(&stage->picture, now_ms);

    return stage->leaving.scene.ops || (stage->attract.on && tween_running(&stage->attract.turn, now_ms)) ||
           tween_running(&stage->pager.at, now_ms) || tween_running(&stage->lowering.at, now_ms) ||
           tween_running(&stage->pager.scroll, now_ms) || stage->fade.duration_ms > 0 ||
           (overlay && tween_running(&overlay->scroll, now_ms)) || time_runs || picture_runs || stage->play.runs ||
           rise_running(&stage->rise, now_ms);
}

/* Once a panel rests before the visitor. */
static void tick_rise(struct stage *stage, int64_t now_ms)
{
    struct scene_ref scene = show_top(stage);

    if (scene.ops == &scene_panel && show_awaits_rise(stage, scene.item) && !show_locked(stage) && !is_moving(stage, now_ms) &&
        !stage->pager.at.held)
        rise_begin(&stage->rise, scene.item, now_ms - TWEEN_HEAD_START_MS);
}

void stage_tick(struct stage *stage, int64_t now_ms)
{
    show_something(stage, now_ms);
    gestures_tick(&stage->hands.gestures, now_ms);
    touch_gestures(stage);
    fade_tick(&stage->fade, now_ms);
    if (stage->leaving.scene.ops && !picture_window_running(&stage->leaving.window, now_ms))
        stage->leaving = (struct leaving){0};
    pager_tick(&stage->pager, now_ms);
    play_tick(&stage->play, now_ms);
    if (stage->attract.on)
        advance_attract(stage, now_ms);
    if (stage->pager.route && pager_page(&stage->pager) == PAGER_HOME && !stage->pager.at.held && !tween_running(&stage->pager.at, now_ms))
        pager_take(&stage->pager, NULL); /* whoever came home has left it */
    tick_rise(stage, now_ms);
    keys_scan(stage, now_ms);
    if (show_waits(stage) && now_ms >= show_idle_times(stage).leave_ms)
        act_attract(stage, now_ms, VIA_IDLE);
}

int64_t stage_deadline(const struct stage *stage, int64_t now_ms)
{
    int64_t deadline = gestures_deadline(&stage->hands.gestures), scans = scan_deadline(&stage->scan),
            told = pager_told_until(&stage->pager), heard = hear_deadline(stage, now_ms), next = CLOCK_NEVER;

    if (told < deadline)
        deadline = told;
    if (scans < deadline)
        deadline = scans;
    if (heard < deadline)
        deadline = heard;
    if (is_moving(stage, now_ms))
        return now_ms;
    if (stage->attract.on) {
        next = cycle_deadline(&stage->attract, stage->exhibit);
    } else if (show_waits(stage)) {
        struct idle_times times = show_idle_times(stage);

        next = times.ask_ms;
        if (now_ms >= next) /* the next whole second of the countdown */
            next = times.leave_ms - (int64_t)(idle_countdown(times, now_ms) - 1) * 1000;
    }
    return next < deadline ? next : deadline;
}

bool stage_rests(const struct stage *stage, int64_t now_ms)
{
    return hands_free(&stage->hands) && stage_deadline(stage, now_ms) > now_ms;
}

void stage_painted(struct stage *stage, int64_t now_ms)
{
    if (stage->play.on && !is_moving(stage, now_ms))
        play_begin(&stage->play, draw_movement_ms(&stage->frame.layers[0].list), now_ms);
}

/* ---- what it shows and tells ---- */

const struct frame *stage_frame(struct stage *stage, int64_t now_ms)
{
    hear_look(stage, now_ms);
    const struct frame *frame = show_frame(stage, now_ms);

    listen_look(stage, now_ms);
    return frame;
}

const struct frame *stage_ahead(struct stage *stage, int index)
{
    return show_ahead(stage, index);
}

const char *stage_log(struct stage *stage)
{
    return scene_log_take(&stage->log);
}

const struct targets *stage_targets(const struct stage *stage)
{
    return &stage->shown.targets;
}

int stage_lowered_px(const struct stage *stage)
{
    return stage->shown.lowered_px;
}

struct rect stage_seen(const struct stage *stage, struct rect rect)
{
    return lower_seen(stage, rect);
}

const struct listening_wish *stage_wish(const struct stage *stage)
{
    return listening_wish(&stage->listening);
}

void stage_unheard(struct stage *stage, unsigned serial)
{
    if (hearing_fails(&stage->hearing, serial))
        listening_silence(&stage->listening);
    else
        listening_leave(&stage->listening);
}

void stage_sounds(struct stage *stage, const struct hearing_news *news, int64_t now_ms)
{
    bool holds = hearing_goes_on(&stage->hearing, news, now_ms) && hearing_holds(&stage->hearing, now_ms);

    if (holds || listen_is_heard(stage))
        idle_note_activity(&stage->idle, now_ms);
}

void stage_said(struct stage *stage, unsigned serial, int64_t now_ms)
{
    bool over = hearing_is_over(&stage->hearing, serial);

    if (over || listen_is_heard(stage))
        idle_note_activity(&stage->idle, now_ms);
    if (over)
        listening_silence(&stage->listening);
    else
        listening_said(&stage->listening, serial, now_ms);
}

void stage_hush(struct stage *stage)
{
    hear_end(stage);
}

bool stage_headset(struct stage *stage, bool plugged, int64_t now_ms)
{
    bool turned = stage->listening.headset != plugged;

    if (listen_headset(stage, plugged))
        act_wake(stage, now_ms);
    return turned;
}

void stage_set_tally(struct stage *stage, const struct tally *tally)
{
    stage->visit.visited.tally = *tally;
    stage->visit.visited.changes++;
}

const struct tally *stage_tally(const struct stage *stage)
{
    return &stage->visit.visited.tally;
}

const struct settings *stage_settings(const struct stage *stage)
{
    return &stage->visit.settings;
}

void stage_scene(const struct stage *stage, char name[SCENE_NAME_BYTES])
{
    scene_name(stage->exhibit, show_top(stage), show_locked(stage) != 0, name);
}

bool stage_is_attract(const struct stage *stage)
{
    return stage->attract.on;
}
