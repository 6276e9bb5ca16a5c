/* One type of names and one of notes, in which all stand. */
#include "foyer/tiles.h"

#include "axis/event.h"
#include "foyer/ways.h"
#include "page/icon.h"
#include "page/label.h"

#include <math.h>

enum {
    TILE_TARGETS = 5, /* a tile is so many targets wide at least */
    SMALLEST_PX = 8,  /* of a name that has no room even so: it stands, and check says that it is small */
};

struct tile {
    const char *name, *note;
    bool time;
    struct action action;
};

static const char *years_text(const struct scene *scene)
{
    struct axis_interval range = axis_event_range(scene->exhibit);

    struct dating years = {.from.date = date_cut(date_from_day((int)floor(range.from)), PRECISION_YEAR),
                           .to.date = date_cut(date_from_day((int)ceil(range.to) - 1), PRECISION_YEAR)};

    return date_text_dating(scene->arena, &page_words(scene)->dates, &years);
}

/* The timeline first, where there is one. */
static struct tile tile_at(const struct scene *scene, int index)
{
    const struct exhibit *exhibit = scene->exhibit;
    bool timed = exhibit->event_count > 0;

    if (timed && index == 0)
        return (struct tile){page_words(scene)->timeline, years_text(scene), true, {.kind = ACTION_TIMELINE}};

    int route = index - timed;
    const struct route *way = &exhibit->routes[route];

    return (struct tile){page_one_line(scene, text_in(way->title, scene->language)),
                         ways_length(scene, way->panels, way->panel_count),
                         false,
                         {.kind = ACTION_ROUTE, .argument = route}};
}

static int columns_of(const struct tiling *tiles)
{
    return (tiles->count + tiles->rows - 1) / int_max(1, tiles->rows);
}

static int tile_width(const struct tiling *tiles, int width)
{
    int columns = columns_of(tiles);

    return (width - (columns - 1) * tiles->gap) / columns;
}

/* For words in a tile of this width: the timeline's stand behind its sign. */
static int room_in(const struct scene *scene, const struct tiling *tiles, const struct tile *tile, int width)
{
    return width - 2 * tiles->pad - (tile->time ? scene->style->icon_px + tiles->pad : 0);
}

/* In so many rows; false where a name or a note has no room in a good size. */
static bool fit(const struct scene *scene, int width, struct tiling *tiles)
{
    const struct type_sizes *sizes = &scene->style->sizes;
    int w = tile_width(tiles, width);
    bool stands = w >= TILE_TARGETS * scene->style->target_px;

    tiles->name = (struct type){.face = FACE_HEADLINE, .size_px = sizes->card_px};
    tiles->note = (struct type){.face = FACE_TEXT, .size_px = sizes->label_px};
    tiles->stacked = false;
    for (int i = 0; i < tiles->count; i++) {
        struct tile tile = tile_at(scene, i);
        int room = room_in(scene, tiles, &tile, w);

        tiles->name = label_shrunk(scene, &(struct label){.type = tiles->name, .text = tile.name}, room, sizes->small_px);
        tiles->note = label_shrunk(scene, &(struct label){.type = tiles->note, .text = tile.note}, room, sizes->small_px);
        stands = stands && label_width(scene, tiles->name, tile.name) <= room && label_width(scene, tiles->note, tile.note) <= room;
    }
    stands = stands && tiles->name.size_px >= int_min(sizes->label_px, sizes->card_px);
    for (int i = 0; i < tiles->count; i++) {
        struct tile tile = tile_at(scene, i);
        int both = label_width(scene, tiles->name, tile.name) + label_width(scene, tiles->note, tile.note);

        tiles->stacked |= both + 2 * tiles->pad > room_in(scene, tiles, &tile, w);
    }
    return stands;
}

static void measure_rows(const struct style *style, struct tiling *tiles)
{
    tiles->h = style->target_px * 4 / 3;
    if (tiles->stacked)
        tiles->h = int_max(tiles->h, tiles->name.size_px * 5 / 4 + tiles->note.size_px * 3 / 2 + tiles->pad);
}

