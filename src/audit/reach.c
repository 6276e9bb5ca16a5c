/* A part of a key that a finger can touch is enough, where it hangs or where it was brought down to. */
#include "audit/reach.h"

#include "exhibit/origins.h"
#include "page/heights.h"
#include "page/reach.h"
#include "page/setting.h"

#include <math.h>
#include <string.h>

static const double FINGER_MM = 15;

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

/* Of what is seen of it: how far a finger has to go beyond what it reaches, at least. */
static double too_high_mm(const struct auditor *a, struct rect seen)
{
    double top = height_mm(a, seen.y), foot = height_mm(a, seen.y + seen.h);

    return foot + fmin(FINGER_MM, top - foot) - HEIGHTS_HIGHEST_MM;
}

/* The same, of all that a page which is brought down by so many parts shows; what stands on the bar stays. */
static double lowered_too_high_mm(const struct auditor *a, struct rect rect)
{
    double least = too_high_mm(a, rect);
    int finger = int_min(rect.h, (int)ceil(FINGER_MM * (double)a->style.px_per_mm));

    for (int part = 1; part <= a->reach.parts && rect.y < a->style.bar.y; part++) {
        struct rect seen = rect_common(rect_moved(rect, 0, reach_px(&a->reach, part)), a->style.page);

        if (seen.h >= finger)
            least = fmin(least, too_high_mm(a, seen));
    }
    return least;
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
        double top = height_mm(a, rect.y), foot = height_mm(a, rect.y + rect.h);

        note(a, &a->too_high, lowered_too_high_mm(a, rect));
        note(a, &a->too_low, HEIGHTS_LOWEST_MM - (top - fmin(FINGER_MM, top - foot)));
    }
}

static void warn(struct auditor *a, const struct reach_end *end, const char *bound, const char *way)
{
    static const char *const key[] = {"screen", "lower_edge_mm", NULL};

    if (end->beyond_mm >= 1)
        findings_add(a->findings, FINDING_WARNING, origins_key(a->setup->exhibit, "config/exhibit.yaml", key),
                     CODED("out-of-reach") "lower_edge_mm: hands reach from 380 to 1220 mm above the floor from a wheelchair, and a key of "
                                           "\"%s\" is %d mm %s that; %s, or correct the number",
                     end->place, (int)ceil(end->beyond_mm), bound, way);
}

void reach_report(struct auditor *a)
{
    static const char *const key[] = {"reach", NULL};
    const struct exhibit *exhibit = a->setup->exhibit;
    bool could = heights_help(&exhibit->screen) && exhibit->reach == REACH_ASKED && !setting_is_offered(exhibit, SETTING_REACH);

    warn(a, &a->too_high, "above", could ? "hang the screen lower, or write `reach: low`" : "hang the screen lower");
    warn(a, &a->too_low, "below", "hang the screen higher");
    if (exhibit->reach == REACH_LOW && exhibit->screen.lower_edge_mm <= 0)
        findings_add(a->findings, FINDING_WARNING, origins_key(exhibit, "config/exhibit.yaml", key),
                     CODED("reach-unknown") "reach: what hangs too high is not known; write how high the screen hangs, `lower_edge_mm:`");
}
