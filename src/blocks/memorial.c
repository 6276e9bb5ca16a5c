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
static const float NUMBER_FLOOR = 2;                           /* times the words below it: smaller where that is of use */
static const float NUMBER_LINE = 1.0F, NUMBER_FOOT = 0.85F, LINE_HEIGHT = 1.3F;
static const double CONTRAST = 7; /* of what is read on the picture (WCAG 2.1, 1.4.6) */

enum { WORD_SIZES = 3 /* of the words, from the body's type to the smallest that it takes */ };

/* Of number and words. */
struct type_pair {
    int number_px, words_px;
};

/* How it is set in its place. */
struct vigil {
    const struct scene *scene;
    const struct memorial *memorial;
    int panel, pad, number_px, words_px;
    bool button;             /* to what counts them: large letters have it elsewhere */
    struct rect kept;        /* what of the picture nothing is to stand on */
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

enum { LINES_MAX = 3 };

/* A text of the foot, and where it stands. */
struct inscription {
    struct passage passage;
    const struct paragraph *set;
    struct rect rect;
};

/* From the top of rect; returns their height. */
static int set_words(const struct vigil *v, struct rect rect, struct inscription lines[LINES_MAX], int *count)
{
    const struct passage texts[] = {number_of(v), words_of(v, v->memorial->words, v->words_px),
                                    words_of(v, v->memorial->note, v->scene->style->sizes.small_px)};
    int y = 0;

    *count = v->memorial->note.in ? LINES_MAX : LINES_MAX - 1;
    for (int i = 0; i < *count; i++) {
        const struct paragraph *set = passage_set(v->scene, &texts[i], rect.w);

        lines[i] = (struct inscription){texts[i], set, {rect.x, rect.y + y, rect.w, set->height_px}};
        y += set->height_px;
    }
    return y;
}

static void put_words(const struct vigil *v, struct rect rect)
{
    struct inscription lines[LINES_MAX];
    int count;

    set_words(v, rect, lines, &count);
    for (int i = 0; i < count; i++)
        passage_put(v->scene, lines[i].set, &lines[i].passage, lines[i].rect);
}

static struct vigil vigil_of(const struct scene *scene, const struct panel *panel)
{
    return (struct vigil){
        .scene = scene,
        .memorial = panel->memorial,
        .panel = (int)(panel - scene->exhibit->panels),
        .pad = scene->style->margin_px / 2,
        .button = panel->chart && !blocks_lie_behind(scene, panel),
        .night = scene->style->colours.paper,
        .light = scene->style->colours.ink,
    };
}

static struct rect words_rect(const struct vigil *v)
{
    return (struct rect){v->foot.x + v->scene->style->margin_px, v->foot.y + v->pad, words_width(v, v->foot.w), v->foot.h - v->pad};
}

static struct label button_label(const struct vigil *v)
{
    const struct scene *scene = v->scene;

    return (struct label){{.face = FACE_BOLD, .size_px = scene->style->sizes.label_px}, v->night, page_words(scene)->figures, ALIGN_CENTRE};
}

/* At the end of the number's line, on its foot. */
static struct rect button_rect(const struct vigil *v)
{
    const struct style *style = v->scene->style;
    struct label label = button_label(v);
    int height = int_max(style->target_px, style->sizes.label_px * 5 / 2), air = 2 * style->sizes.label_px;
    int width = int_max(style->target_px, int_min(v->foot.w / 2, label_width(v->scene, label.type, label.text) + air));
    int opener = v->foot.y + v->foot.h - style->target_px - 2 * v->pad;
    int y = v->foot.y + v->pad + (int)(NUMBER_FOOT * (float)v->number_px) - height;

