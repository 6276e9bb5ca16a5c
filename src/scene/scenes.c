/* The table of scenes, and what is asked of any of them. */
#include "scene/scene.h"

#include "exhibit/origins.h"
#include "page/spots.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define ADDRESS_OF_SCENE(name) &scene_##name,

const struct scene_ops *const scenes[] = {EACH_SCENE(ADDRESS_OF_SCENE) NULL};

struct scene_ref scene_opened_by(struct action action)
{
    struct scene_ref ref = {action.kind == ACTION_OPEN ? action.scene : NULL, action.argument};

    for (int i = 0; scenes[i] && action.kind != ACTION_NONE && !ref.ops; i++)
        if (scenes[i]->opened_by == action.kind)
            ref.ops = scenes[i];
    return ref;
}

/* Of the item whose id the name ends with; -1 if there is none. */
static int find_item(const struct scene_ops *ops, const struct exhibit *exhibit, const char *name)
{
    size_t length = strlen(ops->name);

    if (strncmp(name, ops->name, length) != 0)
        return -1;
    if (!ops->items)
        return name[length] == '\0' && scene_exists(exhibit, (struct scene_ref){ops, 0}) ? 0 : -1;
    for (int i = 0; !ops->part && i < ops->items(exhibit); i++)
        if (strcmp(name + length, ops->id(exhibit, i)) == 0)
            return i;
    return -1;
}

struct rect scene_offered(const struct targets *targets, struct scene_ref scene)
{
    for (int i = 0; i < targets->count; i++) {
        struct scene_ref opened = scene_opened_by(targets->list[i].action);

        if (opened.ops == scene.ops && opened.item == scene.item)
            return targets->list[i].rect;
    }
    return (struct rect){0};
}

struct scene_ref scene_named(const struct exhibit *exhibit, const char *name)
{
    for (int i = 0; scenes[i]; i++) {
        int item = find_item(scenes[i], exhibit, name);

        if (item >= 0)
            return (struct scene_ref){scenes[i], item};
    }
    return (struct scene_ref){NULL, 0};
}

bool scene_equal(struct scene_ref a, struct scene_ref b)
{
    return a.ops == b.ops && a.item == b.item;
}

int scene_items(const struct scene_ops *ops, const struct exhibit *exhibit)
{
    return ops->items ? ops->items(exhibit) : 1;
}

bool scene_exists(const struct exhibit *exhibit, struct scene_ref ref)
{
    return !ref.ops->exists || ref.ops->exists(exhibit, ref.item);
}

int scene_views(const struct exhibit *exhibit, struct scene_ref ref)
{
    return ref.ops->views ? ref.ops->views(exhibit, ref.item) : 1;
}

unsigned scene_notices(const struct exhibit *exhibit, struct scene_ref ref)
{
    return ref.ops->notices ? ref.ops->notices(exhibit, ref.item) : 0;
}

struct scene_ref scene_below(const struct exhibit *exhibit, struct scene_ref ref)
{
    return ref.ops->below ? ref.ops->below(exhibit, ref.item) : (struct scene_ref){ref.ops->above, ref.item};
}

void scene_name(const struct exhibit *exhibit, struct scene_ref ref, bool locked, char name[SCENE_NAME_BYTES])
{
    const char *id = ref.ops->id ? ref.ops->id(exhibit, ref.item) : "";

    snprintf(name, SCENE_NAME_BYTES, "%s%s", locked ? "notice/" : ref.ops->name, id);
}

int64_t scene_reading_ms(const struct exhibit *exhibit, int words)
{
    return exhibit->timing.reading_base_s * 1000 + (int64_t)words * 60000 / exhibit->timing.words_per_minute;
}

struct origin scene_origin(const struct exhibit *exhibit, const char *file, const char *key, const char *below)
{
    return origins_key(exhibit, file, (const char *const[]){key, below, NULL});
}

int scene_panels(const struct exhibit *exhibit)
{
    return exhibit->panel_count;
}

const char *scene_panel_id(const struct exhibit *exhibit, int item)
{
    return exhibit->panels[item].id;
}

int scene_words_to_look_at(const struct exhibit *exhibit, int item, int language)
{
    enum { WORDS = 40 };

    (void)exhibit, (void)item, (void)language;
    return WORDS;
}

enum drag scene_drag_page(const struct scene *scene, struct drag_start drag)
{
    bool upright = fabsf(drag.to.y - drag.from.y) > fabsf(drag.to.x - drag.from.x);
    const struct spot *spot = spots_near(scene->page, drag.from, ACTION_NONE, scene->style->target_px);

    if (!rect_contains(scene->style->page, drag.from))
        return DRAG_NOTHING;
    if (spot && spot->scrub == (upright ? SCRUB_DOWN : SCRUB_ACROSS))
        return DRAG_SPOTS;
    if (!upright)
        return DRAG_PAGER;
    return scene->page->scroll.max_px > 0 ? DRAG_SCROLL : DRAG_NOTHING;
}

bool scene_key_on_block(const struct scene *scene, const struct key_press *press, struct key_answer *answer)
{
    struct point way = key_way(press->key);
    int by = way.x + way.y > 0 ? 1 : way.x + way.y < 0 ? -1 : 0, last = spots_last(scene->page);

    if (press->focus.kind != ACTION_EXPLORE || last <= 0)
        return false;
    if (way.y != 0 && scene->page->spots.list[0].columns > 0) { /* of many, keys walk along the row only, and leave it up and down */
        *answer = (struct key_answer){.action = {.kind = ACTION_FOCUS_DOWN, .argument = by}};
        return true;
    }
    *answer = (struct key_answer){.action = {.kind = ACTION_CHOOSE, .argument = int_clamp(scene->chosen + by, 1, last)}};
    if (press->key == KEY_FIRST || press->key == KEY_LAST)
        answer->action.argument = press->key == KEY_FIRST ? 1 : last;
    else if (press->key == KEY_ESCAPE && scene->chosen > 0)
        answer->action.argument = 0;
    else if (by == 0)
        answer->action.kind = ACTION_NONE;
    return true;
}

struct action scene_scroll_action(enum key key)
{
    enum { LINES = 3 };
    int way = (int)key_way(key).y;

    if (key == KEY_PAGE_UP || key == KEY_PAGE_DOWN)
        return (struct action){.kind = ACTION_SCROLL, .argument = way};
    return (struct action){.kind = way != 0 ? ACTION_SCROLL_LINES : ACTION_NONE, .argument = LINES * way};
}
