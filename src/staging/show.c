/* A frame: the page behind, or two of the pager side by side; the bar; an overlay; the marks of touch and focus, and the countdown. */
#include "staging/show.h"

#include "film/attract.h"
#include "page/scroll.h"
#include "scene/bar.h"
#include "progress/progress.h"
#include "staging/lower.h"
#include "wings/grounds.h"

#include <math.h>

/* Of a sound, what its card shows of it; where nothing moves, whole seconds. */
enum { SOUND_STEP_MS = 250, STILL_STEP_MS = 1000 };

/* ---- which scene ---- */

struct path show_path(const struct stage *stage)
{
    return (struct path){stage->exhibit, stage->pager.route};
}

struct base show_base(const struct stage *stage)
{
    return (struct base){stage->alone, pager_scene(show_path(stage), pager_page(&stage->pager))};
}

struct scene_ref show_base_scene(const struct stage *stage)
{
    return stage->alone ? (struct scene_ref){stage->alone, 0} : pager_scene(show_path(stage), pager_page(&stage->pager));
}

static struct scene_ref attract_scene(const struct stage *stage)
{
    return (struct scene_ref){&scene_attract, film_item(stage->exhibit, stage->attract.shot)};
}

struct scene_ref show_top(const struct stage *stage)
{
    const struct overlay *overlay = overlays_top(&stage->overlays);

    if (stage->attract.on)
        return attract_scene(stage);
    return overlay ? overlay->scene : show_base_scene(stage);
}

struct scene_ref show_behind(const struct stage *stage)
{
    const struct overlay *whole = overlays_whole(&stage->overlays);

    if (stage->attract.on)
        return attract_scene(stage);
    return whole ? whole->scene : show_base_scene(stage);
}

unsigned show_locked(const struct stage *stage)
{
    return scene_notices(stage->exhibit, show_top(stage)) & ~stage->visit.answered;
}

const struct panel *show_panel(const struct stage *stage)
{
    struct scene_ref scene = pager_scene(show_path(stage), pager_page(&stage->pager));

    return scene.ops->event && !stage->attract.on ? &stage->exhibit->panels[scene.item] : NULL;
}

struct scene show_context(const struct stage *stage)
{
    return (struct scene){
        .exhibit = stage->exhibit,
        .style = &stage->style,
        .measure = &stage->measure,
        .arena = stage->arena,
        .language = stage->attract.on ? stage->attract.shot.language : stage->visit.settings.language,
        .step = -1,
        .locked = ~stage->visit.answered,
        .here = show_panel(stage),
        .route = stage->pager.route,
        .visited = &stage->visit.visited,
        .labels = stage->time.labels,
        .aloud = listening_aloud(&stage->listening),
    };
}

static struct scene_window window_at(const struct stage *stage, enum scene_window_kind kind, int64_t now_ms)
{
    switch (kind) {
    case WINDOW_TIME:
        return time_window_at(&stage->time, now_ms);
    case WINDOW_PICTURE:
        return picture_window_at(&stage->picture, now_ms);
    case WINDOW_NONE:
        break;
    }
    return (struct scene_window){0};
}

const struct block *show_block(const struct stage *stage, struct scene_ref scene)
{
    const struct panel *panel = &stage->exhibit->panels[scene.item];

    if (scene.ops == &scene_panel)
        return blocks_first(panel);
    return scene.ops->above == &scene_panel ? blocks_on_card(panel) : NULL;
}

struct pager_block show_block_place(const struct stage *stage, struct scene_ref scene)
{
    const struct block *block = show_block(stage, scene);

    if (!block)
        return (struct pager_block){.page = PAGER_HOME};
    return (struct pager_block){pager_page_of(show_path(stage), (struct scene_ref){&scene_panel, scene.item}), block->part};
}

static int step_of(const struct stage *stage, struct scene_ref scene)
{
    return scene.ops->window == WINDOW_TIME ? stage->time.event : pager_map_step(&stage->pager, show_block_place(stage, scene).page);
}

struct hearing_moment show_hearing(const struct stage *stage, int64_t now_ms)
{
    return (struct hearing_moment){now_ms, stage->style.still ? STILL_STEP_MS : SOUND_STEP_MS};
}

