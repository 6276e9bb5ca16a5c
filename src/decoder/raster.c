/* SVG is drawn by librsvg at the size shown; of photographs, decoded by libjpeg-turbo and SDL_image, the part that is needed is averaged
 * down to the nearest whole factor and then scaled and turned by one drawing of cairo. Both draw straight into the SDL surface's pixels:
 * cairo's RGB24 and ARGB32 are SDL's XRGB8888 and ARGB8888, premultiplied. */
#include "decoder/raster.h"

#include "base/picture.h"
#include "base/svg.h"
#include "decoder/embedded.h"
#include "decoder/fonts.h"
#include "decoder/jpeg.h"

#include <SDL_image.h>
#include <librsvg/rsvg.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const no_memory = "there is not enough memory to show it";

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

/* Where a picture of that size lies so that the request's surface shows what is asked for. */
static RsvgRectangle place(double w, double h, const struct image_request *request)
{
    struct share_rect shares = image_shares(request, w / h);
    RsvgRectangle at = {.width = request->w / (double)shares.w, .height = request->h / (double)shares.h};

    at.x = -(double)shares.x * at.width;
    at.y = -(double)shares.y * at.height;
    return at;
}

/* As picture_look has it, else what librsvg makes of its width and height. */
static void svg_size(RsvgHandle *svg, struct svg_root *root)
{
    if (root->w > 0 || (rsvg_handle_get_intrinsic_size_in_pixels(svg, &root->w, &root->h) && root->w > 0 && root->h > 0))
        return;
    root->w = root->h = 100;
}

/* Whatever the icon's colours are, its shape counts. */
static void whiten(SDL_Surface *surface)
{
    uint32_t *pixels = surface->pixels;

    for (int i = 0; i < surface->w * surface->h; i++)
        pixels[i] |= 0x00FFFFFF;
}

/* Entities made of entities serve no drawing, only files that grow without end when read. */
static bool nests_entities(struct bytes file)
{
    static const char start[] = "<!ENTITY";
    const char *end = file.at + file.size, *at = file.at;

    while ((at = g_strstr_len(at, end - at, start))) {
        for (at += strlen(start); at < end && *at != '>'; at++) {
            if (*at == '&')
                return true;
        }
    }
    return false;
}

static void paint_paper(cairo_t *cairo, struct colour paper)
{
    cairo_set_source_rgb(cairo, paper.r / 255.0, paper.g / 255.0, paper.b / 255.0);
    cairo_paint(cairo);
}

/* "XML parse error: Error domain 1 code 26 on line 2 column 13 of data: Entity 'nbsp' not defined\n" is what librsvg passes on of libxml2.
 */
static void explain(const GError *error, struct raster_fault *fault)
{
    const char *message = error ? error->message : "", *line = strstr(message, " on line "), *end = strstr(message, "of data: ");

    fault->line = line ? (int)strtol(line + strlen(" on line "), NULL, 10) : 0;
    if (end)
        message = end + strlen("of data: ");
    snprintf(fault->why, sizeof(fault->why), "it is not a well-formed SVG drawing (%.*s); export it again as plain SVG",
             (int)strcspn(message, "\n"), message);
}

/* No base address is given: nothing outside the file is ever read. */
static RsvgHandle *read_svg(struct bytes file, struct raster_fault *fault)
{
    GError *error = NULL;
    RsvgHandle *svg = rsvg_handle_new_from_data((const guint8 *)file.at, file.size, &error);

    if (!svg)
        explain(error, fault);
    g_clear_error(&error);
    return svg;
}

/* The drawing and where to draw it; for a window, one of that part alone that fills the surface. NULL: it is not well-formed. */
static RsvgHandle *open_svg(struct bytes file, const struct image_request *request, RsvgRectangle *at, struct raster_fault *fault)
{
    bool whole = !image_is_window(request);
    struct buffer cut = {0};
    struct svg_root root;

    svg_find_root(file, &root); /* picture_look did */
    RsvgHandle *svg = whole || root.w <= 0 ? read_svg(file, fault) : NULL;

    if (svg)
        svg_size(svg, &root);
    if (root.w <= 0)
        return NULL;
    *at = whole ? place(root.w, root.h, request) : (RsvgRectangle){0, 0, request->w, request->h};
    if (whole)
        return svg;
    if (svg)
        g_object_unref(svg);
    svg_cut(file, &root, request->window, &cut);
    svg = read_svg((struct bytes){cut.bytes, cut.length}, fault);
    buffer_finish(&cut);
    return svg;
}

static enum raster_outcome fail(struct raster_fault *fault, const char *why)
{
    snprintf(fault->why, sizeof(fault->why), "%s", why);
    return RASTER_FAILED;
}

static enum raster_outcome render(RsvgHandle *svg, const RsvgRectangle *at, const struct raster_job *job, struct raster_fault *fault)
{
    bool icon = job->request->icon;
    cairo_t *cairo = draw_into(job->surface, icon ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24);

