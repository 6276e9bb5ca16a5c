/* At rest a page is painted straight into the canvas. What moves is painted once into a surface of its own and then only shown at other
 * places: by the window itself where it can show parts of surfaces, else copied into the canvas. What fades is composed once and then only
 * mixed. */
#include "paint/painter.h"

#include "base/mem.h"
#include "layout/changes.h"
#include "layout/frame.h"
#include "paint/growth.h"
#include "paint/pass.h"
#include "pixels/pixels.h"

#include <stdlib.h>
#include <string.h>

/* Surfaces kept between movements: enough for a slide, and without parts for a fade between pages at rest too. All have the screen's size,
 * although a sliding page may be lower, so that each serves any use: fresh memory costs as much as painting. With parts the canvas is one
 * of a slide's two. */
enum { KEPT = 2, KEPT_WITH_PARTS = 1, PATCHES_MAX = 8 };

/* A page as it was painted: `missing` of its pictures were not there. moved: what lives on it is not at its place. */
struct painted {
    SDL_Surface *surface; /* NULL: none */
    uint64_t hash;
    int missing;
    bool moved;
};

struct painter {
    struct pass_tools tools;
    struct pool pool; /* with a maker: its surfaces are shown in parts */
    struct painted layers[FRAME_LAYERS_MAX];
    struct painted rest; /* the page that was last at rest; the surface is the canvas while it still holds it */
    struct rect rest_area;
    bool covered;          /* parts of that page are hidden on the canvas */
    uint64_t over_hash;    /* of what lies over the canvas, while it holds a page */
    struct painted target; /* what a fade leads to */
    SDL_Surface *before;   /* what it began with */
    uint32_t fade_serial;
    bool begun;          /* something was painted */
    SDL_Surface *gutter; /* between pages that are shown in parts */
    struct patch patches[PATCHES_MAX];
    int patch_count;
    struct changes *changes;     /* against the frame at rest that was composed last, */
    const SDL_Surface *composed; /* which this canvas still holds, all its pictures; NULL: it does not */
};

struct painter *painter_create(struct faces *faces, struct images *images)
{
    struct painter *painter = mem_alloc(sizeof(*painter));

    painter->tools = (struct pass_tools){faces, images};
    painter->changes = changes_create();
    return painter;
}

void painter_use_parts(struct painter *painter, const struct pool_maker *maker)
{
    ASSERT(!painter->begun);
    painter->pool.maker = *maker;
}

static bool has_size(const SDL_Surface *surface, struct size size)
{
    return surface && surface->w == size.w && surface->h == size.h;
}

/* ---- surfaces ---- */

static void let_go_of_layers(struct painter *painter)
{
    for (int i = 0; i < FRAME_LAYERS_MAX; i++)
        pool_give(&painter->pool, &painter->layers[i].surface);
}

static void let_go_of_fade(struct painter *painter)
{
    pool_give(&painter->pool, &painter->target.surface);
    pool_give(&painter->pool, &painter->before);
}

static int kept_at_rest(const struct painter *painter)
{
    return painter->pool.maker.create ? KEPT_WITH_PARTS : KEPT;
}

/* At rest: pages that may be needed again stay, but for one that the canvas holds too. */
static void keep_few(struct painter *painter)
{
    int left = kept_at_rest(painter);

    for (int i = 0; i < FRAME_LAYERS_MAX; i++) {
        struct painted *layer = &painter->layers[i];

        if (layer->surface && (left == 0 || (painter->pool.maker.create && layer->hash == painter->rest.hash)))
            pool_give(&painter->pool, &layer->surface);
        left -= layer->surface != NULL;
    }
    pool_trim(&painter->pool, left);
}

void painter_destroy(struct painter *painter)
{
    if (!painter)
        return;
    let_go_of_layers(painter);
    let_go_of_fade(painter);
    pool_trim(&painter->pool, 0);
    if (painter->gutter)
        painter->pool.maker.destroy(painter->pool.maker.context, painter->gutter);
    changes_destroy(painter->changes);
    free(painter);
}

