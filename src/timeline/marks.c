/* Points are discs on rings of paper, bars stand on paper too, so that both are seen on every band. */
#include "timeline/marks.h"

#include "page/icon.h"

#include <math.h>
#include <stdint.h>

enum { SOFT_SLICES = 6, RING = 2, DAYS_OF_YEAR = 366 };

struct colour timeline_colour(const struct style *style, const struct event *event)
{
    if (event->lane != LANE_CHILE)
        return style->colours.record;
    return event->importance == 1 ? style->colours.argument : style->colours.ink;
}

int timeline_stem_size(const struct timeline_layout *layout, const struct event *event)
{
    return event->lane == LANE_CHILE && event->importance == 1 ? 2 * layout->frame_px : layout->frame_px;
}

/* Along, pixels; `at`: of its stem. */
struct mark {
    const struct event *event;
    int from, to, at;
    bool bar;
};

static int point_size(const struct timeline_layout *layout)
{
    return int_max(6, layout->text_px * 5 / 8);
}

static int side_of(const struct event *event)
{
    return event->lane == LANE_CHILE ? TIMELINE_CHILE : TIMELINE_OTHERS;
}

/* The part of from..to that the window shows. */
static void put_part(const struct timeline_axis *axis, struct rect bar, struct colour colour)
{
    const struct timeline_layout *layout = axis->layout;
    struct rect window = timeline_rect(layout, layout->from_px, layout->band_px - layout->band_size_px, layout->to_px - layout->from_px,
                                       3 * layout->band_size_px);

    draw_fill(page_pen(axis->scene), rect_common(bar, window), colour);
}

/* Around the band's edge, `more` larger than the mark on all sides. Ends that fade say: somewhere here. */
static void put_bar(const struct timeline_axis *axis, const struct mark *mark, int more, struct colour colour)
{
    const struct timeline_layout *layout = axis->layout;
    int size = point_size(layout) * 2 / 3 + 2 * more, across = layout->edge_px[side_of(mark->event)] - size / 2;
    int begin = mark->from - more, end = mark->to + more;
    int fade = mark->event->precision == PRECISION_YEAR ? int_max(SOFT_SLICES, (end - begin) / 3) : 0;

    put_part(axis, timeline_rect(layout, begin + fade, across, end - begin - 2 * fade, size), colour);
    for (int i = 0; i < SOFT_SLICES && fade > 0; i++) {
        int from = fade * i / SOFT_SLICES, length = fade * (i + 1) / SOFT_SLICES - from;

        colour.a = (uint8_t)(255 * (i + 1) / (SOFT_SLICES + 1));
        put_part(axis, timeline_rect(layout, begin + from, across, length, size), colour);
        put_part(axis, timeline_rect(layout, end - from - length, across, length, size), colour);
    }
}

/* A disc on a ring of paper, so that it is seen on every band. The world's are hollow. */
static void put_point(const struct timeline_axis *axis, const struct mark *mark)
{
    const struct scene *scene = axis->scene;
    const struct event *event = mark->event;
    int size = point_size(axis->layout) * (event->importance == 1 ? 4 : 3) / 3;
    int at = mark->at + timeline_stem_size(axis->layout, event) / 2, edge = axis->layout->edge_px[side_of(event)];
    struct rect disc = timeline_rect(axis->layout, at - size / 2, edge - size / 2, size, size);

    icon_put(scene, ICON_CIRCLE, (struct rect){disc.x - RING, disc.y - RING, size + 2 * RING, size + 2 * RING},
             scene->style->colours.paper);
    icon_put(scene, ICON_CIRCLE, disc, timeline_colour(scene->style, event));
    if (event->lane == LANE_WORLD)
        icon_put(scene, ICON_CIRCLE, rect_inset(disc, size / 4), scene->style->colours.paper);
}

/* False when the window does not show it. A bar that would be shorter than a point grows to be seen as one. */
static bool mark_of(const struct timeline_axis *axis, const struct event *event, struct mark *mark)
{
    int least = point_size(axis->layout) * 3 / 2, first = date_to_day(event->date);
    int last = event->to.year ? date_to_day(event->to) : first;
    struct timeline_window window = axis->state->window;

    if (last + DAYS_OF_YEAR < window.start || first - DAYS_OF_YEAR > window.start + window.days)
        return false;
    struct timeline_interval days = timeline_event_interval(event);

    *mark = (struct mark){event, timeline_axis_along(axis, days.from), timeline_axis_along(axis, days.to),
                          timeline_axis_along(axis, timeline_event_day(event)), true};
    if (event->precision == PRECISION_DAY && (event->to.year == 0 || mark->to - mark->from <= least)) {
        mark->bar = false;
        return mark->at >= axis->layout->from_px && mark->at < axis->layout->to_px;
    }
    int lack = int_max(0, least - (mark->to - mark->from));

    mark->from -= lack / 2;
    mark->to += lack - lack / 2;
    return mark->to > axis->layout->from_px && mark->from < axis->layout->to_px;
}

int timeline_mark_at(const struct timeline_axis *axis, struct point at)
{
    const struct exhibit *exhibit = axis->scene->exhibit;
    const struct timeline_layout *layout = axis->layout;
    float along = layout->portrait ? at.y : at.x, across = layout->portrait ? at.x : at.y, nearest = (float)layout->target_px / 2;
    int best = -1;

    for (int importance = 1; importance <= 3; importance++) {
        for (int i = 0; i < exhibit->event_count; i++) {
            struct mark mark;

            if (exhibit->events[i].importance != importance || !mark_of(axis, &exhibit->events[i], &mark))
                continue;
            float from = (float)(mark.bar ? mark.from : mark.at), to = (float)(mark.bar ? mark.to : mark.at);
            float far = hypotf(along - float_clamp(along, from, to), across - (float)layout->edge_px[side_of(mark.event)]);

            if (far >= nearest)
                continue;
            nearest = far;
            best = i;
        }
    }
    return best;
}

static void put_mark(const struct timeline_axis *axis, const struct mark *mark)
{
    if (!mark->bar) {
        put_point(axis, mark);
        return;
    }
    put_bar(axis, mark, RING, axis->scene->style->colours.paper);
    put_bar(axis, mark, 0, timeline_colour(axis->scene->style, mark->event));
}

/* Bars below points, the most important on top. Points that would hide one another are drawn once. */
void timeline_put_marks(const struct timeline_axis *axis)
{
    const struct exhibit *exhibit = axis->scene->exhibit;
    struct mark *marks = ARENA_ARRAY(axis->scene->arena, struct mark, exhibit->event_count);
    int count = 0, apart = int_max(1, point_size(axis->layout) / 4);

    for (int i = 0; i < exhibit->event_count; i++)
        count += mark_of(axis, &exhibit->events[i], &marks[count]);
    for (int importance = 4; importance >= 1; importance--) { /* 4: the bars of all */
        int last[TIMELINE_SIDES] = {INT32_MIN, INT32_MIN};

        for (int i = 0; i < count; i++) {
            int side = side_of(marks[i].event);

            if (importance != (marks[i].bar ? 4 : marks[i].event->importance))
                continue;
            if (!marks[i].bar && (int64_t)marks[i].at - last[side] < apart)
                continue;
            put_mark(axis, &marks[i]);
            if (!marks[i].bar)
                last[side] = marks[i].at;
        }
    }
}
