/* The grid. Columns are solved first, since heights of text depend on widths; then rows, then rectangles are read off both. */
#include "layout/grid.h"

#include <math.h>
#include <string.h>

/* One direction. From the caller: tracks, count, kept. The rest is solved. */
struct axis {
    const struct track *tracks;
    int count;
    bool kept[PLAN_TRACKS_MAX];
    int whole, inner, origin, gap; /* px: of the space, inside the margin, where that begins, between kept tracks */
    int size[PLAN_TRACKS_MAX], start[PLAN_TRACKS_MAX];
    int first, last; /* kept tracks at the outer edges; first > last if there are none */
};

static bool is_present(const struct grid_request *request, enum part part)
{
    return request->present >> part & 1u;
}

static bool is_within(int at, int from, int count)
{
    return at >= from && at < from + count;
}

static void mark_kept(const struct grid_request *request, struct axis *axis, bool rows)
{
    axis->first = axis->count;
    axis->last = -1;
    for (int i = 0; i < axis->count; i++) {
        bool used = false, present = false;

        for (int k = 0; k < request->plan->area_count; k++) {
            const struct plan_area *area = &request->plan->areas[k];

            if (!is_within(i, rows ? area->row : area->column, rows ? area->rows : area->columns))
                continue;
            used = true;
            present |= is_present(request, area->part);
        }
        axis->kept[i] = present || !used;
        if (axis->kept[i]) {
            axis->first = int_min(axis->first, i);
            axis->last = i;
        }
    }
}

static void axis_init(const struct grid_request *request, struct axis *axis, bool rows)
{
    const struct plan *plan = request->plan;
    float shorter = (float)int_max(0, int_min(request->space.w, request->space.h));
    int margin = (int)lroundf(plan->margin_percent * shorter / 100.0f), kept = 0;

    *axis = (struct axis){
        .tracks = rows ? plan->rows : plan->columns,
        .count = rows ? plan->row_count : plan->column_count,
        .whole = int_max(0, rows ? request->space.h : request->space.w),
        .gap = int_max(0, (int)lroundf(plan->gap_percent * shorter / 100.0f)),
    };
    margin = int_clamp(margin, 0, axis->whole / 2);
    axis->inner = axis->whole - 2 * margin;
    axis->origin = (rows ? request->space.y : request->space.x) + margin;
    mark_kept(request, axis, rows);
    for (int i = 0; i < axis->count; i++)
        kept += axis->kept[i];
    if (kept > 1)
        axis->gap = int_min(axis->gap, axis->inner / (kept - 1));
}

/* Room that tracks of this kind share, so that the sum of the parts is exactly the whole. */
static void share(struct axis *axis, enum track_kind kind, int room)
{
    double total = 0, before = 0;

    for (int i = 0; i < axis->count; i++)
        if (axis->kept[i] && axis->tracks[i].kind == kind)
            total += fmax(0.0, (double)axis->tracks[i].size);
    if (total <= 0)
        return;
    for (int i = 0; i < axis->count; i++) {
        if (!axis->kept[i] || axis->tracks[i].kind != kind)
            continue;
        double after = before + fmax(0.0, (double)axis->tracks[i].size);

        axis->size[i] = (int)lround(room * after / total) - (int)lround(room * before / total);
        before = after;
    }
}

/* Pixels inside the margin that neither gaps nor tracks take; negative when they overflow. */
static int room_left(const struct axis *axis)
{
    int room = axis->inner, kept = 0;

    for (int i = 0; i < axis->count; i++) {
        if (!axis->kept[i])
            continue;
        room -= axis->size[i];
        kept++;
    }
    return room - axis->gap * int_max(0, kept - 1);
}

static void set_percents(struct axis *axis)
{
    double sum = 0;
    int room = room_left(axis); /* of gaps only: nothing else is set yet */

    for (int i = 0; i < axis->count; i++)
        if (axis->kept[i] && axis->tracks[i].kind == TRACK_PERCENT)
            sum += fmax(0.0, (double)axis->tracks[i].size);
    share(axis, TRACK_PERCENT, int_min(room, (int)lround(axis->whole * sum / 100.0)));
}

