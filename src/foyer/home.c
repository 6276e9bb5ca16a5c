/* Home: the chapters as picture cards, and the languages by their own names. */
#include "scene/scene.h"

#include "page/figure.h"
#include "page/button.h"
#include "page/icon.h"
#include "page/scroll.h"
#include "axis/event.h"
#include "foyer/ways.h"
#include "way/visited.h"

#include <math.h>

static const float PICTURE_ASPECT = 0.85F; /* width over height that a card's picture is best at */
static const float CARD_LINE_HEIGHT = 1.0F;
static const float HEADING_LINE_HEIGHT = 0.95F;
static const float UNHEEDED_COST = 0.1F;    /* a heavy chapter whose card is no larger than the others */
static const float HOLE_COST = 0.3F;        /* a last row with holes looks unfinished */
static const float BUTTONS_SHARE = 0.6F;    /* of the width that the buttons beside the title may take */
static const float TITLE_SHARE = 0.35F;     /* of the height: a longer title is set smaller */
static const float SCROLLED_PICTURE = 0.6F; /* its height over its width, in a wall that scrolls */

/* There: the type, of a card's; a card is so many times the type wide; a row is so many steps of an arrow. */
enum { SCROLLED_TYPE_PERCENT = 80, SCROLLED_CARD_TYPES = 7, SCROLLED_STEPS = 3 };

enum { TYPE_STEP_PX = 2, COLUMN_TARGETS = 3 }; /* a column is so many targets wide at least */

/* How the cards stand: their size, and their picture's; the title beside it or below. */
struct arrangement {
    int columns, rows;
    bool beside;
    int w, h, picture_w, picture_h, type_px;
};

static const struct picture *card_picture(const struct exhibit *exhibit, const struct chapter *chapter)
{
    return chapter->picture.file ? &chapter->picture : &exhibit->panels[chapter->panels[0]].picture;
}

static const char *number_of(const struct scene *scene, int chapter)
{
    return page_number(scene, chapter + 1);
}

/* Of the titles behind their numbers: the widest decides, so that all begin on one line. */
static int number_indent(const struct scene *scene, struct type type)
{
    int widest = 0;

    for (int i = 0; i < scene->exhibit->chapter_count; i++)
        widest = int_max(widest, label_width(scene, type, number_of(scene, i)));
    return widest + scene->style->margin_px / 4;
}

static struct passage title_text(const struct scene *scene, int chapter, struct type type)
{
    return (struct passage){
        .prose = paragraph_plain(scene->arena, text_in(scene->exhibit->chapters[chapter].title, scene->language)),
        .type = type,
        .colour = scene->style->colours.ink,
        .line_height = CARD_LINE_HEIGHT,
    };
}

/* The tallest title decides, so that all pictures of a row end on one line. */
static int tallest_title(const struct scene *scene, struct type type, int width)
{
    int tallest = 0;

    for (int i = 0; i < scene->exhibit->chapter_count; i++) {
        struct passage text = title_text(scene, i, type);

        tallest = int_max(tallest, passage_set(scene, &text, width)->height_px);
    }
    return tallest;
}

/* Below a title: how long the chapter is. */
static struct label note_label(const struct scene *scene, int chapter)
{
    const struct chapter *shown = &scene->exhibit->chapters[chapter];

    return (struct label){{.face = FACE_TEXT, .size_px = scene->style->sizes.label_px},
                          scene->style->colours.muted,
                          ways_length(scene, shown->panels, shown->panel_count),
                          ALIGN_START};
}

static int note_px(const struct scene *scene)
{
    return scene->style->sizes.label_px * 3 / 2;
}

/* The height of a chapter's number, which in some languages is more than its type's size. */
static int figure_px(const struct scene *scene, struct type type, int width)
{
    struct passage figure = {.prose = paragraph_plain(scene->arena, number_of(scene, 0)), .type = type, .line_height = CARD_LINE_HEIGHT};

    return passage_set(scene, &figure, width)->height_px;
}

/* Whether all stand there with no word broken. */
static bool words_fit(const struct scene *scene, struct type type, int width)
{
    for (int i = 0; i < scene->exhibit->chapter_count; i++)
        if (!passage_words_fit(scene, type, text_in(scene->exhibit->chapters[i].title, scene->language), width))
            return false;
    return true;
}

