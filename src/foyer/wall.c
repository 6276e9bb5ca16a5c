/* The arrangement of cards whose pictures show most. */
#include "foyer/wall.h"

#include "axis/event.h"
#include "foyer/ways.h"
#include "page/figure.h"
#include "page/icon.h"
#include "page/label.h"
#include "page/passage.h"
#include "page/scroll.h"

#include <math.h>
#include <string.h>

static const float PICTURE_ASPECT = 0.85F;                        /* width over height of a picture that does not tell */
static const float BESIDE_MOST = 0.5F, HEAVY_BESIDE_MOST = 0.68F; /* of a card's width, its picture beside the title */
static const float HEAVY_ASPECT = 1.3F;
static const float CARD_LINE_HEIGHT = 1.0F, NOTE_LINE_HEIGHT = 1.3F;
static const float SCROLLED_PICTURE = 0.6F; /* its height over its width, in a wall that scrolls */

/* There: the type, of a card's; a card is so many times the type wide; a row is so many steps of an arrow. */
enum { SCROLLED_TYPE_PERCENT = 80, SCROLLED_CARD_TYPES = 7, SCROLLED_STEPS = 3 };

enum { TYPE_STEP_PX = 2, COLUMN_TARGETS = 3 }; /* a column is so many targets wide at least */

/* How the cards stand, in rows that all are full: a chapter of weight 2 is two of its row's units wide. added: units in the last row for
 * what is not a chapter. h, picture_h: of all cards and their pictures; beside: the title stands there, else below. */
struct arrangement {
    struct rect space;
    int rows, added, gap;
    bool beside, notes, kept;
    int h, picture_h, type_px;
    int indent, number_px;      /* of titles below a picture, behind their numbers; of a number above its title */
    struct card_place *places;  /* of all cards */
    const char *const *lengths; /* of all chapters: what is said of them below their titles */
};

struct card_place {
    int row, x, w;
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

/* kept: in its author's lines. */
static struct passage title_text(const struct scene *scene, int chapter, struct type type, bool kept)
{
    const char *title = text_in(scene->exhibit->chapters[chapter].title, scene->language);

    return (struct passage){
        .prose = paragraph_plain(scene->arena, kept ? title : page_one_line(scene, title)),
        .type = type,
        .colour = scene->style->colours.ink,
        .line_height = CARD_LINE_HEIGHT,
    };
}

static const char *const *all_lengths(const struct scene *scene)
{
    const struct exhibit *exhibit = scene->exhibit;
    const char **lengths = arena_alloc(scene->arena, sizeof(*lengths) * (size_t)int_max(1, exhibit->chapter_count));

    for (int i = 0; i < exhibit->chapter_count; i++)
        lengths[i] = ways_length(scene, exhibit->chapters[i].panels, exhibit->chapters[i].panel_count);
    return lengths;
}

/* In two lines where one is too long. */
static struct passage note_text(const struct scene *scene, const char *length, int width)
{
    struct type type = {.face = FACE_TEXT, .size_px = scene->style->sizes.label_px};
    const char *dot = strstr(length, WAYS_DOT);

