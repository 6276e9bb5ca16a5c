/* One function a kind of action; scenes are opened by what they say of themselves. */
#include "stage/act.h"

#include "film/attract.h"
#include "stage/block.h"
#include "staging/growth.h"
#include "staging/hear.h"
#include "staging/listen.h"
#include "staging/lower.h"
#include "staging/show.h"
#include "staging/sight.h"
#include "cards/card.h"
#include "way/path.h"

#include <math.h>

enum { SETTINGS_FADE_MS = 250, OVERLAY_FADE_MS = 250, WAKE_FADE_MS = 300 };

static const float CLOSER = 1.6F; /* a step of zooming */

void act_fade(struct stage *stage, int64_t now_ms, int duration_ms)
{
    stage->leaving = (struct leaving){0};
    if (!stage->style.still)
        fade_begin(&stage->fade, now_ms, duration_ms);
}

void act_log_scene(struct stage *stage, enum via via)
{
    char name[SCENE_NAME_BYTES];

    play_stop(&stage->play);
    if (show_top(stage).ops == &scene_panel && !show_locked(stage))
        visit_see(&stage->visit, show_top(stage).item);
    scene_name(stage->exhibit, show_top(stage), show_locked(stage) != 0, name);
    scene_log_add(&stage->log, "scene %s lang=%s via=%s", name, stage->exhibit->languages[stage->visit.settings.language], via_name(via));
}

void act_style(struct stage *stage)
{
    struct style_setup setup = {
        .exhibit = stage->exhibit,
        .measure = &stage->measure,
        .screen = stage->frame.size,
        .settings = stage->visit.settings,
    };

    style_make(&stage->style, &setup);
    stage->time.motion.reduced = stage->style.still;
    page_cache_clear(&stage->cache);
    stage->picture.place = (struct rect){0}; /* things stand elsewhere now */
    stage->leaving = (struct leaving){0};
    lower_settle(stage);
}

void act_uncover(struct stage *stage)
{
    stage->overlays.count = 0;
    picture_window_reset(&stage->picture);
}

void act_lay_over(struct stage *stage, struct scene_ref scene)
{
    struct scene context = show_context(stage);

    context.item = scene.item;
    overlays_open(&stage->overlays, scene);
    if (scene.ops->window == WINDOW_PICTURE)
        picture_window_open(&stage->picture, &context);
}

/* ---- attract ---- */

void act_attract(struct stage *stage, int64_t now_ms, enum via via)
{
    act_fade(stage, now_ms, stage->exhibit->timing.turn_ms);
    hands_let_go(&stage->hands, now_ms);
    visit_begin(&stage->visit, stage->exhibit);
    rise_reset(&stage->rise, stage->exhibit);
    hear_end(stage);
    listening_leave(&stage->listening);
    stage->lowering.part = 0;
    act_style(stage);
    stage->attract.on = true;
    cycle_begin(&stage->attract, stage->exhibit, now_ms);
    stage->idle.armed = false;
    stage->scan = (struct scan){0};
    stage->focused = (struct target_id){0};
    stage->alone = NULL;
    time_window_reset(&stage->time, stage->exhibit);
    act_uncover(stage);
    pager_reset(&stage->pager);
    act_log_scene(stage, via);
}

void act_wake(struct stage *stage, int64_t now_ms)
{
    if (stage->exhibit->panel_count == 0) /* there is nothing behind the opening */
        return;
    act_fade(stage, now_ms, WAKE_FADE_MS);
    stage->attract.on = false;
    listen_wake(stage);
    act_log_scene(stage, stage->visit.via);
}

/* What was looked at, whole, as it was seen: in that language, a map in that year. */
static void open_shot(struct stage *stage, struct film_shot shot)
{
    struct scene_ref panel = {&scene_panel, shot.panel};

    stage->visit.settings.language = shot.language;
    if (shot.panel == FILM_TIMELINE)
        stage->alone = &scene_timeline;
    if (shot.panel < 0)
        return;
    tween_set(&stage->pager.at, (float)pager_page_of(show_path(stage), panel));
    if (shot.kind != FILM_POSTER)
        rise_skip(&stage->rise, shot.panel);
    if (shot.kind == FILM_POSTER || shot.panel != stage->attract.shot.panel || stage->attract.year < 0)
        return;
    stage->pager.stepped_page = pager_page(&stage->pager);
    stage->pager.map_step = stage->attract.year;
}

/* ---- the base ---- */

