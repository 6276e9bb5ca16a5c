/* Each language by its own name, and below that what to do, as long as all of them have room; else their names; else as many as have room,
 * from the page's language on, so that each has its turn. */
#include "film/invitation.h"

#include "page/icon.h"
#include "page/label.h"
#include "scene/scene.h"

/* One button: two lines, or the name alone. */
struct button_type {
    struct type name, phrase;
    bool alone;
    int pad_px;
};

/* width 0: there is none. */
struct bar_sign {
    struct type type;
    const char *word;
    int width_px;
};

static const struct words *words_of(const struct scene *scene, int language)
{
    return &scene->exhibit->words[language];
}

static struct type in_language(struct type type, int language)
{
    type.language = (uint8_t)(language + 1);
    return type;
}

static int width_of(const struct scene *scene, const struct button_type *as, int language)
{
    int name = label_width(scene, in_language(as->name, language), words_of(scene, language)->language_name);
    int phrase = as->alone ? 0 : label_width(scene, in_language(as->phrase, language), words_of(scene, language)->touch_to_begin);

    return int_max(scene->style->target_px, int_max(name, phrase) + 2 * as->pad_px);
}

static int width_of_all(const struct scene *scene, const struct button_type *as, int first, int count)
{
    int languages = scene->exhibit->language_count, width = -as->pad_px;

    for (int i = 0; i < count; i++)
        width += width_of(scene, as, (first + i) % languages) + as->pad_px;
    return width;
}

/* In both directions of reading a button stands in the same place. */
static struct rect in_place(const struct scene *scene, struct rect rect)
{
    return page_mirrored(scene) ? rect_mirrored(rect, scene->style->screen.w) : rect;
}

static void put_line(const struct scene *scene, struct type type, const char *text, struct rect box)
{
    struct label label = {type, scene->style->colours.ink, text, ALIGN_CENTRE};

    label_put(scene, &label, box);
}

static void put_button(const struct scene *scene, const struct button_type *as, int language, struct rect box)
{
    const struct words *words = words_of(scene, language);
    struct rect upper = box, lower = box;

    draw_fill(page_pen(scene), box, scene->style->colours.paper);
    if (!as->alone) {
        upper.h = box.h * 2 / 5;
        lower.y += upper.h - box.h / 16;
        lower.h -= upper.h;
        put_line(scene, in_language(as->phrase, language), words->touch_to_begin, lower);
    }
    put_line(scene, in_language(as->name, language), words->language_name, upper);
}

/* The largest lettering in which all have room. */
static struct button_type type_for(const struct scene *scene, int room)
{
    const struct type_sizes *sizes = &scene->style->sizes;
    struct type small = {.face = FACE_TEXT, .size_px = sizes->small_px}, bold = {.face = FACE_BOLD, .size_px = sizes->body_px};
    struct button_type as[] = {
        {small, bold, false, scene->style->icon_px / 2},
        {small, {.face = FACE_BOLD, .size_px = (sizes->body_px + sizes->small_px) / 2}, false, scene->style->icon_px / 3},
        {bold, bold, true, scene->style->icon_px / 3},
        {{.face = FACE_BOLD, .size_px = sizes->small_px}, bold, true, scene->style->icon_px / 4},
    };
    size_t i = 0;

    while (i + 1 < COUNTOF(as) && width_of_all(scene, &as[i], 0, scene->exhibit->language_count) > room)
        i++;
    return as[i];
}

/* Where visitors set what they need, before they begin: a sign and its word, at the end of the bar. */
static struct bar_sign sign_of(const struct scene *scene)
{
    const struct style *style = scene->style;
    struct bar_sign sign = {.type = {.face = FACE_BOLD, .size_px = style->sizes.bar_label_px}, .word = page_words(scene)->for_me.title};

    if (scene_exists(scene->exhibit, (struct scene_ref){&scene_settings, 0}))
        sign.width_px = int_max(style->target_px, label_width(scene, sign.type, sign.word) + style->sizes.bar_label_px);
    return sign;
}

static void put_sign(const struct scene *scene, const struct bar_sign *sign, int argument)
{
    const struct style *style = scene->style;
    struct rect bar = style->bar;
    int icon = style->icon_px, word = style->sizes.bar_label_px * 4 / 3, gap = style->sizes.bar_label_px / 3;
    struct rect box = in_place(scene, (struct rect){bar.x + bar.w - style->margin_px - sign->width_px, bar.y, sign->width_px, bar.h});
    int top = box.y + (box.h - icon - gap - word) / 2;
    struct label label = {sign->type, style->colours.bar_text, sign->word, ALIGN_CENTRE};

    icon_put(scene, ICON_ME, (struct rect){box.x + (box.w - icon) / 2, top, icon, icon}, style->colours.bar_text);
    label_put(scene, &label, (struct rect){box.x, top + icon + gap, box.w, word});
    page_ask(scene, box, (struct action){.kind = ACTION_OPEN, .argument = argument, .scene = &scene_settings});
}

void invitation_put(const struct scene *scene, int (*argument)(int item, int language))
{
    const struct style *style = scene->style;
    struct rect bar = style->bar;
    int icon = style->icon_px, languages = scene->exhibit->language_count, count = languages, first = 0;
    int height = int_max(style->target_px, bar.h * 3 / 4), x = bar.x + style->margin_px, room = bar.w - 2 * style->margin_px;
    struct bar_sign sign = sign_of(scene);
    room -= sign.width_px;
    bool has_icon = room > 8 * icon;
    int icon_room = has_icon ? icon + icon / 2 : 0;
    struct button_type as = type_for(scene, room - icon_room);

    while (count > 1 && width_of_all(scene, &as, first, count) > room - icon_room) {
        first = scene->language;
        count--;
    }
    draw_fill(page_pen(scene), bar, style->colours.bar);
    if (has_icon)
        icon_put(scene, ICON_TOUCH, in_place(scene, (struct rect){x, bar.y + (bar.h - icon) / 2, icon, icon}), style->colours.bar_text);
    x += icon_room;
    for (int i = 0; i < count; i++) {
        int language = (first + i) % languages, width = width_of(scene, &as, language);
        struct rect box = in_place(scene, (struct rect){x, bar.y + (bar.h - height) / 2, width, height});

        put_button(scene, &as, language, box);
        page_target(scene, box, ACTION_WAKE, argument(scene->item, language));
        x += width + as.pad_px;
    }
    if (sign.width_px > 0)
        put_sign(scene, &sign, argument(scene->item, scene->language));
}
