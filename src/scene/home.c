/* Home: the chapters as picture cards, and the languages by their own names. */
#include "scene/scenes.h"

#include <math.h>
#include <string.h>

static const float CARD_ASPECT = 0.85F; /* width over height that a card is best at */
static const float CARD_LINE_HEIGHT = 1.0F;
static const float HEADING_LINE_HEIGHT = 0.95F;

/* The number of columns that brings cards nearest to their best shape. */
static int best_columns(int count, struct rect space, int gap)
{
    int best = 1;
    float best_error = 1e9F;

    for (int columns = 1; columns <= count; columns++) {
        int rows = (count + columns - 1) / columns;
        float w = (float)(space.w - (columns - 1) * gap) / (float)columns, h = (float)(space.h - (rows - 1) * gap) / (float)rows;
        float error = h > 0 && w > 0 ? fabsf(logf(w / h / CARD_ASPECT)) : 1e9F;
        /* A last row with holes looks unfinished. */
        error += (float)(columns * rows - count) * 0.25F / (float)columns;

        if (error < best_error) {
            best_error = error;
            best = columns;
        }
    }
    return best;
}

static struct draw_picture card_picture(const struct exhibit *exhibit, const struct chapter *chapter)
{
    const struct picture *picture = &chapter->picture;

    if (!picture->file)
        picture = &exhibit->panels[chapter->first_panel].picture;
    if (!picture->file)
        picture = &exhibit->neutral;
    return (struct draw_picture){picture->file, exhibit->neutral.file, (float)picture->focus_x / 100, (float)picture->focus_y / 100};
}

/* The tallest title decides the caption's height, so that all pictures of a row end on one line. */
static int caption_height(const struct scene *scene, int width, struct page_text *text)
{
    int tallest = 0;

    for (int i = 0; i < scene->exhibit->chapter_count; i++) {
        text->prose = paragraph_plain(scene->arena, text_in(scene->exhibit->chapters[i].title, scene->language));
        tallest = int_max(tallest, page_set(scene, text, width)->height_px);
    }
    return tallest;
}

static void put_card(const struct scene *scene, int index, struct rect card, int caption)
{
    const struct look *look = scene->look;
    const struct chapter *chapter = &scene->exhibit->chapters[index];
    int pad = look->margin_px / 4, rule = look->rule_px;
    struct rect picture = {card.x, card.y, card.w, card.h - caption - 2 * pad};
    struct type number = {FACE_HEADLINE, look->card_px, 0};
    const char *digits = arena_printf(scene->arena, "%d", index + 1);
    int indent = page_width(scene, number, digits) + pad;
    struct page_text title = {
        .prose = paragraph_plain(scene->arena, text_in(chapter->title, scene->language)),
        .type = number,
        .colour = look->colours.ink,
        .line_height = CARD_LINE_HEIGHT,
    };
    struct page_text figure = {
        .prose = paragraph_plain(scene->arena, digits), .type = number, .colour = look->colours.argument, .line_height = CARD_LINE_HEIGHT};
    int top = picture.y + picture.h + pad;

    draw_picture(page_pen(scene), picture, card_picture(scene->exhibit, chapter), look->colours.muted);
    draw_fill(page_pen(scene), (struct rect){card.x, picture.y + picture.h, card.w, rule}, look->colours.ink);
    page_text(scene, &figure, (struct rect){card.x, top, indent, caption});
    page_text(scene, &title, (struct rect){card.x + indent, top, card.w - indent, caption});
    page_target(scene, card, ACTION_PANEL, chapter->first_panel);
}

static void put_cards(const struct scene *scene, struct rect space)
{
    const struct look *look = scene->look;
    int count = scene->exhibit->chapter_count, gap = look->margin_px / 2;
    int columns = best_columns(count, space, gap), rows = (count + columns - 1) / columns;
    int w = (space.w - (columns - 1) * gap) / columns, h = (space.h - (rows - 1) * gap) / rows;
    struct type number = {FACE_HEADLINE, look->card_px, 0};
    int indent = page_width(scene, number, "8") + look->margin_px / 4;
    struct page_text text = {.type = number, .line_height = CARD_LINE_HEIGHT};
    int caption = int_min(caption_height(scene, w - indent, &text), h / 2);

    for (int i = 0; i < count; i++) {
        struct rect card = {space.x + i % columns * (w + gap), space.y + i / columns * (h + gap), w, h};

        put_card(scene, i, card, caption);
    }
}

/* Keys with the languages' own names; the one in use is inverted. Returns the width they take, from the right. */
static int put_languages(const struct scene *scene, int right, int top)
{
    const struct look *look = scene->look;
    struct type type = {FACE_BOLD, look->label_px, 0};
    int height = int_max(look->target_px, look->label_px * 2), pad = look->label_px, x = right;

    if (scene->exhibit->language_count < 2)
        return 0;
    for (int i = scene->exhibit->language_count - 1; i >= 0; i--) {
        const char *name = scene->exhibit->words[i].language_name;
        int width = int_max(look->target_px, page_width(scene, type, name) + 2 * pad);
        struct rect key = {x - width, top, width, height};
        bool used = i == scene->language;
        struct page_label label = {type, used ? look->colours.paper : look->colours.ink, name, ALIGN_CENTRE};

        if (used)
            draw_fill(page_pen(scene), key, look->colours.ink);
        else
            draw_frame(page_pen(scene), key, int_max(2, look->rule_px / 2), look->colours.ink);
        page_label(scene, &label, key);
        page_target(scene, key, ACTION_LANGUAGE, i);
        x -= width + pad / 2;
    }
    return right - x;
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

void home_fill(const struct scene *scene)
{
    const struct look *look = scene->look;
    int margin = look->margin_px;
    struct rect inner = rect_inset(look->page, margin);
    int width = inner.w, keys;
    struct page_text title = {
        .prose = paragraph_plain(scene->arena, title_in_one_line(scene)),
        .type = {FACE_HEADLINE, (look->title_px + look->title_smallest_px) / 2, 0},
        .colour = look->colours.ink,
        .line_height = HEADING_LINE_HEIGHT,
    };

    draw_fill(page_pen(scene), look->page, look->colours.paper);
    if (look->portrait) {
        keys = put_languages(scene, inner.x + inner.w, inner.y) > 0 ? int_max(look->target_px, look->label_px * 2) + margin / 2 : 0;
        inner.y += keys;
        inner.h -= keys;
    } else {
        width -= put_languages(scene, inner.x + inner.w, inner.y) + margin;
    }

    int heading = page_text(scene, &title, (struct rect){inner.x, inner.y, width, inner.h}) + margin / 2;

    put_cards(scene, (struct rect){inner.x, inner.y + heading, inner.w, inner.h - heading});
}
