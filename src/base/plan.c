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

static bool share_rows(const struct plan_area *area, const struct plan_area *other)
{
    return area->row < other->row + other->rows && other->row < area->row + area->rows;
}

static bool share_columns(const struct plan_area *area, const struct plan_area *other)
{
    return area->column < other->column + other->columns && other->column < area->column + area->columns;
}

static bool stands_in_column(const struct plan_area *area, int column)
{
    return area->column <= column && column < area->column + area->columns;
}

static bool is_in_row(const struct plan_area *area, int row)
{
    return area->row <= row && row < area->row + area->rows;
}

static bool is_picture_row(const struct plan *plan, int row)
{
    for (int i = 0; i < plan->area_count; i++)
        if (plan->areas[i].part != PART_PICTURE && is_in_row(&plan->areas[i], row))
            return false;
    return true;
}

/* One that no area stands in alone. */
static void remove_row(struct plan *plan, int row)
{
    plan->row_count--;
    for (int i = row; i < plan->row_count; i++)
        plan->rows[i] = plan->rows[i + 1];
    for (int i = 0; i < plan->area_count; i++) {
        struct plan_area *area = &plan->areas[i];

        if (area->row > row)
            area->row--;
        else if (is_in_row(area, row))
            area->rows--;
    }
}

/* Its rows that nothing else stands in go. */
static void move_picture(struct plan *plan, struct plan_area *to)
{
    struct plan_area *picture = area_of(plan, PART_PICTURE);
    int from = picture->row;

    to->part = PART_PICTURE;
    *picture = plan->areas[--plan->area_count];
    while (from < plan->row_count && is_picture_row(plan, from) && area_of(plan, PART_PICTURE)->rows > 1)
        remove_row(plan, from);
}

/* Over the columns of the other one, which is to go, where nothing else stands there in its rows. */
static void widen(struct plan *plan, struct plan_area *area, const struct plan_area *other)
{
    struct plan_area wide = *area;

    wide.column = int_min(area->column, other->column);
    wide.columns = int_max(area->column + area->columns, other->column + other->columns) - wide.column;
    for (int i = 0; i < plan->area_count; i++)
        if (&plan->areas[i] != area && &plan->areas[i] != other && share_rows(&plan->areas[i], &wide) &&
            share_columns(&plan->areas[i], &wide))
            return;
    *area = wide;
}

void plan_leave_out(struct plan *plan, enum part part)
{
    const struct plan_area *picture = area_of(plan, PART_PICTURE);
    struct plan_area *left = area_of(plan, part), *body = area_of(plan, PART_BODY);
    bool beside = left && body && share_rows(left, body);

    if (beside && picture && !share_rows(picture, body))
        move_picture(plan, left);
    else if (beside)
        widen(plan, body, left);
}

static bool is_alone_in(const struct plan *plan, const struct plan_area *area, int column)
{
    for (int i = 0; i < plan->area_count; i++)
        if (&plan->areas[i] != area && stands_in_column(&plan->areas[i], column))
            return false;
    return true;
}

void plan_narrow(struct plan *plan, enum part part, float share)
{
    const struct plan_area *area = area_of(plan, part);

    for (int i = area ? area->column : 0; area && i < area->column + area->columns; i++)
        if (plan->columns[i].kind == TRACK_PERCENT && is_alone_in(plan, area, i))
            plan->columns[i].size *= share;
}
