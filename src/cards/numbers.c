/* The chart of a panel that remembers people: the panel shows them, this card counts them. */
#include "cards/card.h"

#include "blocks/blocks.h"

static const float WIDTH_SHARE = 0.62F, WIDTH_SHARE_UPRIGHT = 0.86F, SHAPE_LEAST = 0.55F; /* SHAPE_LEAST: height to width */

static void fill(const struct scene *scene)
{
    const struct style *style = scene->style;
    const struct panel *panel = &scene->exhibit->panels[scene->item];
    const struct block *chart = blocks_find(PART_CHART);
    int width = (int)((float)style->screen.w * (style->portrait ? WIDTH_SHARE_UPRIGHT : WIDTH_SHARE)), pad = style->margin_px;
    int cross = style->target_px + 2 * style->rule_px, most = style->page.h - 2 * style->margin_px;
    int height = int_min(most, int_max((int)(SHAPE_LEAST * (float)width), chart->height(scene, panel, width - 2 * pad) + pad + cross));
    struct rect box = {(style->screen.w - width) / 2, style->page.y + (style->page.h - height) / 2, width, height};

    card_put_ground(scene, box, CARD_SHADE);
    chart->fill(scene, panel, (struct rect){box.x + pad, box.y + cross, box.w - 2 * pad, box.h - cross - pad});
    card_put_cross(scene, box);
}

static bool exists(const struct exhibit *exhibit, int item)
{
    return exhibit->panels[item].memorial && exhibit->panels[item].chart;
}

static struct origin origin(const struct exhibit *exhibit, int item, int language)
{
    (void)language;
    return scene_origin(exhibit, exhibit->panels[item].origin.file, "chart", NULL);
}

const struct scene_ops scene_numbers = {
    .name = "card/",
    .part = "numbers",
    .place = PLACE_OVERLAY,
    .opened_by = ACTION_NUMBERS,
    .above = &scene_panel,
    .items = scene_panels,
    .id = scene_panel_id,
    .exists = exists,
    .words = scene_words_to_look_at,
    .origin = origin,
    .fill = fill,
    .key = card_key,
    .drag = card_drag,
};
