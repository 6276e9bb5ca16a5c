/* A panel: its parts placed by its layout, its type stepped down until all of it stands, its body scrolling if even that is too long. */
#include "scene/scenes.h"

#include "blocks/blocks.h"
#include "layout/grid.h"
#include "page/button.h"
#include "page/icon.h"
#include "page/scroll.h"
#include "page/voice.h"
#include "text/capitals.h"

#include <string.h>

static const float TITLE_LINE_HEIGHT = 0.92F, LABEL_LINE_HEIGHT = 1.35F;
static const float TITLE_SHARE = 0.5F; /* of the page's height: a headline may not take more */
static const float LABEL_TRACKING = 0.09F;

/* A body that scrolls shows this many lines at least; else the picture gives way. */
enum { LINES_LEAST = 3 };

/* How far the type steps down, which share of its height a picture keeps that stands above or below the text, and which share of the height
 * at which it is at its best a chart or map has at least. First the headline gives way, then the picture, then the chart; the body last.
 * picture 0: the screen is too small for a picture. */
enum { TITLE_LAST = 3, BODY_LAST = 3 };
static const struct trial {
    int title, body;
    float picture, block;
} TRIALS[] = {
    {0, 0, 1, 0.9F},    {1, 0, 1, 0.9F},     {2, 0, 1, 0.9F},     {1, 0, 0.8F, 0.9F}, {2, 0, 0.8F, 0.9F}, {2, 0, 0.65F, 0.9F},
    {3, 0, 0.8F, 0.9F}, {3, 0, 0.65F, 0.9F}, {2, 0, 0.65F, 0.8F}, {3, 0, 0.5F, 0.8F}, {3, 0, 0.5F, 0.7F}, {3, 1, 0.5F, 0.7F},
    {3, 2, 0.5F, 0.7F}, {3, 3, 0.5F, 0.7F},  {0, 0, 0, 0.9F},     {1, 0, 0, 0.9F},    {2, 0, 0, 0.9F},    {3, 0, 0, 0.9F},
    {3, 0, 0, 0.7F},    {3, 1, 0, 0.7F},     {3, 2, 0, 0.7F},     {3, 3, 0, 0.7F},
};
static const float BLOCK_LEAST = 0.6F;  /* beside a body that scrolls */
static const float PICTURE_MOST = 0.6F; /* of the page's height, when a picture takes what the text leaves */

struct setting {
    const struct scene *scene;
    const struct panel *panel;
    int title_px, body_px, overflow; /* overflow: pixels by which the parts leave the page */
    float picture, block;
};

static int between(int from, int to, int step, int last)
{
    return from + (to - from) * step / last;
}

static struct setting setting_of(const struct scene *scene, const struct trial *trial)
{
    const struct style *style = scene->style;

    return (struct setting){
        .scene = scene,
        .panel = &scene->exhibit->panels[scene->item],
        .title_px = between(style->sizes.title_px, style->sizes.title_smallest_px, trial->title, TITLE_LAST),
        .body_px = between(style->sizes.body_px, style->sizes.body_smallest_px, trial->body, BODY_LAST),
        .picture = trial->picture,
        .block = trial->block,
    };
}

static int line_px(const struct setting *s)
{
    return (int)((float)s->body_px * s->scene->style->sizes.line_height);
}

static const char *voice_word(const struct setting *s)
{
    return page_words(s->scene)->voices[s->panel->voice];
}

static struct passage title_text(const struct setting *s)
{
    return (struct passage){
        .prose = paragraph_plain(s->scene->arena, text_in(s->panel->title, s->scene->language)),
        .type = {FACE_HEADLINE, s->title_px, 0},
        .colour = s->scene->style->colours.ink,
        .line_height = TITLE_LINE_HEIGHT,
    };
}

static struct passage body_text(const struct setting *s)
{
    return (struct passage){
        .prose = prose_in(&s->panel->body, s->scene->language),
        .type = {FACE_TEXT, s->body_px, 0},
        .colour = s->scene->style->colours.ink,
        .line_height = s->scene->style->sizes.line_height,
        .links = true,
    };
}

