/* A filled or framed box around a label. */
#include "page/button.h"

void button_put(const struct scene *scene, struct rect box, const struct label *label, bool main)
{
    struct label shown = *label;

    if (main) {
        draw_fill(page_pen(scene), box, label->colour);
        shown.colour = scene->style->colours.paper;
    } else {
        draw_frame(page_pen(scene), box, int_max(2, scene->style->rule_px / 2), label->colour);
    }
    label_put(scene, &shown, box);
}
