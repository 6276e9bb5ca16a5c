/* A number that cannot be drawn honestly is not drawn: how many people a light stands for is the curator's to say. */
#include "roll/memorials.h"

#include "exhibit/blocks.h"
#include "exhibit/origins.h"
#include "roll/table.h"

#include <stdlib.h>

/* Of the key itself where it is written. */
static struct origin origin_of(const struct exhibit *exhibit, const struct panel *panel, const char *key)
{
    return origins_key(exhibit, panel->origin.file, (const char *const[]){"memorial", key, NULL});
}

/* False: it is left out. */
static bool count_lights(const struct exhibit *exhibit, const struct panel *panel, struct findings *findings)
{
    struct memorial *memorial = panel->memorial;
    int least = (memorial->number + MEMORIAL_LIGHTS_MAX - 1) / MEMORIAL_LIGHTS_MAX;

    memorial->lights = (memorial->number + memorial->per - 1) / memorial->per;
    if (memorial->lights > MEMORIAL_LIGHTS_MAX) {
        findings_add(findings, FINDING_ERROR, origin_of(exhibit, panel, "per"),
                     CODED("memorial-lights") "per: %d lights are more than anybody can tell apart, so that the memorial is left out; "
                                              "write per: %d, and say in "
                                              "note how many people one light stands for",
                     memorial->lights, least);
        return false;
    }
    if (memorial->per > 1 && !memorial->note.in)
        findings_add(findings, FINDING_WARNING, origin_of(exhibit, panel, "note"),
                     CODED("memorial-note") "note: missing, so nobody learns that one light stands for %d people; say so there",
                     memorial->per);
    return true;
}

/* What names are read with. */
struct roll_sources {
    const struct files *files;
    struct arena *arena;
    struct findings *findings;
};

static void read_names(struct memorial *memorial, struct roll_table table, const struct roll_sources *sources)
{
    struct findings *findings = sources->findings;

    if (!memorial->file || !roll_table_read(&table, sources->files, sources->arena, findings))
        return;
    memorial->names = table.names;
    memorial->name_count = table.count;
    if (memorial->per > 1) {
        findings_add(findings, FINDING_WARNING, table.origin,
                     CODED("memorial-names") "names: one light stands for %d people, so no name is shown; take names away, or write per: 1",
                     memorial->per);
        memorial->name_count = 0;
    } else if (table.count > memorial->lights) {
        findings_add(findings, FINDING_WARNING, table.origin,
                     CODED("memorial-names") "names: \"%s\" has %d names, more than the number %d; the last ones are not shown",
                     memorial->file, table.count, memorial->number);
        memorial->name_count = memorial->lights;
    }
}

void memorials_settle(struct exhibit *exhibit, const struct files *files, struct arena *arena, struct findings *findings)
{
    for (int i = 0; i < exhibit->panel_count; i++) {
        struct panel *panel = &exhibit->panels[i];

        if (panel->memorial && !count_lights(exhibit, panel, findings))
            panel->memorial = NULL;
        if (panel->memorial)
            read_names(panel->memorial, (struct roll_table){.file = panel->memorial->file, .origin = origin_of(exhibit, panel, "names")},
                       &(struct roll_sources){files, arena, findings});
    }
}
