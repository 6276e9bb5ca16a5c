/* The times that a map shows, and what it tells of. */
#include "exhibit/blocks.h"

#include <string.h>

/* Years of dates, each once; counts on beyond the room there is. */
struct year_list {
    struct date *list;
    int count;
};

static void add_year(struct year_list *years, struct date date)
{
    int at = 0;

    while (at < years->count && at < MAP_STEPS_MAX && years->list[at].year < date.year)
        at++;
    if (date.year == 0 || (at < years->count && at < MAP_STEPS_MAX && years->list[at].year == date.year))
        return;
    if (years->count < MAP_STEPS_MAX) {
        memmove(&years->list[at + 1], &years->list[at], sizeof(*years->list) * (size_t)(years->count - at));
        years->list[at] = (struct date){.year = date.year};
    }
    years->count++;
}

int map_steps(const struct map *map, struct date steps[MAP_STEPS_MAX])
{
    struct year_list years = {steps, 0};

    if (map->step_count > 0) {
        memcpy(steps, map->steps, sizeof(*steps) * (size_t)map->step_count);
        return map->step_count;
    }
    for (int i = 0; i < map->country_count; i++)
        add_year(&years, map->countries[i].from);
    for (int i = 0; i < map->point_count; i++)
        add_year(&years, map->points[i].date);
    for (int i = 0; i < map->line_count; i++)
        add_year(&years, map->lines[i].date);
    return years.count;
}

bool map_date_reached(struct date date, struct date step)
{
    struct date end = {step.year, step.month > 0 ? step.month : 12, step.day > 0 ? step.day : 31};

    return date_compare(date, end) <= 0;
}

int map_items(const struct map *map)
{
    return map->country_count + map->point_count;
}

struct map_item map_item(const struct map *map, int item)
{
    ASSERT(item > 0 && item <= map_items(map));
    if (item <= map->country_count) {
        const struct map_country *c = &map->countries[item - 1];

        return (struct map_item){.label = c->label, .text = c->text, .from = c->from, .to = c->to, .value = c->value};
    }
    const struct map_point *p = &map->points[item - map->country_count - 1];

    return (struct map_item){.label = p->label, .text = p->text, .from = p->date, .value = p->value, .at = &p->at};
}