/* Fills in the picture for this size of type; false if the titles have no room, or the picture is a mere strip. */
static bool arrange(const struct scene *scene, struct arrangement *a)
{
    struct type type = {.face = FACE_HEADLINE, .size_px = a->type_px};
    int pad = scene->style->margin_px / 4, width;

    if (a->beside) {
        a->picture_h = a->h;
        a->picture_w = int_min((int)((float)a->h * PICTURE_ASPECT), a->w / 2);
        width = a->w - a->picture_w - pad;
        return words_fit(scene, type, width) &&
               figure_px(scene, type, width) + tallest_title(scene, type, width) + a->type_px / 2 + note_px(scene) <= a->h;
    }
    width = a->w - number_indent(scene, type);
    a->picture_w = a->w;
    if (!words_fit(scene, type, width))
        return false;
    a->picture_h = a->h - tallest_title(scene, type, width) - note_px(scene) - 2 * pad;
    return a->picture_h * 2 > a->picture_w && a->picture_h < 2 * a->picture_w;
}

/* With the largest type in which they stand, if they do in the smallest: what stands in one type stands in all that are smaller. */
static bool arrange_largest(const struct scene *scene, struct arrangement *a)
{
    int most = scene->style->sizes.card_px, least = int_min(scene->style->sizes.label_px, most);
    int fails = -1, fits = (most - least + TYPE_STEP_PX - 1) / TYPE_STEP_PX; /* steps below the card's own type */

    a->type_px = least;
    if (!arrange(scene, a))
        return false;
    while (fits - fails > 1) {
        int middle = (fits + fails) / 2;

        a->type_px = int_max(least, most - middle * TYPE_STEP_PX);
        if (arrange(scene, a))
            fits = middle;
        else
            fails = middle;
    }
    a->type_px = int_max(least, most - fits * TYPE_STEP_PX);
    return arrange(scene, a);
}

/* Where so many do not stand at once: cards of a good size, as tall as they need to be, in rows that scroll. */
static struct arrangement scrolling(const struct scene *scene, int cells, int width)
{
    const struct style *style = scene->style;
    struct type type = {.face = FACE_HEADLINE,
                        .size_px = int_max(style->sizes.label_px, style->sizes.card_px * SCROLLED_TYPE_PERCENT / 100)};
    struct arrangement a = {.columns = int_clamp(width / (SCROLLED_CARD_TYPES * type.size_px), 1, cells)};
    int gap = style->margin_px / 2;

    a.rows = (cells + a.columns - 1) / a.columns;
    a.w = (width - (a.columns - 1) * gap) / a.columns;
    while (type.size_px > style->sizes.label_px && !words_fit(scene, type, a.w - number_indent(scene, type)))
        type.size_px--;
    a.type_px = type.size_px;
    a.picture_w = a.w;
    a.picture_h = (int)((float)a.w * SCROLLED_PICTURE);
    a.h = a.picture_h + tallest_title(scene, type, a.w - number_indent(scene, type)) + note_px(scene) + style->margin_px / 2;
    return a;
}

/* Large pictures of a good shape, large titles, and no holes. */
static float merit(const struct arrangement *a, int cells)
{
    float shape = (float)a->picture_w / (float)a->picture_h / PICTURE_ASPECT;

    return (float)a->picture_w * (float)a->picture_h * (shape > 1 ? 1 / shape : shape) * (float)a->type_px *
           (1 - HOLE_COST * (float)(a->columns * a->rows - cells) / (float)a->columns);
}

/* Of a chapter's card: a heavy one takes two, where these do not reach over the end of a row. */
static int cells_of(const struct scene *scene, int chapter, int cell, int columns)
{
    return scene->exhibit->chapters[chapter].weight > 1 && cell % columns + 1 < columns ? 2 : 1;
}

/* Of all cards in so many columns. */
static int count_cells(const struct scene *scene, int columns)
{
    int cells = 0;

    for (int i = 0; i < scene->exhibit->chapter_count; i++)
        cells += cells_of(scene, i, cells, columns);
    return cells;
}

static int all_weights(const struct scene *scene)
{
    int sum = 0;

    for (int i = 0; i < scene->exhibit->chapter_count; i++)
        sum += scene->exhibit->chapters[i].weight;
    return sum;
}

