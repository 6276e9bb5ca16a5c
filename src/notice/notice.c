/* Notices: what stands before panels and cards that speak of violence, once a visit, in the place of what they hide. */
#include "notice/notice.h"

#include "page/label.h"
#include "page/scroll.h"
#include "text/pattern.h"
#include "way/path.h"

#include <string.h>

static const float BUTTON_MM = 31; /* one is touched in a moment when nobody aims */
static const float BUTTON_LINE_HEIGHT = 1.2F;

/* The texts of all these notices, one after the other. */
const struct prose *notice_prose(const struct scene *scene, unsigned notices)
{
    const struct exhibit *exhibit = scene->exhibit;
    struct prose *all = ARENA_NEW(scene->arena, struct prose);
    int count = 0;

    for (int i = 0; i < exhibit->notice_count; i++)
        count += prose_in(&exhibit->notices[i].text, scene->language)->block_count;

    struct prose_block *blocks = ARENA_ARRAY(scene->arena, struct prose_block, count);

    for (int i = 0; i < exhibit->notice_count; i++) {
        const struct prose *one = prose_in(&exhibit->notices[i].text, scene->language);

        if (!(notices & 1u << i))
            continue;
        for (int b = 0; b < one->block_count; b++)
            blocks[all->block_count++] = one->blocks[b];
    }
    all->blocks = blocks;
    return all;
}

/* ---- what follows, and what comes behind it ---- */

/* A panel's title as one line. */
static const char *title_of(const struct scene *scene, struct path path, int place)
{
    return page_one_line(scene, text_in(scene->exhibit->panels[path_panel(path, place)].title, scene->language));
}

/* The titles of the panels that are skipped together. */
static const char *names_of_run(const struct scene *scene, struct path path, int place)
{
    const char *names = title_of(scene, path, place);
    int end = path_skip(path, place);

    while (++place < end)
        names = arena_printf(scene->arena, "%s  \u00B7  %s", names, title_of(scene, path, place));
    return names;
}

static const char *skip_word(const struct scene *scene, struct path path, int place)
{
    const struct words *words = page_words(scene);
    int end = path_skip(path, place);

    return pattern_filled(scene->arena, words->skip_to,
                          (const struct pattern_fill[]){
                              {"{panels}", page_count(scene, &words->panels, end - place)},
                              {"{title}", end < path_length(path) ? title_of(scene, path, end)
                                          : scene->exhibit->end   ? words->end
                                                                  : words->home},
                              {0},
                          });
}

/* ---- the two ways on ---- */

/* A button as tall as its words need. */
struct way_on {
    struct passage words;
    const struct paragraph *paragraph;
    struct action action;
    int w, h, text_w;
};

/* Side by side, or one below the other where their words are long. */
struct choices {
    struct way_on each[2]; /* read on, and skip */
    int gap;
    bool stacked;
};

static struct way_on measure_way_on(const struct scene *scene, const char *word, enum action_kind kind, int width)
{
    const struct style *style = scene->style;
    int least = int_max(style->target_px, (int)(BUTTON_MM * style->px_per_mm)), air = style->sizes.label_px * 3 / 2;
    struct way_on c = {
        .words = {.prose = paragraph_plain(scene->arena, word),
                  .type = {.face = FACE_BOLD, .size_px = style->sizes.label_px * 9 / 8},
                  .colour = kind == ACTION_ACCEPT ? style->colours.paper : style->colours.ink,
                  .line_height = BUTTON_LINE_HEIGHT,
                  .align = ALIGN_CENTRE},
        .action = {.kind = kind},
    };
    int one_line = label_width(scene, c.words.type, word);

    c.w = int_min(width, one_line + 2 * air);
    c.text_w = c.w < one_line + 2 * air ? c.w - air : c.w;
    c.paragraph = passage_set(scene, &c.words, c.text_w);
    c.h = int_max(least, c.paragraph->height_px + air);
    return c;
}

