/* How every card is set: what it holds from the top, buttons below, a cross to close it; longer than the screen, it scrolls. */
#include "cards/card.h"

#include "page/figure.h"
#include "page/button.h"
#include "page/icon.h"
#include "page/scroll.h"
#include "page/voice.h"

#include <math.h>

enum { LIST_LETTERS = 14 }; /* of the type of labels, in each of two columns */
static const float HEADING_LINE_HEIGHT = 0.98F, LABEL_LINE_HEIGHT = 1.35F;

/* The ground that closes the card, and the card's own: targets that every card begins with. */
_Static_assert(CARD_GROUND_TARGETS == 2, "card_put_ground");

void card_add_button(struct card_content *content, const char *word, struct action action)
{
    if (content->button_count == (int)COUNTOF(content->buttons))
        return;
    content->buttons[content->button_count].word = word;
    content->buttons[content->button_count++].action = action;
}

struct card {
    const struct scene *scene;
    const struct card_content *content;
    struct rect inner; /* where the content stands, on the screen */
    int y;             /* the pen, from the top of the content */
    int buttons_most;  /* what the text leaves of the height */
    bool draws;        /* else only measures */
};

static void put_text(struct card *card, const struct passage *text)
{
    const struct paragraph *paragraph = passage_set(card->scene, text, card->inner.w);

    if (card->draws)
        passage_put(card->scene, paragraph, text, rect_moved(card->inner, 0, card->y));
    card->y += paragraph->height_px;
}

static void put_prose(struct card *card, const struct prose *prose, struct type type, struct colour colour)
{
    float line_height = type.face == FACE_HEADLINE ? HEADING_LINE_HEIGHT : card->scene->style->sizes.line_height;

    put_text(card, &(struct passage){.prose = prose, .type = type, .colour = colour, .line_height = line_height, .links = true});
}

static void put_label(struct card *card, const char *word, struct colour colour)
{
    const struct style *style = card->scene->style;
    struct passage text = {.prose = paragraph_plain(card->scene->arena, word),
                           .type = {.face = FACE_BOLD, .size_px = style->sizes.label_px},
                           .colour = colour,
                           .line_height = LABEL_LINE_HEIGHT};

    put_text(card, &text);
    card->y += style->sizes.label_px / 3;
}

static void put_slab(struct card *card, const struct voice *voice)
{
    int height = voice_slab_height(card->scene);

    if (card->draws)
        voice_slab_put(card->scene, voice, (struct rect){card->inner.x, card->inner.y + card->y, card->inner.w, height}, false);
    card->y += height;
}

/* The words of a button of the list, set. label NULL: there is none. */
struct listed {
    struct passage label_text, title_text;
    const struct paragraph *label, *title;
    int height;
};

static int list_pad(const struct card *card)
{
    return card->scene->style->sizes.label_px * 3 / 4;
}

static int list_gap(const struct card *card)
{
    return card->scene->style->sizes.label_px / 2;
}

/* As tall as its words need. */
static struct listed set_listed(const struct card *card, const struct card_entry *entry, int width)
{
    const struct scene *scene = card->scene;
    const struct style *style = scene->style;
    int pad = list_pad(card), least = int_max(style->target_px, style->sizes.label_px * 5 / 2);
    struct listed listed = {
        .label_text = {.type = {.face = FACE_TEXT, .size_px = style->sizes.small_px}, .colour = style->colours.muted},
        .title_text = {.type = {.face = FACE_BOLD, .size_px = style->sizes.label_px * 9 / 8}, .colour = style->colours.ink},
    };

    listed.label_text.line_height = listed.title_text.line_height = LABEL_LINE_HEIGHT;
    listed.title_text.prose = paragraph_plain(scene->arena, entry->title);
    listed.title = passage_set(scene, &listed.title_text, width - 2 * pad);
    listed.height = listed.title->height_px;
    if (entry->label) {
        listed.label_text.prose = paragraph_plain(scene->arena, entry->label);
        listed.label = passage_set(scene, &listed.label_text, width - 2 * pad);
        listed.height += listed.label->height_px;
    }
    listed.height = int_max(least, listed.height + pad);
    return listed;
}

