/* In the overview nothing is ever outside: it stands between the bar's ends. */
#include "timeline/overview.h"

#include "page/icon.h"
#include "ruler/eras.h"

#include <math.h>

enum { TALLEST_EVENTS = 4 }; /* so many more than one make the tallest mark */

/* bar: along and across. */
struct overview {
    const struct timeline_canvas *canvas;
    const struct timeline_packed *packed;
    struct rect bar;
};

static int along_of(const struct overview *overview, double place)
{
    struct axis_limits limits = overview->packed->limits;
    double share = (place - limits.from) / (limits.to - limits.from);
    struct rect bar = overview->bar;

    return int_clamp(bar.x + (int)lround(share * bar.w), bar.x, bar.x + bar.w);
}

static void put_eras(const struct overview *overview, struct rect line)
{
    const struct scene *scene = overview->canvas->scene;

    for (int i = 0; i < scene->exhibit->era_count; i++) {
        const struct era *era = &scene->exhibit->eras[i];
        struct axis_interval places = axis_scale_places(scene->exhibit, axis_era_interval(era));
        int from = along_of(overview, places.from), to = along_of(overview, places.to);

        timeline_canvas_fill(overview->canvas, (struct rect){from, line.y, to - from, line.h}, timeline_eras_colour(scene->style, i));
    }
}

/* Whether an era is drawn there. */
static bool is_in_era(const struct overview *overview, int at)
{
    const struct exhibit *exhibit = overview->canvas->scene->exhibit;

    for (int i = 0; i < exhibit->era_count; i++) {
        struct axis_interval places = axis_scale_places(exhibit, axis_era_interval(&exhibit->eras[i]));

        if (at >= along_of(overview, places.from) && at < along_of(overview, places.to))
            return true;
    }
    return false;
}

/* What lasted is a bar as thick as the overview's line is thin, so that points stand out of it. */
static void put_spans(const struct overview *overview, struct rect line)
{
    const struct scene *scene = overview->canvas->scene;
    int thick = 2 * overview->canvas->layout->sizes.frame_px;

    for (int i = 0; i < overview->packed->count; i++) {
        struct axis_interval places = overview->packed->intervals[i];
        int from = along_of(overview, places.from), to = along_of(overview, places.to);

        if (places.to - places.from > overview->packed->limits.least && to - from >= thick)
            timeline_canvas_fill(overview->canvas, (struct rect){from, line.y + (line.h - thick) / 2, to - from, thick},
                                 scene->style->colours.muted);
    }
}

/* A thin cut through an era; where there is none a mark of ink, the taller the more events it stands for. */
static void put_mark(const struct overview *overview, struct rect line, int at, int count)
{
    const struct timeline_canvas *canvas = overview->canvas;
    const struct theme_colours *colours = &canvas->scene->style->colours;
    int frame = canvas->layout->sizes.frame_px, most = overview->bar.h - 2 * frame, thick = int_max(1, frame / 2);
    int height = line.h + (most - line.h) * int_min(count - 1, TALLEST_EVENTS) / TALLEST_EVENTS;
    bool in_era = is_in_era(overview, at);

    if (in_era)
        height = line.h;
    else
        thick = frame;
    timeline_canvas_fill(canvas, (struct rect){at, line.y + (line.h - height) / 2, thick, height}, in_era ? colours->paper : colours->ink);
}

/* As many as can be told apart. */
static void put_events(const struct overview *overview, struct rect line)
{
    const struct timeline_packed *packed = overview->packed;
    int apart = 3 * int_max(1, overview->canvas->layout->sizes.frame_px / 2);

    for (int i = 0, count; i < packed->count; i += count) {
        int at = along_of(overview, packed->labels[i].place);

        for (count = 1; i + count < packed->count; count++)
            if (along_of(overview, packed->labels[i + count].place) - at >= apart)
                break;
        put_mark(overview, line, at, count);
    }
}

/* A disc at the event that one came from. */
static void put_here(const struct overview *overview)
{
    const struct timeline_canvas *canvas = overview->canvas;
    int event = timeline_canvas_here(canvas), size = overview->bar.h;

    if (event < 0)
        return;
    struct rect turned = {along_of(overview, overview->packed->labels[event].place) - size / 2, overview->bar.y, size, size};
    struct rect disc = timeline_layout_turned(canvas->layout, turned);

    icon_put(canvas->scene, ICON_CIRCLE, disc, canvas->scene->style->colours.paper);
    icon_put(canvas->scene, ICON_CIRCLE, rect_inset(disc, size / 8), canvas->scene->style->colours.ink);
}

/* A frame, never so short that it could not be seen. */
static void put_window(const struct overview *overview)
{
    const struct timeline_canvas *canvas = overview->canvas;
    struct axis_window window = canvas->state->window;
    struct rect bar = overview->bar;
    int from = along_of(overview, window.start), to = along_of(overview, window.start + window.days);
    int frame = canvas->layout->sizes.frame_px, least = int_max(bar.h, 4 * frame);

    if (to - from < least) {
        from = int_clamp((from + to - least) / 2, bar.x, bar.x + bar.w - least);
        to = from + least;
    }
    draw_frame(page_pen(canvas->scene),
               timeline_layout_turned(canvas->layout, (struct rect){from, bar.y - frame, to - from, bar.h + 2 * frame}), frame,
               canvas->scene->style->colours.ink);
}

void timeline_overview_put(const struct timeline_canvas *canvas, const struct timeline_packed *packed)
{
    const struct timeline_layout *layout = canvas->layout;
    struct rect bar = timeline_layout_turned(layout, layout->overview);
    struct overview overview = {canvas, packed, bar};
    int size = bar.h / 2;
    struct rect line = {bar.x, bar.y + (bar.h - size) / 2, bar.w, size};

    timeline_canvas_fill(canvas, (struct rect){line.x, line.y + size / 2, line.w, int_max(1, layout->sizes.frame_px / 2)},
                         canvas->scene->style->colours.muted);
    put_spans(&overview, line);
    put_eras(&overview, line);
    put_events(&overview, line);
    put_here(&overview);
    put_window(&overview);
}

bool timeline_overview_contains(const struct scene *scene, struct point at)
{
    struct timeline_layout layout;

    timeline_layout_make(&layout, scene);
    struct rect bar = timeline_layout_turned(&layout, layout.overview);
    int more = int_max(0, layout.sizes.target_px - bar.h) / 2;

    return rect_contains(scene->style->page, at) && rect_contains(rect_inset(layout.overview, -more), at);
}

double timeline_overview_place(const struct scene *scene, struct axis_limits limits, struct point at)
{
    struct timeline_layout layout;

    timeline_layout_make(&layout, scene);
    struct rect bar = timeline_layout_turned(&layout, layout.overview);
    float share = (timeline_layout_turned_point(&layout, at).x - (float)bar.x) / (float)bar.w;

    return limits.from + (double)float_clamp(share, 0, 1) * (limits.to - limits.from);
}
