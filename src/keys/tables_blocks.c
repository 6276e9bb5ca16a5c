/* The keys of charts and maps. */
#include "keys/tables.h"

#include "exhibit/blocks.h"
#include "keys/rows.h"

static const char *const chart_kinds[] = {"bars", "line", "marks", NULL};

static const struct schema_row value_rows[] = {
    {"label", VALUE_TEXT, AT(chart_value, label), .need = NEED_REQUIRED, .plain = true, .help = "what the number is of"},
    {"value", VALUE_NUMBER, AT(chart_value, value), .need = NEED_REQUIRED, .max = 1e9, .help = "the number"},
    {"before", VALUE_TEXT, AT(chart_value, before), .help = "a word in front of the number: about"},
    {"note", VALUE_TEXT, AT(chart_value, note), .help = "what must be known of this number"},
    {"mark", VALUE_BOOLEAN, AT(chart_value, mark), .help = "true: emphasised"},
    {"disputed", VALUE_BOOLEAN, AT(chart_value, disputed), .help = "true: drawn hollow, for a number that is in doubt"},
};
static const struct schema value_table = {"value", sizeof(struct chart_value), offsetof(struct chart_value, origin), ROWS(value_rows)};

static const struct schema_row date_line_rows[] = {
    {"at", VALUE_STRING, AT(date_line, at), .need = NEED_REQUIRED, .help = "the label of the value behind which the line stands"},
    {"text", VALUE_TEXT, AT(date_line, text), .need = NEED_REQUIRED, .help = "the day"},
};
static const struct schema date_line_table = {"date line", sizeof(struct date_line), offsetof(struct date_line, origin),
                                              ROWS(date_line_rows)};

static const struct schema_row chart_rows[] = {
    {"kind", VALUE_CHOICE, AT(chart, kind), .need = NEED_REQUIRED, .choices = chart_kinds, .help = "bars, line or marks"},
    {"unit", VALUE_TEXT, AT(chart, unit), .plain = true, .help = "what is counted; \"%\" for percentages"},
    {"values", VALUE_RECORDS, LIST_AT(chart, values, value_count), .need = NEED_REQUIRED, .table = &value_table,
     .help = "the numbers, from two to 24"},
    {"total", VALUE_NUMBER, AT(chart, total), .max = 1e9, .help = "what the numbers add up to, where they are parts of a whole"},
    {"per", VALUE_NUMBER, AT(chart, per), .max = 1e9, .help = "how many one mark stands for"},
    {"compare", VALUE_BOOLEAN, AT(chart, compare), .preset = "yes",
     .help = "false: the numbers were not counted alike, so none is told to be more or less than another"},
    {"voice", VALUE_INDEX, AT(chart, voice), .refers = REFERENCE_VOICE,
     .help = "whose colour it has, one of `voices:` of config/exhibit.yaml"},
    {"date_line", VALUE_MAP, AT(chart, date_line), .table = &date_line_table, .help = "a day between two of the values"},
    {"note", VALUE_TEXT, AT(chart, note), .help = "what must be known of the numbers"},
    {"source", VALUE_TEXT, AT(chart, source), .plain = true, .help = "where the numbers are from"},
};
const struct schema schema_chart = {"chart", sizeof(struct chart), offsetof(struct chart, origin), ROWS(chart_rows)};

#define PLACE_ROW(name, type, field, meaning)                                                                                              \
    name, VALUE_PLACE, AT(type, field), .need = NEED_REQUIRED, .min = -180, .max = 180, .help = meaning

static const struct schema_row country_rows[] = {
    {"country", VALUE_NAME, AT(map_country, name), .need = NEED_REQUIRED, .help = "which one: an id of the map's areas"},
    {"from", VALUE_DATE, AT(map_country, from), .need = NEED_REQUIRED, .help = "the day, month or year from which it is filled"},
    {"to", VALUE_DATE, AT(map_country, to), .help = "the day, month or year until which it is"},
    {"label", VALUE_TEXT, AT(map_country, label), .help = "its name"},
    {"text", VALUE_TEXT, AT(map_country, text), .help = "a line that is shown when it is touched"},
    {"value", VALUE_NUMBER, AT(map_country, value), .max = 1e9, .help = "its number, which is told when it is touched; 0: it has none"},
};
static const struct schema country_table = {"country", sizeof(struct map_country), offsetof(struct map_country, origin),
                                            ROWS(country_rows)};

static const struct schema_row point_rows[] = {
    {PLACE_ROW("at", map_point, at, "latitude and longitude in degrees")},
    {"label", VALUE_TEXT, AT(map_point, label), .need = NEED_REQUIRED, .plain = true, .help = "its name"},
    {"date", VALUE_DATE, AT(map_point, date), .help = "the day, month or year from which it is shown"},
    {"text", VALUE_TEXT, AT(map_point, text), .help = "a line that is shown when it is touched"},
    {"value", VALUE_NUMBER, AT(map_point, value), .max = 1e9, .help = "its number, which is told when it is touched; 0: it has none"},
};
static const struct schema point_table = {"point", sizeof(struct map_point), offsetof(struct map_point, origin), ROWS(point_rows)};