void painter_forget_canvas(struct painter *painter)
{
    painter->rest.surface = NULL;
    painter->composed = NULL;
    painter->patch_count = 0; /* some may be of a canvas that is gone */
}

/* ---- pages ---- */

/* A frame, and the hashes of its layers. */
struct hashed {
    const struct frame *frame;
    uint64_t layers[FRAME_LAYERS_MAX];
};

static struct hashed hashed_of(const struct frame *frame)
{
    struct hashed hashed = {.frame = frame};

    ASSERT(frame->layer_count >= 0 && frame->layer_count <= FRAME_LAYERS_MAX);
    for (int i = 0; i < frame->layer_count; i++)
        hashed.layers[i] =
            draw_hash(&frame->layers[i].list) + ((uint64_t)frame->area.w << 40) + ((uint64_t)frame->area.h << 16) + frame->mirrored;
    return hashed;
}

/* Whether a page that is kept will be of use: to this frame, or when what was at rest is moved. */
static bool is_needed(const struct painter *painter, const struct hashed *hashed, uint64_t hash)
{
    bool needed = hash == painter->rest.hash;

    for (int i = 0; i < hashed->frame->layer_count; i++)
        needed |= hash == hashed->layers[i];
    return needed;
}

/* The page's surface from before, or else one that this frame does not need. */
static struct painted *slot_for(struct painter *painter, const struct hashed *hashed, int layer)
{
    for (int i = 0; i < FRAME_LAYERS_MAX; i++) {
        if (painter->layers[i].surface && painter->layers[i].hash == hashed->layers[layer])
            return &painter->layers[i];
    }
    for (int i = 0; i < FRAME_LAYERS_MAX; i++) {
        if (!painter->layers[i].surface || !is_needed(painter, hashed, painter->layers[i].hash))
            return &painter->layers[i];
    }
    return &painter->layers[hashed->frame->layer_count > 1 && painter->layers[0].hash == hashed->layers[1 - layer]];
}

/* The layer's page, on a surface of its own. */
static struct painted *painted_layer(struct painter *painter, const struct hashed *hashed, int layer)
{
    const struct frame *frame = hashed->frame;
    const struct draw_list *list = &frame->layers[layer].list;
    struct pass pass = pass_over_page(&painter->tools, frame, NULL);
    struct painted *painted = slot_for(painter, hashed, layer);
    bool fresh = has_size(painted->surface, frame->size) && painted->hash == hashed->layers[layer];

    /* While pictures are missing they are asked for again, and the page is painted again when one has come. */
    if (!fresh || (painted->missing > 0 && pass_paint(pass, list) != painted->missing)) {
        pass.surface = pool_take(&painter->pool, &painted->surface, frame->size);
        painted->missing = pass_paint(pass, list);
        painted->hash = hashed->layers[layer];
        painted->moved = false;
    }
    return painted;
}

/* A painted page that is x_px to the right of its place: what is seen of it in the frame's area. */
static struct patch page_patch(const struct frame *frame, int x_px, const SDL_Surface *page)
{
    struct rect place = frame_rect(frame, rect_moved(frame->area, x_px, 0)), seen = rect_common(frame_rect(frame, frame->area), place);

    return (struct patch){page, {seen.x - place.x, seen.y - place.y, seen.w, seen.h}, seen.x, seen.y};
}

/* What the layer's movements have come to, as it is seen on the screen. */
static struct living_state living_of(const struct frame *frame, int layer)
{
    const struct frame_layer *moved = &frame->layers[layer];

    return (struct living_state){frame->mirrored ? -moved->x_px : moved->x_px, moved->plays, moved->played_ms};
}

/* What lives on a page that is underway is painted where it is now, in the part of the page that is seen. */
static void move_living(struct pass pass, const struct frame *frame, int layer, struct rect seen)
{
    pass.living = living_of(frame, layer);
    pass.limit = rect_common(seen, pass.limit);
    if (pass.living.x_px != 0)
        pass_paint_living(pass, &frame->layers[layer].list, pass.living);
}

