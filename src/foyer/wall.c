/* The arrangement of cards whose pictures show most. */
#include "foyer/wall.h"

#include "foyer/ways.h"
#include "page/figure.h"
#include "page/label.h"
#include "page/passage.h"
#include "page/scroll.h"

#include <math.h>
#include <string.h>

static const float PICTURE_ASPECT = 0.85F; /* width over height of a picture that does not tell */
static const float SEEN_LEAST = 0.5F;      /* of a picture's height */
static const float CARD_LINE_HEIGHT = 1.0F, NOTE_LINE_HEIGHT = 1.3F;
/* Its height over its width, in a wall that scrolls: so much, or less where the words below it would not be seen; so much at least. */
static const float SCROLLED_PICTURE = 0.6F, SCROLLED_PICTURE_LEAST = 0.4F;

/* There: the type, of a card's; a card is so many times the type wide; a row is so many steps of an arrow. */
enum { SCROLLED_TYPE_PERCENT = 80, SCROLLED_CARD_TYPES = 7, SCROLLED_STEPS = 3 };

enum { TYPE_STEP_PX = 2, COLUMN_TARGETS = 3 }; /* a column is so many targets wide at least */

/* How the cards stand, in rows that all are full: a chapter of weight 2 is two of its row's units wide. h, picture_h: of all cards and
 * their pictures. words_px: the width that words have at least beside a picture; 0: they stand below it. */
struct arrangement {
    struct rect space;
    int rows, gap, words_px;
    bool notes, kept;
    float merit;
    int h, picture_h, type_px;
    int indent, number_px;      /* of titles below a picture, behind their numbers; of a number above its title */
    struct card_place *places;  /* of all cards */
    const char *const *lengths; /* of all chapters: what is said of them below their titles */
};

struct card_place {
    int row, x, w, picture_w;
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

static int weight_of(const struct scene *scene, int card)
{
    return scene->exhibit->chapters[card].weight;
}

/* Of a picture so high: it is cut no further than what is kept of it allows, and never to a mere strip. */
static int widest(const struct scene *scene, int card, int h)
{
    const struct picture *picture = card_picture(scene->exhibit, &scene->exhibit->chapters[card]);
    float aspect = picture->aspect > 0 ? (float)picture->aspect : PICTURE_ASPECT;

    return (int)((float)h * (aspect / fmaxf(SEEN_LEAST, figure_kept(scene, picture).h)));
}

/* Behind the last card of the row that begins with first. */
static int row_end(const struct scene *scene, const struct arrangement *a, int first)
{
    int end = first;

    while (end < scene->exhibit->chapter_count && a->places[end].row == a->places[first].row)
        end++;
    return end;
}

/* Shares room out to the pictures of a row: by weight, but to none more than it can fill; what all leave is returned. */
static int share_out(const struct scene *scene, struct arrangement *a, int first, int room)
{
    int end = row_end(scene, a, first);
    bool grows = true;

    for (int i = first; i < end; i++)
        a->places[i].picture_w = 0;
    while (grows && room > 0) {
        int units = 0, given = 0;

        for (int i = first; i < end; i++)
            if (a->places[i].picture_w < widest(scene, i, a->h))
                units += weight_of(scene, i);
        for (int i = first; i < end && units > 0; i++) {
            int most = widest(scene, i, a->h) - a->places[i].picture_w;
            int more = int_clamp(room * weight_of(scene, i) / units, 0, int_max(0, most));

            a->places[i].picture_w += more;
            given += more;
        }
        room -= given;
        grows = given > 0;
    }
    return room;
}

/* A row with the words below its pictures shares out its units evenly; else all its words have columns of one width, and the pictures the
 * rest. */
static void place_row(const struct scene *scene, struct arrangement *a, int first, int end)
{
    int units = 0, count = end - first, room = a->space.w - (count - 1) * a->gap, x = a->space.x, words = a->words_px;

    for (int i = first; i < end; i++)
        units += weight_of(scene, i);
    if (words > 0)
        words += share_out(scene, a, first, room - count * words) / count;
    for (int i = first, at = 0; i < end; i++) {
        struct card_place *place = &a->places[i];
        int all = a->space.w + a->gap, from = all * at / units;

        at += weight_of(scene, i);
        if (words == 0)
            place->picture_w = all * at / units - a->gap - from;
        place->x = words > 0 ? x : a->space.x + from;
        place->w = place->picture_w + words;
        x += place->w + a->gap;
    }
}

/* Where the cards stand, in rows that share all units out evenly. percent: of a unit of the fullest row, what words beside a picture have;
 * 0: they stand below it. */
static void place_cards(const struct scene *scene, struct arrangement *a, int percent)
{
    int count = scene->exhibit->chapter_count, all = 0, before = 0, most = 1;

    a->places = arena_alloc(scene->arena, sizeof(*a->places) * (size_t)int_max(1, count));
    for (int i = 0; i < count; i++)
        all += weight_of(scene, i);
    for (int i = 0; i < count; before += weight_of(scene, i++))
        a->places[i].row = (2 * before + weight_of(scene, i)) * a->rows / (2 * all);
    for (int i = 0, units = 0; i < count; i++) {
        units = (i > 0 && a->places[i].row == a->places[i - 1].row ? units : 0) + weight_of(scene, i);
        most = int_max(most, units);
    }
    a->words_px = ((a->space.w + a->gap) / most - a->gap) * percent / 100;
    for (int first = 0, end = 0; first < count; first = end) {
        end = row_end(scene, a, first);
        place_row(scene, a, first, end);
    }
}

static struct rect card_rect(const struct arrangement *a, int card)
{
    ASSERT(a->places);
    const struct card_place *place = &a->places[card];