/* Of all chapters, and so many cards more. Its merit is below 0 where none stands. */
static struct arrangement best_arrangement(const struct scene *scene, int added, struct rect space, float *best_merit)
{
    struct arrangement best = {0};
    int gap = scene->style->margin_px / 2,
        most = int_clamp(space.w / (COLUMN_TARGETS * scene->style->target_px), 1, 2 * scene->exhibit->chapter_count + added);

    *best_merit = -1;
    for (int i = 0; i < 2 * most; i++) {
        struct arrangement a = {.columns = i / 2 + 1, .beside = i % 2};
        int cells = count_cells(scene, a.columns) + added;

        if (cells <= 0)
            break;
        a.rows = (cells + a.columns - 1) / a.columns;
        a.w = (space.w - (a.columns - 1) * gap) / a.columns;
        a.h = (space.h - (a.rows - 1) * gap) / a.rows;

        if (!arrange_largest(scene, &a))
            continue;
        float heeded = merit(&a, cells) * (cells - added < all_weights(scene) ? 1 - UNHEEDED_COST : 1);

        if (heeded > *best_merit) {
            best = a;
            *best_merit = heeded;
        }
    }
    return best;
}

static bool is_seen(const struct visited *visited, const struct chapter *chapter)
{
    return visited_of_chapter(visited, chapter) == chapter->panel_count;
}

static void put_card(const struct scene *scene, int index, struct rect card, const struct arrangement *a)
{
    const struct style *style = scene->style;
    const struct chapter *chapter = &scene->exhibit->chapters[index];
    int pad = style->margin_px / 4, rule = style->rule_px, line;
    struct rect picture = {card.x, card.y, a->picture_w, a->picture_h};
    struct type type = {.face = FACE_HEADLINE, .size_px = a->type_px};
    struct passage title = title_text(scene, index, type);
    struct label note = note_label(scene, index);
    struct passage figure = {
        .prose = paragraph_plain(scene->arena, number_of(scene, index)),
        .type = type,
        .colour = style->colours.muted,
        .line_height = CARD_LINE_HEIGHT,
    };
    struct rect words = {card.x, card.y + a->picture_h + pad, card.w, card.h - a->picture_h - pad};
    int indent = number_indent(scene, type);

    if (a->beside)
        words = (struct rect){card.x + a->picture_w + pad, card.y, card.w - a->picture_w - pad, card.h};
    figure_put(scene, card_picture(scene->exhibit, chapter), picture);
    if (a->beside)
        draw_fill(page_pen(scene), (struct rect){words.x, words.y, words.w, rule}, style->colours.ink);
    else
        draw_fill(page_pen(scene), (struct rect){card.x, card.y + a->picture_h, card.w, rule}, style->colours.ink);
    line = passage_draw(scene, &figure, a->beside ? rect_moved(words, 0, rule + pad / 2) : words);
    if (a->beside)
        words = rect_moved(words, 0, rule + pad / 2 + line);
    else
        words = (struct rect){words.x + indent, words.y, words.w - indent, words.h};
    line = passage_draw(scene, &title, words);
    note.type = label_shrunk(scene, &note, words.w, style->sizes.small_px);
    if (label_width(scene, note.type, note.text) <= words.w)
        label_put(scene, &note, (struct rect){words.x, words.y + line, words.w, note_px(scene)});
    if (is_seen(scene->visited, chapter))
        ways_put_tick(scene, picture);
    page_target(scene, card, ACTION_PANEL, chapter->panels[0]);
}

static struct rect cell_of(struct rect space, const struct arrangement *a, int index, int gap)
{
    ASSERT(a->columns > 0);
    return (struct rect){space.x + index % a->columns * (a->w + gap), space.y + index / a->columns * (a->h + gap), a->w, a->h};
}

/* The cards in their cells, a heavy one in two. */
static void put_cards(const struct scene *scene, struct rect space, const struct arrangement *a, int gap)
{
    for (int i = 0, cell = 0; i < scene->exhibit->chapter_count; i++) {
        int cells = cells_of(scene, i, cell, a->columns), more = (cells - 1) * (a->w + gap);
        struct rect card = cell_of(space, a, cell, gap);
        struct arrangement own = *a;

        card.w += more;
        own.w += more;
        own.picture_w += more;
        put_card(scene, i, card, &own);
        cell += cells;
    }
}

