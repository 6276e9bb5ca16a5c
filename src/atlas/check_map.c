/* Names, the order of dates, and the places on the map's ground. */
#include "atlas/check_map.h"

#include "base/suggest.h"

/* As far as both are known. */
static bool is_before(struct date one, struct date other)
{
    return moment_is_before(&(struct moment){.date = one}, &(struct moment){.date = other}, CALENDAR_GREGORIAN);
}

static void report_area(struct report *report, const struct land *land, const struct map_country *country)
{
    const char *names[LAND_AREAS_MAX] = {NULL};

    if (!land->areas) {
        report_error(report, country->origin,
                     CODED("map-area-unknown") "country: the map %s has no areas; write points, or make the map with --areas", land->name);
        return;
    }
    for (int i = 0; i < land->area_count; i++)
        names[i] = land->areas[i].id;
    const char *suggested = suggest_name(country->name, names, land->area_count);

    if (suggested)
        report_error(report, country->origin, CODED("map-area-unknown") "country: \"%s\" is not on the map %s; did you mean \"%s\"?",
                     country->name, land->name, suggested);
    else
        report_error(report, country->origin,
                     CODED("map-area-unknown") "country: \"%s\" is not on the map %s; assets/maps/%s.yaml names its areas (%s, ...)",
                     country->name, land->name, land->name, names[0]);
}

static void check_countries(struct report *report, struct map *map)
{
    for (int i = 0; i < map->country_count; i++) {
        struct map_country *country = &map->countries[i];
        int area = land_area_named(map->land, country->name);

        country->area = area < 0 ? NULL : &map->land->areas[area];
        if (!country->area)
            report_area(report, map->land, country);
        for (int before = 0; country->area && before < i; before++)
            if (map->countries[before].area == country->area)
                report_error(report, country->origin, CODED("named-twice") "country: \"%s\" stands here twice; remove one of the two",
                             country->name);
        if (country->to.year != 0 && is_before(country->to, country->from))
            report_error(report, country->origin,
                         CODED("span-reversed") "to: \"%s\" ends before it begins; exchange from and to, or correct one", country->name);
    }
}

static void check_place(struct report *report, const struct land *land, struct place place, const struct origin *origin)
{
    struct place swapped = {place.longitude, place.latitude};

    if (land_has(land, place))
        return;
    report_error(report, *origin, CODED("map-place-outside") "%.10g, %.10g is not on the map of %s%s", place.latitude, place.longitude,
                 land->name,
                 land_has(land, swapped) ? "; write the latitude first, then the longitude"
                                         : "; write latitude, then longitude, south and west negative");
}

static void check_steps(struct report *report, const struct map *map)
{
    struct date steps[MAP_STEPS_MAX];

    for (int i = 1; i < map->step_count; i++)
        if (date_compare(map->steps[i], map->steps[i - 1]) <= 0) {
            report_error(report, map->origin,
                         CODED("map-steps") "steps: these years are out of order, or one stands here twice; write them from early to late");
            return;
        }
    if (map_steps(map, steps) > MAP_STEPS_MAX)
        report_error(
            report, map->origin,
            CODED("map-steps") "steps: something happens in more than %d years; choose the years to be shown, for example [1964, 1973]",
            MAP_STEPS_MAX);
}

bool check_map(struct report *report, struct map *map)
{
    int errors = report->errors;

    if (map->country_count + map->point_count + map->line_count == 0) {
        report_error(report, map->origin, CODED("map-empty") "map: there is nothing to show; add countries, points or lines");
        return false;
    }
    if (map->point_count > MAP_ITEMS_MAX || map->line_count > MAP_ITEMS_MAX) {
        report_error(report, map->origin,
                     CODED("map-crowded") "map: more points or lines than can be told apart; write %d points and %d lines at most",
                     MAP_ITEMS_MAX, MAP_ITEMS_MAX);
        return false;
    }
    check_countries(report, map);
    for (int i = 0; i < map->point_count; i++)
        check_place(report, map->land, map->points[i].at, &map->points[i].origin);
    for (int i = 0; i < map->line_count; i++) {
        check_place(report, map->land, map->lines[i].from, &map->lines[i].origin);
        check_place(report, map->land, map->lines[i].to, &map->lines[i].origin);
    }
    check_steps(report, map);
    return report->errors == errors;
}
