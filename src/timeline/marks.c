/* All marks have an outline of paper, so that they are seen on every era. */
#include "timeline/marks.h"

#include "page/icon.h"
#include "page/voice.h"
#include "ruler/ink.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

enum {
    SOFT_SLICES = 6,       /* a soft end fades in so many steps */
    SOFT_SLICES_MOST = 24, /* or, where it is long, in up to so many, */
    SLICE_PX = 10,         /* each so long */
    OUTLINE_PX = 2,
    POINT_LEAST_PX = 6,
};

int timeline_marks_stem_px(const struct timeline_layout *layout, const struct event *event)
{
    return timeline_ink_is_loud(event) ? 2 * layout->sizes.frame_px : layout->sizes.frame_px;
}

/* Along, pixels: `at` is where its stem stands. A bar reaches from `from` to `to`; up to `sure_from` and from `sure_to` on it fades, for
 * there it may not have begun, or have ended already. */
struct mark {
    const struct event *event;
    int from, sure_from, sure_to, to, at;
    bool bar;
};

static int point_size(const struct timeline_layout *layout)
{
    return int_max(POINT_LEAST_PX, layout->sizes.text_px * 5 / 8);
}

/* Across: the middle of an event's mark. */
static int edge_of(const struct timeline_canvas *canvas, const struct event *event)
{
    return canvas->layout->edge_px[canvas->layout->side_of[event->lane]];
}

/* Who says so; NULL: nobody is named. */
static const struct voice *speaker_of(const struct timeline_canvas *canvas, const struct event *event)
{
    const struct exhibit *exhibit = canvas->scene->exhibit;

    return event->voice >= 0 && event->voice < exhibit->voice_count ? &exhibit->voices[event->voice] : NULL;
}

static struct colour colour_of(const struct timeline_canvas *canvas, const struct event *event)
{
    const struct style *style = canvas->scene->style;
    const struct voice *speaker = speaker_of(canvas, event);

    return speaker ? voice_colour(&style->colours, speaker) : timeline_ink_of_event(style, event).colour;
}

/* As far as the window shows it. turned: along and across. */
static void put_part(const struct timeline_canvas *canvas, struct rect turned, struct colour colour)
{
    int from = canvas->layout->from_px, to = canvas->layout->to_px;

    timeline_canvas_fill(canvas, rect_common(turned, (struct rect){from, turned.y, to - from, turned.h}), colour);
}

/* Where a bar fades, and across: from `from`, where it is hardly seen, to `to`, which may lie before it. */
struct soft_end {
    int from, to, across, size;
};

static void put_fade(const struct timeline_canvas *canvas, const struct soft_end *soft, struct colour colour)
{
    int length = soft->to - soft->from, slices = int_clamp(abs(length) / SLICE_PX, SOFT_SLICES, SOFT_SLICES_MOST);

    for (int i = 0; i < slices && length != 0; i++) {
        int one = soft->from + (int)((int64_t)length * i / slices), other = soft->from + (int)((int64_t)length * (i + 1) / slices);

        colour.a = (uint8_t)(255 * (i + 1) / (slices + 1));
        put_part(canvas, (struct rect){int_min(one, other), soft->across, abs(other - one), soft->size}, colour);
    }
}

/* `more` larger than the mark on all sides. */
static void put_bar(const struct timeline_canvas *canvas, const struct mark *mark, int more, struct colour colour)
{
    int size = point_size(canvas->layout) * 2 / 3 + 2 * more, across = edge_of(canvas, mark->event) - size / 2;
    int begin = mark->from - more, end = mark->to + more;
    int sure_from = mark->sure_from > mark->from ? mark->sure_from : begin, sure_to = mark->sure_to < mark->to ? mark->sure_to : end;

    put_part(canvas, (struct rect){sure_from, across, sure_to - sure_from, size}, colour);
    put_fade(canvas, &(struct soft_end){begin, sure_from, across, size}, colour);
    put_fade(canvas, &(struct soft_end){end, sure_to, across, size}, colour);
}

/* A disc, or the shape of who says so; a hollow one where labels are framed, but in the first lane. */
static void put_point(const struct timeline_canvas *canvas, const struct mark *mark)
{
    const struct scene *scene = canvas->scene;
    const struct event *event = mark->event;
    int size = point_size(canvas->layout) * (event->importance == 1 ? 4 : 3) / 3;
    int at = mark->at + timeline_marks_stem_px(canvas->layout, event) / 2, edge = edge_of(canvas, event);
    struct timeline_ink ink = timeline_ink_of_event(scene->style, event);
    struct rect disc = timeline_layout_turned(canvas->layout, (struct rect){at - size / 2, edge - size / 2, size, size});

    if (speaker_of(canvas, event)) {
        voice_mark_put(scene, speaker_of(canvas, event), disc, OUTLINE_PX);
        return;
    }
    icon_put(scene, ICON_CIRCLE, rect_inset(disc, -OUTLINE_PX), scene->style->colours.paper);
    icon_put(scene, ICON_CIRCLE, disc, ink.colour);
    if (event->lane > 0 && !ink.filled)
        icon_put(scene, ICON_CIRCLE, rect_inset(disc, size / 4), scene->style->colours.paper);
}

