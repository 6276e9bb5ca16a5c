/* One line of text in a box. */
#include "page/label.h"

#include <string.h>

int label_width(const struct scene *scene, struct type type, const char *text)
{
    return page_text_width(scene, type, text, (int)strlen(text));
}

struct type label_shrunk(const struct scene *scene, const struct label *label, int width_px, int least_px)
{
    struct type type = label->type;

    while (type.size_px > least_px && label_width(scene, type, label->text) > width_px)
        type.size_px--;
    return type;
}

int label_put(const struct scene *scene, const struct label *label, struct rect box)
{
    struct face_metrics metrics = page_metrics(scene, label->type);
    int width = label_width(scene, label->type, label->text), spare = box.w - width;
    int x = box.x + (label->align == ALIGN_START ? 0 : label->align == ALIGN_CENTRE ? spare / 2 : spare);
    int baseline = box.y + (box.h + metrics.cap_px) / 2;
    struct rect line = {x, baseline - metrics.ascent_px, width, metrics.ascent_px + metrics.descent_px};

    draw_text(page_pen(scene), line, (struct draw_text){page_type(scene, label->type), label->text, (int)strlen(label->text), baseline},
              label->colour);
    return width;
}
