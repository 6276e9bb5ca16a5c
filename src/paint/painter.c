/* At rest a page is painted straight into the canvas. What moves is painted once into a surface of its own and then only copied; what fades
 * is composed once and then only mixed. */
#include "paint/painter.h"

#include "base/mem.h"
#include "paint/pixels.h"
#include "paint/scratch.h"

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

/* One list on its way to a surface: moved by (x, y), cut to `limit`; `clip` is what DRAW_CLIP left of that. Without a surface it only asks
 * for the pictures. */
struct pass {
    struct painter *painter;
    SDL_Surface *surface;
    struct size screen;
    struct rect limit, clip;
    int x, y;
    int missing;
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

static void clip_to(SDL_Surface *surface, struct rect rect)
{
    SDL_Rect clip = {rect.x, rect.y, rect.w, rect.h};

    SDL_SetClipRect(surface, &clip);
}

static void put(const struct pass *pass, SDL_Surface *from, int x, int y)
{
    SDL_Rect at = {x, y, 0, 0};

    SDL_BlitSurface(from, NULL, pass->surface, &at);
}

static struct face_ink text_ink(struct painter *painter, const struct draw_command *command)
{
    const struct draw_text *text = &command->text;

    return faces_text(painter->faces, &(struct face_text){text->type, command->colour, text->text, text->length});
}

static void draw_text_command(const struct pass *pass, const struct draw_command *command, struct rect rect)
{
    struct face_ink ink = text_ink(pass->painter, command);

    if (ink.surface)
        put(pass, ink.surface, rect.x, command->text.baseline_px + pass->y - ink.ascent_px);
}

static bool has_window(const struct draw_command *command)
{
    return command->picture.window.w > 0 && command->picture.window.h > 0;
}

/* Of the size shown. One that is larger than the screen is being zoomed: it is decoded once, at twice the screen's pixels, and stretched,
 * for the next touch changes its size again. */
static struct image_request picture_request(const struct pass *pass, const struct draw_command *command, struct rect rect, const char *path)
{
    struct image_request request = {
        .path = path,
        .w = rect.w,
        .h = rect.h,
        .focus_x = command->picture.focus_x,
        .focus_y = command->picture.focus_y,
        .paper = command->colour,
    };

    if (has_window(command))
        request.window = command->picture.window;
    if (rect.w > pass->screen.w || rect.h > pass->screen.h) {
        double share = SDL_sqrt(2.0 * pass->screen.w * pass->screen.h / ((double)rect.w * rect.h));

        request.w = int_max(1, (int)(rect.w * share));
        request.h = int_max(1, (int)(rect.h * share));
    }
    return request;
}

static void put_picture(const struct pass *pass, SDL_Surface *picture, struct rect rect)
{
    if (has_size(picture, (struct size){rect.w, rect.h}))
        put(pass, picture, rect.x, rect.y);
    else
        pixels_stretch(pass->surface, rect, picture);
}

static struct image_request overview_of(struct size screen, const struct image_request *request)
{
    struct image_request overview = *request;

    overview.w = screen.w;
    overview.h = screen.h;
    overview.window = (struct share_rect){0, 0, 1, 1};
    overview.overview = true;
    return overview;
}

/* One side of a window on a picture: the part of it from `from` on, `length` long (in shares), fills so many pixels behind `at`. */
struct window_side {
    double from, length;
    int at, pixels;
};

/* The pixel at a share of the picture; bounded, for it may lie far outside. */
static int pixel_of(double share, struct window_side side)
{
    const double far = 1 << 28;

    return (int)SDL_lround(SDL_max(-far, SDL_min(side.at + (share - side.from) / side.length * side.pixels, far)));
}

/* The part of the picture that is there, where it belongs in `rect`, which shows `window`; the command's colour elsewhere. */
static void put_part(const struct pass *pass, const struct draw_command *command, struct rect rect, struct image_part part)
{
    struct share_rect window = command->picture.window, shares = part.shares;
    struct window_side across = {window.x, window.w, rect.x, rect.w}, down = {window.y, window.h, rect.y, rect.h};

    pixels_fill(pass->surface, rect, (struct colour){command->colour.r, command->colour.g, command->colour.b, 255});
    if (!part.surface)
        return;
    int left = pixel_of(shares.x, across), right = pixel_of((double)shares.x + shares.w, across);
    int top = pixel_of(shares.y, down), bottom = pixel_of((double)shares.y + shares.h, down);

    clip_to(pass->surface, rect_common(rect, pass->clip));
    if (right > left && bottom > top)
        pixels_stretch(pass->surface, (struct rect){left, top, right - left, bottom - top}, part.surface);
    clip_to(pass->surface, pass->clip);
}

/* At rest exactly what is asked for, until then and while moving what there is. The overview is asked for again and again, so that it is
 * kept; it is missed only where nothing else is there. */
static enum image_state draw_window(struct pass *pass, const struct draw_command *command, struct rect rect, const char *path)
{
    struct images *images = pass->painter->images;
    struct image_request request = picture_request(pass, command, rect, path), overview = overview_of(pass->screen, &request);
    SDL_Surface *exact = NULL, *whole;
    enum image_state state = IMAGE_READY, later;

