/* The sound of a panel: what is heard, in words, and below them its button, how much of it is over, and how it stands. It sounds when
 * somebody touches the button, never by itself. */
#include "cards/card.h"

#include "page/icon.h"
#include "page/label.h"
#include "page/setting.h"
#include "text/pattern.h"
#include "text/reading.h"

static const struct sound *sound_of(const struct scene *scene)
{
    return scene->exhibit->panels[scene->item].sound;
}

static bool exists(const struct exhibit *exhibit, int item)
{
    return exhibit->panels[item].sound;
}

/* ---- how it stands ---- */

/* "0:12", in the digits of the language. */
static const char *clock_of(const struct scene *scene, int ms)
{
    int seconds = ms / 1000;

    return arena_printf(scene->arena, "%s:%s%s", page_number(scene, seconds / 60), page_number(scene, seconds / 10 % 6),
                        page_number(scene, seconds % 10));
}

/* "0:12 of 0:45", or without its end where that is not known. */
static const char *time_of(const struct scene *scene, const struct heard *heard)
{
    const char *at = clock_of(scene, heard->at_ms);

    if (heard->length_ms == 0)
        return at;
    return pattern_filled(scene->arena, page_words(scene)->sound.time,
                          (const struct pattern_fill[]){{"{time}", at}, {"{length}", clock_of(scene, heard->length_ms)}, {0}});
}

static const char *standing(const struct scene *scene)
{
    const struct sound_words *words = &page_words(scene)->sound;

    switch (scene->heard.state) {
    case HEARD_ALL:
        return words->ended;
    case HEARD_NEVER:
        return words->unheard;
    case HEARD_NOT:
    case HEARD_SOUNDS:
    case HEARD_WAITS:
        break;
    }
    return time_of(scene, &scene->heard);
}

static struct passage standing_text(const struct scene *scene, const char *words)
{
    return (struct passage){.prose = paragraph_plain(scene->arena, words),
                            .type = {.face = FACE_TEXT, .size_px = scene->style->sizes.label_px},
                            .colour = scene->style->colours.ink,
                            .line_height = 1.35F};
}

/* Room for all that may stand there, so that nothing moves when it changes. */
static int standing_height(const struct scene *scene, int width)
{
    const struct sound_words *words = &page_words(scene)->sound;
    const struct heard long_one = {.at_ms = 599000, .length_ms = 599000};
    const char *const all[] = {words->ended, words->unheard, time_of(scene, &long_one)};
    int height = 0;

    for (size_t i = 0; i < COUNTOF(all); i++) {
        struct passage text = standing_text(scene, all[i]);

        height = int_max(height, passage_set(scene, &text, width)->height_px);
    }
    return height;
}

/* ---- the button ---- */

static struct type key_type(const struct scene *scene)
{
    return (struct type){.face = FACE_BOLD, .size_px = scene->style->sizes.label_px};
}

static int key_height(const struct scene *scene)
{
    return int_max(scene->style->target_px, scene->style->sizes.label_px * 2);
}

static int key_gap(const struct scene *scene)
{
    return scene->style->sizes.label_px / 2;
}

/* As wide as the longest of its words. */
static int key_width(const struct scene *scene)
{
    const struct words *words = page_words(scene);
    const char *const all[] = {words->sound.play, words->sound.again, words->sound.pause, words->sound.go_on};
    int width = 0;

    for (size_t i = 0; i < COUNTOF(all); i++)
        width = int_max(width, label_width(scene, key_type(scene), all[i]));
    return width + scene->style->icon_px + 4 * key_gap(scene);
}

static void put_key(const struct scene *scene, struct rect box)
{
    const struct style *style = scene->style;
    int side = style->icon_px, gap = key_gap(scene);
    struct rect icon = {box.x + gap, box.y + (box.h - side) / 2, side, side};
    struct rect words = {icon.x + side + gap, box.y, box.w - side - 3 * gap, box.h};
    struct label label = {key_type(scene), style->colours.paper, setting_sound_word(scene), ALIGN_START};

    label.type = label_shrunk(scene, &label, words.w, 8);
    draw_fill(page_pen(scene), box, style->colours.ink);
    icon_put(scene, scene->heard.state == HEARD_SOUNDS ? ICON_PAUSE : ICON_PLAY, icon, style->colours.paper);
    label_put(scene, &label, words);
    page_target(scene, box, ACTION_SOUND, scene->item);
}

