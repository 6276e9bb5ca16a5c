/* Which pages there are follows from the table of scenes: those of PLACE_PAGER, in its order. */
#include "visit/pager.h"

#include <math.h>

void pager_take(struct pager *pager, const struct route *route)
{
    pager->route = route;
    tween_set(&pager->scroll, 0);
    pager->bound_page = pager->stepped_page = pager->chosen_of.page = PAGER_HOME;
}

void pager_reset(struct pager *pager)
{
    pager_take(pager, NULL);
    tween_set(&pager->at, PAGER_HOME);
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

int64_t pager_told_until(const struct pager *pager)
{
    return pager->chosen_of.page != PAGER_HOME && pager->chosen > 0 ? pager->told_until_ms : CLOCK_NEVER;
}

void pager_tick(struct pager *pager, int64_t now_ms)
{
    if (now_ms >= pager_told_until(pager))
        pager->chosen = 0;
}

int pager_chosen(const struct pager *pager, struct pager_block block)
{
    bool same = block.page == pager->chosen_of.page && block.part == pager->chosen_of.part;

    return block.page != PAGER_HOME && same ? pager->chosen : 0;
}

/* How many pages a scene has there: of those with items, panels, one for each on the path. */
static int pages_of(struct path path, const struct scene_ops *ops)
{
    if (ops->place != PLACE_PAGER)
        return 0;
    return ops->items ? path_length(path) : scene_exists(path.exhibit, (struct scene_ref){ops, 0});
}

int pager_last(struct path path)
{
    int count = 0;

    for (int i = 0; scenes[i]; i++)
        count += pages_of(path, scenes[i]);
    return count - 1;
}

struct scene_ref pager_scene(struct path path, int page)
{
    for (int i = 0; scenes[i]; i++) {
        int pages = pages_of(path, scenes[i]);

        if (page < pages)
            return (struct scene_ref){scenes[i], scenes[i]->items ? path_panel(path, page) : 0};
        page -= pages;
    }
    base_bug(__FILE__, __LINE__, "a page of the pager");
}

int pager_page_of(struct path path, struct scene_ref scene)
{
    for (int i = 0, first = 0; scenes[i]; i++) {
        int place = scenes[i]->items && scenes[i] == scene.ops && scene.ops->place == PLACE_PAGER ? path_place(path, scene.item) : 0;

        if (scenes[i] == scene.ops)
            return place >= 0 && place < pages_of(path, scenes[i]) ? first + place : -1;
        first += pages_of(path, scenes[i]);
    }
    return -1;
}

static unsigned locked_on(struct path path, unsigned answered, int page)
{
    return scene_notices(path.exhibit, pager_scene(path, page)) & ~answered;
}

int pager_neighbour(struct path path, unsigned answered, int page, int by)
{
    int next = page + by, last = pager_last(path);
    unsigned locked = locked_on(path, answered, page);

    while (locked && next >= PAGER_HOME && next <= last && locked_on(path, answered, next) == locked)
        next += by;
    return next >= PAGER_HOME && next <= last ? next : page;
}
