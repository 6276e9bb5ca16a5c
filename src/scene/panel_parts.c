/* Texts, buttons and the picture of a panel; blocks stand in blocks/. */
#include "scene/panel_parts.h"

#include "blocks/blocks.h"
#include "page/button.h"
#include "page/figure.h"
#include "page/icon.h"
#include "page/scroll.h"
#include "page/setting.h"
#include "page/voice.h"
#include "scene/scene.h"
#include "text/capitals.h"

static const float TITLE_LINE_HEIGHT = 0.92F, LABEL_LINE_HEIGHT = 1.35F;
static const float LABEL_TRACKING = 0.09F;

static int size_at(int largest, int smallest, int step)
{
    return largest + (smallest - largest) * step / (FIT_STEPS - 1);
}

static bool has_sources(const struct scene *scene)
{
    const struct panel *panel = &scene->exhibit->panels[scene->item];

    return text_in(panel->sources, scene->language)[0] || exhibit_panel_credit(scene->exhibit, scene->item, scene->language)[0];
}

/* Whoever asks for large text has it: on a wide screen the body scrolls before it steps down, unless a chart or map needs its room. */
static int body_smallest(const struct scene *scene, const struct panel *panel)
{
    const struct style *style = scene->style;
    bool steps = !style->large || style->portrait || panel_blocks(scene, panel);

    return steps ? style->sizes.body_smallest_px : style->sizes.body_px;
}

struct panel_setting panel_setting_at(const struct scene *scene, int title_step, int body_step)
{
    const struct style *style = scene->style;
    const struct panel *panel = &scene->exhibit->panels[scene->item];

    return (struct panel_setting){
        .scene = scene,
        .panel = panel,
        .title_px = size_at(style->sizes.title_px, style->sizes.title_smallest_px, title_step),
        .body_px = size_at(style->sizes.body_px, body_smallest(scene, panel), body_step),
    };
}

static struct passage title_text(const struct panel_setting *s)
{
    return (struct passage){
        .prose = paragraph_plain(s->scene->arena, text_in(s->panel->title, s->scene->language)),
        .type = {.face = FACE_HEADLINE, .size_px = s->title_px},
        .colour = s->scene->style->colours.ink,
        .line_height = TITLE_LINE_HEIGHT,
    };
}

static struct passage body_text(const struct panel_setting *s)
{
    return (struct passage){
        .prose = prose_in(setting_panel_text(s->panel, &s->scene->style->settings), s->scene->language),
        .type = {.face = FACE_TEXT, .size_px = s->body_px},
        .colour = s->scene->style->colours.ink,
        .line_height = s->scene->style->sizes.line_height,
        .links = true,
    };
}

static struct type label_type(const struct scene *scene)
{
    int size = scene->style->sizes.label_px;

    return (struct type){.face = FACE_BOLD, .size_px = size, .tracking_px = (int)(LABEL_TRACKING * (float)size)};
}

static struct passage chapter_text(const struct panel_setting *s)
{
    const struct scene *scene = s->scene;
    const char *name = text_in(scene->exhibit->chapters[s->panel->chapter].title, scene->language);

    return (struct passage){
        .prose = paragraph_plain(scene->arena, capitals_of(scene->arena, name, page_language(scene))),
        .type = label_type(scene),
        .colour = scene->style->colours.ink,
        .line_height = LABEL_LINE_HEIGHT,
    };
}

static struct passage small_text(const struct panel_setting *s, const char *text)
{
    return (struct passage){
        .prose = paragraph_plain(s->scene->arena, text),
        .type = {.face = FACE_TEXT, .size_px = s->scene->style->sizes.small_px},
        .colour = s->scene->style->colours.muted,
        .line_height = LABEL_LINE_HEIGHT,
    };
}

static struct passage sources_text(const struct panel_setting *s)
{
    const char *sources = text_in(s->panel->sources, s->scene->language);

    return small_text(s, page_sources(s->scene, sources));
}

static struct passage credit_text(const struct panel_setting *s)
{
    return small_text(s, exhibit_panel_credit(s->scene->exhibit, s->scene->item, s->scene->language));
}

/* "4 " in front of the chapter's name. */
static const char *chapter_number(const struct panel_setting *s)
{
    return page_number(s->scene, s->panel->chapter + 1);
}

static int chapter_indent(const struct panel_setting *s)
{
    struct type type = label_type(s->scene);

    return label_width(s->scene, type, chapter_number(s)) + type.size_px / 2;
}

