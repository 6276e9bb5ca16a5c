#include "blocks/map_touch.h"

#include "page/spots.h"

enum { PALER_ALPHA = 150 /* of the paper over what is not chosen */ };

bool map_touch_is_pale(const struct scene *scene, const struct map *map, int item)
{
    return scene->chosen > 0 && scene->chosen <= map_items(map) && scene->chosen != item;
}

struct colour map_touch_shade(const struct scene *scene, const struct map *map, int item, struct colour colour)
{
    return map_touch_is_pale(scene, map, item) ? colour_under(colour, scene->style->colours.paper, PALER_ALPHA) : colour;
}

static struct action choose(int item)
{
    return (struct action){.kind = ACTION_CHOOSE, .argument = item};
}

void map_touch_put(const struct scene *scene, int item, struct rect place)
{
    spots_add(scene, (struct spot){.rect = place, .action = choose(item)});
}

void map_touch_put_areas(const struct scene *scene, const struct map *map, const struct map_ground *ground)
{
    for (int i = 0; i < map->country_count; i++) {
        const struct land_area *area = map->countries[i].area;

        spots_add(scene, (struct spot){.rect = map_ground_box(ground, area->box),
                                       .action = choose(i + 1),
                                       .outline = map_ground_outline(ground, &area->shape, scene->arena)});
    }
}
