/* The end: what the exhibit asks, what was not seen, and the way back to the beginning. */
#include "scene/scene.h"

#include "page/button.h"
#include "page/figure.h"
#include "page/icon.h"
#include "page/scroll.h"
#include "text/pattern.h"
#include "text/reading.h"
#include "way/visited.h"

static const float LINE_HEIGHT = 1.1F, HEADING_LINE_HEIGHT = 0.95F, BUTTON_MM = 31, THUMB_ASPECT = 1, ASIDE_SHARE = 0.4F;

enum { MOST_PERCENT = 150, LEAST_PERCENT = 90 }; /* of a card's type: that of questions */
enum { UNSEEN_PANELS_MAX = 5, UNSEEN_MAX = 24 }; /* of more panels than the first their chapters are shown; so many cards at most */

/* A card of what was not seen: a panel, or a chapter by the first of its panels that was not. */
struct unseen {
    const char *title;
    const struct picture *picture;
    const char *note; /* how many panels; NULL: one */
    int panel;
};

/* Content is put from the top down, once to know its height and once to draw it. */
struct column {
    const struct scene *scene;
    struct rect space;
    int y, question_px; /* question_px: the size of their type */
    bool draws;
};

static struct rect take(struct column *column, int height)
{
    struct rect rect = {column->space.x, column->space.y + column->y, column->space.w, height};

    column->y += height;
    return rect;
}

static struct passage words(const struct scene *scene, const char *text, struct type type)
{
    return (struct passage){
        .prose = paragraph_plain(scene->arena, text), .type = type, .colour = scene->style->colours.ink, .line_height = LINE_HEIGHT};
}

/* ---- questions ---- */

/* The mark before a question: a ring, and once it was touched a full circle. */
static void put_mark(const struct scene *scene, struct rect box, bool touched)
{
    struct colour ground = touched ? scene->style->colours.ink : scene->style->colours.paper;

    icon_put(scene, ICON_CIRCLE, box, touched ? scene->style->colours.paper : scene->style->colours.ink);
    if (!touched)
        icon_put(scene, ICON_CIRCLE, rect_inset(box, int_max(2, box.w / 6)), ground);
}

static const char *count_text(const struct scene *scene, int question)
{
    int count = scene->visited ? scene->visited->tally.counts[question] : 0;
    const struct pattern_fill fills[] = {{"{number}", page_number(scene, count)}, {0}};

    return count > 0 ? pattern_filled(scene->arena, page_words(scene)->touched_today, fills) : "";
}

/* As tall as its words; touched, it is filled with ink. */
static void put_question(struct column *column, int question)
{
    const struct scene *scene = column->scene;
    const struct style *style = scene->style;
    bool touched = scene->visited && scene->visited->touched & 1u << question;
    int pad = style->margin_px / 3, mark = style->sizes.label_px * 3 / 2, least = (int)(BUTTON_MM * style->px_per_mm);
    struct passage text = words(scene, "", (struct type){.face = FACE_HEADLINE, .size_px = column->question_px});
    struct label count = {
        {.face = FACE_TEXT, .size_px = style->sizes.label_px}, style->colours.muted, count_text(scene, question), ALIGN_START};
    int indent = pad + mark + pad, width = column->space.w - indent - pad, line = count.type.size_px * 3 / 2;

    text.prose = prose_in(&scene->exhibit->questions[question].text, scene->language);
    const struct paragraph *paragraph = passage_set(scene, &text, width);
    struct rect box = take(column, int_max(int_max(style->target_px, least), paragraph->height_px + line + 2 * pad));

    if (!column->draws)
        return;
    if (touched) {
        draw_fill(page_pen(scene), box, style->colours.ink);
        text.colour = count.colour = style->colours.paper;
    } else {
        draw_frame(page_pen(scene), box, int_max(2, style->rule_px / 2), style->colours.ink);
    }
    put_mark(scene, (struct rect){box.x + pad, box.y + pad + (passage_line_px(&text) - mark) / 2, mark, mark}, touched);
    passage_put(scene, paragraph, &text, (struct rect){box.x + indent, box.y + pad, width, paragraph->height_px});
    label_put(scene, &count, (struct rect){box.x + indent, box.y + box.h - pad - line, width, line});
    page_target(scene, box, ACTION_QUESTION, question);
}

