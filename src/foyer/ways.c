/* Routes are buttons with their length, as many side by side as have room. */
#include "foyer/ways.h"

#include "page/icon.h"
#include "page/label.h"
#include "page/stroke.h"
#include "scene/scene.h"
#include "text/pattern.h"
#include "text/reading.h"
#include "way/visited.h"

enum { ROUTE_TARGETS = 9 }; /* a route's button is so many targets wide at least */

/* What stands on a panel; all: and what opens there too, its deeper layer and the two voices behind the scales. */
static int words_of(const struct panel *panel, int language, bool all)
{
    int words = reading_words(prose_in(&panel->body, language));

    if (!all)
        return words;
    words += reading_words(prose_in(&panel->more, language));
    for (int i = 0; i < panel->difference_count; i++)
        words += reading_words(prose_in(&panel->difference[i].text, language));
    return words;
}

static int minutes_of(const struct scene *scene, const int *panels, int count, bool all)
{
    const struct exhibit *exhibit = scene->exhibit;
    int64_t ms = 0;

    for (int i = 0; i < count; i++)
        ms += scene_reading_ms(exhibit, words_of(&exhibit->panels[panels[i]], scene->language, all));
    return int_max(1, (int)((ms + 30000) / 60000));
}

bool ways_are_walked(const struct visited *visited, const struct chapter *chapter)
{
    return visited_of_chapter(visited, chapter) == chapter->panel_count;
}

bool ways_keep_lines(const char *title, const struct paragraph *set)
{
    int lines = 1;

    for (const char *at = title; *at; at++)
        lines += *at == '\n';
    return lines == set->line_count;
}

const char *ways_length(const struct scene *scene, const int *panels, int count)
{
    int least = minutes_of(scene, panels, count, false), most = minutes_of(scene, panels, count, true);
    const char *number = page_number(scene, least);

    if (most > least)
        number = arena_printf(scene->arena, "%s\u2013%s", number, page_number(scene, most));

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

/* In large text a title that has no room beside the length of its route stands above it, and then they all do. stacked: so; h: of a card;
 * title: the largest type in which all titles stand. */
struct route_cards {
    bool stacked;
    int columns, w, h, gap;
    struct type title;
};

static struct label length_of(const struct scene *scene, const struct route *route)
{
    return (struct label){{.face = FACE_TEXT, .size_px = scene->style->sizes.label_px},
                          scene->style->colours.ink,
                          ways_length(scene, route->panels, route->panel_count),
                          ALIGN_END};
}

static struct label title_of(const struct scene *scene, const struct route *route)
{
    return (struct label){{.face = FACE_HEADLINE, .size_px = scene->style->sizes.card_px},
                          scene->style->colours.ink,
                          page_one_line(scene, text_in(route->title, scene->language)),
                          ALIGN_START};
}

/* As large as it may be beside its title. */
static struct label length_in_line(const struct scene *scene, const struct route *route, int width)
{
    struct label length = length_of(scene, route);

    length.type = label_shrunk(scene, &length, width * 2 / 5, scene->style->sizes.small_px);
    return length;
}

/* Beside its length, for its title. */
static int room_in_line(const struct scene *scene, const struct label *length, int width)
{
    return width - label_width(scene, length->type, length->text) - scene->style->margin_px / 3;
}

/* The largest in which all titles stand beside the lengths; those that have no room there even in the smallest are passed over. */
static struct type title_in_line(const struct scene *scene, int width)
{
    const struct style *style = scene->style;
    struct type type = {.face = FACE_HEADLINE, .size_px = style->sizes.card_px};

    for (int i = 0; i < scene->exhibit->route_count; i++) {
        struct label title = title_of(scene, &scene->exhibit->routes[i]), length = length_in_line(scene, &scene->exhibit->routes[i], width);
        int room = room_in_line(scene, &length, width);
        struct type fit = label_shrunk(scene, &title, room, style->sizes.label_px);

        if (label_width(scene, fit, title.text) <= room)
            type.size_px = int_min(type.size_px, fit.size_px);
    }
    return type;
}

static struct route_cards cards_of(const struct scene *scene, int width)
{
    const struct style *style = scene->style;
    int pad = style->margin_px / 3;
    struct route_cards cards = {.columns = columns_of(scene, width), .gap = style->margin_px / 4, .h = style->target_px * 4 / 3};

    cards.w = (width - (cards.columns - 1) * cards.gap) / cards.columns;
    cards.title = (struct type){.face = FACE_HEADLINE, .size_px = style->sizes.card_px};
    for (int i = 0; i < scene->exhibit->route_count && style->large; i++) {
        struct label title = title_of(scene, &scene->exhibit->routes[i]), length = length_of(scene, &scene->exhibit->routes[i]);

        title.type = cards.title;
        cards.title = label_shrunk(scene, &title, cards.w - 2 * pad, style->sizes.small_px);
        title.type.size_px = style->sizes.label_px;
        cards.stacked |= label_width(scene, title.type, title.text) + label_width(scene, length.type, length.text) + 3 * pad > cards.w;
    }
    if (cards.stacked)
        cards.h = int_max(cards.h, (cards.title.size_px + style->sizes.label_px) * 4 / 3 + pad);
    else
        cards.title = ways_within_height(scene, title_in_line(scene, cards.w - 2 * pad), cards.h);
    return cards;
}

int ways_routes_height(const struct scene *scene, int width)
{
    struct route_cards cards = cards_of(scene, width);
    int rows = (scene->exhibit->route_count + cards.columns - 1) / cards.columns;

    return rows > 0 ? rows * cards.h + (rows - 1) * cards.gap : 0;
}

static void put_stacked(const struct scene *scene, const struct route_cards *cards, const struct route *route, struct rect inside)
{
    struct label title = title_of(scene, route), length = length_of(scene, route);
    int pad = scene->style->margin_px / 6, upper = cards->title.size_px * 4 / 3;

    title.type = cards->title;
    length.align = ALIGN_START;
    label_put(scene, &title, (struct rect){inside.x, inside.y + pad, inside.w, upper});
    label_put(scene, &length, (struct rect){inside.x, inside.y + pad + upper, inside.w, inside.h - 2 * pad - upper});
}

static void put_in_a_line(const struct scene *scene, const struct route_cards *cards, const struct route *route, struct rect inside)
{
    struct label title = title_of(scene, route), length = length_in_line(scene, route, inside.w);

    title.type = cards->title;
    if (label_width(scene, title.type, title.text) > room_in_line(scene, &length, inside.w))
        title.type = label_shrunk(scene, &title, inside.w, scene->style->sizes.small_px);
    else
        label_put(scene, &length, inside);
    label_put(scene, &title, inside);
}

void ways_put_routes(const struct scene *scene, struct rect space)
{
    const struct style *style = scene->style;
    struct route_cards cards = cards_of(scene, space.w);
    int pad = style->margin_px / 3;

    for (int i = 0; i < scene->exhibit->route_count; i++) {
        struct rect box = {space.x + i % cards.columns * (cards.w + cards.gap), space.y + i / cards.columns * (cards.h + cards.gap),
                           cards.w, cards.h};
        struct rect inside = {box.x + pad, box.y, box.w - 2 * pad, box.h};

        if (cards.stacked)
            put_stacked(scene, &cards, &scene->exhibit->routes[i], inside);
        else
            put_in_a_line(scene, &cards, &scene->exhibit->routes[i], inside);
        draw_frame(page_pen(scene), box, int_max(2, style->rule_px / 2), style->colours.ink);
        page_target(scene, box, ACTION_ROUTE, i);
    }
}
