/* Maps: countries filled by the year that is chosen, places, lines; labels stand beside the map and never collide.
 *
 * From the top: the year that is shown, the land (countries as tinted pictures under their outlines, and what stands on them) with its
 * labels at both sides, the buttons of the steps, note and source. */
#include "blocks/blocks.h"
#include "blocks/map_buttons.h"
#include "blocks/map_figure.h"
#include "page/map_ground.h"
#include "blocks/map_inland.h"
#include "blocks/map_labels.h"
#include "blocks/map_readout.h"
#include "blocks/map_touch.h"
#include "blocks/note.h"
#include "page/label.h"
#include "page/passage.h"
#include "page/spots.h"
#include "page/stroke.h"

#include <math.h>

static const float SCALE_STEP = 0.05F, SCALE_LEAST = 0.3F, NOTE_SCALE_LEAST = 0.85F, LABEL_SCALE_GOOD = 0.85F;
/* The height of a map at its best: these shares of its width, but no more than that share of the page's height. */
static const float BEST_ASPECT = 0.66F, NARROW_ASPECT = 0.8F, HEIGHT_SHARE = 0.8F;
/* A map is narrow, with the year above it instead of beside it, in less than so many sizes of the labels, or where the year would take more
 * than this share of the width. */
static const float NARROW = 21, YEAR_SHARE = 0.3F;
static const float NUMBER_SHARE = 0.6F; /* of the year's size, a number that is told */
static const float MAP_SHARE = 0.4F;    /* of the width that the land itself keeps, at least */

/* Everything that a map needs while it is drawn, at one scale of its type. */
struct map_sheet {
    const struct scene *scene;
    const struct map *map;
    struct date steps[MAP_STEPS_MAX];
    struct map_buttons buttons; /* as many as there are steps */
    struct type year, small;
    struct map_labels labels;
    int gap_px, column_w[2]; /* columns of labels behind the map [0] and before it [1], as one reads */
    int neighbour;           /* that what is chosen is held against; 0: none */
    bool narrow, inland;     /* inland: labels stand on the land, beside their points, not in columns */
};

static int scaled(int px, float scale)
{
    return int_max(5, (int)((float)px * scale));
}

static bool is_reached(const struct map_sheet *sheet, struct date date)
{
    return sheet->buttons.count == 0 || map_date_reached(date, sheet->steps[sheet->buttons.chosen]);
}

/* Whether it came with this very step. */
static bool is_new(const struct map_sheet *sheet, struct date date)
{
    return sheet->buttons.count > 0 && is_reached(sheet, date) &&
           (sheet->buttons.chosen == 0 || !map_date_reached(date, sheet->steps[sheet->buttons.chosen - 1]));
}

static bool is_over(const struct map_sheet *sheet, const struct map_country *country)
{
    return country->to.year != 0 && sheet->buttons.count > 0 && map_date_reached(country->to, sheet->steps[sheet->buttons.chosen]);
}

static bool is_chosen(const struct map_sheet *sheet, int item)
{
    return sheet->scene->chosen == item;
}

/* It, or what it is held against. */
static bool is_told(const struct map_sheet *sheet, int item)
{
    return is_chosen(sheet, item) || (sheet->neighbour > 0 && sheet->neighbour == item);
}

static bool is_pale(const struct map_sheet *sheet, int item)
{
    return map_touch_is_pale(sheet->scene, sheet->map, item);
}

static const char *years_text(const struct map_sheet *sheet, const struct map_country *country)
{
    const struct date_format *format = &page_words(sheet->scene)->dates;
    struct arena *arena = sheet->scene->arena;
    const char *from = date_text(arena, format, date_cut(country->from, PRECISION_YEAR));

    if (country->to.year == 0)
        return from;
    return arena_printf(arena, "%s\u2013%s", from, date_text(arena, format, date_cut(country->to, PRECISION_YEAR)));
}

static const char *step_text(const struct map_sheet *sheet, struct date step)
{
    return date_text(sheet->scene->arena, &page_words(sheet->scene)->dates, step);
}

/* Whether the label of what lies in the west, or not, stands before the map as one reads. */
static bool is_before(const struct map_sheet *sheet, bool west)
{
    return west != page_mirrored(sheet->scene);
}

static bool is_west(const struct map *map, struct place place)
{
    struct rect box = map->land->box;

    return land_point(map->land, place).x < (float)box.x + (float)box.w / 2;
}

static bool is_area_west(const struct map *map, const struct land_area *area)
{
    return area->side == LAND_NEARER ? is_west(map, area->at) : area->side == LAND_LEFT;
}

