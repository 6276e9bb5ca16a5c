/* What the stage shows: pages from their slots, the bar above them, the marks of touch and focus above all. */
#include "scene/stage_state.h"

#include <math.h>

static struct page_key strip_key(const struct stage *stage, int page, int scroll_px)
{
    return (struct page_key){
        .kind = page == STRIP_HOME ? SCENE_HOME : SCENE_PANEL,
        .item = page == STRIP_HOME ? 0 : page - STRIP_PANELS,
        .language = stage->settings.language,
        .scroll_px = page == stage->scroll_page ? scroll_px : 0,
        .large = stage->settings.large,
        .contrast = stage->settings.contrast,
    };
}

static struct page_key attract_key(const struct stage *stage, int step)
{
    int steps = attract_steps(stage->exhibit);

    return (struct page_key){
        .kind = SCENE_ATTRACT,
        .item = step % steps,
        .language = step / steps % stage->exhibit->language_count,
    };
}

static bool same_key(const struct page_key *a, const struct page_key *b)
{
    return a->kind == b->kind && a->item == b->item && a->language == b->language && a->scroll_px == b->scroll_px && a->large == b->large &&
           a->contrast == b->contrast;
}

static void fill(struct stage *stage, struct page_slot *slot)
{
    static void (*const fills[SCENE_COUNT])(const struct scene *) = {
        [SCENE_ATTRACT] = attract_fill, [SCENE_HOME] = home_fill, [SCENE_PANEL] = panel_fill};
    struct scene scene = {
        .exhibit = stage->exhibit,
        .look = &stage->look,
        .measure = &stage->measure,
        .arena = slot->arena,
        .page = &slot->page,
        .language = slot->key.language,
        .item = slot->key.item,
        .scroll_px = slot->key.scroll_px,
    };

    arena_reset(slot->arena);
    slot->page = (struct page){0};
    fills[slot->key.kind](&scene);
}

/* The page with this key: kept, or filled into the slot that was not used for longest. */
static const struct page *page_with(struct stage *stage, struct page_key key)
{
    struct page_slot *oldest = &stage->slots[0], *found = NULL;

    for (int i = 0; i < STAGE_SLOTS && !found; i++) {
        struct page_slot *slot = &stage->slots[i];

        if (slot->used && same_key(&slot->key, &key))
            found = slot;
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

const struct page *stage_page(struct stage *stage)
{
    if (stage->attract)
        return page_with(stage, attract_key(stage, stage->attract_step));
    /* Where targets and scrolling stand does not depend on how far the text is scrolled, but its links do. */
    return page_with(stage, strip_key(stage, stage_strip_page(stage), (int)stage->scroll.to));
}

/* Where the target with this action stands now; empty if there is none. */
static struct rect find_target(const struct page *page, struct action action)
{
    for (int i = 0; i < page->target_count; i++)
        if (page->targets[i].action.kind == action.kind && page->targets[i].action.argument == action.argument)
            return page->targets[i].rect;
    return (struct rect){0, 0, 0, 0};
}

static void put_marks(struct stage *stage, struct pen pen)
{
    const struct look *look = &stage->look;
    const struct page *page = stage_page(stage);
    struct rect pressed = find_target(page, stage->pressed), focus = find_target(page, stage->focus);

    if (rect_is_empty(pressed))
        pressed = find_target(&stage->over, stage->pressed);
    if (rect_is_empty(focus))
        focus = find_target(&stage->over, stage->focus);
    if (stage->pressed.kind != ACTION_NONE && !rect_is_empty(pressed)) {
        struct colour felt = look->colours.voices;

        felt.a = 110;
        draw_fill(pen, pressed, felt);
    }
    if (stage->focus.kind != ACTION_NONE && !rect_is_empty(focus)) {
        draw_frame(pen, focus, 3 * look->rule_px / 2, look->colours.argument);
        draw_frame(pen, rect_inset(focus, 3 * look->rule_px / 2), look->rule_px, look->colours.bar_text);
    }
}

const struct page *stage_over(struct stage *stage, int64_t now_ms)
{
    struct scene scene = {
        .exhibit = stage->exhibit,
        .look = &stage->look,
        .measure = &stage->measure,
        .arena = stage->over_arena,
        .page = &stage->over,
        .language = stage->settings.language,
    };
    int seconds = stage_countdown(stage, now_ms);

    arena_reset(stage->over_arena);
    stage->over = (struct page){0};
    if (stage->attract)
        return &stage->over;
    bar_fill(&scene, stage_strip_page(stage) - STRIP_PANELS);
    put_marks(stage, page_pen(&scene));
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
    float at = glide_at(&stage->strip, now_ms);
    int left = (int)floorf(at), offset = (int)lroundf((at - (float)left) * (float)frame->size.w);
    int scroll = (int)lroundf(glide_at(&stage->scroll, now_ms));

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
    if (stage->attract) {
        frame->area = (struct rect){0, 0, frame->size.w, frame->size.h};
        add_layer(frame, stage_page(stage), 0);
    } else {
        frame->area = stage->look.page;
        put_strip(stage, now_ms);
    }
    frame->over = stage_over(stage, now_ms)->list;
    return frame;
}

const struct frame *stage_ahead(struct stage *stage, int index)
{
    struct frame *frame = &stage->frame;
    int page = stage_strip_page(stage) + (index == 0 ? 1 : -1);

    frame->layer_count = 0;
    frame->over = (struct draw_list){0};
    if (index > 1 || (stage->attract && index > 0))
        return NULL;
    if (stage->attract)
        add_layer(frame, page_with(stage, attract_key(stage, stage->attract_step + 1)), 0);
    else if (page >= STRIP_HOME && page <= stage_strip_last(stage))
        add_layer(frame, page_with(stage, strip_key(stage, page, 0)), 0);
    return frame;
}
