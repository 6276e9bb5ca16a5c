/* A memorial: the panel's picture by night, from edge to edge, and on it a light for each of the people it speaks of, their number, and
 * all that the panel says. A light that is touched is lit for the visit; where the museum knows a name, it stands beside it for a while.
 * Nothing else moves. */
#include "blocks/blocks.h"

#include "exhibit/blocks.h"
#include "page/figure.h"
#include "page/label.h"
#include "page/passage.h"
#include "page/spots.h"
#include "way/visited.h"

#include <math.h>

enum {
    TOLD_MS = 4000,
    DIM = 130,
    GLOW = 90, /* of 255: a light that nobody has touched; around one that somebody has */
    DUSK = 120,
    DUSK_STEPS = 16
};
static const float LIGHT_SHARE = 0.22F, STRAY_SHARE = 0.5F;    /* of a cell: a light's side; how far it may stand from the middle */
static const float NUMBER_SHARE = 0.25F, NUMBER_LEAST = 0.14F; /* of its place's width; of the screen's shorter side */
static const float NUMBER_LINE = 1.0F, NUMBER_FOOT = 0.85F, LINE_HEIGHT = 1.3F;
static const double CONTRAST = 7; /* of what is read on the picture (WCAG 2.1, 1.4.6) */

/* How it is set in its place. */
struct vigil {
    const struct scene *scene;
    const struct memorial *memorial;
    int panel, pad, number_px;
    struct rect field, foot; /* where the lights stand; below it, number and words */
    int columns, rows;
    struct colour night, light;
};

/* The thinnest through which letters are read even where the picture is white. */
static int veil(const struct theme_colours *colours)
{
    const struct colour white = {255, 255, 255, 255};
    int alpha = 255;

    while (alpha > 0 && colour_contrast(colours->bar_text, colour_under(white, colours->bar, alpha - 1)) >= CONTRAST)
        alpha--;
    return alpha;
}

/* What of `outer` lies around `inner`. */
static void fill_around(struct pen pen, struct rect outer, struct rect inner, struct colour colour)
{
    int right = inner.x + inner.w, foot = inner.y + inner.h;

    draw_fill(pen, (struct rect){outer.x, outer.y, outer.w, inner.y - outer.y}, colour);
    draw_fill(pen, (struct rect){outer.x, foot, outer.w, outer.y + outer.h - foot}, colour);
    draw_fill(pen, (struct rect){outer.x, inner.y, inner.x - outer.x, inner.h}, colour);
    draw_fill(pen, (struct rect){right, inner.y, outer.x + outer.w - right, inner.h}, colour);
}

/* Around the lights it is darker still, so that what is read there stands on something calm; from one to the other in steps. */
static void put_dusk(const struct scene *scene, struct rect lights, struct colour night)
{
    struct rect page = scene->style->page, inner = rect_common(lights, page);
    int step = int_max(1, scene->style->margin_px / DUSK_STEPS);

    for (int i = 1; i <= DUSK_STEPS; i++) {
        struct rect outer = i < DUSK_STEPS ? rect_common(rect_inset(lights, -i * step), page) : page;

        night.a = (uint8_t)(DUSK * i / DUSK_STEPS);
        fill_around(page_pen(scene), outer, inner, night);
        inner = outer;
    }
}

static struct theme_colours ground(const struct scene *scene, const struct panel *panel, struct rect rect)
{
    struct rect page = scene->style->page;
    struct theme_colours colours = scene->style->colours;
    struct colour night = colours.bar;

    if (panel->picture.file) {
        draw_picture(page_pen(scene), page, page_picture(scene, &panel->picture, page), night);
        night.a = (uint8_t)veil(&colours);
    }
    draw_fill(page_pen(scene), page, night);
    if (panel->picture.file)
        put_dusk(scene, rect, night);
    colours.paper = colours.bar;
    colours.ink = colours.muted = colours.bar_text;
    return colours;
}

static struct passage number_of(const struct vigil *v)
{
    const struct scene *scene = v->scene;

    return (struct passage){
        .prose = paragraph_plain(scene->arena, number_text(scene->arena, &page_words(scene)->numbers, v->memorial->number, 0)),
        .type = {.face = FACE_HEADLINE, .size_px = v->number_px},
        .colour = v->light,
        .line_height = NUMBER_LINE,
    };
}

static struct passage words_of(const struct vigil *v, struct text text, int size_px)
{
    return (struct passage){
        .prose = paragraph_plain(v->scene->arena, text_in(text, v->scene->language)),
        .type = {.face = FACE_TEXT, .size_px = size_px},
        .colour = v->light,
        .line_height = LINE_HEIGHT,
    };
}