/* Under what one is asked to do with them. */
static void put_questions(struct column *column)
{
    const struct scene *scene = column->scene;
    struct passage ask =
        words(scene, page_words(scene)->touch_question, (struct type){.face = FACE_TEXT, .size_px = scene->style->sizes.body_px});

    if (scene->exhibit->question_count == 0)
        return;
    const struct paragraph *paragraph = passage_set(scene, &ask, column->space.w);
    struct rect line = take(column, paragraph->height_px + scene->style->margin_px / 3);

    if (column->draws)
        passage_put(scene, paragraph, &ask, line);
    for (int i = 0; i < column->scene->exhibit->question_count; i++) {
        put_question(column, i);
        column->y += column->scene->style->margin_px / 3;
    }
}

/* ---- what was not seen ---- */

/* Its picture may say what a notice must say first: then the chapter's stands there, or none. */
static const struct picture *picture_of(const struct scene *scene, const struct panel *panel)
{
    const struct chapter *chapter = &scene->exhibit->chapters[panel->chapter];

    if (!(panel->notices & scene->locked))
        return &panel->picture;
    return chapter->picture.file ? &chapter->picture : &scene->exhibit->neutral;
}

static int first_unseen(const struct scene *scene, const struct chapter *chapter)
{
    for (int i = 0; i < chapter->panel_count; i++)
        if (!visited_panel(scene->visited, chapter->panels[i]))
            return chapter->panels[i];
    return -1;
}

static struct unseen unseen_panel(const struct scene *scene, int panel)
{
    const struct panel *shown = &scene->exhibit->panels[panel];

    return (struct unseen){
        .title = page_one_line(scene, text_in(shown->title, scene->language)), .picture = picture_of(scene, shown), .panel = panel};
}

static struct unseen unseen_chapter(const struct scene *scene, const struct chapter *chapter)
{
    int count = chapter->panel_count - visited_of_chapter(scene->visited, chapter);
    struct unseen card = unseen_panel(scene, first_unseen(scene, chapter));

    if (count == 1)
        return card;
    card.title = page_one_line(scene, text_in(chapter->title, scene->language));
    card.note = page_count(scene, &page_words(scene)->panels, count);
    if (chapter->picture.file)
        card.picture = &chapter->picture;
    return card;
}

/* Returns how many. */
static int collect_unseen(const struct scene *scene, struct unseen cards[UNSEEN_MAX])
{
    const struct exhibit *exhibit = scene->exhibit;
    int panels = 0, count = 0;

    for (int i = 0; i < exhibit->panel_count; i++)
        panels += !visited_panel(scene->visited, i);
    for (int i = 0; panels <= UNSEEN_PANELS_MAX && i < exhibit->panel_count; i++)
        if (!visited_panel(scene->visited, i))
            cards[count++] = unseen_panel(scene, i);
    for (int i = 0; panels > UNSEEN_PANELS_MAX && i < exhibit->chapter_count && count < UNSEEN_MAX; i++)
        if (first_unseen(scene, &exhibit->chapters[i]) >= 0)
            cards[count++] = unseen_chapter(scene, &exhibit->chapters[i]);
    return count;
}

static void put_unseen(struct column *column, const struct unseen *card)
{
    const struct scene *scene = column->scene;
    const struct style *style = scene->style;
    int pad = style->margin_px / 4, least = int_max(style->target_px, (int)(BUTTON_MM * style->px_per_mm) * 3 / 4);
    int thumb = (int)((float)least * THUMB_ASPECT), width = column->space.w - thumb - pad;
    struct passage title = words(scene, card->title, (struct type){.face = FACE_BOLD, .size_px = style->sizes.label_px});
    const struct paragraph *paragraph = passage_set(scene, &title, width);
    struct label note = {{.face = FACE_TEXT, .size_px = style->sizes.small_px}, style->colours.muted, card->note, ALIGN_START};
    int line = card->note ? note.type.size_px * 3 / 2 : 0, text_h = paragraph->height_px + line;
    struct rect box = take(column, int_max(least, text_h));

    if (!column->draws)
        return;
    int y = box.y + (box.h - text_h) / 2;

    figure_put(scene, card->picture, (struct rect){box.x, box.y, thumb, box.h});
    passage_put(scene, paragraph, &title, (struct rect){box.x + thumb + pad, y, width, paragraph->height_px});
    if (card->note)
        label_put(scene, &note, (struct rect){box.x + thumb + pad, y + paragraph->height_px, width, line});
    page_target(scene, box, ACTION_PANEL, card->panel);
}