struct home_button {
    const char *word;
    struct action action;
    bool main;
    int w;
};

enum { BUTTONS_MAX = EXHIBIT_LANGUAGES_MAX + 1 };

/* In reading order: the colophon, then the languages by their own names or, unless named, one button to the choice of them. */
static int collect_buttons(const struct scene *scene, bool named, struct home_button buttons[BUTTONS_MAX])
{
    const struct exhibit *exhibit = scene->exhibit;
    int count = 0;

    if (exhibit->colophon.in)
        buttons[count++] = (struct home_button){page_words(scene)->about, {.kind = ACTION_OPEN, .scene = &scene_colophon}, false, 0};
    if (!named)
        buttons[count++] = (struct home_button){page_words(scene)->language, {.kind = ACTION_OPEN, .scene = &scene_languages}, false, 0};
    for (int i = 0; named && exhibit->language_count > 1 && i < exhibit->language_count; i++)
        buttons[count++] =
            (struct home_button){exhibit->words[i].language_name, {.kind = ACTION_LANGUAGE, .argument = i}, i == scene->language, 0};
    return count;
}

static int button_gap(const struct scene *scene)
{
    return scene->style->sizes.label_px / 2;
}

/* Fills in their widths; returns what they take side by side. */
static int measure_buttons(const struct scene *scene, struct type type, struct home_button *buttons, int count)
{
    int sum = 0;

    for (int i = 0; i < count; i++) {
        buttons[i].w = int_max(scene->style->target_px, label_width(scene, type, buttons[i].word) + 2 * type.size_px);
        sum += buttons[i].w + (i > 0 ? button_gap(scene) : 0);
    }
    return sum;
}

/* At the right of the row. Languages by their names, or where these need more than `most`, behind one button. Returns the width they take.
 */
static int put_buttons(const struct scene *scene, struct rect row, int most)
{
    struct type type = {.face = FACE_BOLD, .size_px = scene->style->sizes.label_px};
    struct home_button buttons[BUTTONS_MAX];
    int count = collect_buttons(scene, true, buttons), width = measure_buttons(scene, type, buttons, count);

    if (width > most && scene->exhibit->language_count > 2) {
        count = collect_buttons(scene, false, buttons);
        width = measure_buttons(scene, type, buttons, count);
    }
    row.x += row.w - width;
    for (int i = 0; i < count; i++) {
        struct rect box = {row.x, row.y, buttons[i].w, row.h};

        button_put(scene, box, &(struct label){type, scene->style->colours.ink, buttons[i].word, ALIGN_CENTRE}, buttons[i].main);
        page_ask(scene, box, buttons[i].action);
        row.x += buttons[i].w + button_gap(scene);
    }
    return width;
}

static const char *years_text(const struct scene *scene)
{
    struct axis_interval range = axis_event_range(scene->exhibit);

    struct dating years = {.from.date = date_cut(date_from_day((int)floor(range.from)), PRECISION_YEAR),
                           .to.date = date_cut(date_from_day((int)ceil(range.to) - 1), PRECISION_YEAR)};

    return date_text_dating(scene->arena, &page_words(scene)->dates, &years);
}

/* The way into time, with the years it spans: a band, the sign before the words. */
static void put_time_band(const struct scene *scene, struct rect box)
{
    const struct style *style = scene->style;
    const char *word = page_words(scene)->timeline, *years = years_text(scene);
    int icon = style->icon_px, pad = box.h / 3, room = box.w - icon - 3 * pad;
    struct type type = {.face = FACE_HEADLINE, .size_px = int_min(style->sizes.card_px, box.h * 3 / 4)};
    struct rect sign = {box.x + pad, box.y + (box.h - icon) / 2, icon, icon}, name = {sign.x + icon + pad, box.y, room, box.h};

    icon_put(scene, ICON_TIMELINE, sign, style->colours.ink);
    type = label_shrunk(scene, &(struct label){.type = type, .text = arena_printf(scene->arena, "%s  %s", word, years)}, room,
                        style->sizes.label_px);
    type = ways_within_height(scene, type, box.h);
    label_put(scene, &(struct label){type, style->colours.ink, word, ALIGN_START}, name);
    if (label_width(scene, type, word) + pad + label_width(scene, type, years) <= room)
        label_put(scene, &(struct label){type, style->colours.ink, years, ALIGN_END}, name);
}

