/* Never probes OpenGL for the SURFACE way: finding out that there is none costs half a second and 40 MB. */
#include "platform/present.h"

#include "base/log.h"
#include "base/mem.h"
#include "pixels/pixels.h"
#include "platform/scratch.h"

#include <stdlib.h>
#include <string.h>

struct present {
    SDL_Window *window;
    int rotation;
    struct colour ground;
    struct direct *direct; /* SURFACE: NULL where the X server does not show our surfaces */
    SDL_Surface *screen;   /* SURFACE without `direct`: the window's own */
    SDL_Renderer *renderer;
    SDL_Texture *texture;
    bool hardware;       /* the renderer turns the picture at no cost */
    SDL_Surface *turned; /* a turned copy, where neither the window's memory nor the hardware takes the canvas as it is */
    SDL_Surface *canvas; /* may be `screen` */
    bool lost;           /* the window gave no pixels for a new size */
};

static bool is_sideways(const struct present *present)
{
    return present->rotation == 90 || present->rotation == 270;
}

static bool is_xrgb(const SDL_Surface *surface)
{
    return surface->format->format == SDL_PIXELFORMAT_XRGB8888;
}

static void let_go(struct present *present)
{
    if (present->direct && !present->lost)
        direct_surface_destroy(present->direct, present->canvas);
    else if (present->canvas != present->screen)
        scratch_destroy(present->canvas);
    scratch_destroy(present->turned);
    if (present->texture)
        SDL_DestroyTexture(present->texture);
    present->canvas = present->turned = present->screen = NULL;
    present->texture = NULL;
}

/* Physical pixels of the window; 0x0 when it has none. */
static struct size output_size(struct present *present)
{
    struct size size = {0, 0};

    if (present->renderer)
        SDL_GetRendererOutputSize(present->renderer, &size.w, &size.h);
    else
        SDL_GetWindowSize(present->window, &size.w, &size.h);
    return size;
}

/* The canvas, as one that the server shows. */
static bool set_up_direct(struct present *present, struct size size)
{
    present->canvas = direct_surface_create(present->direct, size);
    return present->canvas != NULL;
}

/* Everything that has the window's size. False if the window gives no pixels. */
static bool set_up_canvas(struct present *present, struct size size)
{
    struct size upright = is_sideways(present) ? (struct size){size.h, size.w} : size;
    bool turned = present->rotation != 0 && !present->hardware;

    if (present->renderer) {
        struct size flat = turned ? size : upright;

        present->texture = SDL_CreateTexture(present->renderer, SDL_PIXELFORMAT_XRGB8888, SDL_TEXTUREACCESS_STREAMING, flat.w, flat.h);
    } else {
        present->screen = SDL_GetWindowSurface(present->window);
        if (present->screen)
            scratch_populate(present->screen);
        turned = turned && present->screen && !is_xrgb(present->screen);
    }
    if (!present->texture && !present->screen)
        return false;
    if (turned)
        present->turned = scratch_create(size);
    bool direct = present->screen && present->rotation == 0 && is_xrgb(present->screen);

    present->canvas = direct ? present->screen : scratch_create(upright);
    return true;
}

static bool set_up(struct present *present)
{
    struct size size = output_size(present);

    let_go(present);
    if (size.w <= 0 || size.h <= 0 || !(present->direct ? set_up_direct(present, size) : set_up_canvas(present, size)))
        return false;
    SDL_FillRect(present->canvas, NULL, SDL_MapRGB(present->canvas->format, present->ground.r, present->ground.g, present->ground.b));
    return true;
}

/* True for programs that imitate a graphics processor. */
static bool is_imitation(SDL_Renderer *renderer)
{
    enum { GL_RENDERER_NAME = 0x1F01 }; /* GL_RENDERER, the same in OpenGL and OpenGL ES */
    static const char *const imitations[] = {"llvmpipe", "softpipe", "swrast", "Software Rasterizer", "SwiftShader"};
    const unsigned char *(*get_string)(unsigned name) = NULL;
    SDL_RendererInfo info;

    if (SDL_GetRendererInfo(renderer, &info) != 0 || strncmp(info.name, "opengl", 6) != 0)
        return false;
    void *found = SDL_GL_GetProcAddress("glGetString");

    memcpy(&get_string, &found, sizeof(get_string)); /* ISO C has no cast from an object's to a function's address */
    const char *name = get_string ? (const char *)get_string(GL_RENDERER_NAME) : NULL;

    for (size_t i = 0; name && i < COUNTOF(imitations); i++) {
        if (strstr(name, imitations[i]))
            return true;
    }
    return false;
}

