/* A slab is a band of the voice's colour; shape and words stand on it in paper or ink. */
#include "page/voice.h"

#include "page/icon.h"
#include "page/label.h"
#include "text/capitals.h"

static const float TRACKING = 0.09F;
static const double EDGE_CONTRAST = 3; /* below it, what is filled needs an edge (WCAG 2.1, 1.4.11) */

struct colour voice_colour(const struct theme_colours *colours, const struct voice *voice)
{
    return tint_colour(colours, &voice->colour);
}

struct colour voice_letters(const struct theme_colours *colours, struct colour ground)
{
    return colour_contrast(colours->paper, ground) >= colour_contrast(colours->ink, ground) ? colours->paper : colours->ink;
}

/* Two colours that a shape is cut from. */
struct cutout {
    struct colour colour, ground;
};

static void put_shape(const struct scene *scene, enum voice_shape shape, struct rect mark, struct cutout cut)
{
    switch (shape) {
    case SHAPE_SQUARE:
        draw_fill(page_pen(scene), rect_inset(mark, mark.w / 16), cut.colour);
        break;
    case SHAPE_TRIANGLE:
        icon_put(scene, ICON_TRIANGLE, mark, cut.colour);
        break;
    case SHAPE_RING:
        icon_put(scene, ICON_CIRCLE, mark, cut.colour);
        icon_put(scene, ICON_CIRCLE, rect_inset(mark, mark.w / 5), cut.ground);
        break;
    case SHAPE_CIRCLE:
        icon_put(scene, ICON_CIRCLE, mark, cut.colour);
        break;
    case SHAPE_DIAMOND:
        icon_put(scene, ICON_DIAMOND, mark, cut.colour);
        break;
    case SHAPE_BAR:
        draw_fill(page_pen(scene), (struct rect){mark.x, mark.y + mark.h / 3, mark.w, mark.h - 2 * (mark.h / 3)}, cut.colour);
        break;
    case SHAPE_NONE:
    case SHAPE_COUNT:
        break;
    }
}

void voice_mark_put(const struct scene *scene, const struct voice *voice, struct rect mark, int edge_px)
{
    const struct theme_colours *colours = &scene->style->colours;
    struct colour colour = voice_colour(colours, voice);
    enum voice_shape shape = voice->shape == SHAPE_NONE ? SHAPE_CIRCLE : voice->shape;
    bool pale = colour_contrast(colour, colours->paper) < EDGE_CONTRAST;

    put_shape(scene, shape, rect_inset(mark, pale ? -2 * edge_px : -edge_px), (struct cutout){colours->paper, colours->paper});
    if (pale)
        put_shape(scene, shape, rect_inset(mark, -edge_px), (struct cutout){colours->ink, colours->ink});
    put_shape(scene, shape, mark, (struct cutout){colour, colours->paper});
}

static struct type slab_type(const struct scene *scene)
{
    int size = scene->style->sizes.label_px;

    return (struct type){.face = FACE_BOLD, .size_px = size, .tracking_px = (int)(TRACKING * (float)size)};
}

int voice_slab_height(const struct scene *scene)
{
    return scene->style->sizes.label_px * 2;
}

void voice_slab_put(const struct scene *scene, const struct voice *voice, struct rect slab, bool opens)
{
    const struct style *style = scene->style;
    struct type type = slab_type(scene);
    struct colour colour = voice_colour(&style->colours, voice), letters = voice_letters(&style->colours, colour);
    int mark = page_metrics(scene, type).cap_px * 3 / 2, pad = slab.h / 3, indent = voice->shape == SHAPE_NONE ? pad : pad + mark + pad;
    const char *words = capitals_of(scene->arena, text_in(voice->words, scene->language), page_language(scene));
    struct label label = {type, letters, words, ALIGN_START};
    int sign = opens ? mark + pad : 0;
    struct rect place = {slab.x + indent, slab.y, slab.w - indent - pad - sign, slab.h};

    draw_fill(page_pen(scene), slab, colour);
    if (colour_contrast(colour, style->colours.paper) < EDGE_CONTRAST)
        draw_frame(page_pen(scene), slab, int_max(2, style->rule_px / 2), style->colours.ink);
    put_shape(scene, voice->shape, (struct rect){slab.x + pad, slab.y + (slab.h - mark) / 2, mark, mark}, (struct cutout){letters, colour});
    if (sign > 0)
        icon_put(scene, ICON_MORE, (struct rect){slab.x + slab.w - sign, slab.y + (slab.h - mark) / 2, mark, mark}, letters);
    label.type = label_shrunk(scene, &label, place.w, style->sizes.small_px / 2);
    label_put(scene, &label, place);
}