/* Under a rule and a heading; nothing where all was seen. */
static void put_all_unseen(struct column *column)
{
    const struct scene *scene = column->scene;
    const struct style *style = scene->style;
    struct unseen cards[UNSEEN_MAX];
    int count = collect_unseen(scene, cards), gap = style->margin_px / 4;
    struct label heading = {
        {.face = FACE_BOLD, .size_px = style->sizes.label_px}, style->colours.ink, page_words(scene)->unseen, ALIGN_START};

    if (count == 0)
        return;
    struct rect line = take(column, heading.type.size_px * 3 / 2 + style->rule_px);

    heading.type = label_shrunk(scene, &heading, line.w, style->sizes.small_px);
    if (column->draws) {
        draw_fill(page_pen(scene), (struct rect){line.x, line.y, line.w, style->rule_px}, style->colours.ink);
        label_put(scene, &heading, (struct rect){line.x, line.y + style->rule_px, line.w, line.h - style->rule_px});
    }
    for (int i = 0; i < count; i++) {
        column->y += gap;
        put_unseen(column, &cards[i]);
    }
    column->y += gap;
}

/* ---- the page ---- */

/* Where it stands, and in which size its questions. */
struct end_setting {
    struct rect space;
    int question_px;
};

/* Side by side, or one below the other on a tall screen; where there are no questions, what was not seen alone. Returns the height. */
static int put_content(const struct scene *scene, struct end_setting setting, bool draws)
{
    const struct style *style = scene->style;
    struct rect space = setting.space;
    struct column asked = {.scene = scene, .space = space, .question_px = setting.question_px, .draws = draws}, left = asked;
    bool beside = !style->portrait && scene->exhibit->question_count > 0;

    if (beside) {
        left.space.w = (int)(ASIDE_SHARE * (float)space.w);
        asked.space.w -= left.space.w + style->margin_px;
        left.space.x += asked.space.w + style->margin_px;
    }
    put_questions(&asked);
    if (!beside)
        left.y = asked.y > 0 ? asked.y + style->margin_px / 3 : 0;
    put_all_unseen(&left);
    return int_max(asked.y, left.y);
}

/* What is measured is not kept. */
static int content_height(const struct scene *scene, struct end_setting setting)
{
    struct arena_mark start = arena_mark(scene->arena);
    int height = put_content(scene, setting, false);

    arena_return(scene->arena, start);
    return height;
}

/* The questions as large as there is room for; what has no room even so scrolls. */
static void put_scrolling(const struct scene *scene, struct rect space)
{
    const struct style *style = scene->style;
    int least = style->sizes.card_px * LEAST_PERCENT / 100, rail = style->target_px + 6 * style->rule_px;
    struct end_setting setting = {space, style->sizes.card_px * MOST_PERCENT / 100};
    struct scroll_area area = {.rect = space, .clip = space, .rail = space, .step_px = style->sizes.body_px * 3 / 2};
    int height = content_height(scene, setting);

    while (height > space.h && setting.question_px > least) {
        setting.question_px = int_max(least, setting.question_px * 9 / 10);
        height = content_height(scene, setting);
    }
    if (height > space.h) {
        setting.space.w = int_max(space.w / 2, space.w - rail);
        area.max_px = int_max(0, content_height(scene, setting) - space.h);
    }
    scroll_begin(scene, &area);
    put_content(scene, setting, true);
    scroll_end(scene);
}

static struct label again_label(const struct scene *scene, int most)
{
    const struct style *style = scene->style;
    struct label label = {
        {.face = FACE_BOLD, .size_px = style->sizes.label_px * 9 / 8}, style->colours.ink, page_words(scene)->begin_again, ALIGN_CENTRE};

