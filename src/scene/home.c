/* Home: the chapters as picture cards, and the languages by their own names. */
#include "scene/scenes.h"

#include "scene/timeline_time.h"

#include <string.h>

static const float PICTURE_ASPECT = 0.85F; /* width over height that a card's picture is best at */
static const float CARD_LINE_HEIGHT = 1.0F;
static const float HEADING_LINE_HEIGHT = 0.95F;
static const float HOLE_COST = 0.3F;  /* a last row with holes looks unfinished */
static const float KEYS_SHARE = 0.6F; /* of the width that the keys beside the title may take */

/* How the cards stand: their size, and their picture's; the title beside it or below. */
struct arrangement {
    int columns, rows;
    bool beside;
    int w, h, picture_w, picture_h, type_px;
};

static struct draw_picture card_picture(const struct exhibit *exhibit, const struct chapter *chapter)
{
    return page_picture(exhibit, chapter->picture.file ? &chapter->picture : &exhibit->panels[chapter->first_panel].picture);
}

static int number_indent(const struct scene *scene, struct type type)
{
    return page_width(scene, type, "8") + scene->look->margin_px / 4;
}

static struct page_text title_text(const struct scene *scene, int chapter, struct type type)
{
    return (struct page_text){
        .prose = paragraph_plain(scene->arena, text_in(scene->exhibit->chapters[chapter].title, scene->language)),
        .type = type,
        .colour = scene->look->colours.ink,
        .line_height = CARD_LINE_HEIGHT,
    };
}

/* The tallest title decides, so that all pictures of a row end on one line. 0 where a word would have to be broken. */
static int tallest_title(const struct scene *scene, struct type type, int width)
{
    int tallest = 0;

    for (int i = 0; i < scene->exhibit->chapter_count; i++) {
        struct page_text text = title_text(scene, i, type);

        if (!page_word_fits(scene, type, text_in(scene->exhibit->chapters[i].title, scene->language), width))
            return 0;
        tallest = int_max(tallest, page_set(scene, &text, width)->height_px);
    }
    return tallest;
}

/* Fills in the picture for this size of type; false if the titles have no room, or the picture is a mere strip. */
static bool arrange(const struct scene *scene, struct arrangement *a)
{
    struct type type = {FACE_HEADLINE, a->type_px, 0};
    int pad = scene->look->margin_px / 4, title;

    if (a->beside) {
        a->picture_h = a->h;
        a->picture_w = int_min((int)((float)a->h * PICTURE_ASPECT), a->w / 2);
        title = tallest_title(scene, type, a->w - a->picture_w - pad);
        return title > 0 && title + a->type_px * 3 / 2 <= a->h;
    }
    title = tallest_title(scene, type, a->w - number_indent(scene, type));
    a->picture_w = a->w;
    a->picture_h = a->h - title - 2 * pad;
    return title > 0 && a->picture_h * 2 > a->picture_w;
}

/* Large pictures of a good shape, large titles, and no holes. */
static float merit(const struct arrangement *a, int cells)
{
    float shape = (float)a->picture_w / (float)a->picture_h / PICTURE_ASPECT;

    return (float)a->picture_w * (float)a->picture_h * (shape > 1 ? 1 / shape : shape) * (float)a->type_px *
           (1 - HOLE_COST * (float)(a->columns * a->rows - cells) / (float)a->columns);
}

static struct arrangement best_arrangement(const struct scene *scene, int cells, struct rect space, float *best_merit)
{
    struct arrangement best = {.columns = 1, .rows = cells, .w = space.w, .h = space.h / cells, .type_px = scene->look->label_px};
    int gap = scene->look->margin_px / 2;

    *best_merit = -1;
    for (int i = 0; i < 2 * cells; i++) {
        struct arrangement a = {.columns = i / 2 + 1, .beside = i % 2, .type_px = scene->look->card_px};

        a.rows = (cells + a.columns - 1) / a.columns;
        a.w = (space.w - (a.columns - 1) * gap) / a.columns;
        a.h = (space.h - (a.rows - 1) * gap) / a.rows;

        bool stands = arrange(scene, &a);

        while (!stands && a.type_px > scene->look->label_px) {
            a.type_px -= 2;
            stands = arrange(scene, &a);
        }
        if (stands && merit(&a, cells) > *best_merit) {
            best = a;
            *best_merit = merit(&a, cells);
        }
    }
    return best;
}