/* The same as one card more, the sign above the words where these leave it room, else beside them. */
static void put_time_card(const struct scene *scene, struct rect box)
{
    const struct style *style = scene->style;
    const char *word = page_words(scene)->timeline, *years = years_text(scene);
    int pad = int_min(style->margin_px / 2, box.h / 8), line = int_min(style->sizes.card_px * 5 / 4, box.h / 4), icon = style->icon_px * 2;
    struct rect sign = {box.x + pad, box.y + pad, icon, icon}, name = {sign.x, box.y + box.h - pad - 2 * line, box.w - 2 * pad, line};

    if (icon + 3 * pad + 2 * line > box.h) {
        struct type least = {.face = FACE_HEADLINE, .size_px = style->sizes.label_px};
        int beside = int_min(icon, box.h - 2 * pad);
        bool room = box.w - beside - 3 * pad >= label_width(scene, least, word); /* else the words do without it */

        sign = (struct rect){sign.x, box.y + (box.h - beside) / 2, room ? beside : 0, beside};
        name = (struct rect){sign.x + (room ? beside + pad : 0), box.y + box.h / 2 - line, name.w - (room ? beside + pad : 0), line};
    }
    struct type type = {.face = FACE_HEADLINE, .size_px = line};

    type = label_shrunk(scene, &(struct label){.type = type, .text = word}, name.w, style->sizes.small_px);
    type = label_shrunk(scene, &(struct label){.type = type, .text = years}, name.w, style->sizes.small_px);
    icon_put(scene, ICON_TIMELINE, sign, style->colours.ink);
    label_put(scene, &(struct label){type, style->colours.ink, word, ALIGN_START}, name);
    if (label_width(scene, type, years) <= name.w)
        label_put(scene, &(struct label){type, style->colours.ink, years, ALIGN_START}, rect_moved(name, 0, line));
}

static void put_timeline(const struct scene *scene, struct rect box)
{
    draw_fill(page_pen(scene), box, scene->style->colours.light);
    if (box.w > 4 * box.h)
        put_time_band(scene, box);
    else
        put_time_card(scene, box);
    page_target(scene, box, ACTION_TIMELINE, 0);
}

/* A wall of which only a part is seen, beside its rail. */
static void put_scrolling_wall(const struct scene *scene, struct rect space)
{
    int gap = scene->style->margin_px / 2, rail = scene->style->target_px + 6 * scene->style->rule_px;
    int count = scene->exhibit->chapter_count;
    struct arrangement a = scrolling(scene, count, int_max(space.w / 2, space.w - rail));
    int row = a.h + gap, height = a.rows * row - gap;

    if (space.h > row && space.h % row > a.picture_h) /* the row below is seen to go on, but no title is cut */
        space.h -= space.h % row - a.picture_h;
    scroll_begin(scene,
                 &(struct scroll_area){
                     .rect = space, .clip = space, .rail = space, .max_px = int_max(0, height - space.h), .step_px = row / SCROLLED_STEPS});
    for (int i = 0; i < count; i++)
        put_card(scene, i, cell_of(space, &a, i, gap), &a);
    scroll_end(scene);
}

/* The chapters, and the timeline as a band below them or as one card more, whichever makes the better wall. */
static void put_wall(const struct scene *scene, struct rect space)
{
    const struct style *style = scene->style;
    int gap = style->margin_px / 2, band = style->target_px * 4 / 3;
    bool time = scene->exhibit->event_count > 0;
    float with_card, with_band;
    struct rect above = space;

    if (time)
        above.h -= band + gap;
    struct arrangement best = best_arrangement(scene, 0, above, &with_band);
    struct arrangement more = best_arrangement(scene, 1, space, &with_card);
    int cells = more.columns > 0 ? count_cells(scene, more.columns) : 0;
    bool card = time && with_card > with_band && more.columns * more.rows == cells + 1;

    if (card) {
        best = more;
        above = space;
    }
    if (!card && with_band < 0 && scene->exhibit->chapter_count > 0)
        put_scrolling_wall(scene, above);
    if (best.columns > 0)
        put_cards(scene, above, &best, gap);
    if (card)
        put_timeline(scene, cell_of(above, &best, cells, gap));
    else if (time)
        put_timeline(scene, (struct rect){space.x, space.y + space.h - band, space.w, band});
}