    if (!cairo)
        return fail(fault, no_memory);
    if (!icon)
        paint_paper(cairo, job->request->paper);
    bool drawn = rsvg_handle_render_document(svg, cairo, at, NULL) && cairo_status(cairo) == CAIRO_STATUS_SUCCESS;

    cairo_destroy(cairo);
    if (!drawn) {
        fault->spoilt = true; /* cairo's fonts do not recover from an error */
        return fail(fault, "it is too complicated to be drawn; simplify it");
    }
    if (icon)
        whiten(job->surface);
    return RASTER_DRAWN;
}

/* Elements named text, with or without a prefix. */
static bool has_words(struct bytes file)
{
    return g_strstr_len(file.at, (gssize)file.size, "<text") || g_strstr_len(file.at, (gssize)file.size, ":text");
}

static enum raster_outcome draw_svg(const struct raster_job *job, struct raster_fault *fault)
{
    RsvgRectangle at;

    if (nests_entities(job->file))
        return fail(fault, "its entities are nested; export it again as plain SVG");
    const char *why = embedded_look(job->file, &fault->line);

    if (why)
        return fail(fault, why);
    if (has_words(job->file) && !fonts_are_open())
        return RASTER_NEEDS_FONTS;
    RsvgHandle *svg = open_svg(job->file, job->request, &at, fault);
    enum raster_outcome outcome = svg ? render(svg, &at, job, fault) : RASTER_FAILED;

    if (svg)
        g_object_unref(svg);
    return outcome;
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

/* From the upright picture's points, 0 to 1, to those of the picture as stored: EXIF 2.3, tag 274. */
static cairo_matrix_t turn(int orientation)
{
    static const cairo_matrix_t turns[] = {
        {1, 0, 0, 1, 0, 0}, {-1, 0, 0, 1, 1, 0}, {-1, 0, 0, -1, 1, 1}, {1, 0, 0, -1, 0, 1},
        {0, 1, 1, 0, 0, 0}, {0, -1, 1, 0, 0, 1}, {0, -1, -1, 0, 1, 1}, {0, 1, -1, 0, 1, 0},
    };

    return turns[orientation >= 1 && orientation <= 8 ? orientation - 1 : 0];
}

/* What is done to a photograph of w x h pixels, as stored, to become a surface: `part` of it is made smaller by `factor`, and drawn with
 * `matrix`, from the surface's pixels to the whole photograph's as stored. Upright it lies at `at`. */
struct scaling {
    cairo_matrix_t matrix;
    RsvgRectangle at;
    struct rect part;
    int factor;
};

/* The photograph's pixels that the surface shows, and some around for smooth scaling. */
static struct rect shown_part(const struct scaling *scaling, struct size surface, struct size photo)
{
    int margin = 2 * scaling->factor;
    double x0 = 0, y0 = 0, x1 = surface.w, y1 = surface.h;

    cairo_matrix_transform_point(&scaling->matrix, &x0, &y0);
    cairo_matrix_transform_point(&scaling->matrix, &x1, &y1);
    int left = (int)fmin(fmax(fmin(x0, x1) - margin, 0), photo.w - scaling->factor);
    int top = (int)fmin(fmax(fmin(y0, y1) - margin, 0), photo.h - scaling->factor);
    int right = (int)fmin(fmax(fmax(x0, x1) + margin, left + scaling->factor), photo.w);
    int bottom = (int)fmin(fmax(fmax(y0, y1) + margin, top + scaling->factor), photo.h);

    return (struct rect){left, top, right - left, bottom - top};
}

static struct scaling scaling_of(struct size photo, int orientation, const struct image_request *request)
{
    struct size upright = orientation >= 5 ? (struct size){photo.h, photo.w} : photo;
    struct scaling scaling = {.at = place(upright.w, upright.h, request)};
    double least = fmin(upright.w / scaling.at.width, upright.h / scaling.at.height);
    cairo_matrix_t step = turn(orientation);