static struct type label_type(const struct scene *scene)
{
    int size = scene->style->sizes.label_px;

    return (struct type){FACE_BOLD, size, (int)(LABEL_TRACKING * (float)size)};
}

static struct passage chapter_text(const struct setting *s)
{
    const struct scene *scene = s->scene;
    const char *name = text_in(scene->exhibit->chapters[s->panel->chapter].title, scene->language);

    return (struct passage){
        .prose = paragraph_plain(scene->arena, capitals_of(scene->arena, name)),
        .type = label_type(scene),
        .colour = scene->style->colours.ink,
        .line_height = LABEL_LINE_HEIGHT,
    };
}

static struct passage small_text(const struct setting *s, const char *text)
{
    return (struct passage){
        .prose = paragraph_plain(s->scene->arena, text),
        .type = {FACE_TEXT, s->scene->style->sizes.small_px, 0},
        .colour = s->scene->style->colours.muted,
        .line_height = LABEL_LINE_HEIGHT,
    };
}

static struct passage sources_text(const struct setting *s)
{
    const char *sources = text_in(s->panel->sources, s->scene->language);

    return small_text(s, arena_printf(s->scene->arena, "%s: %s", page_words(s->scene)->sources, sources));
}

/* Who speaks: at length on the first panel. */
static const char *credit_of(const struct scene *scene)
{
    const char *at_length = text_in(scene->exhibit->credit_long, scene->language);

    return scene->item == 0 && at_length[0] ? at_length : text_in(scene->exhibit->credit, scene->language);
}

static struct passage credit_text(const struct setting *s)
{
    return small_text(s, credit_of(s->scene));
}

/* "4 " in front of the chapter's name. */
static const char *chapter_number(const struct setting *s)
{
    return arena_printf(s->scene->arena, "%d", s->panel->chapter + 1);
}

static int chapter_indent(const struct setting *s)
{
    struct type type = label_type(s->scene);

    return label_width(s->scene, type, chapter_number(s)) + type.size_px / 2;
}

/* A body line holds the theme's number of letters, of average width, at most. */
static int body_width(const struct setting *s, int width)
{
    static const char sample[] = "the quick brown fox jumps over the lazy dog and goes on home ";
    struct type type = {FACE_TEXT, s->body_px, 0};
    int64_t sample_width = s->scene->measure->width(s->scene->measure->context, type, sample, (int)sizeof(sample) - 1);

    return int_min(width, (int)(sample_width * s->scene->exhibit->theme.line_letters / (int)(sizeof(sample) - 1)));
}

static int title_gap(const struct setting *s)
{
    return s->title_px / 5;
}

static int key_height(const struct scene *scene)
{
    return int_max(scene->style->target_px, scene->style->sizes.label_px * 5 / 2);
}

static int height_of(void *context, enum part part, int width)
{
    const struct setting *s = context;
    struct passage text;

    switch (part) {
    case PART_CHAPTER:
        text = chapter_text(s);
        return passage_set(s->scene, &text, width - chapter_indent(s))->height_px;
    case PART_VOICE:
        return (int)((float)s->scene->style->sizes.label_px * LABEL_LINE_HEIGHT);
    case PART_TITLE:
        text = title_text(s);
        return s->scene->style->rule_px + title_gap(s) + passage_set(s->scene, &text, width)->height_px + title_gap(s);
    case PART_BODY:
        text = body_text(s);
        return passage_set(s->scene, &text, body_width(s, width))->height_px;
    case PART_SOURCES:
        text = sources_text(s);
        return passage_set(s->scene, &text, width)->height_px;
    case PART_CREDIT:
        text = credit_text(s);
        return passage_set(s->scene, &text, width)->height_px;
    case PART_PICTURE:
        return width;
    case PART_MORE:
    case PART_DIFFERENCE:
        return key_height(s->scene) + s->scene->style->sizes.label_px / 2;
    case PART_CHART:
    case PART_MAP:
        return blocks_find(part)->height(s->scene, s->panel, width);
    case PART_COUNT:
        break;
    }
    return 0;
}

