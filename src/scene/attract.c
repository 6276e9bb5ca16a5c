/* Attract: what passers-by see. The opening picture with the title on a slab of ink, then whole panels, and always how to begin; of an
 * exhibit without a panel that can be shown, the opening alone, which holds the screen until there is one. */
#include "scene/attract.h"

#include "axis/view.h"
#include "page/icon.h"
#include "page/label.h"
#include "page/passage.h"
#include "timeline/timeline.h"

static const float SLAB_LINE_HEIGHT = 1.0F;

int attract_steps(const struct exhibit *exhibit)
{
    int steps = 1 + (exhibit->event_count > 0);

    if (exhibit->panel_count == 0)
        return 1;
    for (int i = 0; i < exhibit->panel_count; i++)
        steps += !exhibit->panels[i].notices;
    return steps;
}

int attract_panel(const struct exhibit *exhibit, int step)
{
    if (step == 0)
        return ATTRACT_OPENING;
    for (int i = 0; i < exhibit->panel_count; i++)
        if (!exhibit->panels[i].notices && --step == 0)
            return i;
    return ATTRACT_TIMELINE;
}

/* "Touch to begin · Toca para comenzar": the words of so many languages, from one on. */
static const char *words_of(const struct scene *scene, int first, int count)
{
    const struct exhibit *exhibit = scene->exhibit;
    const char *all = "";

    for (int i = 0; i < count; i++)
        all = arena_printf(scene->arena, "%s%s%s", all, i > 0 ? "  ·  " : "",
                           exhibit->words[(first + i) % exhibit->language_count].touch_to_begin);
    return all;
}

/* Of all languages in the order of the exhibit; where they have no room, of the present one and as many as follow it. Each has its turn. */
static const char *invitation(const struct scene *scene, struct type smallest, int room)
{
    int count = scene->exhibit->language_count;
    const char *words = words_of(scene, 0, count);

    while (count > 1 && label_width(scene, smallest, words) > room)
        words = words_of(scene, scene->language, --count);
    return words;
}

/* The invitation on its slip of paper, in the middle of the space's height; the hand tells it without words. */
static void put_invitation(const struct scene *scene, struct rect space)
{
    const struct style *style = scene->style;
    int icon = style->icon_px, pad = icon / 2, height = icon + 2 * pad, room = space.w - icon - 3 * pad;
    struct type smallest = {.face = FACE_BOLD, .size_px = style->sizes.small_px};
    struct label label = {
        {.face = FACE_BOLD, .size_px = style->sizes.body_px}, style->colours.ink, invitation(scene, smallest, room), ALIGN_END};

    label.type = label_shrunk(scene, &label, room, smallest.size_px);
    struct rect slip = {space.x, space.y + (space.h - height) / 2, icon + 3 * pad + label_width(scene, label.type, label.text), height};

    draw_fill(page_pen(scene), slip, style->colours.paper);
    icon_put(scene, ICON_TOUCH, (struct rect){slip.x + pad, slip.y + pad, icon, icon}, style->colours.deep);
    slip.w -= pad;
    label_put(scene, &label, slip);
}

/* Where there is no picture to open with: sun and hills, cut from the flat inks. */
static void put_hills(const struct scene *scene, struct rect ground)
{
    const struct theme_colours *colours = &scene->style->colours;
    int side = int_min(ground.w, ground.h), sun = side * 2 / 5, near = side * 4 / 5, far = side / 2, foot = ground.y + ground.h;

    draw_fill(page_pen(scene), ground, colours->muted);
    icon_put(scene, ICON_CIRCLE, (struct rect){ground.x + ground.w * 3 / 5 - sun / 2, ground.y + (ground.h - sun) / 3, sun, sun},
             colours->light);
    icon_put(scene, ICON_TRIANGLE, (struct rect){ground.x + ground.w * 2 / 5 - far / 2, foot - far + far / 12, far, far}, colours->deep);
    icon_put(scene, ICON_TRIANGLE, (struct rect){ground.x + ground.w / 4 - near / 2, foot - near + near / 12, near, near}, colours->ink);
    draw_fill(page_pen(scene), (struct rect){ground.x, foot - side / 12, ground.w, side / 12}, colours->ink);
}

