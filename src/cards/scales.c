/* Where two voices differ: a pair of scales, a pan for each of them, under the picture of the panel that lies below. On a narrow screen
 * the pans stand one below the other. They hang level: nobody is called right here. */
#include "cards/card.h"

#include "page/icon.h"
#include "page/label.h"
#include "page/scroll.h"
#include "page/stroke.h"
#include "page/voice.h"
#include "text/reading.h"

enum {
    SHADE = 70,      /* the picture stays to be seen */
    MARKER = 72,     /* of 255: how much of the voice's colour lies behind disputed words */
    STEPS = 4,       /* from the theme's size of body text to its smallest */
    PAN_LETTERS = 14 /* a pan narrower than so many times the type's size stands above the other */
};
static const double HEIGHT_SHARE = 0.62, HEIGHT_SHARE_UPRIGHT = 0.57; /* of the page: what of it the card may hide */

/* How the card is set. */
struct scales {
    const struct scene *scene;
    const struct panel *panel;
    int body_px, pad, gap, pan_w;
    bool stacked;
    int head, beam;               /* heights: the heading; beam and strings */
    int text_h[DIFFERENCE_SIDES]; /* of each side's text */
};

static const struct voice *voice_of(const struct scales *s, int side)
{
    int voice = s->panel->difference[side].voice;

    return voice < 0 ? NULL : &s->scene->exhibit->voices[voice];
}

static struct passage text_of(const struct scales *s, int side)
{
    const struct style *style = s->scene->style;
    const struct voice *voice = voice_of(s, side);
    struct passage text = {
        .prose = prose_in(&s->panel->difference[side].text, s->scene->language),
        .type = {.face = FACE_TEXT, .size_px = s->body_px},
        .colour = style->colours.ink,
        .line_height = style->sizes.line_height,
        .marker = voice ? voice_colour(&style->colours, voice) : style->colours.muted,
        .links = true,
    };

    text.marker.a = MARKER;
    return text;
}

static struct label heading_of(const struct scales *s)
{
    const struct style *style = s->scene->style;
    struct type type = {.face = FACE_HEADLINE, .size_px = style->sizes.card_px};

    return (struct label){type, style->colours.ink, page_words(s->scene)->difference, ALIGN_START};
}

/* Of a pan: its slab, and air around its text. */
static int pan_height(const struct scales *s, int side)
{
    return voice_slab_height(s->scene) + 2 * s->gap + s->text_h[side];
}

/* Of both pans. */
static int pans_height(const struct scales *s)
{
    int first = pan_height(s, 0), second = pan_height(s, 1);

    return s->stacked ? first + s->gap + second : int_max(first, second);
}

/* In so much width for the pans. */
static void measure(struct scales *s, int width)
{
    struct arena_mark start = arena_mark(s->scene->arena);
    int half = (width - 2 * s->gap) / 2;

    s->stacked = half < PAN_LETTERS * s->body_px;
    s->pan_w = s->stacked ? width : half;
    s->beam = s->stacked ? 0 : 3 * s->scene->style->sizes.label_px / 2;
    for (int i = 0; i < DIFFERENCE_SIDES; i++) {
        struct passage text = text_of(s, i);

        s->text_h[i] = passage_set(s->scene, &text, s->pan_w - 2 * s->gap)->height_px;
    }
    arena_return(s->scene->arena, start);
}

/* In the largest type with which the picture stays to be seen; else in the smallest. */
static void choose_type(struct scales *s, int width, int room)
{
    const struct type_sizes *sizes = &s->scene->style->sizes;

    for (int i = 0; i < STEPS; i++) {
        s->body_px = sizes->body_px + (sizes->body_smallest_px - sizes->body_px) * i / (STEPS - 1);
        measure(s, width);
        if (s->beam + pans_height(s) <= room)
            return;
    }
}

static struct rect pan_rect(const struct scales *s, struct rect pans, int side)
{
    int height = s->stacked ? pan_height(s, side) : pans.h, first = s->stacked ? pan_height(s, 0) + s->gap : s->pan_w + 2 * s->gap;

    return (struct rect){pans.x + (s->stacked ? 0 : side * first), pans.y + (s->stacked ? side * first : 0), s->pan_w, height};
}

/* The beam on its post, and from its ends the strings of both pans. */
static void put_beam(const struct scales *s, struct rect pans)
{
    const struct style *style = s->scene->style;
    int rule = 2 * style->rule_px, top = pans.y - s->beam, middle = pans.x + s->pan_w + s->gap;
    struct rect ends[DIFFERENCE_SIDES] = {pan_rect(s, pans, 0), pan_rect(s, pans, 1)};
    int left = ends[0].x + ends[0].w / 2, right = ends[1].x + ends[1].w / 2;

    draw_fill(page_pen(s->scene), (struct rect){left, top, right - left, rule}, style->colours.ink);
    draw_fill(page_pen(s->scene), (struct rect){middle - rule / 2, top, rule, pans.y + pans.h - top}, style->colours.ink);
    for (int i = 0; i < DIFFERENCE_SIDES; i++)
        for (int way = -1; way <= 1; way += 2) {
            int end = i == 0 ? left : right, start = top + rule / 2, corner = end + way * s->pan_w * 2 / 5;

            stroke_put(page_pen(s->scene), &(struct stroke){
                                               .from = {(float)end, (float)start},
                                               .to = {(float)corner, (float)pans.y},
                                               .thickness_px = int_max(2, rule / 3),
                                               .colour = style->colours.ink,
                                           });
        }
}

