/* A map: the year, the countries as tinted pictures under their outlines, what stands on them, the keys of the years, a foot. */
#include "blocks/map.h"

#include "blocks/map_labels.h"
#include "blocks/map_region.h"
#include "page/button.h"
#include "page/icon.h"
#include "page/passage.h"
#include "page/stroke.h"

#include <math.h>

static const float SCALE_STEP = 0.05F, SCALE_LEAST = 0.3F, FOOT_SCALE_LEAST = 0.85F, LABEL_SCALE_GOOD = 0.85F;
static const float BEST_ASPECT = 0.66F, NARROW_ASPECT = 0.8F, HEIGHT_SHARE = 0.8F; /* of the width, but no more of the page's height */
/* The year stands beside the map, or above it: in less than so many sizes of the labels, or when it takes more of the width. */
static const float NARROW = 21, YEAR_SHARE = 0.3F;
static const float MAP_SHARE = 0.4F; /* of the width that the land itself keeps, at least */
static const float KEY_STRETCH = 2;  /* times their own width, when keys fill a row */

/* Everything that a map needs while it is drawn, at one scale of its type. */
struct atlas {
    const struct scene *scene;
    const struct map *map;
    struct date steps[MAP_STEPS_MAX];
    int step_count, step;
    struct type year, small, key;
    int gap_px, column_w[2]; /* labels in the east [0] and in the west [1] */
    bool narrow;
    struct map_labels labels;
};

/* Units of the projection to pixels. */
struct ground {
    struct rect rect;
    float scale;
    enum region region;
};

static int scaled(int px, float scale)
{
    return int_max(5, (int)((float)px * scale));
}

static struct point on_ground(const struct ground *ground, struct place place)
{
    struct point p = region_project(ground->region, place);
    struct rect box = region_box(ground->region);

    return (struct point){(float)ground->rect.x + (p.x - (float)box.x) * ground->scale,
                          (float)ground->rect.y + (p.y - (float)box.y) * ground->scale};
}

static bool is_reached(const struct atlas *a, struct date date)
{
    return a->step_count == 0 || map_date_reached(date, a->steps[a->step]);
}

/* It came with this very step. */
static bool is_new(const struct atlas *a, struct date date)
{
    return a->step_count > 0 && is_reached(a, date) && (a->step == 0 || !map_date_reached(date, a->steps[a->step - 1]));
}

static bool is_over(const struct atlas *a, const struct map_country *country)
{
    return country->to.year > 0 && a->step_count > 0 && map_date_reached(country->to, a->steps[a->step]);
}

static const char *years_text(const struct atlas *a, const struct map_country *country)
{
    if (country->to.year > 0)
        return arena_printf(a->scene->arena, "%d\u2013%d", country->from.year, country->to.year);
    return arena_printf(a->scene->arena, "%d", country->from.year);
}

static const char *step_text(const struct atlas *a, int step)
{
    struct date date = a->steps[step];

    return date_text(a->scene->arena, &page_words(a->scene)->dates, date, date.month > 0 ? PRECISION_DAY : PRECISION_YEAR);
}

static bool is_west(const struct map *map, struct place place)
{
    struct rect box = region_box(map->region);

    return region_project(map->region, place).x < (float)box.x + (float)box.w / 2;
}

static struct place middle(struct place one, struct place other)
{
    return (struct place){(one.latitude + other.latitude) / 2, (one.longitude + other.longitude) / 2};
}

/* The labels of all steps, so that each keeps its place when the step changes. */
static void gather_labels(struct atlas *a, const struct ground *ground)
{
    const struct map *map = a->map;
    int language = a->scene->language;

    a->labels.count = 0;
    for (int i = 0; i < map->country_count; i++) {
        const struct map_country *c = &map->countries[i];
        const struct region_country *shape = region_country(map->region, c->country);

        map_labels_add(&a->labels, (struct map_label){text_in(c->label, language), years_text(a, c), on_ground(ground, shape->anchor),
                                                      shape->west, !is_reached(a, c->from), 0});
    }
    for (int i = 0; i < map->point_count; i++) {
        const struct map_point *p = &map->points[i];

        map_labels_add(&a->labels, (struct map_label){"", text_in(p->label, language), on_ground(ground, p->at), is_west(map, p->at),
                                                      !is_reached(a, p->date), 0});
    }
    for (int i = 0; i < map->line_count; i++) {
        const struct map_line *l = &map->lines[i];
        struct place at = middle(l->from, l->to);

        map_labels_add(&a->labels, (struct map_label){text_in(l->label, language), "", on_ground(ground, at), is_west(map, at),
                                                      !is_reached(a, l->date), 0});
    }
}