static struct place middle(struct place one, struct place other)
{
    return (struct place){(one.latitude + other.latitude) / 2, (one.longitude + other.longitude) / 2};
}

/* The labels of all steps, so that each keeps its place when the step changes. */
static void gather_labels(struct map_sheet *sheet, const struct map_ground *ground)
{
    const struct map *map = sheet->map;
    int language = sheet->scene->language;

    sheet->labels.count = 0;
    for (int i = 0; i < map->country_count; i++) {
        const struct map_country *c = &map->countries[i];

        map_labels_add(&sheet->labels, (struct map_label){.name = text_in(c->label, language),
                                                          .years = c->from.year != 0 ? years_text(sheet, c) : "",
                                                          .anchor = map_ground_point(ground, c->area->at),
                                                          .before = is_before(sheet, is_area_west(map, c->area)),
                                                          .hidden = !is_reached(sheet, c->from) && !is_told(sheet, i + 1),
                                                          .pale = is_pale(sheet, i + 1),
                                                          .item = i + 1});
    }
    for (int i = 0; i < map->point_count; i++) {
        const struct map_point *p = &map->points[i];
        int item = map->country_count + i + 1;

        map_labels_add(&sheet->labels, (struct map_label){.name = "",
                                                          .years = text_in(p->label, language),
                                                          .anchor = map_ground_point(ground, p->at),
                                                          .before = is_before(sheet, is_west(map, p->at)),
                                                          .hidden = !is_reached(sheet, p->date) && !is_told(sheet, item),
                                                          .pale = is_pale(sheet, item),
                                                          .item = item});
    }
    for (int i = 0; i < map->line_count; i++) {
        const struct map_line *l = &map->lines[i];
        struct place at = middle(l->from, l->to);

        map_labels_add(&sheet->labels, (struct map_label){.name = text_in(l->label, language),
                                                          .years = "",
                                                          .anchor = map_ground_point(ground, at),
                                                          .before = is_before(sheet, is_west(map, at)),
                                                          .hidden = !is_reached(sheet, l->date),
                                                          .pale = is_pale(sheet, 0)});
    }
}

static struct map_sheet sheet_make(const struct scene *scene, const struct map *map, int width, float scale)
{
    const struct style *style = scene->style;
    struct map_sheet sheet = {
        .scene = scene,
        .map = map,
        .year = {.face = FACE_HEADLINE, .size_px = scaled((style->sizes.title_px + style->sizes.title_smallest_px) / 2, scale)},
        .small = {.face = FACE_TEXT, .size_px = scaled(style->sizes.small_px, fmaxf(scale, NOTE_SCALE_LEAST))},
        .neighbour = scene->chosen > 0 && scene->chosen <= map_items(map) ? map_figure_of(map, scene->chosen).other : 0,
        .buttons = {.type = {.face = FACE_BOLD, .size_px = style->sizes.label_px}},
        .labels = {.name = {.face = FACE_BOLD, .size_px = scaled(style->sizes.body_smallest_px, scale)},
                   .years = {.face = FACE_TEXT, .size_px = scaled(style->sizes.label_px, scale)}},
    };
    struct map_ground anywhere = {.land = map->land, .scale = 1};

    sheet.gap_px = int_max(3, sheet.labels.name.size_px / 2);
    sheet.buttons.count = int_min(map_steps(map, sheet.steps), MAP_STEPS_MAX);
    gather_labels(&sheet, &anywhere);
    for (int before = 0; before < 2; before++)
        sheet.column_w[before] = map_labels_width(scene, &sheet.labels, before > 0);
    int year = 0;

    for (int i = 0; i < sheet.buttons.count; i++) {
        sheet.buttons.texts[i] = step_text(&sheet, sheet.steps[i]);
        year = int_max(year, label_width(scene, sheet.year, sheet.buttons.texts[i]));
    }
    sheet.narrow = (float)width < NARROW * (float)style->sizes.body_smallest_px || (float)year > YEAR_SHARE * (float)width;
    if (!sheet.narrow)
        sheet.column_w[1] = int_max(sheet.column_w[1], year);
    return sheet;
}

static int buttons_height(const struct map_sheet *sheet, int width)
{
    int height = map_buttons_height(sheet->scene, &sheet->buttons, width);

    return height > 0 ? height + sheet->gap_px : 0;
}

