/* On a wide screen all stands in the strip above the band; on a tall one the words stand in the columns beside it, the arrows in it. */
#include "timeline/quiet.h"

#include "axis/view.h"
#include "page/icon.h"
#include "page/label.h"
#include "ruler/dates.h"

#include <math.h>

static const double QUIET_LEAST = 0.6; /* of the window: a shorter stretch without events is not told of */

enum { SIDE = LANE_ABOVE };
static const char DOT[] = " \xC2\xB7 ";

/* What stands in it, along. from, to: what is free for it. */
struct quiet_place {
    const struct timeline_canvas *canvas;
    const struct axis_quiet *quiet;
    struct label words;
    int from, to, words_px;
    bool before, after; /* whether an arrow leads there */
};

/* Something stands from one place to another. */
static void keep_clear(struct quiet_place *place, int from, int to)
{
    int gap = place->canvas->layout->sizes.gap_px;

    if (to <= place->from || from >= place->to)
        return;
    if (from - place->from < place->to - to)
        place->from = int_min(place->to, to + gap);
    else
        place->to = int_max(place->from, from - gap);
}

static void find_place(struct quiet_place *place, const struct timeline_choice *choice)
{
    const struct timeline_canvas *canvas = place->canvas;
    const struct timeline_layout *layout = canvas->layout;
    const struct timeline_cluster_list *clusters = &choice->clusters[SIDE];

    place->from = int_max(layout->cluster_from_px[SIDE], timeline_canvas_along(canvas, place->quiet->places.from) + layout->sizes.pad_px);
    place->to = int_min(layout->label_to_px, timeline_canvas_along(canvas, place->quiet->places.to) - layout->sizes.pad_px);
    for (int i = 0; i < clusters->count; i++)
        keep_clear(place, (int)clusters->clusters[i].along_px, (int)clusters->clusters[i].along_px + layout->sizes.cluster_px + 1);
    for (int i = 0; i < choice->label_count && layout->portrait; i++) {
        struct rect turned = timeline_layout_turned(layout, choice->labels[i].rect);

        if (turned.y >= layout->strip_px[SIDE])
            keep_clear(place, int_min(turned.x, choice->labels[i].stem_px), turned.x + turned.w);
    }
}

static bool is_shown(const struct timeline_canvas *canvas, int event)
{
    double along = timeline_layout_along(canvas->layout, canvas->state->window, axis_event_place(canvas->scene->exhibit, event));

    return along >= canvas->layout->label_from_px && along < canvas->layout->label_to_px;
}

static void put_arrow(const struct quiet_place *place, enum icon icon, int event, int along)
{
    const struct timeline_layout *layout = place->canvas->layout;
    const struct scene *scene = place->canvas->scene;
    int size = layout->sizes.target_px;
    struct rect box = timeline_layout_turned(layout, (struct rect){along, layout->strip_px[SIDE], size, layout->strip_size_px});

    icon_put(scene, icon, rect_inset(box, size / 4), scene->style->colours.ink);
    page_target(scene, box, ACTION_STAND, event);
}

/* The words' length along, between the arrows. */
static int words_length(const struct quiet_place *place)
{
    const struct timeline_layout *layout = place->canvas->layout;

    return layout->portrait ? layout->sizes.text_px * 2 : place->words_px + 2 * layout->sizes.pad_px;
}

static void put_words(const struct quiet_place *place, int along)
{
    const struct timeline_layout *layout = place->canvas->layout;
    int length = words_length(place);

    if (layout->portrait) {
        int x = layout->columns_px;

        label_put(place->canvas->scene, &place->words, (struct rect){x, along, layout->overview.x - x, length});
        return;
    }
    label_put(place->canvas->scene, &place->words,
              (struct rect){along + layout->sizes.pad_px, layout->strip_px[SIDE], place->words_px, layout->strip_size_px});
}

static void put_all(struct quiet_place *place)
{
    const struct timeline_layout *layout = place->canvas->layout;
    bool tall = layout->portrait;
    int arrow = layout->sizes.target_px, words = words_length(place), most = place->to - place->from;
    int across = tall ? layout->overview.x - layout->columns_px : place->words_px;
    bool has_words = words <= most && place->words_px <= across;

    if (!has_words)
        words = layout->sizes.gap_px;
    if (words + (place->before + place->after) * arrow > most)
        place->before = place->after = false;
    int along = place->from + (most - words - (place->before + place->after) * arrow) / 2;

    if (place->before)
        put_arrow(place, tall ? ICON_UP : ICON_PREVIOUS, place->quiet->before, along);
    along += place->before ? arrow : 0;
    if (has_words)
        put_words(place, along);
    if (place->after)
        put_arrow(place, tall ? ICON_DOWN : ICON_NEXT, place->quiet->after, along + words);
}

void timeline_quiet_put(const struct timeline_canvas *canvas, const struct timeline_packed *packed, const struct timeline_choice *choice)
{
    const struct scene *scene = canvas->scene;
    struct axis_quiet quiet;

    if (axis_view_quiet(packed->intervals, packed->count, canvas->state->window, &quiet) < QUIET_LEAST)
        return;
    const char *text = arena_printf(scene->arena, "%s%s%s", page_words(scene)->nothing_here, DOT,
                                    timeline_dates_text(scene, axis_scale_days(scene->exhibit, quiet.places)));
    struct type type = {.face = FACE_TEXT, .size_px = canvas->layout->sizes.text_px};
    struct quiet_place place = {
        .canvas = canvas,
        .quiet = &quiet,
        .words = {type, scene->style->colours.muted, text, ALIGN_START},
        .words_px = label_width(scene, type, text),
        .before = !is_shown(canvas, quiet.before),
        .after = !is_shown(canvas, quiet.after),
    };

    find_place(&place, choice);
    put_all(&place);
}