static struct atlas atlas_make(const struct scene *scene, const struct map *map, int width, float scale)
{
    const struct style *style = scene->style;
    struct atlas a = {
        .scene = scene,
        .map = map,
        .year = {FACE_HEADLINE, scaled((style->sizes.title_px + style->sizes.title_smallest_px) / 2, scale), 0},
        .small = {FACE_TEXT, scaled(style->sizes.small_px, fmaxf(scale, FOOT_SCALE_LEAST)), 0},
        .key = {FACE_BOLD, style->sizes.label_px, 0},
        .labels = {.name = {FACE_BOLD, scaled(style->sizes.body_smallest_px, scale), 0},
                   .years = {FACE_TEXT, scaled(style->sizes.label_px, scale), 0}},
    };
    struct ground anywhere = {.region = map->region, .scale = 1};

    a.gap_px = int_max(3, a.labels.name.size_px / 2);
    a.step_count = int_min(map_steps(map, a.steps), MAP_STEPS_MAX);
    gather_labels(&a, &anywhere);
    for (int west = 0; west < 2; west++)
        a.column_w[west] = map_labels_width(scene, &a.labels, west > 0);
    int year = 0;

    for (int i = 0; i < a.step_count; i++)
        year = int_max(year, label_width(scene, a.year, step_text(&a, i)));
    a.narrow = (float)width < NARROW * (float)style->sizes.body_smallest_px || (float)year > YEAR_SHARE * (float)width;
    if (!a.narrow)
        a.column_w[1] = int_max(a.column_w[1], year);
    return a;
}

/* The keys of the steps, in as many rows as they need, beside the hand that invites to touch them. */
struct keys {
    int w, h, gap, hand, columns, rows;
};

static struct keys measure_keys(const struct atlas *a, int width)
{
    const struct style *style = a->scene->style;
    struct keys keys = {.w = style->target_px, .h = style->target_px, .gap = int_max(4, style->target_px / 8)};

    if (a->step_count < 2)
        return (struct keys){0};
    for (int i = 0; i < a->step_count; i++)
        keys.w = int_max(keys.w, label_width(a->scene, a->key, step_text(a, i)) + a->key.size_px);
    keys.hand = style->icon_px + keys.gap;
    width = int_max(1, width - keys.hand);
    keys.w = int_min(keys.w, width);
    keys.columns = int_clamp((width + keys.gap) / (keys.w + keys.gap), 1, a->step_count);
    keys.rows = (a->step_count + keys.columns - 1) / keys.columns;
    keys.columns = (a->step_count + keys.rows - 1) / keys.rows; /* rows of even length */
    keys.w = int_min((int)(KEY_STRETCH * (float)keys.w), (width + keys.gap) / keys.columns - keys.gap);
    return keys;
}

static int keys_height(const struct atlas *a, int width)
{
    struct keys keys = measure_keys(a, width);

    return keys.rows * (keys.h + keys.gap) + (keys.rows > 0 ? a->gap_px : 0);
}

/* The keys have the colours of the countries: what came before, what came with this step, and what is still to come. */
static void put_key(const struct atlas *a, struct rect key, int step)
{
    const struct theme_colours *colours = &a->scene->style->colours;
    struct label label = {a->key, colours->ink, step_text(a, step), ALIGN_CENTRE};

    label.type = label_shrunk(a->scene, &label, key.w - a->key.size_px / 2, 5);
    if (step < a->step)
        draw_fill(page_pen(a->scene), key, colours->voices);
    if (step == a->step)
        label.colour = colours->argument;
    button_put(a->scene, key, &label, step == a->step);
}

static void put_keys(const struct atlas *a, struct rect rect)
{
    struct keys keys = measure_keys(a, rect.w);
    int icon = a->scene->style->icon_px;

    if (keys.rows > 0)
        icon_put(a->scene, ICON_TOUCH, (struct rect){rect.x, rect.y + (keys.h - icon) / 2, icon, icon}, a->scene->style->colours.argument);
    for (int i = 0; i < a->step_count && keys.rows > 0; i++) {
        int x = rect.x + keys.hand + i % keys.columns * (keys.w + keys.gap), y = rect.y + i / keys.columns * (keys.h + keys.gap);
        struct rect key = {x, y, keys.w, keys.h};

        put_key(a, key, i);
        page_target(a->scene, key, ACTION_STEP, i);
    }
}

static struct passage foot_text(const struct atlas *a, const char *text)
{
    return (struct passage){
        .prose = paragraph_plain(a->scene->arena, text),
        .type = a->small,
        .colour = a->scene->style->colours.muted,
        .line_height = 1.25F,
    };
}

