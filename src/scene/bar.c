/* The bar at the foot: seven buttons at most and how far one has come; and the countdown that asks whether anyone is there. */
#include "scene/bar.h"

#include "scene/scene.h"

#include "page/icon.h"
#include "page/label.h"
#include "text/capitals.h"
#include "way/path.h"

#include <string.h>

enum { BAR_BUTTONS_MAX = 9 };

/* An icon, or a short text in its place ("Es", "Aa"), above a word. */
struct bar_button {
    enum icon icon;
    const char *glyph, *word; /* glyph NULL: the icon */
    struct action action;
};

/* The language after the present one: its code as a glyph ("es" -> "Es"), its own name below. */
static struct bar_button language_button(const struct scene *scene)
{
    int next = (scene->language + 1) % scene->exhibit->language_count;
    const char *code = scene->exhibit->languages[next];
    char *glyph = arena_text(scene->arena, code, strcspn(code, "-"));

    glyph[0] = capitals_of(scene->arena, glyph, NULL)[0];
    return (struct bar_button){ICON_COUNT, glyph, scene->exhibit->words[next].language_name, {.kind = ACTION_LANGUAGE, .argument = next}};
}

/* Left of the progress, then right of it; *left says how many. */
static int collect_buttons(const struct scene *scene, const struct bar *bar, struct bar_button buttons[BAR_BUTTONS_MAX], int *left)
{
    const struct words *words = page_words(scene);
    bool back = bar->previous == ACTION_BACK;
    int count = 0;

    buttons[count++] = (struct bar_button){ICON_HOME, NULL, words->home, {.kind = ACTION_HOME}};
    buttons[count++] = (struct bar_button){ICON_PREVIOUS, NULL, back ? words->back : words->previous, {.kind = bar->previous}};
    *left = count;
    if (bar->hint) {
        buttons[count++] = (struct bar_button){ICON_MINUS, NULL, words->farther, {.kind = ACTION_CLOSER, .argument = -1}};
        buttons[count++] = (struct bar_button){ICON_PLUS, NULL, words->closer, {.kind = ACTION_CLOSER, .argument = 1}};
        buttons[count++] = (struct bar_button){ICON_ALL, NULL, words->show_all, {.kind = bar->all}};
    } else {
        buttons[count++] = (struct bar_button){ICON_NEXT, NULL, words->next, {.kind = bar->next}};
        if (scene->exhibit->event_count > 0)
            buttons[count++] = (struct bar_button){ICON_TIMELINE, NULL, words->timeline, {.kind = ACTION_TIMELINE}};
    }
    if (scene->exhibit->language_count == 2)
        buttons[count++] = language_button(scene);
    else if (scene->exhibit->language_count > 2)
        buttons[count++] = (struct bar_button){ICON_LANGUAGE, NULL, words->language, {.kind = ACTION_OPEN, .scene = &scene_languages}};
    buttons[count++] = (struct bar_button){ICON_COUNT, "Aa", words->text_size, {.kind = ACTION_TEXT_SIZE}};
    buttons[count++] = (struct bar_button){ICON_CONTRAST, NULL, words->contrast, {.kind = ACTION_CONTRAST}};
    return count;
}

/* Fades a colour towards the bar: a button that leads nowhere stays in its place, quiet. */
static struct colour quiet(struct colour text, struct colour bar)
{
    return (struct colour){(uint8_t)((text.r + 2 * bar.r) / 3), (uint8_t)((text.g + 2 * bar.g) / 3), (uint8_t)((text.b + 2 * bar.b) / 3),
                           255};
}

static void put_button(const struct scene *scene, const struct bar_button *button, struct rect box)
{
    const struct style *style = scene->style;
    bool leads = button->action.kind != ACTION_NONE;
    struct colour colour = leads ? style->colours.bar_text : quiet(style->colours.bar_text, style->colours.bar);
    int icon = style->icon_px, word = style->sizes.bar_label_px * 4 / 3, gap = style->sizes.bar_label_px / 3;
    int top = box.y + (box.h - icon - gap - word) / 2;
    struct rect sign = {box.x + (box.w - icon) / 2, top, icon, icon};
    struct label glyph = {{.face = FACE_BOLD, .size_px = icon * 4 / 5}, colour, button->glyph, ALIGN_CENTRE};
    struct label label = {{.face = FACE_BOLD, .size_px = style->sizes.bar_label_px}, colour, button->word, ALIGN_CENTRE};

    label.type = label_shrunk(scene, &label, box.w, 8);
    if (button->glyph)
        label_put(scene, &glyph, sign);
    else
        icon_put(scene, button->icon, sign, colour);
    label_put(scene, &label, (struct rect){box.x, top + icon + gap, box.w, word});
    if (leads)
        page_ask(scene, box, button->action);
}

static const float GROUP_GAP = 0.9F; /* between the marks of two chapters, in marks */

/* Whether another chapter begins at this place. */
static bool begins_chapter(struct path path, int place)
{
    const struct panel *panels = path.exhibit->panels;

    return place > 0 && panels[path_panel(path, place)].chapter != panels[path_panel(path, place - 1)].chapter;
}