/* Shows a page of the pager by a fade. */
static void go_to_page(struct stage *stage, int page, int64_t now_ms)
{
    bool changed = page != pager_page(&stage->pager) || stage->alone || stage->overlays.count > 0;

    if (changed || tween_at(&stage->pager.at, now_ms) != (float)page)
        act_fade(stage, now_ms, stage->exhibit->timing.turn_ms);
    stage->alone = NULL;
    stage->pager.bound_page = PAGER_HOME;
    if (page == PAGER_HOME)
        pager_take(&stage->pager, NULL);
    act_uncover(stage);
    tween_set(&stage->pager.at, (float)page);
    if (changed)
        act_log_scene(stage, stage->visit.via);
}

static void go_alone(struct stage *stage, const struct scene_ops *ops, int64_t now_ms)
{
    bool changed = stage->alone != ops || stage->overlays.count > 0;

    act_uncover(stage);
    stage->alone = ops;
    if (!changed)
        return;
    act_fade(stage, now_ms, stage->exhibit->timing.turn_ms);
    act_log_scene(stage, stage->visit.via);
}

/* A panel that lies off the route leads back to the whole exhibit. */
static int page_on_path(struct stage *stage, struct scene_ref scene)
{
    int page = pager_page_of(show_path(stage), scene);
    struct scene_ref here = pager_scene(show_path(stage), pager_page(&stage->pager));

    if (page >= 0)
        return page;
    pager_take(&stage->pager, NULL);
    tween_set(&stage->pager.at, (float)pager_page_of(show_path(stage), here));
    return pager_page_of(show_path(stage), scene);
}

static bool open_page(struct stage *stage, struct scene_ref scene, int64_t now_ms)
{
    int page = page_on_path(stage, scene);

    if (page == PAGER_HOME)
        stage->visit.history_count = 0;
    else if (stage->alone || pager_page(&stage->pager) != page)
        visit_remember(&stage->visit, show_base(stage));
    go_to_page(stage, page, now_ms);
    return true;
}

/* The history leads back over the same panels, whatever route they were seen on. */
static bool open_route(struct stage *stage, struct action action, int64_t now_ms)
{
    if (stage->alone || pager_page(&stage->pager) != PAGER_HOME)
        visit_remember(&stage->visit, show_base(stage));
    pager_take(&stage->pager, &stage->exhibit->routes[action.argument]);
    tween_set(&stage->pager.at, PAGER_HOME); /* whatever page that was, it is another now */
    go_to_page(stage, PAGER_PANELS, now_ms);
    return true;
}

static bool open_alone(struct stage *stage, struct scene_ref scene, int64_t now_ms)
{
    const struct panel *here = stage->alone ? NULL : show_panel(stage);
    int panel = here ? (int)(here - stage->exhibit->panels) : -1;

    if (!scene_exists(stage->exhibit, scene) || (stage->alone == scene.ops && stage->overlays.count == 0))
        return false;
    if (stage->alone != scene.ops)
        visit_remember(&stage->visit, show_base(stage));
    if (scene.ops->window == WINDOW_TIME && panel >= 0 && exhibit_panel_event(stage->exhibit, panel) >= 0)
        time_window_visit(&stage->time, stage->exhibit, panel);
    else if (scene.ops->window == WINDOW_TIME)
        time_window_reset(&stage->time, stage->exhibit);
    go_alone(stage, scene.ops, now_ms);
    return true;
}

/* ---- overlays ---- */

/* What other fingers and the focus stood on has gone. */
static void change_overlays(struct stage *stage, int64_t now_ms)
{
    act_fade(stage, now_ms, OVERLAY_FADE_MS);
    stage->fade.cards = true;
    stage->fade.card = stage->shown.overlay ? lower_seen(stage, card_box(&stage->shown.overlay->page)) : (struct rect){0};
    stage->hands.presses = (struct presses){0};
    if (stage->pager.scroll.held) /* what a finger scrolled stays, where links are looked for too */
        tween_set(&stage->pager.scroll, roundf(stage->pager.scroll.from));
    stage->focused = (struct target_id){0};
}

static bool open_overlay(struct stage *stage, struct scene_ref scene, int64_t now_ms)
{
    struct scene context = show_context(stage);
    struct rect from = scene_offered(&stage->shown.targets, scene);

    if (scene.ops->event)
        stage->time.event = scene.ops->event(stage->exhibit, scene.item);
    change_overlays(stage, now_ms);
    stage->fade.from = from;
    act_lay_over(stage, scene);
    if (scene.ops->window == WINDOW_PICTURE)
        growth_open_picture(stage, scene, now_ms);
    stage->fade.from = lower_seen(stage, from);
    act_log_scene(stage, stage->visit.via);
    if (scene.ops->window == WINDOW_PICTURE)
        play_arm(&stage->play);
    context.item = scene.item;
    if (stage->visit.via == VIA_KEY && scene.ops->focus)
        stage->focused.action = scene.ops->focus(&context);
    return true;
}

