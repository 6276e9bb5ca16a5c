/* Xlib, on SDL's connection. The picture is the root window's background; a property says that it is ours. */
#include "display/server.h"

#include <SDL_syswm.h>

#if defined(SDL_VIDEO_DRIVER_X11)

#include <X11/Xatom.h>
#include <X11/extensions/dpms.h>

static const char MARK[] = "VITRINA_PICTURE";

/* NULL: the window is not on X11. */
static Display *display_of(SDL_Window *window, Window *theirs)
{
    SDL_SysWMinfo info;

    SDL_VERSION(&info.version);
    if (!SDL_GetWindowWMInfo(window, &info) || info.subsystem != SDL_SYSWM_X11)
        return NULL;
    *theirs = info.info.x11.window;
    return info.info.x11.display;
}

void server_settle(SDL_Window *window)
{
    Window ours;
    Display *display = display_of(window, &ours);

    if (display)
        XSync(display, False);
}

/* DPMS, which does nothing by itself: we say when. */
void server_light(SDL_Window *window, bool lit)
{
    int event, error;
    Window ours;
    Display *display = display_of(window, &ours);
    BOOL enabled;
    CARD16 level;

    if (!display || !DPMSQueryExtension(display, &event, &error) || !DPMSCapable(display) || !DPMSInfo(display, &level, &enabled))
        return;
    if (lit && level == DPMSModeOn)
        return;
    DPMSEnable(display);
    DPMSSetTimeouts(display, 0, 0, 0);
    DPMSForceLevel(display, lit ? DPMSModeOn : DPMSModeOff);
    XFlush(display);
}

/* A pixmap that is a background outlives who made it. */
void server_leave_picture(SDL_Window *window)
{
    XGCValues values = {.subwindow_mode = IncludeInferiors, .graphics_exposures = False};
    const unsigned char yes = 1;
    XWindowAttributes screen;
    Window ours;
    Display *display = display_of(window, &ours);

    if (!display || !XGetWindowAttributes(display, DefaultRootWindow(display), &screen))
        return;
    Window root = DefaultRootWindow(display);
    Pixmap picture = XCreatePixmap(display, root, (unsigned)screen.width, (unsigned)screen.height, (unsigned)screen.depth);
    GC gc = XCreateGC(display, picture, GCSubwindowMode | GCGraphicsExposures, &values);

    XCopyArea(display, root, picture, gc, 0, 0, (unsigned)screen.width, (unsigned)screen.height, 0, 0);
    XSetWindowBackgroundPixmap(display, root, picture);
    XChangeProperty(display, root, XInternAtom(display, MARK, False), XA_CARDINAL, 8, PropModeReplace, &yes, 1);
    XFreeGC(display, gc);
    XFreePixmap(display, picture);
    XFlush(display);
}

bool server_has_picture(SDL_Window *window)
{
    unsigned long count, left;
    unsigned char *value = NULL;
    Atom type = None;
    Window ours;
    int format;
    Display *display = display_of(window, &ours);

    if (!display)
        return false;
    XGetWindowProperty(display, DefaultRootWindow(display), XInternAtom(display, MARK, False), 0, 1, False, XA_CARDINAL, &type, &format,
                       &count, &left, &value);
    if (value)
        XFree(value);
    if (type == None)
        return false;
    XSetWindowBackgroundPixmap(display, ours, ParentRelative);
    return true;
}

#else

void server_settle(SDL_Window *window)
{
    (void)window;
}

void server_leave_picture(SDL_Window *window)
{
    (void)window;
}

void server_light(SDL_Window *window, bool lit)
{
    (void)window;
    (void)lit;
}

bool server_has_picture(SDL_Window *window)
{
    (void)window;
    return false;
}

#endif
