/* Straight to Xlib, on SDL's connection. Requests about windows that are not ours may come too late: the server's refusals are no news. */
#include "platform/x11.h"

#include "base/log.h"

#include <SDL_syswm.h>
#include <stdlib.h>
#include <string.h>

#if defined(SDL_VIDEO_DRIVER_X11)

enum { EXIT_DISPLAY_LOST = 3 };

/* The window as Xlib knows it. */
struct known {
    Display *display;
    Window window, root;
};

/* False if the window is not on X11. */
static bool know(SDL_Window *window, struct known *known)
{
    SDL_SysWMinfo info;

    SDL_VERSION(&info.version);
    if (!SDL_GetWindowWMInfo(window, &info) || info.subsystem != SDL_SYSWM_X11)
        return false;
    *known = (struct known){info.info.x11.display, info.info.x11.window, DefaultRootWindow(info.info.x11.display)};
    return true;
}

/* ---- the server ---- */

/* Xlib gives its handler no context. */
static void (*when_gone)(void *context);
static void *context_of_gone;

void x11_when_gone(void (*gone)(void *context), void *context)
{
    when_gone = gone;
    context_of_gone = context;
}

static int server_gone(Display *display)
{
    (void)display;
    log_error("the display is lost: the X server has gone");
    if (when_gone)
        when_gone(context_of_gone);
    _Exit(EXIT_DISPLAY_LOST);
}

/* Xlib would end the program at any refused request, for instance a worker's wake-up that meets a closed window. */
static int request_refused(Display *display, XErrorEvent *error)
{
    (void)display;
    if (error->error_code != BadWindow && error->error_code != BadMatch) /* gone or hidden in the meantime */
        log_warning("the X server refused a request (error %d, request %d)", error->error_code, error->request_code);
    return 0;
}

void x11_guard(void)
{
    XSetIOErrorHandler(server_gone);
    XSetErrorHandler(request_refused);
}

static int SDLCALL pass_news(void *context, SDL_Event *event)
{
    (void)context;
    if (event->type != SDL_SYSWMEVENT || event->syswm.msg->subsystem != SDL_SYSWM_X11)
        return 1;
    switch (event->syswm.msg->msg.x11.event.type) {
    case VisibilityNotify:
    case UnmapNotify:
    case MapNotify:
    case ReparentNotify:
    case ConfigureNotify:
    case CirculateNotify:
    case FocusOut:
        return 1;
    default: /* Xlib's own numbers */
        return 0;
    }
}

void x11_listen(void)
{
    const char *driver = SDL_GetCurrentVideoDriver();

    if (!driver || strcmp(driver, "x11") != 0)
        return;
    x11_guard(); /* SDL may have set its own */
    SDL_SetEventFilter(pass_news, NULL);
    SDL_EventState(SDL_SYSWMEVENT, SDL_ENABLE);
}

static void listen_too(Display *display, Window window, long mask)
{
    XWindowAttributes attributes;

    if (XGetWindowAttributes(display, window, &attributes))
        XSelectInput(display, window, attributes.your_event_mask | mask);
}

void x11_prepare(SDL_Window *window, struct colour ground)
{
    SDL_PixelFormat *format;
    struct known known;

    if (!know(window, &known))
        return;
    format = SDL_AllocFormat(SDL_GetWindowPixelFormat(window));
    if (format)
        XSetWindowBackground(known.display, known.window, SDL_MapRGB(format, ground.r, ground.g, ground.b));
    SDL_FreeFormat(format);
    listen_too(known.display, known.window, VisibilityChangeMask);
    listen_too(known.display, known.root, StructureNotifyMask | SubstructureNotifyMask); /* its size, and what is laid above us */
}

/* ---- who and where ---- */

/* Window managers leave the id of a window of theirs in this property of the root window (EWMH). */
static bool has_manager(const struct known *known)
{
    Atom check = XInternAtom(known->display, "_NET_SUPPORTING_WM_CHECK", False), type = None;
    unsigned long count, left;
    unsigned char *value = NULL;
    int format;

    XGetWindowProperty(known->display, known->root, check, 0, 1, False, AnyPropertyType, &type, &format, &count, &left, &value);
    if (value)
        XFree(value);
    return type != None;
}

bool x11_without_manager(SDL_Window *window)
{
    struct known known;

    return know(window, &known) && !has_manager(&known);
}

struct size x11_screen_size(SDL_Window *window)
{
    XWindowAttributes attributes;
    struct known known;

    if (!know(window, &known) || !XGetWindowAttributes(known.display, known.root, &attributes))
        return (struct size){0, 0};
    return (struct size){attributes.width, attributes.height};
}

static struct rect place_of(const struct known *known)
{
    XWindowAttributes attributes;
    Window child;
    int x, y;

    if (!XGetWindowAttributes(known->display, known->window, &attributes) ||
        !XTranslateCoordinates(known->display, known->window, known->root, 0, 0, &x, &y, &child))
        return (struct rect){0, 0, 0, 0};
    return (struct rect){x, y, attributes.width, attributes.height};
}