static void fill(const struct scene *scene)
{
    const struct style *style = scene->style;
    int margin = style->margin_px, gap = margin / 2;
    struct rect inner = {margin, margin * 3 / 4, style->page.w - 2 * margin, style->page.h - margin * 3 / 2};
    int buttons = int_max(style->target_px, style->sizes.label_px * 2), width = inner.w;
    struct passage title = {
        .prose = paragraph_plain(scene->arena, page_one_line(scene, text_in(scene->exhibit->title, scene->language))),
        .type = {.face = FACE_HEADLINE, .size_px = style->sizes.title_smallest_px},
        .colour = style->colours.ink,
        .line_height = HEADING_LINE_HEIGHT,
    };

    draw_fill(page_pen(scene), style->page, style->colours.paper);

    struct rect row = {inner.x, inner.y, inner.w, buttons};
    int taken = put_buttons(scene, row, style->portrait ? row.w : (int)(BUTTONS_SHARE * (float)row.w));

    if (style->portrait && taken > 0) {
        inner.y += buttons + gap;
        inner.h -= buttons + gap;
    } else {
        width -= taken + margin;
    }

    while (passage_set(scene, &title, width)->height_px > (int)(TITLE_SHARE * (float)inner.h) && title.type.size_px > style->sizes.label_px)
        title.type.size_px = int_max(style->sizes.label_px, title.type.size_px * 9 / 10);
    int heading =
        int_max(passage_draw(scene, &title, (struct rect){inner.x, inner.y, width, inner.h}), style->portrait ? 0 : buttons) + gap;

    int routes = ways_routes_height(scene, inner.w);
    struct rect wall = {inner.x, inner.y + heading, inner.w, inner.h - heading - (routes > 0 ? routes + gap : 0)};

    put_wall(scene, wall);
    ways_put_routes(scene, (struct rect){inner.x, wall.y + wall.h + gap, inner.w, routes});
}

/* The first or last card of a chapter; where there are none the focus stays. */
static struct action end_card(const struct scene *scene, bool last)
{
    struct action found = {.kind = ACTION_NONE};

    for (int i = 0; i < scene->page->target_count && (last || found.kind == ACTION_NONE); i++)
        if (scene->page->targets[i].action.kind == ACTION_PANEL)
            found = scene->page->targets[i].action;
    return found;
}

static struct key_answer answer_key(const struct scene *scene, const struct key_press *press)
{
    struct point way = key_way(press->key);

    if (press->held)
        return (struct key_answer){0};
    if (press->key == KEY_FIRST || press->key == KEY_LAST)
        return (struct key_answer){.focus = end_card(scene, press->key == KEY_LAST)};
    if (way.x != 0)
        return (struct key_answer){.action = {.kind = ACTION_FOCUS_ACROSS, .argument = (int)way.x}};
    return (struct key_answer){.action = {.kind = way.y != 0 ? ACTION_FOCUS_DOWN : ACTION_NONE, .argument = (int)way.y}};
}

static struct origin origin(const struct exhibit *exhibit, int item, int language)
{
    (void)item, (void)language;
    return scene_origin(exhibit, "config/exhibit.yaml", "chapters", NULL);
}

/* Which chapters bear a tick: a page of cards takes its time, and most panels change nothing on it. */
static unsigned remembers(const struct exhibit *exhibit, const struct visited *visited)
{
    unsigned ticks = 0;

    for (int i = 0; i < exhibit->chapter_count; i++)
        ticks = (ticks + 1 + is_seen(visited, &exhibit->chapters[i])) * 16777619u;
    return ticks;
}

const struct scene_ops scene_home = {
    .name = "home",
    .place = PLACE_PAGER,
    .remembers = remembers,
    .opened_by = ACTION_HOME,
    .words = scene_words_to_look_at,
    .origin = origin,
    .fill = fill,
    .key = answer_key,
    .drag = scene_drag_page,
};