/* A body line holds the theme's number of letters, of average width, at most. */
static int body_width(const struct panel_setting *s, int width)
{
    static const char sample[] = "the quick brown fox jumps over the lazy dog and goes on home ";
    struct type type = {.face = FACE_TEXT, .size_px = s->body_px};
    int64_t sample_width = page_text_width(s->scene, type, sample, (int)sizeof(sample) - 1);

    return int_min(width, (int)(sample_width * s->scene->exhibit->theme.line_letters / (int)(sizeof(sample) - 1)));
}

static int title_gap(const struct panel_setting *s)
{
    return s->title_px / 5;
}

static int button_height(const struct scene *scene)
{
    int label = scene->style->sizes.label_px;

    return int_max(scene->style->target_px, scene->style->large ? label * 2 : label * 5 / 2);
}

static struct label button_label(const struct scene *scene, const char *word)
{
    return (struct label){{.face = FACE_BOLD, .size_px = scene->style->sizes.label_px}, scene->style->colours.ink, word, ALIGN_CENTRE};
}

/* The button to where two voices differ: scales and words, smaller where there is not room for them. */
struct difference_button {
    struct label label;
    bool named; /* else only the scales show: they say more than words nobody can read */
    int pad, width;
};

/* Of a button that has a sign and no words. */
static int sign_width(const struct scene *scene)
{
    const struct style *style = scene->style;

    return int_max(style->target_px, style->icon_px + 2 * (style->sizes.label_px * 2 / 3));
}

static struct difference_button difference_button(const struct scene *scene, int room)
{
    const struct style *style = scene->style;
    struct difference_button button = {.label = button_label(scene, page_words(scene)->difference), .pad = style->sizes.label_px * 2 / 3};
    int around = style->icon_px + 3 * button.pad;

    button.label.align = ALIGN_END;
    button.label.type = label_shrunk(scene, &button.label, room - around, style->sizes.small_px / 2);
    button.named = button.label.type.size_px >= style->sizes.small_px;
    button.width = button.named ? around + label_width(scene, button.label.type, button.label.text) : sign_width(scene);
    return button;
}

/* With air on both sides; the words get smaller when there is less. */
static struct label word_label(const struct scene *scene, const char *words, int room)
{
    struct label label = button_label(scene, words);

    label.type = label_shrunk(scene, &label, room - 2 * scene->style->sizes.label_px, scene->style->sizes.small_px);
    return label;
}

static int word_width(const struct scene *scene, const char *words, int room)
{
    struct label label = word_label(scene, words, room);
    int width = label_width(scene, label.type, label.text), air = scene->style->sizes.label_px;

    return int_clamp(room, width + 2 * air, width + 3 * air);
}

/* ---- drawing ---- */

static int set_height(const struct panel_setting *s, struct passage text, int width)
{
    return passage_set(s->scene, &text, width)->height_px;
}

static int chapter_height(const struct panel_setting *s, int width)
{
    return set_height(s, chapter_text(s), width - chapter_indent(s));
}

static void put_chapter(const struct panel_setting *s, struct rect rect)
{
    const struct scene *scene = s->scene;
    struct passage text = chapter_text(s);
    struct passage number = text;
    int indent = chapter_indent(s);

    number.prose = paragraph_plain(scene->arena, chapter_number(s));
    number.colour = scene->style->colours.muted;
    passage_draw(scene, &number, rect);
    passage_draw(scene, &text, (struct rect){rect.x + indent, rect.y, rect.w - indent, rect.h});
}

static int voice_height(const struct panel_setting *s, int width)
{
    int least = s->scene->exhibit->voices[s->panel->voice].help.in ? s->scene->style->target_px : 0;

    (void)width;
    return int_max(least, voice_slab_height(s->scene));
}

static void put_voice(const struct panel_setting *s, struct rect rect)
{
    const struct voice *voice = &s->scene->exhibit->voices[s->panel->voice];

    voice_slab_put(s->scene, voice, rect, voice->help.in != NULL);
    if (voice->help.in)
        page_ask(s->scene, rect, (struct action){.kind = ACTION_OPEN, .scene = &scene_voice, .argument = s->panel->voice});
}

/* A rule stands above the headline, unless a slab does. */
static int title_rule(const struct panel_setting *s)
{
    return s->panel->voice < 0 ? s->scene->style->rule_px : 0;
}