static struct heard heard_of(const struct stage *stage, struct scene_ref scene, int64_t now_ms)
{
    if (!scene.ops->sounds)
        return (struct heard){0};
    return hearing_at(&stage->hearing, stage->exhibit, scene.item, show_hearing(stage, now_ms));
}

const struct page *show_front_page(const struct stage *stage)
{
    return &shown_front(&stage->shown)->page;
}

struct scene show_scene(const struct stage *stage, int64_t now_ms, bool bound)
{
    struct scene_ref top = show_top(stage);
    struct scene scene = show_context(stage);

    scene.item = top.item;
    scene.step = step_of(stage, top);
    scene.chosen = pager_chosen(&stage->pager, show_block_place(stage, top));
    scene.window =
        bound && top.ops->window == WINDOW_TIME ? time_window_bound(&stage->time, now_ms) : window_at(stage, top.ops->window, now_ms);
    scene.heard = heard_of(stage, top, now_ms);
    scene.page = &shown_front(&stage->shown)->page;
    return scene;
}

/* ---- whether anybody is there ---- */

bool show_waits(const struct stage *stage)
{
    return stage->idle.armed && !stage->attract.on;
}

bool show_is_unhurried(const struct stage *stage)
{
    return stage->visit.settings.level[SETTING_TIME] > 0;
}

struct idle_times show_idle_times(const struct stage *stage)
{
    return idle_times(&stage->idle, &stage->exhibit->timing, scene_reading_ms(stage->exhibit, shown_front(&stage->shown)->words),
                      show_is_unhurried(stage));
}

int show_countdown(const struct stage *stage, int64_t now_ms)
{
    return show_waits(stage) ? idle_countdown(show_idle_times(stage), now_ms) : 0;
}

/* ---- pages ---- */

int show_step_px(const struct stage *stage)
{
    return stage->style.page.w + stage->style.gutter_px;
}

static struct page_slot *slot_of(struct stage *stage, const struct page_key *key)
{
    struct scene with = show_context(stage);

    return page_cache_slot(&stage->cache, &with, key);
}

bool show_awaits_rise(const struct stage *stage, int panel)
{
    return !stage->style.still && !stage->rise.done[panel] && blocks_grow(&stage->exhibit->panels[panel]);
}

static struct page_key key_of(const struct stage *stage, struct scene_ref scene, int64_t now_ms)
{
    struct page_key key = {
        .scene = scene,
        .language = stage->visit.settings.language,
        .step = step_of(stage, scene),
        .chosen = pager_chosen(&stage->pager, show_block_place(stage, scene)),
        .route = stage->pager.route,
        .locked = ~stage->visit.answered,
        .remembered = scene.ops->remembers ? scene.ops->remembers(stage->exhibit, &stage->visit.visited) : 0,
        .window = window_at(stage, scene.ops->window, now_ms),
        .heard = heard_of(stage, scene, now_ms),
        .aloud = scene.ops == &scene_settings ? listening_aloud(&stage->listening) : (struct aloud){0},
        .here = scene.ops->place == PLACE_PAGER ? NULL : show_panel(stage),
        .told = scene.ops->place == PLACE_OVERLAY ? overlays_told(&stage->overlays, stage->exhibit) : NULL,
    };

    key.bare = scene.ops == &scene_panel && show_awaits_rise(stage, scene.item);
    if (scene.ops->window == WINDOW_TIME) /* is as sharp when it moves */
        key.window.moving = false;
    return key;
}

static struct page_key attract_key(const struct stage *stage, struct film_shot shot, int year)
{
    return (struct page_key){
        .scene = {&scene_attract, film_item(stage->exhibit, shot)},
        .language = shot.language,
        .step = year,
        .locked = ~stage->visit.answered,
    };
}

static struct page_key next_key(const struct stage *stage)
{
    struct film_next next = cycle_next(&stage->attract, stage->exhibit);

    return attract_key(stage, next.shot, next.year);
}

static struct page_slot *pager_slot(struct stage *stage, int page, int64_t now_ms)
{
    struct page_key key = key_of(stage, pager_scene(show_path(stage), page), now_ms);
    struct page_slot *slot = slot_of(stage, &key);

