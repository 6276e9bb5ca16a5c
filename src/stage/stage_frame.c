/* What the stage shows: pages from their slots, the bar above them, the marks of touch and focus above all. */
#include "stage/stage_state.h"

#include "page/scroll.h"

#include <math.h>

/* What every page of this visit has in common. */
static struct page_key key_of(const struct stage *stage, enum scene_kind kind, int item)
{
    return (struct page_key){
        .kind = kind,
        .item = item,
        .language = stage->settings.language,
        .focus = -1,
        .locked = ~stage->answered,
        .large = stage->settings.large,
        .contrast = stage->settings.contrast,
    };
}

static struct page_key strip_key(const struct stage *stage, int page, int scroll_px)
{
    struct page_key key = page == STRIP_HOME ? key_of(stage, SCENE_HOME, 0) : key_of(stage, SCENE_PANEL, page - STRIP_PANELS);

    key.scroll_px = page == stage->scroll_page ? scroll_px : 0;
    key.focus = page != STRIP_HOME && page == stage->map_page ? stage->map_step : -1;
    return key;
}

static struct page_key attract_key(const struct stage *stage, int step)
{
    int steps = attract_steps(stage->exhibit);
    struct page_key key = key_of(stage, SCENE_ATTRACT, step % steps);

    key.language = step / steps % stage->exhibit->language_count;
    key.focus = step == stage->attract_step ? stage->attract_year : stage_attract_year(stage, step);
    return key;
}

static struct page_key timeline_key(const struct stage *stage, struct timeline_window view)
{
    struct page_key key = key_of(stage, SCENE_TIMELINE, 0);

    key.focus = stage->time_focus;
    key.view[0] = view.start;
    key.view[1] = view.days;
    return key;
}

static struct page_key picture_key(const struct stage *stage, int64_t now_ms)
{
    struct picture_view view = stage_picture_view(stage, now_ms);
    struct page_key key = key_of(stage, SCENE_PICTURE, stage->covers[0].item);

    key.view[0] = (double)view.zoom;
    key.view[1] = (double)view.x;
    key.view[2] = (double)view.y;
    key.moving = stage_picture_moving(stage, now_ms);
    return key;
}

static bool same_key(const struct page_key *a, const struct page_key *b)
{
    return a->kind == b->kind && a->item == b->item && a->language == b->language && a->scroll_px == b->scroll_px && a->focus == b->focus &&
           a->view[0] == b->view[0] && a->view[1] == b->view[1] && a->view[2] == b->view[2] && a->locked == b->locked &&
           a->large == b->large && a->contrast == b->contrast && a->moving == b->moving;
}

struct scene stage_scene_context(struct stage *stage)
{
    return (struct scene){
        .exhibit = stage->exhibit,
        .style = &stage->style,
        .measure = &stage->measure,
        .arena = stage->over_arena,
        .page = &stage->over,
        .language = stage->settings.language,
        .locked = ~stage->answered,
    };
}

static void fill(struct stage *stage, struct page_slot *slot)
{
    const struct page_key *key = &slot->key;
    struct scene scene = stage_scene_context(stage);
    struct timeline_state time = {.labels = stage->labels, .window = {key->view[0], key->view[1]}, .focus = key->focus};
    struct picture_view view = {(float)key->view[0], (float)key->view[1], (float)key->view[2]};

    arena_reset(slot->arena);
    slot->page = (struct page){0};
    scene.arena = slot->arena;
    scene.page = &slot->page;
    scene.language = key->language;
    scene.item = key->item;
    scene.step = key->focus;
    switch (key->kind) {
    case SCENE_ATTRACT:
        attract_fill(&scene);
        break;
    case SCENE_HOME:
        home_fill(&scene);
        break;
    case SCENE_PANEL:
        panel_fill(&scene);
        break;
    case SCENE_TIMELINE:
        timeline_fill(&scene, &time);
        break;
    case SCENE_PICTURE:
        picture_fill(&scene, view, key->moving);
        break;
    case SCENE_COUNT:
        break;
    }
    scroll_to(&slot->page, key->scroll_px);
}

