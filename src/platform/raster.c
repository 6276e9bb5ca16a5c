/* SVG is drawn by librsvg at the size shown; photographs are decoded by SDL_image, averaged down to the nearest whole factor and then
 * scaled and turned by one drawing of cairo. Both draw straight into the SDL surface's pixels: cairo's RGB24 and ARGB32 are SDL's XRGB8888
 * and ARGB8888, premultiplied. */
#include "platform/raster.h"

#include "base/geom.h"
#include "base/picture.h"

#include <SDL_image.h>
#include <librsvg/rsvg.h>
#include <math.h>
#include <string.h>

enum { LARGE_PIXELS = 8 * 1000 * 1000 };

struct bytes {
    const char *at;
    size_t size;
};

static const char *const no_memory = "there is not enough memory to show it";

bool raster_is_large(const char *bytes, size_t size)
{
    struct picture_header header;

    return !picture_look(bytes, size, &header) && (int64_t)header.width * header.height > LARGE_PIXELS;
}

/* A cairo that draws into the surface; NULL when there is no memory. */
static cairo_t *draw_into(SDL_Surface *surface, cairo_format_t format)
{
    cairo_surface_t *target = cairo_image_surface_create_for_data(surface->pixels, format, surface->w, surface->h, surface->pitch);
    cairo_t *cairo = cairo_create(target);

    cairo_surface_destroy(target); /* held by cairo */
    if (cairo_status(cairo) == CAIRO_STATUS_SUCCESS)
        return cairo;
    cairo_destroy(cairo);
    return NULL;
}

/* Where a picture of that size lies so that it covers the request, or fits into it. */
static RsvgRectangle place(double w, double h, const struct image_request *request)
{
    double wide = request->w / w, high = request->h / h;
    double scale = request->icon ? fmin(wide, high) : fmax(wide, high);
    RsvgRectangle at = {.width = w * scale, .height = h * scale};

    if (request->icon) {
        at.x = (request->w - at.width) / 2;
        at.y = (request->h - at.height) / 2;
    } else {
        at.x = -fmin(fmax(request->focus_x * at.width - request->w / 2.0, 0), at.width - request->w);
        at.y = -fmin(fmax(request->focus_y * at.height - request->h / 2.0, 0), at.height - request->h);
    }
    return at;
}

static void svg_size(RsvgHandle *svg, double *w, double *h)
{
    gboolean has_w, has_h, has_box;
    RsvgLength width, height;
    RsvgRectangle box;

    if (rsvg_handle_get_intrinsic_size_in_pixels(svg, w, h) && *w > 0 && *h > 0)
        return;
    rsvg_handle_get_intrinsic_dimensions(svg, &has_w, &width, &has_h, &height, &has_box, &box);
    *w = has_box && box.width > 0 ? box.width : 100;
    *h = has_box && box.height > 0 ? box.height : 100;
}

/* Whatever the icon's colours are, its shape counts. */
static void whiten(SDL_Surface *surface)
{
    uint32_t *pixels = surface->pixels;

    for (int i = 0; i < surface->w * surface->h; i++)
        pixels[i] |= 0x00FFFFFF;
}

/* A photograph inside the drawing is decoded by librsvg itself, and must be as safe as one outside: base64 that decodes to a sound PNG or
 * JPEG. Returns what is wrong with the first that is not. */
static const char *look_inside(struct bytes bytes)
{
    static const char start[] = "data:image/", encoding[] = ";base64,";
    const char *fault = NULL, *end = bytes.at + bytes.size, *at = bytes.at;

    while (!fault && (at = g_strstr_len(at, end - at, start))) {
        const char *quote = at;
        struct picture_header header;
        gsize length = 0;

        while (quote < end && *quote != '"' && *quote != '\'' && *quote != ')')
            quote++;
        const char *data = g_strstr_len(at, quote - at, encoding);
        gchar *text = data ? g_strndup(data + strlen(encoding), (gsize)(quote - data) - strlen(encoding)) : NULL;
        guchar *picture = text ? g_base64_decode(text, &length) : NULL;

        fault = picture ? picture_look((const char *)picture, length, &header) : "its picture inside is not base64";
        if (!fault && header.kind == PICTURE_SVG)
            fault = "it has another drawing inside as data; put the drawings into one";
        g_free(picture);
        g_free(text);
        at = quote;
    }
    return fault;
}