/* And back to its place. */
static void settle_living(struct painter *painter, const struct frame *frame, struct painted *page)
{
    const struct living_state moved = {.x_px = 1};

    if (page->moved)
        pass_paint_living(pass_over_page(&painter->tools, frame, page->surface), &frame->layers[0].list, moved);
    page->moved = false;
}

/* The layer's page as it moves past, and where it is seen of it. */
static struct patch moved_patch(struct painter *painter, const struct hashed *hashed, int layer, int *missing)
{
    const struct frame *frame = hashed->frame;
    struct painted *painted = painted_layer(painter, hashed, layer);
    struct patch patch = page_patch(frame, frame->layers[layer].x_px, painted->surface);

    move_living(pass_over_page(&painter->tools, frame, painted->surface), frame, layer, patch.part);
    painted->moved = true;
    *missing += painted->missing;
    return patch;
}

static void copy_patch(SDL_Surface *surface, const struct patch *patch)
{
    pixels_clip(surface, (struct rect){patch->x, patch->y, patch->part.w, patch->part.h});
    pixels_copy(surface, patch->from, patch->x - patch->part.x, patch->y - patch->part.y);
    SDL_SetClipRect(surface, NULL);
}

/* ---- frames ---- */

/* The first layer's page with all its pictures, on a surface of its own; NULL if there is none. */
static struct painted *find_whole(struct painter *painter, const struct hashed *hashed)
{
    for (int i = 0; i < FRAME_LAYERS_MAX; i++) {
        struct painted *layer = &painter->layers[i];

        if (has_size(layer->surface, hashed->frame->size) && layer->hash == hashed->layers[0] && layer->missing == 0) {
            settle_living(painter, hashed->frame, layer);
            return layer;
        }
    }
    return NULL;
}

/* The page at its place: copied, if it has moved there or was painted ahead. */
static int put_page(struct painter *painter, const struct hashed *hashed, SDL_Surface *surface)
{
    const struct frame *frame = hashed->frame;
    const struct painted *layer = find_whole(painter, hashed);
    struct pass pass = pass_over_area(&painter->tools, frame, surface);

    pass.living = living_of(frame, 0);
    if (!layer)
        return pass_paint(pass, &frame->layers[0].list);
    struct patch patch = page_patch(frame, 0, layer->surface);

    copy_patch(surface, &patch);
    return pass.living.plays ? pass_paint_living(pass, &frame->layers[0].list, pass.living) : 0;
}

static int put_over(const struct painter *painter, const struct frame *frame, SDL_Surface *surface, struct rect limit)
{
    struct pass pass = pass_over(&painter->tools, frame, surface);
    int missing = 0;

    pass.limit = limit;
    for (int i = 0; i < frame->over_count; i++)
        missing += pass_paint(pass, &frame->over[i]);
    return missing;
}

static void put_cover(const struct frame *frame, int index, SDL_Surface *surface)
{
    struct rect hidden = rect_moved(frame->covers[index].hidden, frame->area.x, frame->area.y);

    pixels_fill(surface, frame_rect(frame, rect_common(hidden, frame->area)), frame->cover);
}

/* The frame without its fade. */
static int compose(struct painter *painter, const struct hashed *hashed, SDL_Surface *surface)
{
    const struct frame *frame = hashed->frame;
    int missing = 0;

    if (frame_is_at_rest(frame))
        missing = put_page(painter, hashed, surface);
    for (int i = 0; i < frame->layer_count && !frame_is_at_rest(frame); i++) {
        struct patch patch = moved_patch(painter, hashed, i, &missing);

        copy_patch(surface, &patch);
    }
    for (int i = 0; i < frame->cover_count; i++)
        put_cover(frame, i, surface);
    pixels_fill(surface, frame_gutter_rect(frame), frame->gutter.colour);
    return missing + put_over(painter, frame, surface, frame_whole(frame));
}

