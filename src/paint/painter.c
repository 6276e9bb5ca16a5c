/* At rest a page is painted straight into the canvas. What moves is painted once into a surface of its own and then only copied; what fades
 * is composed once and then only mixed. */
#include "paint/painter.h"

#include "base/mem.h"
#include "paint/pass.h"
#include "platform/pixels.h"
#include "platform/scratch.h"

#include <stdlib.h>
#include <string.h>

/* Two surfaces are kept between movements: enough for any slide, or any fade between pages at rest. All have the screen's size,
 * although a sliding page may be lower, so that each serves any use: fresh memory costs as much as painting. */
enum { SPARES_MAX = 2 };

/* A page as it was painted: `missing` of its pictures were not there. */
struct painted {
    SDL_Surface *surface; /* NULL: none */
    uint64_t hash;
    int missing;
};

struct painter {
    struct faces *faces;
    struct images *images;
    struct painted layers[FRAME_LAYERS_MAX];
    struct painted target; /* what a fade leads to */
    SDL_Surface *before;   /* what it began with */
    uint32_t fade_serial;
    bool begun; /* something was painted */
    SDL_Surface *spares[SPARES_MAX];
};

struct painter *painter_create(struct faces *faces, struct images *images)
{
    struct painter *painter = mem_alloc(sizeof(*painter));

    painter->faces = faces;
    painter->images = images;
    return painter;
}

static bool has_size(const SDL_Surface *surface, struct size size)
{
    return surface && surface->w == size.w && surface->h == size.h;
}

static void let_go(struct painter *painter, SDL_Surface **surface)
{
    for (int i = 0; i < SPARES_MAX && *surface; i++) {
        if (!painter->spares[i]) {
            painter->spares[i] = *surface;
            *surface = NULL;
        }
    }
    scratch_destroy(*surface);
    *surface = NULL;
}

/* The surface, made anew if it has not that size. */
static SDL_Surface *resized(struct painter *painter, SDL_Surface **surface, struct size size)
{
    if (has_size(*surface, size))
        return *surface;
    let_go(painter, surface);
    for (int i = 0; i < SPARES_MAX && !*surface; i++) {
        if (has_size(painter->spares[i], size))
            *surface = painter->spares[i];
        else
            scratch_destroy(painter->spares[i]);
        painter->spares[i] = NULL;
    }
    if (!*surface)
        *surface = scratch_create(size);
    return *surface;
}

static void let_go_of_layers(struct painter *painter)
{
    for (int i = 0; i < FRAME_LAYERS_MAX; i++)
        let_go(painter, &painter->layers[i].surface);
}

static void let_go_of_fade(struct painter *painter)
{
    let_go(painter, &painter->target.surface);
    let_go(painter, &painter->before);
}

void painter_destroy(struct painter *painter)
{
    if (!painter)
        return;
    let_go_of_layers(painter);
    let_go_of_fade(painter);
    for (int i = 0; i < SPARES_MAX; i++)
        scratch_destroy(painter->spares[i]);
    free(painter);
}

/* A rectangle of the frame on the canvas. */
static struct rect on_canvas(const struct frame *frame, struct rect rect)
{
    return frame->mirrored ? rect_mirrored(rect, frame->size.w) : rect;
}

static uint64_t layer_hash(const struct frame *frame, int layer)
{
    return draw_hash(&frame->layers[layer].list) + frame->mirrored;
}

static struct pass pass_over(const struct painter *painter, const struct frame *frame, SDL_Surface *surface)
{
    return (struct pass){
        .faces = painter->faces,
        .images = painter->images,
        .surface = surface,
        .screen = frame->size,
        .mirror_px = frame->mirrored ? frame->size.w : 0,
    };
}

/* The page's surface from the frame before, or else the one that no layer of this frame needs. */
static struct painted *slot_for(struct painter *painter, const struct frame *frame, uint64_t hash, int layer)
{
    for (int i = 0; i < FRAME_LAYERS_MAX; i++) {
        if (painter->layers[i].surface && painter->layers[i].hash == hash)
            return &painter->layers[i];
    }
    for (int i = 0; i < FRAME_LAYERS_MAX; i++) {
        bool needed = false;

        for (int other = 0; other < frame->layer_count; other++)
            needed |= other != layer && painter->layers[i].surface && layer_hash(frame, other) == painter->layers[i].hash;
        if (!needed)
            return &painter->layers[i];
    }
    return &painter->layers[0];
}

