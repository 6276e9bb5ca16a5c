/* A flat line is a row of parts, each a pixel higher or lower than the one before; a steep one is a column of them. */
#include "page/stroke.h"

#include <math.h>

/* A part of the line along its longer axis: from..to along it, `at` across. */
struct stroke_part {
    int from, to, at;
};

static void put_part(struct pen pen, const struct stroke *stroke, struct stroke_part part, bool flat)
{
    int t = stroke->thickness_px, across = part.at - t / 2, length = part.to - part.from;
    struct rect rect = flat ? (struct rect){part.from, across, length, t} : (struct rect){across, part.from, t, length};

    draw_fill(pen, rect, stroke->colour);
}

static bool is_in_gap(const struct stroke *stroke, float along)
{
    return stroke->dash_px > 0 && fmodf(along, (float)(stroke->dash_px + stroke->gap_px)) >= (float)stroke->dash_px;
}

void stroke_put(struct pen pen, const struct stroke *stroke)
{
    float dx = stroke->to.x - stroke->from.x, dy = stroke->to.y - stroke->from.y;
    bool flat = fabsf(dx) >= fabsf(dy);
    struct point a = stroke->from, b = stroke->to;

    if ((flat ? dx : dy) < 0) {
        a = stroke->to;
        b = stroke->from;
    }
    int start = (int)lroundf(flat ? a.x : a.y), end = (int)lroundf(flat ? b.x : b.y);
    float base = flat ? a.y : a.x, rise = flat ? b.y - a.y : b.x - a.x, length = sqrtf(dx * dx + dy * dy);
    struct stroke_part part = {start, start, 0};
    bool open = false;

    for (int i = start; i <= end; i++) {
        float share = end > start ? (float)(i - start) / (float)(end - start) : 0;
        int at = (int)lroundf(base + rise * share);
        bool gap = is_in_gap(stroke, share * length);

        if (open && (gap || at != part.at)) {
            part.to = i;
            put_part(pen, stroke, part, flat);
            open = false;
        }
        if (!open && !gap) {
            part.from = i;
            part.at = at;
            open = true;
        }
    }
    part.to = end + 1;
    if (open)
        put_part(pen, stroke, part, flat);
}