/* A cut mark a panel, grouped by chapters: those behind us full, the present one tall and light, those ahead quiet. */
static void put_progress(const struct scene *scene, int place, struct rect space)
{
    const struct style *style = scene->style;
    struct path path = {scene->exhibit, scene->route};
    int count = path_length(path), height = int_max(4, style->rule_px * 5 / 2);
    float marks = (float)count, at = 0;

    for (int i = 0; i < count; i++)
        marks += begins_chapter(path, i) ? GROUP_GAP : 0;
    float step = (float)space.w / marks;

    for (int i = 0; i < count; i++, at += step) {
        at += begins_chapter(path, i) ? GROUP_GAP * step : 0;
        struct rect box = {space.x + (int)at, space.y + (space.h - height) / 2, int_max(2, (int)(step * 0.62F)), height};
        struct colour colour = i < place ? style->colours.bar_text : quiet(style->colours.bar_text, style->colours.bar);

        if (i == place) {
            box = (struct rect){box.x, box.y - height * 2 / 3, box.w, height * 7 / 3};
            colour = style->colours.light;
        }
        draw_fill(page_pen(scene), box, colour);
    }
}

/* Between the buttons: how far one has come, or how to go on. */
static void put_middle(const struct scene *scene, const struct bar *bar, struct rect space)
{
    const struct style *style = scene->style;
    struct label label = {{.face = FACE_TEXT, .size_px = style->sizes.label_px}, style->colours.bar_text, bar->hint, ALIGN_CENTRE};

    if (!bar->hint) {
        put_progress(scene, bar->place, space);
        return;
    }
    label.type = label_shrunk(scene, &label, space.w, style->sizes.bar_label_px);
    if (label_width(scene, label.type, bar->hint) <= space.w)
        label_put(scene, &label, space);
}

void bar_fill(const struct scene *scene, const struct bar *bar)
{
    const struct style *style = scene->style;
    struct bar_button buttons[BAR_BUTTONS_MAX];
    struct rect room = style->bar;
    int left, count = collect_buttons(scene, bar, buttons, &left);
    int width = style->portrait ? room.w / count : int_max(room.h * 5 / 4, style->target_px);

    draw_fill(page_pen(scene), room, style->colours.bar);
    if (style->portrait) {
        int strip = style->rule_px * 7;

        put_middle(scene, bar, (struct rect){style->margin_px, room.y + strip / 4, room.w - 2 * style->margin_px, strip});
        room.y += strip * 5 / 4;
        room.h -= strip * 5 / 4;
    } else {
        int from = (left * width) + width / 4, to = room.w - (count - left) * width - width / 4;

        put_middle(scene, bar, (struct rect){from, room.y, to - from, room.h});
    }
    for (int i = 0; i < count; i++) {
        int x = i < left ? room.x + i * width : room.x + room.w - (count - i) * width, end = x + width;

        if (style->portrait) { /* edge to edge, to the last pixel */
            x = room.w * i / count;
            end = room.w * (i + 1) / count;
        }
        put_button(scene, &buttons[i], (struct rect){x, room.y, end - x, room.h});
    }
}

void countdown_fill(const struct scene *scene, int seconds)
{
    const struct style *style = scene->style;
    const struct words *words = page_words(scene);
    struct rect bar = style->bar;
    int pad = style->sizes.label_px, high = int_max(style->target_px, bar.h * 5 / 8), most = (bar.w - 2 * style->margin_px - 2 * pad) / 2;
    struct label stay = {{.face = FACE_BOLD, .size_px = style->sizes.label_px}, style->colours.bar, words->stay, ALIGN_CENTRE};

    stay.type = label_shrunk(scene, &stay, most - 2 * pad, 8);

    struct label question = {{.face = FACE_HEADLINE, .size_px = high * 4 / 5}, style->colours.bar_text, words->still_reading, ALIGN_START};
    struct label digits = {question.type, style->colours.bar_text, page_number(scene, seconds), ALIGN_END};
    int stay_w = int_max(label_width(scene, stay.type, stay.text) + 2 * pad, 2 * style->target_px);
    int number_w = label_width(scene, digits.type, page_number(scene, 88));

    question.type = label_shrunk(scene, &question, bar.w - 2 * style->margin_px - stay_w - number_w - 3 * pad, 8);

    int question_w = label_width(scene, question.type, question.text);
    struct rect line = {bar.x + (bar.w - question_w - number_w - stay_w - 3 * pad) / 2, bar.y + (bar.h - high) / 2, question_w, high};

    draw_fill(page_pen(scene), bar, style->colours.bar);
    label_put(scene, &question, line);
    line.x += question_w + pad;
    line.w = number_w;
    label_put(scene, &digits, line);
    line.x += number_w + 2 * pad;
    line.w = stay_w;
    draw_fill(page_pen(scene), line, style->colours.bar_text);
    label_put(scene, &stay, line);
    page_target(scene, (struct rect){0, 0, style->screen.w, style->screen.h}, ACTION_STAY, 0);
}
