/* A memorial: the panel's picture by night, each of the people it speaks of a light upon it, and beneath them their number. A light that
 * is touched is lit for the visit; where the museum knows a name, it stands beside it for a while. Nothing else moves. */
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
    NIGHT = 205, /* of 255: how much of the dark lies on the picture */
    DIM = 130,
    GLOW = 90 /* of 255: a light that nobody has touched; around one that somebody has */
};
static const float LIGHT_SHARE = 0.22F, STRAY_SHARE = 0.5F; /* of a cell: a light's side; how far it may stand from the middle */
static const float NUMBER_SHARE = 0.17F, NUMBER_LINE = 1.0F, LINE_HEIGHT = 1.3F;

/* How it is set in its place. */
struct vigil {
    const struct scene *scene;
    const struct memorial *memorial;
    int panel, pad;
    struct rect field, foot; /* where the lights stand; below it, number and words */
    int columns, rows;
    struct colour night, light;
};

static struct passage number_of(const struct vigil *v)
{
    const struct scene *scene = v->scene;
    int size = (int)(NUMBER_SHARE * (float)int_min(scene->style->screen.w, scene->style->screen.h));

    return (struct passage){
        .prose = paragraph_plain(scene->arena, number_text(scene->arena, &page_words(scene)->numbers, v->memorial->number, 0)),
        .type = {.face = FACE_HEADLINE, .size_px = size},
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

/* Beside them, at the end of their lines, stands what opens the picture (scene/panel_parts). */
static int words_width(const struct vigil *v, int width_px)
{
    return width_px - 3 * v->pad - v->scene->style->target_px;
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
        .night = scene->style->colours.bar,
        .light = scene->style->colours.bar_text,
    };
}

/* Cells as square as they can be, one a light. */
static void divide(struct vigil *v, struct rect rect)
{
    int lights = v->memorial->lights;
    int foot = int_min(rect.h * 2 / 3, put_words(v, (struct rect){0, 0, words_width(v, rect.w), 0}, false) + 2 * v->pad);

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

    return int_max(2, (int)lroundf(cell * LIGHT_SHARE));
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

/* At the end of the number's line. */
static void put_button(const struct vigil *v)
{
    const struct scene *scene = v->scene;
    const struct style *style = scene->style;
    struct label label = {{.face = FACE_BOLD, .size_px = style->sizes.label_px}, v->night, page_words(scene)->figures, ALIGN_CENTRE};
    int height = int_max(style->target_px, style->sizes.label_px * 5 / 2), air = 2 * style->sizes.label_px;
    int width = int_max(style->target_px, int_min(v->foot.w / 2, label_width(scene, label.type, label.text) + air));
    struct rect box = {v->foot.x + v->foot.w - v->pad - width, v->foot.y + v->pad, width, height};

    label.type = label_shrunk(scene, &label, width - air / 2, style->sizes.small_px);
    draw_fill(page_pen(scene), box, v->light);
    label_put(scene, &label, box);
    page_target(scene, box, ACTION_NUMBERS, v->panel);
}

static void fill(const struct scene *scene, const struct panel *panel, struct rect rect)
{
    struct vigil v = vigil_of(scene, panel);
    struct colour veil = v.night;

    divide(&v, rect);
    veil.a = NIGHT;
    if (panel->picture.file)
        draw_picture(page_pen(scene), rect, page_picture(scene, &panel->picture, rect), v.night);
    draw_fill(page_pen(scene), rect, panel->picture.file ? veil : v.night);
    draw_fill(page_pen(scene), v.foot, v.night);
    spots_begin(scene, v.field);
    spots_add(scene, (struct spot){
                         .rect = v.field,
                         .action = {.kind = ACTION_CHOOSE, .argument = 1},
                         .columns = v.columns,
                         .count = v.memorial->lights,
                     });
    put_lights(&v);
    put_words(&v, (struct rect){v.foot.x + v.pad, v.foot.y + v.pad, words_width(&v, v.foot.w), v.foot.h - v.pad}, true);
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

    return width_px / 2 + put_words(&v, (struct rect){0, 0, words_width(&v, width_px), 0}, false) + 2 * v.pad;
}

/* Half of its place is the lights' at least. */
static bool fits(const struct scene *scene, const struct panel *panel, struct rect rect)
{
    struct vigil v = vigil_of(scene, panel);

    return 2 * (put_words(&v, (struct rect){0, 0, words_width(&v, rect.w), 0}, false) + 2 * v.pad) <= rect.h;
}

const struct block block_memorial = {
    .part = PART_MEMORIAL,
    .is_in = is_in,
    .origin = origin,
    .height = height,
    .fits = fits,
    .told_ms = TOLD_MS,
    .fill = fill,
};
