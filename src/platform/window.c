/* One SDL window. With a graphics processor it is presented by SDL_Renderer; without one, through X11's shared memory. */
#include "platform/window.h"

#include "base/backoff.h"
#include "base/log.h"
#include "base/mem.h"
#include "platform/present.h"
#include "platform/x11.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct window {
    SDL_Window *window;
    struct present *present;
    bool full;         /* a full screen, and kept one */
    bool fills_screen; /* the whole of it, whatever size it takes */
    bool covered;
    int right, down;   /* it stands beside its place */
    struct rect place; /* on the screen, where it is kept; empty: where a window manager will have it */
    struct backoff backoff;
};

/* Before SDL_Init. Touches are never made into mouse clicks nor clicks into touches: the app tells them apart itself. */
static void set_hints(void)
{
    static const char *const hints[][2] = {
        {SDL_HINT_TOUCH_MOUSE_EVENTS, "0"},
        {SDL_HINT_MOUSE_TOUCH_EVENTS, "0"},
        {SDL_HINT_MOUSE_AUTO_CAPTURE, "0"},
        {SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0"},
        {SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0"},
        {SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "1"},
        {SDL_HINT_VIDEO_X11_NET_WM_PING, "0"},
        {SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, "0"},
        {SDL_HINT_NO_SIGNAL_HANDLERS, "1"},
        /* In the order of SDL 2. SDL 3 would begin with Wayland, whose library waits for a reader of its complaints. */
        {SDL_HINT_VIDEODRIVER, "x11,wayland,kmsdrm"},
    };

    for (size_t i = 0; i < COUNTOF(hints); i++)
        SDL_SetHint(hints[i][0], hints[i][1]);
}

/* A graphics processor has a render node; programs that imitate one have none. */
static bool has_graphics_processor(void)
{
    DIR *folder = opendir("/dev/dri");
    bool found = false;

    if (!folder)
        return false;
    for (struct dirent *entry; !found && (entry = readdir(folder));)
        found = strncmp(entry->d_name, "renderD", 7) == 0;
    closedir(folder);
    return found;
}

static enum present_way choose_way(void)
{
    const char *driver = SDL_GetCurrentVideoDriver();
    bool screenless = strcmp(driver, "dummy") == 0 || strcmp(driver, "offscreen") == 0;

    if (screenless || (strcmp(driver, "x11") == 0 && !has_graphics_processor()))
        return PRESENT_SURFACE;
    return PRESENT_RENDERER;
}

/* NULL, or why there is no display. */
static const char *start_video(void)
{
    set_hints();
    x11_guard();
    if (SDL_Init(SDL_INIT_VIDEO) != 0)
        return SDL_getenv("SDL_VIDEODRIVER") ? SDL_GetError() : "neither X11, Wayland nor a screen of our own can be opened";
    if (SDL_GetNumVideoDisplays() > 0)
        return NULL;
    SDL_Quit();
    return "no screen is connected";
}

bool window_start(void)
{
    const char *why = start_video();

    if (why) {
        log_error("no display: %s", why);
        return false;
    }
    x11_listen();
    SDL_StopTextInput(); /* nobody types here; an input method would only open its own window */
    return true;
}

/* What the libraries below SDL say of displays that are not there would be all that is read. */
bool window_has_display(void)
{
    int real = dup(STDERR_FILENO), nothing = open("/dev/null", O_WRONLY | O_CLOEXEC);

    if (real >= 0 && nothing >= 0)
        dup2(nothing, STDERR_FILENO);

    bool there = !start_video();

    if (there)
        SDL_Quit();
    if (real >= 0) {
        dup2(real, STDERR_FILENO);
        close(real);
    }
    if (nothing >= 0)
        close(nothing);
    return there;
}

void window_when_gone(void (*gone)(void *context), void *context)
{
    x11_when_gone(gone, context);
}

struct size window_screen_size(int rotation)
{
    SDL_DisplayMode mode;

    if (SDL_GetNumVideoDisplays() < 1 || SDL_GetDesktopDisplayMode(0, &mode) != 0)
        return (struct size){0, 0};
    return rotation == 90 || rotation == 270 ? (struct size){mode.h, mode.w} : (struct size){mode.w, mode.h};
}

/* Hidden, so that it can be prepared before anybody sees it. With a renderer it is made for OpenGL at once: SDL would make it anew for
 * that. */
static SDL_Window *create_window(const struct window_setup *setup, enum present_way way)
{
    bool sideways = setup->rotation == 90 || setup->rotation == 270;
    struct size size = window_screen_size(0);
    Uint32 flags = SDL_WINDOW_HIDDEN;
    int place = setup->windowed ? (int)SDL_WINDOWPOS_UNDEFINED : (int)SDL_WINDOWPOS_CENTERED; /* on the first display */
    SDL_Window *window = NULL;

    if (setup->windowed) {
        size = sideways ? (struct size){setup->size.h, setup->size.w} : setup->size;
        flags |= SDL_WINDOW_RESIZABLE;
    } else {
        flags |= SDL_WINDOW_BORDERLESS;
    }
    if (way == PRESENT_RENDERER)
        window = SDL_CreateWindow(setup->title, place, place, size.w, size.h, flags | SDL_WINDOW_OPENGL);
    if (!window)
        window = SDL_CreateWindow(setup->title, place, place, size.w, size.h, flags);
    return window;
}

static bool same_size(struct size one, struct size other)
{
    return one.w == other.w && one.h == other.h;
}

static struct size physical_size(SDL_Window *window)
{
    struct size size;

    SDL_GetWindowSize(window, &size.w, &size.h);
    return size;
}

struct window *window_open(const struct window_setup *setup)
{
    enum present_way way = choose_way();
    struct window *window = mem_alloc(sizeof(*window));

    if (way == PRESENT_SURFACE)
        SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    window->window = create_window(setup, way);
    if (!window->window) {
        log_error("the screen cannot be opened: %s", SDL_GetError());
        window_close(window);
        return NULL;
    }
    x11_prepare(window->window, setup->ground);

    bool stands = setup->stands && setup->stands(window->window);

    if (!setup->windowed) {
        SDL_ShowCursor(SDL_DISABLE);
        if (!x11_without_manager(window->window))
            SDL_SetWindowFullscreen(window->window, SDL_WINDOW_FULLSCREEN_DESKTOP);
    }
    SDL_ShowWindow(window->window);
    window->present = present_create(window->window, way, setup->rotation, setup->ground);
    if (!window->present || (!stands && !present_show(window->present))) {
        window_close(window);
        return NULL;
    }
    window->full = !setup->windowed;
    window->fills_screen = window->full && same_size(x11_screen_size(window->window), physical_size(window->window));
    if (window->fills_screen || (window->full && x11_without_manager(window->window)))
        window->place = x11_place(window->window);
    backoff_init(&window->backoff);
    if (window->full)
        backoff_news(&window->backoff, clock_now_ms());
    return window;
}

void window_close(struct window *window)
{
    if (!window)
        return;
    present_destroy(window->present);
    if (window->window)
        SDL_DestroyWindow(window->window);
    free(window);
    SDL_Quit();
}

struct size window_size(const struct window *window)
{
    const SDL_Surface *canvas = present_canvas(window->present);

    return (struct size){canvas->w, canvas->h};
}

SDL_Surface *window_canvas(struct window *window)
{
    return present_canvas(window->present);
}

bool window_present(struct window *window)
{
    return present_show(window->present);
}

SDL_Window *window_handle(const struct window *window)
{
    return window->window;
}

bool window_is_alone(const struct window *window)
{
    return x11_without_manager(window->window);
}

/* Where it is to be now. */
static struct rect kept_place(const struct window *window)
{
    struct size screen = x11_screen_size(window->window);

    return window->fills_screen ? (struct rect){window->right, window->down, screen.w, screen.h} : window->place;
}

void window_shift(struct window *window, int right, int down)
{
    if (!window->fills_screen || !x11_without_manager(window->window))
        return;
    window->right = right;
    window->down = down;
    x11_restore(window->window, kept_place(window), window->covered);
}

bool window_show(struct window *window, const struct patch *patches, int count)
{
    if (count == 0)
        return window_present(window);
    direct_show(window_direct(window), patches, count);
    return true;
}

struct direct *window_direct(const struct window *window)
{
    return present_direct(window->present);
}

bool window_refresh(struct window *window)
{
    struct rect place;

    /* While no screen is connected SDL's display functions are not safe; the event of its coming back leads here again. */
    if (SDL_GetNumVideoDisplays() < 1)
        return false;
    place = kept_place(window);
    if (!rect_is_empty(place) && !same_size(physical_size(window->window), (struct size){place.w, place.h}))
        return false;
    return present_refresh(window->present);
}

void window_disturbed(struct window *window, const SDL_Event *event, int64_t now_ms)
{
    x11_tells_covered(window->window, event, &window->covered);
    if (window->full)
        backoff_news(&window->backoff, now_ms);
}

int64_t window_deadline(const struct window *window)
{
    return window->backoff.due_ms;
}

void window_keep(struct window *window, int64_t now_ms)
{
    if (now_ms < window->backoff.due_ms)
        return;
    bool amiss = SDL_GetNumVideoDisplays() > 0 && x11_restore(window->window, kept_place(window), window->covered);

    backoff_tried(&window->backoff, amiss, now_ms);
}