    scroll_to(&slot->page, pager_scroll_px(&stage->pager, page, now_ms));
    return slot;
}

/* ---- the frame ---- */

static const struct scene_ref NO_SCENE = {NULL, 0};

static void add_layer(struct stage *stage, struct page_slot *slot, int x_px)
{
    struct frame *frame = &stage->frame;

    slot->shown = true;
    frame->layers[frame->layer_count++] = (struct frame_layer){.list = lower_page(stage, &slot->page.list), .x_px = x_px};
    shown_add(&stage->shown, (struct shown_page){&slot->page, slot->key.scene, x_px});
}

/* scene: whose it is; NO_SCENE: what stays where it is when a page is brought down. */
static void add_over(struct stage *stage, const struct page *page, struct scene_ref scene)
{
    stage->frame.over[stage->frame.over_count++] = scene.ops ? lower_overlay(stage, &page->list, scene.ops->whole) : page->list;
    shown_add(&stage->shown, (struct shown_page){page, scene, 0});
}

/* Bars that rise, on the page that rests before the visitor. */
static void put_rise(struct stage *stage, int64_t now_ms)
{
    struct scene_ref scene = show_top(stage);

    stage->frame.cover = stage->style.colours.paper;
    if (scene.ops == &scene_panel && scene.item == stage->rise.panel && stage->frame.fade_share >= 1)
        rise_put(&stage->rise, &stage->shown.base->page, &stage->frame, now_ms);
    lower_covers(stage);
}

/* One page, or two while one becomes the other, and a gutter of ink between them. */
static void put_pager(struct stage *stage, int64_t now_ms)
{
    float at = tween_at(&stage->pager.at, now_ms);
    int left = (int)floorf(at), width = show_step_px(stage), offset = (int)lroundf((at - (float)left) * (float)width);

    if (offset == width) {
        left++;
        offset = 0;
    }
    stage->shown.base = pager_slot(stage, left, now_ms);
    add_layer(stage, stage->shown.base, -offset);
    if (offset == 0) {
        put_rise(stage, now_ms);
        return;
    }
    struct page_slot *right = pager_slot(stage, left + 1, now_ms);

    add_layer(stage, right, width - offset);
    stage->frame.gutter = (struct frame_gutter){stage->style.page.w - offset, stage->style.gutter_px, stage->style.colours.ink};
    if (pager_page(&stage->pager) > left)
        stage->shown.base = right;
}

static bool is_unbarred(struct scene_ref scene)
{
    return scene.ops->whole && !scene.ops->barred;
}

/* Attract: a shot, or the one before with this one coming over it. Below them stands how to begin, unless there is nothing to begin with.
 */
static void put_film(struct stage *stage, int64_t now_ms)
{
    const struct cycle *film = &stage->attract;
    struct page_key key = attract_key(stage, film->shot, film->year), before = attract_key(stage, film->before, film->year_before);
    int width = show_step_px(stage), offset = (int)lroundf(tween_at(&film->turn, now_ms) * (float)width);
    struct scene scene = show_context(stage);

    if (stage->exhibit->panel_count > 0)
        stage->frame.area = stage->style.page;
    if (offset < width) {
        add_layer(stage, slot_of(stage, &before), -offset);
        stage->frame.gutter = (struct frame_gutter){stage->style.page.w - offset, stage->style.gutter_px, stage->style.colours.ink};
    }
    stage->shown.base = slot_of(stage, &key);
    add_layer(stage, stage->shown.base, width - offset);
    if (stage->exhibit->panel_count == 0)
        return;
    scene.page = &stage->bar;
    scene.item = offset < width / 2 ? before.scene.item : key.scene.item;
    attract_fill_bar(&scene);
    add_over(stage, &stage->bar, NO_SCENE);
}

/* A picture that comes from the page below. */
static bool is_growing(const struct stage *stage, int64_t now_ms)
{
    return show_behind(stage).ops->window == WINDOW_PICTURE && tween_running(&stage->picture.on_page, now_ms);
}

