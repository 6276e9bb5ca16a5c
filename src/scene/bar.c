/* The bar at the foot: its buttons and how far one has come; and the countdown that asks whether anyone is there. */
#include "scene/bar.h"

#include "progress/progress.h"
#include "scene/scene.h"

#include "page/icon.h"
#include "page/label.h"
#include "text/capitals.h"

#include <string.h>

enum { BAR_BUTTONS_MAX = 12, SMALLEST_PX = 8 /* for words that are too long for their place, which the audit tells */ };

/* An icon, or a short text in its place ("Es"), above a word. */
struct bar_button {
    enum icon icon;
    const char *glyph, *word; /* glyph NULL: the icon */
    struct action action;
};

/* The first `left` of them stand before what tells of the way, the others behind it. */
struct bar_buttons {
    struct bar_button list[BAR_BUTTONS_MAX];
    int count, left;
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

static void add_button(struct bar_buttons *buttons, struct bar_button button)
{
    buttons->list[buttons->count++] = button;
}

static void add_settings(struct bar_buttons *buttons, const struct scene *scene)
{
    const struct words *words = page_words(scene);

    if (scene->exhibit->language_count == 2)
        add_button(buttons, language_button(scene));
    else if (scene->exhibit->language_count > 2)
        add_button(buttons, (struct bar_button){ICON_LANGUAGE, NULL, words->language, {.kind = ACTION_OPEN, .scene = &scene_languages}});
    if (scene_exists(scene->exhibit, (struct scene_ref){&scene_settings, 0}))
        add_button(buttons, (struct bar_button){ICON_ME, NULL, words->for_me.title, {.kind = ACTION_OPEN, .scene = &scene_settings}});
}

/* What leads the voice. */
static void add_voice(struct bar_buttons *buttons, const struct scene *scene, enum ear ear)
{
    const struct speech_words *words = &page_words(scene)->speech;
    bool waits = ear == EAR_WAITS;

    add_button(buttons, (struct bar_button){ICON_BEFORE, NULL, words->before, {.kind = ACTION_LISTEN_SENTENCE, .argument = -1}});
    add_button(buttons, (struct bar_button){
                            waits ? ICON_PLAY : ICON_PAUSE, NULL, waits ? words->go_on : words->pause, {.kind = ACTION_LISTEN_PAUSE}});
    add_button(buttons, (struct bar_button){ICON_BEHIND, NULL, words->behind, {.kind = ACTION_LISTEN_SENTENCE, .argument = 1}});
    add_button(buttons, (struct bar_button){ICON_SPEED, NULL, words->speed, {.kind = ACTION_LISTEN_SPEED}});
    add_button(buttons, (struct bar_button){ICON_LOUDER, NULL, words->volume, {.kind = ACTION_LISTEN_VOLUME}});
}

static bool listens(const struct bar *bar)
{
    return bar->ear == EAR_HEARS || bar->ear == EAR_WAITS;
}

/* Where one goes from here. */
static void add_ways(struct bar_buttons *buttons, const struct scene *scene, const struct bar *bar)
{
    const struct words *words = page_words(scene);

    if (bar->hint) {
        add_button(buttons, (struct bar_button){ICON_MINUS, NULL, words->farther, {.kind = ACTION_CLOSER, .argument = -1}});
        add_button(buttons, (struct bar_button){ICON_PLUS, NULL, words->closer, {.kind = ACTION_CLOSER, .argument = 1}});
        if (!listens(bar))
            add_button(buttons, (struct bar_button){ICON_ALL, NULL, words->show_all, {.kind = bar->all}});
        return;
    }
    add_button(buttons, (struct bar_button){ICON_NEXT, NULL, words->next, {.kind = bar->next}});
    if (scene->exhibit->event_count > 0 && !listens(bar))
        add_button(buttons, (struct bar_button){ICON_TIMELINE, NULL, words->timeline, {.kind = ACTION_TIMELINE}});
}

static struct bar_button reach_button(const struct scene *scene, int lowered)
{
    const struct settings_words *words = &page_words(scene)->for_me;
    bool more = lowered < scene->style->reach.parts;