/* Of a canvas that holds the last frame only what is otherwise in this one, as when time is dragged; else all. */
static int compose_changes(struct painter *painter, const struct hashed *hashed, SDL_Surface *canvas)
{
    const struct frame *frame = hashed->frame;
    struct rect rects[CHANGES_MAX];
    int count, missing = 0;

    count = changes_take(painter->changes, frame, rects);
    if (count == CHANGES_ALL || frame->layers[0].plays || frame->cover_count > 0)
        return compose(painter, hashed, canvas);
    for (int i = 0; i < count; i++) {
        struct pass pass = pass_over_area(&painter->tools, frame, canvas);

        pass.limit = rect_common(pass.limit, rects[i]);
        if (!rect_is_empty(pass.limit))
            missing += pass_paint(pass, &frame->layers[0].list);
        missing += put_over(painter, frame, canvas, rects[i]);
    }
    return missing;
}

static int compose_on_canvas(struct painter *painter, const struct hashed *hashed, SDL_Surface *canvas)
{
    const struct frame *frame = hashed->frame;
    int missing = compose_changes(painter, hashed, canvas);

    painter->composed = missing == 0 && frame_is_at_rest(frame) && !frame->layers[0].plays && frame->cover_count == 0 ? canvas : NULL;
    painter->rest.surface = NULL;
    if (!frame_is_at_rest(frame))
        return missing;
    painter->rest.hash = hashed->layers[0];
    if (missing == 0 && !frame_has_over_area(frame)) {
        painter->rest.surface = canvas;
        painter->covered = frame->cover_count > 0;
        painter->rest_area = frame->area;
        painter->over_hash = frame_hash_around(frame);
    }
    return missing;
}

/* Whether the canvas holds the page at rest, and all that lies over it, but for what moves on it by itself. */
static bool is_there(const struct painter *painter, const struct hashed *hashed, const SDL_Surface *canvas)
{
    const struct frame *frame = hashed->frame;

    return frame_is_at_rest(frame) && painter->rest.surface == canvas && painter->rest.hash == hashed->layers[0] &&
           rect_equal(painter->rest_area, frame->area) && painter->over_hash == frame_hash_around(frame);
}

/* What was hidden and is not any more is painted anew; nothing lies over the page. */
static int uncover(const struct painter *painter, const struct frame *frame, SDL_Surface *canvas)
{
    struct pass pass = pass_over_area(&painter->tools, frame, canvas);
    struct rect area = pass.limit;
    int missing = 0;

    for (int i = 0; i < frame->cover_count; i++) {
        struct rect place = rect_moved(frame->covers[i].place, frame->area.x, frame->area.y);

        pass.limit = rect_common(frame_rect(frame, place), area);
        if (rect_is_empty(pass.limit))
            continue;
        missing += pass_paint(pass, &frame->layers[0].list);
        put_cover(frame, i, canvas);
    }
    return missing;
}

static int play(struct painter *painter, const struct frame *frame, SDL_Surface *canvas)
{
    struct pass pass = pass_over_area(&painter->tools, frame, canvas);

    pass.living = living_of(frame, 0);
    return pass_paint_living(pass, &frame->layers[0].list, pass.living);
}

/* ---- parts ---- */

static void add_patch(struct painter *painter, struct patch patch)
{
    if (!rect_is_empty(patch.part))
        painter->patches[painter->patch_count++] = patch;
}

static void add_gutter(struct painter *painter, const struct frame *frame)
{
    const struct pool_maker *maker = &painter->pool.maker;
    struct rect place = frame_gutter_rect(frame);
    struct size size = {frame->gutter.w_px, frame->area.h};

    if (rect_is_empty(place))
        return;
    if (painter->gutter && !has_size(painter->gutter, size)) {
        maker->destroy(maker->context, painter->gutter);
        painter->gutter = NULL;
    }
    if (!painter->gutter)
        painter->gutter = maker->create(maker->context, size);
    pixels_fill(painter->gutter, (struct rect){0, 0, size.w, size.h}, frame->gutter.colour);
    add_patch(painter, (struct patch){painter->gutter, {0, 0, place.w, place.h}, place.x, place.y});
}