static void put_listed(const struct card *card, const struct listed *listed, struct rect button)
{
    const struct scene *scene = card->scene;
    int pad = list_pad(card), label = listed->label ? listed->label->height_px : 0;
    int top = listed->label ? pad / 2 : (button.h - listed->title->height_px) / 2; /* labels stand side by side */
    struct rect words = {button.x + pad, button.y + top, button.w - 2 * pad, button.h};

    draw_frame(page_pen(scene), button, int_max(2, scene->style->rule_px / 2), scene->style->colours.ink);
    if (listed->label)
        passage_put(scene, listed->label, &listed->label_text, words);
    passage_put(scene, listed->title, &listed->title_text, rect_moved(words, 0, label));
}

/* Two side by side are of one height. Labels are short; a list without any is one column, in which the eye runs down. */
static void put_list(struct card *card)
{
    const struct card_content *content = card->content;
    int gap = list_gap(card), half = (card->inner.w - gap) / 2;
    bool pairs = content->list_count > 1 && content->list[0].label && half >= LIST_LETTERS * card->scene->style->sizes.label_px;
    int columns = pairs ? 2 : 1, width = pairs ? half : card->inner.w;

    if (content->list_count > 0 && content->list_label) {
        card->y += list_gap(card);
        put_label(card, content->list_label, card->scene->style->colours.muted);
    }
    for (int i = 0; i < content->list_count; i += columns) {
        struct listed listed[2];
        int count = int_min(columns, content->list_count - i), height = 0;

        for (int j = 0; j < count; j++) {
            listed[j] = set_listed(card, &content->list[i + j], width);
            height = int_max(height, listed[j].height);
        }
        for (int j = 0; j < count && card->draws; j++) {
            struct rect button = {card->inner.x + j * (width + gap), card->inner.y + card->y, width, height};

            put_listed(card, &listed[j], button);
            page_ask(card->scene, button, content->list[i + j].action);
        }
        card->y += height + gap;
    }
    if (content->list_count > 0 && !(content->small && content->small[0]))
        card->y -= gap;
}

static struct card_choices choices_of(const struct card_content *content)
{
    return (struct card_choices){content->choices, content->choice_count};
}

/* All that scrolls: heading, texts, sources. */
static void put_content(struct card *card)
{
    const struct style *style = card->scene->style;
    const struct card_content *content = card->content;
    struct type body = {.face = FACE_TEXT, .size_px = style->sizes.body_px}, small = {.face = FACE_TEXT, .size_px = style->sizes.small_px},
                heading = {.face = FACE_HEADLINE, .size_px = style->sizes.card_px * 5 / 4};

    card->y = 0;
    if (content->label)
        put_label(card, content->label, style->colours.muted);
    if (content->speaker) {
        put_slab(card, content->speaker);
        card->y += style->sizes.label_px / 2;
    }
    if (content->voice)
        put_slab(card, content->voice);
    else
        put_prose(card, paragraph_plain(card->scene->arena, content->heading), heading, style->colours.ink);
    card->y += style->sizes.label_px / 2;
    if (content->texts_label)
        put_label(card, content->texts_label, style->colours.muted);
    for (size_t i = 0; i < COUNTOF(content->texts); i++) {
        if (!content->texts[i])
            continue;
        put_prose(card, content->texts[i], body, style->colours.ink);
        card->y += style->sizes.label_px / 2;
    }
    card->y += choices_put(card->scene, choices_of(card->content), rect_moved(card->inner, 0, card->y), card->draws);
    put_list(card);
    if (content->small && content->small[0])
        put_prose(card, paragraph_plain(card->scene->arena, content->small), small, style->colours.muted);
}

static void put_button(const struct card *card, int index, struct type type, struct rect box)
{
    const struct scene *scene = card->scene;
    const struct card_content *content = card->content;
    struct label label = {type, scene->style->colours.ink, content->buttons[index].word, ALIGN_CENTRE};

    button_put(scene, box, &label, index == content->main_button);
    page_ask(scene, box, content->buttons[index].action);
}

/* How buttons stand that are what a card is for. */
struct button_grid {
    int columns, rows, w, h, gap;
};