/* ---- below the words ---- */

/* The button beside how it stands, or above it where both are not half as wide. */
struct sound_foot {
    bool stacked;
    int key_w, side_w, bar_h;
};

static struct sound_foot foot_of(const struct scene *scene, int width)
{
    struct sound_foot place = {.key_w = int_min(width, key_width(scene)), .bar_h = scene->style->sizes.label_px * 3 / 4};

    place.stacked = place.key_w > width / 2;
    place.side_w = place.stacked ? width : width - place.key_w - 2 * key_gap(scene);
    return place;
}

static int side_height(const struct scene *scene, const struct sound_foot *place)
{
    return standing_height(scene, place->side_w) + key_gap(scene) + place->bar_h;
}

static int foot_height(const struct scene *scene, int width)
{
    struct sound_foot place = foot_of(scene, width);
    int side = side_height(scene, &place), key = key_height(scene);

    return place.stacked ? key + key_gap(scene) + side : int_max(key, side);
}

/* As full as much of it is over: its frame tells how long it is. */
static void put_bar(const struct scene *scene, struct rect bar)
{
    const struct style *style = scene->style;
    const struct heard *heard = &scene->heard;
    int edge = int_max(2, style->rule_px / 2), most = bar.w - 4 * edge;
    int full = heard->length_ms > 0 ? (int)((int64_t)most * int_min(heard->at_ms, heard->length_ms) / heard->length_ms) : 0;

    if (heard->state == HEARD_ALL)
        full = most; /* its length may not be known */

    draw_frame(page_pen(scene), bar, edge, style->colours.ink);
    if (full > 0)
        draw_fill(page_pen(scene), (struct rect){bar.x + 2 * edge, bar.y + 2 * edge, full, bar.h - 4 * edge}, style->colours.ink);
}

static void put_foot(const struct scene *scene, struct rect foot)
{
    struct sound_foot place = foot_of(scene, foot.w);
    int key = key_height(scene), gap = key_gap(scene), side = side_height(scene, &place);
    struct rect below = {foot.x + place.key_w + 2 * gap, foot.y + (foot.h - side) / 2, place.side_w, side};
    struct passage text = standing_text(scene, standing(scene));

    if (place.stacked)
        below = (struct rect){foot.x, foot.y + key + gap, place.side_w, side};
    if (!sound_of(scene)->playable) {
        passage_draw(scene, &text, foot);
        return;
    }
    put_key(scene, (struct rect){foot.x, place.stacked ? foot.y : foot.y + (foot.h - key) / 2, place.key_w, key});
    passage_draw(scene, &text, below);
    put_bar(scene, (struct rect){below.x, below.y + side - place.bar_h, below.w, place.bar_h});
}

static void fill(const struct scene *scene)
{
    static const struct card_foot foot = {foot_height, put_foot};
    const struct sound *sound = sound_of(scene);
    struct card_content content = {
        .heading = page_one_line(scene, text_in(sound->title, scene->language)),
        .texts_label = page_words(scene)->sound.transcript,
        .small = text_in(sound->credit, scene->language),
        .foot = &foot,
    };

    content.texts[0] = prose_in(&sound->transcript, scene->language);
    card_fill(scene, &content);
}

static int words(const struct exhibit *exhibit, int item, int language)
{
    return reading_words(prose_in(&exhibit->panels[item].sound->transcript, language));
}

static struct action turn(const struct scene *scene)
{
    return (struct action){.kind = sound_of(scene)->playable ? ACTION_SOUND : ACTION_NONE, .argument = scene->item};
}

static struct origin origin(const struct exhibit *exhibit, int item, int language)
{
    (void)language;
    return exhibit->panels[item].sound->origin;
}

const struct scene_ops scene_sound = {
    .name = "card/",
    .part = "sound",
    .place = PLACE_OVERLAY,
    .sounds = true,
    .above = &scene_panel,
    .items = scene_panels,
    .id = scene_panel_id,
    .exists = exists,
    .words = words,
    .origin = origin,
    .fill = fill,
    .key = card_key,
    .enter = turn,
    .focus = turn,
    .drag = card_drag,
};
