/* Filled by the scene itself, with no notice before it. */
#include "desk/view.h"

#include "layout/lowered.h"
#include "page/aloud.h"

#include <string.h>

static struct scene scene_of(const struct desk_view *view, const struct style_setup *setup, struct arena *arena)
{
    struct style *style = ARENA_NEW(arena, struct style);
    struct measure *measure = ARENA_NEW(arena, struct measure);

    style_make(style, setup);
    *measure = view->measure;
    return (struct scene){
        .exhibit = view->exhibit,
        .style = style,
        .measure = measure,
        .arena = arena,
        .page = ARENA_NEW(arena, struct page),
        .language = view->settings.language,
        .step = -1,
        .aloud = aloud_usual(view->exhibit),
    };
}

struct scene desk_scene(const struct desk_view *view, struct arena *arena)
{
    struct scene scene = scene_of(
        view,
        &(struct style_setup){.exhibit = view->exhibit, .measure = &view->measure, .screen = view->screen, .settings = view->settings},
        arena);

    scene.item = view->scene.item;
    view->scene.ops->fill(&scene);
    return scene;
}

struct draw_list desk_as_seen(const struct scene *drawn, int lowered_px)
{
    const struct lowered lowered = {.page = drawn->style->page, .by_px = lowered_px};

    return lowered_px > 0 ? lowered_list(drawn->arena, &drawn->page->list, &lowered, 0) : drawn->page->list;
}

struct scene desk_sheet(const struct desk_view *view, struct size size, struct arena *arena)
{
    return scene_of(view, &(struct style_setup){.exhibit = view->exhibit, .measure = &view->measure, .screen = size}, arena);
}

int desk_write(const struct scene *scene, const struct desk_line *line)
{
    const struct type type = {.face = line->strong ? FACE_BOLD : FACE_TEXT, .size_px = line->size_px};
    int width = page_text_width(scene, type, line->text, (int)strlen(line->text));
    struct face_metrics metrics = page_metrics(scene, type);
    struct draw_text text = {
        .type = type, .text = line->text, .length = (int)strlen(line->text), .baseline_px = line->at.y + metrics.ascent_px};

    draw_text(page_pen(scene), (struct rect){line->at.x, line->at.y, width, metrics.ascent_px + metrics.descent_px}, text, line->colour);
    return width;
}

const char *desk_settings_words(const struct desk_view *view, struct arena *arena)
{
    int text = view->settings.level[SETTING_TEXT], contrast = view->settings.level[SETTING_CONTRAST];
    const char *letters = text == TEXT_USUAL ? "" : arena_printf(arena, "   %s letters", setting_text_name(text));

    if (contrast == CONTRAST_USUAL)
        return letters;
    return arena_printf(arena, "%s   %s contrast", letters, setting_level_name(SETTING_CONTRAST, contrast));
}
