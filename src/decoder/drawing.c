/* What librsvg would leave out in silence, or never come to the end of, is looked for first. */
#include "decoder/drawing.h"

#include "formats/svg.h"
#include "decoder/embedded.h"
#include "decoder/fonts.h"
#include "decoder/reading.h"
#include "decoder/slices.h"
#include "fidelity/unshown.h"

#include <math.h>
#include <string.h>

/* Whatever the icon's colours are, its shape counts. */
static void whiten(SDL_Surface *surface)
{
    uint32_t *pixels = surface->pixels;

    for (int i = 0; i < surface->w * surface->h; i++)
        pixels[i] |= 0x00FFFFFF;
}

/* Entities made of entities serve no drawing, only files that grow without end when read. */
static bool nests_entities(struct bytes file)
{
    static const char start[] = "<!ENTITY";
    const char *end = file.at + file.size, *at = file.at;

    while ((at = g_strstr_len(at, end - at, start))) {
        for (at += strlen(start); at < end && *at != '>'; at++) {
            if (*at == '&')
                return true;
        }
    }
    return false;
}

/* False: nothing, or nothing sound. What is as large as the drawing counts for nothing: that gets its size from the rest. */
static bool measure_ink(RsvgHandle *svg, RsvgRectangle *ink)
{
    const RsvgRectangle nothing = {0, 0, 1, 1};
    const double least = 1e-3, most = 1e7;

    return rsvg_handle_get_geometry_for_layer(svg, NULL, &nothing, ink, NULL, NULL) && fmin(ink->width, ink->height) >= least &&
           fmax(ink->width, ink->height) <= most && fmax(fabs(ink->x), fabs(ink->y)) <= most;
}

/* What a drawing draws, made as wide or as high as whoever asks for a part of the whole takes the whole to be; {0} if that is nothing. */
static struct svg_box drawn_box(RsvgHandle *svg, const struct image_request *request)
{
    RsvgRectangle ink;

    if (!measure_ink(svg, &ink))
        return (struct svg_box){0};
    struct svg_box box = {ink.x, ink.y, ink.width, ink.height};

    if (image_is_window(request)) {
        double aspect = request->w / (double)request->window.w / (request->h / (double)request->window.h);

        box.w = fmax(ink.width, ink.height * aspect);
        box.h = fmax(ink.height, ink.width / aspect);
        box.x -= (box.w - ink.width) / 2;
        box.y -= (box.h - ink.height) / 2;
    }
    return box;
}

/* A drawing that states no size gets one: all that it draws. NULL: it is not well-formed, or draws nothing. */
static char *framed(const struct raster_job *job, const struct svg_root *root, struct buffer *out, struct raster_fault *fault)
{
    struct buffer boxed = {0};

    svg_frame(job->file, root, (struct svg_box){0, 0, 1, 1}, &boxed); /* a viewBox of no size would show nothing */
    RsvgHandle *svg = reading_of((struct bytes){boxed.bytes, boxed.length}, fault);

    buffer_finish(&boxed);
    if (!svg)
        return NULL;
    struct svg_box box = drawn_box(svg, job->request);

    g_object_unref(svg);
    if (box.w <= 0) {
        raster_fail(fault, "it states no size, and draws nothing either; export it again as plain SVG");
        return NULL;
    }
    svg_frame(job->file, root, box, out);
    remark_add(job->remarks, 0,
               "it states no size, so all that it draws is fitted into its place; add viewBox=\"%.0f %.0f %.0f %.0f\" to its <svg>",
               floor(box.x), floor(box.y), ceil(box.w), ceil(box.h));
    return out->bytes;
}

static enum raster_outcome render(RsvgHandle *svg, const cairo_rectangle_t *at, const struct raster_job *job, struct raster_fault *fault)
{
    const RsvgRectangle viewport = {at->x, at->y, at->width, at->height};
    bool icon = job->request->icon;
    cairo_t *cairo = raster_cairo(job->surface, icon ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24);

    if (!cairo)
        return raster_fail(fault, IMAGE_NO_MEMORY);
    if (!icon)
        raster_paper(cairo, job->request->paper);
    bool drawn = rsvg_handle_render_document(svg, cairo, &viewport, NULL) && cairo_status(cairo) == CAIRO_STATUS_SUCCESS;

    cairo_destroy(cairo);
    if (!drawn) {
        fault->spoilt = true; /* cairo's fonts do not recover from an error */
        return raster_fail(fault, "it is too complicated to be drawn; simplify it");
    }
    if (icon)
        whiten(job->surface);
    return RASTER_DRAWN;
}

static enum raster_outcome draw_whole(const struct raster_job *job, struct raster_fault *fault)
{
    cairo_rectangle_t at;
    RsvgHandle *svg = reading_of_request(job->file, job->request, &at, fault);
    enum raster_outcome outcome = svg ? render(svg, &at, job, fault) : RASTER_FAILED;

    if (svg)
        g_object_unref(svg);
    return outcome;
}

/* Elements named text, with or without a prefix. */
static bool has_words(struct bytes file)
{
    return g_strstr_len(file.at, (gssize)file.size, "<text") || g_strstr_len(file.at, (gssize)file.size, ":text");
}

enum raster_outcome drawing_draw(const struct raster_job *job, struct raster_fault *fault)
{
    if (nests_entities(job->file))
        return raster_fail(fault, "its entities are nested; export it again as plain SVG");
    const char *why = embedded_look(job->file, &fault->line);

    if (why)
        return raster_fail(fault, why);
    if (has_words(job->file) && !fonts_are_open())
        return raster_need(fault, WIRE_NEED_FONTS, "its words cannot be drawn here; save it as PNG");
    struct bytes file = job->file;
    struct buffer sized = {0};
    struct svg_root root;

    svg_find_root(file, &root);
    if (root.w <= 0) {
        if (!framed(job, &root, &sized, fault))
            return RASTER_FAILED;
        file = (struct bytes){sized.bytes, sized.length};
    }
    struct raster_job stated = *job;

    stated.file = file;
    enum raster_outcome outcome = job->request->sheet ? slices_draw(&stated, fault) : draw_whole(&stated, fault);

    buffer_finish(&sized);
    if (outcome == RASTER_DRAWN && job->remarks)
        unshown_look(job->file, job->remarks);
    return outcome;
}
