/* Both drawings of a layout are looked at: nobody knows on which screen the exhibit will stand next. */
#include "load/check_places.h"

#include "exhibit/origins.h"

/* The drawings of the layout that lack the part; NULL if none does. */
static const char *lacking(const struct plans *plans, enum part part)
{
    bool wide = plan_has(&plans->landscape, part), tall = plan_has(&plans->portrait, part);

    if (wide && tall)
        return NULL;
    return wide ? "the portrait drawing of the layout" : tall ? "the landscape drawing of the layout" : "the layout";
}

static void check_panel(const struct exhibit *exhibit, const struct panel *panel, struct findings *findings)
{
    const struct plans *plans = &exhibit->layouts[panel->layout];
    const struct {
        const char *key;
        enum part part;
        bool there;
    } parts[] = {
        {"title", PART_TITLE, true},
        {"body", PART_BODY, panel->body.in},
        {"picture", PART_PICTURE, panel->picture.file && !panel->memorial},
        {"more", PART_MORE, panel->more.in},
        {"sound", PART_MORE, panel->sound},
        {"difference", PART_DIFFERENCE, panel->difference_count > 0},
        {"chart", PART_CHART, panel->chart && !panel->memorial},
        {"map", PART_MAP, panel->map},
        {"memorial", PART_MEMORIAL, panel->memorial},
        {"sources", PART_SOURCES, panel->sources.in},
    };

    for (size_t i = 0; i < COUNTOF(parts); i++) {
        const char *drawing = parts[i].there ? lacking(plans, parts[i].part) : NULL;

        if (!drawing)
            continue;
        struct origin at = origins_key(exhibit, panel->origin.file, (const char *const[]){parts[i].key, NULL});

        findings_add(findings, FINDING_WARNING, at,
                     CODED("layout-lacks-place") "%s: %s \"%s\" has no place for it, so it is not shown; add \"%s\" to its areas, or "
                                                 "choose another layout",
                     parts[i].key, drawing, plans->name, part_names[parts[i].part]);
    }
}

void check_places(const struct exhibit *exhibit, struct findings *findings)
{
    for (int i = 0; i < exhibit->panel_count; i++)
        check_panel(exhibit, &exhibit->panels[i], findings);
}