/* What lies beside the pages: on the canvas, which still holds it, unless it has changed. */
static int add_surroundings(struct painter *painter, const struct frame *frame, SDL_Surface *canvas)
{
    struct rect area = frame_rect(frame, frame->area);
    int right = area.x + area.w, bottom = area.y + area.h, missing = 0;
    const struct rect around[] = {
        {0, 0, frame->size.w, area.y},
        {0, bottom, frame->size.w, frame->size.h - bottom},
        {0, area.y, area.x, area.h},
        {right, area.y, frame->size.w - right, area.h},
    };
    uint64_t hash = frame_hash_around(frame);

    for (size_t i = 0; i < COUNTOF(around); i++) {
        if (hash != painter->over_hash && !rect_is_empty(around[i]))
            missing += put_over(painter, frame, canvas, around[i]);
        add_patch(painter, (struct patch){canvas, around[i], around[i].x, around[i].y});
    }
    painter->over_hash = missing == 0 ? hash : 0;
    return missing;
}

/* Of a frame that moves: the page that was at rest is still on the canvas, the other on a surface of its own. */
static int show_in_parts(struct painter *painter, const struct hashed *hashed, SDL_Surface *canvas)
{
    const struct frame *frame = hashed->frame;
    struct rect area = frame_rect(frame, frame->area);
    int missing = 0;

    for (int i = 0; i < frame->layer_count; i++) {
        int x_px = frame->layers[i].x_px;

        if (hashed->layers[i] == painter->rest.hash) {
            struct patch patch = page_patch(frame, x_px, canvas);

            patch.part = rect_moved(patch.part, area.x, area.y);
            move_living(pass_over_area(&painter->tools, frame, canvas), frame, i, patch.part);
            add_patch(painter, patch);
        } else {
            add_patch(painter, moved_patch(painter, hashed, i, &missing));
        }
    }
    add_gutter(painter, frame);
    return missing + add_surroundings(painter, frame, canvas);
}

static bool can_show_in_parts(const struct painter *painter, const struct frame *frame, const SDL_Surface *canvas)
{
    return painter->pool.maker.create && !frame_is_at_rest(frame) && frame->fade_share >= 1 && painter->rest.surface == canvas &&
           !painter->covered && rect_equal(painter->rest_area, frame->area) && !frame_has_over_area(frame);
}

/* ---- fades ---- */

/* What is on the screen. */
static void keep_before(struct painter *painter, struct size size, SDL_Surface *canvas)
{
    SDL_Surface *before = pool_take(&painter->pool, &painter->before, size);

    if (painter->patch_count == 0)
        SDL_BlitSurface(canvas, NULL, before, NULL);
    for (int i = 0; i < painter->patch_count; i++)
        copy_patch(before, &painter->patches[i]);
}

/* A page that was painted ahead and has its own place on the screen becomes the target itself. */
static void compose_target(struct painter *painter, const struct hashed *hashed)
{
    const struct frame *frame = hashed->frame;
    struct rect area = frame_rect(frame, frame->area);
    struct painted *target = &painter->target, *layer = frame_is_at_rest(frame) ? find_whole(painter, hashed) : NULL;

    if (layer && area.x == 0 && area.y == 0) {
        pool_give(&painter->pool, &target->surface);
        target->surface = layer->surface;
        layer->surface = NULL;
        target->missing = put_over(painter, frame, target->surface, frame_whole(frame));
        return;
    }
    if (frame_is_at_rest(frame))
        let_go_of_layers(painter);
    target->missing = compose(painter, hashed, pool_take(&painter->pool, &target->surface, frame->size));
}

