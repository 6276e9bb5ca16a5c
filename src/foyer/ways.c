/* Routes are buttons with their length, as many side by side as have room. */
#include "foyer/ways.h"

#include "page/icon.h"
#include "page/label.h"
#include "page/stroke.h"
#include "scene/scene.h"
#include "text/pattern.h"
#include "text/reading.h"

enum { ROUTE_TARGETS = 9 }; /* a route's button is so many targets wide at least */

const char *ways_length(const struct scene *scene, const int *panels, int count)
{
    const struct exhibit *exhibit = scene->exhibit;
    int64_t ms = 0;

    for (int i = 0; i < count; i++)
        ms += scene_reading_ms(exhibit, reading_words(prose_in(&exhibit->panels[panels[i]].body, scene->language)));

    const char *number = page_number(scene, int_max(1, (int)((ms + 30000) / 60000)));
    const char *minutes =
        pattern_filled(scene->arena, page_words(scene)->minutes, (const struct pattern_fill[]){{"{number}", number}, {0}});

    return arena_printf(scene->arena, "%s  \u00B7  %s", page_count(scene, &page_words(scene)->panels, count), minutes);
}

void ways_put_tick(const struct scene *scene, struct rect picture)
{
    const struct style *style = scene->style;
    int side = style->sizes.label_px * 2, inset = side / 4;
    struct rect box = {picture.x + inset, picture.y + inset, side, side};
    float x = (float)box.x, y = (float)box.y, s = (float)side;
    struct stroke down = {.from = {x + s * 0.25F, y + s * 0.52F},
                          .to = {x + s * 0.43F, y + s * 0.70F},
                          .thickness_px = int_max(2, side / 9),
                          .colour = style->colours.ink};
    struct stroke up = down;

    up.from = down.to;
    up.to = (struct point){x + s * 0.75F, y + s * 0.32F};
    icon_put(scene, ICON_CIRCLE, box, style->colours.paper);
    stroke_put(page_pen(scene), &down);
    stroke_put(page_pen(scene), &up);
}

struct type ways_within_height(const struct scene *scene, struct type type, int height)
{
    while (type.size_px > scene->style->sizes.label_px &&
           page_metrics(scene, type).cap_px / 2 + page_metrics(scene, type).descent_px > height / 2)
        type.size_px--;
    return type;
}

static int columns_of(const struct scene *scene, int width)
{
    return int_clamp(width / (ROUTE_TARGETS * scene->style->target_px), 1, int_max(1, scene->exhibit->route_count));
}

int ways_routes_height(const struct scene *scene, int width)
{
    int columns = columns_of(scene, width), rows = (scene->exhibit->route_count + columns - 1) / columns;

    return rows > 0 ? rows * scene->style->target_px * 4 / 3 + (rows - 1) * scene->style->margin_px / 4 : 0;
}

static void put_route(const struct scene *scene, int index, struct rect box)
{
    const struct style *style = scene->style;
    const struct route *route = &scene->exhibit->routes[index];
    int pad = style->margin_px / 3;
    struct label length = {{.face = FACE_TEXT, .size_px = style->sizes.label_px},
                           style->colours.ink,
                           ways_length(scene, route->panels, route->panel_count),
                           ALIGN_END};
    struct label title = {{.face = FACE_HEADLINE, .size_px = style->sizes.card_px},
                          style->colours.ink,
                          page_one_line(scene, text_in(route->title, scene->language)),
                          ALIGN_START};
    struct rect inside = {box.x + pad, box.y, box.w - 2 * pad, box.h};

    length.type = label_shrunk(scene, &length, inside.w * 2 / 5, style->sizes.small_px);
    int length_w = label_width(scene, length.type, length.text);
    int room = inside.w - length_w - pad;

    title.type = ways_within_height(scene, label_shrunk(scene, &title, room, style->sizes.label_px), box.h);
    if (label_width(scene, title.type, title.text) > room)
        title.type =
            label_shrunk(scene, &(struct label){title.type, title.colour, title.text, ALIGN_START}, inside.w, style->sizes.small_px);
    else
        label_put(scene, &length, inside);
    draw_frame(page_pen(scene), box, int_max(2, style->rule_px / 2), style->colours.ink);
    label_put(scene, &title, inside);
    page_target(scene, box, ACTION_ROUTE, index);
}

void ways_put_routes(const struct scene *scene, struct rect space)
{
    int count = scene->exhibit->route_count, columns = columns_of(scene, space.w), gap = scene->style->margin_px / 4;
    int w = (space.w - (columns - 1) * gap) / columns, h = scene->style->target_px * 4 / 3;

    for (int i = 0; i < count; i++)
        put_route(scene, i, (struct rect){space.x + i % columns * (w + gap), space.y + i / columns * (h + gap), w, h});
}