    return (struct bar_button){
        more ? ICON_LOWER : ICON_RAISE, NULL, more ? words->bring_down : words->put_back, {.kind = ACTION_LOWER, .argument = more}};
}

static struct bar_buttons collect_buttons(const struct scene *scene, const struct bar *bar)
{
    struct bar_buttons buttons = {.count = 0};
    const struct words *words = page_words(scene);
    bool back = bar->previous == ACTION_BACK;

    add_button(&buttons, (struct bar_button){ICON_HOME, NULL, words->home, {.kind = ACTION_HOME}});
    add_button(&buttons, (struct bar_button){ICON_PREVIOUS, NULL, back ? words->back : words->previous, {.kind = bar->previous}});
    buttons.left = buttons.count;
    add_ways(&buttons, scene, bar);
    if (listens(bar))
        add_voice(&buttons, scene, bar->ear);
    else
        add_settings(&buttons, scene);
    if (bar->ear != EAR_NONE)
        add_button(&buttons, (struct bar_button){
                                 ICON_EAR, NULL, listens(bar) ? words->speech.silence : words->speech.listen, {.kind = ACTION_LISTEN}});
    if (scene->style->reach.parts > 0)
        add_button(&buttons, reach_button(scene, bar->lowered)); /* at the end, where it stays whatever else there is */
    return buttons;
}

/* Fades a colour towards the bar: a button that leads nowhere stays in its place, quiet. */
static struct colour quiet(struct colour text, struct colour bar)
{
    return (struct colour){(uint8_t)((text.r + 2 * bar.r) / 3), (uint8_t)((text.g + 2 * bar.g) / 3), (uint8_t)((text.b + 2 * bar.b) / 3),
                           255};
}

static struct type word_type(const struct scene *scene)
{
    return (struct type){.face = FACE_BOLD, .size_px = scene->style->sizes.bar_label_px};
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
    struct label label = {word_type(scene), colour, button->word, ALIGN_CENTRE};

    label.type = label_shrunk(scene, &label, box.w, SMALLEST_PX);
    if (button->glyph)
        label_put(scene, &glyph, sign);
    else
        icon_put(scene, button->icon, sign, colour);
    label_put(scene, &label, (struct rect){box.x, top + icon + gap, box.w, word});
    if (leads)
        page_ask(scene, box, button->action);
}

/* Between the buttons: how far one has come, or how to go on. Returns where the marks stand. */
static struct rect put_middle(const struct scene *scene, const struct bar *bar, struct rect space)
{
    const struct style *style = scene->style;
    struct label label = {{.face = FACE_TEXT, .size_px = style->sizes.label_px}, style->colours.bar_text, bar->hint, ALIGN_CENTRE};

    if (!bar->hint) {
        progress_put(scene, space, bar->place);
        return space;
    }
    label.type = label_shrunk(scene, &label, space.w, style->sizes.bar_label_px);
    if (label_width(scene, label.type, bar->hint) <= space.w)
        label_put(scene, &label, space);
    return (struct rect){0};
}

static int word_width(const struct scene *scene, const char *word)
{
    return label_width(scene, word_type(scene), word) + scene->style->sizes.bar_label_px * 2 / 3;
}

/* On a wide screen: as its word, and as a finger or two; whichever of two words stands on it. */
static int button_width(const struct scene *scene, const struct bar_button *button)
{
    const struct settings_words *words = &page_words(scene)->for_me;
    int least = int_max(scene->style->bar.h * 5 / 4, scene->style->target_px);

    if (button->action.kind == ACTION_LOWER)
        return int_max(least, int_max(word_width(scene, words->bring_down), word_width(scene, words->put_back)));
    return int_max(least, word_width(scene, button->word));
}

/* At both ends; what tells of the way stands between. Words that are too long for all to stand make all of them narrower. */
static struct rect fill_wide(const struct scene *scene, const struct bar *bar, const struct bar_buttons *buttons)
{
    struct rect room = scene->style->bar, middle = room, box = room;
    int widths[BAR_BUTTONS_MAX] = {0}, total = 0;