    return (struct rect){place->x, a->space.y + place->row * (a->h + a->gap), place->w, a->h};
}

/* In the card: its picture. Below that, or beside it, are the words. */
static struct rect picture_rect(const struct arrangement *a, int card)
{
    struct rect rect = card_rect(a, card);

    return (struct rect){rect.x, rect.y, a->places[card].picture_w, a->picture_h};
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
    int height = passage_set(scene, &title, width)->height_px + (a->words_px > 0 ? a->number_px + a->type_px / 2 : 0);

    return height + (a->notes ? note_height(scene, a->lengths[chapter], width) : 0);
}

/* In the card, beside the picture or below it and behind the number. */
static int words_width(const struct scene *scene, const struct arrangement *a, int card)
{
    int width = a->places[card].w;

    if (a->words_px > 0)
        return width - picture_rect(a, card).w - scene->style->margin_px / 4;
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
        int picture = picture_rect(a, i).w;

        tallest = int_max(tallest, words_height(scene, a, i, words_width(scene, a, i)));
        narrowest = int_min(narrowest, picture);
        widest = int_max(widest, picture / weight_of(scene, i));
    }
    if (a->words_px > 0)
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
        units += weight_of(scene, i);
    a.rows = (units + columns - 1) / columns;
    place_cards(scene, &a, 0);
    for (int i = 0; i < count; i++)
        narrowest = int_min(narrowest, a.places[i].w);
    while (type.size_px > style->sizes.label_px && !words_fit(scene, type, narrowest - number_indent(scene, type)))
        type.size_px--;
    a.type_px = type.size_px;
    set_numbers(scene, &a);
    a.notes = note_height(scene, a.lengths[0], words_width(scene, &a, 0)) > 0;
    for (int i = 0; i < count; i++)
        tallest = int_max(tallest, words_height(scene, &a, i, words_width(scene, &a, i)));
    tallest += style->margin_px / 2;
    a.picture_h =
        int_clamp(a.space.h - tallest, (int)((float)narrowest * SCROLLED_PICTURE_LEAST), (int)((float)narrowest * SCROLLED_PICTURE));
    a.h = a.picture_h + tallest;
    return a;
}

/* Much to see of large pictures, and large titles. */
static float merit(const struct scene *scene, const struct arrangement *a)
{
    float seen = 0;

    for (int i = 0; i < scene->exhibit->chapter_count; i++) {
        const struct picture *picture = card_picture(scene->exhibit, &scene->exhibit->chapters[i]);
        struct rect place = figure_place(scene, picture, picture_rect(a, i));
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

    for (int i = 0; i < scene->exhibit->chapter_count; i++) {
        int row = a->places[i].row;

        if (row > last + 1 || card_rect(a, i).w < int_min(a->space.w, COLUMN_TARGETS * scene->style->target_px))
            return false;
        last = row;
    }
    return last == a->rows - 1;
}

/* With the words below the pictures, or beside them in so many hundredths of a unit; of these, what shows more. */
static void consider(const struct scene *scene, struct arrangement a, int percent, struct arrangement *best)
{
    a.picture_h = a.h;
    place_cards(scene, &a, percent);
    if (!rows_stand(scene, &a))
        return;
    a.type_px = scene->style->sizes.card_px;
    if (merit(scene, &a) <= best->merit || !arrange_largest(scene, &a)) /* not even if its type were the largest */
        return;
    a.merit = merit(scene, &a);
    if (a.merit > best->merit)
        *best = a;
}

/* From what is given: the space and the lengths. Without rows where none stands. */
static struct arrangement best_arrangement(const struct scene *scene, const struct arrangement *given)
{
    static const int percents[] = {0, 30, 36, 43, 50, 58};
    struct arrangement best = {.merit = -1};

    for (int rows = 1; rows <= scene->exhibit->chapter_count; rows++) {
        struct arrangement a = *given;

        a.rows = rows;
        a.h = (a.space.h - (a.rows - 1) * a.gap) / a.rows;
        if (a.h < scene->style->target_px)
            break;
        for (size_t i = 0; i < COUNTOF(percents); i++)
            consider(scene, a, percents[i], &best);
    }
    return best;
}

static void put_card(const struct scene *scene, int index, const struct arrangement *a)
{
    const struct style *style = scene->style;
    const struct chapter *chapter = &scene->exhibit->chapters[index];
    int pad = style->margin_px / 4, rule = style->rule_px, line;
    struct rect card = card_rect(a, index), picture = picture_rect(a, index);
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

    if (a->words_px > 0)
        words = (struct rect){card.x + picture.w + pad, card.y, card.w - picture.w - pad, card.h};
    figure_put(scene, card_picture(scene->exhibit, chapter), picture);
    if (a->words_px > 0)
        draw_fill(page_pen(scene), (struct rect){words.x, words.y, words.w, rule}, style->colours.ink);
    else
        draw_fill(page_pen(scene), (struct rect){card.x, card.y + a->picture_h, card.w, rule}, style->colours.ink);
    line = passage_draw(scene, &figure, a->words_px > 0 ? rect_moved(words, 0, rule + pad / 2) : words);
    if (a->words_px > 0)
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
    struct arrangement given = {.space = space, .gap = scene->style->margin_px / 2, .lengths = all_lengths(scene)};
    struct arrangement best = best_arrangement(scene, &given);

    if (best.rows == 0 && scene->exhibit->chapter_count > 0)
        put_scrolling_wall(scene, given);
    for (int i = 0; i < scene->exhibit->chapter_count && best.rows > 0; i++)
        put_card(scene, i, &best);
}