/* Names that are wider than their tiles. */
static void squeeze(const struct scene *scene, int width, struct tiling *tiles)
{
    int w = tile_width(tiles, width);

    for (int i = 0; i < tiles->count; i++) {
        struct tile tile = tile_at(scene, i);

        tiles->name =
            label_shrunk(scene, &(struct label){.type = tiles->name, .text = tile.name}, room_in(scene, tiles, &tile, w), SMALLEST_PX);
    }
}

struct tiling tiles_plan(const struct scene *scene, struct size most)
{
    const struct style *style = scene->style;
    struct tiling tiles = {
        .count = (scene->exhibit->event_count > 0) + scene->exhibit->route_count, .gap = style->margin_px / 4, .pad = style->margin_px / 3};

    for (int rows = 1; rows <= tiles.count; rows++) {
        struct tiling tried = tiles;

        tried.rows = rows;
        bool stands = fit(scene, most.w, &tried);

        measure_rows(style, &tried);
        if (rows > 1 && tiles_height(&tried) > most.h)
            break;
        tiles = tried;
        if (stands)
            return tiles;
    }
    if (tiles.count > 0)
        squeeze(scene, most.w, &tiles);
    return tiles;
}

int tiles_height(const struct tiling *tiles)
{
    return tiles->count > 0 ? tiles->rows * (tiles->h + tiles->gap) - tiles->gap : 0;
}

/* Its note is left out where it has no room even alone: what the tile leads to says it, too. */
static void put_words(const struct scene *scene, const struct tiling *tiles, const struct tile *tile, struct rect room)
{
    struct label name = {tiles->name, scene->style->colours.ink, tile->name, ALIGN_START};
    struct label note = {tiles->note, scene->style->colours.ink, tile->note, tiles->stacked ? ALIGN_START : ALIGN_END};
    int upper = tiles->name.size_px * 5 / 4, lower = tiles->note.size_px * 3 / 2;

    if (label_width(scene, note.type, note.text) > room.w) {
        label_put(scene, &name, room);
        return;
    }
    if (!tiles->stacked) {
        name.type = ways_within_height(scene, name.type, room.h);
        label_put(scene, &name, room);
        label_put(scene, &note, room);
        return;
    }
    room.y += (room.h - upper - lower) / 2;
    label_put(scene, &name, (struct rect){room.x, room.y, room.w, upper});
    label_put(scene, &note, (struct rect){room.x, room.y + upper, room.w, lower});
}

static void put_tile(const struct scene *scene, const struct tiling *tiles, const struct tile *tile, struct rect box)
{
    const struct style *style = scene->style;
    struct rect room = {box.x + box.w - tiles->pad - room_in(scene, tiles, tile, box.w), box.y, room_in(scene, tiles, tile, box.w), box.h};
    int icon = style->icon_px;

    if (tile->time) {
        draw_fill(page_pen(scene), box, style->colours.light);
        icon_put(scene, ICON_TIMELINE, (struct rect){box.x + tiles->pad, box.y + (box.h - icon) / 2, icon, icon}, style->colours.ink);
    } else {
        draw_frame(page_pen(scene), box, int_max(2, style->rule_px / 2), style->colours.ink);
    }
    put_words(scene, tiles, tile, room);
    page_target(scene, box, tile->action.kind, tile->action.argument);
}

/* The last rows have as many as there is room for. */
static int row_of(const struct tiling *tiles, int index)
{
    return tiles->rows - 1 - (tiles->count - 1 - index) * tiles->rows / tiles->count;
}

void tiles_put(const struct scene *scene, const struct tiling *tiles, struct rect space)
{
    for (int first = 0, end = 0; first < tiles->count; first = end) {
        int row = row_of(tiles, first), room = space.w + tiles->gap;

        while (end < tiles->count && row_of(tiles, end) == row)
            end++;
        for (int i = first; i < end; i++) {
            int from = room * (i - first) / (end - first), to = room * (i - first + 1) / (end - first) - tiles->gap;
            struct tile tile = tile_at(scene, i);

            put_tile(scene, tiles, &tile, (struct rect){space.x + from, space.y + row * (tiles->h + tiles->gap), to - from, tiles->h});
        }
    }
}