static void put_behind(struct stage *stage, int64_t now_ms)
{
    struct frame *frame = &stage->frame;
    struct scene_ref scene = is_growing(stage, now_ms) ? show_base_scene(stage) : show_behind(stage);

    frame->area = is_unbarred(scene) ? (struct rect){0, 0, frame->size.w, frame->size.h} : stage->style.page;
    if (stage->attract.on || scene.ops->place == PLACE_PAGER) {
        (stage->attract.on ? put_film : put_pager)(stage, now_ms);
        return;
    }
    struct page_key key = key_of(stage, scene, now_ms);

    stage->shown.base = slot_of(stage, &key);
    add_layer(stage, stage->shown.base, 0);
}

static void put_bar(struct stage *stage)
{
    struct scene scene = show_context(stage);
    int page = pager_page(&stage->pager), last = pager_last(show_path(stage));
    struct bar bar = {
        .place = page - PAGER_PANELS,
        .lowered = stage->lowering.part,
        .previous = page == PAGER_HOME ? ACTION_NONE : ACTION_PREVIOUS,
        .next = page == last && page != PAGER_HOME ? ACTION_HOME : ACTION_NEXT,
    };

    if (stage->alone)
        bar = (struct bar){.place = -1, .lowered = bar.lowered, .previous = ACTION_BACK, .next = ACTION_NEXT};
    if (stage->alone && stage->alone->window == WINDOW_TIME) {
        bar.hint = page_words(&scene)->timeline_hint;
        bar.all = time_window_shows_all(&stage->time) ? ACTION_NONE : ACTION_FIT;
    }
    if (scene.aloud.offered)
        bar.ear = !stage->listening.on ? EAR_OFFERED : listening_speaks(&stage->listening) ? EAR_HEARS : EAR_WAITS;
    scene.page = &stage->bar;
    stage->shown.progress = bar_fill(&scene, &bar);
    add_over(stage, &stage->bar, NO_SCENE);
}

static struct page_slot *put_card(struct stage *stage, const struct overlay *overlay, int64_t now_ms)
{
    struct page_key key = key_of(stage, overlay->scene, now_ms);
    struct page_slot *slot = slot_of(stage, &key);

    scroll_to(&slot->page, (int)tween_at(&overlay->scroll, now_ms));
    slot->shown = true;
    add_over(stage, &slot->page, slot->key.scene);
    return slot;
}

static void put_overlay(struct stage *stage, int64_t now_ms)
{
    const struct overlay *overlay = overlays_top(&stage->overlays);

    if (overlay && !overlay->scene.ops->whole)
        stage->shown.overlay = put_card(stage, overlay, now_ms);
}

/* Above what it comes from, a card too, of which nothing can be touched any more. */
static void put_growing(struct stage *stage, int64_t now_ms)
{
    const struct overlays *overlays = &stage->overlays;
    struct page_key key = key_of(stage, show_behind(stage), now_ms);
    int below = (int)(overlays_whole(overlays) - overlays->list) - 1;

    if (below >= 0 && !overlays->list[below].scene.ops->whole)
        put_card(stage, &overlays->list[below], now_ms);
    stage->shown.count = 0;
    stage->shown.base = slot_of(stage, &key);
    stage->shown.base->shown = true;
    add_over(stage, &stage->shown.base->page, stage->shown.base->key.scene);
}

/* Seen, not touched. */
static void put_leaving(struct stage *stage, int64_t now_ms)
{
    const struct leaving *leaving = &stage->leaving;

    if (!leaving->scene.ops)
        return;
    struct page_key key = key_of(stage, leaving->scene, now_ms);

    key.window = picture_window_at(&leaving->window, now_ms);
    struct page_slot *slot = slot_of(stage, &key);

    slot->shown = true;
    stage->frame.over[stage->frame.over_count++] = lower_overlay(stage, &slot->page.list, leaving->scene.ops->whole);
}

/* Of what stands on the marks, from there on. */
static void list_marks_targets(struct stage *stage, int first)
{
    for (int i = first; i < stage->marks.target_count; i++)
        stage->shown.targets.list[stage->shown.targets.count++] = stage->marks.targets[i];
}

