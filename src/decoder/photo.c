/* Decoded by libjpeg-turbo or SDL_image; the part that is needed is averaged down to the nearest whole factor, and then scaled and turned
 * by one drawing of cairo. */
#include "decoder/photo.h"

#include "decoder/jpeg.h"

#include <SDL_image.h>
#include <math.h>
#include <string.h>

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
    cairo_rectangle_t at;
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
    struct scaling scaling = {.at = raster_place(upright.w, upright.h, request)};
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
    cairo_t *cairo = raster_cairo(surface, CAIRO_FORMAT_RGB24);
    double factor = scaling->factor;

    if (cairo) {
        cairo_matrix_t matrix, to_small;
        cairo_pattern_t *pattern = cairo_pattern_create_for_surface(source);

        raster_paper(cairo, paper);
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
    return drawn ? NULL : IMAGE_NO_MEMORY;
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
    cairo_rectangle_t at = raster_place(sideways ? header->height : header->width, sideways ? header->width : header->height, request);
    struct size upright = {(int)fmin(ceil(at.width), PICTURE_PIXELS_MAX), (int)fmin(ceil(at.height), PICTURE_PIXELS_MAX)};

    return sideways ? (struct size){upright.h, upright.w} : upright;
}

enum raster_outcome photo_draw(const struct raster_job *job, const struct picture_header *header, struct raster_fault *fault)
{
    const char *why;
    SDL_Surface *photo =
        header->kind == PICTURE_JPEG ? jpeg_read(job->file, useful_size(header, job->request), &why) : read_png(job->file, &why);

    if (!photo)
        return raster_fail(fault, why);
    struct scaling scaling = scaling_of((struct size){photo->w, photo->h}, header->orientation, job->request);
    SDL_Surface *small = shrink(photo, &scaling);

    SDL_FreeSurface(photo);
    why = small ? scale_photo(small, &scaling, job->request->paper, job->surface) : IMAGE_NO_MEMORY;
    SDL_FreeSurface(small);
    return why ? raster_fail(fault, why) : RASTER_DRAWN;
}