static struct button_grid grid_with(const struct card *card, int columns)
{
    struct button_grid grid = {.columns = columns, .gap = card->scene->style->sizes.label_px / 2};

    grid.rows = (card->content->button_count + columns - 1) / columns;
    grid.w = (card->inner.w - (columns - 1) * grid.gap) / columns;
    grid.h = (card->buttons_most + grid.gap) / grid.rows - grid.gap;
    return grid;
}

/* Large, in three columns, and four buttons two by two; in more columns, and lower, where a screen is small for its fingers. */
static struct button_grid make_grid(const struct card *card)
{
    const struct style *style = card->scene->style;
    int count = card->content->button_count, best = int_max(style->target_px * 3 / 2, style->sizes.body_px * 5 / 2);
    struct button_grid grid = grid_with(card, count == 4 ? 2 : int_min(count, 3));

    while (grid.h < style->target_px && grid.columns < count && grid_with(card, grid.columns + 1).w >= style->target_px)
        grid = grid_with(card, grid.columns + 1);
    grid.h = int_clamp(grid.h, style->target_px, best);
    return grid;
}

static int put_grid(const struct card *card, int top)
{
    const struct style *style = card->scene->style;
    struct button_grid grid = make_grid(card);

    for (int i = 0; i < card->content->button_count && top >= 0; i++) {
        struct rect button = {card->inner.x + i % grid.columns * (grid.w + grid.gap), top + i / grid.columns * (grid.h + grid.gap), grid.w,
                              grid.h};
        struct type type = {.face = FACE_BOLD, .size_px = style->sizes.body_px};

        put_button(card, i,
                   label_shrunk(card->scene, &(struct label){.type = type, .text = card->content->buttons[i].word},
                                grid.w - style->sizes.label_px, 8),
                   button);
    }
    return grid.rows * (grid.h + grid.gap) - grid.gap;
}

/* A button whose word is longer than the card is wide, in several lines. Returns its height; draws in `box` when that has a width. */
static int put_long_button(const struct card *card, int index, struct rect box)
{
    const struct scene *scene = card->scene;
    int pad = scene->style->sizes.label_px / 2;
    bool main = index == card->content->main_button;
    struct passage words = {.prose = paragraph_plain(scene->arena, card->content->buttons[index].word),
                            .type = {.face = FACE_BOLD, .size_px = scene->style->sizes.label_px},
                            .colour = main ? scene->style->colours.paper : scene->style->colours.ink,
                            .line_height = LABEL_LINE_HEIGHT,
                            .align = ALIGN_CENTRE};
    const struct paragraph *set = passage_set(scene, &words, card->inner.w - 2 * pad);

    if (box.w > 0) {
        button_put(scene, box, &(struct label){words.type, scene->style->colours.ink, "", ALIGN_CENTRE}, main);
        passage_put(scene, set, &words, (struct rect){box.x + pad, box.y + pad, box.w - 2 * pad, box.h - 2 * pad});
        page_ask(scene, box, card->content->buttons[index].action);
    }
    return set->height_px + 2 * pad;
}

static int put_foot(const struct card *card, int top)
{
    const struct card_foot *foot = card->content->foot;
    int height = foot->height(card->scene, card->inner.w);

    if (top >= 0)
        foot->put(card->scene, (struct rect){card->inner.x, top, card->inner.w, height});
    return height;
}

/* Buttons side by side, in as many rows as they need. Returns the height; draws from `top` when it is not negative. */
static int put_buttons(const struct card *card, int top)
{
    const struct scene *scene = card->scene;
    const struct style *style = scene->style;
    int height = int_max(style->target_px, style->sizes.label_px * 2), gap = style->sizes.label_px / 2, x = 0, y = 0, row = height;

    if (card->content->foot)
        return put_foot(card, top);
    if (card->content->grid)
        return put_grid(card, top);
    for (int i = 0; i < card->content->button_count; i++) {
        struct type type = {.face = FACE_BOLD, .size_px = style->sizes.label_px};
        int width = int_max(style->target_px * 3 / 2, label_width(scene, type, card->content->buttons[i].word) + 2 * style->sizes.label_px);
        bool is_long = width > card->inner.w;

        if (x > 0 && x + width > card->inner.w) {
            x = 0;
            y += row + gap;
        }
        row = is_long ? put_long_button(card, i, (struct rect){0, 0, 0, 0}) : height;
        struct rect button = {card->inner.x + x, top + y, int_min(width, card->inner.w), row};

        if (top >= 0 && is_long)
            put_long_button(card, i, button);
        else if (top >= 0)
            put_button(card, i, type, button);
        x += width + gap;
    }
    return card->content->button_count > 0 ? y + row : 0;
}