static const struct schema_row line_rows[] = {
    {PLACE_ROW("from", map_line, from, "latitude and longitude of one end, in degrees")},
    {PLACE_ROW("to", map_line, to, "of the other")},
    {"label", VALUE_TEXT, AT(map_line, label), .plain = true, .help = "what it says"},
    {"date", VALUE_DATE, AT(map_line, date), .help = "the day, month or year from which it is shown"},
};
static const struct schema line_table = {"line", sizeof(struct map_line), offsetof(struct map_line, origin), ROWS(line_rows)};

static const struct schema_row map_rows[] = {
    {"region", VALUE_NAME, AT(map, region), .need = NEED_REQUIRED, .help = "a map of assets/maps: south-america"},
    {"countries", VALUE_RECORDS, LIST_AT(map, countries, country_count), .table = &country_table, .help = "those that are filled"},
    {"points", VALUE_RECORDS, LIST_AT(map, points, point_count), .table = &point_table, .help = "places"},
    {"lines", VALUE_RECORDS, LIST_AT(map, lines, line_count), .table = &line_table, .help = "from one place to another"},
    {"steps", VALUE_DATES, LIST_AT(map, steps, step_count), .max = MAP_STEPS_MAX,
     .help = "years, months or days to choose from; without them, all years in which something happens"},
    {"unit", VALUE_TEXT, AT(map, unit), .plain = true, .help = "what the values count; \"%\" for percentages"},
    {"compare", VALUE_BOOLEAN, AT(map, compare), .preset = "yes",
     .help = "false: none is told to be more or less than another, earlier or nearer"},
    {"note", VALUE_TEXT, AT(map, note), .help = "what must be known of the map"},
    {"source", VALUE_TEXT, AT(map, source), .plain = true, .help = "where it is from"},
};
const struct schema schema_map = {"map", sizeof(struct map), offsetof(struct map, origin), ROWS(map_rows)};

static const char *const sides[] = {"nearer", "left", "right", NULL};
static const char *const tints[] = {"paper", "ink", "deep", "strong", "light", NULL};

static const struct schema_row area_rows[] = {
    {"id", VALUE_NAME, AT(land_area, id), .need = NEED_REQUIRED, .help = "its name for panels, and its picture's"},
    {PLACE_ROW("at", land_area, at, "latitude and longitude in degrees, where its label's line leads")},
    {"side", VALUE_CHOICE, AT(land_area, side), .choices = sides, .help = "of the map, where its label stands: left or right"},
    {"shape", VALUE_OUTLINE, AT(land_area, shape), .need = NEED_REQUIRED, .help = "its outline, for fingers"},
};
static const struct schema area_table = {"area", sizeof(struct land_area), offsetof(struct land_area, origin), ROWS(area_rows)};

static const struct schema_row layer_rows[] = {
    {"id", VALUE_NAME, AT(land_layer, id), .need = NEED_REQUIRED, .help = "its picture's name"},
    {"colour", VALUE_TINT, AT(land_layer, colour), .preset = "ink", .choices = tints,
     .help = "paper, ink, deep, strong or light of the theme, or \"#RRGGBB\""},
};
static const struct schema layer_table = {"layer", sizeof(struct land_layer), offsetof(struct land_layer, origin), ROWS(layer_rows)};

static const struct schema_row land_rows[] = {
    {"source", VALUE_STRING, AT(land, source), .help = "where its lines are from"},
    {PLACE_ROW("middle", land, middle, "latitude and longitude in the middle of its projection")},
    {"units", VALUE_NUMBER, AT(land, units), .need = NEED_REQUIRED, .min = 1, .max = 1e9, .help = "of a radius of the Earth"},
    {"box", VALUE_BOX, AT(land, box), .need = NEED_REQUIRED, .help = "what is drawn of it: left, top, width and height in units"},
    {"areas", VALUE_RECORDS, LIST_AT(land, areas, area_count), .max = LAND_AREAS_MAX, .table = &area_table,
     .help = "countries, districts, ..."},
    {"layers", VALUE_RECORDS, LIST_AT(land, layers, layer_count), .max = LAND_LAYERS_MAX, .table = &layer_table,
     .help = "pictures over all of it"},
};
const struct schema schema_land = {"map", sizeof(struct land), 0, ROWS(land_rows)};

static const struct schema_row memorial_rows[] = {
    {"number", VALUE_INTEGER, AT(memorial, number), .need = NEED_REQUIRED, .min = 1, .max = 1e9, .help = "how many people"},
    {"words", VALUE_TEXT, AT(memorial, words), .need = NEED_REQUIRED, .help = "who they are, beneath the number"},
    {"per", VALUE_INTEGER, AT(memorial, per), .preset = "1", .min = 1, .max = 1e6,
     .help = "how many people one light stands for; say so in note"},
    {"note", VALUE_TEXT, AT(memorial, note), .help = "what must be known of the number"},
    {"names", VALUE_STRING, AT(memorial, file), .min = 1, .max = 1,
     .help = "a table of their names, in the exhibit's folder: config/names.csv"},
};
const struct schema schema_memorial = {"memorial", sizeof(struct memorial), offsetof(struct memorial, origin), ROWS(memorial_rows)};
