#include "page/map_ground.h"

static struct point on_page(const struct map_ground *ground, struct point p)
{
    struct rect box = ground->land->box;
    float east = (p.x - (float)box.x) * ground->scale;

    return (struct point){(float)ground->rect.x + (ground->mirrored ? (float)ground->rect.w - east : east),
                          (float)ground->rect.y + (p.y - (float)box.y) * ground->scale};
}

struct point map_ground_point(const struct map_ground *ground, struct place place)
{
    return on_page(ground, land_point(ground->land, place));
}

struct rect map_ground_box(const struct map_ground *ground, struct rect box)
{
    struct rect all = ground->land->box;
    int x = ground->rect.x + (int)((float)(box.x - all.x) * ground->scale + 0.5F);
    int y = ground->rect.y + (int)((float)(box.y - all.y) * ground->scale + 0.5F);
    int right = ground->rect.x + (int)((float)(box.x + box.w - all.x) * ground->scale + 0.5F);
    int bottom = ground->rect.y + (int)((float)(box.y + box.h - all.y) * ground->scale + 0.5F);

    return (struct rect){ground->mirrored ? 2 * ground->rect.x + ground->rect.w - right : x, y, right - x, bottom - y};
}

const struct outline *map_ground_outline(const struct map_ground *ground, const struct outline *shape, struct arena *arena)
{
    int count = shape->ring_count > 0 ? shape->ends[shape->ring_count - 1] : 0;
    struct outline *outline = ARENA_NEW(arena, struct outline);

    *outline = (struct outline){.points = ARENA_ARRAY(arena, struct point, count), .ends = shape->ends, .ring_count = shape->ring_count};
    for (int i = 0; i < count; i++)
        outline->points[i] = on_page(ground, shape->points[i]);
    return outline;
}