static int title_top(const struct panel_setting *s)
{
    return s->panel->voice < 0 ? title_rule(s) + title_gap(s) : 0;
}

static int title_height(const struct panel_setting *s, int width)
{
    return title_top(s) + title_gap(s) + set_height(s, title_text(s), width);
}

static void put_title(const struct panel_setting *s, struct rect rect)
{
    struct passage text = title_text(s);
    int top = title_top(s);

    draw_fill(page_pen(s->scene), (struct rect){rect.x, rect.y, rect.w, title_rule(s)}, s->scene->style->colours.ink);
    passage_draw(s->scene, &text, (struct rect){rect.x, rect.y + top, rect.w, rect.h - top});
}

static int body_height(const struct panel_setting *s, int width)
{
    return set_height(s, body_text(s), body_width(s, width));
}

static void put_body(const struct panel_setting *s, struct rect rect)
{
    struct passage text = body_text(s);

    scroll_passage(s->scene, &text, rect, body_width(s, rect.w));
}

/* With air below. */
static int button_part_height(const struct panel_setting *s, int width)
{
    (void)width;
    return button_height(s->scene) + s->scene->style->sizes.label_px / 2;
}

/* A button to something of the panel's: its sign and, at the end, its words; without words the sign stands in the middle. */
struct sign_button {
    enum icon icon;
    const struct label *words;
    const struct scene_ops *opens;
};

static void put_sign_button(const struct scene *scene, struct rect box, const struct sign_button *button)
{
    const struct style *style = scene->style;
    int icon = style->icon_px, pad = style->sizes.label_px * 2 / 3;
    int icon_x = button->words ? box.x + pad : box.x + (box.w - icon) / 2;

    draw_frame(page_pen(scene), box, int_max(2, style->rule_px * 2 / 3), style->colours.ink);
    icon_put(scene, button->icon, (struct rect){icon_x, box.y + (box.h - icon) / 2, icon, icon}, style->colours.ink);
    if (button->words)
        label_put(scene, button->words, (struct rect){box.x, box.y, box.w - pad, box.h});
    page_ask(scene, box, (struct action){.kind = ACTION_OPEN, .scene = button->opens, .argument = scene->item});
}

static void put_difference(const struct panel_setting *s, struct rect rect)
{
    const struct scene *scene = s->scene;
    struct difference_button button = difference_button(scene, rect.w);

    put_sign_button(scene, (struct rect){rect.x, rect.y, rect.w, button_height(scene)},
                    &(struct sign_button){ICON_SCALES, button.named ? &button.label : NULL, &scene_difference});
}

/* Behind the one to the deeper layer, the button to the panel's sound, in the same row: a loudspeaker, and words unless two voices stand
 * before them. */
struct deeper_row {
    int more, sound, gap; /* widths; 0: there is none */
    bool named;
};

static int sound_width(const struct scene *scene, bool named)
{
    const struct style *style = scene->style;
    int pad = style->sizes.label_px * 2 / 3, words = label_width(scene, button_label(scene, "").type, page_words(scene)->sound.hear);

    return named ? style->icon_px + words + 3 * pad : sign_width(scene);
}

static struct deeper_row deeper_row(const struct scene *scene, int room)
{
    const struct panel *panel = &scene->exhibit->panels[scene->item];
    struct deeper_row row = {0};

    if (panel->more.in)
        row.more = word_width(scene, page_words(scene)->more, room);
    if (!panel->sound)
        return row;
    row.gap = row.more > 0 ? scene->style->sizes.label_px : 0;
    row.named = panel->difference_count == 0 && row.more + row.gap + sound_width(scene, true) <= room;
    row.sound = sound_width(scene, row.named);
    if (row.more + row.gap + row.sound > room)
        row.more = word_width(scene, page_words(scene)->more, room - row.gap - row.sound);
    return row;
}

static void put_sound(const struct scene *scene, struct rect box, bool named)
{
    struct label label = button_label(scene, page_words(scene)->sound.hear);

    label.align = ALIGN_END;
    put_sign_button(scene, box, &(struct sign_button){ICON_LOUDER, named ? &label : NULL, &scene_sound});
}

static void put_more(const struct panel_setting *s, struct rect rect)
{
    const struct scene *scene = s->scene;
    struct deeper_row row = deeper_row(scene, rect.w);
    struct rect box = {rect.x, rect.y, row.more, button_height(scene)};
    struct label label = word_label(scene, page_words(scene)->more, row.more);

    if (row.more > 0) {
        button_put(scene, box, &label, true);
        page_ask(scene, box, (struct action){.kind = ACTION_OPEN, .scene = &scene_more, .argument = scene->item});
    }
    if (row.sound > 0)
        put_sound(scene, (struct rect){rect.x + row.more + row.gap, rect.y, row.sound, box.h}, row.named);
}

