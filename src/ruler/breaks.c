/* A tear is a strip of paper with jagged edges, made of thin slices. */
#include "ruler/breaks.h"

enum { SLICE_PX = 2, TEETH = 3 };
static const double WIDTH_TEXT = 0.45, TOOTH_TEXT = 0.5; /* times the labels' type: the strip's width; how far its edges go to and fro */

/* Along: its middle, and half of what it takes. */
struct tear {
    int middle, half;
};

static struct tear tear_of(const struct timeline_canvas *canvas, int index)
{
    const struct time_break *broken = &canvas->scene->exhibit->breaks[index];
    int text = canvas->layout->sizes.text_px;

    return (struct tear){timeline_canvas_along(canvas, (broken->place_from + broken->place_to) / 2),
                         (int)((WIDTH_TEXT + TOOTH_TEXT) * text) / 2 + 1};
}

/* To and fro, from -1 to 1, as one goes through the band. */
static double tooth_at(double share)
{
    double turn = share * TEETH - (int)(share * TEETH);

    return turn < 0.5 ? 4 * turn - 1 : 3 - 4 * turn;
}

static void put_tear(const struct timeline_canvas *canvas, struct tear tear)
{
    const struct timeline_layout *layout = canvas->layout;
    int width = int_max(2, (int)(WIDTH_TEXT * layout->sizes.text_px)), size = layout->band_size_px;
    double reach = TOOTH_TEXT * layout->sizes.text_px / 2;

    for (int across = 0; across < size; across += SLICE_PX) {
        int along = tear.middle + (int)(reach * tooth_at((double)across / size)) - width / 2;
        int from = int_max(layout->from_px, along), to = int_min(layout->to_px, along + width);

        timeline_canvas_fill(canvas, (struct rect){from, layout->band_px + across, to - from, int_min(SLICE_PX, size - across)},
                             canvas->scene->style->colours.paper);
    }
}

void timeline_breaks_put(const struct timeline_canvas *canvas)
{
    for (int i = 0; i < canvas->scene->exhibit->break_count; i++) {
        struct tear tear = tear_of(canvas, i);

        if (tear.middle + tear.half > canvas->layout->from_px && tear.middle - tear.half < canvas->layout->to_px)
            put_tear(canvas, tear);
    }
}

struct rect timeline_breaks_whole(const struct timeline_canvas *canvas, struct rect turned)
{
    int end = turned.x + turned.w, from = turned.x;
    struct rect best = {turned.x, turned.y, 0, turned.h};

    for (int i = 0; i <= canvas->scene->exhibit->break_count; i++) {
        bool last = i == canvas->scene->exhibit->break_count;
        struct tear tear = last ? (struct tear){end, 0} : tear_of(canvas, i);
        int to = int_clamp(tear.middle - tear.half, from, end);

        if (to - from > best.w) {
            best.x = from;
            best.w = to - from;
        }
        from = int_clamp(tear.middle + tear.half, from, end);
    }
    return best;
}
