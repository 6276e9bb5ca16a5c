/* What lies outside the window is not drawn; a name stands in the part of its era that the window shows. */
#include "ruler/eras.h"

#include "page/label.h"
#include "page/passage.h"
#include "text/capitals.h"
#include "ruler/breaks.h"

#include <math.h>

static const double NAME_PAD = 1.2; /* times the type, to both sides together */
static const float TRACKING = 0.09F, LINE_HEIGHT = 1.0F;
enum { LARGEST = 13, SMALLEST = 8 }; /* of a name over several lines: tenths of the labels' type */

struct colour timeline_eras_colour(const struct style *style, int index)
{
    const struct colour colours[] = {style->colours.muted, style->colours.light, style->colours.ink, style->colours.deep};

    return colours[index % (int)COUNTOF(colours)];
}

static struct colour on_colour(const struct style *style, struct colour ground)
{
    bool light = colour_contrast(style->colours.paper, ground) < colour_contrast(style->colours.ink, ground);

    return light ? style->colours.ink : style->colours.paper;
}

/* Over as many lines as there is room for, in the largest type that fits; not at all where none does. */
static void put_wrapped_name(const struct timeline_canvas *canvas, int index, struct rect rect)
{
    const struct scene *scene = canvas->scene;
    const char *name = text_in(scene->exhibit->eras[index].title, scene->language);
    struct rect inner = rect_inset(rect, canvas->layout->sizes.pad_px * 3 / 4);

    for (int size = canvas->layout->sizes.text_px * LARGEST / 10; size >= canvas->layout->sizes.text_px * SMALLEST / 10; size--) {
        struct passage text = {
            .prose = paragraph_plain(scene->arena, name),
            .type = {.face = FACE_HEADLINE, .size_px = size},
            .colour = on_colour(scene->style, timeline_eras_colour(scene->style, index)),
            .line_height = LINE_HEIGHT,
            .align = ALIGN_CENTRE,
        };

        if (!passage_words_fit(scene, text.type, name, inner.w))
            continue;
        const struct paragraph *paragraph = passage_set(scene, &text, inner.w);

        if (paragraph->height_px > inner.h)
            continue;
        inner.y += (inner.h - paragraph->height_px) / 2;
        passage_put(scene, paragraph, &text, inner);
        return;
    }
}

/* "1964–1970": close together, as they stand behind a name. */
static const char *years_text(const struct scene *scene, const struct era *era)
{
    const struct date_format *format = &page_words(scene)->dates;
    struct moment from = moment_cut(era->when.from, PRECISION_YEAR), to = moment_cut(era->when.to, PRECISION_YEAR);

    return arena_printf(scene->arena, "%s\xE2\x80\x93%s", date_text_moment(scene->arena, format, &from, era->when.calendar),
                        date_text_moment(scene->arena, format, &to, era->when.calendar));
}

/* From the widest way to say it to the narrowest; what does not fit is not said. */
static void put_name(const struct timeline_canvas *canvas, int index, struct rect rect)
{
    const struct scene *scene = canvas->scene;
    const struct era *era = &scene->exhibit->eras[index];
    const char *name = capitals_of(scene->arena, text_in(era->title, scene->language), page_language(scene));
    const char *years = arena_printf(scene->arena, "%s %s", name, years_text(scene, era));
    int size = canvas->layout->sizes.text_px, tracking = (int)(TRACKING * (float)size);
    struct colour colour = on_colour(scene->style, timeline_eras_colour(scene->style, index));
    const struct label ways[] = {
        {{.face = FACE_BOLD, .size_px = size * 11 / 10, .tracking_px = tracking}, colour, years, ALIGN_CENTRE},
        {{.face = FACE_BOLD, .size_px = size * 11 / 10, .tracking_px = tracking}, colour, name, ALIGN_CENTRE},
        {{.face = FACE_HEADLINE, .size_px = size * 3 / 2}, colour, name, ALIGN_CENTRE},
    };

    for (size_t i = 0; i < COUNTOF(ways) && !canvas->layout->portrait; i++) {
        if (label_width(scene, ways[i].type, ways[i].text) + (int)(NAME_PAD * size) > rect.w)
            continue;
        label_put(scene, &ways[i], rect);
        return;
    }
    put_wrapped_name(canvas, index, rect);
}

/* Where an era ends: with its last day, or within that, or the year or month it is known to, where the next begins. */
static double end_before(const struct era *era, const struct era *next)
{
    struct extent last = moment_extent(&era->when.to, era->when.calendar);
    double end = axis_era_interval(era).to, begin = axis_era_interval(next).from;

    return begin >= last.earliest ? fmin(begin, end) : end;
}

void timeline_eras_put(const struct timeline_canvas *canvas)
{
    const struct scene *scene = canvas->scene;
    const struct timeline_layout *layout = canvas->layout;
    int count = scene->exhibit->era_count, line = count > 0 ? scene->style->rule_px : layout->band_size_px;

    timeline_canvas_fill(
        canvas, (struct rect){layout->from_px, layout->band_px + (layout->band_size_px - line) / 2, layout->to_px - layout->from_px, line},
        scene->style->colours.muted);
    for (int i = 0; i < count; i++) {
        const struct era *era = &scene->exhibit->eras[i];
        struct axis_interval days = axis_era_interval(era);
        double end_day = i + 1 < count ? end_before(era, era + 1) : days.to;
        int from = int_max(layout->from_px, timeline_canvas_day(canvas, days.from));
        int to = int_min(layout->to_px, timeline_canvas_day(canvas, end_day));
        struct rect turned = {from, layout->band_px, to - from, layout->band_size_px};

        if (to <= from)
            continue;
        timeline_canvas_fill(canvas, turned, timeline_eras_colour(scene->style, i));
        put_name(canvas, i, timeline_layout_turned(layout, timeline_breaks_whole(canvas, turned)));
    }
}
