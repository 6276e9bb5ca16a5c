/* All marks have an outline of paper, so that they are seen on every era. */
#include "timeline/marks.h"

#include "page/icon.h"

#include <math.h>
#include <stdint.h>

enum {
    SOFT_SLICES = 6, /* a soft end fades in so many steps */
    OUTLINE_PX = 2,
    POINT_LEAST_PX = 6,
    DAYS_OF_YEAR = 366,
};

struct colour timeline_marks_colour(const struct style *style, const struct event *event)
{
    if (event->lane != LANE_CHILE)
        return style->colours.record;
    return event->importance == 1 ? style->colours.argument : style->colours.ink;
}

int timeline_marks_stem_px(const struct timeline_layout *layout, const struct event *event)
{
    return event->lane == LANE_CHILE && event->importance == 1 ? 2 * layout->sizes.frame_px : layout->sizes.frame_px;
}

/* Along, pixels: `at` is where its stem stands; a bar reaches from `from` to `to`. */
struct mark {
    const struct event *event;
    int from, to, at;
    bool bar;
};

static int point_size(const struct timeline_layout *layout)
{
    return int_max(POINT_LEAST_PX, layout->sizes.text_px * 5 / 8);
}

/* Across: the middle of an event's mark. */
static int edge_of(const struct timeline_canvas *canvas, const struct event *event)
{
    return canvas->layout->edge_px[timeline_layout_side(canvas->layout, event->lane)];
}

/* As far as the window shows it. turned: along and across. */
static void put_part(const struct timeline_canvas *canvas, struct rect turned, struct colour colour)
{
    int from = canvas->layout->from_px, to = canvas->layout->to_px;

    timeline_canvas_fill(canvas, rect_common(turned, (struct rect){from, turned.y, to - from, turned.h}), colour);
}

/* `more` larger than the mark on all sides. Ends that fade say: somewhere here. */
static void put_bar(const struct timeline_canvas *canvas, const struct mark *mark, int more, struct colour colour)
{
    int size = point_size(canvas->layout) * 2 / 3 + 2 * more, across = edge_of(canvas, mark->event) - size / 2;
    int begin = mark->from - more, end = mark->to + more;
    int fade = moment_precision(&mark->event->when.from) == PRECISION_YEAR ? int_max(SOFT_SLICES, (end - begin) / 3) : 0;

    put_part(canvas, (struct rect){begin + fade, across, end - begin - 2 * fade, size}, colour);
    for (int i = 0; i < SOFT_SLICES && fade > 0; i++) {
        int from = fade * i / SOFT_SLICES, length = fade * (i + 1) / SOFT_SLICES - from;

        colour.a = (uint8_t)(255 * (i + 1) / (SOFT_SLICES + 1));
        put_part(canvas, (struct rect){begin + from, across, length, size}, colour);
        put_part(canvas, (struct rect){end - from - length, across, length, size}, colour);
    }
}

/* A disc; those of the wider world are hollow. */
static void put_point(const struct timeline_canvas *canvas, const struct mark *mark)
{
    const struct scene *scene = canvas->scene;
    const struct event *event = mark->event;
    int size = point_size(canvas->layout) * (event->importance == 1 ? 4 : 3) / 3;
    int at = mark->at + timeline_marks_stem_px(canvas->layout, event) / 2, edge = edge_of(canvas, event);
    struct rect disc = timeline_layout_turned(canvas->layout, (struct rect){at - size / 2, edge - size / 2, size, size});
    struct rect outline = {disc.x - OUTLINE_PX, disc.y - OUTLINE_PX, size + 2 * OUTLINE_PX, size + 2 * OUTLINE_PX};

    icon_put(scene, ICON_CIRCLE, outline, scene->style->colours.paper);
    icon_put(scene, ICON_CIRCLE, disc, timeline_marks_colour(scene->style, event));
    if (event->lane == LANE_WORLD)
        icon_put(scene, ICON_CIRCLE, rect_inset(disc, size / 4), scene->style->colours.paper);
}

