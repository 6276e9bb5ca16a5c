/* Which pages there are follows from the table of scenes: those of PLACE_PAGER, in its order. */
#include "stage/pager.h"

#include <math.h>

void pager_reset(struct pager *pager)
{
    tween_set(&pager->at, PAGER_HOME);
    tween_set(&pager->scroll, 0);
    pager->bound_page = pager->stepped_page = PAGER_HOME;
}

int pager_page(const struct pager *pager)
{
    return (int)(pager->at.to + 0.5F);
}

struct tween *pager_scroll(struct pager *pager)
{
    int page = pager_page(pager);

    if (pager->scrolled_page != page) {
        pager->scrolled_page = page;
        tween_set(&pager->scroll, 0);
    }
    return &pager->scroll;
}

int pager_scroll_px(const struct pager *pager, int page, int64_t now_ms)
{
    return page == pager->scrolled_page ? (int)lroundf(tween_at(&pager->scroll, now_ms)) : 0;
}

int pager_map_step(const struct pager *pager, int page)
{
    return page != PAGER_HOME && page == pager->stepped_page ? pager->map_step : -1;
}

int pager_last(const struct exhibit *exhibit)
{
    int count = 0;

    for (int i = 0; scenes[i]; i++)
        count += scenes[i]->place == PLACE_PAGER ? scene_items(scenes[i], exhibit) : 0;
    return count - 1;
}

struct scene_ref pager_scene(const struct exhibit *exhibit, int page)
{
    for (int i = 0; scenes[i]; i++) {
        int items = scenes[i]->place == PLACE_PAGER ? scene_items(scenes[i], exhibit) : 0;

        if (page < items)
            return (struct scene_ref){scenes[i], page};
        page -= items;
    }
    ASSERT(!"a page of the pager");
    return (struct scene_ref){scenes[0], 0};
}

int pager_page_of(const struct exhibit *exhibit, struct scene_ref scene)
{
    for (int i = 0, first = 0; scenes[i]; i++) {
        int items = scenes[i]->place == PLACE_PAGER ? scene_items(scenes[i], exhibit) : 0;

        if (scenes[i] == scene.ops && scene.item < items)
            return first + scene.item;
        first += items;
    }
    return -1;
}

static unsigned locked_on(const struct exhibit *exhibit, unsigned answered, int page)
{
    return scene_notices(exhibit, pager_scene(exhibit, page)) & ~answered;
}

int pager_neighbour(const struct exhibit *exhibit, unsigned answered, int page, int by)
{
    int next = page + by, last = pager_last(exhibit);
    unsigned locked = locked_on(exhibit, answered, page);

    while (locked && next >= PAGER_HOME && next <= last && locked_on(exhibit, answered, next) == locked)
        next += by;
    return next >= PAGER_HOME && next <= last ? next : page;
}
