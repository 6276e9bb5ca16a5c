/* The nearest event beyond an end, and how many there are; of thousands, each page counts them anew. */
#include "timeline/edges.h"

#include "page/icon.h"
#include "page/label.h"

enum { SMALLEST_PX = 8, NONE = -1 };

struct beyond {
    int nearest, count;
};

static void put_button(const struct timeline_canvas *canvas, enum window_end end, const struct beyond *beyond)
{
    const struct scene *scene = canvas->scene;
    const struct words *words = page_words(scene);
    struct rect box = canvas->layout->edges[end];
    bool tall = canvas->layout->portrait, first = end == WINDOW_BEGIN;
    enum icon arrow = tall ? (first ? ICON_UP : ICON_DOWN) : first ? ICON_PREVIOUS : ICON_NEXT;
    int icon = canvas->layout->sizes.text_px, gap = icon / 3;
    struct rect sign = {first || tall ? box.x : box.x + box.w - icon, box.y + (box.h - icon) / 2, icon, icon};
    struct rect room = {first || tall ? box.x + icon + gap : box.x, box.y, box.w - icon - gap, box.h};
    struct label label = {
        .type = {.face = FACE_BOLD, .size_px = canvas->layout->sizes.text_px},
        .colour = scene->style->colours.ink,
        .text = timeline_layout_edge_text(scene, first ? words->earlier : words->later, beyond->count),
        .align = first || tall ? ALIGN_START : ALIGN_END,
    };

    label.type = label_shrunk(scene, &label, room.w, SMALLEST_PX);
    icon_put(scene, arrow, sign, label.colour);
    label_put(scene, &label, room);
    page_target(scene, box, ACTION_STAND, beyond->nearest);
}

void timeline_edges_put(const struct timeline_canvas *canvas, const struct timeline_packed *packed)
{
    struct axis_window window = canvas->state->window;
    struct beyond before = {NONE, 0}, behind = {NONE, 0};

    for (int i = 0; i < packed->count; i++) {
        double place = packed->labels[i].place;

        if (place < window.start) {
            before.count++;
            before.nearest = i;
        } else if (place >= window.start + window.days) {
            behind.count++;
            behind.nearest = behind.nearest == NONE ? i : behind.nearest;
        }
    }
    if (before.count > 0)
        put_button(canvas, WINDOW_BEGIN, &before);
    if (behind.count > 0)
        put_button(canvas, WINDOW_END, &behind);
}