/* From the edge of the screen they keep its margin. Beside them, at the end of their lines, stands what opens the picture
 * (scene/panel_parts). */
static int words_width(const struct vigil *v, int width_px)
{
    return width_px - v->scene->style->margin_px - 2 * v->pad - v->scene->style->target_px;
}

/* Draws when told to; returns the height. */
static int put_words(const struct vigil *v, struct rect rect, bool draws)
{
    const struct type_sizes *sizes = &v->scene->style->sizes;
    struct passage texts[] = {number_of(v), words_of(v, v->memorial->words, sizes->body_px),
                              words_of(v, v->memorial->note, sizes->small_px)};
    int y = 0;

    for (size_t i = 0; i < COUNTOF(texts) && (i < 2 || v->memorial->note.in); i++) {
        const struct paragraph *paragraph = passage_set(v->scene, &texts[i], rect.w);

        if (draws)
            passage_put(v->scene, paragraph, &texts[i], rect_moved(rect, 0, y));
        y += paragraph->height_px;
    }
    return y;
}

static struct vigil vigil_of(const struct scene *scene, const struct panel *panel)
{
    return (struct vigil){
        .scene = scene,
        .memorial = panel->memorial,
        .panel = (int)(panel - scene->exhibit->panels),
        .pad = scene->style->margin_px / 2,
        .night = scene->style->colours.paper,
        .light = scene->style->colours.ink,
    };
}

static int foot_height(struct vigil *v, int width_px)
{
    return put_words(v, (struct rect){0, 0, words_width(v, width_px), 0}, false) + 2 * v->pad;
}

/* The number as large as it can be with half of the place left to the lights; returns the height of the foot. */
static int size_number(struct vigil *v, int width_px, int height_px)
{
    const struct size screen = v->scene->style->screen;
    int least = (int)(NUMBER_LEAST * (float)int_min(screen.w, screen.h)), foot;

    v->number_px = int_max(least, (int)(NUMBER_SHARE * (float)width_px));
    while ((foot = foot_height(v, width_px)) * 2 > height_px && v->number_px > least)
        v->number_px = int_max(least, v->number_px * 15 / 16);
    return foot;
}

/* Cells as square as they can be, one a light. */
static void divide(struct vigil *v, struct rect rect)
{
    int lights = v->memorial->lights, foot = int_min(rect.h * 2 / 3, size_number(v, rect.w, rect.h));

    v->foot = (struct rect){rect.x, rect.y + rect.h - foot, rect.w, foot};
    v->field = rect_inset((struct rect){rect.x, rect.y, rect.w, rect.h - foot}, v->pad / 2);
    v->columns = int_clamp((int)ceilf(sqrtf((float)lights * (float)v->field.w / (float)int_max(1, v->field.h))), 1, lights);
    v->rows = (lights + v->columns - 1) / v->columns;
}

/* From -1 to 1, the same for the same light: lights in rank and file would be numbers. */
static float stray(int light, unsigned salt)
{
    unsigned mixed = (unsigned)light * 2654435761u + salt * 40503u;

    mixed = (mixed ^ (mixed >> 15)) * 2246822519u;
    return (float)((mixed >> 12) & 1023) / 511.5F - 1;
}

static int light_side(const struct vigil *v)
{
    float cell = fminf((float)v->field.w / (float)v->columns, (float)v->field.h / (float)v->rows);

    return int_clamp((int)lroundf(cell * LIGHT_SHARE), 2, v->scene->style->sizes.label_px * 2 / 3);
}

/* light: from 0. */
static struct rect light_rect(const struct vigil *v, int light, int side)
{
    float w = (float)v->field.w / (float)v->columns, h = (float)v->field.h / (float)v->rows;
    int column = light % v->columns, row = light / v->columns;
    float x = (float)column + 0.5F + stray(light, 1) * STRAY_SHARE / 2;
    float y = (float)row + 0.5F + stray(light, 2) * STRAY_SHARE / 2;

    return (struct rect){v->field.x + (int)(x * w) - side / 2, v->field.y + (int)(y * h) - side / 2, side, side};
}

static void put_light(const struct vigil *v, int light, bool lit)
{
    int side = light_side(v);
    struct colour colour = v->light;

    if (lit) {
        colour.a = GLOW;
        draw_fill(page_pen(v->scene), light_rect(v, light, 4 * side), colour);
        draw_fill(page_pen(v->scene), light_rect(v, light, 2 * side), v->light);
        return;
    }
    colour.a = DIM;
    draw_fill(page_pen(v->scene), light_rect(v, light, side), colour);
}