static int sources_height(const struct panel_setting *s, int width)
{
    return blocks_lie_behind(s->scene, s->panel) ? button_part_height(s, width) : set_height(s, sources_text(s), width);
}

/* A button to what lies elsewhere. */
struct panel_way {
    const char *word;
    const struct scene_ops *to;
};

enum { WAYS_MAX = 2 };

/* Those that stand for the sources in large letters; returns how many. */
static int ways_of(const struct scene *scene, struct panel_way ways[WAYS_MAX])
{
    const char *word = blocks_word(&scene->exhibit->panels[scene->item], page_words(scene));
    int count = 0;

    if (word)
        ways[count++] = (struct panel_way){word, &scene_data};
    if (has_sources(scene))
        ways[count++] = (struct panel_way){page_words(scene)->sources, &scene_sources};
    return count;
}

/* Of the button to a picture that has no place: a square, as that of the scales above it. */
static int opener_width(const struct scene *scene)
{
    return int_max(scene->style->target_px, scene->style->icon_px + 4 * scene->style->sizes.label_px / 3);
}

static bool opens_under_lights(const struct scene *scene, struct rect memorial)
{
    int least = 4 * scene->style->target_px;

    return scene->exhibit->panels[scene->item].picture.file && memorial.w >= least && memorial.h >= least;
}

/* The picture of a memorial lies under its lights; this opens it, below them and beside its words. */
static void put_opener(const struct panel_setting *s, struct rect memorial)
{
    const struct style *style = s->scene->style;
    int side = style->target_px, edge = style->margin_px / 2;
    struct rect box = {memorial.x + memorial.w - side - edge, memorial.y + memorial.h - side - edge, side, side};

    if (!opens_under_lights(s->scene, memorial))
        return;
    draw_fill(page_pen(s->scene), box, style->colours.ink);
    icon_put(s->scene, ICON_ENLARGE, rect_inset(box, side / 4), style->colours.paper);
    page_ask(s->scene, box, (struct action){.kind = ACTION_OPEN, .scene = &scene_picture, .argument = s->scene->item});
}

bool panel_opens_picture(const struct scene *scene, const struct fit *fit)
{
    const struct panel *panel = &scene->exhibit->panels[scene->item];

    return fit->plain && blocks_lie_behind(scene, panel) && panel->picture.file && !opens_under_lights(scene, fit->rects[PART_MEMORIAL]);
}

int panel_ways_width(const struct scene *scene, bool opener)
{
    struct panel_way ways[WAYS_MAX];
    int gap = scene->style->sizes.label_px, width = opener ? opener_width(scene) + gap : 0;

    for (int i = 0, count = ways_of(scene, ways); i < count; i++)
        width += word_width(scene, ways[i].word, scene->style->page.w) + gap;
    return int_max(0, width - gap);
}

/* What opens the picture, as a square at the beginning of rect; returns what is left of it. */
static struct rect put_square_opener(const struct panel_setting *s, struct rect rect)
{
    struct rect box = {rect.x, rect.y, opener_width(s->scene), button_height(s->scene)};
    int step = box.w + s->scene->style->sizes.label_px;

    put_sign_button(s->scene, box, &(struct sign_button){ICON_ENLARGE, NULL, &scene_picture});
    return (struct rect){rect.x + step, rect.y, rect.w - step, rect.h};
}

static void put_sources(const struct panel_setting *s, struct rect rect)
{
    const struct scene *scene = s->scene;
    struct passage text = sources_text(s);
    struct panel_way ways[WAYS_MAX];

    if (!blocks_lie_behind(scene, s->panel)) {
        passage_draw(scene, &text, rect);
        return;
    }
    if (s->opener)
        rect = put_square_opener(s, rect);
    for (int i = 0, count = ways_of(scene, ways); i < count; i++) {
        struct label label = word_label(scene, ways[i].word, rect.w);
        struct rect box = {rect.x, rect.y, word_width(scene, ways[i].word, rect.w), button_height(scene)};
        int step = box.w + scene->style->sizes.label_px;

        button_put(scene, box, &label, false);
        page_ask(scene, box, (struct action){.kind = ACTION_OPEN, .scene = ways[i].to, .argument = scene->item});
        rect = (struct rect){rect.x + step, rect.y, rect.w - step, rect.h};
    }
}

