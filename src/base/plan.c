/* A panel's parts, and which of them a plan has. */
#include "base/plan.h"

#include "base/geom.h"

const char *const part_names[PART_COUNT] = {
    [PART_PICTURE] = "picture",       [PART_CHAPTER] = "chapter", [PART_VOICE] = "voice",
    [PART_TITLE] = "title",           [PART_BODY] = "body",       [PART_MORE] = "more",
    [PART_DIFFERENCE] = "difference", [PART_SOURCES] = "sources", [PART_CREDIT] = "credit",
    [PART_CHART] = "chart",           [PART_MAP] = "map",         [PART_MEMORIAL] = "memorial",
};

bool plan_has(const struct plan *plan, enum part part)
{
    for (int i = 0; i < plan->area_count; i++)
        if (plan->areas[i].part == part)
            return true;
    return false;
}

static struct plan_area *area_of(struct plan *plan, enum part part)
{
    for (int i = 0; i < plan->area_count; i++)
        if (plan->areas[i].part == part)
            return &plan->areas[i];
    return NULL;
}

static bool share_cells(const struct plan_area *a, const struct plan_area *b)
{
    return a->row < b->row + b->rows && b->row < a->row + a->rows && a->column < b->column + b->columns &&
           b->column < a->column + a->columns;
}

void plan_widen(struct plan *plan, enum part part, enum part other)
{
    struct plan_area *area = area_of(plan, part), *taken = area_of(plan, other);

    if (!area || !taken)
        return;
    struct plan_area wide = *area;
    int end = int_max(area->column + area->columns, taken->column + taken->columns);

    wide.column = int_min(area->column, taken->column);
    wide.columns = end - wide.column;
    for (int i = 0; i < plan->area_count; i++)
        if (plan->areas[i].part != part && plan->areas[i].part != other && share_cells(&plan->areas[i], &wide))
            return;
    if (share_cells(taken, &wide)) /* beside it, not above or below */
        *area = wide;
}