/* Gives out what is left, to fr tracks or to the last one, and lays the tracks side by side. Returns the overflow. */
static int place(struct axis *axis)
{
    int left = room_left(axis), at = axis->origin;

    if (left > 0) {
        share(axis, TRACK_FRACTION, left);
        left = room_left(axis);
    }
    if (left > 0 && axis->last >= 0)
        axis->size[axis->last] += left;
    for (int i = 0; i < axis->count; i++) {
        axis->start[i] = at;
        if (axis->kept[i])
            at += axis->size[i] + axis->gap;
    }
    return int_max(0, -left);
}

/* One side of a part's rectangle. */
struct side {
    int begin, length;
};

static struct side side_of(const struct axis *axis, int from, int count, bool bleeding)
{
    int last = from + count - 1, edge = axis->origin - (axis->whole - axis->inner) / 2;
    int begin = axis->start[from], end = axis->start[last] + axis->size[last];

    if (bleeding && from == axis->first)
        begin = edge;
    if (bleeding && last == axis->last)
        end = int_max(end, edge + axis->whole);
    return (struct side){begin, end - begin};
}

static bool bleeds(const struct grid_request *request, const struct plan_area *area)
{
    return request->plan->bleed >> area->part & 1u;
}

static int needed_height(const struct grid_request *request, const struct axis *columns, const struct plan_area *area)
{
    int width = side_of(columns, area->column, area->columns, bleeds(request, area)).length;

    return request->height_of ? int_max(0, request->height_of(request->context, area->part, width)) : 0;
}

/* Grows the last auto row of the area until the area is as tall as its part needs. */
static void fit_area(const struct grid_request *request, const struct axis *columns, struct axis *rows, const struct plan_area *area)
{
    int last_auto = -1, given = rows->gap * (area->rows - 1);

    for (int i = area->row; i < area->row + area->rows; i++) {
        if (rows->tracks[i].kind == TRACK_FRACTION)
            return;
        if (rows->tracks[i].kind == TRACK_AUTO)
            last_auto = i;
        given += rows->size[i];
    }
    if (last_auto >= 0)
        rows->size[last_auto] += int_max(0, needed_height(request, columns, area) - given);
}

/* Parts of few rows first, so that those that span more ask only for what is missing. */
static void set_autos(const struct grid_request *request, const struct axis *columns, struct axis *rows)
{
    for (int spanned = 1; spanned <= rows->count; spanned++)
        for (int k = 0; k < request->plan->area_count; k++) {
            const struct plan_area *area = &request->plan->areas[k];

            if (area->rows == spanned && is_present(request, area->part))
                fit_area(request, columns, rows, area);
        }
}

static void check(const struct plan *plan)
{
    ASSERT(plan->column_count >= 1 && plan->column_count <= PLAN_TRACKS_MAX);
    ASSERT(plan->row_count >= 1 && plan->row_count <= PLAN_TRACKS_MAX);
    ASSERT(plan->area_count >= 0 && plan->area_count <= PART_COUNT);
    for (int k = 0; k < plan->area_count; k++) {
        const struct plan_area *area = &plan->areas[k];

        ASSERT(area->column >= 0 && area->columns >= 1 && area->column + area->columns <= plan->column_count);
        ASSERT(area->row >= 0 && area->rows >= 1 && area->row + area->rows <= plan->row_count);
    }
}

int grid_solve(const struct grid_request *request, struct rect rects[PART_COUNT])
{
    const struct plan *plan = request->plan;
    struct track stretched[PLAN_TRACKS_MAX] = {{TRACK_AUTO, 0.0f}};
    struct axis columns, rows;

    check(plan);
    memset(rects, 0, sizeof(rects[0]) * PART_COUNT);
    axis_init(request, &columns, false);
    for (int i = 0; i < plan->column_count; i++)
        stretched[i] = plan->columns[i].kind == TRACK_AUTO ? (struct track){TRACK_FRACTION, 1.0f} : plan->columns[i];
    columns.tracks = stretched;
    set_percents(&columns);
    place(&columns);
    axis_init(request, &rows, true);
    set_percents(&rows);
    set_autos(request, &columns, &rows);
    int overflow = place(&rows);

    for (int k = 0; k < plan->area_count; k++) {
        const struct plan_area *area = &plan->areas[k];
        struct side across = side_of(&columns, area->column, area->columns, bleeds(request, area));
        struct side down = side_of(&rows, area->row, area->rows, bleeds(request, area));

        if (is_present(request, area->part))
            rects[area->part] = (struct rect){across.begin, down.begin, across.length, down.length};
    }
    return overflow;
}
