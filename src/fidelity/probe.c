/* Two small drawings, compared pixel by pixel. */
#include "fidelity/probe.h"

#include "base/mem.h"

#include <cairo.h>
#include <librsvg/rsvg.h>
#include <string.h>

enum { SIDE = 9 };

/* False: it could not be drawn. */
static bool draw(const char *body, uint32_t pixels[SIDE * SIDE])
{
    struct buffer text = {0};
    const RsvgRectangle viewport = {0, 0, SIDE, SIDE};

    buffer_printf(&text, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\">%s</svg>", SIDE, SIDE, body);
    memset(pixels, 0, sizeof(*pixels) * SIDE * SIDE);

    RsvgHandle *svg = rsvg_handle_new_from_data((const guint8 *)text.bytes, text.length, NULL);
    cairo_surface_t *surface =
        cairo_image_surface_create_for_data((unsigned char *)pixels, CAIRO_FORMAT_ARGB32, SIDE, SIDE, SIDE * (int)sizeof(*pixels));
    cairo_t *cairo = cairo_create(surface);
    bool drawn = svg && rsvg_handle_render_document(svg, cairo, &viewport, NULL);

    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    if (svg)
        g_object_unref(svg);
    buffer_finish(&text);
    return drawn;
}

static bool differs(const struct probe *probe)
{
    uint32_t with[SIDE * SIDE], without[SIDE * SIDE];

    return draw(probe->with, with) && draw(probe->without, without) && memcmp(with, without, sizeof(with)) != 0;
}

bool probe_is_known(GHashTable *known, const struct probe *probe)
{
    static const bool answers[] = {false, true};
    const bool *answer;

    if (!probe->with)
        return false;
    answer = g_hash_table_lookup(known, probe);
    if (!answer) {
        answer = &answers[differs(probe)];
        g_hash_table_insert(known, (gpointer)probe, (gpointer)answer);
    }
    return *answer;
}