static unsigned present_parts(const struct scene *scene, const struct panel *panel)
{
    unsigned present = 1u << PART_PICTURE | 1u << PART_CHAPTER | 1u << PART_VOICE | 1u << PART_TITLE | 1u << PART_BODY;

    for (int part = 0; part < PART_COUNT; part++) {
        const struct block *block = blocks_find((enum part)part);

        if (block && block->is_in(panel))
            present |= 1u << part;
    }
    if (panel->more.in)
        present |= 1u << PART_MORE;
    if (panel->difference.record.in)
        present |= 1u << PART_DIFFERENCE;
    if (text_in(panel->sources, scene->language)[0])
        present |= 1u << PART_SOURCES;
    if (credit_of(scene)[0])
        present |= 1u << PART_CREDIT;
    return present;
}

/* Whether a row of the plan is the picture's alone. */
static bool is_picture_row(const struct plan *plan, int row)
{
    bool picture = false;

    for (int i = 0; i < plan->area_count; i++) {
        const struct plan_area *area = &plan->areas[i];

        if (row < area->row || row >= area->row + area->rows)
            continue;
        if (area->part != PART_PICTURE)
            return false;
        picture = true;
    }
    return picture;
}

/* Shrinks the rows that are the picture's alone; false where there are none: it stands beside the text and its height is no matter. */
static bool shrink_picture(struct plan *plan, float share)
{
    bool shrunk = false;

    for (int i = 0; i < plan->row_count; i++) {
        if (plan->rows[i].kind != TRACK_PERCENT || !is_picture_row(plan, i))
            continue;
        plan->rows[i].size *= share;
        shrunk = true;
    }
    return shrunk;
}

static struct plan plan_of(const struct scene *scene)
{
    const struct plans *plans = &scene->exhibit->layouts[scene->exhibit->panels[scene->item].layout];

    return scene->style->portrait ? plans->portrait : plans->landscape;
}

/* Pixels by which the parts overflow the page. */
static int solve(const struct setting *s, struct rect rects[PART_COUNT])
{
    struct plan plan = plan_of(s->scene);
    struct setting copy = *s;
    struct grid_request request = {
        .plan = &plan,
        .space = s->scene->style->page,
        .present = present_parts(s->scene, s->panel) & ~(s->picture > 0 ? 0 : 1u << PART_PICTURE),
        .context = &copy,
        .height_of = height_of,
    };

    if (s->picture > 0)
        shrink_picture(&plan, s->picture);
    return grid_solve(&request, rects);
}

/* A block may be this much smaller than at its best, but what it says stays readable. */
static bool blocks_fit(const struct setting *s, const struct rect rects[PART_COUNT], float share)
{
    for (int part = 0; part < PART_COUNT; part++) {
        const struct block *block = blocks_find((enum part)part);
        struct rect rect = rects[part];

        if (!block || rect_is_empty(rect))
            continue;
        if ((float)rect.h < share * (float)block->height(s->scene, s->panel, rect.w))
            return false;
        if (block->fits && !block->fits(s->scene, s->panel, rect))
            return false;
    }
    return true;
}

/* Everything stands: no word of the headline is broken, it leaves room, and the body's area is as tall as the body. */
static bool fits(const struct setting *s, const struct rect rects[PART_COUNT])
{
    struct passage title = title_text(s), body = body_text(s);
    struct rect page = s->scene->style->page, area = rects[PART_BODY];
    const char *words = text_in(s->panel->title, s->scene->language);

    if ((float)rects[PART_TITLE].h > TITLE_SHARE * (float)page.h)
        return false;
    if (!passage_words_fit(s->scene, title.type, words, rects[PART_TITLE].w) || !blocks_fit(s, rects, s->block))
        return false;
    return passage_set(s->scene, &body, body_width(s, area.w))->height_px <= area.h;
}

