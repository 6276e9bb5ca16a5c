/* SDL's own window surface: drawn in memory, which is fast enough for a desk. */
#include "desktop/desk_window.h"

#include "base/log.h"
#include "base/mem.h"

#include <stdlib.h>

struct desk_window {
    SDL_Window *window;
};

/* Of the desktop that a window leaves to bars and frames, in percent. */
enum { DESKTOP_PERCENT = 85 };

struct desk_window *desk_window_open(const char *title, struct size picture)
{
    struct desk_window *window = mem_alloc(sizeof(*window));
    SDL_Rect room = {0, 0, picture.w, picture.h};
    const int centred = (int)SDL_WINDOWPOS_CENTERED;

    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    SDL_GetDisplayUsableBounds(0, &room);
    double scale = 1, across = room.w * DESKTOP_PERCENT / 100.0 / picture.w, down = room.h * DESKTOP_PERCENT / 100.0 / picture.h;

    scale = across < scale ? across : scale;
    scale = down < scale ? down : scale;
    window->window = SDL_CreateWindow(title, centred, centred, (int)(picture.w * scale), (int)(picture.h * scale), SDL_WINDOW_RESIZABLE);
    if (window->window)
        return window;
    log_error("the window cannot be opened: %s", SDL_GetError());
    desk_window_close(window);
    return NULL;
}

void desk_window_close(struct desk_window *window)
{
    if (!window)
        return;
    if (window->window)
        SDL_DestroyWindow(window->window);
    free(window);
    SDL_Quit();
}

struct size desk_window_size(const struct desk_window *window)
{
    struct size size;

    SDL_GetWindowSize(window->window, &size.w, &size.h);
    return size;
}

/* As large as it can be below the strip, in the middle. */
static SDL_Rect place_in(struct size window, struct size picture, int strip_px)
{
    int room = int_max(1, window.h - strip_px), w = window.w, h = (int)((int64_t)window.w * picture.h / picture.w);

    if (h > room) {
        h = room;
        w = (int)((int64_t)room * picture.w / picture.h);
    }
    return (SDL_Rect){(window.w - w) / 2, strip_px + (room - h) / 2, int_max(1, w), int_max(1, h)};
}

struct share_rect desk_window_place(const struct desk_window *window, struct size picture, int strip_px)
{
    struct size size = desk_window_size(window);
    SDL_Rect place = place_in(size, picture, strip_px);
    float w = (float)size.w, h = (float)size.h;

    return (struct share_rect){(float)place.x / w, (float)place.y / h, (float)place.w / w, (float)place.h / h};
}

static void change_rows(SDL_Surface *surface, SDL_Rect place, const struct desk_showing *showing)
{
    for (int y = 0; y < place.h; y++)
        showing->change(showing->context,
                        (uint32_t *)(void *)((char *)surface->pixels + (size_t)(place.y + y) * (size_t)surface->pitch) + place.x, place.w);
}

void desk_window_show(struct desk_window *window, const struct desk_showing *showing)
{
    SDL_Surface *surface = SDL_GetWindowSurface(window->window);

    if (!surface) {
        log_error("the window cannot be drawn on: %s", SDL_GetError());
        return;
    }
    SDL_Rect place =
        place_in((struct size){surface->w, surface->h}, (struct size){showing->picture->w, showing->picture->h}, showing->strip->h);

    SDL_FillRect(surface, NULL, SDL_MapRGB(surface->format, 0x40, 0x40, 0x40));
    if (place.w == showing->picture->w || showing->picture->format->format != surface->format->format ||
        SDL_SoftStretchLinear(showing->picture, NULL, surface, &place) != 0)
        SDL_BlitScaled(showing->picture, NULL, surface, &place);
    if (showing->change && surface->format->BytesPerPixel == 4)
        change_rows(surface, place, showing);
    SDL_BlitSurface(showing->strip, NULL, surface, NULL);
    SDL_UpdateWindowSurface(window->window);
}
