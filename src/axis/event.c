/* Events lie in the exhibit by date, so neighbours in time are neighbours in the array. */
#include "axis/event.h"

#include "axis/step.h"

#include <math.h>

static const char DOT[] = " \xC2\xB7 ";

/* ---- one event ---- */

static struct date last_date(const struct event *event)
{
    return event->to.year ? event->to : event->date;
}

static struct axis_step step_of(enum precision precision)
{
    static const struct axis_step steps[] = {
        [PRECISION_DAY] = {AXIS_DAYS, 1}, [PRECISION_MONTH] = {AXIS_MONTHS, 1}, [PRECISION_YEAR] = {AXIS_YEARS, 1}};

    return steps[precision];
}

struct axis_interval axis_event_interval(const struct event *event)
{
    struct axis_step step = step_of(event->precision);

    return (struct axis_interval){axis_step_begin(step, date_to_day(event->date)), axis_step_next(step, date_to_day(last_date(event)))};
}

double axis_event_day(const struct event *event)
{
    struct axis_step step = step_of(event->precision);
    int from = axis_step_begin(step, date_to_day(event->date));

    return event->precision == PRECISION_DAY ? from : (from + axis_step_next(step, from)) / 2.0;
}

const char *axis_event_text(struct arena *arena, const struct words *words, const struct event *event)
{
    const char *text = date_text_interval(arena, &words->dates, (struct date_interval){event->date, last_date(event)}, event->precision);

    if (event->second_date.year == 0)
        return text;
    return arena_printf(arena, "%s%s%s", text, DOT, date_text(arena, &words->dates, event->second_date, event->precision));
}

/* ---- all events ---- */

static void include(struct axis_interval *range, struct axis_interval more)
{
    if (range->from == range->to)
        *range = more;
    range->from = int_min(range->from, more.from);
    range->to = int_max(range->to, more.to);
}

struct axis_interval axis_event_range(const struct exhibit *exhibit)
{
    struct axis_interval range = {0, 0};

    for (int i = 0; i < exhibit->era_count; i++)
        include(&range, (struct axis_interval){date_to_day(exhibit->eras[i].from), date_to_day(exhibit->eras[i].to) + 1});
    for (int i = 0; i < exhibit->event_count; i++)
        include(&range, axis_event_interval(&exhibit->events[i]));
    if (range.from == range.to)
        range.to = axis_step_next((struct axis_step){AXIS_YEARS, 1}, range.from);
    int lack = int_max(0, AXIS_RANGE_LEAST - (range.to - range.from));

    return (struct axis_interval){range.from - lack / 2, range.to + lack - lack / 2};
}

/* ---- neighbours ---- */

/* Of one lane, or of all for LANE_COUNT; -1 where there is none. */
static int nearest_event(const struct exhibit *exhibit, enum lane lane, double day)
{
    int best = -1;
    double least = INFINITY;

    for (int i = 0; i < exhibit->event_count; i++) {
        double far = fabs(axis_event_day(&exhibit->events[i]) - day);

        if ((lane == LANE_COUNT || exhibit->events[i].lane == lane) && far < least) {
            least = far;
            best = i;
        }
    }
    return best;
}

int axis_event_next(const struct exhibit *exhibit, int event, int by, double day)
{
    int next = event + by;

    if (event < 0)
        return nearest_event(exhibit, LANE_COUNT, day);
    return next >= 0 && next < exhibit->event_count ? next : event;
}

int axis_event_across(const struct exhibit *exhibit, int event, int by)
{
    double day = axis_event_day(&exhibit->events[event]);

    for (int lane = (int)exhibit->events[event].lane + by; lane >= 0 && lane < LANE_COUNT; lane += by) {
        int nearest = nearest_event(exhibit, (enum lane)lane, day);

        if (nearest >= 0)
            return nearest;
    }
    return event;
}

bool axis_event_is_listed(const struct exhibit *exhibit, int event, int first)
{
    return fabs(axis_event_day(&exhibit->events[event]) - axis_event_day(&exhibit->events[first])) < 1;
}

bool axis_event_heads_list(const struct exhibit *exhibit, int event)
{
    return event + 1 < exhibit->event_count && axis_event_is_listed(exhibit, event + 1, event) &&
           (event == 0 || !axis_event_is_listed(exhibit, event - 1, event));
}