    if (dot && label_width(scene, type, length) > width)
        length = arena_printf(scene->arena, "%.*s\n%s", (int)(dot - length), length, dot + strlen(WAYS_DOT));
    return (struct passage){.prose = paragraph_plain(scene->arena, length),
                            .type = type,
                            .colour = scene->style->colours.muted,
                            .line_height = NOTE_LINE_HEIGHT};
}

/* In large letters it has one line; 0 where it has no room. */
static int note_height(const struct scene *scene, const char *length, int width)
{
    struct passage note = note_text(scene, length, width);
    const struct paragraph *set = passage_set(scene, &note, width);

    return set->line_count <= (scene->style->large ? 1 : 2) && set->width_px <= width ? set->height_px : 0;
}

static int weight_of(const struct scene *scene, const struct arrangement *a, int card)
{
    return card < scene->exhibit->chapter_count ? scene->exhibit->chapters[card].weight : a->added;
}

/* Chapters, and what is added. */
static int count_cards(const struct scene *scene, const struct arrangement *a)
{
    return scene->exhibit->chapter_count + (a->added > 0);
}

/* Where the cards stand in rows that share all units out evenly. */
static void place_cards(const struct scene *scene, struct arrangement *a)
{
    int count = count_cards(scene, a), all = 0, before = 0;

    a->places = arena_alloc(scene->arena, sizeof(*a->places) * (size_t)int_max(1, count));
    for (int i = 0; i < count; i++)
        all += weight_of(scene, a, i);
    for (int i = 0; i < count; before += weight_of(scene, a, i++))
        a->places[i].row = (2 * before + weight_of(scene, a, i)) * a->rows / (2 * all);
    for (int first = 0, end = 0; first < count; first = end) {
        int units = 0, room = a->space.w + a->gap, at = 0;

        for (end = first; end < count && a->places[end].row == a->places[first].row; end++)
            units += weight_of(scene, a, end);
        for (int i = first; i < end; i++) {
            a->places[i].x = a->space.x + room * at / units;
            at += weight_of(scene, a, i);
            a->places[i].w = a->space.x + room * at / units - a->gap - a->places[i].x;
        }
    }
}

static struct rect card_rect(const struct arrangement *a, int card)
{
    ASSERT(a->places);
    const struct card_place *place = &a->places[card];

    return (struct rect){place->x, a->space.y + place->row * (a->h + a->gap), place->w, a->h};
}

/* In the card: its picture. Below that, or beside it, are the words. */
static struct rect picture_rect(const struct scene *scene, const struct arrangement *a, int card)
{
    struct rect rect = card_rect(a, card);
    bool heavy = weight_of(scene, a, card) > 1;

