/* What lies outside the window is not drawn; a name stands in the part of its era that the window shows. */
#include "ruler/eras.h"

#include "page/label.h"
#include "page/passage.h"
#include "text/capitals.h"
#include "ruler/breaks.h"

#include <math.h>

static const double EDGE_CONTRAST = 3; /* of a band to the page; below it, it needs an edge (WCAG 2.2, 1.4.11) */
static const double NAME_PAD = 1.2;    /* times the type, to both sides together */
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

/* How a name stands in its era's band: as a label or, where `set` is there, as a passage; neither where it has no room. */
struct era_name {
    bool has_room;
    struct label label;
    struct passage passage;
    const struct paragraph *set;
    struct rect inner; /* of the passage, on the screen */
};

/* What words have of the band: good margins, or little air along where it is narrow. Across, the largest marks reach into it. */
static struct rect inside(const struct timeline_canvas *canvas, struct rect rect, bool tight)
{
    struct rect turned = timeline_layout_turned(canvas->layout, rect);
    int across = canvas->layout->sizes.pad_px * 3 / 4, along = tight ? across * 2 / 3 : across;

    return timeline_layout_turned(canvas->layout,
                                  (struct rect){turned.x + along, turned.y + across, turned.w - 2 * along, turned.h - 2 * across});
}

/* In large text no name is smaller than visitors can read. */
static int smallest_px(const struct timeline_canvas *canvas)
{
    int text = canvas->layout->sizes.text_px;

    return canvas->scene->style->large ? text : text * SMALLEST / 10;
}

/* Over as many lines as there is room for, in the largest type that fits. */
static bool set_in_lines(const struct timeline_canvas *canvas, int index, struct rect inner, struct era_name *way)
{
    const struct scene *scene = canvas->scene;
    const char *name = text_in(scene->exhibit->eras[index].title, scene->language);

    for (int size = canvas->layout->sizes.text_px * LARGEST / 10; size >= smallest_px(canvas); size--) {
        way->passage = (struct passage){
            .prose = paragraph_plain(scene->arena, name),
            .type = {.face = FACE_HEADLINE, .size_px = size},
            .colour = on_colour(scene->style, timeline_eras_colour(scene->style, index)),
            .line_height = LINE_HEIGHT,
            .align = ALIGN_CENTRE,
        };

        if (inner.w <= 0 || !passage_words_fit(scene, way->passage.type, name, inner.w))
            continue;
        way->set = passage_set(scene, &way->passage, inner.w);
        way->inner = (struct rect){inner.x, inner.y + (inner.h - way->set->height_px) / 2, inner.w, way->set->height_px};
        if (way->set->height_px <= inner.h)
            return true;
    }
    return false;
}

/* "1964–1970": close together, as they stand behind a name. */
static const char *years_text(const struct scene *scene, const struct era *era)
{
    const struct date_format *format = &page_words(scene)->dates;
    struct moment from = moment_cut(era->when.from, PRECISION_YEAR), to = moment_cut(era->when.to, PRECISION_YEAR);

    return arena_printf(scene->arena, "%s\xE2\x80\x93%s", date_text_moment(scene->arena, format, &from, era->when.calendar),
                        date_text_moment(scene->arena, format, &to, era->when.calendar));
}

/* From the widest way to say it to the narrowest. */
static struct era_name name_of(const struct timeline_canvas *canvas, int index, struct rect rect)
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
    struct era_name found = {0};

    for (size_t i = 0; i < COUNTOF(ways) && !canvas->layout->portrait && !found.has_room; i++) {
        found.label = ways[i];
        found.has_room = label_width(scene, ways[i].type, ways[i].text) + (int)(NAME_PAD * size) <= rect.w;
    }
    for (int tight = 0; tight < 2 && !found.has_room; tight++)
        found.has_room = set_in_lines(canvas, index, inside(canvas, rect, tight), &found);
    return found;
}

static void put_name(const struct timeline_canvas *canvas, const struct era_name *name, struct rect rect)
{
    if (name->has_room && name->set)
        passage_put(canvas->scene, name->set, &name->passage, name->inner);
    else if (name->has_room)
        label_put(canvas->scene, &name->label, rect);
}

/* Where an era ends: with its last day, or within that, or the year or month it is known to, where the next begins. */
static double end_before(const struct era *era, const struct era *next)
{
    struct extent last = moment_extent(&era->when.to, era->when.calendar);
    double end = axis_era_interval(era).to, begin = axis_era_interval(next).from;

    return begin >= last.earliest ? fmin(begin, end) : end;
}

