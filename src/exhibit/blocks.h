/* Charts and maps: blocks of a panel, drawn from the numbers and dates that curators wrote. */
#pragma once

#include "exhibit/land.h"

enum { MEMORIAL_LIGHTS_MAX = 2000 };

enum { CHART_VALUES_MAX = 24, CHART_MARKS_MAX = 2000, MAP_ITEMS_MAX = 24, MAP_STEPS_MAX = 16 };

/* Bars from zero, a line of years, or a field of marks each of which stands for `per`. */
enum chart_kind { CHART_BARS, CHART_LINE, CHART_MARKS };

/* before: words in front of the number ("about"). mark: emphasised. disputed: drawn hollow. */
struct chart_value {
    struct text label;
    double value;
    struct text before, note;
    bool mark, disputed;
    struct origin origin;
};

/* A day between two values: its line stands behind the value `after`, whose label is `at`. */
struct date_line {
    const char *at; /* NULL: there is none */
    struct text text;
    int after;
    struct origin origin;
};

/* voice: whose colour it has, in exhibit.voices; -1: nobody's. compare: its numbers were counted alike, so that one may be told to be more
 * than another. total: what the values add up to; 0 where nothing is claimed. A unit that begins with "%" makes percentages of the numbers.
 */
struct chart {
    enum chart_kind kind;
    int voice;
    struct text unit;
    struct chart_value *values; /* two or more */
    int value_count;
    double total, per;
    bool compare;
    struct date_line date_line;
    struct text note, source;
    struct origin origin;
};

/* An area of the map's land. Days, months or years; `from`: year 0 where it was always so; `to`: year 0 where it did not end. text: what is
 * said of it when it is touched; may be missing, as that of a point. value: 0 where it has none. */
struct map_country {
    const char *name;
    const struct land_area *area; /* never NULL in an exhibit that is loaded */
    struct date from, to;
    struct text label, text;
    double value;
    struct origin origin;
};

/* date: year 0 where it was always so, as for lines. */
struct map_point {
    struct place at;
    struct text label, text;
    double value;
    struct date date;
    struct origin origin;
};

struct map_line {
    struct place from, to;
    struct text label;
    struct date date;
    struct origin origin;
};

/* region: the name of its land, which is never NULL in an exhibit that is loaded. steps: the times that can be shown, in order: days,
 * months or years. unit: of values. compare: one is told to be more than another, or nearer. */
struct map {
    const char *region;
    const struct land *land;
    struct map_country *countries;
    int country_count;
    struct map_point *points;
    int point_count;
    struct map_line *lines;
    int line_count;
    struct date *steps;
    int step_count;
    struct text unit;
    bool compare;
    struct text note, source;
    struct origin origin;
};

/* What a map can tell of a country or a place, in the same words. at: of a place; NULL of a country. */
struct map_item {
    struct text label, text;
    struct date from, to;
    double value;
    const struct place *at;
};

/* How many there are, be they on the map in this year or not; and one of them: countries, then points, from 1 on. */
int map_items(const struct map *map);
struct map_item map_item(const struct map *map, int item);

/* The map's steps or, where it has none, the years in which something of it begins, in order; returns how many. Of a map that was not
 * checked that may be more than MAP_STEPS_MAX, and more than are written. */
int map_steps(const struct map *map, struct date steps[MAP_STEPS_MAX]);
/* Whether the date has come by the end of the step; a date of year 0 always has, a year or a month has once it begins. */
bool map_date_reached(struct date date, struct date step);

/* A number of people, each of them (or `per` of them) a light. names: one a light, as far as there are any. */
struct memorial {
    int number, per, lights;
    struct text words, note;
    const char *file; /* of the names; NULL: there are none */
    const char *const *names;
    int name_count;
    struct origin origin;
};