/* The page with this key: kept, or filled into the slot that was not used for longest. */
static const struct page *page_with(struct stage *stage, struct page_key key)
{
    struct page_slot *oldest = &stage->slots[0], *found = NULL;

    for (int i = 0; i < STAGE_SLOTS && !found; i++) {
        struct page_slot *slot = &stage->slots[i];

        if (slot->used && same_key(&slot->key, &key))
            found = slot;
        if (slot->used && slot->key.kind == key.kind && (key.kind == SCENE_TIMELINE || key.kind == SCENE_PICTURE)) {
            oldest = slot; /* one of each: what moves must not push out the pages beside it */
            break;
        }
        if (!slot->used || (oldest->used && slot->last_use < oldest->last_use))
            oldest = slot;
    }
    if (!found) {
        found = oldest;
        found->used = true;
        found->key = key;
        fill(stage, found);
    }
    found->last_use = ++stage->uses;
    return &found->page;
}

const struct page *stage_page(struct stage *stage, int64_t now_ms)
{
    if (stage->attract)
        return page_with(stage, attract_key(stage, stage->attract_step));
    if (stage_shows_picture(stage))
        return page_with(stage, picture_key(stage, now_ms));
    if (stage->base == BASE_TIMELINE)
        return page_with(stage, timeline_key(stage, timeline_motion_at(&stage->time, now_ms)));
    /* Where targets and scrolling stand does not depend on how far the text is scrolled, but its links do. */
    return page_with(stage, strip_key(stage, stage_strip_page(stage), (int)stage->scroll.to));
}

static bool same_action(struct action a, struct action b)
{
    return a.kind == b.kind && a.argument == b.argument;
}

int stage_targets(struct stage *stage, int64_t now_ms, struct target all[STAGE_TARGETS_MAX])
{
    const struct page *page = stage_page(stage, now_ms);
    int count = 0;

    for (int i = 0; stage->modal_from < 0 && i < page->target_count; i++)
        all[count++] = page->targets[i];
    for (int i = int_max(0, stage->modal_from); i < stage->over.target_count; i++)
        all[count++] = stage->over.targets[i];
    return count;
}

int stage_thing(const struct target *all, int index)
{
    while (index > 0 && all[index].more)
        index--;
    return index;
}

struct spot stage_spot(const struct target *all, int index)
{
    struct spot spot = {.action = all[index].action};

    index = stage_thing(all, index);
    for (int i = 0; i < index; i++)
        spot.nth += !all[i].more && same_action(all[i].action, spot.action);
    return spot;
}

int stage_find(const struct target *all, int count, struct spot spot)
{
    for (int i = 0; i < count && spot.action.kind != ACTION_NONE; i++)
        if (!all[i].more && same_action(all[i].action, spot.action) && spot.nth-- == 0)
            return i;
    return -1;
}

struct rect stage_ring(const struct stage *stage, const struct target *target)
{
    struct rect ring = target->rect;
    int beside = 3 * stage->style.rule_px / 2 + 2;

    if (target->link) {
        ring.x -= beside;
        ring.w += 2 * beside;
    }
    return ring;
}

static void put_marks(struct stage *stage, struct pen pen, int64_t now_ms)
{
    const struct style *style = &stage->style;
    struct target all[STAGE_TARGETS_MAX];

    if (stage->pressed.action.kind == ACTION_NONE && stage->focus.action.kind == ACTION_NONE)
        return;

    int count = stage_targets(stage, now_ms, all), pressed = stage_find(all, count, stage->pressed),
        focus = stage_find(all, count, stage->focus), rule = style->rule_px;
    const struct page *page = stage->modal_from < 0 ? stage_page(stage, now_ms) : &stage->over;
    struct colour felt = style->colours.voices;

    felt.a = 110;
    for (int i = pressed; i >= 0 && i < count && (i == pressed || all[i].more); i++) {
        struct rect rect = page_reach(page, &all[i]);

        draw_fill(pen, rect, felt);
        if (!all[i].link) /* on ochre too it is seen */
            draw_frame(pen, rect, rule, style->colours.ink);
    }
    for (int i = focus; i >= 0 && i < count && (i == focus || all[i].more); i++) {
        struct rect ring = stage_ring(stage, &all[i]);

        if (all[i].scrolled)
            draw_clip(pen, page->scroll.rect);
        draw_frame(pen, ring, 3 * rule / 2, style->colours.argument);
        if (!all[i].link)
            draw_frame(pen, rect_inset(ring, 3 * rule / 2), rule, style->colours.bar_text);
        if (all[i].scrolled)
            draw_clip(pen, (struct rect){0, 0, 0, 0});
    }
}

