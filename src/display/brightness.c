/* RandR 1.3, on SDL's connection. */
#include "display/brightness.h"

#include <SDL_syswm.h>

#if defined(SDL_VIDEO_DRIVER_X11)

#include <X11/extensions/Xrandr.h>

enum { FULL = 65535 };

/* The screen's, to be freed; NULL: there are none. */
static XRRScreenResources *resources_of(SDL_Window *window, Display **display)
{
    SDL_SysWMinfo info;
    int event, error, major = 0, minor = 0;

    SDL_VERSION(&info.version);
    if (!SDL_GetWindowWMInfo(window, &info) || info.subsystem != SDL_SYSWM_X11)
        return NULL;
    *display = info.info.x11.display;
    if (!XRRQueryExtension(*display, &event, &error) || !XRRQueryVersion(*display, &major, &minor) || major * 100 + minor < 103)
        return NULL;
    return XRRGetScreenResourcesCurrent(*display, DefaultRootWindow(*display));
}

static int gamma_size(Display *display, XRRScreenResources *resources, int crtc)
{
    XRRCrtcInfo *info = XRRGetCrtcInfo(display, resources, resources->crtcs[crtc]);
    bool lit = info && info->mode != None;

    if (info)
        XRRFreeCrtcInfo(info);
    return lit ? XRRGetCrtcGammaSize(display, resources->crtcs[crtc]) : 0;
}

bool brightness_can(SDL_Window *window)
{
    Display *display;
    XRRScreenResources *resources = resources_of(window, &display);
    bool can = false;

    for (int i = 0; resources && i < resources->ncrtc && !can; i++)
        can = gamma_size(display, resources, i) > 1;
    if (resources)
        XRRFreeScreenResources(resources);
    return can;
}

static void set_gamma(Display *display, RRCrtc crtc, int size, int percent)
{
    XRRCrtcGamma *gamma = XRRAllocGamma(size);

    if (!gamma)
        return;
    for (int i = 0; i < size; i++)
        gamma->red[i] = gamma->green[i] = gamma->blue[i] = (unsigned short)((long)FULL * i / (size - 1) * percent / 100);
    XRRSetCrtcGamma(display, crtc, gamma);
    XRRFreeGamma(gamma);
}

void brightness_set(SDL_Window *window, int percent)
{
    Display *display;
    XRRScreenResources *resources = resources_of(window, &display);

    for (int i = 0; resources && i < resources->ncrtc; i++) {
        int size = gamma_size(display, resources, i);

        if (size > 1)
            set_gamma(display, resources->crtcs[i], size, percent);
    }
    if (!resources)
        return;
    XRRFreeScreenResources(resources);
    XFlush(display);
}

#else

bool brightness_can(SDL_Window *window)
{
    (void)window;
    return false;
}

void brightness_set(SDL_Window *window, int percent)
{
    (void)window;
    (void)percent;
}

#endif