/* Note and source; draws when told to. Returns their height. */
static int foot(const struct map_sheet *sheet, struct rect rect, bool draw)
{
    const char *texts[] = {text_in(sheet->map->note, sheet->scene->language), note_source(sheet->scene, sheet->map->source)};
    int y = rect.y;

    for (size_t i = 0; i < COUNTOF(texts); i++) {
        struct passage text = note_passage(sheet->scene, sheet->small, texts[i]);
        const struct paragraph *paragraph = passage_set(sheet->scene, &text, rect.w);

        if (!texts[i][0])
            continue;
        if (draw)
            passage_put(sheet->scene, paragraph, &text, (struct rect){rect.x, y + sheet->gap_px / 2, rect.w, 0});
        y += paragraph->height_px + sheet->gap_px / 2;
    }
    return y - rect.y;
}

static struct map_readout readout_of(const struct map_sheet *sheet)
{
    struct type number = {.face = FACE_HEADLINE, .size_px = (int)(NUMBER_SHARE * (float)sheet->year.size_px)};

    return (struct map_readout){sheet->scene, sheet->map, {number, sheet->labels.name, sheet->labels.years}};
}

/* Where what is chosen is told, between the land and the buttons. */
static int told_height(const struct map_sheet *sheet, int width)
{
    struct map_readout readout = readout_of(sheet);

    return map_readout_height(&readout, width) + sheet->gap_px;
}

static int year_height(const struct map_sheet *sheet)
{
    struct face_metrics metrics = page_metrics(sheet->scene, sheet->year);

    return sheet->buttons.count > 0 ? metrics.cap_px + 2 * sheet->gap_px : 0;
}

/* As large as fits in the middle of what the labels' columns leave. */
static struct map_ground ground_in(const struct map_sheet *sheet, struct rect space)
{
    struct rect box = sheet->map->land->box;
    int left = sheet->column_w[1] > 0 ? sheet->column_w[1] + 2 * sheet->gap_px : 0,
        right = sheet->column_w[0] > 0 ? sheet->column_w[0] + 2 * sheet->gap_px : 0;
    int width = int_max(1, space.w - left - right), above = sheet->narrow ? year_height(sheet) : 0;

    space.y += above;
    space.h -= above;
    float scale = (float)int_max(1, space.h) / (float)box.h;

    if (scale * (float)box.w > (float)width)
        scale = (float)width / (float)box.w;
    struct size size = {(int)(scale * (float)box.w), (int)(scale * (float)box.h)};

    return (struct map_ground){
        .rect = {space.x + left + (width - size.w) / 2, space.y + (space.h - size.h) / 2, size.w, size.h},
        .scale = scale,
        .land = sheet->map->land,
        .mirrored = page_mirrored(sheet->scene),
    };
}

/* A picture of assets/maps, where it stands in the projection. */
struct shape {
    const char *name;
    struct rect box;
    struct colour colour;
};

static void put_shape(const struct map_sheet *sheet, const struct map_ground *ground, struct shape shape)
{
    const char *path = arena_printf(sheet->scene->arena, "assets/maps/%s/%s.svg", ground->land->name, shape.name);

    draw_icon(page_pen(sheet->scene), map_ground_box(ground, shape.box), path, shape.colour);
}

static void put_countries(const struct map_sheet *sheet, const struct map_ground *ground)
{
    const struct theme_colours *colours = &sheet->scene->style->colours;

    for (int i = 0; i < sheet->map->country_count; i++) {
        const struct map_country *c = &sheet->map->countries[i];
        bool filled = is_reached(sheet, c->from) && !is_over(sheet, c);
        struct colour colour = is_new(sheet, c->from) ? colours->deep : colours->light;

        if (filled || is_chosen(sheet, i + 1))
            put_shape(sheet, ground,
                      (struct shape){c->area->id, c->area->box,
                                     map_touch_shade(sheet->scene, sheet->map, i + 1, filled ? colour : colours->muted)});
    }
    for (int i = 0; i < ground->land->layer_count; i++) {
        const struct land_layer *layer = &ground->land->layers[i];

        put_shape(sheet, ground, (struct shape){layer->id, ground->land->box, tint_colour(colours, &layer->colour)});
    }
}

static void put_lines(const struct map_sheet *sheet, const struct map_ground *ground)
{
    int rule = int_max(2, sheet->scene->style->rule_px);

    for (int i = 0; i < sheet->map->line_count; i++) {
        const struct map_line *l = &sheet->map->lines[i];
        struct stroke stroke = {
            .from = map_ground_point(ground, l->from),
            .to = map_ground_point(ground, l->to),
            .thickness_px = rule,
            .dash_px = 4 * rule,
            .gap_px = 2 * rule,
            .colour = sheet->scene->style->colours.ink,
        };

        if (is_reached(sheet, l->date))
            stroke_put(page_pen(sheet->scene), &stroke);
    }
}

