/* On black and on white a drawing differs where it is transparent. */
#include "decoder/ground.h"

#include "decoder/raster.h"
#include "formats/picture.h"
#include "photos/ground_count.h"

enum { SMALL_PX = 160 }; /* of the longer side */

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

static struct ground_count count_points(const SDL_Surface *black, const SDL_Surface *white, struct colour ground)
{
    struct ground_count count = {0};

    for (int y = 0; y < black->h; y++)
        for (int x = 0; x < black->w; x++) {
            struct colour dark = colour_at(black, x, y), light = colour_at(white, x, y);

            dark.a = (uint8_t)int_clamp(255 - (light.g - dark.g), 0, 255);
            ground_count_add(&count, dark, ground);
        }
    return count;
}

void ground_look(const struct raster_job *job)
{
    struct picture_header header;

    if (job->request->icon || picture_look(job->file, &header) || header.kind != PICTURE_SVG)
        return;
    SDL_Surface *black = draw_on(job, (struct colour){0, 0, 0, 255}), *white = draw_on(job, (struct colour){255, 255, 255, 255});

    if (black && white) {
        struct ground_count count = count_points(black, white, job->request->paper);

        ground_count_tell(&count, job->remarks);
    }
    SDL_FreeSurface(black);
    SDL_FreeSurface(white);
}
