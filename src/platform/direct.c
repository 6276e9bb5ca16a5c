/* X11's shared memory (MIT-SHM). SDL's own window surface is that too, but a single one, and shown only where it lies. */
#include "platform/direct.h"

#include "base/mem.h"
#include "platform/scratch.h"

#include <SDL_syswm.h>

#if defined(SDL_VIDEO_DRIVER_X11)

#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <stdlib.h>
#include <sys/ipc.h>
#include <sys/shm.h>

struct direct {
    Display *display;
    Window window;
    Visual *visual;
    int depth;
    GC gc;
};

/* What a surface's userdata points to. */
struct shown_memory {
    XShmSegmentInfo shared;
    XImage *image;
};

/* True if the server's pixels are ours, in our order of bytes. */
static bool has_our_pixels(Display *display, SDL_Window *window)
{
    int ours = SDL_BYTEORDER == SDL_LIL_ENDIAN ? LSBFirst : MSBFirst;

    return SDL_GetWindowPixelFormat(window) == SDL_PIXELFORMAT_RGB888 && ImageByteOrder(display) == ours;
}

struct direct *direct_create(SDL_Window *window)
{
    XWindowAttributes attributes;
    SDL_SysWMinfo info;

    SDL_VERSION(&info.version);
    if (!SDL_GetWindowWMInfo(window, &info) || info.subsystem != SDL_SYSWM_X11)
        return NULL;
    Display *display = info.info.x11.display;

    if (!XShmQueryExtension(display) || !has_our_pixels(display, window) ||
        !XGetWindowAttributes(display, info.info.x11.window, &attributes))
        return NULL;
    struct direct *direct = mem_alloc(sizeof(*direct));
    XGCValues values = {.graphics_exposures = False};

    *direct = (struct direct){display, info.info.x11.window, attributes.visual, attributes.depth, NULL};
    direct->gc = XCreateGC(display, direct->window, GCGraphicsExposures, &values);
    return direct;
}

void direct_destroy(struct direct *direct)
{
    if (!direct)
        return;
    XFreeGC(direct->display, direct->gc);
    free(direct);
}

/* Memory that is gone as soon as neither side has it any more, however the program ends. False if there is none. */
static bool take_memory(XShmSegmentInfo *shared, size_t bytes)
{
    void *nowhere = (void *)-1; /* what shmat says; NOLINT(performance-no-int-to-ptr) */

    shared->shmid = shmget(IPC_PRIVATE, bytes, IPC_CREAT | 0600);
    if (shared->shmid < 0)
        return false;
    shared->shmaddr = shmat(shared->shmid, NULL, 0);
    if (shared->shmaddr != nowhere)
        return true;
    shmctl(shared->shmid, IPC_RMID, NULL);
    return false;
}

/* The server's refusal comes late and as an error of nobody's: whether it has the memory, the kernel knows at once. */
static bool is_seen_by_server(const struct direct *direct, struct shown_memory *memory)
{
    struct shmid_ds state;
    bool seen;

    seen = XShmAttach(direct->display, &memory->shared) && XSync(direct->display, False) &&
           shmctl(memory->shared.shmid, IPC_STAT, &state) == 0 && state.shm_nattch > 1;
    shmctl(memory->shared.shmid, IPC_RMID, NULL);
    return seen;
}

static void memory_destroy(struct shown_memory *memory)
{
    if (memory->shared.shmaddr)
        shmdt(memory->shared.shmaddr);
    if (memory->image) {
        memory->image->data = NULL; /* not Xlib's to free */
        XDestroyImage(memory->image);
    }
    free(memory);
}

/* NULL if there is no memory that the server sees as such an image. */
static struct shown_memory *memory_create(const struct direct *direct, struct size size)
{
    struct shown_memory *memory = mem_alloc(sizeof(*memory));
    unsigned width = (unsigned)size.w, height = (unsigned)size.h;
    XImage *image =
        XShmCreateImage(direct->display, direct->visual, (unsigned)direct->depth, ZPixmap, NULL, &memory->shared, width, height);

    memory->image = image;
    if (image && image->bits_per_pixel == 32 && take_memory(&memory->shared, (size_t)image->bytes_per_line * height)) {
        image->data = memory->shared.shmaddr;
        if (is_seen_by_server(direct, memory))
            return memory;
    }
    memory_destroy(memory);
    return NULL;
}

SDL_Surface *direct_surface_create(struct direct *direct, struct size size)
{
    struct shown_memory *memory = memory_create(direct, size);

    if (!memory)
        return NULL;
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormatFrom(memory->image->data, size.w, size.h, 32, memory->image->bytes_per_line,
                                                              SDL_PIXELFORMAT_XRGB8888);

    ASSERT(surface);
    SDL_SetSurfaceBlendMode(surface, SDL_BLENDMODE_NONE);
    surface->userdata = memory;
    scratch_populate(surface);
    return surface;
}

void direct_surface_destroy(struct direct *direct, SDL_Surface *surface)
{
    if (!surface)
        return;
    struct shown_memory *memory = surface->userdata;

    SDL_FreeSurface(surface);
    XShmDetach(direct->display, &memory->shared);
    XFlush(direct->display);
    memory_destroy(memory);
}

void direct_show(struct direct *direct, const struct patch *patches, int count)
{
    for (int i = 0; i < count; i++) {
        const struct shown_memory *memory = patches[i].from->userdata;
        struct rect part = patches[i].part;

        XShmPutImage(direct->display, direct->window, direct->gc, memory->image, part.x, part.y, patches[i].x, patches[i].y,
                     (unsigned)part.w, (unsigned)part.h, False);
    }
    XSync(direct->display, False);
}

#else

struct direct *direct_create(SDL_Window *window)
{
    (void)window;
    return NULL;
}

void direct_destroy(struct direct *direct)
{
    (void)direct;
}

SDL_Surface *direct_surface_create(struct direct *direct, struct size size)
{
    (void)direct;
    (void)size;
    return NULL;
}

void direct_surface_destroy(struct direct *direct, SDL_Surface *surface)
{
    (void)direct;
    (void)surface;
}

void direct_show(struct direct *direct, const struct patch *patches, int count)
{
    (void)direct;
    (void)patches;
    (void)count;
}

#endif
