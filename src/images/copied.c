/* Whatever makes the pixels of one view differ from another's goes into its name. */
#include "images/copied.h"

#include "base/mem.h"
#include "formats/picture.h"

#include <string.h>
#include <unistd.h>

/* To be raised whenever photographs come out of the decoder otherwise than before. */
enum { PIXELS_VERSION = 1 };

/* No gaps. */
struct copied_view {
    char program[16];
    int32_t version, w, h, paper, focus_x, focus_y, overview;
    struct share_rect window;
};

static int32_t thousandths(float share)
{
    return (int32_t)(float_clamp(share, 0, 1) * 1000 + 0.5F);
}

/* Of a photograph that covers its place and cannot be transparent no paper is seen. */
static struct copied_view view_of(const struct image_request *request, const struct picture_header *header)
{
    struct copied_view view = {.program = VITRINA_VERSION, .version = PIXELS_VERSION, .w = request->w, .h = request->h, .paper = -1};

    if (!header->opaque || request->overview)
        view.paper = request->paper.r << 16 | request->paper.g << 8 | request->paper.b;
    if (request->overview) {
        view.overview = 1;
        view.window = request->window;
    } else {
        view.focus_x = thousandths(request->focus_x);
        view.focus_y = thousandths(request->focus_y);
    }
    return view;
}

struct copied copied_look(struct copies *copies, const struct image_request *request, int file, const struct picture_header *header)
{
    struct copied copied = {.copies = copies};
    struct copied_view view;

    if (!copies || !header || header->kind == PICTURE_SVG || request->icon || (image_is_window(request) && !request->overview))
        return (struct copied){0};
    view = view_of(request, header);
    if (!copies_name(copies, file, (struct bytes){(const char *)&view, sizeof(view)}, &copied.name))
        copied.copies = NULL;
    return copied;
}

static size_t bytes_of(const SDL_Surface *surface)
{
    return (size_t)surface->pitch * (size_t)surface->h;
}

bool copied_find(const struct copied *copied, SDL_Surface *surface)
{
    return copied->copies && copies_find(copied->copies, copied->name, surface->pixels, bytes_of(surface));
}

bool copied_lacks(struct copies *copies, const struct files *files, const struct image_request *request)
{
    struct picture_header header;
    int file = -1;

    if (files->open(files->context, request->path, PICTURE_FILE_BYTES_MAX, &file) != FILES_OK)
        return false;
    struct copied copied = copied_look(copies, request, file, picture_glance(file, &header) ? NULL : &header);

    close(file);
    return copied.copies && !copies_have(copied.copies, copied.name, (size_t)request->w * (size_t)request->h * 4);
}

void copied_offer(const struct copied *copied, const SDL_Surface *surface, int memory, int took_ms)
{
    struct copies_offer offer = {copied->name, memory, bytes_of(surface), took_ms};

    if (copied->copies)
        copies_offer(copied->copies, &offer);
}
