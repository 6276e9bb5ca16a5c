/* What no single key of a chart or map can tell: sums, counts, the order of dates, the places of a region. */
#include "load/check_blocks.h"

#include "base/suggest.h"
#include "exhibit/blocks.h"
#include "yaml/report.h"

#include <math.h>
#include <string.h>

static const double SUM_TOLERANCE = 0.1; /* percentages are rounded */

/* The part of the Earth that a region's map shows, in degrees. */
static const struct {
    double south, north, west, east;
} limits[REGION_COUNT] = {{-56.5, 13, -82, -34}};

static void check_sum(struct report *report, const struct chart *chart)
{
    double sum = 0;

    for (int i = 0; i < chart->value_count; i++)
        sum += chart->values[i].value;
    if (chart->total > 0 && fabs(sum - chart->total) > SUM_TOLERANCE)
        report_error(report, chart->origin,
                     "total: the values add up to %.10g, not to %.10g; correct a value, or the total, or leave the total out", sum,
                     chart->total);
}

static void check_marks(struct report *report, const struct chart *chart)
{
    double sum = 0;

    if (chart->kind != CHART_MARKS)
        return;
    if (chart->per <= 0) {
        report_error(report, chart->origin, "per: missing; write how many one mark stands for, for example 100");
        return;
    }
    for (int i = 0; i < chart->value_count; i++)
        sum += ceil(chart->values[i].value / chart->per);
    if (sum > CHART_MARKS_MAX)
        report_error(report, chart->origin,
                     "per: these values need %.10g marks, more than anybody can see; let one mark stand for more (%d marks at most)", sum,
                     CHART_MARKS_MAX);
}

static bool is_label(struct text label, const char *name)
{
    return label.in && strcmp(label.in[0], name) == 0;
}

/* Finds the value behind which the line stands, by its label in the default language. */
static void check_date_line(struct report *report, struct chart *chart)
{
    struct date_line *line = &chart->date_line;
    const char *labels[CHART_VALUES_MAX];

    if (!line->at)
        return;
    for (int i = 0; i < chart->value_count; i++) {
        labels[i] = text_in(chart->values[i].label, 0);
        line->after = i;
        if (is_label(chart->values[i].label, line->at) && i + 1 < chart->value_count)
            return;
    }
    const char *suggested = suggest_name(line->at, labels, chart->value_count);

    if (suggested && strcmp(suggested, line->at) != 0)
        report_error(report, line->origin, "at: there is no value \"%s\"; did you mean \"%s\"?", report_quote(line->at).text, suggested);
    else
        report_error(report, line->origin,
                     "at: \"%s\" is no label of a value, or the last one; write the label of the value before the line",
                     report_quote(line->at).text);
}

static void check_chart(struct report *report, struct chart *chart)
{
    if (chart->value_count < 2)
        report_error(report, chart->origin, "values: a chart compares; write two or more");
    else if (chart->value_count > CHART_VALUES_MAX)
        report_error(report, chart->origin, "values: %d are too many for one chart; write %d at most", chart->value_count,
                     CHART_VALUES_MAX);
    else {
        check_sum(report, chart);
        check_marks(report, chart);
        check_date_line(report, chart);
    }
}

/* As far as both are known. */
static bool is_before(struct date one, struct date other)
{
    return moment_is_before(&(struct moment){.date = one}, &(struct moment){.date = other}, CALENDAR_GREGORIAN);
}

static void check_countries(struct report *report, const struct map *map)
{
    bool seen[COUNTRY_COUNT] = {false};

    for (int i = 0; i < map->country_count; i++) {
        const struct map_country *country = &map->countries[i];
        const char *name = country_names[country->country];

        if (seen[country->country])
            report_error(report, country->origin, "country: \"%s\" stands here twice; remove one of the two", name);
        seen[country->country] = true;
        if (country->to.year != 0 && is_before(country->to, country->from))
            report_error(report, country->origin, "to: \"%s\" ends before it begins; exchange from and to, or correct one", name);
    }
}

static bool is_inside(enum region region, struct place place)
{
    return place.latitude >= limits[region].south && place.latitude <= limits[region].north && place.longitude >= limits[region].west &&
           place.longitude <= limits[region].east;
}

static void check_place(struct report *report, enum region region, struct place place, const struct origin *origin)
{
    struct place swapped = {place.longitude, place.latitude};

    if (is_inside(region, place))
        return;
    report_error(report, *origin, "%.10g, %.10g is not on the map of %s%s", place.latitude, place.longitude, region_names[region],
                 is_inside(region, swapped) ? "; write the latitude first, then the longitude"
                                            : "; write latitude, then longitude, south and west negative");
}

static void check_steps(struct report *report, const struct map *map)
{
    struct date steps[MAP_STEPS_MAX];

    for (int i = 1; i < map->step_count; i++)
        if (date_compare(map->steps[i], map->steps[i - 1]) <= 0) {
            report_error(report, map->origin, "steps: they must run from early to late, each once");
            return;
        }
    if (map_steps(map, steps) > MAP_STEPS_MAX)
        report_error(report, map->origin,
                     "steps: something happens in more than %d years; choose the years to be shown, for example [1964, 1973]",
                     MAP_STEPS_MAX);
}

static void check_map(struct report *report, const struct map *map)
{
    if (map->country_count + map->point_count + map->line_count == 0) {
        report_error(report, map->origin, "map: there is nothing to show; add countries, points or lines");
        return;
    }
    if (map->point_count > MAP_ITEMS_MAX || map->line_count > MAP_ITEMS_MAX) {
        report_error(report, map->origin, "map: too much to be read; write %d points and %d lines at most", MAP_ITEMS_MAX, MAP_ITEMS_MAX);
        return;
    }
    check_countries(report, map);
    for (int i = 0; i < map->point_count; i++)
        check_place(report, map->region, map->points[i].at, &map->points[i].origin);
    for (int i = 0; i < map->line_count; i++) {
        check_place(report, map->region, map->lines[i].from, &map->lines[i].origin);
        check_place(report, map->region, map->lines[i].to, &map->lines[i].origin);
    }
    check_steps(report, map);
}

void check_blocks(struct findings *findings, struct panel *panel)
{
    struct report report = {findings, panel->origin.file, 0};

    if (panel->chart)
        check_chart(&report, panel->chart);
    if (report.errors > 0)
        panel->chart = NULL;
    report.errors = 0;
    if (panel->map)
        check_map(&report, panel->map);
    if (report.errors > 0)
        panel->map = NULL;
}