/* Note and source; draws when told to. Returns their height. */
static int foot(const struct atlas *a, struct rect rect, bool draw)
{
    const char *source = text_in(a->map->source, a->scene->language), *texts[2] = {text_in(a->map->note, a->scene->language), ""};
    int y = rect.y;

    if (source[0])
        texts[1] = arena_printf(a->scene->arena, "%s: %s", page_words(a->scene)->sources, source);
    for (int i = 0; i < 2; i++) {
        struct passage text = foot_text(a, texts[i]);
        const struct paragraph *paragraph = passage_set(a->scene, &text, rect.w);

        if (!texts[i][0])
            continue;
        if (draw)
            passage_put(a->scene, paragraph, &text, (struct rect){rect.x, y + a->gap_px / 2, rect.w, 0});
        y += paragraph->height_px + a->gap_px / 2;
    }
    return y - rect.y;
}

static int year_height(const struct atlas *a)
{
    struct face_metrics metrics = a->scene->measure->metrics(a->scene->measure->context, a->year);

    return a->step_count > 0 ? metrics.cap_px + 2 * a->gap_px : 0;
}

/* In the middle of what the labels' columns leave, with the region's aspect. */
static struct ground ground_in(const struct atlas *a, struct rect space)
{
    struct rect box = region_box(a->map->region);
    int left = a->column_w[1] > 0 ? a->column_w[1] + 2 * a->gap_px : 0, right = a->column_w[0] > 0 ? a->column_w[0] + 2 * a->gap_px : 0;
    int width = int_max(1, space.w - left - right), above = a->narrow ? year_height(a) : 0;

    space.y += above;
    space.h -= above;
    float scale = (float)int_max(1, space.h) / (float)box.h;

    if (scale * (float)box.w > (float)width)
        scale = (float)width / (float)box.w;
    struct size size = {(int)(scale * (float)box.w), (int)(scale * (float)box.h)};

    return (struct ground){
        .rect = {space.x + left + (width - size.w) / 2, space.y + (space.h - size.h) / 2, size.w, size.h},
        .scale = scale,
        .region = a->map->region,
    };
}

static struct rect scaled_box(const struct ground *ground, struct rect box)
{
    struct rect all = region_box(ground->region);
    int x = ground->rect.x + (int)((float)(box.x - all.x) * ground->scale + 0.5F);
    int y = ground->rect.y + (int)((float)(box.y - all.y) * ground->scale + 0.5F);
    int right = ground->rect.x + (int)((float)(box.x + box.w - all.x) * ground->scale + 0.5F);
    int bottom = ground->rect.y + (int)((float)(box.y + box.h - all.y) * ground->scale + 0.5F);

    return (struct rect){x, y, right - x, bottom - y};
}

/* A picture of assets/maps, where it stands in the projection. */
struct shape {
    const char *name;
    struct rect box;
    struct colour colour;
};

static void put_shape(const struct atlas *a, const struct ground *ground, struct shape shape)
{
    const char *path = arena_printf(a->scene->arena, "assets/maps/%s/%s.svg", region_names[a->map->region], shape.name);

    draw_icon(page_pen(a->scene), scaled_box(ground, shape.box), path, shape.colour);
}

static void put_countries(const struct atlas *a, const struct ground *ground)
{
    const struct theme_colours *colours = &a->scene->style->colours;

    for (int i = 0; i < a->map->country_count; i++) {
        const struct map_country *c = &a->map->countries[i];

        if (is_reached(a, c->from) && !is_over(a, c))
            put_shape(a, ground,
                      (struct shape){country_names[c->country], region_country(a->map->region, c->country)->box,
                                     is_new(a, c->from) ? colours->argument : colours->voices});
    }
    put_shape(a, ground, (struct shape){"outline", region_box(a->map->region), colours->ink});
}

static void put_lines(const struct atlas *a, const struct ground *ground)
{
    int rule = int_max(2, a->scene->style->rule_px);

    for (int i = 0; i < a->map->line_count; i++) {
        const struct map_line *l = &a->map->lines[i];
        struct stroke stroke = {
            .from = on_ground(ground, l->from),
            .to = on_ground(ground, l->to),
            .thickness_px = rule,
            .dash_px = 4 * rule,
            .gap_px = 2 * rule,
            .colour = a->scene->style->colours.ink,
        };

        if (is_reached(a, l->date))
            stroke_put(page_pen(a->scene), &stroke);
    }
}

static void put_points(const struct atlas *a, const struct ground *ground)
{
    const struct theme_colours *colours = &a->scene->style->colours;
    int side = int_max(8, 4 * a->scene->style->rule_px), edge = int_max(2, a->scene->style->rule_px / 2);

    for (int i = 0; i < a->map->point_count; i++) {
        const struct map_point *p = &a->map->points[i];
        struct point at = on_ground(ground, p->at);
        struct rect square = {(int)at.x - side / 2, (int)at.y - side / 2, side, side};

        if (!is_reached(a, p->date))
            continue;
        draw_fill(page_pen(a->scene), square, colours->paper);
        draw_fill(page_pen(a->scene), rect_inset(square, edge), colours->ink);
    }
}

