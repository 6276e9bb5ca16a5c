/* Frames in one colour a lens, each with a few words on a ground of it. */
#include "desk/lens.h"

#include "scene/panel.h"

#include <math.h>
#include <string.h>

static const struct colour AREA_COLOUR = {0x00, 0x5F, 0xB8, 255}, TARGET_COLOUR = {0x0B, 0x6B, 0x3A, 255},
                           SMALL_COLOUR = {0xC6, 0x28, 0x28, 255}, LETTER_COLOUR = {0x6A, 0x1B, 0x9A, 255};

enum { TARGET_LEAST_MM = 15 }; /* the contract with visitors */

/* In the box's upper right corner, where lines of text seldom reach. */
static void tag(const struct scene *scene, struct rect box, const char *words, struct colour colour)
{
    const int size_px = int_max(10, scene->style->sizes.small_px * 3 / 4);
    const struct type type = {.face = FACE_BOLD, .size_px = size_px};
    int width = page_text_width(scene, type, words, (int)strlen(words)) + size_px;
    struct rect ground = {box.x + box.w - width, box.y, width, size_px * 3 / 2};
    int left = ground.x + size_px / 2;

    draw_frame(page_pen(scene), box, int_max(1, scene->style->rule_px), colour);
    draw_fill(page_pen(scene), ground, colour);
    desk_write(
        scene,
        &(struct desk_line){
            .text = words, .at = {(float)left, (float)ground.y}, .size_px = size_px, .strong = true, .colour = {255, 255, 255, 255}});
}

static void draw_areas(const struct scene *page, const struct scene *scene)
{
    struct rect rects[PART_COUNT];

    panel_places(page, rects);
    for (int part = 0; part < PART_COUNT; part++)
        if (!rect_is_empty(rects[part]))
            tag(scene, rects[part], part_names[part], AREA_COLOUR);
}

static int to_mm(const struct scene *scene, int px)
{
    return (int)lround((double)px / (double)scene->style->px_per_mm);
}

static void draw_targets(const struct scene *page, const struct scene *scene)
{
    for (int i = 0; i < page->page->target_count; i++) {
        const struct target *target = &page->page->targets[i];
        int w = to_mm(scene, target->rect.w), h = to_mm(scene, target->rect.h);

        tag(scene, target->rect, arena_printf(scene->arena, "%d x %d mm", w, h),
            !target->link && int_min(w, h) < TARGET_LEAST_MM ? SMALL_COLOUR : TARGET_COLOUR);
    }
}

/* Once for each size that follows another. */
static void draw_letters(const struct scene *page, const struct scene *scene)
{
    const double distance_mm = page->exhibit->screen.distance_mm;
    struct type last = {.size_px = 0};

    for (int i = 0; i < page->page->list.count; i++) {
        const struct draw_command *command = &page->page->list.commands[i];

        if (command->kind != DRAW_TEXT || (command->text.type.size_px == last.size_px && command->text.type.face == last.face))
            continue;
        last = command->text.type;
        double cap_mm = (double)page_metrics(page, last).cap_px / (double)page->style->px_per_mm;

        tag(scene, command->rect, arena_printf(scene->arena, "%.0f'", 2 * atan(cap_mm / 2 / distance_mm) * 180 * 60 / acos(-1)),
            LETTER_COLOUR);
    }
}

void lens_draw(unsigned lenses, const struct scene *page, const struct desk_view *view, const struct scene *scene)
{
    if ((lenses & LENS_AREAS) && view->scene.ops == &scene_panel)
        draw_areas(page, scene);
    if (lenses & LENS_TARGETS)
        draw_targets(page, scene);
    if (lenses & LENS_LETTERS)
        draw_letters(page, scene);
}