    if (command->picture.moving)
        images_withdraw_windows(images, path);
    else
        state = images_get(images, &request, &exact);
    later = images_get(images, &overview, &whole);

    struct image_part part = images_part(images, &request);

    if (command->picture.moving && !part.covers)
        state = later;
    if (!pass->surface || state == IMAGE_FAILED)
        return state;
    if (exact)
        put_picture(pass, exact, rect);
    else
        put_part(pass, command, rect, part);
    return state;
}

/* A path that is NULL is a picture that cannot be shown. */
static enum image_state draw_covering(struct pass *pass, const struct draw_command *command, struct rect rect, const char *path)
{
    enum image_state state = IMAGE_FAILED;
    SDL_Surface *picture = NULL;

    if (path) {
        struct image_request request = picture_request(pass, command, rect, path);

        request.window = (struct share_rect){0};
        state = images_get(pass->painter->images, &request, &picture);
        if (state == IMAGE_WAITING && pass->surface)
            picture = images_stand_in(pass->painter->images, &request);
    }
    if (pass->surface && picture)
        put_picture(pass, picture, rect);
    else if (pass->surface)
        pixels_fill(pass->surface, rect, (struct colour){command->colour.r, command->colour.g, command->colour.b, 255});
    return state;
}

static void draw_picture_command(struct pass *pass, const struct draw_command *command, struct rect rect)
{
    const struct draw_picture *picture = &command->picture;
    enum image_state state;

    if (picture->path && has_window(command))
        state = draw_window(pass, command, rect, picture->path);
    else
        state = draw_covering(pass, command, rect, picture->path);
    if (state == IMAGE_FAILED && (picture->fallback || has_window(command)))
        state = draw_covering(pass, command, rect, picture->fallback);
    pass->missing += state == IMAGE_WAITING;
}

static struct image_request icon_request(const struct draw_command *command, struct rect rect)
{
    return (struct image_request){.path = command->icon, .w = rect.w, .h = rect.h, .icon = true};
}

static void draw_icon_command(struct pass *pass, const struct draw_command *command, struct rect rect)
{
    struct image_request request = icon_request(command, rect);
    SDL_Surface *icon;
    enum image_state state = images_get(pass->painter->images, &request, &icon);

    pass->missing += state == IMAGE_WAITING;
    if (state != IMAGE_READY || !pass->surface)
        return;
    SDL_SetSurfaceColorMod(icon, command->colour.r, command->colour.g, command->colour.b);
    SDL_SetSurfaceAlphaMod(icon, command->colour.a);
    put(pass, icon, rect.x, rect.y);
}

static void set_clip(struct pass *pass, struct rect clip)
{
    pass->clip = clip;
    if (pass->surface)
        clip_to(pass->surface, clip);
}

/* Letters may reach out of their line's box, by less than its height. */
static struct rect reach_of(const struct draw_command *command, struct rect rect)
{
    return command->kind == DRAW_TEXT ? (struct rect){rect.x - rect.h, rect.y - rect.h, int_max(rect.w, 1) + 2 * rect.h, 3 * rect.h} : rect;
}

static void do_command(struct pass *pass, const struct draw_command *command)
{
    struct rect rect = rect_moved(command->rect, pass->x, pass->y);

    if (command->kind != DRAW_CLIP && rect_is_empty(rect_common(reach_of(command, rect), pass->clip)))
        return;
    switch (command->kind) {
    case DRAW_FILL:
        if (pass->surface)
            pixels_fill(pass->surface, rect, command->colour);
        break;
    case DRAW_TEXT:
        if (pass->surface)
            draw_text_command(pass, command, rect);
        break;
    case DRAW_PICTURE:
        draw_picture_command(pass, command, rect);
        break;
    case DRAW_ICON:
        draw_icon_command(pass, command, rect);
        break;
    case DRAW_CLIP:
        set_clip(pass, rect_is_empty(rect) ? pass->limit : rect_common(rect, pass->limit));
        break;
    }
}

/* How many of its pictures are not there. */
static int do_list(struct pass pass, const struct draw_list *list)
{
    set_clip(&pass, pass.limit);
    for (int i = 0; i < list->count; i++)
        do_command(&pass, &list->commands[i]);
    if (pass.surface)
        SDL_SetClipRect(pass.surface, NULL);
    return pass.missing;
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
            needed |= other != layer && painter->layers[i].surface && draw_hash(&frame->layers[other].list) == painter->layers[i].hash;
        if (!needed)
            return &painter->layers[i];
    }
    return &painter->layers[0];
}