static void put_chapter(const struct setting *s, struct rect rect)
{
    const struct scene *scene = s->scene;
    struct passage text = chapter_text(s);
    struct passage number = text;
    int indent = chapter_indent(s);

    number.prose = paragraph_plain(scene->arena, chapter_number(s));
    number.colour = scene->style->colours.argument;
    passage_draw(scene, &number, rect);
    passage_draw(scene, &text, (struct rect){rect.x + indent, rect.y, rect.w - indent, rect.h});
}

static void put_voice(const struct setting *s, struct rect rect)
{
    const struct scene *scene = s->scene;
    enum voice voice = s->panel->voice;
    struct type type = {FACE_BOLD, scene->style->sizes.label_px, 0};
    int cap = scene->measure->metrics(scene->measure->context, type).cap_px, mark = cap * 5 / 4, gap = mark * 2 / 3;
    bool light = voice == VOICE_VOICES || voice == VOICE_CHART || voice == VOICE_MAP;
    struct label word = {
        .type = type,
        .colour = light ? scene->style->colours.ink : voice_colour(scene->style, voice),
        .text = voice_word(s),
        .align = ALIGN_RIGHT,
    };

    word.type = label_shrunk(scene, &word, rect.w - mark - gap, scene->style->sizes.small_px);

    struct rect line = {rect.x, rect.y, rect.w, (int)((float)scene->style->sizes.label_px * LABEL_LINE_HEIGHT)};
    int width = label_put(scene, &word, line);

    voice_mark(scene, voice, (struct rect){rect.x + rect.w - width - gap - mark, line.y + (line.h - mark) / 2, mark, mark});
}

static void put_title(const struct setting *s, struct rect rect)
{
    struct passage text = title_text(s);
    int rule = s->scene->style->rule_px, top = rule + title_gap(s);

    draw_fill(page_pen(s->scene), (struct rect){rect.x, rect.y, rect.w, rule}, s->scene->style->colours.ink);
    passage_draw(s->scene, &text, (struct rect){rect.x, rect.y + top, rect.w, rect.h - top});
}

static void put_body(const struct setting *s, struct rect rect)
{
    struct passage text = body_text(s);

    scroll_passage(s->scene, &text, rect, body_width(s, rect.w));
}

/* The keys to what lies deeper: the scale where essay and record differ, and more to read. Returns the key's width. */
static int put_difference(const struct setting *s, struct rect rect)
{
    const struct scene *scene = s->scene;
    const struct style *style = scene->style;
    int icon = style->icon_px, pad = style->sizes.label_px * 2 / 3, height = key_height(scene);
    struct label label = {{FACE_BOLD, style->sizes.label_px, 0}, style->colours.ink, page_words(scene)->difference, ALIGN_RIGHT};

    label.type = label_shrunk(scene, &label, rect.w - icon - 3 * pad, style->sizes.small_px / 2);

    bool named = label.type.size_px >= style->sizes.small_px; /* the scale alone says more than words nobody can read */
    struct rect key = {rect.x, rect.y,
                       named ? icon + 3 * pad + label_width(scene, label.type, label.text) : int_max(style->target_px, icon + 2 * pad),
                       height};
    struct rect words = {key.x, key.y, key.w - pad, key.h};

    draw_frame(page_pen(scene), key, int_max(2, style->rule_px * 2 / 3), style->colours.ink);
    icon_put(scene, ICON_SCALES, (struct rect){named ? key.x + pad : key.x + (key.w - icon) / 2, key.y + (height - icon) / 2, icon, icon},
             style->colours.argument);
    if (named)
        label_put(scene, &label, words);
    page_target(scene, key, ACTION_DIFFERENCE, scene->item);
    return key.w;
}

