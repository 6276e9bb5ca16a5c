/* Everything is fills and words; what lies outside the window is not drawn. */
#include "timeline/axis.h"

#include "page/label.h"
#include "page/passage.h"
#include "text/capitals.h"
#include "timeline/step.h"

#include <math.h>
#include <string.h>

static const double ERA_PAD = 1.2, TICK_ROOM = 1.7, MONTH_ROOM = 1.3, MINOR_LEAST = 0.4; /* times the type, or the words' width */
static const float ERA_TRACKING = 0.09F, ERA_LINE = 1.0F;
enum { ERA_LARGEST = 13, ERA_SMALLEST = 8 }; /* tenths of the labels' type */

/* A part along that is clear of everything else. */
struct span {
    int from, to;
};

static struct pen pen_of(const struct timeline_axis *axis)
{
    return page_pen(axis->scene);
}

int timeline_axis_along(const struct timeline_axis *axis, double day)
{
    return (int)lround(
        fmin(fmax(timeline_layout_along(axis->layout, axis->state->window, day), axis->layout->from_px - 1e6), axis->layout->to_px + 1e6));
}

/* The part of from..to that the window shows. */
static struct span shown(const struct timeline_axis *axis, double from, double to)
{
    return (struct span){int_max(axis->layout->from_px, timeline_axis_along(axis, from)),
                         int_min(axis->layout->to_px, timeline_axis_along(axis, to))};
}

/* ---- eras ---- */

static struct colour era_colour(const struct style *style, int era)
{
    const struct colour colours[] = {style->colours.muted, style->colours.voices, style->colours.ink, style->colours.record};

    return colours[era % (int)COUNTOF(colours)];
}

static struct colour on_colour(const struct style *style, struct colour ground)
{
    bool light = colour_contrast(style->colours.paper, ground) < colour_contrast(style->colours.ink, ground);

    return light ? style->colours.ink : style->colours.paper;
}