/* Entities made of entities serve no drawing, only files that grow without end when read. */
static bool nests_entities(struct bytes bytes)
{
    static const char start[] = "<!ENTITY";
    const char *end = bytes.at + bytes.size, *at = bytes.at;

    while ((at = g_strstr_len(at, end - at, start))) {
        for (at += strlen(start); at < end && *at != '>'; at++) {
            if (*at == '&')
                return true;
        }
    }
    return false;
}

static const char *draw_svg(struct bytes bytes, const struct image_request *request, SDL_Surface *surface)
{
    const char *fault = nests_entities(bytes) ? "its entities are nested; export it again as plain SVG" : look_inside(bytes);

    if (fault)
        return fault;
    /* No base address is given: nothing outside the file is ever read. */
    RsvgHandle *svg = rsvg_handle_new_from_data((const guint8 *)bytes.at, bytes.size, NULL);
    cairo_t *cairo = svg ? draw_into(surface, request->icon ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24) : NULL;
    const char *why = svg ? no_memory : "it is not a well-formed SVG drawing; export it again as plain SVG";
    double w, h;

    if (cairo) {
        if (!request->icon) {
            cairo_set_source_rgb(cairo, request->paper.r / 255.0, request->paper.g / 255.0, request->paper.b / 255.0);
            cairo_paint(cairo);
        }
        svg_size(svg, &w, &h);
        RsvgRectangle at = place(w, h, request);
        bool drawn = rsvg_handle_render_document(svg, cairo, &at, NULL) && cairo_status(cairo) == CAIRO_STATUS_SUCCESS;

        why = drawn ? NULL : "it is too complicated to be drawn; simplify it";
        cairo_destroy(cairo);
    }
    if (svg)
        g_object_unref(svg);
    if (!why && request->icon)
        whiten(surface);
    return why;
}

/* Sums of a square of pixels, premultiplied. */
struct average {
    unsigned a, r, g, b;
};

static void average_add(struct average *sum, uint32_t pixel)
{
    unsigned a = pixel >> 24;

    sum->a += a;
    sum->r += (pixel >> 16 & 255) * a / 255;
    sum->g += (pixel >> 8 & 255) * a / 255;
    sum->b += (pixel & 255) * a / 255;
}

static void average_row(const SDL_Surface *strip, int factor, uint32_t *out, int width)
{
    unsigned count = (unsigned)(factor * factor);

    for (int x = 0; x < width; x++) {
        struct average sum = {0};

        for (int y = 0; y < factor; y++) {
            const uint32_t *from = (const uint32_t *)((const char *)strip->pixels + y * strip->pitch) + x * factor;

            for (int i = 0; i < factor; i++)
                average_add(&sum, from[i]);
        }
        out[x] = (sum.a / count) << 24 | (sum.r / count) << 16 | (sum.g / count) << 8 | sum.b / count;
    }
}

/* The photograph as cairo wants it, smaller by a whole factor; strip by strip, so that a large one is never held twice. */
static SDL_Surface *shrink(SDL_Surface *photo, int factor)
{
    int w = photo->w / factor, h = photo->h / factor;
    SDL_Surface *small = SDL_CreateRGBSurfaceWithFormat(0, w, h, 32, SDL_PIXELFORMAT_ARGB8888);
    SDL_Surface *strip = SDL_CreateRGBSurfaceWithFormat(0, photo->w, factor, 32, SDL_PIXELFORMAT_ARGB8888);

    SDL_SetSurfaceBlendMode(photo, SDL_BLENDMODE_NONE);
    for (int y = 0; small && strip && y < h; y++) {
        SDL_Rect rows = {0, y * factor, photo->w, factor};

        memset(strip->pixels, 0, (size_t)strip->pitch * (size_t)factor); /* for pixels that a colour key leaves out */
        SDL_BlitSurface(photo, &rows, strip, NULL);
        average_row(strip, factor, (uint32_t *)((char *)small->pixels + y * small->pitch), w);
    }
    SDL_FreeSurface(strip);
    return small;
}

/* From the upright picture's points, 0 to 1, to those of the picture as stored: EXIF 2.3, tag 274. */
static cairo_matrix_t turn(int orientation)
{
    static const cairo_matrix_t turns[] = {
        {1, 0, 0, 1, 0, 0}, {-1, 0, 0, 1, 1, 0}, {-1, 0, 0, -1, 1, 1}, {1, 0, 0, -1, 0, 1},
        {0, 1, 1, 0, 0, 0}, {0, -1, 1, 0, 0, 1}, {0, -1, -1, 0, 1, 1}, {0, 1, -1, 0, 1, 0},
    };

    return turns[orientation >= 1 && orientation <= 8 ? orientation - 1 : 0];
}