static struct choices measure_choices(const struct scene *scene, const char *skip, int width)
{
    struct choices c = {
        .each = {measure_way_on(scene, page_words(scene)->read_on, ACTION_ACCEPT, width), measure_way_on(scene, skip, ACTION_SKIP, width)},
        .gap = scene->style->margin_px / 2};

    c.stacked = c.each[0].w + c.gap + c.each[1].w > width;
    return c;
}

static int choices_height(const struct choices *c)
{
    return c->stacked ? c->each[0].h + c->gap + c->each[1].h : int_max(c->each[0].h, c->each[1].h);
}

static void put_way_on(const struct scene *scene, const struct way_on *c, struct rect box)
{
    const struct style *style = scene->style;

    if (c->action.kind == ACTION_ACCEPT)
        draw_fill(page_pen(scene), box, style->colours.ink);
    else
        draw_frame(page_pen(scene), box, int_max(2, style->rule_px / 2), style->colours.ink);
    passage_put(scene, c->paragraph, &c->words,
                (struct rect){box.x + (box.w - c->text_w) / 2, box.y + (box.h - c->paragraph->height_px) / 2, c->text_w, box.h});
    page_ask(scene, box, c->action);
}

static void put_choices(const struct scene *scene, const struct choices *c, struct rect rect)
{
    struct rect on = {rect.x, rect.y, c->each[0].w, c->each[0].h}, skip = {rect.x + on.w + c->gap, rect.y, c->each[1].w, c->each[1].h};

    if (c->stacked)
        skip = (struct rect){rect.x, rect.y + on.h + c->gap, skip.w, skip.h};
    put_way_on(scene, &c->each[0], on);
    put_way_on(scene, &c->each[1], skip);
}

/* ---- the page ---- */
/* As tall as the text, or what the page leaves for it; then the text scrolls. */
static struct passage body_text(const struct scene *scene, unsigned notices, struct size room)
{
    const struct style *style = scene->style;
    struct passage body = {
        .prose = notice_prose(scene, notices),
        .type = {.face = FACE_TEXT, .size_px = style->sizes.body_px * 9 / 8},
        .colour = style->colours.ink,
        .line_height = style->sizes.line_height,
    };

    while (body.type.size_px > style->sizes.body_smallest_px && passage_set(scene, &body, room.w)->height_px > room.h)
        body.type.size_px = int_max(style->sizes.body_smallest_px, body.type.size_px * 9 / 10);
    return body;
}

/* What gives way for the text to be read, one after the other, in large letters on a screen that is not tall: nothing; the names of what
 * follows, of which the key to skip it says how many there are; the size of the helpline's letters. */
enum notice_squeeze { SQUEEZE_NONE, SQUEEZE_NAMES, SQUEEZE_HELPLINE };
enum { TEXT_LINES_LEAST = 2 };

/* What stands on it, from the top, and what of its height that takes. room_h: what that leaves to the text. */
struct notice_page {
    struct passage heading, names, helpline;
    int width, gap, heading_h, names_h, help_h; /* names_h: 0: not there; help_h: with the air and the rule above it; 0: no helpline */
    int rest_h, room_h;
    struct choices choices;
};

static struct passage bold_line(const struct scene *scene, const char *words, int size_px)
{
    return (struct passage){.prose = paragraph_plain(scene->arena, words),
                            .type = {.face = FACE_BOLD, .size_px = size_px},
                            .colour = scene->style->colours.ink,
                            .line_height = scene->style->sizes.line_height};
}