    label.type = label_shrunk(scene, &label, most, style->sizes.small_px);
    return label;
}

/* The heading, the way back beside it or on a tall screen at the foot, and between them what scrolls. */
static void fill(const struct scene *scene)
{
    const struct style *style = scene->style;
    int margin = style->margin_px, gap = margin / 2, air = style->sizes.label_px * 3;
    struct rect inner = {margin, margin * 3 / 4, style->page.w - 2 * margin, style->page.h - margin * 3 / 2}, button = inner;
    struct label again = again_label(scene, inner.w - air);
    struct passage heading =
        words(scene, page_words(scene)->end, (struct type){.face = FACE_HEADLINE, .size_px = style->sizes.title_smallest_px});

    button.w = label_width(scene, again.type, again.text) + air;
    button.h = int_max(style->target_px, (int)(BUTTON_MM * style->px_per_mm) * 3 / 4);
    if (style->portrait)
        button.y = inner.y + inner.h - button.h;
    else
        button.x = inner.x + inner.w - button.w;
    heading.line_height = HEADING_LINE_HEIGHT;
    draw_fill(page_pen(scene), style->page, style->colours.paper);
    int head =
        passage_draw(scene, &heading, (struct rect){inner.x, inner.y, style->portrait ? inner.w : inner.w - button.w - margin, inner.h});
    int top = inner.y + (style->portrait ? head : int_max(head, button.h)) + gap;
    int foot = style->portrait ? button.y - gap : inner.y + inner.h;

    put_scrolling(scene, (struct rect){inner.x, top, inner.w, foot - top});
    button_put(scene, button, &again, true);
    page_target(scene, button, ACTION_AGAIN, 0);
}

/* Left and right go on turning pages until a key has set the focus. */
static struct key_answer answer_key(const struct scene *scene, const struct key_press *press)
{
    struct point way = key_way(press->key);
    bool focused = press->focus.kind != ACTION_NONE;

    (void)scene;
    if (press->held)
        return (struct key_answer){.action = scene_scroll_action(press->key)};
    if (press->key == KEY_FIRST || press->key == KEY_LAST)
        return (struct key_answer){.action = {.kind = press->key == KEY_FIRST ? ACTION_FIRST : ACTION_LAST}};
    if (press->key == KEY_PAGE_UP || press->key == KEY_PAGE_DOWN)
        return (struct key_answer){.action = scene_scroll_action(press->key),
                                   .otherwise = {.kind = way.y > 0 ? ACTION_NEXT : ACTION_PREVIOUS}};
    if (way.x != 0 && !focused)
        return (struct key_answer){.action = {.kind = way.x > 0 ? ACTION_NEXT : ACTION_PREVIOUS}};
    if (way.x != 0)
        return (struct key_answer){.action = {.kind = ACTION_FOCUS_ACROSS, .argument = (int)way.x}};
    return (struct key_answer){.action = {.kind = way.y != 0 ? ACTION_FOCUS_DOWN : ACTION_NONE, .argument = (int)way.y}};
}

static bool exists(const struct exhibit *exhibit, int item)
{
    (void)item;
    return exhibit->end && exhibit->panel_count > 0;
}

static int words_to_read(const struct exhibit *exhibit, int item, int language)
{
    int count = scene_words_to_look_at(exhibit, item, language);

    for (int i = 0; i < exhibit->question_count; i++)
        count += reading_words(prose_in(&exhibit->questions[i].text, language));
    return count;
}

static struct origin origin(const struct exhibit *exhibit, int item, int language)
{
    (void)item, (void)language;
    return scene_origin(exhibit, "config/exhibit.yaml", exhibit->question_count > 0 ? "questions" : "chapters", NULL);
}

static unsigned remembers(const struct exhibit *exhibit, const struct visited *visited)
{
    (void)exhibit;
    return visited->changes;
}

const struct scene_ops scene_end = {
    .name = "end",
    .place = PLACE_PAGER,
    .remembers = remembers,
    .exists = exists,
    .words = words_to_read,
    .origin = origin,
    .fill = fill,
    .key = answer_key,
    .drag = scene_drag_page,
};