static void put_year(const struct atlas *a, struct rect space)
{
    const char *text = step_text(a, a->step);
    struct label label = {a->year, a->scene->style->colours.ink, text, ALIGN_LEFT};

    label.type = label_shrunk(a->scene, &label, space.w, 5);
    space.h = year_height(a) - 2 * a->gap_px;
    label_put(a->scene, &label, space);
}

/* The labels' columns at both sides of the ground; in the west below the year. */
static struct rect column_of(const struct atlas *a, const struct ground *ground, struct rect space, bool west)
{
    int top = west || a->narrow ? year_height(a) : 0, width = a->column_w[west];
    int x = west ? ground->rect.x - 2 * a->gap_px - width : ground->rect.x + ground->rect.w + 2 * a->gap_px;

    return (struct rect){x, space.y + top, width, space.h - top};
}

static bool fits(const struct atlas *a, struct rect space)
{
    int columns = a->column_w[0] + a->column_w[1] + 4 * a->gap_px;

    return columns <= (int)((float)space.w * (1 - MAP_SHARE)) &&
           map_labels_height(a->scene, &a->labels, false) <= space.h - (a->narrow ? year_height(a) : 0) &&
           map_labels_height(a->scene, &a->labels, true) <= space.h - year_height(a);
}

static struct rect space_of(const struct atlas *a, struct rect rect)
{
    rect.h = int_max(1, rect.h - keys_height(a, rect.w) - foot(a, rect, false));
    return rect;
}

/* What a narrow map does not need of a tall space. */
static int needed_height(const struct atlas *a, struct rect space)
{
    int east = (a->narrow ? year_height(a) : 0) + map_labels_height(a->scene, &a->labels, false);
    int west = year_height(a) + map_labels_height(a->scene, &a->labels, true);

    return int_max(ground_in(a, space).rect.h + (a->narrow ? year_height(a) : 0), int_max(east, west));
}

int map_height(const struct scene *scene, const struct map *map, int width_px)
{
    struct atlas a = atlas_make(scene, map, width_px, 1);
    int best =
        int_min((int)((float)width_px * (a.narrow ? NARROW_ASPECT : BEST_ASPECT)), (int)((float)scene->style->page.h * HEIGHT_SHARE));

    return best + keys_height(&a, width_px) + foot(&a, (struct rect){0, 0, width_px, 0}, false);
}

void map_fill(const struct scene *scene, const struct map *map, struct rect rect)
{
    float scale = 1;
    struct atlas a = atlas_make(scene, map, rect.w, scale);

    while (scale > SCALE_LEAST && !fits(&a, space_of(&a, rect))) {
        scale -= SCALE_STEP;
        a = atlas_make(scene, map, rect.w, scale);
    }
    int last = int_max(0, a.step_count - 1);

    a.step = scene->step < 0 ? last : int_min(scene->step, last);

    struct rect space = space_of(&a, rect);

    space.h = int_min(space.h, needed_height(&a, space));
    struct ground ground = ground_in(&a, space);

    put_countries(&a, &ground);
    put_lines(&a, &ground);
    put_points(&a, &ground);
    gather_labels(&a, &ground);
    for (int west = 0; west < 2; west++) {
        struct rect column = column_of(&a, &ground, space, west);

        map_labels_place(scene, &a.labels, west, column);
        map_labels_put(scene, &a.labels, west, column);
    }
    if (a.step_count > 0)
        put_year(&a, space);
    rect.y = space.y + space.h + a.gap_px;
    put_keys(&a, rect);
    rect.y = space.y + space.h + keys_height(&a, rect.w);
    foot(&a, rect, true);
}

/* ---- as a block ---- */

static bool is_in(const struct panel *panel)
{
    return panel->map;
}

static int block_height(const struct scene *scene, const struct panel *panel, int width_px)
{
    return map_height(scene, panel->map, width_px);
}

/* Its labels stand there in their size, or nearly. */
static bool block_fits(const struct scene *scene, const struct panel *panel, struct rect rect)
{
    struct atlas a = atlas_make(scene, panel->map, rect.w, LABEL_SCALE_GOOD);

    return fits(&a, space_of(&a, rect));
}

/* A map without dates has one step. */
static int block_steps(const struct panel *panel)
{
    struct date steps[MAP_STEPS_MAX];

    return int_clamp(map_steps(panel->map, steps), 1, MAP_STEPS_MAX);
}

static void block_fill(const struct scene *scene, const struct panel *panel, struct rect rect)
{
    map_fill(scene, panel->map, rect);
}

const struct block map_block = {PART_MAP, is_in, block_height, block_fits, block_steps, block_fill};