static int square_side(const struct map_sheet *sheet)
{
    return int_max(8, 4 * sheet->scene->style->rule_px);
}

static void put_point(const struct map_sheet *sheet, const struct map_ground *ground, int index)
{
    const struct theme_colours *colours = &sheet->scene->style->colours;
    const struct map_point *p = &sheet->map->points[index];
    int side = square_side(sheet), edge = int_max(2, sheet->scene->style->rule_px / 2), item = sheet->map->country_count + index + 1;
    struct point at = map_ground_point(ground, p->at);
    struct rect square = {(int)at.x - side / 2, (int)at.y - side / 2, side, side};
    bool marked = is_chosen(sheet, item) || (sheet->scene->chosen == 0 && p->date.year != 0 && is_new(sheet, p->date));
    struct colour colour = marked ? colours->deep : is_pale(sheet, item) ? colours->muted : colours->ink;

    if (!is_reached(sheet, p->date) && !is_told(sheet, item))
        return;
    if (is_chosen(sheet, item))
        square = rect_inset(square, -side / 2);
    draw_fill(page_pen(sheet->scene), square, colours->paper);
    draw_fill(page_pen(sheet->scene), rect_inset(square, edge), colour);
    map_touch_put(sheet->scene, item, square);
}

/* The one that is chosen is larger, and below the others: it hides none. */
static void put_points(const struct map_sheet *sheet, const struct map_ground *ground)
{
    for (int chosen = 1; chosen >= 0; chosen--)
        for (int i = 0; i < sheet->map->point_count; i++)
            if (is_chosen(sheet, sheet->map->country_count + i + 1) == (chosen > 0))
                put_point(sheet, ground, i);
}

static void put_year(const struct map_sheet *sheet, struct rect space)
{
    const char *text = sheet->buttons.texts[sheet->buttons.chosen];
    struct label label = {sheet->year, sheet->scene->style->colours.ink, text, ALIGN_START};

    label.type = label_shrunk(sheet->scene, &label, space.w, 5);
    space.h = year_height(sheet) - 2 * sheet->gap_px;
    label_put(sheet->scene, &label, space);
}

/* The labels' columns at both sides of the ground; the one before it below the year. */
static struct rect column_of(const struct map_sheet *sheet, const struct map_ground *ground, struct rect space, bool before)
{
    int top = before || sheet->narrow ? year_height(sheet) : 0, width = sheet->column_w[before];
    int x = before ? ground->rect.x - 2 * sheet->gap_px - width : ground->rect.x + ground->rect.w + 2 * sheet->gap_px;

    return (struct rect){x, space.y + top, width, space.h - top};
}

/* Of a map that shows points alone, whether its labels have room on the land; then it needs no columns beside it. */
static bool stands_inland(struct map_sheet *sheet, struct rect space)
{
    struct map_sheet inland = *sheet;

    if (sheet->map->country_count > 0)
        return false;
    inland.inland = inland.narrow = true;
    inland.column_w[0] = inland.column_w[1] = 0;
    struct map_ground ground = ground_in(&inland, space);
    int above = year_height(&inland);

    gather_labels(&inland, &ground);
    if (!map_inland_place(sheet->scene, &inland.labels, (struct rect){space.x, space.y + above, space.w, space.h - above},
                          square_side(sheet)))
        return false;
    *sheet = inland;
    return true;
}

static bool fits(struct map_sheet *sheet, struct rect space)
{
    if (stands_inland(sheet, space))
        return true;
    int columns = sheet->column_w[0] + sheet->column_w[1] + 4 * sheet->gap_px;

    return columns <= (int)((float)space.w * (1 - MAP_SHARE)) &&
           map_labels_height(sheet->scene, &sheet->labels, false) <= space.h - (sheet->narrow ? year_height(sheet) : 0) &&
           map_labels_height(sheet->scene, &sheet->labels, true) <= space.h - year_height(sheet);
}

static struct rect space_of(const struct map_sheet *sheet, struct rect rect)
{
    rect.h = int_max(1, rect.h - buttons_height(sheet, rect.w) - told_height(sheet, rect.w) - foot(sheet, rect, false));
    return rect;
}

