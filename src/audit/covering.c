/* The first of them is told of. */
#include "audit/covering.h"

#include "audit/overlap.h"
#include "blocks/blocks.h"
#include "page/figure.h"

/* NULL if none do. */
static const struct draw_command *words_on(const struct scene *scene, struct rect kept)
{
    const struct draw_list *list = &scene->page->list;

    for (int i = 0; i < list->count; i++)
        if (list->commands[i].kind == DRAW_TEXT && rect_meet(overlap_ink(scene, &list->commands[i]), kept))
            return &list->commands[i];
    return NULL;
}

/* The lights lie on all of it: they cover nothing. */
static bool has_key_on(const struct scene *scene, struct rect kept)
{
    for (int i = 0; i < scene->page->target_count; i++)
        if (scene->page->targets[i].action.kind != ACTION_EXPLORE && rect_meet(scene->page->targets[i].rect, kept))
            return true;
    return false;
}

void covering_check(struct auditor *a, const struct scene *scene, struct rect place)
{
    const struct panel *panel = &scene->exhibit->panels[scene->item];
    const struct block *block = blocks_first(panel);
    struct rect kept = rect_common(figure_kept_in(scene, &panel->picture, scene->style->page), place);

    if (!block || !block->ground || rect_is_empty(kept))
        return;
    const struct draw_command *words = words_on(scene, kept);

    if (words || has_key_on(scene, kept))
        auditor_warn_of_screen(
            a, panel->picture.crops.origin,
            arena_printf(a->arena,
                         CODED("picture-covered") "%s on what the picture keeps; keep less of it, move its `focus`, or write less",
                         words ? arena_printf(a->arena, "\"%s\" stands", overlap_name(a->arena, words)) : "a key stands"));
}
