/* libX11 is in the program already when SDL uses it; it is asked for by name so that nothing needs it elsewhere. */
#include "platform/x11.h"

#include "base/log.h"

#include <SDL_syswm.h>
#include <stdlib.h>
#include <string.h>

#if defined(SDL_VIDEO_DRIVER_X11)

enum { EXIT_DISPLAY_LOST = 3 };

/* False if the window is not on X11. */
static bool window_info(SDL_Window *window, SDL_SysWMinfo *info)
{
    SDL_VERSION(&info->version);
    return SDL_GetWindowWMInfo(window, info) && info->subsystem == SDL_SYSWM_X11;
}

/* Stores the address of libX11's function; false if there is none. ISO C has no cast from an object's address to a function's. */
static bool find(const char *name, void *function)
{
    void *library = SDL_LoadObject("libX11.so.6"); /* stays loaded: SDL itself uses it */
    void *found = library ? SDL_LoadFunction(library, name) : NULL;

    memcpy(function, &found, sizeof(found));
    if (library)
        SDL_UnloadObject(library);
    return found != NULL;
}

static int server_gone(Display *display)
{
    (void)display;
    log_error("the display is lost: the X server has gone");
    _Exit(EXIT_DISPLAY_LOST);
}

/* Xlib would end the program at any refused request, for instance a worker's wake-up that meets a closed window. */
static int request_refused(Display *display, XErrorEvent *error)
{
    (void)display;
    log_warning("the X server refused a request (error %d, request %d)", error->error_code, error->request_code);
    return 0;
}

void x11_prepare(SDL_Window *window, struct colour ground)
{
    int (*set_background)(Display *, Window, unsigned long) = NULL;
    XIOErrorHandler (*set_loss_handler)(XIOErrorHandler) = NULL;
    XErrorHandler (*set_error_handler)(XErrorHandler) = NULL;
    SDL_PixelFormat *format;
    SDL_SysWMinfo info;

    if (!window_info(window, &info))
        return;
    format = SDL_AllocFormat(SDL_GetWindowPixelFormat(window));
    if (format && find("XSetWindowBackground", &set_background))
        set_background(info.info.x11.display, info.info.x11.window, SDL_MapRGB(format, ground.r, ground.g, ground.b));
    if (find("XSetIOErrorHandler", &set_loss_handler))
        set_loss_handler(server_gone);
    if (find("XSetErrorHandler", &set_error_handler))
        set_error_handler(request_refused);
    SDL_FreeFormat(format);
}

/* Window managers leave the id of a window of theirs in this property of the root window (EWMH). */
bool x11_without_manager(SDL_Window *window)
{
    Atom (*get_atom)(Display *, const char *, Bool) = NULL;
    Window (*get_root)(Display *) = NULL;
    int (*get_property)(Display *, Window, Atom, long, long, Bool, Atom, Atom *, int *, unsigned long *, unsigned long *,
                        unsigned char **) = NULL;
    int (*free_value)(void *) = NULL;
    SDL_SysWMinfo info;
    Atom type = None;
    int format;
    unsigned long count, left;
    unsigned char *value = NULL;

    if (!window_info(window, &info) || !find("XInternAtom", &get_atom) || !find("XDefaultRootWindow", &get_root) ||
        !find("XGetWindowProperty", &get_property) || !find("XFree", &free_value))
        return false;
    Display *display = info.info.x11.display;
    Atom check = get_atom(display, "_NET_SUPPORTING_WM_CHECK", False);

    get_property(display, get_root(display), check, 0, 1, False, AnyPropertyType, &type, &format, &count, &left, &value);
    if (value)
        free_value(value);
    return type == None;
}

struct size x11_screen_size(SDL_Window *window)
{
    Status (*get_geometry)(Display *, Drawable, Window *, int *, int *, unsigned *, unsigned *, unsigned *, unsigned *) = NULL;
    Window (*get_root)(Display *) = NULL;
    unsigned w, h, border, depth;
    SDL_SysWMinfo info;
    Window root;
    int x, y;

    if (!window_info(window, &info) || !find("XGetGeometry", &get_geometry) || !find("XDefaultRootWindow", &get_root))
        return (struct size){0, 0};
    if (!get_geometry(info.info.x11.display, get_root(info.info.x11.display), &root, &x, &y, &w, &h, &border, &depth))
        return (struct size){0, 0};
    return (struct size){(int)w, (int)h};
}

void x11_fill_screen(SDL_Window *window, struct size size)
{
    int (*move_resize)(Display *, Window, int, int, unsigned, unsigned) = NULL;
    SDL_SysWMinfo info;

    if (window_info(window, &info) && find("XMoveResizeWindow", &move_resize))
        move_resize(info.info.x11.display, info.info.x11.window, 0, 0, (unsigned)size.w, (unsigned)size.h);
}

#else

bool x11_without_manager(SDL_Window *window)
{
    (void)window;
    return false;
}

void x11_prepare(SDL_Window *window, struct colour ground)
{
    (void)window;
    (void)ground;
}

struct size x11_screen_size(SDL_Window *window)
{
    (void)window;
    return (struct size){0, 0};
}

void x11_fill_screen(SDL_Window *window, struct size size)
{
    (void)window;
    (void)size;
}

#endif
