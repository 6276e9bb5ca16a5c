/* A cell that was touched is the darker the more often. */
#include "census/heat.h"

#include "census/bars.h"
#include "gallery/html.h"

#include <math.h>

static const double FAINTEST = 0.16, DARKEST = 0.85;

/* RFC 4648 */
static void put_base64(struct buffer *out, struct bytes bytes)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    for (size_t i = 0; i < bytes.size; i += 3) {
        size_t left = bytes.size - i;
        unsigned at[3] = {(unsigned char)bytes.at[i], left > 1 ? (unsigned char)bytes.at[i + 1] : 0,
                          left > 2 ? (unsigned char)bytes.at[i + 2] : 0};
        unsigned three = at[0] << 16 | at[1] << 8 | at[2];
        const char four[4] = {letters[three >> 18 & 63], letters[three >> 12 & 63], left > 1 ? letters[three >> 6 & 63] : '=',
                              left > 2 ? letters[three & 63] : '='};

        buffer_add(out, four, sizeof(four));
    }
}

static void put_cells(struct buffer *out, const struct sum_touches *touches)
{
    int across = touches->tall ? DIARY_SHORT : DIARY_LONG, down = touches->tall ? DIARY_LONG : DIARY_SHORT;
    int64_t most = 1;

    for (int i = 0; i < DIARY_CELLS; i++)
        if (touches->cells[i] > most)
            most = touches->cells[i];
    buffer_printf(out, "<svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\n", across, down);
    for (int i = 0; i < DIARY_CELLS; i++)
        if (touches->cells[i] > 0)
            buffer_printf(out, "<rect x=\"%d\" y=\"%d\" width=\"1\" height=\"1\" fill-opacity=\"%.2f\"><title>%lld</title></rect>\n",
                          i % across, i / across, FAINTEST + (DARKEST - FAINTEST) * sqrt((double)touches->cells[i] / (double)most),
                          (long long)touches->cells[i]);
    html_markup(out, "</svg>\n");
}

void heat_put(struct buffer *out, struct arena *arena, const struct heat *heat)
{
    const char *total = bars_number(arena, heat->touches->total);

    HTML(out, "<figure class=\"{}\">\n<div class=\"heat\">", heat->touches->tall ? "tall" : "wide");
    if (heat->picture) {
        html_markup(out, "<img src=\"data:image/png;base64,");
        put_base64(out, heat->picture->png);
        HTML(out, "\" alt=\"{}: {}\">", heat->name, heat->title);
    }
    put_cells(out, heat->touches);
    HTML(out, "</div>\n<figcaption><b>{}</b>{}{}, {} {}</figcaption>\n</figure>\n", heat->title[0] ? heat->title : heat->name,
         heat->title[0] ? ", " : "", heat->title[0] ? heat->name : "", total, heat->touches->total == 1 ? "touch" : "touches");
}