static int more_width(const struct scene *scene)
{
    return label_width(scene, (struct type){FACE_BOLD, scene->style->sizes.label_px, 0}, page_words(scene)->more) +
           3 * scene->style->sizes.label_px;
}

static void put_more(const struct setting *s, struct rect rect)
{
    const struct scene *scene = s->scene;
    const struct style *style = scene->style;
    struct label label = {{FACE_BOLD, style->sizes.label_px, 0}, style->colours.ink, page_words(scene)->more, ALIGN_CENTRE};

    label.type = label_shrunk(scene, &label, rect.w - 2 * style->sizes.label_px, style->sizes.small_px);
    struct rect key = {rect.x, rect.y, label_width(scene, label.type, label.text) + 3 * style->sizes.label_px, key_height(scene)};

    button_put(scene, key, &label, true);
    page_target(scene, key, ACTION_MORE, scene->item);
}

static void put_blocks(const struct setting *s, const struct rect rects[PART_COUNT])
{
    for (int part = 0; part < PART_COUNT; part++) {
        const struct block *block = blocks_find((enum part)part);

        if (block && !rect_is_empty(rects[part]))
            block->fill(s->scene, s->panel, rects[part]);
    }
}

/* Where both keys share a row they stand side by side at its beginning, as wide as their words. */
static void put_deeper(const struct setting *s, const struct rect rects[PART_COUNT])
{
    const struct scene *scene = s->scene;
    struct rect difference = rects[PART_DIFFERENCE], more = rects[PART_MORE], body = rects[PART_BODY];
    int gap = scene->style->sizes.label_px, right = more.x + more.w, width = more_width(scene);
    bool both = !rect_is_empty(difference) && !rect_is_empty(more) && difference.y == more.y && difference.x < more.x;

    if (both)
        difference.w = right - difference.x - gap - width;
    if (!rect_is_empty(difference))
        difference.w = put_difference(s, difference);
    if (both)
        more.x = difference.x + difference.w + gap;
    else if (rect_is_empty(difference) && !rect_is_empty(body) && body.x < more.x)
        more.x = body.x;
    if (!rect_is_empty(more))
        put_more(s, (struct rect){more.x, more.y, right - more.x, more.h});
}

static void put_picture(const struct setting *s, struct rect rect)
{
    struct draw_picture shown = page_picture(s->scene->exhibit, &s->panel->picture);

    draw_picture(page_pen(s->scene), rect, shown, s->scene->style->colours.muted);
    page_target(s->scene, rect, ACTION_PICTURE, s->scene->item);
}

/* The part that takes what is left of the page's height, and how much of that it does not need. */
static int spare_height(const struct setting *s, const struct rect rects[PART_COUNT], enum part *part)
{
    struct rect rect;

    *part = !rect_is_empty(rects[PART_MAP]) ? PART_MAP : !rect_is_empty(rects[PART_CHART]) ? PART_CHART : PART_BODY;
    rect = rects[*part];
    return rect.h - height_of((void *)s, *part, rect.w);
}

/* A picture above or below the text takes what the text leaves, so that no hole stays between them. */
static void give_spare(const struct setting *s, struct rect rects[PART_COUNT])
{
    struct rect *picture = &rects[PART_PICTURE], part;
    enum part taker;
    int spare = int_min(spare_height(s, rects, &taker), (int)(PICTURE_MOST * (float)s->scene->style->page.h) - picture->h);

    part = rects[taker];
    if (spare <= 0 || rect_is_empty(*picture) || picture->x > part.x || picture->x + picture->w < part.x + part.w)
        return;
    bool above = picture->y + picture->h <= part.y, below = picture->y >= part.y + part.h;

    if (!above && !below)
        return;
    for (int i = 0; i < PART_COUNT; i++) {
        if (i == PART_PICTURE || rect_is_empty(rects[i]))
            continue;
        if (above && rects[i].y > picture->y && rects[i].y <= part.y)
            rects[i].y += spare;
        if (below && rects[i].y > part.y && rects[i].y < picture->y)
            rects[i].y -= spare;
    }
    rects[taker].h -= spare;
    picture->h += spare;
    picture->y -= below ? spare : 0;
}