/* Along and across, what the window shows of an era's band; empty: nothing. */
static struct rect band_of(const struct timeline_canvas *canvas, int index)
{
    const struct timeline_layout *layout = canvas->layout;
    const struct exhibit *exhibit = canvas->scene->exhibit;
    const struct era *era = &exhibit->eras[index];
    struct axis_interval days = axis_era_interval(era);
    double end_day = index + 1 < exhibit->era_count ? end_before(era, era + 1) : days.to;
    int from = int_max(layout->from_px, timeline_canvas_day(canvas, days.from));
    int to = int_min(layout->to_px, timeline_canvas_day(canvas, end_day));

    return (struct rect){from, layout->band_px, int_max(0, to - from), layout->band_size_px};
}

static struct rect name_place(const struct timeline_canvas *canvas, int index)
{
    return timeline_layout_turned(canvas->layout, timeline_breaks_whole(canvas, band_of(canvas, index)));
}

/* ---- beside the band ---- */

/* Names that have no room in their band, in lines of this type from the top down, standing on their foot: a square of the era's colour
 * before each. */
struct era_key {
    const struct timeline_canvas *canvas;
    struct rect space;
    struct type type;
    int x, y; /* the pen */
    bool draws;
};

static int line_of(const struct era_key *key)
{
    return key->type.size_px * 3 / 2;
}

/* False where it has no room. */
static bool add_name(struct era_key *key, int index)
{
    const struct scene *scene = key->canvas->scene;
    const char *name = text_in(scene->exhibit->eras[index].title, scene->language);
    int side = key->type.size_px * 3 / 4, gap = side / 2, line = line_of(key), width = side + gap + label_width(scene, key->type, name);
    struct rect space = key->space;

    if (key->x > space.x && key->x + width > space.x + space.w) {
        key->x = space.x;
        key->y += line;
    }
    if (width > space.w || key->y + line > space.y + space.h)
        return false;
    if (key->draws) {
        int foot = key->y + line, cap = page_metrics(scene, key->type).cap_px;

        draw_fill(page_pen(scene), (struct rect){key->x, foot - cap, cap, cap}, timeline_eras_colour(scene->style, index));
        label_put(scene, &(struct label){key->type, scene->style->colours.ink, name, ALIGN_START},
                  (struct rect){key->x + side + gap, foot - cap, width - side - gap, cap});
    }
    key->x += width + key->type.size_px;
    return true;
}

/* Whether all of them have room. */
static bool add_names(struct era_key *key, const bool *nameless)
{
    bool all = true;

    key->x = key->space.x;
    for (int i = 0; i < key->canvas->scene->exhibit->era_count; i++)
        all = (!nameless[i] || add_name(key, i)) && all;
    return all;
}

static void put_key(const struct timeline_canvas *canvas, const bool *nameless, struct rect space)
{
    int text = canvas->layout->sizes.text_px;
    struct era_key key = {.canvas = canvas, .space = space, .type = {.face = FACE_TEXT, .size_px = text}};

    for (key.y = space.y; !add_names(&key, nameless) && key.type.size_px > smallest_px(canvas); key.y = space.y)
        key.type.size_px--;
    key.draws = true;
    key.y = int_max(space.y, space.y + space.h - (key.y - space.y + line_of(&key))); /* the last line stands at the foot */
    add_names(&key, nameless);
}

static void put_band(const struct timeline_canvas *canvas, int index, struct rect band)
{
    const struct style *style = canvas->scene->style;
    struct colour colour = timeline_eras_colour(style, index);

    timeline_canvas_fill(canvas, band, colour);
    if (colour_contrast(colour, style->colours.paper) < EDGE_CONTRAST)
        draw_frame(page_pen(canvas->scene), timeline_layout_turned(canvas->layout, band), int_max(2, style->rule_px / 2),
                   style->colours.ink);
}

void timeline_eras_put(const struct timeline_canvas *canvas, struct rect beside)
{
    const struct scene *scene = canvas->scene;
    const struct timeline_layout *layout = canvas->layout;
    bool *nameless = ARENA_ARRAY(scene->arena, bool, scene->exhibit->era_count);
    int count = scene->exhibit->era_count, line = count > 0 ? scene->style->rule_px : layout->band_size_px;

    timeline_canvas_fill(
        canvas, (struct rect){layout->from_px, layout->band_px + (layout->band_size_px - line) / 2, layout->to_px - layout->from_px, line},
        scene->style->colours.muted);
    for (int i = 0; i < count; i++) {
        struct rect band = band_of(canvas, i), place = name_place(canvas, i);

        if (rect_is_empty(band))
            continue;
        put_band(canvas, i, band);
        struct era_name name = name_of(canvas, i, place);

        put_name(canvas, &name, place);
        nameless[i] = !name.has_room;
    }
    put_key(canvas, nameless, beside);
}
