/* A bar that has not grown is hidden by paper, so that it is drawn in one way only. */
#include "page/bars.h"

#include <math.h>

void bars_add(const struct scene *scene, struct bar_place place)
{
    struct bar_places *bars = &scene->page->bars;

    if (bars->count == PAGE_BARS_MAX)
        return;
    bars->list[bars->count++] = place;
    if (scene->bare)
        draw_fill(page_pen(scene), place.rect, scene->style->colours.paper);
}

struct rect bars_cover(const struct bar_place *place, float grown)
{
    struct rect cover = place->rect;
    int length = place->upright ? cover.h : cover.w, seen = (int)lroundf(float_clamp(grown, 0, 1) * (float)length);

    if (place->upright)
        cover.h -= seen;
    else
        cover = (struct rect){cover.x + seen, cover.y, cover.w - seen, cover.h};
    return cover;
}
