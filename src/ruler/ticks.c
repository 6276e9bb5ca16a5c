/* Years, months or days: the finest steps that have room are chosen for the ticks, and coarser ones for their words. */
#include "ruler/ticks.h"

#include "page/label.h"
#include "axis/step.h"

#include <math.h>

static const double WORD_ROOM = 1.7, MONTH_ROOM = 1.3; /* times the width of a tick's word */
static const double MINOR_LEAST = 0.4;                 /* between ticks, times the labels' type */
static const double EQUAL = 1e-7;                      /* days, far less than a minute */
enum { WORD_SMALLEST_PX = 8, MINUTES_OF_DAY = 24 * 60 };

/* From coarse to fine; each begins only where the next begins too. */
static const struct axis_step steps[] = {
    {AXIS_YEARS, 5000}, {AXIS_YEARS, 1000}, {AXIS_YEARS, 500},   {AXIS_YEARS, 100},   {AXIS_YEARS, 50},
    {AXIS_YEARS, 10},   {AXIS_YEARS, 5},    {AXIS_YEARS, 1},     {AXIS_MONTHS, 3},    {AXIS_MONTHS, 1},
    {AXIS_DAYS, 5},     {AXIS_DAYS, 1},     {AXIS_MINUTES, 720}, {AXIS_MINUTES, 360}, {AXIS_MINUTES, 180},
    {AXIS_MINUTES, 60}, {AXIS_MINUTES, 30}, {AXIS_MINUTES, 15},  {AXIS_MINUTES, 5},   {AXIS_MINUTES, 1},
};

/* Which ticks there are, which of them have a word, and the type of years and of other words. */
struct ticks {
    struct axis_step minor, labelled;
    struct type year, other;
    int words_end_px; /* along: where the last word put ends */
};

static int widest_month(const struct timeline_canvas *canvas, struct type type)
{
    int widest = 0;

    for (int i = 0; i < 12; i++)
        widest = int_max(widest, label_width(canvas->scene, type, page_words(canvas->scene)->dates.months_alone[i]));
    return widest;
}

static const char *year_text(const struct timeline_canvas *canvas, double day)
{
    struct date date = date_cut(date_from_day((int)floor(day)), PRECISION_YEAR);

    return date_text(canvas->scene->arena, &page_words(canvas->scene)->dates, date);
}

/* Those before Christ say so. */
static int widest_year(const struct timeline_canvas *canvas, struct type type)
{
    return int_max(
        label_width(canvas->scene, type, "0000"),
        label_width(canvas->scene, type, year_text(canvas, axis_scale_day(canvas->scene->exhibit, canvas->state->window.start))));
}

/* The largest type, up to this, in which a word is no wider than the room. */
static int shrunk(const struct timeline_canvas *canvas, struct type type, int widest(const struct timeline_canvas *, struct type), int room)
{
    while (type.size_px > WORD_SMALLEST_PX && widest(canvas, type) > room)
        type.size_px--;
    return type.size_px;
}

/* Pixels that a labelled tick of this step needs to itself. */
static double room_of(const struct timeline_canvas *canvas, const struct ticks *ticks, struct axis_step step)
{
    int day = label_width(canvas->scene, ticks->other, "30");

    if (canvas->layout->portrait)
        return ticks->year.size_px * WORD_ROOM;
    switch (step.unit) {
    case AXIS_MINUTES:
        return label_width(canvas->scene, ticks->other, "00:00") * WORD_ROOM;
    case AXIS_DAYS: /* the name of the month stands among them */
        return step.count == 1 ? fmax(day * WORD_ROOM, widest_month(canvas, ticks->other) / 2.0 + day)
                               : widest_month(canvas, ticks->other) / 2.0 + day * WORD_ROOM;
    case AXIS_MONTHS:
        return widest_month(canvas, ticks->other) * MONTH_ROOM;
    case AXIS_YEARS:
        break;
    }
    return widest_year(canvas, ticks->year) * WORD_ROOM;
}

static struct ticks choose_ticks(const struct timeline_canvas *canvas)
{
    int size = canvas->layout->sizes.tick_text_px;
    struct ticks ticks = {.minor = steps[0],
                          .labelled = steps[0],
                          .year = {.face = FACE_HEADLINE, .size_px = size},
                          .other = {.face = FACE_HEADLINE, .size_px = size * 3 / 4}};
    double scale = timeline_layout_px_per_day(canvas->layout, canvas->state->window);
    int room = canvas->layout->ticks_size_px - canvas->layout->sizes.tick_px - canvas->layout->sizes.text_px / 2;

    if (canvas->layout->portrait) {
        ticks.other.size_px = shrunk(canvas, ticks.other, widest_month, room);
        ticks.year.size_px = shrunk(canvas, ticks.year, widest_year, room);
    }
    for (size_t i = 0; i < COUNTOF(steps) && (steps[i].unit != AXIS_MINUTES || canvas->scene->exhibit->has_times); i++) {
        double px = axis_step_days(steps[i]) * scale;

        if (px >= room_of(canvas, &ticks, steps[i]))
            ticks.labelled = steps[i];
        if (px >= MINOR_LEAST * canvas->layout->sizes.text_px)
            ticks.minor = steps[i];
    }
    return ticks;
}

