/* Each label takes the first free place beside its point: behind it as one reads, before it, below, above, and then askew. Where one finds
 * none, the one before it looks on. */
#include "blocks/map_inland.h"

#include "blocks/map_touch.h"
#include "page/label.h"

enum { TRIES_MAX = 4000 };

static const float AIR = 0.25F; /* around the words, of their size */

/* Shares of the label's and the square's size by which its place differs from standing in the middle of the point: -1 is wholly before or
 * above it, 1 behind or below it. */
static const struct {
    float across, down;
} PLACES[] = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {0.5F, 1}, {0.5F, -1}, {-0.5F, 1}, {-0.5F, -1}, {1, 1}, {1, -1}, {-1, 1}, {-1, -1}};

static const char *words_of(const struct map_label *label)
{
    return label->name[0] ? label->name : label->years;
}

static struct type type_of(const struct map_labels *labels, const struct map_label *label)
{
    return label->name[0] ? labels->name : labels->years;
}

static struct size size_of(const struct scene *scene, const struct map_labels *labels, const struct map_label *label)
{
    struct type type = type_of(labels, label);
    struct face_metrics metrics = page_metrics(scene, type);
    int air = int_max(2, (int)(AIR * (float)type.size_px));

    return (struct size){label_width(scene, type, words_of(label)) + 2 * air, metrics.ascent_px + metrics.descent_px};
}

static struct rect square_of(const struct map_label *label, int square)
{
    return (struct rect){(int)label->anchor.x - square / 2, (int)label->anchor.y - square / 2, square, square};
}

static bool is_free(const struct map_labels *labels, int index, struct rect place, int square)
{
    for (int i = 0; i < labels->count; i++)
        if (rect_meet(place, square_of(&labels->list[i], square)) || (i < index && rect_meet(place, labels->list[i].place)))
            return false;
    return true;
}

struct inland {
    const struct scene *scene;
    struct map_labels *labels;
    struct rect land;
    int square;
};

/* From the place *at on; moves *at behind the one that is taken. */
static bool place_one(const struct inland *inland, int index, size_t *at)
{
    struct map_label *label = &inland->labels->list[index];
    struct size size = size_of(inland->scene, inland->labels, label);

    while (*at < COUNTOF(PLACES)) {
        float x = label->anchor.x - (float)size.w / 2 + PLACES[*at].across * (float)(size.w + inland->square + 1) / 2;
        float y = label->anchor.y - (float)size.h / 2 + PLACES[*at].down * (float)(size.h + inland->square + 1) / 2;
        struct rect place = {(int)x, (int)y, size.w, size.h};

        ++*at;
        label->place = place;
        if (rect_equal(place, rect_common(place, inland->land)) && is_free(inland->labels, index, place, inland->square))
            return true;
    }
    return false;
}

bool map_inland_place(const struct scene *scene, struct map_labels *labels, struct rect land, int square_px)
{
    const struct inland inland = {scene, labels, land, square_px};
    size_t at[MAP_LABELS_MAX + 1] = {0};
    int index = 0;

    for (int tries = 0; index >= 0 && index < labels->count && tries < TRIES_MAX; tries++) {
        if (place_one(&inland, index, &at[index]))
            at[++index] = 0;
        else
            index--;
    }
    return index == labels->count;
}

void map_inland_put(const struct scene *scene, const struct map_labels *labels)
{
    for (int i = 0; i < labels->count; i++) {
        const struct map_label *label = &labels->list[i];
        struct label words = {type_of(labels, label), map_labels_colour(scene, label), words_of(label), ALIGN_CENTRE};

        if (label->hidden)
            continue;
        draw_fill(page_pen(scene), label->place, scene->style->colours.paper);
        label_put(scene, &words, label->place);
        if (label->item > 0)
            map_touch_put(scene, label->item, label->place);
    }
}