static bool close_overlay(struct stage *stage, int64_t now_ms)
{
    const struct overlay *top = overlays_top(&stage->overlays);

    if (!top)
        return false;
    change_overlays(stage, now_ms);
    if (top->scene.ops->window == WINDOW_PICTURE)
        growth_close_picture(stage, top->scene, now_ms);
    overlays_close(&stage->overlays);
    if (stage->overlays.count == 0)
        act_uncover(stage);
    act_log_scene(stage, stage->visit.via);
    return true;
}

static bool open_scene(struct stage *stage, struct scene_ref scene, int64_t now_ms)
{
    switch (scene.ops->place) {
    case PLACE_PAGER:
        return open_page(stage, scene, now_ms);
    case PLACE_ALONE:
        return open_alone(stage, scene, now_ms);
    case PLACE_OVERLAY:
        break;
    }
    return open_overlay(stage, scene, now_ms);
}

/* ---- actions ---- */

static bool wake(struct stage *stage, struct action action, int64_t now_ms)
{
    if (stage->exhibit->panel_count > 0)
        open_shot(stage, attract_woken(stage->exhibit, action.argument));
    act_wake(stage, now_ms);
    return true;
}

/* Somebody has said that they are there: that was all. */
static bool stay(struct stage *stage, struct action action, int64_t now_ms)
{
    (void)stage, (void)action, (void)now_ms;
    return true;
}

static bool close_top(struct stage *stage, struct action action, int64_t now_ms)
{
    (void)action;
    return close_overlay(stage, now_ms);
}

/* Closes what is open, else goes where one came from, else home, else to sleep. */
static bool go_back(struct stage *stage, struct action action, int64_t now_ms)
{
    struct base past;

    (void)action;
    if (close_overlay(stage, now_ms))
        return true;
    if (!stage->alone && pager_page(&stage->pager) == PAGER_HOME) {
        act_attract(stage, now_ms, stage->visit.via);
        return true;
    }
    past = visit_back(&stage->visit, show_base(stage));
    if (past.alone)
        go_alone(stage, past.alone, now_ms);
    else
        go_to_page(stage, past.page.ops ? page_on_path(stage, past.page) : PAGER_HOME, now_ms);
    return true;
}

/* The page beside it slides in, as if a finger had thrown it, past no other: of the two that are seen one is the one that keys mean. */
static void slide_to_page(struct stage *stage, int page, int64_t now_ms)
{
    struct tween *at = &stage->pager.at;
    float from = tween_at(at, now_ms), by = (float)page > from ? 1 : -1;

    if (fabsf((float)page - from) > 1)
        tween_set(at, (float)page - by);
    tween_run(at, (float)page, now_ms, stage->style.still ? 0 : stage->exhibit->timing.turn_ms);
    at->start_ms -= TWEEN_HEAD_START_MS;
    stage->pager.bound_page = PAGER_HOME;
    act_log_scene(stage, stage->visit.via);
}

static bool turn_page(struct stage *stage, struct action action, int64_t now_ms)
{
    int here = pager_page(&stage->pager), by = action.kind == ACTION_NEXT ? 1 : -1;
    int page = pager_neighbour(show_path(stage), stage->visit.answered, here, by);

    if (page != here && !stage->alone && stage->overlays.count == 0 && stage->lowering.part == 0)
        slide_to_page(stage, page, now_ms);
    else
        go_to_page(stage, page == here && by > 0 ? PAGER_HOME : page, now_ms); /* behind the last one it begins anew */
    return true;
}

static bool go_to_end(struct stage *stage, struct action action, int64_t now_ms)
{
    go_to_page(stage, action.kind == ACTION_FIRST ? PAGER_PANELS : path_length(show_path(stage)), now_ms);
    return true;
}

/* What a cluster counts comes apart; where no closer look can part it, it is listed. */
static bool open_cluster(struct stage *stage, struct action action, int64_t now_ms)
{
    struct scene scene = show_scene(stage, now_ms, true);

    return time_window_part(&stage->time, &scene, action.argument, now_ms) || open_scene(stage, scene_opened_by(action), now_ms);
}

/* ---- notices ---- */

static bool accept_notices(struct stage *stage, struct action action, int64_t now_ms)
{
    unsigned locked = show_locked(stage);

    (void)action;
    if (!locked)
        return false;
    act_fade(stage, now_ms, stage->exhibit->timing.turn_ms);
    if (stage->pager.bound_page != PAGER_HOME && stage->overlays.count == 0)
        tween_set(&stage->pager.at, (float)stage->pager.bound_page);
    stage->pager.bound_page = PAGER_HOME;
    stage->visit.answered |= locked;
    act_log_scene(stage, stage->visit.via);
    return true;
}

