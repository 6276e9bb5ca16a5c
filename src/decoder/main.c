/* vitrina-decoder: draws pictures for the kiosk, which starts it. A picture may end this process; the kiosk starts the next one. */
#include "base/geom.h"
#include "decoder/fonts.h"
#include "decoder/ground.h"
#include "decoder/png.h"
#include "decoder/raster.h"
#include "decoder/slices.h"
#include "fence/fence.h"
#include "images/wire.h"
#include "photos/avif.h"

#include <SDL_image.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

/* Behind the kiosk, which must not wait, and before what runs in the background. */
enum { NICENESS = 4 };

static const struct fence fence = {.memory_bytes = 1024 * 1024 * 1024};

struct mapping {
    void *at;
    size_t size;
};

/* Empty when it cannot be mapped, or is not as large as it must be (0: any size but none). */
static struct mapping map(int fd, int protection, int flags, size_t size)
{
    struct stat info;

    if (fstat(fd, &info) != 0 || info.st_size <= 0 || (size > 0 && (size_t)info.st_size != size))
        return (struct mapping){0};
    void *at = mmap(NULL, (size_t)info.st_size, protection, flags, fd, 0);

    if (at == MAP_FAILED)
        return (struct mapping){0};
    return (struct mapping){at, (size_t)info.st_size};
}

static void unmap(struct mapping mapping)
{
    if (mapping.at)
        munmap(mapping.at, mapping.size);
}

static SDL_Surface *surface_over(struct mapping pixels, const struct wire_request *request)
{
    Uint32 format = request->image.icon ? SDL_PIXELFORMAT_ARGB8888 : SDL_PIXELFORMAT_XRGB8888;
    struct size size = image_surface_size(&request->image);

    return pixels.at ? SDL_CreateRGBSurfaceWithFormatFrom(pixels.at, size.w, size.h, 32, size.w * 4, format) : NULL;
}

static size_t pixel_bytes(const struct wire_request *request)
{
    struct size size = image_surface_size(&request->image);

    return (size_t)size.w * (size_t)size.h * 4;
}

static void fail(struct wire_answer *answer, const char *why, int line)
{
    answer->outcome = WIRE_FAILED;
    answer->line = line;
    snprintf(answer->why, sizeof(answer->why), "%s", why);
}

/* An empty file is told from one that cannot be mapped by what the look at it says. */
static void draw(const struct wire_request *request, const int files[WIRE_FILES], struct wire_answer *answer)
{
    struct mapping picture = map(files[WIRE_DRAW_PICTURE], PROT_READ, MAP_PRIVATE, 0);
    struct mapping pixels = map(files[WIRE_DRAW_PIXELS], PROT_READ | PROT_WRITE, MAP_SHARED, pixel_bytes(request));
    SDL_Surface *surface = surface_over(pixels, request);
    struct raster_fault fault = {.why = IMAGE_NO_MEMORY};
    enum raster_outcome outcome = RASTER_FAILED;

    struct raster_job job = {
        {picture.at ? picture.at : "", picture.size}, &request->image, surface, request->remarks ? &answer->remarks : NULL};

    if (surface)
        outcome = raster_draw(&job, &fault);
    if (outcome == RASTER_DRAWN && request->remarks)
        ground_look(&job);
    if (outcome == RASTER_DRAWN)
        answer->moves = slices_are_in(&job);
    else
        fail(answer, fault.why, fault.line);
    answer->spoilt = outcome == RASTER_FAILED && fault.spoilt;
    answer->need = fault.need;
    if (outcome == RASTER_NEEDS)
        answer->outcome = WIRE_NEEDS;
    SDL_FreeSurface(surface);
    unmap(pixels);
    unmap(picture);
}

static void encode(const struct wire_request *request, const int files[WIRE_FILES], struct wire_answer *answer)
{
    struct mapping pixels = map(files[WIRE_ENCODE_PIXELS], PROT_READ, MAP_SHARED, pixel_bytes(request));
    SDL_Surface *surface = surface_over(pixels, request);
    const char *why = surface ? png_write(surface, files[WIRE_ENCODE_PNG]) : "there is not enough memory to write it";

    if (why)
        fail(answer, why, 0);
    SDL_FreeSurface(surface);
    unmap(pixels);
}

static void (*const tasks[WIRE_TASK_COUNT])(const struct wire_request *, const int[WIRE_FILES], struct wire_answer *) = {
    [WIRE_DRAW] = draw,
    [WIRE_ENCODE] = encode,
};

/* What libraries load and register when they are first used is loaded before the fence. */
static void warm_up(void)
{
    static const char drawing[] = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/>";
    static const char end[] = "<text>a</text></svg>", bare_end[] = "</svg>";
    struct image_request request = {.w = 9, .h = 9};
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormat(0, request.w, request.h, 32, SDL_PIXELFORMAT_XRGB8888);
    struct raster_fault fault;
    char text[sizeof(drawing) + sizeof(end)];

    IMG_Init(IMG_INIT_WEBP);
    snprintf(text, sizeof(text), "%s%s", drawing, fonts_are_open() ? end : bare_end);
    if (surface)
        raster_draw(&(struct raster_job){{text, strlen(text)}, &request, surface, NULL}, &fault);
    SDL_FreeSurface(surface);
}

static void furnish(const char *need)
{
    static void (*const open[WIRE_NEED_COUNT])(void) = {fonts_open, avif_open};

    for (int i = 0; i < WIRE_NEED_COUNT; i++)
        if (strcmp(need, wire_need_names[i]) == 0)
            open[i]();
}

int main(int argc, char **argv)
{
    struct wire_answer answer = {.outcome = WIRE_READY};
    struct wire_request request = {0};
    int files[WIRE_FILES];

    fence_prepare(&fence);
    setpriority(PRIO_PROCESS, 0, NICENESS);
    mallopt(M_MMAP_THRESHOLD, 256 * 1024); /* what pictures need goes back to the system with each of them */
    for (int i = 1; i < argc; i++)
        furnish(argv[i]);
    warm_up();
    answer.fenced = fence_close(&fence);
    while (wire_send_answer(BESIDE_SOCKET, &answer) && wire_receive_request(BESIDE_SOCKET, &request, files)) {
        answer = (struct wire_answer){.outcome = WIRE_DONE};
        tasks[request.task](&request, files, &answer);
        for (int i = 0; i < WIRE_FILES; i++)
            close(files[i]);
    }
    _exit(0); /* the kiosk has gone */
}
