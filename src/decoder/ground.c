/* On black and on white a picture differs where it is transparent; there it is not looked at, and elsewhere its contrast counts. */
#include "decoder/ground.h"

#include "decoder/raster.h"
#include "formats/picture.h"

/* SMALL_PX: of the longer side. OPAQUE_LEVELS: a pixel that differs by less between black and white shows nothing of its ground. A picture
 * lies on its ground where CLEAR_PERCENT of it are transparent, and cannot be told from it where less than SEEN_PERCENT of the rest stand
 * out. */
enum { SMALL_PX = 160, OPAQUE_LEVELS = 64, CLEAR_PERCENT = 20, SEEN_PERCENT = 10 };

static const double CONTRAST_LEAST = 1.5; /* half of what marks need (WCAG 2.1, 1.4.11): less is as good as nothing */

static SDL_Surface *draw_on(const struct raster_job *job, struct colour ground)
{
    int longer = int_max(job->request->w, job->request->h);
    struct image_request request = *job->request;
    struct raster_fault fault;

    request.w = int_max(1, request.w * SMALL_PX / longer);
    request.h = int_max(1, request.h * SMALL_PX / longer);
    request.paper = ground;
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, request.w, request.h, 32, SDL_PIXELFORMAT_XRGB8888);

    if (surface && raster_draw(&(struct raster_job){job->file, &request, surface, NULL}, &fault) == RASTER_DRAWN)
        return surface;
    SDL_FreeSurface(surface);
    return NULL;
}

static struct colour colour_at(const SDL_Surface *surface, int x, int y)
{
    uint32_t pixel = ((const uint32_t *)(const void *)((const char *)surface->pixels + y * surface->pitch))[x];

    return (struct colour){(uint8_t)(pixel >> 16), (uint8_t)(pixel >> 8), (uint8_t)pixel, 255};
}

/* Pixels: of the whole, those that show the ground, those that show the picture, and of these those that stand out from the ground. */
struct count {
    int all, clear, opaque, seen;
};

static struct count count_pixels(const SDL_Surface *black, const SDL_Surface *white, struct colour ground)
{
    struct count count = {.all = black->w * black->h};

    for (int y = 0; y < black->h; y++)
        for (int x = 0; x < black->w; x++) {
            struct colour dark = colour_at(black, x, y), light = colour_at(white, x, y);
            int apart = light.g - dark.g;

            count.clear += apart > 255 - OPAQUE_LEVELS;
            count.opaque += apart < OPAQUE_LEVELS;
            count.seen += apart < OPAQUE_LEVELS && colour_contrast(dark, ground) >= CONTRAST_LEAST;
        }
    return count;
}

void ground_look(const struct raster_job *job)
{
    struct picture_header header;

    if (job->request->icon || picture_look(job->file, &header) || header.opaque)
        return;
    SDL_Surface *black = draw_on(job, (struct colour){0, 0, 0, 255}), *white = draw_on(job, (struct colour){255, 255, 255, 255});

    if (black && white) {
        struct count count = count_pixels(black, white, job->request->paper);

        if (count.clear * 100 >= count.all * CLEAR_PERCENT && count.opaque > 0 && count.seen * 100 < count.opaque * SEEN_PERCENT)
            remark_add(job->remarks, 0,
                       "it is transparent, and what it shows can hardly be told from the ground it lies on; give the picture another "
                       "\"ground\" where it is named, or paint one into it");
    }
    SDL_FreeSurface(black);
    SDL_FreeSurface(white);
}
