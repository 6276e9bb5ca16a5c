#include "hours/hours.h"

enum { DAY_MIN = 24 * 60, DAYS_AHEAD = 366, WEEK = 7, THURSDAY = 3 };

static const struct open_span ALL_DAY = {0, DAY_MIN};

/* Monday is 0. 1 January 1970 was a Thursday. */
static int weekday_of(int day)
{
    return ((day + THURSDAY) % WEEK + WEEK) % WEEK;
}

static bool is_dated(const struct opening_rule *rule)
{
    return rule->dates.from.date.year != 0;
}

static bool names_day(const struct opening_rule *rule, int day)
{
    if (!is_dated(rule))
        return rule->weekdays >> weekday_of(day) & 1;
    struct extent extent = dating_extent(&rule->dates);

    return day >= extent.earliest && day < extent.latest;
}

int hours_openings(const struct hours *hours, int day, const struct open_span **openings)
{
    bool weekly = false, found = false, dated = false;
    int count = 0;

    *openings = &ALL_DAY;
    for (int i = 0; i < hours->rule_count; i++) {
        const struct opening_rule *rule = &hours->rules[i];

        weekly = weekly || !is_dated(rule);
        if (!names_day(rule, day) || dated)
            continue;
        found = true;
        dated = is_dated(rule);
        *openings = rule->openings;
        count = rule->opening_count;
    }
    return found ? count : weekly ? 0 : 1;
}

int hours_day(int64_t wall_min)
{
    return (int)(wall_min >= 0 ? wall_min / DAY_MIN : -((DAY_MIN - 1 - wall_min) / DAY_MIN));
}

int64_t hours_day_begins(int day)
{
    return (int64_t)day * DAY_MIN;
}

/* The day before may reach into this one. */
bool hours_open(const struct hours *hours, int64_t wall_min)
{
    int today = hours_day(wall_min);

    for (int day = today - 1; day <= today; day++) {
        const struct open_span *openings;
        int count = hours_openings(hours, day, &openings);
        int64_t minute = wall_min - hours_day_begins(day);

        for (int i = 0; i < count; i++)
            if (minute >= openings[i].from && minute < openings[i].to)
                return true;
    }
    return false;
}

/* The first change after that time of those that a day's openings begin and end with, if it is before `first`. */
static int64_t change_of_day(const struct hours *hours, int day, int64_t wall_min, int64_t first)
{
    bool open = hours_open(hours, wall_min);
    const struct open_span *openings;
    int count = hours_openings(hours, day, &openings);

    for (int i = 0; i < 2 * count; i++) {
        int64_t at = hours_day_begins(day) + (i % 2 ? openings[i / 2].to : openings[i / 2].from);

        if (at > wall_min && at < first && hours_open(hours, at) != open)
            first = at;
    }
    return first;
}

int64_t hours_change(const struct hours *hours, int64_t wall_min)
{
    int today = hours_day(wall_min);
    int64_t first = INT64_MAX;

    /* What ends tomorrow may have begun today, so that a day has the last word over what begins on the next. */
    for (int day = today - 1; day <= today + DAYS_AHEAD && first > hours_day_begins(day); day++)
        first = change_of_day(hours, day, wall_min, first);
    return first;
}
