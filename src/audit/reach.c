/* The reach from a wheelchair, forwards and with nothing in the way: 15 to 48 inches, 380 to 1,220 mm above the floor (ADA Standards of
 * 2010, 308.2.1; EN 301 549 V3.2.1, 8.3.2.1). A part of a key that a finger can touch is enough. */
#include "audit/reach.h"

#include "exhibit/origins.h"

#include <math.h>
#include <string.h>

static const double LOWEST_MM = 380, HIGHEST_MM = 1220, FINGER_MM = 15;

/* Above the floor. */
static double height_mm(const struct auditor *a, int y)
{
    return a->setup->exhibit->screen.lower_edge_mm + (double)(a->style.screen.h - y) / (double)a->style.px_per_mm;
}

static void note(const struct auditor *a, struct reach_end *end, double beyond_mm)
{
    if (beyond_mm > end->beyond_mm) {
        end->beyond_mm = beyond_mm;
        memcpy(end->place, a->place, sizeof(end->place));
    }
}

void reach_take(struct auditor *a)
{
    if (a->setup->exhibit->screen.lower_edge_mm <= 0)
        return;
    for (int i = 0; i < a->page->target_count; i++) {
        const struct target *target = &a->page->targets[i];
        struct rect rect = page_reach(a->page, target);

        if (target->action.kind == ACTION_NONE || rect_is_empty(rect))
            continue;
        double top = height_mm(a, rect.y), foot = height_mm(a, rect.y + rect.h), part = fmin(FINGER_MM, top - foot);

        note(a, &a->too_high, foot + part - HIGHEST_MM);
        note(a, &a->too_low, LOWEST_MM - (top - part));
    }
}

static void warn(struct auditor *a, const struct reach_end *end, const char *bound, const char *way)
{
    static const char *const key[] = {"screen", "lower_edge_mm", NULL};

    if (end->beyond_mm >= 1)
        findings_add(a->findings, FINDING_WARNING, origins_key(a->setup->exhibit, "config/exhibit.yaml", key),
                     CODED("out-of-reach") "lower_edge_mm: hands reach from 380 to 1220 mm above the floor from a wheelchair, and a key of "
                                           "\"%s\" is %d mm %s that; hang the screen %s, or correct the number",
                     end->place, (int)ceil(end->beyond_mm), bound, way);
}

void reach_report(struct auditor *a)
{
    warn(a, &a->too_high, "above", "lower");
    warn(a, &a->too_low, "below", "higher");
}