    if (a->beside)
        rect.w =
            (int)fminf((float)a->h * (heavy ? HEAVY_ASPECT : PICTURE_ASPECT), (float)rect.w * (heavy ? HEAVY_BESIDE_MOST : BESIDE_MOST));
    rect.h = a->picture_h;
    return rect;
}

/* A number's height is in some languages more than its type's size. */
static void set_numbers(const struct scene *scene, struct arrangement *a)
{
    struct type type = {.face = FACE_HEADLINE, .size_px = a->type_px};
    struct passage figure = {.prose = paragraph_plain(scene->arena, number_of(scene, 0)), .type = type, .line_height = CARD_LINE_HEIGHT};

    a->indent = number_indent(scene, type);
    a->number_px = passage_set(scene, &figure, a->space.w)->height_px;
}

/* The height that a chapter's title takes, with what stands above and below it. */
static int words_height(const struct scene *scene, const struct arrangement *a, int chapter, int width)
{
    struct type type = {.face = FACE_HEADLINE, .size_px = a->type_px};
    struct passage title = title_text(scene, chapter, type, a->kept);
    int height = passage_set(scene, &title, width)->height_px + (a->beside ? a->number_px + a->type_px / 2 : 0);

    return height + (a->notes ? note_height(scene, a->lengths[chapter], width) : 0);
}

/* In the card, beside the picture or below it and behind the number. */
static int words_width(const struct scene *scene, const struct arrangement *a, int card)
{
    int width = a->places[card].w;

    if (a->beside)
        return width - picture_rect(scene, a, card).w - scene->style->margin_px / 4;
    return width - a->indent;
}

static bool keeps_lines(const struct scene *scene, const struct arrangement *a, int chapter)
{
    const char *title = text_in(scene->exhibit->chapters[chapter].title, scene->language);
    struct passage text = title_text(scene, chapter, (struct type){.face = FACE_HEADLINE, .size_px = a->type_px}, true);

    return !strchr(title, '\n') || ways_keep_lines(title, passage_set(scene, &text, words_width(scene, a, chapter)));
}

/* Fills in the picture's height for this size of type; false if a title has no room or a word of it is broken, or a picture is a mere
 * strip. The tallest words decide, so that all pictures of a row end on one line. */
static bool arrange(const struct scene *scene, struct arrangement *a)
{
    struct type type = {.face = FACE_HEADLINE, .size_px = a->type_px};
    int count = scene->exhibit->chapter_count, tallest = 0, narrowest = a->space.w, widest = 0;

    set_numbers(scene, a);
    a->picture_h = a->h;
    a->notes = a->kept = true;
    for (int i = 0; i < count; i++) {
        int width = words_width(scene, a, i);

        if (width <= 0 || !passage_words_fit(scene, type, text_in(scene->exhibit->chapters[i].title, scene->language), width))
            return false;
        a->notes = a->notes && note_height(scene, a->lengths[i], width) > 0;
        a->kept = a->kept && keeps_lines(scene, a, i);
    }
    for (int i = 0; i < count; i++) {
        int picture = picture_rect(scene, a, i).w;

        tallest = int_max(tallest, words_height(scene, a, i, words_width(scene, a, i)));
        narrowest = int_min(narrowest, picture);
        widest = int_max(widest, picture / weight_of(scene, a, i));
    }
    if (a->beside)
        return tallest <= a->h;
    a->picture_h = a->h - tallest - scene->style->margin_px / 2;
    return a->picture_h * 2 > widest && a->picture_h < 2 * narrowest;
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

/* Whether all stand there with no word broken. */
static bool words_fit(const struct scene *scene, struct type type, int width)
{
    for (int i = 0; i < scene->exhibit->chapter_count; i++)
        if (!passage_words_fit(scene, type, text_in(scene->exhibit->chapters[i].title, scene->language), width))
            return false;
    return true;
}

/* Where so many do not stand at once: cards of a good size, as tall as they need to be, in rows that scroll. */
static struct arrangement scrolling(const struct scene *scene, struct arrangement a)
{
    const struct style *style = scene->style;
    struct type type = {.face = FACE_HEADLINE,
                        .size_px = int_max(style->sizes.label_px, style->sizes.card_px * SCROLLED_TYPE_PERCENT / 100)};
    int count = scene->exhibit->chapter_count, columns = int_max(1, a.space.w / (SCROLLED_CARD_TYPES * type.size_px));
    int units = 0, narrowest = a.space.w, tallest = 0;

    for (int i = 0; i < count; i++)
        units += weight_of(scene, &a, i);
    a.rows = (units + columns - 1) / columns;
    place_cards(scene, &a);
    for (int i = 0; i < count; i++)
        narrowest = int_min(narrowest, a.places[i].w);
    while (type.size_px > style->sizes.label_px && !words_fit(scene, type, narrowest - number_indent(scene, type)))
        type.size_px--;
    a.type_px = type.size_px;
    set_numbers(scene, &a);
    a.notes = note_height(scene, a.lengths[0], words_width(scene, &a, 0)) > 0;
    for (int i = 0; i < count; i++)
        tallest = int_max(tallest, words_height(scene, &a, i, words_width(scene, &a, i)));
    a.picture_h = (int)((float)narrowest * SCROLLED_PICTURE);
    a.h = a.picture_h + tallest + style->margin_px / 2;
    return a;
}

/* Much to see of large pictures, and large titles. */
static float merit(const struct scene *scene, const struct arrangement *a)
{
    float seen = 0;

    for (int i = 0; i < scene->exhibit->chapter_count; i++) {
        const struct picture *picture = card_picture(scene->exhibit, &scene->exhibit->chapters[i]);
        struct rect place = figure_place(scene, picture, picture_rect(scene, a, i));
        float aspect = picture->aspect > 0 ? (float)picture->aspect : PICTURE_ASPECT;
        float shape = (float)place.w / (float)int_max(1, place.h) / aspect;

        seen += (float)place.w * (float)place.h * fminf(shape, 1 / shape) / (float)scene->exhibit->chapters[i].weight;
    }
    return seen * (float)a->type_px;
}

/* No row is without a card, and none has cards that are narrower than a hand wants them. */
static bool rows_stand(const struct scene *scene, const struct arrangement *a)
{
    int last = -1;

    for (int i = 0; i < count_cards(scene, a); i++) {
        int row = a->places[i].row;

        if (row > last + 1 || card_rect(a, i).w < int_min(a->space.w, COLUMN_TARGETS * scene->style->target_px))
            return false;
        last = row;
    }
    return last == a->rows - 1;
}

/* From what is given: the space, what is added, the lengths. Its merit is below 0 where none stands. */
static struct arrangement best_arrangement(const struct scene *scene, const struct arrangement *given, float *best_merit)
{
    struct arrangement best = {0};

    *best_merit = -1;
    for (int i = 0; i < 2 * count_cards(scene, given); i++) {
        struct arrangement a = *given;

        a.rows = i / 2 + 1;
        a.beside = i % 2;
        a.h = (a.space.h - (a.rows - 1) * a.gap) / a.rows;
        if (a.h < scene->style->target_px)
            break;
        place_cards(scene, &a);
        if (!rows_stand(scene, &a) || !arrange_largest(scene, &a))
            continue;
        if (merit(scene, &a) > *best_merit) {
            best = a;
            *best_merit = merit(scene, &a);
        }
    }
    return best;
}

static void put_card(const struct scene *scene, int index, const struct arrangement *a)
{
    const struct style *style = scene->style;
    const struct chapter *chapter = &scene->exhibit->chapters[index];
    int pad = style->margin_px / 4, rule = style->rule_px, line;
    struct rect card = card_rect(a, index), picture = picture_rect(scene, a, index);
    struct type type = {.face = FACE_HEADLINE, .size_px = a->type_px};
    struct passage title = title_text(scene, index, type, a->kept), note;
    struct passage figure = {
        .prose = paragraph_plain(scene->arena, number_of(scene, index)),
        .type = type,
        .colour = style->colours.muted,
        .line_height = CARD_LINE_HEIGHT,
    };
    struct rect words = {card.x, card.y + a->picture_h + pad, card.w, card.h - a->picture_h - pad};
    int indent = a->indent;

    if (a->beside)
        words = (struct rect){card.x + picture.w + pad, card.y, card.w - picture.w - pad, card.h};
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
    words.y += line;
    note = note_text(scene, a->lengths[index], words.w);
    if (a->notes)
        passage_draw(scene, &note, words);
    if (ways_are_walked(scene->visited, chapter))
        ways_put_tick(scene, picture);
    page_target(scene, card, ACTION_PANEL, chapter->panels[0]);
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
static void put_scrolling_wall(const struct scene *scene, struct arrangement a)
{
    int rail = scene->style->target_px + 6 * scene->style->rule_px;
    struct rect space = a.space;

    a.space.w = int_max(space.w / 2, space.w - rail);
    a = scrolling(scene, a);

    int row = a.h + a.gap, height = a.rows * row - a.gap;

    if (space.h > row && space.h % row > a.picture_h) /* the row below is seen to go on, but no title is cut */
        space.h -= space.h % row - a.picture_h;
    scroll_begin(scene,
                 &(struct scroll_area){
                     .rect = space, .clip = space, .rail = space, .max_px = int_max(0, height - space.h), .step_px = row / SCROLLED_STEPS});
    for (int i = 0; i < scene->exhibit->chapter_count; i++)
        put_card(scene, i, &a);
    scroll_end(scene);
}

void wall_put(const struct scene *scene, struct rect space)
{
    const struct style *style = scene->style;
    int band = style->target_px * 4 / 3, chapters = scene->exhibit->chapter_count;
    bool time = scene->exhibit->event_count > 0;
    float with_card = -1, with_band;
    struct rect below = {space.x, space.y + space.h - band, space.w, band};
    struct arrangement more = {.space = space, .added = 1, .gap = style->margin_px / 2, .lengths = all_lengths(scene)}, above = more, best;

    above.added = 0;
    if (time)
        above.space.h -= band + above.gap;
    best = best_arrangement(scene, &above, &with_band);
    if (time && chapters > 0)
        more = best_arrangement(scene, &more, &with_card);
    if (with_card > with_band)
        best = more;
    else if (with_band < 0 && chapters > 0)
        put_scrolling_wall(scene, above);
    for (int i = 0; i < chapters && best.rows > 0; i++)
        put_card(scene, i, &best);
    if (time)
        put_timeline(scene, with_card > with_band ? card_rect(&best, chapters) : below);
}