/* A painted page, as far as it has slid into the frame's area. */
static void put_page(SDL_Surface *surface, const struct frame *frame, int x_px, const SDL_Surface *page)
{
    struct rect place = on_canvas(frame, rect_moved(frame->area, x_px, 0)), seen = rect_common(on_canvas(frame, frame->area), place);
    SDL_Rect clip = {seen.x, seen.y, seen.w, seen.h};

    SDL_SetClipRect(surface, &clip);
    pixels_copy(surface, page, place.x, place.y);
    SDL_SetClipRect(surface, NULL);
}

static int slide_layer(struct painter *painter, const struct frame *frame, int layer, SDL_Surface *surface)
{
    const struct draw_list *list = &frame->layers[layer].list;
    struct pass pass = pass_over(painter, frame, NULL);
    uint64_t hash = layer_hash(frame, layer);
    struct painted *painted = slot_for(painter, frame, hash, layer);
    bool fresh = has_size(painted->surface, frame->size) && painted->hash == hash;

    pass.limit = (struct rect){0, 0, frame->area.w, frame->area.h};
    pass.mirror_px = frame->mirrored ? frame->area.w : 0;
    /* While pictures are missing they are asked for again, and the page is painted again when one has come. */
    if (!fresh || (painted->missing > 0 && pass_paint(pass, list) != painted->missing)) {
        pass.surface = resized(painter, &painted->surface, frame->size);
        painted->missing = pass_paint(pass, list);
        painted->hash = hash;
    }
    put_page(surface, frame, frame->layers[layer].x_px, painted->surface);
    return painted->missing;
}

static bool is_at_rest(const struct frame *frame)
{
    return frame->layer_count == 1 && frame->layers[0].x_px == 0;
}

/* The frame without its fade. */
static int compose(struct painter *painter, const struct frame *frame, SDL_Surface *surface)
{
    struct pass pass = pass_over(painter, frame, surface);
    int missing = 0;

    if (is_at_rest(frame)) {
        pass.limit = on_canvas(frame, frame->area);
        pass.x = frame->area.x;
        pass.y = frame->area.y;
        missing = pass_paint(pass, &frame->layers[0].list);
    } else {
        for (int i = 0; i < frame->layer_count; i++)
            missing += slide_layer(painter, frame, i, surface);
    }
    pass.limit = (struct rect){0, 0, frame->size.w, frame->size.h};
    pass.x = pass.y = 0;
    for (int i = 0; i < frame->over_count; i++)
        missing += pass_paint(pass, &frame->over[i]);
    return missing;
}

static uint64_t hash_without_fade(const struct frame *frame)
{
    struct frame still = *frame;

    still.fade_share = 1;
    still.fade_serial = 0;
    return frame_hash(&still);
}

static int fade(struct painter *painter, const struct frame *frame, SDL_Surface *canvas)
{
    uint64_t hash = hash_without_fade(frame);
    struct painted *target = &painter->target;

    if (!has_size(painter->before, frame->size) || painter->fade_serial != frame->fade_serial)
        SDL_BlitSurface(canvas, NULL, resized(painter, &painter->before, frame->size), NULL);
    if (!has_size(target->surface, frame->size) || target->hash != hash || target->missing > 0) {
        target->missing = compose(painter, frame, resized(painter, &target->surface, frame->size));
        target->hash = hash;
    }
    pixels_blend(canvas, painter->before, target->surface, (unsigned)(frame->fade_share * 256 + 0.5f));
    return target->missing;
}

bool painter_paint(struct painter *painter, const struct frame *frame, SDL_Surface *canvas)
{
    bool fading = frame->fade_share < 1;
    int missing;

    ASSERT(has_size(canvas, frame->size) && canvas->format->format == SDL_PIXELFORMAT_XRGB8888);
    ASSERT(frame->layer_count >= 0 && frame->layer_count <= FRAME_LAYERS_MAX);
    if (is_at_rest(frame))
        let_go_of_layers(painter);
    if (!fading)
        let_go_of_fade(painter);
    missing = fading ? fade(painter, frame, canvas) : compose(painter, frame, canvas);
    painter->fade_serial = frame->fade_serial;
    painter->begun = true;
    return missing == 0;
}

void painter_prefetch(struct painter *painter, const struct frame *frame)
{
    const struct pass pass = pass_over(painter, frame, NULL);

    for (int i = 0; i < frame->layer_count; i++)
        pass_prefetch(&pass, &frame->layers[i].list, painter->begun);
    for (int i = 0; i < frame->over_count; i++)
        pass_prefetch(&pass, &frame->over[i], painter->begun);
    for (int i = 0; i < SPARES_MAX && painter->begun && frame->layer_count > 0; i++) {
        if (!painter->spares[i] && !painter->layers[i].surface)
            painter->spares[i] = scratch_create(frame->size);
    }
}