struct rect x11_place(SDL_Window *window)
{
    struct known known;

    return know(window, &known) ? place_of(&known) : (struct rect){0, 0, 0, 0};
}

bool x11_tells_covered(SDL_Window *window, const SDL_Event *event, bool *covered)
{
    const XVisibilityEvent *told = &event->syswm.msg->msg.x11.event.xvisibility;
    struct known known;

    if (told->type != VisibilityNotify || !know(window, &known) || told->window != known.window)
        return false;
    *covered = told->state != VisibilityUnobscured;
    return true;
}

/* ---- bringing it back ---- */

/* The child of the root window that holds ours: itself, or a manager's frame. */
static Window frame_of(const struct known *known)
{
    Window at = known->window, root, parent = None, *children = NULL;
    unsigned count;

    while (XQueryTree(known->display, at, &root, &parent, &children, &count)) {
        if (children)
            XFree(children);
        if (parent == known->root || parent == None)
            return at;
        at = parent;
    }
    return known->window;
}

static bool is_in_the_way(const struct known *known, Window other, struct rect place, bool lower)
{
    XWindowAttributes attributes;

    if (!XGetWindowAttributes(known->display, other, &attributes) || attributes.map_state != IsViewable)
        return false;
    struct rect theirs = {attributes.x, attributes.y, attributes.width, attributes.height};

    if (!rect_meet(theirs, place))
        return false;
    if (lower && attributes.override_redirect)
        XLowerWindow(known->display, other);
    return true;
}

/* Whether anything is laid above ours, be it unseen: it takes the touches. lower: puts down what no window manager minds, for a manager
 * raises windows above those only that it manages. */
static bool look_above(const struct known *known, bool lower)
{
    Window root, parent, *children = NULL, frame = frame_of(known);
    struct rect place = place_of(known);
    bool above = false, found = false;
    unsigned count = 0;

    if (!XQueryTree(known->display, known->root, &root, &parent, &children, &count))
        return false;
    for (unsigned i = 0; i < count; i++) { /* lowest first */
        found = (above && is_in_the_way(known, children[i], place, lower)) || found;
        above = above || children[i] == frame;
    }
    if (children)
        XFree(children);
    return found;
}

/* A wish to the window manager (EWMH); 2: of one who knows what the user wants. */
static void ask_manager(const struct known *known, const char *message, long first, long second)
{
    XEvent event = {.xclient = {.type = ClientMessage, .window = known->window, .format = 32}};

    event.xclient.message_type = XInternAtom(known->display, message, False);
    event.xclient.data.l[0] = first;
    event.xclient.data.l[1] = second;
    event.xclient.data.l[3] = 2;
    XSendEvent(known->display, known->root, False, SubstructureNotifyMask | SubstructureRedirectMask, &event);
}

static bool restore_place(const struct known *known, struct rect place, bool managed)
{
    enum { ADD = 1 };
    XWindowChanges changes = {.x = place.x, .y = place.y, .width = place.w, .height = place.h};
    struct rect now = place_of(known);

    if (rect_is_empty(place) || (now.x == place.x && now.y == place.y && now.w == place.w && now.h == place.h))
        return false;
    XConfigureWindow(known->display, known->window, CWX | CWY | CWWidth | CWHeight | CWBorderWidth, &changes);
    if (managed)
        ask_manager(known, "_NET_WM_STATE", ADD, (long)XInternAtom(known->display, "_NET_WM_STATE_FULLSCREEN", False));
    return true;
}

bool x11_restore(SDL_Window *window, struct rect place, bool covered)
{
    XWindowAttributes attributes;
    struct known known;
    Window focus;
    int revert;

    if (!know(window, &known) || !XGetWindowAttributes(known.display, known.window, &attributes))
        return false;
    bool managed = has_manager(&known), hidden = attributes.map_state != IsViewable;
    bool moved = restore_place(&known, place, managed), below = !hidden && (managed ? covered : look_above(&known, false));

    XGetInputFocus(known.display, &focus, &revert);
    if (hidden || below)
        XMapRaised(known.display, known.window);
    if (managed && below)
        look_above(&known, true);
    if (managed && (hidden || below || focus != known.window))
        ask_manager(&known, "_NET_ACTIVE_WINDOW", 2, CurrentTime);
    if (focus != known.window)
        XSetInputFocus(known.display, known.window, RevertToPointerRoot, CurrentTime);
    XFlush(known.display);
    return hidden || moved || below || focus != known.window;
}

#else

void x11_guard(void)
{
}

void x11_when_gone(void (*gone)(void *context), void *context)
{
    (void)gone;
    (void)context;
}

void x11_listen(void)
{
}

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

struct rect x11_place(SDL_Window *window)
{
    (void)window;
    return (struct rect){0, 0, 0, 0};
}

bool x11_tells_covered(SDL_Window *window, const SDL_Event *event, bool *covered)
{
    (void)window;
    (void)event;
    (void)covered;
    return false;
}

bool x11_restore(SDL_Window *window, struct rect place, bool covered)
{
    (void)window;
    (void)place;
    (void)covered;
    return false;
}

#endif