static void mix(const struct painter *painter, const struct frame *frame, SDL_Surface *canvas)
{
    struct pixels_passage passage = {painter->before, painter->target.surface, {0}, (unsigned)(frame->fade_share * 256 + 0.5f)};

    if (!frame_grounds_cover(frame))
        pixels_blend(canvas, passage.from, passage.to, passage.share);
    for (int i = 0; i < frame->ground_count; i++) {
        struct rect place = frame_rect(frame, frame->grounds[i].rect);

        passage.by = frame->grounds[i].colour;
        if (i + 1 == frame->ground_count && !rect_is_empty(frame->growth.from))
            growth_put(canvas, &(struct growth_setting){frame, passage.from, passage.to, frame_rect(frame, frame->growth.from), place});
        else
            pixels_blend_through(canvas, passage, place);
    }
}

static int fade(struct painter *painter, const struct hashed *hashed, SDL_Surface *canvas)
{
    const struct frame *frame = hashed->frame;
    uint64_t hash = frame_hash_still(frame);
    struct painted *target = &painter->target;

    if (!has_size(painter->before, frame->size) || painter->fade_serial != frame->fade_serial)
        keep_before(painter, frame->size, canvas);
    if (!has_size(target->surface, frame->size) || target->hash != hash || target->missing > 0) {
        compose_target(painter, hashed);
        target->hash = hash;
    }
    mix(painter, frame, canvas);
    painter->rest.surface = NULL;
    painter->patch_count = 0;
    return target->missing;
}

bool painter_paint(struct painter *painter, const struct frame *frame, SDL_Surface *canvas)
{
    const struct hashed hashed = hashed_of(frame);
    int missing;

    if (painter->composed != canvas)
        changes_forget(painter->changes);
    painter->composed = NULL;
    ASSERT(has_size(canvas, frame->size) && canvas->format->format == SDL_PIXELFORMAT_XRGB8888);
    if (frame->fade_share < 1) {
        missing = fade(painter, &hashed, canvas);
    } else {
        let_go_of_fade(painter);
        painter->patch_count = 0;
        bool there = is_there(painter, &hashed, canvas);

        if (there && painter->covered && frame->cover_count > 0)
            missing = uncover(painter, frame, canvas);
        else if (there && !painter->covered && frame->layers[0].plays)
            missing = play(painter, frame, canvas);
        else if (can_show_in_parts(painter, frame, canvas))
            missing = show_in_parts(painter, &hashed, canvas);
        else
            missing = compose_on_canvas(painter, &hashed, canvas);
        if (frame_is_at_rest(frame))
            keep_few(painter);
    }
    painter->fade_serial = frame->fade_serial;
    painter->begun = true;
    faces_trim(painter->tools.faces);
    return missing == 0;
}

const struct patch *painter_patches(const struct painter *painter, int *count)
{
    *count = painter->patch_count;
    return painter->patches;
}

bool painter_prefetch(struct painter *painter, const struct frame *frame)
{
    const struct pass pass = pass_over(&painter->tools, frame, NULL);
    bool there = true;

    for (int i = 0; i < frame->layer_count; i++)
        there = pass_prefetch(&pass, &frame->layers[i].list, painter->begun) && there;
    for (int i = 0; i < frame->over_count; i++)
        there = pass_prefetch(&pass, &frame->over[i], painter->begun) && there;
    faces_trim(painter->tools.faces);
    return there;
}

void painter_paint_ahead(struct painter *painter, const struct frame *frame)
{
    const struct hashed hashed = hashed_of(frame);

    if (frame->layer_count == 0 || rect_equal(frame->area, frame_whole(frame)) || hashed.layers[0] == painter->rest.hash)
        return;
    painted_layer(painter, &hashed, 0);
    if (!painter->pool.maker.create &&
        !(painter->layers[0].surface && painter->layers[1].surface)) { /* the page at rest will need one too */
        SDL_Surface *spare = NULL;

        pool_take(&painter->pool, &spare, frame->size);
        pool_give(&painter->pool, &spare);
    }
}