static const char *scale_photo(SDL_Surface *photo, int orientation, const struct image_request *request, SDL_Surface *surface)
{
    bool sideways = orientation >= 5;
    RsvgRectangle at = place(sideways ? photo->h : photo->w, sideways ? photo->w : photo->h, request);
    cairo_surface_t *source = cairo_image_surface_create_for_data(photo->pixels, CAIRO_FORMAT_ARGB32, photo->w, photo->h, photo->pitch);
    cairo_t *cairo = draw_into(surface, CAIRO_FORMAT_RGB24);
    cairo_matrix_t matrix, step;

    if (cairo) {
        cairo_set_source_rgb(cairo, request->paper.r / 255.0, request->paper.g / 255.0, request->paper.b / 255.0);
        cairo_paint(cairo);
        /* Pixels of the screen to 0..1 of the upright picture, to 0..1 as stored, to pixels as stored. */
        cairo_matrix_init(&matrix, 1 / at.width, 0, 0, 1 / at.height, -at.x / at.width, -at.y / at.height);
        step = turn(orientation);
        cairo_matrix_multiply(&matrix, &matrix, &step);
        cairo_matrix_init_scale(&step, photo->w, photo->h);
        cairo_matrix_multiply(&matrix, &matrix, &step);
        cairo_pattern_t *pattern = cairo_pattern_create_for_surface(source);

        cairo_pattern_set_matrix(pattern, &matrix);
        cairo_pattern_set_filter(pattern, CAIRO_FILTER_GOOD);
        cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD);
        cairo_set_source(cairo, pattern);
        cairo_paint(cairo);
        cairo_pattern_destroy(pattern);
    }
    bool drawn = cairo && cairo_status(cairo) == CAIRO_STATUS_SUCCESS;

    if (cairo)
        cairo_destroy(cairo);
    cairo_surface_destroy(source);
    return drawn ? NULL : no_memory;
}

/* The photograph as stored, shrunk as far as the request lets it; NULL with *why. */
static SDL_Surface *load_photo(struct bytes bytes, const struct picture_header *header, const struct image_request *request,
                               const char **why)
{
    SDL_RWops *stream = SDL_RWFromConstMem(bytes.at, (int)bytes.size);
    SDL_Surface *photo = header->kind == PICTURE_JPEG ? IMG_LoadJPG_RW(stream) : IMG_LoadPNG_RW(stream);

    SDL_RWclose(stream);
    if (!photo) {
        *why = "it is damaged and cannot be read; export or copy it again";
        return NULL;
    }
    struct size upright = header->orientation >= 5 ? (struct size){photo->h, photo->w} : (struct size){photo->w, photo->h};
    int factor = int_clamp((int)(upright.w / place(upright.w, upright.h, request).width), 1, int_min(photo->w, photo->h));
    SDL_Surface *small = shrink(photo, factor);

    *why = small ? NULL : no_memory;
    SDL_FreeSurface(photo);
    return small;
}

static const char *draw_photo(struct bytes bytes, const struct picture_header *header, const struct image_request *request,
                              SDL_Surface *surface)
{
    const char *why = NULL;
    SDL_Surface *photo = load_photo(bytes, header, request, &why);

    if (photo)
        why = scale_photo(photo, header->orientation, request, surface);
    SDL_FreeSurface(photo);
    return why;
}

SDL_Surface *raster_draw(const char *bytes, size_t size, const struct image_request *request, const char **why)
{
    struct picture_header header;

    ASSERT(request->w > 0 && request->h > 0);
    *why = picture_look(bytes, size, &header);
    if (!*why && request->icon && header.kind != PICTURE_SVG)
        *why = "an icon must be an SVG drawing";
    if (*why)
        return NULL;
    SDL_Surface *surface =
        SDL_CreateRGBSurfaceWithFormat(0, request->w, request->h, 32, request->icon ? SDL_PIXELFORMAT_ARGB8888 : SDL_PIXELFORMAT_XRGB8888);

    if (!surface)
        *why = no_memory;
    else if (header.kind == PICTURE_SVG)
        *why = draw_svg((struct bytes){bytes, size}, request, surface);
    else
        *why = draw_photo((struct bytes){bytes, size}, &header, request, surface);
    if (*why) {
        SDL_FreeSurface(surface);
        return NULL;
    }
    SDL_SetSurfaceBlendMode(surface, request->icon ? SDL_BLENDMODE_BLEND : SDL_BLENDMODE_NONE);
    return surface;
}