void card_put_cross(const struct scene *scene, struct rect box)
{
    const struct style *style = scene->style;
    int side = style->target_px;
    struct rect button = {box.x + box.w - side - style->rule_px * 2, box.y + style->rule_px * 2, side, side};

    icon_put(scene, ICON_CLOSE, rect_inset(button, side / 5), style->colours.ink);
    page_target(scene, button, ACTION_CLOSE, 0);
}

void card_put_ground(const struct scene *scene, struct rect box, uint8_t shade)
{
    const struct style *style = scene->style;
    struct rect screen = {0, 0, style->screen.w, style->screen.h};
    struct colour scrim = style_shade(&style->colours);

    scrim.a = shade;
    draw_fill(page_pen(scene), screen, scrim);
    page_target(scene, screen, ACTION_CLOSE, 0);
    draw_fill(page_pen(scene), box, style->colours.paper);
    draw_frame(page_pen(scene), box, style->rule_px, style->colours.ink);
    page_target(scene, box, ACTION_NONE, 0);
}

/* Text that is longer than its place runs on to the card's edges, and above buttons to them; the rail stands beside it. */
static struct scroll_area scroll_area_of(const struct card *card, struct rect box, int buttons_top)
{
    const struct style *style = card->scene->style;
    struct rect inner = card->inner, inside = rect_inset(box, style->rule_px);
    int rail_top = int_max(inner.y, box.y + style->target_px + 4 * style->rule_px);

    if (card->content->button_count > 0 || card->content->foot)
        inside.h = buttons_top - style->sizes.label_px / 2 - inside.y;
    return (struct scroll_area){
        .rect = inner,
        .clip = inside,
        .rail = {inner.x, rail_top, box.x + box.w - style->margin_px / 2 - inner.x, inner.y + inner.h - rail_top},
        .max_px = card->y - inner.h,
        .step_px = (int)((float)style->sizes.body_px * style->sizes.line_height),
    };
}

/* Measures text and buttons at this width of the text; what is left of the height for the text when it has `most` in all. */
static int room_for_text(struct card *card, int width, int most, int *below)
{
    int pad = card->scene->style->margin_px;

    card->inner.w = width;
    put_content(card);
    card->buttons_most = most - 5 * pad / 2 - card->y;
    *below = put_buttons(card, -1);
    *below += *below > 0 ? pad / 2 : 0;
    return most - 2 * pad - *below;
}

/* The card's outer sizes. picture: w of a wide screen's card, h of a tall one's, else 0; text_w: what the picture leaves. */
struct card_size {
    int text_w, most_h;
    struct size picture;
};

/* How much larger than usual the visitor has set letters: as much wider a card holds as many of them in a line. */
static float letters_larger(const struct scene *scene)
{
    return (float)style_larger(&scene->exhibit->theme, scene->style->settings.level[SETTING_TEXT]);
}

static struct card_size size_of(const struct scene *scene, const struct card_content *content)
{
    static const float WIDTH_SHARE = 0.56F, PORTRAIT_SHARE = 0.86F, PICTURE_WIDTH_SHARE = 0.3F, PICTURE_HEIGHT_SHARE = 0.27F;
    const struct style *style = scene->style;
    struct card_size size = {.most_h = style->page.h - 2 * style->margin_px};
    float share = style->portrait ? PORTRAIT_SHARE : WIDTH_SHARE * letters_larger(scene);