/* False when the window does not show it. A bar that would be shorter than a point grows to be seen as one. */
static bool mark_of(const struct timeline_canvas *canvas, const struct event *event, struct mark *mark)
{
    int least = point_size(canvas->layout) * 3 / 2;
    struct axis_window window = canvas->state->window;

    struct axis_interval days = axis_event_interval(event);

    if (days.to + DAYS_OF_YEAR < window.start || days.from - DAYS_OF_YEAR > window.start + window.days)
        return false;

    *mark = (struct mark){event, timeline_canvas_along(canvas, days.from), timeline_canvas_along(canvas, days.to),
                          timeline_canvas_along(canvas, axis_event_day(event)), true};
    if (moment_precision(&event->when.from) <= PRECISION_DAY && (event->when.to.date.year == 0 || mark->to - mark->from <= least)) {
        mark->bar = false;
        return mark->at >= canvas->layout->from_px && mark->at < canvas->layout->to_px;
    }
    int lack = int_max(0, least - (mark->to - mark->from));

    mark->from -= lack / 2;
    mark->to += lack - lack / 2;
    return mark->to > canvas->layout->from_px && mark->from < canvas->layout->to_px;
}

int timeline_marks_find(const struct timeline_canvas *canvas, struct point at)
{
    const struct exhibit *exhibit = canvas->scene->exhibit;
    struct point turned = timeline_layout_turned_point(canvas->layout, at);
    float nearest = (float)canvas->layout->sizes.target_px / 2;
    int best = -1;

    for (int importance = 1; importance <= 3; importance++) {
        for (int i = 0; i < exhibit->event_count; i++) {
            struct mark mark;

            if (exhibit->events[i].importance != importance || !mark_of(canvas, &exhibit->events[i], &mark))
                continue;
            float from = (float)(mark.bar ? mark.from : mark.at), to = (float)(mark.bar ? mark.to : mark.at);
            float far = hypotf(turned.x - float_clamp(turned.x, from, to), turned.y - (float)edge_of(canvas, mark.event));

            if (far >= nearest)
                continue;
            nearest = far;
            best = i;
        }
    }
    return best;
}

/* Below all points. */
static void put_bars(const struct timeline_canvas *canvas, const struct mark *marks, int count)
{
    for (int i = 0; i < count; i++) {
        if (!marks[i].bar)
            continue;
        put_bar(canvas, &marks[i], OUTLINE_PX, canvas->scene->style->colours.paper);
        put_bar(canvas, &marks[i], 0, timeline_marks_colour(canvas->scene->style, marks[i].event));
    }
}

/* Those of one importance. Of points that would hide one another only the first is drawn. */
static void put_points(const struct timeline_canvas *canvas, const struct mark *marks, int count, int importance)
{
    int last[TIMELINE_SIDES] = {INT32_MIN, INT32_MIN}, apart = int_max(1, point_size(canvas->layout) / 4);

    for (int i = 0; i < count; i++) {
        enum timeline_side side = timeline_layout_side(canvas->layout, marks[i].event->lane);

        if (marks[i].bar || marks[i].event->importance != importance || (int64_t)marks[i].at - last[side] < apart)
            continue;
        put_point(canvas, &marks[i]);
        last[side] = marks[i].at;
    }
}

void timeline_marks_put(const struct timeline_canvas *canvas)
{
    const struct exhibit *exhibit = canvas->scene->exhibit;
    struct mark *marks = ARENA_ARRAY(canvas->scene->arena, struct mark, exhibit->event_count);
    int count = 0;

    for (int i = 0; i < exhibit->event_count; i++)
        count += mark_of(canvas, &exhibit->events[i], &marks[count]);
    put_bars(canvas, marks, count);
    for (int importance = 3; importance >= 1; importance--)
        put_points(canvas, marks, count, importance);
}