static int picture_height(const struct panel_setting *s, int width)
{
    (void)s;
    return width;
}

static void put_picture(const struct panel_setting *s, struct rect rect)
{
    struct rect shown = figure_put_captioned(s->scene, &s->panel->picture, rect);

    if (s->panel->picture.file)
        figure_put_mark(s->scene, figure_place(s->scene, &s->panel->picture, shown), s->panel->picture_count);
    page_ask(s->scene, shown, (struct action){.kind = ACTION_OPEN, .scene = &scene_picture, .argument = s->scene->item});
}

/* All but blocks, which know their own. passage: one that stands alone in its place, as wide as that. */
static const struct {
    int (*height)(const struct panel_setting *s, int width);
    void (*put)(const struct panel_setting *s, struct rect rect);
    struct passage (*passage)(const struct panel_setting *s);
} texts[PART_COUNT] = {
    [PART_PICTURE] = {picture_height, put_picture, NULL},
    [PART_CHAPTER] = {chapter_height, put_chapter, NULL},
    [PART_VOICE] = {voice_height, put_voice, NULL},
    [PART_TITLE] = {title_height, put_title, NULL},
    [PART_BODY] = {body_height, put_body, NULL},
    [PART_MORE] = {button_part_height, put_more, NULL},
    [PART_DIFFERENCE] = {button_part_height, put_difference, NULL},
    [PART_SOURCES] = {sources_height, put_sources, NULL},
    [PART_CREDIT] = {NULL, NULL, credit_text},
};

static bool title_fits(const struct panel_setting *s, int width)
{
    return passage_words_fit(s->scene, title_text(s).type, text_in(s->panel->title, s->scene->language), width);
}

unsigned panel_blocks(const struct scene *scene, const struct panel *panel)
{
    unsigned found = 0;

    for (int part = 0; part < PART_COUNT; part++) {
        const struct block *block = blocks_find((enum part)part);

        if (block && block->is_in(panel) && !(block->word && blocks_lie_behind(scene, panel)))
            found |= 1u << part;
    }
    return found;
}

unsigned panel_texts(const struct scene *scene, const struct panel *panel)
{
    unsigned present = 1u << PART_PICTURE | 1u << PART_CHAPTER | 1u << PART_TITLE | 1u << PART_BODY;
    bool behind = blocks_lie_behind(scene, panel);

    if (panel->voice >= 0)
        present |= 1u << PART_VOICE;
    if (panel->more.in || panel->sound)
        present |= 1u << PART_MORE;
    if (panel->difference_count > 0)
        present |= 1u << PART_DIFFERENCE;
    if (behind ? has_sources(scene) || blocks_first(panel) : text_in(panel->sources, scene->language)[0] != '\0')
        present |= 1u << PART_SOURCES;
    if (!behind && exhibit_panel_credit(scene->exhibit, scene->item, scene->language)[0])
        present |= 1u << PART_CREDIT;
    return present;
}

int panel_part_height(const struct panel_setting *s, enum part part, int width_px)
{
    const struct block *block = blocks_find(part);

    if (block)
        return block->height(s->scene, s->panel, width_px);
    return texts[part].passage ? set_height(s, texts[part].passage(s), width_px) : texts[part].height(s, width_px);
}

bool panel_part_legible(const struct panel_setting *s, enum part part, struct rect rect)
{
    const struct block *block = blocks_find(part);

    if (block)
        return !block->fits || block->fits(s->scene, s->panel, rect);
    return part != PART_TITLE || title_fits(s, rect.w);
}

int panel_button_width(const struct scene *scene, enum part part, int room_px)
{
    if (part == PART_DIFFERENCE)
        return difference_button(scene, room_px).width;
    struct deeper_row row = deeper_row(scene, room_px);

    return row.more + row.gap + row.sound;
}

void panel_part_put(const struct panel_setting *s, enum part part, struct rect rect)
{
    const struct block *block = blocks_find(part);
    struct passage passage;

    if (block) {
        block->fill(s->scene, s->panel, rect);
        if (part == PART_MEMORIAL)
            put_opener(s, rect);
    } else if (texts[part].passage) {
        passage = texts[part].passage(s);
        passage_draw(s->scene, &passage, rect);
    } else {
        texts[part].put(s, rect);
    }
}