/* Past the whole run of panels behind notices. */
static bool skip_panels(struct stage *stage, struct action action, int64_t now_ms)
{
    struct path path = show_path(stage);
    int place = path_skip(path, pager_page(&stage->pager) - PAGER_PANELS);

    (void)action;
    go_to_page(stage, PAGER_PANELS + place <= pager_last(path) ? PAGER_PANELS + place : PAGER_HOME, now_ms);
    return true;
}

/* ---- the end ---- */

static bool touch_question(struct stage *stage, struct action action, int64_t now_ms)
{
    if (visit_touch(&stage->visit, action.argument))
        act_fade(stage, now_ms, OVERLAY_FADE_MS);
    return true;
}

static bool begin_again(struct stage *stage, struct action action, int64_t now_ms)
{
    (void)action;
    visit_restart(&stage->visit, stage->exhibit);
    rise_reset(&stage->rise, stage->exhibit);
    go_to_page(stage, PAGER_HOME, now_ms);
    return true;
}

/* ---- settings ---- */

/* Other words, or others of another size, begin at their top. */
static void show_settings(struct stage *stage, bool anew, int64_t now_ms)
{
    const struct settings *settings = &stage->visit.settings;

    act_style(stage);
    act_fade(stage, now_ms, SETTINGS_FADE_MS);
    if (anew)
        tween_set(&stage->pager.scroll, 0);
    if (anew && stage->overlays.count > 0)
        tween_set(&stage->overlays.list[stage->overlays.count - 1].scroll, 0);
    scene_log_add(&stage->log, "settings lang=%s %s via=%s", stage->exhibit->languages[settings->language],
                  settings_told(stage->arena, settings), via_name(stage->visit.via));
}

static bool choose_setting(struct stage *stage, struct action action, int64_t now_ms)
{
    const struct overlay *overlay = overlays_top(&stage->overlays);
    enum visit_change change;

    if (overlay && overlay->scene.ops->chooses == action.kind)
        close_overlay(stage, now_ms);
    change = visit_choose(&stage->visit, stage->exhibit, action);
    if (action.kind == ACTION_USUAL)
        listen_as_usual(stage);
    if (change != VISIT_AS_BEFORE)
        show_settings(stage, change == VISIT_SET_ANEW, now_ms);
    return change != VISIT_AS_BEFORE;
}

/* ---- within a scene ---- */

static bool scroll(struct stage *stage, struct action action, int64_t now_ms)
{
    const struct scroll_area *area = &show_front_page(stage)->scroll;
    int screenful = int_max(area->step_px, area->rect.h - area->step_px);

    return sight_scroll_by(stage, action.argument * int_max(1, action.kind == ACTION_SCROLL ? screenful : area->step_px), now_ms);
}

/* Pictures, time, letters: whatever the scene in front shows larger. */
static bool look_closer(struct stage *stage, struct action action, int64_t now_ms)
{
    struct scene scene = show_scene(stage, now_ms, true);
    float factor = action.argument > 0 ? CLOSER : 1 / CLOSER;

    switch (show_top(stage).ops->window) {
    case WINDOW_PICTURE:
        picture_window_zoom(&stage->picture, &scene, factor, now_ms);
        return true;
    case WINDOW_TIME:
        time_window_zoom(&stage->time, stage->exhibit, factor, now_ms);
        return true;
    case WINDOW_NONE:
        break;
    }
    return choose_setting(stage, visit_larger(&stage->visit, action.argument), now_ms);
}

/* Of an action of the two that go across or down. */
static struct point way_of(struct action action)
{
    bool across = action.kind == ACTION_PAN_ACROSS || action.kind == ACTION_FOCUS_ACROSS;
    float by = (float)action.argument;

    return across ? (struct point){by, 0} : (struct point){0, by};
}

static bool pan(struct stage *stage, struct action action, int64_t now_ms)
{
    struct scene scene = show_scene(stage, now_ms, true);

    picture_window_pan(&stage->picture, &scene, way_of(action), now_ms);
    return true;
}

/* All of the picture, or of time. */
static bool show_all(struct stage *stage, struct action action, int64_t now_ms)
{
    struct scene scene = show_scene(stage, now_ms, true);

    (void)action;
    if (show_top(stage).ops->window == WINDOW_TIME)
        time_window_show_all(&stage->time, now_ms);
    else
        picture_window_run(&stage->picture, &scene, PICTURE_WHOLE, now_ms);
    return true;
}