    scaling.factor = (int)fmin(fmax(least, 1), int_min(photo.w, photo.h));
    cairo_matrix_init(&scaling.matrix, 1 / scaling.at.width, 0, 0, 1 / scaling.at.height, -scaling.at.x / scaling.at.width,
                      -scaling.at.y / scaling.at.height);
    cairo_matrix_multiply(&scaling.matrix, &scaling.matrix, &step);
    cairo_matrix_init_scale(&step, photo.w, photo.h);
    cairo_matrix_multiply(&scaling.matrix, &scaling.matrix, &step);
    scaling.part = shown_part(&scaling, (struct size){request->w, request->h}, photo);
    return scaling;
}

/* The part as cairo wants it, smaller; strip by strip, so that a large one is never held twice. */
static SDL_Surface *shrink(SDL_Surface *photo, const struct scaling *scaling)
{
    int factor = scaling->factor, w = scaling->part.w / factor, h = scaling->part.h / factor;
    SDL_Surface *small = SDL_CreateRGBSurfaceWithFormat(0, w, h, 32, SDL_PIXELFORMAT_ARGB8888);
    SDL_Surface *strip = SDL_CreateRGBSurfaceWithFormat(0, scaling->part.w, factor, 32, SDL_PIXELFORMAT_ARGB8888);

    SDL_SetSurfaceBlendMode(photo, SDL_BLENDMODE_NONE);
    for (int y = 0; small && strip && y < h; y++) {
        SDL_Rect rows = {scaling->part.x, scaling->part.y + y * factor, scaling->part.w, factor};

        memset(strip->pixels, 0, (size_t)strip->pitch * (size_t)factor); /* for pixels that a colour key leaves out */
        SDL_BlitSurface(photo, &rows, strip, NULL);
        average_row(strip, factor, (uint32_t *)((char *)small->pixels + y * small->pitch), w);
    }
    SDL_FreeSurface(strip);
    return small;
}

static const char *scale_photo(SDL_Surface *small, const struct scaling *scaling, struct colour paper, SDL_Surface *surface)
{
    cairo_surface_t *source = cairo_image_surface_create_for_data(small->pixels, CAIRO_FORMAT_ARGB32, small->w, small->h, small->pitch);
    cairo_t *cairo = draw_into(surface, CAIRO_FORMAT_RGB24);
    double factor = scaling->factor;

    if (cairo) {
        cairo_matrix_t matrix, to_small;
        cairo_pattern_t *pattern = cairo_pattern_create_for_surface(source);

        paint_paper(cairo, paper);
        cairo_matrix_init(&to_small, 1 / factor, 0, 0, 1 / factor, -scaling->part.x / factor, -scaling->part.y / factor);
        cairo_matrix_multiply(&matrix, &scaling->matrix, &to_small);
        cairo_pattern_set_matrix(pattern, &matrix);
        cairo_pattern_set_filter(pattern, CAIRO_FILTER_GOOD);
        cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD);
        cairo_set_source(cairo, pattern);
        cairo_rectangle(cairo, scaling->at.x, scaling->at.y, scaling->at.width, scaling->at.height);
        cairo_fill(cairo);
        cairo_pattern_destroy(pattern);
    }
    bool drawn = cairo && cairo_status(cairo) == CAIRO_STATUS_SUCCESS;

    if (cairo)
        cairo_destroy(cairo);
    cairo_surface_destroy(source);
    return drawn ? NULL : no_memory;
}

static SDL_Surface *read_png(struct bytes file, const char **why)
{
    SDL_RWops *stream = SDL_RWFromConstMem(file.at, (int)file.size);
    SDL_Surface *photo = IMG_LoadPNG_RW(stream);

    SDL_RWclose(stream);
    *why = photo ? NULL : "it is damaged and cannot be read; export or copy it again";
    return photo;
}

/* How many pixels of the photograph as stored, each way, the request can show. */
static struct size useful_size(const struct picture_header *header, const struct image_request *request)
{
    bool sideways = header->orientation >= 5;
    RsvgRectangle at = place(sideways ? header->height : header->width, sideways ? header->width : header->height, request);
    struct size upright = {(int)fmin(ceil(at.width), PICTURE_PIXELS_MAX), (int)fmin(ceil(at.height), PICTURE_PIXELS_MAX)};

    return sideways ? (struct size){upright.h, upright.w} : upright;
}

static enum raster_outcome draw_photo(const struct raster_job *job, const struct picture_header *header, struct raster_fault *fault)
{
    const char *why;
    SDL_Surface *photo =
        header->kind == PICTURE_JPEG ? jpeg_read(job->file, useful_size(header, job->request), &why) : read_png(job->file, &why);

    if (!photo)
        return fail(fault, why);
    struct scaling scaling = scaling_of((struct size){photo->w, photo->h}, header->orientation, job->request);
    SDL_Surface *small = shrink(photo, &scaling);

    SDL_FreeSurface(photo);
    why = small ? scale_photo(small, &scaling, job->request->paper, job->surface) : no_memory;
    SDL_FreeSurface(small);
    return why ? fail(fault, why) : RASTER_DRAWN;
}

enum raster_outcome raster_draw(const struct raster_job *job, struct raster_fault *fault)
{
    struct picture_header header;
    const char *why = picture_look(job->file, &header);

    ASSERT(job->surface->w == job->request->w && job->surface->h == job->request->h);
    *fault = (struct raster_fault){.line = 0};
    if (!why && job->request->icon && header.kind != PICTURE_SVG)
        why = "an icon must be an SVG drawing";
    if (why)
        return fail(fault, why);
    return header.kind == PICTURE_SVG ? draw_svg(job, fault) : draw_photo(job, &header, fault);
}
