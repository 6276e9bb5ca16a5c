/* A column of labels: sorted by the height of their anchors, each moved down until it is clear of the one above, and then, from the last
 * one on, up again as far as the column's end asks for. */
#include "blocks/map_labels.h"

#include "blocks/map_touch.h"
#include "page/label.h"
#include "page/stroke.h"

#include <math.h>

static const float AIR = 0.3F; /* between labels, of the name's size */

static int line(const struct scene *scene, struct type type)
{
    struct face_metrics metrics = page_metrics(scene, type);

    return metrics.ascent_px + metrics.descent_px;
}

static int label_height(const struct scene *scene, const struct map_labels *labels, const struct map_label *label)
{
    return (label->name[0] ? line(scene, labels->name) : 0) + (label->years[0] ? line(scene, labels->years) : 0);
}

static int air(const struct map_labels *labels)
{
    return int_max(2, (int)((float)labels->name.size_px * AIR));
}

void map_labels_add(struct map_labels *labels, struct map_label label)
{
    if (labels->count < MAP_LABELS_MAX && (label.name[0] || label.years[0]))
        labels->list[labels->count++] = label;
}

int map_labels_width(const struct scene *scene, const struct map_labels *labels, bool before)
{
    int widest = 0;

    for (int i = 0; i < labels->count; i++) {
        const struct map_label *label = &labels->list[i];

        if (label->before == before)
            widest =
                int_max(widest, int_max(label_width(scene, labels->name, label->name), label_width(scene, labels->years, label->years)));
    }
    return widest;
}

int map_labels_height(const struct scene *scene, const struct map_labels *labels, bool before)
{
    int sum = 0;

    for (int i = 0; i < labels->count; i++)
        if (labels->list[i].before == before)
            sum += label_height(scene, labels, &labels->list[i]) + air(labels);
    return int_max(0, sum - air(labels));
}

/* The labels of one side from north to south; returns how many. */
static int sort_side(struct map_labels *labels, bool before, struct map_label *sorted[MAP_LABELS_MAX])
{
    int count = 0;

    for (int i = 0; i < labels->count; i++) {
        struct map_label *label = &labels->list[i];
        int at = count;

        if (label->before != before)
            continue;
        for (; at > 0 && sorted[at - 1]->anchor.y > label->anchor.y; at--)
            sorted[at] = sorted[at - 1];
        sorted[at] = label;
        count++;
    }
    return count;
}

static void remove_last(struct map_labels *labels, bool before)
{
    int last = labels->count - 1;

    while (labels->list[last].before != before)
        last--;
    for (int i = last; i + 1 < labels->count; i++)
        labels->list[i] = labels->list[i + 1];
    labels->count--;
}

void map_labels_place(const struct scene *scene, struct map_labels *labels, bool before, struct rect column)
{
    struct map_label *sorted[MAP_LABELS_MAX];
    int free_from = column.y, free_to = column.y + column.h;

    while (map_labels_height(scene, labels, before) > int_max(0, column.h))
        remove_last(labels, before);
    int count = sort_side(labels, before, sorted);

    for (int i = 0; i < count; i++) {
        int height = label_height(scene, labels, sorted[i]);

        sorted[i]->top_px = int_max(free_from, (int)sorted[i]->anchor.y - height / 2);
        free_from = sorted[i]->top_px + height + air(labels);
    }
    for (int i = count - 1; i >= 0; i--) {
        int height = label_height(scene, labels, sorted[i]);

        sorted[i]->top_px = int_min(sorted[i]->top_px, free_to - height);
        free_to = sorted[i]->top_px - air(labels);
    }
}

struct colour map_labels_colour(const struct scene *scene, const struct map_label *label)
{
    const struct theme_colours *colours = &scene->style->colours;

    return label->pale ? colours->muted : colours->ink;
}

static void put_leader(const struct scene *scene, const struct map_label *label, struct point from)
{
    int thin = int_max(1, scene->style->rule_px / 2), dot = 3 * thin;
    struct point to = label->anchor;

    if (fabsf(to.y - from.y) <= (float)(2 * scene->style->rule_px))
        to.y = from.y; /* a line that is nearly level looks broken */
    struct stroke stroke = {.from = from, .to = to, .thickness_px = thin, .colour = map_labels_colour(scene, label)};

    stroke_put(page_pen(scene), &stroke);
    draw_fill(page_pen(scene), (struct rect){(int)to.x - dot / 2, (int)to.y - dot / 2, dot, dot}, map_labels_colour(scene, label));
}

void map_labels_put(const struct scene *scene, const struct map_labels *labels, bool before, struct rect column)
{
    enum align align = before ? ALIGN_END : ALIGN_START;
    int pad = air(labels);

    for (int i = 0; i < labels->count; i++) {
        const struct map_label *label = &labels->list[i];
        int first = label->name[0] ? line(scene, labels->name) : 0;
        struct rect name = {column.x, label->top_px, column.w, first};
        struct rect years = {column.x, label->top_px + first, column.w, line(scene, labels->years)};
        int lead = label->top_px + label_height(scene, labels, label) / 2;

        if (label->before != before || label->hidden)
            continue;
        struct colour colour = map_labels_colour(scene, label);

        put_leader(scene, label, (struct point){(float)(before ? column.x + column.w + pad : column.x - pad), (float)lead});
        label_put(scene, &(struct label){labels->name, colour, label->name, align}, name);
        label_put(scene, &(struct label){labels->years, colour, label->years, align}, years);
        if (label->item > 0)
            map_touch_put(scene, label->item, (struct rect){name.x, name.y, name.w, name.h + (label->years[0] ? years.h : 0)});
    }
}