static void put_card(const struct scene *scene, int index, struct rect card, const struct arrangement *a)
{
    const struct look *look = scene->look;
    const struct chapter *chapter = &scene->exhibit->chapters[index];
    int pad = look->margin_px / 4, rule = look->rule_px, line = (int)((float)a->type_px * CARD_LINE_HEIGHT);
    struct rect picture = {card.x, card.y, a->picture_w, a->picture_h};
    struct type type = {FACE_HEADLINE, a->type_px, 0};
    struct page_text title = title_text(scene, index, type);
    struct page_text figure = {
        .prose = paragraph_plain(scene->arena, arena_printf(scene->arena, "%d", index + 1)),
        .type = type,
        .colour = look->colours.argument,
        .line_height = CARD_LINE_HEIGHT,
    };
    struct rect words = {card.x, card.y + a->picture_h + pad, card.w, card.h - a->picture_h - pad};
    int indent = number_indent(scene, type);

    if (a->beside)
        words = (struct rect){card.x + a->picture_w + pad, card.y, card.w - a->picture_w - pad, card.h};
    draw_picture(page_pen(scene), picture, card_picture(scene->exhibit, chapter), look->colours.muted);
    if (a->beside)
        draw_fill(page_pen(scene), (struct rect){words.x, words.y, words.w, rule}, look->colours.ink);
    else
        draw_fill(page_pen(scene), (struct rect){card.x, card.y + a->picture_h, card.w, rule}, look->colours.ink);
    page_text(scene, &figure, a->beside ? rect_moved(words, 0, rule + pad / 2) : words);
    if (a->beside)
        words = rect_moved(words, 0, rule + pad / 2 + line);
    else
        words = (struct rect){words.x + indent, words.y, words.w - indent, words.h};
    page_text(scene, &title, words);
    page_target(scene, card, ACTION_PANEL, chapter->first_panel);
}

static struct rect cell_of(struct rect space, const struct arrangement *a, int index, int gap)
{
    return (struct rect){space.x + index % a->columns * (a->w + gap), space.y + index / a->columns * (a->h + gap), a->w, a->h};
}

struct key {
    const char *word;
    struct action action;
    bool main;
    int w;
};

enum { KEYS_MAX = EXHIBIT_LANGUAGES_MAX + 1 };

/* In reading order: the colophon, then the languages by their own names or, unless named, one key to the choice of them. */
static int collect_keys(const struct scene *scene, bool named, struct key keys[KEYS_MAX])
{
    const struct exhibit *exhibit = scene->exhibit;
    int count = 0;

    if (exhibit->colophon.in)
        keys[count++] = (struct key){page_words(scene)->about, {ACTION_ABOUT, 0}, false, 0};
    if (!named)
        keys[count++] = (struct key){page_words(scene)->language, {ACTION_LANGUAGES, 0}, false, 0};
    for (int i = 0; named && exhibit->language_count > 1 && i < exhibit->language_count; i++)
        keys[count++] = (struct key){exhibit->words[i].language_name, {ACTION_LANGUAGE, i}, i == scene->language, 0};
    return count;
}

static int key_gap(const struct scene *scene)
{
    return scene->look->label_px / 2;
}

/* Fills in their widths; returns what they take side by side. */
static int measure_keys(const struct scene *scene, struct type type, struct key *keys, int count)
{
    int sum = 0;

    for (int i = 0; i < count; i++) {
        keys[i].w = int_max(scene->look->target_px, page_width(scene, type, keys[i].word) + 2 * type.size_px);
        sum += keys[i].w + (i > 0 ? key_gap(scene) : 0);
    }
    return sum;
}

/* At the right of the row. Languages by their names, or where these need more than `most`, behind one key. Returns the width they take. */
static int put_keys(const struct scene *scene, struct rect row, int most)
{
    struct type type = {FACE_BOLD, scene->look->label_px, 0};
    struct key keys[KEYS_MAX];
    int count = collect_keys(scene, true, keys), width = measure_keys(scene, type, keys, count);

    if (width > most && scene->exhibit->language_count > 2) {
        count = collect_keys(scene, false, keys);
        width = measure_keys(scene, type, keys, count);
    }
    row.x += row.w - width;
    for (int i = 0; i < count; i++) {
        struct rect box = {row.x, row.y, keys[i].w, row.h};

        page_key(scene, box, &(struct page_label){type, scene->look->colours.ink, keys[i].word, ALIGN_CENTRE}, keys[i].main);
        page_target(scene, box, keys[i].action.kind, keys[i].action.argument);
        row.x += keys[i].w + key_gap(scene);
    }
    return width;
}