/* Without hardware: SDL's own software renderer, except on X11, where the SURFACE way is faster still. */
static void create_renderer(struct present *present)
{
    const char *driver = SDL_GetCurrentVideoDriver();

    present->renderer = SDL_CreateRenderer(present->window, -1, SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC);
    if (present->renderer && is_imitation(present->renderer)) {
        SDL_DestroyRenderer(present->renderer);
        present->renderer = NULL;
    }
    present->hardware = present->renderer != NULL;
    if (!present->hardware && strcmp(driver, "x11") == 0)
        SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    else if (!present->hardware)
        present->renderer = SDL_CreateRenderer(present->window, -1, SDL_RENDERER_SOFTWARE);
}

/* Only at first: later on, others have surfaces that are shown this way (present_direct). */
static bool set_up_first(struct present *present)
{
    if (set_up(present))
        return true;
    if (!present->direct)
        return false;
    direct_destroy(present->direct);
    present->direct = NULL;
    return set_up(present);
}

struct present *present_create(SDL_Window *window, enum present_way way, int rotation, struct colour ground)
{
    struct present *present = mem_alloc(sizeof(*present));

    ASSERT(rotation == 0 || rotation == 90 || rotation == 180 || rotation == 270);
    present->window = window;
    present->rotation = rotation;
    present->ground = ground;
    if (way == PRESENT_RENDERER)
        create_renderer(present);
    else if (rotation == 0)
        present->direct = direct_create(window);
    if (!set_up_first(present)) {
        log_error("the screen cannot be drawn on: %s", SDL_GetError());
        present_destroy(present);
        return NULL;
    }
    return present;
}

void present_destroy(struct present *present)
{
    if (!present)
        return;
    let_go(present);
    direct_destroy(present->direct);
    if (present->renderer)
        SDL_DestroyRenderer(present->renderer);
    free(present);
}

SDL_Surface *present_canvas(struct present *present)
{
    return present->canvas;
}

struct direct *present_direct(const struct present *present)
{
    return present->direct;
}

static bool show_directly(struct present *present)
{
    struct patch all = {present->canvas, {0, 0, present->canvas->w, present->canvas->h}, 0, 0};

    direct_show(present->direct, &all, 1);
    return true;
}

static bool show_on_surface(struct present *present)
{
    if (present->turned) {
        pixels_turn(present->turned, present->canvas, present->rotation);
        SDL_BlitSurface(present->turned, NULL, present->screen, NULL);
    } else if (present->canvas != present->screen && is_xrgb(present->screen)) {
        pixels_turn(present->screen, present->canvas, present->rotation);
    } else if (present->canvas != present->screen) {
        SDL_BlitSurface(present->canvas, NULL, present->screen, NULL);
    }
    return SDL_UpdateWindowSurface(present->window) == 0;
}

static bool show_by_renderer(struct present *present)
{
    const SDL_Surface *flat = present->turned ? present->turned : present->canvas;
    struct size size = output_size(present);
    SDL_FRect at = {(float)(size.w - flat->w) / 2, (float)(size.h - flat->h) / 2, (float)flat->w, (float)flat->h};
    double angle = present->turned ? 0 : present->rotation;

    if (present->turned)
        pixels_turn(present->turned, present->canvas, present->rotation);
    if (SDL_UpdateTexture(present->texture, NULL, flat->pixels, flat->pitch) != 0 || SDL_RenderClear(present->renderer) != 0 ||
        SDL_RenderCopyExF(present->renderer, present->texture, NULL, &at, angle, NULL, SDL_FLIP_NONE) != 0)
        return false;
    SDL_RenderPresent(present->renderer);
    return true;
}

bool present_show(struct present *present)
{
    if (present->lost)
        return false;
    if (present->direct)
        return show_directly(present);
    if (present->renderer)
        return show_by_renderer(present);
    if (show_on_surface(present))
        return true;
    /* The window changed its size and nobody has asked for present_refresh yet: its event is on the way. */
    struct size size = output_size(present);

    return size.w != present->screen->w || size.h != present->screen->h;
}

bool present_refresh(struct present *present)
{
    struct size before = {present->canvas->w, present->canvas->h}, now = output_size(present);

    if (present->lost)
        return false;
    if (is_sideways(present))
        now = (struct size){now.h, now.w};
    /* SDL makes the window's surface anew when it has to; then ours is gone. */
    bool same_surface = present->direct || present->renderer || SDL_GetWindowSurface(present->window) == present->screen;

    if (now.w <= 0 || now.h <= 0 || (same_surface && now.w == before.w && now.h == before.h))
        return false;
    if (!set_up(present)) {
        log_error("the screen cannot be drawn on: %s", SDL_GetError());
        let_go(present);
        present->canvas = scratch_create((struct size){before.w, before.h});
        present->lost = true;
        return false;
    }
    return now.w != before.w || now.h != before.h;
}
