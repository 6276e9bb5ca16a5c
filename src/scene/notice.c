/* Notices: what stands before panels and cards that speak of violence, once a visit, in the place of what they hide. */
#include "scene/notice.h"

#include "page/button.h"
#include "page/scroll.h"

/* The texts of all these notices and the venue's helpline, one after the other. */
const struct prose *notice_prose(const struct scene *scene, unsigned notices)
{
    const struct exhibit *exhibit = scene->exhibit;
    const char *helpline = text_in(exhibit->helpline, scene->language);
    struct prose *all = ARENA_NEW(scene->arena, struct prose);
    int count = 1;

    for (int i = 0; i < exhibit->notice_count; i++)
        count += prose_in(&exhibit->notices[i].text, scene->language)->block_count;

    struct prose_block *blocks = ARENA_ARRAY(scene->arena, struct prose_block, count);

    for (int i = 0; i < exhibit->notice_count; i++) {
        const struct prose *one = prose_in(&exhibit->notices[i].text, scene->language);

        if (!(notices & 1u << i))
            continue;
        for (int b = 0; b < one->block_count; b++)
            blocks[all->block_count++] = one->blocks[b];
        all->words += one->words;
    }
    if (helpline[0]) {
        const struct prose *line = paragraph_plain(scene->arena, helpline);

        blocks[all->block_count++] = line->blocks[0];
        all->words += line->words;
    }
    all->blocks = blocks;
    return all;
}

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

/* The two ways on: side by side, or one below the other where their words are long. */
struct choices {
    struct type type;
    int w[2], h, gap; /* w: of read on and skip; h: of each */
    bool stacked;
};

static struct choices measure_choices(const struct scene *scene, int width)
{
    const struct style *style = scene->style;
    const char *words[2] = {page_words(scene)->read_on, page_words(scene)->skip};
    struct choices c = {.type = {.face = FACE_BOLD, .size_px = style->sizes.label_px * 9 / 8},
                        .h = int_max(style->target_px, style->sizes.label_px * 5 / 2),
                        .gap = style->margin_px / 2};
    int air = 3 * style->sizes.label_px;

    for (int i = 0; i < 2; i++)
        c.type = label_shrunk(scene, &(struct label){.type = c.type, .text = words[i]}, width - air, style->sizes.small_px);
    for (int i = 0; i < 2; i++)
        c.w[i] = label_width(scene, c.type, words[i]) + air;
    c.stacked = c.w[0] + c.gap + c.w[1] > width;
    return c;
}

static int choices_height(const struct choices *c)
{
    return c->stacked ? 2 * c->h + c->gap : c->h;
}

static void put_choices(const struct scene *scene, const struct choices *c, struct rect rect)
{
    const struct words *words = page_words(scene);
    struct colour ink = scene->style->colours.ink;
    struct rect on = {rect.x, rect.y, c->w[0], c->h}, skip = {rect.x + c->w[0] + c->gap, rect.y, c->w[1], c->h};

    if (c->stacked)
        skip = (struct rect){rect.x, rect.y + c->h + c->gap, c->w[1], c->h};
    button_put(scene, on, &(struct label){c->type, ink, words->read_on, ALIGN_CENTRE}, true);
    page_target(scene, on, ACTION_ACCEPT, 0);
    button_put(scene, skip, &(struct label){c->type, ink, words->skip, ALIGN_CENTRE}, false);
    page_target(scene, skip, ACTION_SKIP, 0);
}

/* Calm: words on paper, no picture, two ways on. */
void notice_fill(const struct scene *scene, unsigned notices)
{
    static const float LINE_HEIGHT = 1.0F, WIDTH_SHARE = 0.62F, PORTRAIT_SHARE = 0.8F;
    const struct style *style = scene->style;
    int width = (int)((float)style->page.w * (style->portrait ? PORTRAIT_SHARE : WIDTH_SHARE)), x = (style->page.w - width) / 2;
    struct passage heading = {
        .prose = paragraph_plain(scene->arena, page_words(scene)->notice),
        .type = {.face = FACE_HEADLINE, .size_px = style->sizes.title_smallest_px},
        .colour = style->colours.ink,
        .line_height = LINE_HEIGHT,
    };
    struct choices choices = measure_choices(scene, width);
    int button_h = choices_height(&choices), gap = style->margin_px / 2, rule = style->rule_px;
    int heading_h = passage_set(scene, &heading, width)->height_px, rest = rule + heading_h + button_h + 3 * gap;
    struct size room = {width, style->page.h - rest - style->margin_px};
    struct passage body = body_text(scene, notices, room);
    int body_h = int_min(room.h, passage_set(scene, &body, width)->height_px);
    int y = style->page.y + (style->page.h - rest - body_h) / 2;

    draw_fill(page_pen(scene), style->page, style->colours.paper);
    draw_fill(page_pen(scene), (struct rect){x, y, width, rule}, style->colours.ink);
    y += rule + gap;
    y += passage_draw(scene, &heading, (struct rect){x, y, width, heading_h}) + gap / 2;
    scroll_passage(scene, &body, (struct rect){x, y, width, body_h}, width);
    put_choices(scene, &choices, (struct rect){x, y + body_h + gap * 3 / 2, width, button_h});
}