/* In as many lines as fit. */
static void put_wrapped_name(const struct timeline_axis *axis, int index, struct rect rect)
{
    const struct scene *scene = axis->scene;
    const char *name = text_in(scene->exhibit->eras[index].title, scene->language);
    struct rect inner = rect_inset(rect, axis->layout->pad_px * 3 / 4);

    for (int size = axis->layout->text_px * ERA_LARGEST / 10; size >= axis->layout->text_px * ERA_SMALLEST / 10; size--) {
        struct passage text = {
            .prose = paragraph_plain(scene->arena, name),
            .type = {FACE_HEADLINE, size, 0},
            .colour = on_colour(scene->style, era_colour(scene->style, index)),
            .line_height = ERA_LINE,
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

/* From the widest way to say it to the narrowest; what does not fit is not said. */
static void put_name(const struct timeline_axis *axis, int index, struct rect rect)
{
    const struct scene *scene = axis->scene;
    const struct era *era = &scene->exhibit->eras[index];
    const char *name = capitals_of(scene->arena, text_in(era->title, scene->language));
    const char *years = arena_printf(scene->arena, "%s %d\xE2\x80\x93%d", name, era->from.year, era->to.year);
    int size = axis->layout->text_px, tracking = (int)(ERA_TRACKING * (float)size);
    struct colour colour = on_colour(scene->style, era_colour(scene->style, index));
    const struct label ways[] = {
        {{FACE_BOLD, size * 11 / 10, tracking}, colour, years, ALIGN_CENTRE},
        {{FACE_BOLD, size * 11 / 10, tracking}, colour, name, ALIGN_CENTRE},
        {{FACE_HEADLINE, size * 3 / 2, 0}, colour, name, ALIGN_CENTRE},
    };

    for (size_t i = 0; i < COUNTOF(ways) && !axis->layout->portrait; i++) {
        if (label_width(scene, ways[i].type, ways[i].text) + (int)(ERA_PAD * size) > rect.w)
            continue;
        label_put(scene, &ways[i], rect);
        return;
    }
    put_wrapped_name(axis, index, rect);
}

void timeline_put_eras(const struct timeline_axis *axis)
{
    const struct scene *scene = axis->scene;
    const struct timeline_layout *layout = axis->layout;
    int line = scene->style->rule_px;
    struct rect base =
        timeline_rect(layout, layout->from_px, layout->band_px + (layout->band_size_px - line) / 2, layout->to_px - layout->from_px, line);

    draw_fill(pen_of(axis), base, scene->style->colours.muted);
    for (int i = 0; i < scene->exhibit->era_count; i++) {
        const struct era *era = &scene->exhibit->eras[i];
        struct span part = shown(axis, date_to_day(era->from), date_to_day(era->to) + (i + 1 == scene->exhibit->era_count));
        struct rect rect = timeline_rect(layout, part.from, layout->band_px, part.to - part.from, layout->band_size_px);

        if (part.to <= part.from)
            continue;
        draw_fill(pen_of(axis), rect, era_colour(scene->style, i));
        put_name(axis, i, rect);
    }
}

/* ---- ticks ---- */

/* From coarse to fine; the beginnings of each are among those of the next. */
static const struct timeline_step steps[] = {
    {TIMELINE_YEARS, 1000}, {TIMELINE_YEARS, 500}, {TIMELINE_YEARS, 100}, {TIMELINE_YEARS, 50}, {TIMELINE_YEARS, 10}, {TIMELINE_YEARS, 5},
    {TIMELINE_YEARS, 1},    {TIMELINE_MONTHS, 3},  {TIMELINE_MONTHS, 1},  {TIMELINE_DAYS, 5},   {TIMELINE_DAYS, 1},
};

struct ticks {
    struct timeline_step minor, labelled;
    struct type year, other;
};

static int widest_month(const struct timeline_axis *axis, struct type type)
{
    int widest = 0;

    for (int i = 0; i < 12; i++)
        widest = int_max(widest, label_width(axis->scene, type, page_words(axis->scene)->dates.months[i]));
    return widest;
}

/* Pixels that a labelled tick of this step needs to itself. */
static double room_of(const struct timeline_axis *axis, const struct ticks *ticks, struct timeline_step step)
{
    int day = label_width(axis->scene, ticks->other, "30");

    if (axis->layout->portrait)
        return ticks->year.size_px * TICK_ROOM;
    switch (step.unit) {
    case TIMELINE_DAYS: /* the name of the month stands among them */
        return step.count == 1 ? fmax(day * TICK_ROOM, widest_month(axis, ticks->other) / 2.0 + day)
                               : widest_month(axis, ticks->other) / 2.0 + day * TICK_ROOM;
    case TIMELINE_MONTHS:
        return widest_month(axis, ticks->other) * MONTH_ROOM;
    case TIMELINE_YEARS:
        break;
    }
    return label_width(axis->scene, ticks->year, "0000") * TICK_ROOM;
}

static struct ticks choose_ticks(const struct timeline_axis *axis)
{
    int size = axis->layout->tick_text_px;
    struct ticks ticks = {steps[0], steps[0], {FACE_HEADLINE, size, 0}, {FACE_HEADLINE, size * 3 / 4, 0}};
    double scale = timeline_layout_px_per_day(axis->layout, axis->state->window);
    int room = axis->layout->ticks_size_px - axis->layout->tick_px - axis->layout->text_px / 2;

    while (axis->layout->portrait && ticks.other.size_px > 8 && widest_month(axis, ticks.other) > room)
        ticks.other.size_px--;
    for (size_t i = 0; i < COUNTOF(steps); i++) {
        double px = timeline_step_days(steps[i]) * scale;

        if (px >= room_of(axis, &ticks, steps[i]))
            ticks.labelled = steps[i];
        if (px >= MINOR_LEAST * axis->layout->text_px)
            ticks.minor = steps[i];
    }
    return ticks;
}

static bool begins(struct timeline_step step, int day)
{
    return timeline_step_begin(step, day) == day;
}

static const char *tick_text(const struct timeline_axis *axis, const struct ticks *ticks, int day)
{
    struct date date = date_from_day(day);

    if (date.day == 1 && date.month == 1)
        return arena_printf(axis->scene->arena, "%d", date.year);
    if (ticks->labelled.unit == TIMELINE_DAYS && date.day > 1)
        return arena_printf(axis->scene->arena, "%d", date.day);
    return page_words(axis->scene)->dates.months[date.month - 1];
}

/* Under its tick, or to the left of it on a tall screen; on paper, so that stems pass behind it. Not at all where it would be cut. */
static void put_tick_text(const struct timeline_axis *axis, const struct ticks *ticks, int day, int at, int reach)
{
    const struct scene *scene = axis->scene;
    const struct timeline_layout *layout = axis->layout;
    bool year = begins((struct timeline_step){TIMELINE_YEARS, 1}, day);
    struct type type = year ? ticks->year : ticks->other;
    const char *text = tick_text(axis, ticks, day);
    int width = label_width(scene, type, text), gap = layout->text_px / 4;
    int cap = scene->measure->metrics(scene->measure->context, type).cap_px;
    int base = scene->measure->metrics(scene->measure->context, ticks->year).cap_px; /* all stand on one line */
    struct rect box = layout->portrait ? (struct rect){layout->band_px - reach - gap - width, at - cap / 2, width, cap}
                                       : (struct rect){at - width / 2, layout->ticks_px + reach + gap + base - cap, width, cap};
    int from = layout->portrait ? box.y : box.x, to = layout->portrait ? box.y + box.h : box.x + box.w;

    if (from < layout->from_px + gap || to > layout->to_px - gap)
        return;
    draw_fill(page_pen(scene), (struct rect){box.x - gap, box.y - gap, box.w + 2 * gap, box.h + 2 * gap}, scene->style->colours.paper);
    label_put(scene, &(struct label){type, scene->style->colours.ink, text, ALIGN_LEFT}, box);
}

void timeline_put_ticks(const struct timeline_axis *axis)
{
    const struct timeline_layout *layout = axis->layout;
    const struct style *style = axis->scene->style;
    struct ticks ticks = choose_ticks(axis);
    int last = (int)ceil(axis->state->window.start + axis->state->window.days), labelled_px = layout->tick_px;

    for (int pass = 0; pass < 2; pass++) { /* words hide what is behind them, but no tick */
        for (int day = timeline_step_begin(ticks.minor, (int)floor(axis->state->window.start)); day <= last;
             day = timeline_step_next(ticks.minor, day)) {
            int at = timeline_axis_along(axis, day), thick = int_max(1, layout->frame_px / 2), reach = labelled_px / 2;
            bool labelled = begins(ticks.labelled, day);

            if (at < layout->from_px || at >= layout->to_px)
                continue;
            if (labelled) {
                thick = layout->frame_px;
                reach = labelled_px;
            }
            if (pass == 1)
                draw_fill(
                    page_pen(axis->scene),
                    timeline_rect(layout, at - thick / 2, layout->portrait ? layout->band_px - reach : layout->ticks_px, thick, reach),
                    style->colours.ink);
            else if (labelled)
                put_tick_text(axis, &ticks, day, at, reach);
        }
    }
}

/* ---- the whole ---- */

struct overview {
    const struct timeline_axis *axis;
    struct timeline_interval limits;
    struct span whole;
};

static int overview_at(const struct overview *overview, double day)
{
    double share = (day - overview->limits.from) / (overview->limits.to - overview->limits.from);
    int length = overview->whole.to - overview->whole.from;

    return int_clamp(overview->whole.from + (int)lround(share * length), overview->whole.from, overview->whole.to);
}

/* Where the events are: thin cuts in the band. */
static void put_notches(const struct overview *overview, int across, int size)
{
    const struct scene *scene = overview->axis->scene;
    int last = INT32_MIN, thick = int_max(1, overview->axis->layout->frame_px / 2);

    for (int i = 0; i < scene->exhibit->event_count; i++) {
        int at = overview_at(overview, timeline_event_day(&scene->exhibit->events[i]));

        if ((int64_t)at - last < 3 * (int64_t)thick)
            continue;
        last = at;
        draw_fill(pen_of(overview->axis), timeline_rect(overview->axis->layout, at, across, thick, size), scene->style->colours.paper);
    }
}

void timeline_put_overview(const struct timeline_axis *axis)
{
    const struct scene *scene = axis->scene;
    const struct timeline_layout *layout = axis->layout;
    const struct style *style = scene->style;
    struct rect box = layout->overview;
    bool tall = layout->portrait;
    struct overview overview = {
        axis, timeline_labels_limits(axis->state->labels), {tall ? box.y : box.x, tall ? box.y + box.h : box.x + box.w}};
    int across = tall ? box.x : box.y, size = tall ? box.w : box.h, line = size / 2, top = across + (size - line) / 2;

    draw_fill(pen_of(axis),
              timeline_rect(layout, overview.whole.from, top + line / 2, overview.whole.to - overview.whole.from,
                            int_max(1, layout->frame_px / 2)),
              style->colours.muted);
    for (int i = 0; i < scene->exhibit->era_count; i++) {
        int from = overview_at(&overview, date_to_day(scene->exhibit->eras[i].from));
        int to = overview_at(&overview, date_to_day(scene->exhibit->eras[i].to) + 1);

        draw_fill(pen_of(axis), timeline_rect(layout, from, top, to - from, line), era_colour(style, i));
    }

    put_notches(&overview, top, line);

    int from = overview_at(&overview, axis->state->window.start),
        to = overview_at(&overview, axis->state->window.start + axis->state->window.days);
    int least = int_max(size, 4 * layout->frame_px), frame = layout->frame_px;

    if (to - from < least) {
        from = int_clamp((from + to - least) / 2, overview.whole.from, overview.whole.to - least);
        to = from + least;
    }
    draw_frame(pen_of(axis), timeline_rect(layout, from, across - frame, to - from, size + 2 * frame), frame, style->colours.argument);
}