static void put_bar(struct stage *stage, const struct scene *scene)
{
    int page = stage_strip_page(stage);
    bool time = stage->base == BASE_TIMELINE;
    struct bar bar = {
        .panel = time ? -1 : page - STRIP_PANELS,
        .previous = time                 ? ACTION_BACK
                    : page == STRIP_HOME ? ACTION_NONE
                                         : ACTION_PREVIOUS,
        .next = !time && stage_neighbour(stage, page, 1) == page ? ACTION_NONE : ACTION_NEXT,
        .hint = time ? page_words(scene)->timeline_hint : NULL,
    };

    bar_fill(scene, &bar);
}

const struct page *stage_over(struct stage *stage, int64_t now_ms)
{
    struct scene scene = stage_scene_context(stage);
    const struct cover *cover = stage_cover(stage);
    int seconds = stage_countdown(stage, now_ms);

    arena_reset(stage->over_arena);
    stage->over = (struct page){0};
    stage->modal_from = -1;
    if (stage->attract)
        return &stage->over;
    if (!stage_shows_picture(stage))
        put_bar(stage, &scene);
    if (cover && cover->card != CARD_NONE) {
        stage->modal_from = stage->over.target_count + 2; /* behind the card's own ground and what closes it */
        scene.item = cover->item;
        card_fill(&scene, cover->card);
        scroll_to(&stage->over, (int)tween_at(&cover->scroll, now_ms));
    }
    put_marks(stage, page_pen(&scene), now_ms);
    if (seconds > 0)
        countdown_fill(&scene, seconds);
    return &stage->over;
}

static void add_layer(struct frame *frame, const struct page *page, int x_px)
{
    frame->layers[frame->layer_count++] = (struct frame_layer){.list = page->list, .x_px = x_px};
}

static void put_strip(struct stage *stage, int64_t now_ms)
{
    struct frame *frame = &stage->frame;
    float at = tween_at(&stage->strip, now_ms);
    int left = (int)floorf(at), offset = (int)lroundf((at - (float)left) * (float)frame->size.w);
    int scroll = (int)lroundf(tween_at(&stage->scroll, now_ms));

    if (offset == frame->size.w) {
        left++;
        offset = 0;
    }
    add_layer(frame, page_with(stage, strip_key(stage, left, scroll)), -offset);
    if (offset > 0)
        add_layer(frame, page_with(stage, strip_key(stage, left + 1, scroll)), frame->size.w - offset);
}

const struct frame *stage_frame(struct stage *stage, int64_t now_ms)
{
    struct frame *frame = &stage->frame;

    frame->layer_count = 0;
    frame->fade_serial = stage->fade_serial;
    frame->fade_share = 1;
    if (stage->fade_ms > 0)
        frame->fade_share = float_clamp((float)(now_ms - stage->fade_start_ms) / (float)stage->fade_ms, 0, 1);
    if (stage->attract || stage_shows_picture(stage)) {
        frame->area = (struct rect){0, 0, frame->size.w, frame->size.h};
        add_layer(frame, stage_page(stage, now_ms), 0);
    } else if (stage->base == BASE_TIMELINE) {
        frame->area = stage->style.page;
        add_layer(frame, stage_page(stage, now_ms), 0);
    } else {
        frame->area = stage->style.page;
        put_strip(stage, now_ms);
    }
    frame->over = stage_over(stage, now_ms)->list;
    return frame;
}

const struct frame *stage_ahead(struct stage *stage, int index)
{
    enum { NEXT, PREVIOUS, TIMELINE, COUNT };
    struct frame *frame = &stage->frame;
    int here = stage_strip_page(stage), page = stage_neighbour(stage, here, index == NEXT ? 1 : -1);

    frame->layer_count = 0;
    frame->over = (struct draw_list){0};
    if (index >= COUNT || (stage->attract && index > 0))
        return NULL;
    if (stage->attract)
        add_layer(frame, page_with(stage, attract_key(stage, stage->attract_step + 1)), 0);
    else if (index == TIMELINE && stage->base != BASE_TIMELINE && stage->exhibit->event_count > 0)
        add_layer(frame, page_with(stage, timeline_key(stage, stage->time.to)), 0);
    else if (index != TIMELINE && page != here)
        add_layer(frame, page_with(stage, strip_key(stage, page, 0)), 0);
    return frame;
}
