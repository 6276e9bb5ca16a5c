/* What librsvg would leave out in silence, or never come to the end of, is looked for first. */
#include "decoder/drawing.h"

#include "formats/svg.h"
#include "decoder/embedded.h"
#include "decoder/fonts.h"

#include <librsvg/rsvg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* As picture_look has it, else what librsvg makes of its width and height. */
static void svg_size(RsvgHandle *svg, struct svg_root *root)
{
    if (root->w > 0 || (rsvg_handle_get_intrinsic_size_in_pixels(svg, &root->w, &root->h) && root->w > 0 && root->h > 0))
        return;
    root->w = root->h = 100;
}

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

/* "XML parse error: Error domain 1 code 26 on line 2 column 13 of data: Entity 'nbsp' not defined\n" is what librsvg passes on of libxml2.
 */
static void explain(const GError *error, struct raster_fault *fault)
{
    const char *message = error ? error->message : "", *line = strstr(message, " on line "), *end = strstr(message, "of data: ");

    fault->line = line ? (int)strtol(line + strlen(" on line "), NULL, 10) : 0;
    if (end)
        message = end + strlen("of data: ");
    snprintf(fault->why, sizeof(fault->why), "it is not a well-formed SVG drawing (%.*s); export it again as plain SVG",
             (int)strcspn(message, "\n"), message);
}

/* No base address is given: nothing outside the file is ever read. */
static RsvgHandle *read_svg(struct bytes file, struct raster_fault *fault)
{
    GError *error = NULL;
    RsvgHandle *svg = rsvg_handle_new_from_data((const guint8 *)file.at, file.size, &error);

    if (!svg)
        explain(error, fault);
    g_clear_error(&error);
    return svg;
}

/* The drawing and where to draw it; for a window, one of that part alone that fills the surface. NULL: it is not well-formed. */
static RsvgHandle *open_svg(struct bytes file, const struct image_request *request, cairo_rectangle_t *at, struct raster_fault *fault)
{
    bool whole = !image_is_window(request);
    struct buffer cut = {0};
    struct svg_root root;

    svg_find_root(file, &root); /* picture_look did */
    RsvgHandle *svg = whole || root.w <= 0 ? read_svg(file, fault) : NULL;

    if (svg)
        svg_size(svg, &root);
    if (root.w <= 0)
        return NULL;
    *at = whole ? raster_place(root.w, root.h, request) : (cairo_rectangle_t){0, 0, request->w, request->h};
    if (whole)
        return svg;
    if (svg)
        g_object_unref(svg);
    svg_cut(file, &root, request->window, &cut);
    svg = read_svg((struct bytes){cut.bytes, cut.length}, fault);
    buffer_finish(&cut);
    return svg;
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

/* Elements named text, with or without a prefix. */
static bool has_words(struct bytes file)
{
    return g_strstr_len(file.at, (gssize)file.size, "<text") || g_strstr_len(file.at, (gssize)file.size, ":text");
}

enum raster_outcome drawing_draw(const struct raster_job *job, struct raster_fault *fault)
{
    cairo_rectangle_t at;

    if (nests_entities(job->file))
        return raster_fail(fault, "its entities are nested; export it again as plain SVG");
    const char *why = embedded_look(job->file, &fault->line);

    if (why)
        return raster_fail(fault, why);
    if (has_words(job->file) && !fonts_are_open())
        return RASTER_NEEDS_FONTS;
    RsvgHandle *svg = open_svg(job->file, job->request, &at, fault);
    enum raster_outcome outcome = svg ? render(svg, &at, job, fault) : RASTER_FAILED;

    if (svg)
        g_object_unref(svg);
    return outcome;
}