    for (int i = 0; i < buttons->count; i++)
        total += widths[i] = button_width(scene, &buttons->list[i]);
    for (int i = 0; i < buttons->count; i++) {
        widths[i] = total > room.w ? (int)((int64_t)widths[i] * room.w / total) : widths[i];
        middle.w -= widths[i];
        middle.x += i < buttons->left ? widths[i] : 0;
    }
    struct rect marks = put_middle(scene, bar, (struct rect){middle.x + room.h * 5 / 16, middle.y, middle.w - room.h * 5 / 8, middle.h});

    for (int i = 0; i < buttons->count; i++, box.x += box.w) {
        if (i == buttons->left)
            box.x += middle.w;
        box.w = widths[i];
        put_button(scene, &buttons->list[i], box);
    }
    return marks;
}

/* Edge to edge, to the last pixel, in even rows; above them what tells of the way. */
static struct rect fill_tall(const struct scene *scene, const struct bar *bar, const struct bar_buttons *buttons)
{
    const struct style *style = scene->style;
    struct rect room = style->bar;
    int strip = style->bar_strip_px, count = buttons->count, rows = style->bar_rows, columns = (count + rows - 1) / rows;

    struct rect marks = {style->margin_px, room.y + strip / 5, room.w - 2 * style->margin_px, strip * 4 / 5};

    marks = put_middle(scene, bar, marks);
    room.y += strip;
    room.h -= strip;
    for (int i = 0; i < count; i++) {
        int row = i / columns, in_row = int_min(columns, count - row * columns), column = i - row * columns;
        int x = room.w * column / in_row, y = room.h * row / rows;

        put_button(scene, &buttons->list[i],
                   (struct rect){room.x + x, room.y + y, room.w * (column + 1) / in_row - x, room.h * (row + 1) / rows - y});
    }
    return marks;
}

struct rect bar_fill(const struct scene *scene, const struct bar *bar)
{
    struct bar_buttons buttons = collect_buttons(scene, bar);

    draw_fill(page_pen(scene), scene->style->bar, scene->style->colours.bar);
    return scene->style->portrait ? fill_tall(scene, bar, &buttons) : fill_wide(scene, bar, &buttons);
}

void bar_put_reach(const struct scene *scene, int lowered, struct rect rect)
{
    struct bar_button button = reach_button(scene, lowered);

    draw_fill(page_pen(scene), rect, scene->style->colours.bar);
    put_button(scene, &button, rect);
}

void countdown_fill(const struct scene *scene, int seconds)
{
    const struct style *style = scene->style;
    const struct words *words = page_words(scene);
    struct rect bar = style->bar;
    int pad = style->sizes.label_px, high = int_max(style->target_px, bar.h * 5 / 8), most = (bar.w - 2 * style->margin_px - 2 * pad) / 2;
    struct label stay = {{.face = FACE_BOLD, .size_px = style->sizes.label_px}, style->colours.bar, words->stay, ALIGN_CENTRE};

    stay.type = label_shrunk(scene, &stay, most - 2 * pad, SMALLEST_PX);

    struct label question = {{.face = FACE_HEADLINE, .size_px = high * 4 / 5}, style->colours.bar_text, words->still_reading, ALIGN_START};
    struct label digits = {question.type, style->colours.bar_text, page_number(scene, seconds), ALIGN_END};
    int stay_w = int_max(label_width(scene, stay.type, stay.text) + 2 * pad, 2 * style->target_px);
    int number_w = label_width(scene, digits.type, page_number(scene, 88));

    question.type = label_shrunk(scene, &question, bar.w - 2 * style->margin_px - stay_w - number_w - 3 * pad, SMALLEST_PX);

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
