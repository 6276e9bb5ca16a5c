/* librsvg reads, and says in its own words what it could not read. */
#include "decoder/reading.h"

#include "formats/svg.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

/* No base address is given: nothing outside the file is ever read. An inch has 96 pixels, as in browsers. */
RsvgHandle *reading_of(struct bytes file, struct raster_fault *fault)
{
    GError *error = NULL;
    RsvgHandle *svg = rsvg_handle_new_from_data((const guint8 *)file.at, file.size, &error);

    if (svg)
        rsvg_handle_set_dpi(svg, 96);
    else
        explain(error, fault);
    g_clear_error(&error);
    return svg;
}

RsvgHandle *reading_of_request(struct bytes file, const struct image_request *request, cairo_rectangle_t *at, struct raster_fault *fault)
{
    struct buffer cut = {0};
    struct svg_root root;

    svg_find_root(file, &root); /* picture_look did */
    if (!image_is_window(request)) {
        *at = raster_place(root.w, root.h, request);
        return reading_of(file, fault);
    }
    *at = (cairo_rectangle_t){0, 0, request->w, request->h};
    svg_cut(file, &root, request->window, &cut);
    RsvgHandle *svg = reading_of((struct bytes){cut.bytes, cut.length}, fault);

    buffer_finish(&cut);
    return svg;
}