/* Fingers may come faster than frames: the picture that they touched may be gone. */
static bool turn_picture(struct stage *stage, struct action action, int64_t now_ms)
{
    struct scene scene = show_scene(stage, now_ms, true);
    bool turned = show_top(stage).ops->window == WINDOW_PICTURE && picture_window_turn(&stage->picture, &scene, action.argument);

    if (turned)
        play_arm(&stage->play);
    return turned;
}

static bool show_detail(struct stage *stage, struct action action, int64_t now_ms)
{
    struct scene scene = show_scene(stage, now_ms, true);

    return show_top(stage).ops->window == WINDOW_PICTURE && picture_window_detail(&stage->picture, &scene, action.argument, now_ms);
}

static bool stand_on_event(struct stage *stage, struct action action, int64_t now_ms)
{
    time_window_stand(&stage->time, stage->exhibit, action.argument, now_ms);
    return true;
}

static bool lower(struct stage *stage, struct action action, int64_t now_ms)
{
    int part = stage->lowering.part;

    lower_to(stage, action.argument > 0 && part < stage->style.reach.parts ? part + 1 : 0, now_ms);
    return part != stage->lowering.part;
}

/* ---- the focus ---- */

static bool focus_next(struct stage *stage, struct action action, int64_t now_ms)
{
    return sight_focus_next(stage, action.argument, now_ms);
}

/* At the end of a row to the next target, as one reads. */
static bool focus_towards(struct stage *stage, struct action action, int64_t now_ms)
{
    return sight_focus_towards(stage, way_of(action), now_ms) || sight_focus_next(stage, action.argument, now_ms);
}

/* ---- all of them ---- */

/* Actions that ask for a scene are not here, but for those that may do without. */
static bool (*const ACTS[ACTION_COUNT])(struct stage *stage, struct action action, int64_t now_ms) = {
    [ACTION_WAKE] = wake,
    [ACTION_STAY] = stay,
    [ACTION_PREVIOUS] = turn_page,
    [ACTION_NEXT] = turn_page,
    [ACTION_FIRST] = go_to_end,
    [ACTION_LAST] = go_to_end,
    [ACTION_CLUSTER] = open_cluster,
    [ACTION_BACK] = go_back,
    [ACTION_CLOSE] = close_top,
    [ACTION_ACCEPT] = accept_notices,
    [ACTION_SKIP] = skip_panels,
    [ACTION_ROUTE] = open_route,
    [ACTION_QUESTION] = touch_question,
    [ACTION_AGAIN] = begin_again,
    [ACTION_LANGUAGE] = choose_setting,
    [ACTION_SETTING] = choose_setting,
    [ACTION_SETTING_SWITCH] = choose_setting,
    [ACTION_USUAL] = choose_setting,
    [ACTION_LOWER] = lower,
    [ACTION_LISTEN] = listen_act,
    [ACTION_LISTEN_PAUSE] = listen_act,
    [ACTION_LISTEN_SENTENCE] = listen_act,
    [ACTION_LISTEN_AGAIN] = listen_act,
    [ACTION_LISTEN_SPEED] = listen_act,
    [ACTION_LISTEN_VOLUME] = listen_act,
    [ACTION_SOUND] = hear_act,
    [ACTION_SCROLL] = scroll,
    [ACTION_SCROLL_LINES] = scroll,
    [ACTION_CLOSER] = look_closer,
    [ACTION_PAN_ACROSS] = pan,
    [ACTION_PAN_DOWN] = pan,
    [ACTION_FIT] = show_all,
    [ACTION_PICTURE] = turn_picture,
    [ACTION_DETAIL] = show_detail,
    [ACTION_STAND] = stand_on_event,
    [ACTION_STEP] = block_step,
    [ACTION_CHOOSE] = block_choose,
    [ACTION_EXPLORE] = block_explore,
    [ACTION_FOCUS_NEXT] = focus_next,
    [ACTION_FOCUS_ACROSS] = focus_towards,
    [ACTION_FOCUS_DOWN] = focus_towards,
};

bool act(struct stage *stage, struct action action, int64_t now_ms)
{
    struct scene_ref scene = scene_opened_by(action), before = show_top(stage);
    unsigned locked = show_locked(stage);
    bool done = ACTS[action.kind] ? ACTS[action.kind](stage, action, now_ms) : scene.ops && open_scene(stage, scene, now_ms);

    if (stage->lowering.part > 0 && (!scene_equal(before, show_top(stage)) || locked != show_locked(stage)))
        lower_return(stage, now_ms);
    return done;
}