static struct notice_page measure_squeezed(const struct scene *scene, enum notice_squeeze squeeze)
{
    static const float LINE_HEIGHT = 1.0F, WIDTH_SHARE = 0.62F, LARGE_SHARE = 0.86F, PORTRAIT_SHARE = 0.8F;
    const struct style *style = scene->style;
    struct path path = {scene->exhibit, scene->route};
    int place = path_place(path, scene->item);
    const char *helpline = text_in(scene->exhibit->helpline, scene->language);
    struct notice_page p = {
        .width = (int)((float)style->page.w * (style->portrait ? PORTRAIT_SHARE
                                               : style->large  ? LARGE_SHARE
                                                               : WIDTH_SHARE)),
        .heading = {.prose = paragraph_plain(scene->arena, page_words(scene)->notice),
                    .type = {.face = FACE_HEADLINE, .size_px = style->sizes.title_smallest_px},
                    .colour = style->colours.ink,
                    .line_height = LINE_HEIGHT},
        .names = bold_line(scene, names_of_run(scene, path, place), style->sizes.label_px),
        .helpline = bold_line(scene, helpline, squeeze < SQUEEZE_HELPLINE ? style->sizes.body_smallest_px : style->sizes.small_px),
        .gap = style->margin_px / 2,
    };

    p.choices = measure_choices(scene, skip_word(scene, path, place), p.width);
    p.heading_h = passage_set(scene, &p.heading, p.width)->height_px;
    if (squeeze < SQUEEZE_NAMES)
        p.names_h = passage_set(scene, &p.names, p.width)->height_px + p.gap / 2;
    if (helpline[0])
        p.help_h = passage_set(scene, &p.helpline, p.width)->height_px + 3 * style->margin_px / 2 + style->rule_px;
    p.rest_h = style->rule_px + p.heading_h + p.names_h + choices_height(&p.choices) + p.help_h + 3 * p.gap;
    p.room_h = style->page.h - p.rest_h - style->margin_px;
    return p;
}

static struct notice_page measure_page(const struct scene *scene)
{
    const struct type_sizes *sizes = &scene->style->sizes;
    int least = (int)((float)(TEXT_LINES_LEAST * sizes->body_smallest_px) * sizes->line_height);
    struct notice_page p = measure_squeezed(scene, SQUEEZE_NONE);

    for (int i = SQUEEZE_NAMES; i <= SQUEEZE_HELPLINE && p.room_h < least; i++)
        p = measure_squeezed(scene, (enum notice_squeeze)i);
    p.room_h = int_max(p.room_h, least);
    return p;
}

/* Whom to ring: apart from what is touched. */
static void put_helpline(const struct scene *scene, const struct notice_page *p, struct rect box)
{
    const struct style *style = scene->style;
    int y = box.y + style->margin_px, rule = int_max(1, style->rule_px / 2);

    draw_fill(page_pen(scene), (struct rect){box.x, y, box.w, rule}, style->colours.muted);
    passage_draw(scene, &p->helpline, (struct rect){box.x, y + style->rule_px + style->margin_px / 2, box.w, box.h});
}

/* Calm: words on paper, no picture, two ways on. */
void notice_fill(const struct scene *scene, unsigned notices)
{
    const struct style *style = scene->style;
    struct notice_page p = measure_page(scene);
    int gap = p.gap, rule = style->rule_px, button_h = choices_height(&p.choices);
    struct passage body = body_text(scene, notices, (struct size){p.width, p.room_h});
    int body_h = int_min(p.room_h, passage_set(scene, &body, p.width)->height_px);
    int x = (style->page.w - p.width) / 2, y = style->page.y + (style->page.h - p.rest_h - body_h) / 2;

    draw_fill(page_pen(scene), style->page, style->colours.paper);
    draw_fill(page_pen(scene), (struct rect){x, y, p.width, rule}, style->colours.ink);
    y += rule + gap;
    y += passage_draw(scene, &p.heading, (struct rect){x, y, p.width, p.heading_h}) + gap / 2;
    if (p.names_h > 0)
        passage_draw(scene, &p.names, (struct rect){x, y, p.width, p.names_h});
    y += p.names_h + gap / 2;
    scroll_passage(scene, &body, (struct rect){x, y, p.width, body_h}, p.width);
    y += body_h + gap * 3 / 2;
    put_choices(scene, &p.choices, (struct rect){x, y, p.width, button_h});
    if (p.help_h > 0)
        put_helpline(scene, &p, (struct rect){x, y + button_h, p.width, p.help_h});
}