static void put_slab(const struct scales *s, struct rect pan, int side)
{
    pan.h = voice_slab_height(s->scene);
    if (voice_of(s, side))
        voice_slab_put(s->scene, voice_of(s, side), pan, false);
}

static void put_text(const struct scales *s, struct rect pan, int side)
{
    struct passage text = text_of(s, side);
    int top = voice_slab_height(s->scene) + s->gap;

    passage_draw(s->scene, &text, (struct rect){pan.x + s->gap, pan.y + top, pan.w - 2 * s->gap, pan.h - top});
}

/* The pans as far as `view` shows them; what is longer scrolls, side by side below the slabs. */
static void put_pans(const struct scales *s, struct rect view, struct rect rail)
{
    const struct style *style = s->scene->style;
    int slab = s->stacked ? 0 : voice_slab_height(s->scene), edge = int_max(2, style->rule_px / 2);
    struct rect pans = {view.x, view.y, view.w, int_max(view.h, pans_height(s))};
    struct scroll_area area = {
        .rect = {view.x, view.y + slab, view.w, view.h - slab},
        .rail = rail,
        .max_px = pans.h - view.h,
        .step_px = (int)((float)s->body_px * style->sizes.line_height),
    };

    area.clip = area.rect;
    for (int i = 0; i < DIFFERENCE_SIDES && !s->stacked; i++) {
        struct rect pan = pan_rect(s, view, i);

        draw_frame(page_pen(s->scene), pan, edge, style->colours.ink);
        put_slab(s, pan, i);
    }
    scroll_begin(s->scene, &area);
    for (int i = 0; i < DIFFERENCE_SIDES; i++) {
        struct rect pan = pan_rect(s, pans, i);

        if (s->stacked) {
            draw_frame(page_pen(s->scene), pan, edge, style->colours.ink);
            put_slab(s, pan, i);
        }
        put_text(s, pan, i);
    }
    scroll_end(s->scene);
}

static void put_heading(const struct scales *s, struct rect line)
{
    const struct style *style = s->scene->style;
    struct label heading = heading_of(s);
    int icon = style->icon_px;
    struct rect words = {line.x + icon + s->gap, line.y, line.w - icon - 2 * s->gap - style->target_px, line.h};

    icon_put(s->scene, ICON_SCALES, (struct rect){line.x, line.y + (line.h - icon) / 2, icon, icon}, style->colours.ink);
    heading.type = label_shrunk(s->scene, &heading, words.w, style->sizes.small_px);
    label_put(s->scene, &heading, words);
}

/* Across the foot of the page, as tall as it must be. */
static void fill(const struct scene *scene)
{
    const struct style *style = scene->style;
    struct scales s = {
        .scene = scene,
        .panel = &scene->exhibit->panels[scene->item],
        .pad = style->margin_px * 2 / 3,
        .gap = style->sizes.label_px * 2 / 3,
        .head = int_max(style->target_px + 2 * style->rule_px, style->sizes.card_px * 5 / 4),
    };
    double share = style->portrait ? HEIGHT_SHARE_UPRIGHT : HEIGHT_SHARE;
    int outer = style->margin_px / 2, around = 2 * s.pad + s.head + s.gap, width = style->screen.w - 2 * outer - 2 * s.pad;
    int most = style->page.h - 2 * outer - around, rail = 0;

    choose_type(&s, width, (int)(share * style->page.h) - around);
    if (s.beam + pans_height(&s) > most) {
        rail = style->target_px + s.gap;
        measure(&s, width - rail);
    }
    int view = int_min(s.beam + pans_height(&s), most), height = around + view;
    struct rect box = {outer, style->page.y + style->page.h - outer - height, style->screen.w - 2 * outer, height};
    struct rect inner = rect_inset(box, s.pad);
    struct rect pans = {inner.x, inner.y + s.head + s.gap + s.beam, width - rail, view - s.beam};

    card_put_ground(scene, box, SHADE);
    put_heading(&s, (struct rect){inner.x, inner.y, inner.w, s.head});
    if (!s.stacked)
        put_beam(&s, pans);
    put_pans(&s, pans, (struct rect){pans.x, pans.y, width, pans.h});
    card_put_cross(scene, box);
}

static bool exists(const struct exhibit *exhibit, int item)
{
    return exhibit->panels[item].difference_count > 0;
}

static int words(const struct exhibit *exhibit, int item, int language)
{
    const struct panel *panel = &exhibit->panels[item];
    int words = 0;

    for (int i = 0; i < panel->difference_count; i++)
        words += reading_words(prose_in(&panel->difference[i].text, language));
    return words;
}

static struct origin origin(const struct exhibit *exhibit, int item, int language)
{
    (void)language;
    return scene_origin(exhibit, exhibit->panels[item].origin.file, "difference", NULL);
}

const struct scene_ops scene_difference = {
    .name = "card/",
    .part = "difference",
    .place = PLACE_OVERLAY,
    .above = &scene_panel,
    .items = scene_panels,
    .id = scene_panel_id,
    .exists = exists,
    .words = words,
    .origin = origin,
    .fill = fill,
    .key = card_key,
    .drag = card_drag,
};