/* The bar's key that brings things into reach answers beneath a card too. */
static void put_reach(struct stage *stage, const struct scene *scene)
{
    for (int i = 0; i < stage->bar.target_count && stage->shown.overlay; i++)
        if (stage->bar.targets[i].action.kind == ACTION_LOWER)
            bar_put_reach(scene, stage->lowering.part, stage->bar.targets[i].rect);
    list_marks_targets(stage, 0);
}

static void put_marks(struct stage *stage, int64_t now_ms)
{
    struct scene scene = show_context(stage);
    int seconds = show_countdown(stage, now_ms), leafing = stage->hands.leafing.place; /* of the path where the finger last moved */

    scene.page = &stage->marks;
    put_reach(stage, &scene);
    int first = stage->marks.list.count, targets = stage->marks.target_count;

    shown_mark_presses(&stage->shown, &stage->hands.presses, &scene);
    (stage->scan.on && stage->scan.grouped ? shown_mark_group : shown_mark_focus)(&stage->shown, stage->focused, &scene);
    lower_marks(stage, first);
    if (leafing > 0 && leafing <= path_length(show_path(stage)) && !rect_is_empty(stage->shown.progress))
        progress_put_bubble(&scene, stage->shown.progress, leafing - 1);
    if (seconds > 0)
        countdown_fill(&scene, seconds);
    list_marks_targets(stage, targets);
    add_over(stage, &stage->marks, NO_SCENE);
}

const struct frame *show_frame(struct stage *stage, int64_t now_ms)
{
    struct frame *frame = &stage->frame;
    struct scene scene = show_context(stage);

    frame->layer_count = frame->over_count = frame->cover_count = 0;
    frame->gutter = (struct frame_gutter){0};
    if (frame->mirrored != page_mirrored(&scene))
        picture_window_mirror(&stage->picture);
    frame->mirrored = page_mirrored(&scene);
    frame->fade_serial = stage->fade.serial;
    frame->fade_share = fade_share(&stage->fade, now_ms);
    arena_reset(stage->arena);
    stage->bar = stage->marks = (struct page){0};
    stage->shown.count = stage->shown.targets.count = 0;
    stage->shown.overlay = NULL;
    stage->shown.progress = (struct rect){0};
    stage->shown.lowered_px = lower_px(stage, now_ms);
    page_cache_hide_all(&stage->cache);
    put_behind(stage, now_ms);
    play_put(&stage->play, frame, now_ms);
    if (is_growing(stage, now_ms))
        put_growing(stage, now_ms);
    if (!is_unbarred(show_behind(stage)))
        put_bar(stage);
    if (!stage->attract.on)
        put_overlay(stage, now_ms);
    put_leaving(stage, now_ms);
    grounds_put(frame, &stage->fade, &stage->style, stage->shown.overlay ? &stage->shown.overlay->page : NULL);
    shown_list_targets(&stage->shown, &stage->bar);
    put_marks(stage, now_ms);
    return frame;
}

const struct frame *show_ahead(struct stage *stage, int index)
{
    enum { NEXT, PREVIOUS, ALONE };
    const struct exhibit *exhibit = stage->exhibit;
    struct frame *frame = &stage->frame;
    int here = pager_page(&stage->pager), page = pager_neighbour(show_path(stage), stage->visit.answered, here, index == NEXT ? 1 : -1);
    struct page_slot *slot = NULL;
    struct page_key key;

    frame->layer_count = frame->over_count = frame->cover_count = 0;
    frame->area = stage->style.page; /* whatever covers the screen now: what may come is a page */
    if (index > ALONE || (stage->attract.on && index > 0))
        return NULL;
    if (stage->attract.on) {
        key = next_key(stage);
        slot = slot_of(stage, &key);
    } else if (index == ALONE) {
        struct scene_ref scene = scene_opened_by((struct action){.kind = ACTION_TIMELINE});

        if (stage->alone != scene.ops && scene_exists(exhibit, scene)) {
            key = key_of(stage, scene, CLOCK_NEVER);
            slot = slot_of(stage, &key);
        }
    } else if (page != here) {
        key = key_of(stage, pager_scene(show_path(stage), page), CLOCK_NEVER);
        slot = slot_of(stage, &key);
    }
    if (slot)
        frame->layers[frame->layer_count++] = (struct frame_layer){.list = slot->page.list};
    return frame;
}
