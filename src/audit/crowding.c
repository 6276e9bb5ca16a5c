/* One finding a panel: of the title, else of what crowds it out, else of the body. */
#include "audit/crowding.h"

#include "blocks/blocks.h"
#include "scene/panel.h"
#include "scene/picture.h"

/* NULL if it stands. */
static const char *title_fault(struct panel_fit fit)
{
    if (fit.broken_word)
        return "a word of this headline is too long for a line; write a shorter word";
    if (fit.overflows)
        return "this headline leaves no room for what stands below it; shorten it";
    return fit.plain && fit.headline ? "the picture gives way to this headline; shorten it" : NULL;
}

/* NULL if it stands. */
static const char *body_fault(const struct auditor *a, struct panel_fit fit)
{
    if (fit.plain)
        return "the picture gives way to this text; shorten it, or choose a layout with more room";
    if (fit.scrolls)
        return "this text is too long for its place even in the smallest type, so visitors must scroll; shorten it, or move a part of it "
               "to \"more\"";
    if (fit.body_percent < 100)
        return arena_printf(a->arena,
                            "this text is too long for its place and is set at %d %% of its size; shorten it, or choose a layout with more "
                            "room",
                            fit.body_percent);
    return NULL;
}

/* Without what it says of words that the layout has no place for: that is told of elsewhere. */
static struct panel_fit fit_of_places(const struct auditor *a, const struct panel *panel, struct panel_fit fit)
{
    const struct plans *plans = &a->setup->exhibit->layouts[panel->layout];
    const struct plan *plan = a->style.portrait ? &plans->portrait : &plans->landscape;
    bool no_title = !plan_has(plan, PART_TITLE), no_body = panel->body.in && !plan_has(plan, PART_BODY);

    if (no_title)
        fit.broken_word = fit.headline = false;
    if (no_body)
        fit.plain = fit.scrolls = fit.overflows = false;
    if (no_title || no_body) /* a body steps down for a headline without a place, too */
        fit.body_percent = 100;
    return fit;
}

/* Large text may step down and scroll: visitors asked for it. Where a chart or map is taller than the words, it is what they give way to.
 */
struct rect crowding_check(struct auditor *a, const struct scene *scene)
{
    const struct panel *panel = &scene->exhibit->panels[scene->item];
    const char *file = panel->origin.file, *language = scene->exhibit->languages[scene->language];
    struct panel_fit fit = fit_of_places(a, panel, panel_fit(scene));
    const char *of_title = fit.crowded && !fit.broken_word ? NULL : title_fault(fit), *of_body = a->style.large ? NULL : body_fault(a, fit);

    if (of_title)
        auditor_warn_of_screen(a, scene_origin(a->setup->exhibit, file, "title", language), of_title);
    else if (fit.crowded && (of_body || fit.overflows))
        auditor_warn_of_screen(a, blocks_origin(panel),
                               CODED("panel-crowded") "it needs more room than the panel has, so the picture or the words give way; show "
                                                      "less, or choose a layout "
                                                      "with more room");
    else if (of_body)
        auditor_warn_of_screen(a, scene_origin(a->setup->exhibit, file, "body", language), of_body);
    if (fit.uncaptioned && !a->style.large)
        auditor_warn_of_screen(a, scene_picture.origin(a->setup->exhibit, scene->item, scene->language),
                               CODED("caption-hidden") "there is no room beneath the picture for its caption and credit, which are seen "
                                                       "only where it is opened; "
                                                       "shorten them, or choose a layout with more room");
    return fit.block;
}