static void put_lights(const struct vigil *v)
{
    const struct visited *visited = v->scene->visited;

    for (int i = 0; i < v->memorial->lights; i++)
        put_light(v, i, false);
    for (int i = 0; visited && i < visited->light_count; i++)
        if (visited->lights[i].panel == v->panel && visited->lights[i].light <= v->memorial->lights)
            put_light(v, visited->lights[i].light - 1, true);
}

/* Above the light, where no finger covers it; below it at the top. */
static void put_name(const struct vigil *v)
{
    const struct scene *scene = v->scene;
    const struct style *style = scene->style;
    int chosen = scene->chosen - 1, pad = style->sizes.label_px / 2;

    if (chosen < 0 || chosen >= v->memorial->name_count)
        return;
    struct label label = {{.face = FACE_BOLD, .size_px = style->sizes.body_px}, v->night, v->memorial->names[chosen], ALIGN_CENTRE};

    label.type = label_shrunk(scene, &label, v->field.w - 2 * pad, style->sizes.small_px);

    struct rect light = light_rect(v, chosen, 4 * light_side(v));
    struct rect box = {0, 0, int_min(v->field.w, label_width(scene, label.type, label.text) + 2 * pad), label.type.size_px * 2};

    box.x = int_clamp(light.x + light.w / 2 - box.w / 2, v->field.x, v->field.x + v->field.w - box.w);
    box.y = light.y - box.h - style->target_px / 2;
    if (box.y < v->field.y)
        box.y = light.y + light.h + style->target_px / 2;
    draw_fill(page_pen(scene), box, v->light);
    label_put(scene, &label, box);
}

/* At the end of the number's line, on its foot. */
static void put_button(const struct vigil *v)
{
    const struct scene *scene = v->scene;
    const struct style *style = scene->style;
    struct label label = {{.face = FACE_BOLD, .size_px = style->sizes.label_px}, v->night, page_words(scene)->figures, ALIGN_CENTRE};
    int height = int_max(style->target_px, style->sizes.label_px * 5 / 2), air = 2 * style->sizes.label_px;
    int width = int_max(style->target_px, int_min(v->foot.w / 2, label_width(scene, label.type, label.text) + air));
    int opener = v->foot.y + v->foot.h - style->target_px - 2 * v->pad;
    int y = v->foot.y + v->pad + (int)(NUMBER_FOOT * (float)v->number_px) - height;
    struct rect box = {v->foot.x + v->foot.w - v->pad - width, int_max(v->foot.y, int_min(y, opener - height)), width, height};

    label.type = label_shrunk(scene, &label, width - air / 2, style->sizes.small_px);
    draw_fill(page_pen(scene), box, v->light);
    label_put(scene, &label, box);
    page_target(scene, box, ACTION_NUMBERS, v->panel);
}

static void fill(const struct scene *scene, const struct panel *panel, struct rect rect)
{
    struct vigil v = vigil_of(scene, panel);

    divide(&v, rect);
    spots_begin(scene, v.field);
    spots_add(scene, (struct spot){
                         .rect = v.field,
                         .action = {.kind = ACTION_CHOOSE, .argument = 1},
                         .columns = v.columns,
                         .count = v.memorial->lights,
                     });
    put_lights(&v);
    put_words(&v, (struct rect){v.foot.x + scene->style->margin_px, v.foot.y + v.pad, words_width(&v, v.foot.w), v.foot.h - v.pad}, true);
    if (panel->chart)
        put_button(&v);
    put_name(&v);
}

static bool is_in(const struct panel *panel)
{
    return panel->memorial;
}

static struct origin origin(const struct panel *panel)
{
    return panel->memorial->origin;
}

/* As wide as it is high, the lights alone. */
static int height(const struct scene *scene, const struct panel *panel, int width_px)
{
    struct vigil v = vigil_of(scene, panel);

    return width_px / 2 + size_number(&v, width_px, width_px);
}

/* Half of its place is the lights' at least. */
static bool fits(const struct scene *scene, const struct panel *panel, struct rect rect)
{
    struct vigil v = vigil_of(scene, panel);

    return 2 * size_number(&v, rect.w, rect.h) <= rect.h;
}

const struct block block_memorial = {
    .part = PART_MEMORIAL,
    .is_in = is_in,
    .origin = origin,
    .height = height,
    .fits = fits,
    .told_ms = TOLD_MS,
    .ground = ground,
    .fill = fill,
};
