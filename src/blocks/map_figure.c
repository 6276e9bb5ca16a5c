/* What is only known to the month or the year is held against others as far as it is certain, and no farther. */
#include "blocks/map_figure.h"

#include <math.h>

static const double YEAR_DAYS = 365.2425, EARTH_KM = 6371;

/* The whole years nearest to what lies between two dates, counted in the units of the one that is known less well; 0 where one is missing.
 */
static double years_between(struct date from, struct date to)
{
    enum precision coarser = date_precision(from) > date_precision(to) ? date_precision(from) : date_precision(to);

    if (from.year == 0 || to.year == 0)
        return 0;
    return fmax(0, round((date_to_day(date_cut(to, coarser)) - date_to_day(date_cut(from, coarser))) / YEAR_DAYS));
}

static int last_day(struct date date)
{
    struct date month = {date.year, date.month > 0 ? date.month : 12, 1};

    if (date.day > 0)
        return date_to_day(date);
    return date_to_day(month) + date_days_of_month(CALENDAR_GREGORIAN, month) - 1;
}

static bool is_before(struct date one, struct date other)
{
    return one.year != 0 && other.year != 0 && last_day(one) < date_to_day(other);
}

static double way_between(const struct place *one, const struct place *other)
{
    const double degree = acos(-1.0) / 180;
    double across = sin((other->longitude - one->longitude) * degree / 2), up = sin((other->latitude - one->latitude) * degree / 2);

    return 2 * EARTH_KM * asin(sqrt(fmin(1, up * up + cos(one->latitude * degree) * cos(other->latitude * degree) * across * across)));
}

/* The item's number of this kind; 0 where it has none. */
static double number_of(const struct map *map, int item, enum map_figure_kind kind)
{
    struct map_item of = map_item(map, item);

    return kind == MAP_FIGURE_VALUE ? of.value : years_between(of.from, of.to);
}

/* Of all that have such a number the next greater one, else the next smaller. Years that are rounded are not said to be equal. */
static struct map_figure next_in_size(const struct map *map, int item, enum map_figure_kind kind)
{
    struct map_figure figure = {.kind = kind, .number = number_of(map, item, kind)};

    for (int i = 1; map->compare && i <= map_items(map); i++) {
        double number = number_of(map, i, kind);
        bool greater = kind == MAP_FIGURE_VALUE ? number >= figure.number : number > figure.number;
        bool had_greater = figure.other > 0 && figure.than >= figure.number;

        if (i == item || number <= 0 || (!greater && (had_greater || number == figure.number)))
            continue;
        if (figure.other == 0 || (greater && !had_greater) || (greater ? number < figure.than : number > figure.than)) {
            figure.other = i;
            figure.than = number;
        }
    }
    return figure;
}

/* Of those that came before it for certain the last, else the first of those behind it. */
static struct map_figure next_in_time(const struct map *map, int item)
{
    struct date date = map_item(map, item).from, found[2] = {{0}};
    int others[2] = {0};

    for (int i = 1; i <= map->country_count; i++) {
        struct date other = map_item(map, i).from;

        if (is_before(other, date) && (others[0] == 0 || date_compare(other, found[0]) >= 0)) {
            others[0] = i;
            found[0] = other;
        }
        if (is_before(date, other) && (others[1] == 0 || date_compare(other, found[1]) < 0)) {
            others[1] = i;
            found[1] = other;
        }
    }
    if (others[0] == 0 && others[1] == 0)
        return (struct map_figure){0};
    return (struct map_figure){MAP_FIGURE_ORDER, 0, others[0] > 0 ? -1 : 1, others[0] > 0 ? others[0] : others[1]};
}

static struct map_figure next_in_space(const struct map *map, int item)
{
    struct map_figure figure = {0};

    for (int i = map->country_count + 1; i <= map_items(map); i++) {
        double way = way_between(map_item(map, item).at, map_item(map, i).at);

        if (i != item && (figure.other == 0 || way < figure.number))
            figure = (struct map_figure){MAP_FIGURE_WAY, way, 0, i};
    }
    return figure;
}

struct map_figure map_figure_of(const struct map *map, int item)
{
    if (number_of(map, item, MAP_FIGURE_VALUE) > 0)
        return next_in_size(map, item, MAP_FIGURE_VALUE);
    if (number_of(map, item, MAP_FIGURE_YEARS) > 0)
        return next_in_size(map, item, MAP_FIGURE_YEARS);
    if (!map->compare)
        return (struct map_figure){0};
    return map_item(map, item).at ? next_in_space(map, item) : next_in_time(map, item);
}