    return (struct rect){v->foot.x + v->foot.w - v->pad - width, int_max(v->foot.y, int_min(y, opener - height)), width, height};
}

/* Letters count from the height of capitals on. */
static bool is_on_kept(const struct vigil *v, const struct inscription *line)
{
    int top = line->set->line_count > 0 ? line->set->lines[0].baseline_px - page_metrics(v->scene, line->passage.type).cap_px : 0;
    struct rect ink = {line->rect.x, line->rect.y + top, line->set->width_px, line->rect.h - top};

    return rect_meet(ink, v->kept);
}

/* Gives number and words their foot of rect in this type. Whether half of it is left to the lights, and nothing stands on what is kept. */
static bool stands(struct vigil *v, struct rect rect, struct type_pair type)
{
    struct inscription lines[LINES_MAX];
    int count, height;

    v->number_px = type.number_px;
    v->words_px = type.words_px;
    height = set_words(v, (struct rect){0, 0, words_width(v, rect.w), 0}, lines, &count) + 2 * v->pad;
    v->foot = (struct rect){rect.x, rect.y + rect.h - height, rect.w, height};
    if (2 * height > rect.h)
        return false;
    set_words(v, words_rect(v), lines, &count);
    for (int i = 0; i < count; i++)
        if (is_on_kept(v, &lines[i]))
            return false;
    return !v->button || !rect_meet(button_rect(v), v->kept);
}

/* The number as large as it can be; where it must be small, first the words below it get smaller, too. False: there is no room for them,
 * and they take what they need. */
static bool size_foot(struct vigil *v, struct rect rect)
{
    const struct style *style = v->scene->style;
    int least = (int)(NUMBER_LEAST * (float)int_min(style->screen.w, style->screen.h));
    int body = style->sizes.body_px, smallest = style->sizes.body_smallest_px;

    for (int i = 0; i < WORD_SIZES; i++) {
        int words = body + (smallest - body) * i / (WORD_SIZES - 1);
        int lowest = i < WORD_SIZES - 1 ? least : int_min(least, (int)(NUMBER_FLOOR * (float)words));
        int number = i == 0 ? int_max(least, (int)(NUMBER_SHARE * (float)rect.w)) : least;

        for (; number > lowest; number = int_max(lowest, number * 15 / 16))
            if (stands(v, rect, (struct type_pair){number, words}))
                return true;
        if (stands(v, rect, (struct type_pair){lowest, words}))
            return true;
    }
    stands(v, rect, (struct type_pair){least, body});
    return false;
}

/* Cells as square as they can be, one a light. */
static void divide(struct vigil *v, struct rect rect)
{
    int lights = v->memorial->lights;

    size_foot(v, rect);
    v->foot.h = int_min(v->foot.h, rect.h * 2 / 3);
    v->foot.y = rect.y + rect.h - v->foot.h;
    v->field = rect_inset((struct rect){rect.x, rect.y, rect.w, rect.h - v->foot.h}, v->pad / 2);
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

/* Where a name of that size stands: above its light, where no finger covers it, or below it; where those are on what is kept, beside
 * that. */
static struct rect name_rect(const struct vigil *v, struct rect light, struct size size)
{
    int away = v->scene->style->target_px / 2, right = v->field.x + v->field.w - size.w;
    int x = int_clamp(light.x + light.w / 2 - size.w / 2, v->field.x, right);
    int above = light.y - size.h - away, below = light.y + light.h + away, y = above < v->field.y ? below : above;
    const struct point places[] = {{(float)x, (float)y},
                                   {(float)x, (float)below},
                                   {(float)x, (float)(v->kept.y - size.h)},
                                   {(float)x, (float)(v->kept.y + v->kept.h)},
                                   {(float)int_min(x, v->kept.x - size.w), (float)y},
                                   {(float)int_max(x, v->kept.x + v->kept.w), (float)y}};

    for (size_t i = 0; i < COUNTOF(places); i++) {
        struct rect box = {(int)places[i].x, (int)places[i].y, size.w, size.h};

        if (rect_holds(v->field, box) && !rect_meet(box, v->kept))
            return box;
    }
    return (struct rect){x, y, size.w, size.h};
}

static void put_name(const struct vigil *v)
{
    const struct scene *scene = v->scene;
    const struct style *style = scene->style;
    int chosen = scene->chosen - 1, pad = style->sizes.label_px / 2;

    if (chosen < 0 || chosen >= v->memorial->name_count)
        return;
    struct label label = {{.face = FACE_BOLD, .size_px = style->sizes.body_px}, v->night, v->memorial->names[chosen], ALIGN_CENTRE};

    label.type = label_shrunk(scene, &label, v->field.w - 2 * pad, style->sizes.small_px);

    struct size size = {int_min(v->field.w, label_width(scene, label.type, label.text) + 2 * pad), label.type.size_px * 2};
    struct rect box = name_rect(v, light_rect(v, chosen, 4 * light_side(v)), size);

    draw_fill(page_pen(scene), box, v->light);
    label_put(scene, &label, box);
}

static void put_button(const struct vigil *v)
{
    const struct scene *scene = v->scene;
    struct label label = button_label(v);
    struct rect box = button_rect(v);

    label.type = label_shrunk(scene, &label, box.w - scene->style->sizes.label_px, scene->style->sizes.small_px);
    draw_fill(page_pen(scene), box, v->light);
    label_put(scene, &label, box);
    page_target(scene, box, ACTION_NUMBERS, v->panel);
}

static void fill(const struct scene *scene, const struct panel *panel, struct rect rect)
{
    struct vigil v = vigil_of(scene, panel);

    v.kept = figure_kept_in(scene, &panel->picture, scene->style->page);
    divide(&v, rect);
    spots_begin(scene, v.field);
    spots_add(scene, (struct spot){
                         .rect = v.field,
                         .action = {.kind = ACTION_CHOOSE, .argument = 1},
                         .columns = v.columns,
                         .count = v.memorial->lights,
                     });
    put_lights(&v);
    put_words(&v, words_rect(&v));
    if (v.button)
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

    size_foot(&v, (struct rect){0, 0, width_px, width_px});
    return width_px / 2 + v.foot.h;
}

/* What is kept of the picture does not count: where words stand on it, they can be read. */
static bool fits(const struct scene *scene, const struct panel *panel, struct rect rect)
{
    struct vigil v = vigil_of(scene, panel);

    return size_foot(&v, rect);
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