    if (content->picture && style->portrait)
        size.picture.h = (int)((float)style->page.h * PICTURE_HEIGHT_SHARE);
    else if (content->picture)
        size.picture.w = (int)((float)style->screen.w * PICTURE_WIDTH_SHARE);
    size.most_h -= size.picture.h;
    size.text_w = int_min((int)((float)style->screen.w * share), style->screen.w - 2 * style->margin_px - size.picture.w);
    return size;
}

/* Inside the card's frame. */
static void put_picture(const struct scene *scene, const struct card_content *content, struct rect box, struct size size)
{
    struct rect place = rect_inset(box, scene->style->rule_px);

    if (size.w > 0)
        place.w = size.w - scene->style->rule_px;
    else
        place.h = size.h - scene->style->rule_px;
    place = figure_put_captioned(scene, content->picture, place);
    if (content->opens.kind == ACTION_NONE)
        return;
    figure_put_mark(scene, place, 1);
    page_ask(scene, place, content->opens);
}

void card_fill(const struct scene *scene, const struct card_content *content)
{
    const struct style *style = scene->style;
    struct card card = {.scene = scene, .content = content};
    struct card_size size = size_of(scene, content);
    int pad = style->margin_px, cross = int_max(0, style->target_px + 2 * style->rule_px - pad), below;
    int rail = style->target_px + 4 * style->rule_px + style->sizes.label_px / 2 - pad / 2; /* where something scrolls */
    int width =
        int_clamp(choices_width(scene, choices_of(content)) + 2 * pad + int_max(cross, rail), size.text_w, style->screen.w - 2 * pad);
    int room = room_for_text(&card, width - 2 * pad - cross, size.most_h, &below);

    if (card.y > room)
        room = room_for_text(&card, width - 2 * pad - rail, size.most_h, &below);

    int view = int_min(card.y, room), height = int_clamp(view + below + 2 * pad, int_min(size.picture.w, size.most_h), size.most_h);
    struct rect text = {(style->screen.w - width + size.picture.w) / 2, style->page.y + (style->page.h - height + size.picture.h) / 2,
                        width, height};
    struct rect box = {text.x - size.picture.w, text.y - size.picture.h, width + size.picture.w, height + size.picture.h};
    int buttons_top = text.y + text.h - pad - below + (below > 0 ? pad / 2 : 0);

    card_put_ground(scene, box, CARD_SHADE);
    if (content->picture)
        put_picture(scene, content, box, size.picture);
    card.inner = (struct rect){text.x + pad, text.y + pad, card.inner.w, view};
    struct scroll_area area = scroll_area_of(&card, text, buttons_top);

    card.draws = true;
    scroll_begin(scene, &area);
    put_content(&card);
    scroll_end(scene);
    put_buttons(&card, buttons_top);
    card_put_cross(scene, text);
}

struct rect card_box(const struct page *page)
{
    return page->targets[CARD_GROUND_TARGETS - 1].rect;
}

uint8_t card_shade(const struct page *page)
{
    return page->list.commands[0].colour.a;
}

struct key_answer card_key(const struct scene *scene, const struct key_press *press)
{
    struct point way = key_way(press->key);
    int all = scene->page->scroll.max_px, on = (int)(way.x + way.y);

    if (press->held)
        return (struct key_answer){.action = scene_scroll_action(press->key)};
    if (press->key == KEY_FIRST || press->key == KEY_LAST)
        return (struct key_answer){.action = {.kind = ACTION_SCROLL_LINES, .argument = press->key == KEY_FIRST ? -all : all}};
    if (on != 0 && (way.x != 0 || all == 0))
        return (struct key_answer){.action = {.kind = ACTION_FOCUS_NEXT, .argument = on}};
    return (struct key_answer){.action = scene_scroll_action(press->key)};
}

enum drag card_drag(const struct scene *scene, struct drag_start drag)
{
    const struct scroll_area *scroll = &scene->page->scroll;
    bool upright = fabsf(drag.to.y - drag.from.y) > fabsf(drag.to.x - drag.from.x), down = drag.to.y > drag.from.y;

    if (!upright)
        return DRAG_NOTHING;
    if (down && scroll->at_px <= 0)
        return DRAG_AWAY;
    return scroll->max_px > 0 && rect_contains(scene->style->page, drag.from) ? DRAG_SCROLL : DRAG_AWAY;
}
