/* Distances from a point to rectangles and outlines. */
#include "page/spots.h"

#include "exhibit/land.h"

#include <math.h>

void spots_begin(const struct scene *scene, struct rect area)
{
    scene->page->spots.count = 0;
    page_target(scene, area, ACTION_EXPLORE, 0);
}

void spots_add(const struct scene *scene, struct spot spot)
{
    struct spots *spots = &scene->page->spots;

    if (spots->count < PAGE_SPOTS_MAX)
        spots->list[spots->count++] = spot;
}

/* From the point to the nearest one of the side from..from + length. */
static float gap(float at, int from, int length)
{
    return fmaxf(0, fmaxf((float)from - at, at - (float)(from + length)));
}

/* What lies on an area is found in half of the reach before the area is. */
static float away_from(const struct spot *spot, struct point at, int reach)
{
    if (spot->outline)
        return (float)outline_distance(spot->outline, at) + (float)reach / 2;
    return hypotf(gap(at.x, spot->rect.x, spot->rect.w), gap(at.y, spot->rect.y, spot->rect.h));
}

const struct spot *spots_near(const struct page *page, struct point at, enum action_kind kind, int reach_px)
{
    const struct spot *nearest = NULL;
    float least = (float)reach_px;

    for (int i = 0; i < page->spots.count; i++) {
        const struct spot *spot = &page->spots.list[i];
        float away = away_from(spot, at, reach_px);

        if ((kind != ACTION_NONE && spot->action.kind != kind) || away > least || (nearest && away >= least))
            continue;
        nearest = spot;
        least = away;
    }
    return nearest;
}

struct action spots_action(const struct spot *spot, struct point at)
{
    struct action action = spot->action;

    if (spot->count > 0) {
        int rows = (spot->count + spot->columns - 1) / spot->columns;
        int column = int_clamp((int)((at.x - (float)spot->rect.x) * (float)spot->columns / (float)spot->rect.w), 0, spot->columns - 1);
        int row = int_clamp((int)((at.y - (float)spot->rect.y) * (float)rows / (float)spot->rect.h), 0, rows - 1);

        action.argument += int_min(row * spot->columns + column, spot->count - 1);
    }
    return action;
}

int spots_last(const struct page *page)
{
    int last = 0;

    for (int i = 0; i < page->spots.count; i++)
        if (page->spots.list[i].action.kind == ACTION_CHOOSE)
            last = int_max(last, page->spots.list[i].action.argument + int_max(0, page->spots.list[i].count - 1));
    return last;
}