/* The height that the land and its labels fill; below it a tall space stays empty. */
static int needed_height(const struct map_sheet *sheet, struct rect space)
{
    if (sheet->inland)
        return ground_in(sheet, space).rect.h + year_height(sheet);
    int behind = (sheet->narrow ? year_height(sheet) : 0) + map_labels_height(sheet->scene, &sheet->labels, false);
    int before = year_height(sheet) + map_labels_height(sheet->scene, &sheet->labels, true);

    return int_max(ground_in(sheet, space).rect.h + (sheet->narrow ? year_height(sheet) : 0), int_max(behind, before));
}

static int map_height(const struct scene *scene, const struct panel *panel, int width_px)
{
    struct map_sheet sheet = sheet_make(scene, panel->map, width_px, 1);
    int best =
        int_min((int)((float)width_px * (sheet.narrow ? NARROW_ASPECT : BEST_ASPECT)), (int)((float)scene->style->page.h * HEIGHT_SHARE));

    return best + buttons_height(&sheet, width_px) + told_height(&sheet, width_px) + foot(&sheet, (struct rect){0, 0, width_px, 0}, false);
}

static void put_labels(struct map_sheet *sheet, const struct map_ground *ground, struct rect space)
{
    gather_labels(sheet, ground);
    if (sheet->inland) {
        int above = year_height(sheet);

        map_inland_place(sheet->scene, &sheet->labels, (struct rect){space.x, space.y + above, space.w, space.h - above},
                         square_side(sheet));
        map_inland_put(sheet->scene, &sheet->labels);
        return;
    }
    for (int before = 0; before < 2; before++) {
        struct rect column = column_of(sheet, ground, space, before);

        map_labels_place(sheet->scene, &sheet->labels, before, column);
        map_labels_put(sheet->scene, &sheet->labels, before, column);
    }
}

/* From the top of rect: what is chosen, the buttons, the foot. */
static void put_below(const struct map_sheet *sheet, struct rect rect)
{
    struct map_readout readout = readout_of(sheet);

    map_readout_put(&readout, (struct rect){rect.x, rect.y + sheet->gap_px, rect.w, map_readout_height(&readout, rect.w)});
    rect.y += told_height(sheet, rect.w);
    map_buttons_put(sheet->scene, &sheet->buttons, (struct rect){rect.x, rect.y + sheet->gap_px, rect.w, rect.h});
    rect.y += buttons_height(sheet, rect.w);
    foot(sheet, rect, true);
}

/* Its step is scene.step of map_steps; the last one for -1. */
static void map_fill(const struct scene *scene, const struct panel *panel, struct rect rect)
{
    float scale = 1;
    struct map_sheet sheet = sheet_make(scene, panel->map, rect.w, scale);

    while (scale > SCALE_LEAST && !fits(&sheet, space_of(&sheet, rect))) {
        scale -= SCALE_STEP;
        sheet = sheet_make(scene, panel->map, rect.w, scale);
    }
    int last = int_max(0, sheet.buttons.count - 1);

    sheet.buttons.chosen = scene->step < 0 ? last : int_min(scene->step, last);

    struct rect space = space_of(&sheet, rect);

    space.h = int_min(space.h, needed_height(&sheet, space));
    struct map_ground ground = ground_in(&sheet, space);

    spots_begin(scene, rect);
    put_countries(&sheet, &ground);
    put_lines(&sheet, &ground);
    put_points(&sheet, &ground);
    put_labels(&sheet, &ground, space);
    map_touch_put_areas(scene, sheet.map, &ground);
    if (sheet.buttons.count > 0)
        put_year(&sheet, space);
    put_below(&sheet, (struct rect){rect.x, space.y + space.h, rect.w, rect.h});
}

/* ---- as a block ---- */

static bool is_in(const struct panel *panel)
{
    return panel->map;
}

static struct origin origin_of(const struct panel *panel)
{
    return panel->map->origin;
}

/* Its labels stand there in their size, or nearly. */
static bool map_fits(const struct scene *scene, const struct panel *panel, struct rect rect)
{
    struct map_sheet sheet = sheet_make(scene, panel->map, rect.w, LABEL_SCALE_GOOD);

    return fits(&sheet, space_of(&sheet, rect));
}

/* A map without dates has one step. */
static int step_count(const struct panel *panel)
{
    struct date steps[MAP_STEPS_MAX];

    return int_clamp(map_steps(panel->map, steps), 1, MAP_STEPS_MAX);
}

static const char *word(const struct words *words)
{
    return words->show_map;
}

const struct block block_map = {
    .part = PART_MAP,
    .is_in = is_in,
    .origin = origin_of,
    .word = word,
    .height = map_height,
    .fits = map_fits,
    .steps = step_count,
    .fill = map_fill,
};
