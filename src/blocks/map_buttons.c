/* All buttons are of one size; rows are of even length. */
#include "blocks/map_buttons.h"

#include "page/button.h"
#include "page/spots.h"

static const float STRETCH = 2; /* times their own width, when buttons fill a row */

enum { SMALLEST_PX = 5, GAP_LEAST_PX = 4 };

struct button_rows {
    int w, h, gap, columns, rows;
};

static struct button_rows rows_in(const struct scene *scene, const struct map_buttons *buttons, int width)
{
    const struct style *style = scene->style;
    struct button_rows rows = {.w = style->target_px, .h = style->target_px, .gap = int_max(GAP_LEAST_PX, style->target_px / 8)};

    if (buttons->count < 2)
        return (struct button_rows){0};
    for (int i = 0; i < buttons->count; i++)
        rows.w = int_max(rows.w, label_width(scene, buttons->type, buttons->texts[i]) + buttons->type.size_px);
    rows.w = int_min(rows.w, int_max(1, width));
    rows.columns = int_clamp((width + rows.gap) / (rows.w + rows.gap), 1, buttons->count);
    rows.rows = (buttons->count + rows.columns - 1) / rows.columns;
    rows.columns = (buttons->count + rows.rows - 1) / rows.rows;
    rows.w = int_min((int)(STRETCH * (float)rows.w), (width + rows.gap) / rows.columns - rows.gap);
    return rows;
}

int map_buttons_height(const struct scene *scene, const struct map_buttons *buttons, int width_px)
{
    struct button_rows rows = rows_in(scene, buttons, width_px);

    return rows.rows * (rows.h + rows.gap);
}

/* The buttons have the colours of the countries: what came before, what came with this step, and what is still to come. */
static void put_button(const struct scene *scene, const struct map_buttons *buttons, int step, struct rect box)
{
    const struct theme_colours *colours = &scene->style->colours;
    struct label label = {buttons->type, colours->ink, buttons->texts[step], ALIGN_CENTRE};

    label.type = label_shrunk(scene, &label, box.w - buttons->type.size_px / 2, SMALLEST_PX);
    if (step < buttons->chosen)
        draw_fill(page_pen(scene), box, colours->light);
    if (step == buttons->chosen)
        label.colour = colours->deep;
    button_put(scene, box, &label, step == buttons->chosen);
}

void map_buttons_put(const struct scene *scene, const struct map_buttons *buttons, struct rect rect)
{
    struct button_rows rows = rows_in(scene, buttons, rect.w);

    if (rows.rows == 0)
        return;
    for (int i = 0; i < buttons->count; i++) {
        int column = i % rows.columns, row = i / rows.columns;
        struct rect box = {rect.x + column * (rows.w + rows.gap), rect.y + row * (rows.h + rows.gap), rows.w, rows.h};

        put_button(scene, buttons, i, box);
        page_target(scene, box, ACTION_STEP, i);
        spots_add(scene, (struct spot){.rect = box, .action = {.kind = ACTION_STEP, .argument = i}, .scrub = SCRUB_ACROSS});
    }
}