/* Tries TRIALS one after the other until all stands; failing that the last with a picture, as long as body and blocks can be read in it;
 * failing that, the last. */
static struct setting settle(const struct scene *scene, struct rect rects[PART_COUNT])
{
    struct plan plan = plan_of(scene);
    bool stacked = shrink_picture(&plan, 1);
    struct arena_mark start = arena_mark(scene->arena); /* what a trial sets is for measuring only */
    struct setting s = {0};

    for (size_t i = 0; i < COUNTOF(TRIALS); i++) {
        const struct trial *trial = &TRIALS[i];
        bool last = i + 1 < COUNTOF(TRIALS) && trial->picture > 0 && TRIALS[i + 1].picture <= 0;

        if (!stacked && trial->picture < 1 && trial->picture > 0.5F) /* nothing would change */
            continue;
        arena_return(scene->arena, start);
        s = setting_of(scene, trial);
        s.overflow = solve(&s, rects);

        if (s.overflow <= 0 && fits(&s, rects))
            break;
        if (last && s.overflow <= 0 && blocks_fit(&s, rects, BLOCK_LEAST) && rects[PART_BODY].h >= LINES_LEAST * line_px(&s))
            break;
    }
    if (s.picture > 0)
        give_spare(&s, rects);
    arena_return(scene->arena, start);
    return s;
}

struct panel_fit panel_fit(const struct scene *scene)
{
    struct rect rects[PART_COUNT];
    struct setting s = settle(scene, rects);
    struct passage title = title_text(&s), body = body_text(&s);
    struct rect area = rects[PART_BODY], heading = rects[PART_TITLE],
                block = rects[rect_is_empty(rects[PART_CHART]) ? PART_MAP : PART_CHART];
    int body_h = passage_set(scene, &body, body_width(&s, area.w))->height_px;

    return (struct panel_fit){
        .body_percent = s.body_px * 100 / scene->style->sizes.body_px,
        .scrolls = body_h > area.h,
        .plain = s.picture <= 0,
        .headline = heading.h > body_h,
        .crowded = block.h > heading.h + body_h,
        .broken_word = !passage_words_fit(scene, title.type, text_in(s.panel->title, scene->language), heading.w),
        .overflows = s.overflow > 0 || (float)heading.h > TITLE_SHARE * (float)scene->style->page.h,
        .block = block,
    };
}

void panel_fill(const struct scene *scene)
{
    unsigned notices = scene->exhibit->panels[scene->item].notices & scene->locked;
    struct rect rects[PART_COUNT];
    struct setting s;
    struct passage text;

    if (notices) {
        notice_fill(scene, notices);
        return;
    }

    s = settle(scene, rects);
    draw_fill(page_pen(scene), scene->style->page, scene->style->colours.paper);
    if (!rect_is_empty(rects[PART_PICTURE]))
        put_picture(&s, rects[PART_PICTURE]);
    if (!rect_is_empty(rects[PART_CHAPTER]))
        put_chapter(&s, rects[PART_CHAPTER]);
    if (!rect_is_empty(rects[PART_VOICE]))
        put_voice(&s, rects[PART_VOICE]);
    if (!rect_is_empty(rects[PART_TITLE]))
        put_title(&s, rects[PART_TITLE]);
    if (!rect_is_empty(rects[PART_BODY]))
        put_body(&s, rects[PART_BODY]);
    put_blocks(&s, rects);
    put_deeper(&s, rects);
    if (!rect_is_empty(rects[PART_SOURCES])) {
        text = sources_text(&s);
        passage_draw(scene, &text, rects[PART_SOURCES]);
    }
    if (!rect_is_empty(rects[PART_CREDIT])) {
        text = credit_text(&s);
        passage_draw(scene, &text, rects[PART_CREDIT]);
    }
}