/* Whether an end is known as exactly as the axis can show. */
static bool is_exact(const struct timeline_canvas *canvas, const struct moment *end)
{
    enum precision precision = moment_precision(end);

    return end->surety == DATE_SURE &&
           (precision == PRECISION_MINUTE || (precision == PRECISION_DAY && !canvas->scene->exhibit->has_times));
}

/* An event that may have been at any time within its bar is surest in the middle; one that lasted, between its ends. A bar that would be
 * shorter than a point grows to be seen as one. */
static void make_bar(const struct timeline_canvas *canvas, struct mark *mark)
{
    const struct dating *when = &mark->event->when;
    struct extent first = moment_extent(&when->from, when->calendar), last = moment_extent(dating_last(when), when->calendar);
    int lack = int_max(0, point_size(canvas->layout) * 3 / 2 - (mark->to - mark->from));
    bool lasted = when->to.date.year != 0;

    mark->from -= lack / 2;
    mark->to += lack - lack / 2;
    mark->sure_from = lasted ? timeline_canvas_day(canvas, first.latest) : mark->from + (mark->to - mark->from) / 3;
    mark->sure_to = lasted ? timeline_canvas_day(canvas, last.earliest) : mark->to - (mark->to - mark->from) / 3;
    if (is_exact(canvas, &when->from))
        mark->sure_from = mark->from;
    if (is_exact(canvas, dating_last(when)))
        mark->sure_to = mark->to;
    mark->sure_from = int_clamp(mark->sure_from, mark->from, mark->to);
    mark->sure_to = int_clamp(mark->sure_to, mark->from, mark->to);
    if (mark->sure_from > mark->sure_to)
        mark->sure_from = mark->sure_to = (mark->sure_from + mark->sure_to) / 2;
}

/* Where an event is: all of it, and where its stem stands; places on the axis. */
struct mark_places {
    struct axis_interval all;
    double stem;
};

/* False when the window does not show it. */
static bool mark_of(const struct timeline_canvas *canvas, const struct event *event, const struct mark_places *at, struct mark *mark)
{
    struct axis_window window = canvas->state->window;

    if (at->all.to + window.days < window.start || at->all.from > window.start + 2 * window.days)
        return false;
    *mark = (struct mark){.event = event,
                          .from = timeline_canvas_along(canvas, at->all.from),
                          .to = timeline_canvas_along(canvas, at->all.to),
                          .at = timeline_canvas_along(canvas, at->stem)};
    if (is_exact(canvas, &event->when.from) &&
        (event->when.to.date.year == 0 || mark->to - mark->from <= point_size(canvas->layout) * 3 / 2))
        return mark->at >= canvas->layout->from_px && mark->at < canvas->layout->to_px;
    mark->bar = true;
    make_bar(canvas, mark);
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
            struct mark_places at_axis = {axis_event_places(exhibit, i), axis_event_place(exhibit, i)};
            struct mark mark;

            if (exhibit->events[i].importance != importance || !mark_of(canvas, &exhibit->events[i], &at_axis, &mark))
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
        put_bar(canvas, &marks[i], 0, colour_of(canvas, marks[i].event));
    }
}

/* Those of one importance. Of points that would hide one another only the first is drawn. */
static void put_points(const struct timeline_canvas *canvas, const struct mark *marks, int count, int importance)
{
    int last[LANE_SIDES] = {INT32_MIN, INT32_MIN}, apart = int_max(1, point_size(canvas->layout) / 4);

    for (int i = 0; i < count; i++) {
        enum lane_side side = canvas->layout->side_of[marks[i].event->lane];

        if (marks[i].bar || marks[i].event->importance != importance || (int64_t)marks[i].at - last[side] < apart)
            continue;
        put_point(canvas, &marks[i]);
        last[side] = marks[i].at;
    }
}

void timeline_marks_put(const struct timeline_canvas *canvas, const struct timeline_packed *packed)
{
    const struct exhibit *exhibit = canvas->scene->exhibit;
    struct mark *marks = ARENA_ARRAY(canvas->scene->arena, struct mark, exhibit->event_count);
    int count = 0;

    for (int i = 0; i < exhibit->event_count; i++)
        count += mark_of(canvas, &exhibit->events[i], &(struct mark_places){packed->intervals[i], packed->labels[i].place}, &marks[count]);
    put_bars(canvas, marks, count);
    for (int importance = 3; importance >= 1; importance--)
        put_points(canvas, marks, count, importance);
}