static int slide_layer(struct painter *painter, const struct frame *frame, int layer, SDL_Surface *surface)
{
    const struct draw_list *list = &frame->layers[layer].list;
    struct pass pass = {.painter = painter, .screen = frame->size, .limit = {0, 0, frame->area.w, frame->area.h}};
    uint64_t hash = draw_hash(list);
    struct painted *painted = slot_for(painter, frame, hash, layer);
    bool fresh = has_size(painted->surface, frame->size) && painted->hash == hash;
    struct rect place = rect_moved(frame->area, frame->layers[layer].x_px, 0);

    /* While pictures are missing they are asked for again, and the page is painted again when one has come. */
    if (!fresh || (painted->missing > 0 && do_list(pass, list) != painted->missing)) {
        pass.surface = resized(painter, &painted->surface, frame->size);
        painted->missing = do_list(pass, list);
        painted->hash = hash;
    }
    clip_to(surface, rect_common(frame->area, place));
    pixels_copy(surface, painted->surface, place.x, place.y);
    SDL_SetClipRect(surface, NULL);
    return painted->missing;
}

static bool is_at_rest(const struct frame *frame)
{
    return frame->layer_count == 1 && frame->layers[0].x_px == 0;
}

/* The frame without its fade. */
static int compose(struct painter *painter, const struct frame *frame, SDL_Surface *surface)
{
    struct pass pass = {.painter = painter, .surface = surface, .screen = frame->size};
    int missing = 0;

    if (is_at_rest(frame)) {
        pass.limit = frame->area;
        pass.x = frame->area.x;
        pass.y = frame->area.y;
        missing = do_list(pass, &frame->layers[0].list);
    } else {
        for (int i = 0; i < frame->layer_count; i++)
            missing += slide_layer(painter, frame, i, surface);
    }
    pass.limit = (struct rect){0, 0, frame->size.w, frame->size.h};
    pass.x = pass.y = 0;
    for (int i = 0; i < frame->over_count; i++)
        missing += do_list(pass, &frame->over[i]);
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

static void prefetch_command(struct painter *painter, struct size screen, const struct draw_command *command)
{
    const struct pass pass = {.painter = painter, .screen = screen};
    struct image_request request;

    switch (command->kind) {
    case DRAW_FILL:
    case DRAW_CLIP:
        break;
    case DRAW_TEXT:
        if (painter->begun)
            text_ink(painter, command);
        break;
    case DRAW_PICTURE:
        if (!command->picture.path)
            break;
        request = picture_request(&pass, command, command->rect, command->picture.path);
        if (!command->picture.moving)
            images_prefetch(painter->images, &request);
        if (has_window(command)) {
            request = overview_of(screen, &request);
            images_prefetch(painter->images, &request);
        }
        break;
    case DRAW_ICON:
        request = icon_request(command, command->rect);
        images_prefetch(painter->images, &request);
        break;
    }
}

static void prefetch_list(struct painter *painter, struct size screen, const struct draw_list *list)
{
    for (int i = 0; i < list->count; i++)
        prefetch_command(painter, screen, &list->commands[i]);
}

void painter_prefetch(struct painter *painter, const struct frame *frame)
{
    for (int i = 0; i < frame->layer_count; i++)
        prefetch_list(painter, frame->size, &frame->layers[i].list);
    for (int i = 0; i < frame->over_count; i++)
        prefetch_list(painter, frame->size, &frame->over[i]);
    for (int i = 0; i < SPARES_MAX && painter->begun && frame->layer_count > 0; i++) {
        if (!painter->spares[i] && !painter->layers[i].surface)
            painter->spares[i] = scratch_create(frame->size);
    }
}