/* The exhibit's title breaks where its author wants on the opening picture; here it runs on. */
static const char *title_in_one_line(const struct scene *scene)
{
    const char *title = text_in(scene->exhibit->title, scene->language);
    char *copy = arena_text(scene->arena, title, strlen(title));

    for (char *at = copy; *at; at++)
        if (*at == '\n')
            *at = ' ';
    return copy;
}

/* The way into time, in ochre, with the years it spans: a band, or one more card. */
static void put_timeline(const struct scene *scene, struct rect box)
{
    const struct look *look = scene->look;
    struct timeline_stretch range = timeline_range(scene->exhibit);
    const char *years = arena_printf(scene->arena, "%d – %d", timeline_date(range.from).year, timeline_date(range.to - 1).year);
    bool band = box.w > 4 * box.h;
    int icon = band ? look->icon_px : look->icon_px * 2, pad = band ? box.h / 3 : look->margin_px / 2;
    struct rect sign = {box.x + pad, band ? box.y + (box.h - icon) / 2 : box.y + pad, icon, icon};
    struct type type = {FACE_HEADLINE, int_min(look->card_px * (band ? 4 : 5) / 4, box.h * 3 / 4), 0};
    int line = type.size_px;
    struct rect name = {sign.x + icon + pad, box.y, box.w - icon - 3 * pad, box.h}, span = name;

    if (!band) {
        name = (struct rect){box.x + pad, box.y + box.h - pad - 2 * line, box.w - 2 * pad, line};
        span = rect_moved(name, 0, line);
    }
    draw_fill(page_pen(scene), box, look->colours.voices);
    draw_icon(page_pen(scene), sign, page_icon_path(scene->arena, "timeline"), look->colours.ink);
    type = page_shrunk(scene, type, band ? page_words(scene)->timeline : years, name.w, look->label_px);
    page_label(scene, &(struct page_label){type, look->colours.ink, page_words(scene)->timeline, ALIGN_LEFT}, name);
    page_label(scene, &(struct page_label){type, look->colours.ink, years, band ? ALIGN_RIGHT : ALIGN_LEFT}, span);
    page_target(scene, box, ACTION_TIMELINE, 0);
}

/* The chapters, and the timeline as a band below them or as one card more, whichever makes the better wall. */
static void put_wall(const struct scene *scene, struct rect space)
{
    const struct look *look = scene->look;
    int count = scene->exhibit->chapter_count, gap = look->margin_px / 2, band = look->target_px * 4 / 3;
    bool time = scene->exhibit->event_count > 0;
    float with_card, with_band;
    struct rect above = space;

    if (time)
        above.h -= band + gap;
    struct arrangement best = best_arrangement(scene, count, above, &with_band);
    struct arrangement more = best_arrangement(scene, count + 1, space, &with_card);
    bool card = time && with_card > with_band && more.columns * more.rows == count + 1;

    if (card) {
        best = more;
        above = space;
    }
    for (int i = 0; i < count; i++)
        put_card(scene, i, cell_of(above, &best, i, gap), &best);
    if (card)
        put_timeline(scene, cell_of(above, &best, count, gap));
    else if (time)
        put_timeline(scene, (struct rect){space.x, space.y + space.h - band, space.w, band});
}

void home_fill(const struct scene *scene)
{
    const struct look *look = scene->look;
    int margin = look->margin_px, gap = margin / 2;
    struct rect inner = {margin, margin * 3 / 4, look->page.w - 2 * margin, look->page.h - margin * 3 / 2};
    int keys = int_max(look->target_px, look->label_px * 2), width = inner.w;
    struct page_text title = {
        .prose = paragraph_plain(scene->arena, title_in_one_line(scene)),
        .type = {FACE_HEADLINE, look->title_smallest_px, 0},
        .colour = look->colours.ink,
        .line_height = HEADING_LINE_HEIGHT,
    };

    draw_fill(page_pen(scene), look->page, look->colours.paper);

    struct rect row = {inner.x, inner.y, inner.w, keys};
    int taken = put_keys(scene, row, look->portrait ? row.w : (int)(KEYS_SHARE * (float)row.w));

    if (look->portrait && taken > 0) {
        inner.y += keys + gap;
        inner.h -= keys + gap;
    } else {
        width -= taken + margin;
    }

    int heading = int_max(page_text(scene, &title, (struct rect){inner.x, inner.y, width, inner.h}), look->portrait ? 0 : keys) + gap;

    put_wall(scene, (struct rect){inner.x, inner.y + heading, inner.w, inner.h - heading});
}
