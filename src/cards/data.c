/* What a panel carries beside its texts, a chart or a map, as large as the page: large letters leave it no room on the panel itself, and a
 * panel that remembers people shows them, not what counts them. */
#include "cards/card.h"

#include "blocks/blocks.h"

static const float WIDTH_SHARE = 0.62F, WIDTH_SHARE_UPRIGHT = 0.86F; /* of the screen, in letters that are not large */

static bool exists(const struct exhibit *exhibit, int item)
{
    return blocks_on_card(&exhibit->panels[item]);
}

/* The panel's headline, beside the cross. */
static struct passage heading_of(const struct scene *scene)
{
    return (struct passage){
        .prose = paragraph_plain(scene->arena, page_one_line(scene, text_in(scene->exhibit->panels[scene->item].title, scene->language))),
        .type = {.face = FACE_HEADLINE, .size_px = scene->style->sizes.card_px},
        .colour = scene->style->colours.ink,
        .line_height = 1,
    };
}

static int heading_height(const struct scene *scene, int width)
{
    struct passage heading = heading_of(scene);

    return passage_set(scene, &heading, width - scene->style->target_px)->height_px + scene->style->sizes.label_px / 2;
}

static void put_heading(const struct scene *scene, struct rect inner)
{
    struct passage heading = heading_of(scene);

    inner.w -= scene->style->target_px;
    passage_draw(scene, &heading, inner);
}

/* Where the card may stand: all but over the edges of the screen in large letters, else no wider than is seen at once. A bar that brings it
 * into reach stays below it. */
static struct rect widest(const struct style *style)
{
    struct rect screen = {0, 0, style->screen.w, style->screen.h};
    struct rect box = rect_inset(style->reach.parts > 0 ? style->page : screen, style->margin_px / 6);
    int width = (int)((float)style->screen.w * (style->portrait ? WIDTH_SHARE_UPRIGHT : WIDTH_SHARE));

    return style->large ? box : (struct rect){(style->screen.w - width) / 2, box.y, width, box.h};
}

/* Over the bar too, where nothing is brought down by it; no taller than it must be. A block that needs all of the height has
 * no headline above it, and stands beside the cross: what it is of was read on the panel. */
static void fill(const struct scene *scene)
{
    const struct style *style = scene->style;
    const struct panel *panel = &scene->exhibit->panels[scene->item];
    const struct block *block = blocks_on_card(panel);
    struct rect box = widest(style);
    int pad = style->large ? style->margin_px / 2 : style->margin_px;
    int room = box.h - 2 * pad, width = box.w - 2 * pad, head = heading_height(scene, width);
    int best = block->height(scene, panel, width);

    if (head + best > room) {
        head = 0;
        width -= style->target_px;
        best = int_min(room, block->height(scene, panel, width));
    }
    box.y += (room - head - best) / 2;
    box.h -= room - head - best;
    struct rect inner = rect_inset(box, pad);

    card_put_ground(scene, box, CARD_SHADE);
    if (head > 0)
        put_heading(scene, inner);
    block->fill(scene, panel, (struct rect){inner.x, inner.y + head, width, best});
    card_put_cross(scene, box);
}

static struct origin origin(const struct exhibit *exhibit, int item, int language)
{
    (void)language;
    return blocks_on_card(&exhibit->panels[item])->origin(&exhibit->panels[item]);
}

static struct key_answer answer_key(const struct scene *scene, const struct key_press *press)
{
    struct key_answer answer;

    return scene_key_on_block(scene, press, &answer) ? answer : card_key(scene, press);
}

static enum drag drag(const struct scene *scene, struct drag_start start)
{
    return scene_drag_page(scene, start) == DRAG_SPOTS ? DRAG_SPOTS : card_drag(scene, start);
}

const struct scene_ops scene_data = {
    .name = "card/",
    .part = "data",
    .place = PLACE_OVERLAY,
    .opened_by = ACTION_NUMBERS,
    .above = &scene_panel,
    .items = scene_panels,
    .id = scene_panel_id,
    .exists = exists,
    .words = scene_words_to_look_at,
    .origin = origin,
    .fill = fill,
    .key = answer_key,
    .drag = drag,
};