static bool begins(struct axis_step step, double day)
{
    return fabs(axis_step_begin(step, day) - day) < EQUAL;
}

/* A year, a month or a day at its beginning, else the time. */
static const char *tick_text(const struct timeline_canvas *canvas, const struct ticks *ticks, double day)
{
    int whole = (int)floor(day + EQUAL), minute = (int)lround((day - whole) * MINUTES_OF_DAY);
    struct date date = date_from_day(whole);
    const struct date_format *dates = &page_words(canvas->scene)->dates;

    if (minute > 0)
        return date_text_clock(canvas->scene->arena, dates, minute);
    if (date.day == 1 && date.month == 1)
        return year_text(canvas, whole);
    if (ticks->labelled.unit <= AXIS_DAYS && date.day > 1)
        return digits_text(canvas->scene->arena, dates->digits, date.day, 1);
    return dates->months_alone[date.month - 1];
}

/* Along: where it stands, how thick it is; across: how far it reaches. */
struct tick {
    double day;
    int at_px, thick_px, reach_px;
    bool labelled;
};

/* Under its tick, or to the left of it on a tall screen; on paper, so that stems pass behind it. Not at all where it would be cut,
 * or stand on the one before, as those of both sides of a break may. */
static void put_word(const struct timeline_canvas *canvas, struct ticks *ticks, const struct tick *tick)
{
    const struct scene *scene = canvas->scene;
    const struct timeline_layout *layout = canvas->layout;
    enum axis_unit large =
        ticks->labelled.unit == AXIS_MINUTES ? AXIS_DAYS : AXIS_YEARS; /* midnights stand out among hours, years among days */
    struct type type = begins((struct axis_step){large, 1}, tick->day) ? ticks->year : ticks->other;
    const char *text = tick_text(canvas, ticks, tick->day);
    int width = label_width(scene, type, text), gap = layout->sizes.text_px / 4;
    int cap = page_metrics(scene, type).cap_px;
    int base = page_metrics(scene, ticks->year).cap_px; /* all stand on one line */
    struct rect box = layout->portrait
                          ? (struct rect){layout->band_px - tick->reach_px - gap - width, tick->at_px - cap / 2, width, cap}
                          : (struct rect){tick->at_px - width / 2, layout->ticks_px + tick->reach_px + gap + base - cap, width, cap};
    struct rect turned = timeline_layout_turned(layout, box);

    if (turned.x < int_max(layout->from_px, ticks->words_end_px) + gap || turned.x + turned.w > layout->to_px - gap)
        return;
    ticks->words_end_px = turned.x + turned.w + gap;
    draw_fill(page_pen(scene), rect_inset(box, -gap), scene->style->colours.paper);
    label_put(scene, &(struct label){type, scene->style->colours.ink, text, ALIGN_START}, box);
}

static void put_tick(const struct timeline_canvas *canvas, const struct tick *tick)
{
    const struct timeline_layout *layout = canvas->layout;
    int across = layout->portrait ? layout->band_px - tick->reach_px : layout->ticks_px;

    timeline_canvas_fill(canvas, (struct rect){tick->at_px - tick->thick_px / 2, across, tick->thick_px, tick->reach_px},
                         canvas->scene->style->colours.ink);
}

static struct tick tick_of(const struct timeline_canvas *canvas, const struct ticks *ticks, double day)
{
    const struct timeline_sizes *sizes = &canvas->layout->sizes;
    struct tick tick = {.day = day, .at_px = timeline_canvas_day(canvas, day), .labelled = begins(ticks->labelled, day)};

    tick.thick_px = tick.labelled ? sizes->frame_px : int_max(1, sizes->frame_px / 2);
    tick.reach_px = tick.labelled ? sizes->tick_px : sizes->tick_px / 2;
    return tick;
}

/* In a break they would stand too close: the first behind it. */
static double out_of_break(const struct exhibit *exhibit, struct axis_step step, double day)
{
    for (int i = 0; i < exhibit->break_count; i++)
        if (day > exhibit->breaks[i].from && day < exhibit->breaks[i].to)
            return axis_step_next(step, exhibit->breaks[i].to);
    return day;
}

void timeline_ticks_put(const struct timeline_canvas *canvas)
{
    const struct timeline_layout *layout = canvas->layout;
    const struct exhibit *exhibit = canvas->scene->exhibit;
    struct axis_window window = canvas->state->window;
    struct ticks ticks = choose_ticks(canvas);
    struct axis_interval days = axis_scale_days(exhibit, (struct axis_interval){window.start, window.start + window.days});

    for (int words = 1; words >= 0; words--) { /* the paper under words hides stems, but no tick: words come first */
        double day = out_of_break(exhibit, ticks.minor, axis_step_begin(ticks.minor, days.from));

        while (day <= days.to) {
            struct tick tick = tick_of(canvas, &ticks, day);

            day = out_of_break(exhibit, ticks.minor, axis_step_next(ticks.minor, day));
            if (tick.at_px < layout->from_px || tick.at_px >= layout->to_px)
                continue;
            if (!words)
                put_tick(canvas, &tick);
            else if (tick.labelled)
                put_word(canvas, &ticks, &tick);
        }
    }
}