static void fill_opening(const struct scene *scene)
{
    const struct style *style = scene->style;
    struct rect screen = {0, 0, style->screen.w, style->screen.h};
    int margin = style->margin_px, width = screen.w - 2 * margin;
    struct passage title = {
        .prose = paragraph_plain(scene->arena, text_in(scene->exhibit->title, scene->language)),
        .type = {.face = FACE_HEADLINE, .size_px = style->sizes.attract_px},
        .colour = style->colours.paper,
        .line_height = SLAB_LINE_HEIGHT,
    };
    struct passage subtitle = {
        .prose = paragraph_plain(scene->arena, text_in(scene->exhibit->subtitle, scene->language)),
        .type = {.face = FACE_BOLD, .size_px = style->sizes.label_px * 5 / 4},
        .colour = style->colours.paper,
        .line_height = style->sizes.line_height,
    };
    const struct paragraph *heading = passage_set(scene, &title, width), *below = passage_set(scene, &subtitle, width);

    while ((heading->line_count > 3 || !passage_words_fit(scene, title.type, text_in(scene->exhibit->title, scene->language), width)) &&
           title.type.size_px > style->sizes.title_smallest_px) {
        title.type.size_px = title.type.size_px * 9 / 10;
        heading = passage_set(scene, &title, width);
    }

    int gap = below->height_px > 0 ? margin / 3 : 0;
    int slab = margin + heading->height_px + gap + below->height_px + margin;
    struct rect picture = {0, slab, screen.w, screen.h - slab};
    struct draw_picture shown = page_picture(scene, &scene->exhibit->opening, picture);

    draw_fill(page_pen(scene), (struct rect){0, 0, screen.w, slab}, style->colours.ink);
    if (shown.path || shown.fallback)
        draw_picture(page_pen(scene), picture, shown, style->colours.deep);
    else
        put_hills(scene, picture);
    passage_put(scene, heading, &title, (struct rect){margin, margin, width, heading->height_px});
    passage_put(scene, below, &subtitle, (struct rect){margin, margin + heading->height_px + gap, width, below->height_px});
    if (scene->exhibit->panel_count > 0)
        put_invitation(scene, (struct rect){margin, screen.h - margin - style->bar.h, width, style->bar.h});
}

/* As it opens for a visitor. */
static void fill_timeline(const struct scene *scene)
{
    struct timeline_labels *labels = timeline_labels_create();

    timeline_fill(scene, &(struct timeline_state){.window = axis_view_first(scene->exhibit), .focus = -1, .labels = labels});
    timeline_labels_destroy(labels);
}

static void fill(const struct scene *scene)
{
    const struct style *style = scene->style;
    int panel = attract_panel(scene->exhibit, scene->item);
    struct scene inner = *scene;

    inner.item = panel;
    if (panel == ATTRACT_OPENING)
        fill_opening(scene);
    else if (panel == ATTRACT_TIMELINE)
        fill_timeline(scene);
    else
        scene_panel.fill(&inner);
    if (panel != ATTRACT_OPENING) {
        draw_fill(page_pen(scene), style->bar, style->colours.bar);
        put_invitation(scene, (struct rect){style->margin_px, style->bar.y, style->bar.w - 2 * style->margin_px, style->bar.h});
    }
    /* Whatever is under the finger, a touch wakes. */
    scene->page->target_count = 0;
    scene->page->scroll = (struct scroll_area){0};
    page_target(scene, (struct rect){0, 0, style->screen.w, style->screen.h}, ACTION_WAKE, 0);
}

/* How many words a step is given time for. */
static int words(const struct exhibit *exhibit, int item, int language)
{
    enum { OPENING_WORDS = 15 };
    int panel = attract_panel(exhibit, item);

    if (panel == ATTRACT_OPENING)
        return OPENING_WORDS;
    return panel == ATTRACT_TIMELINE ? scene_timeline.words(exhibit, 0, language) : scene_panel.words(exhibit, panel, language);
}

static struct origin origin(const struct exhibit *exhibit, int item, int language)
{
    (void)item;
    return scene_origin(exhibit, "config/exhibit.yaml", "title", exhibit->languages[language]);
}

const struct scene_ops scene_attract = {
    .name = "attract",
    .place = PLACE_ALONE,
    .whole = true,
    .words = words,
    .origin = origin,
    .fill = fill,
};
