/* Texts on one line stand apart by a dot, as no comma is one in every script. */
#include "blocks/map_readout.h"

#include "blocks/map_figure.h"
#include "text/pattern.h"
#include "text/plural.h"

#include <math.h>
#include <string.h>

static const double NEAR_KM = 9.95; /* below, ways are told to a tenth */

static const char *joined(const struct map_readout *readout, const char *one, const char *other)
{
    return !one[0] ? other : !other[0] ? one : arena_printf(readout->scene->arena, "%s \u00b7 %s", one, other);
}

/* "11 September 1973 – 11 March 1990" */
static const char *when(const struct map_readout *readout, const struct map_item *item)
{
    const struct date_format *format = &page_words(readout->scene)->dates;
    struct arena *arena = readout->scene->arena;

    if (item->from.year == 0)
        return "";
    if (item->to.year == 0)
        return date_text(arena, format, item->from);
    return arena_printf(arena, "%s \u2013 %s", date_text(arena, format, item->from), date_text(arena, format, item->to));
}

static const char *unit_of(const struct map_readout *readout)
{
    return text_in(readout->map->unit, readout->scene->language);
}

static struct readout_numbers numbers_of(const struct map_readout *readout)
{
    struct readout_numbers numbers = {.percent = strncmp(unit_of(readout), "%", 1) == 0};

    for (int item = 1; item <= map_items(readout->map); item++)
        numbers.decimals = int_max(numbers.decimals, number_decimals(map_item(readout->map, item).value));
    return numbers;
}

static const char *years_text(const struct scene *scene, double years)
{
    const char *number = number_text(scene->arena, &page_words(scene)->numbers, years, 0);
    const char *form = plural_form(&page_words(scene)->years, page_language(scene), years);

    return pattern_filled(scene->arena, form, (const struct pattern_fill[]){{"{number}", number}, {0}});
}

static const char *number(const struct map_readout *readout, const struct map_figure *figure)
{
    if (figure->kind == MAP_FIGURE_VALUE)
        return readout_number(readout->scene, numbers_of(readout), figure->number);
    return figure->kind == MAP_FIGURE_YEARS ? years_text(readout->scene, figure->number) : "";
}

static const char *away(const struct scene *scene, double km, const char *name)
{
    const char *number =
        number_text(scene->arena, &page_words(scene)->numbers, km, km < NEAR_KM ? number_decimals(round(km * 10) / 10) : 0);

    return pattern_filled(scene->arena, page_words(scene)->away_from,
                          (const struct pattern_fill[]){{"{number}", number}, {"{name}", name}, {0}});
}

static const char *comparison(const struct map_readout *readout, const struct map_figure *figure)
{
    const struct scene *scene = readout->scene;
    const char *name = figure->other > 0 ? text_in(map_item(readout->map, figure->other).label, scene->language) : "";
    double distance = figure->number - figure->than;

    if (!name[0])
        return "";
    switch (figure->kind) {
    case MAP_FIGURE_NONE:
        break;
    case MAP_FIGURE_VALUE:
        return readout_against(scene, numbers_of(readout), (const double[]){figure->number, figure->than}, name);
    case MAP_FIGURE_YEARS:
        return readout_compared(scene, distance > 0 ? 1 : -1, years_text(scene, fabs(distance)), name);
    case MAP_FIGURE_ORDER:
        return pattern_filled(scene->arena, distance > 0 ? page_words(scene)->after : page_words(scene)->before,
                              (const struct pattern_fill[]){{"{name}", name}, {0}});
    case MAP_FIGURE_WAY:
        return away(scene, figure->number, name);
    }
    return "";
}

static struct readout told_of(const struct map_readout *readout, int index)
{
    struct map_item item = map_item(readout->map, index);
    struct map_figure figure = map_figure_of(readout->map, index);
    int language = readout->scene->language;
    const char *said = text_in(item.text, language);

    if (figure.kind == MAP_FIGURE_VALUE && !numbers_of(readout).percent)
        said = joined(readout, unit_of(readout), said);
    return (struct readout){
        .number = number(readout, &figure),
        .name = joined(readout, text_in(item.label, language), when(readout, &item)),
        .more = joined(readout, said, comparison(readout, &figure)),
    };
}

int map_readout_height(const struct map_readout *readout, int width_px)
{
    int most = map_items(readout->map) > 0 ? readout_height(readout->scene, &readout->types, NULL, width_px) : 0;

    for (int item = 1; item <= map_items(readout->map); item++) {
        struct readout told = told_of(readout, item);

        most = int_max(most, readout_height(readout->scene, &readout->types, &told, width_px));
    }
    return most;
}

void map_readout_put(const struct map_readout *readout, struct rect rect)
{
    int chosen = readout->scene->chosen;
    bool is_told = chosen > 0 && chosen <= map_items(readout->map);
    struct readout told = is_told ? told_of(readout, chosen) : (struct readout){0};

    if (map_items(readout->map) > 0)
        readout_put(readout->scene, &readout->types, is_told ? &told : NULL, rect);
}
