/* The grid. Columns are solved first, since heights of text depend on widths; then rows, then rectangles are read off both. */
#include "layout/grid.h"

#include <math.h>
#include <string.h>

/* One direction. From the plan: tracks, count, kept. The rest is solved. */
struct grid_axis {
    struct track tracks[PLAN_TRACKS_MAX];
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

/* The tracks of an area in one direction. */
struct grid_span {
    int from, count;
};

static struct grid_span span_of(const struct plan_area *area, bool rows)
{
    return rows ? (struct grid_span){area->row, area->rows} : (struct grid_span){area->column, area->columns};
}

static bool is_within(int at, struct grid_span span)
{
    return at >= span.from && at < span.from + span.count;
}

static void mark_kept(const struct grid_request *request, struct grid_axis *axis, bool rows)
{
    axis->first = axis->count;
    axis->last = -1;
    for (int i = 0; i < axis->count; i++) {
        bool used = false, present = false;

        for (int k = 0; k < request->plan->area_count; k++) {
            const struct plan_area *area = &request->plan->areas[k];

            if (!is_within(i, span_of(area, rows)))
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

static void axis_init(const struct grid_request *request, struct grid_axis *axis, bool rows)
{
    const struct plan *plan = request->plan;
    float shorter = (float)int_max(0, int_min(request->space.w, request->space.h));
    int margin = (int)lroundf(plan->margin_percent * shorter / 100.0f), kept = 0;

    *axis = (struct grid_axis){
        .count = rows ? plan->row_count : plan->column_count,
        .whole = int_max(0, rows ? request->space.h : request->space.w),
        .gap = int_max(0, (int)lroundf(plan->gap_percent * shorter / 100.0f)),
    };
    memcpy(axis->tracks, rows ? plan->rows : plan->columns, sizeof(axis->tracks));
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
static void share(struct grid_axis *axis, enum track_kind kind, int room)
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
static int room_left(const struct grid_axis *axis)
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

static void set_percents(struct grid_axis *axis)
{
    double sum = 0;
    int room = room_left(axis); /* of gaps only: nothing else is set yet */

    for (int i = 0; i < axis->count; i++)
        if (axis->kept[i] && axis->tracks[i].kind == TRACK_PERCENT)
            sum += fmax(0.0, (double)axis->tracks[i].size);
    share(axis, TRACK_PERCENT, int_min(room, (int)lround(axis->whole * sum / 100.0)));
}

/* Gives out what is left, to fr tracks or to the last one. Returns the overflow. */
static int give_rest(struct grid_axis *axis)
{
    int left = room_left(axis);

    if (left > 0) {
        share(axis, TRACK_FRACTION, left);
        left = room_left(axis);
    }
    if (left > 0 && axis->last >= 0)
        axis->size[axis->last] += left;
    return int_max(0, -left);
}

/* Side by side. */
static void lay_tracks(struct grid_axis *axis)
{
    int at = axis->origin;

    for (int i = 0; i < axis->count; i++) {
        axis->start[i] = at;
        if (axis->kept[i])
            at += axis->size[i] + axis->gap;
    }
}

/* What is solved, columns first. */
struct grid_solution {
    const struct grid_request *request;
    struct grid_axis columns, rows;
};

/* A part's rectangle in one direction. */
struct grid_side {
    int begin, length;
};

static struct grid_side side_of(const struct grid_axis *axis, struct grid_span span, bool bleeding)
{
    int last = span.from + span.count - 1, edge = axis->origin - (axis->whole - axis->inner) / 2;
    int begin = axis->start[span.from], end = axis->start[last] + axis->size[last];

    if (bleeding && span.from == axis->first)
        begin = edge;
    if (bleeding && last == axis->last)
        end = int_max(end, edge + axis->whole);
    return (struct grid_side){begin, end - begin};
}

static bool bleeds(const struct grid_request *request, const struct plan_area *area)
{
    return request->plan->bleed >> area->part & 1u;
}

static struct grid_side across(const struct grid_solution *grid, const struct plan_area *area)
{
    return side_of(&grid->columns, span_of(area, false), bleeds(grid->request, area));
}

static struct grid_side down(const struct grid_solution *grid, const struct plan_area *area)
{
    return side_of(&grid->rows, span_of(area, true), bleeds(grid->request, area));
}

static int needed_height(const struct grid_solution *grid, const struct plan_area *area)
{
    const struct grid_request *request = grid->request;

    return request->height_of ? int_max(0, request->height_of(request->context, area->part, across(grid, area).length)) : 0;
}

/* Grows the last auto row of the area until the area is as tall as its part needs. */
static void fit_area(struct grid_solution *grid, const struct plan_area *area)
{
    struct grid_axis *rows = &grid->rows;
    int last_auto = -1, given = rows->gap * (area->rows - 1);

    for (int i = area->row; i < area->row + area->rows; i++) {
        if (rows->tracks[i].kind == TRACK_FRACTION)
            return;
        if (rows->tracks[i].kind == TRACK_AUTO)
            last_auto = i;
        given += rows->size[i];
    }
    if (last_auto >= 0)
        rows->size[last_auto] += int_max(0, needed_height(grid, area) - given);
}

/* Parts of few rows first, so that those that span more ask only for what is missing. */
static void set_autos(struct grid_solution *grid)
{
    const struct plan *plan = grid->request->plan;

    for (int spanned = 1; spanned <= plan->row_count; spanned++)
        for (int k = 0; k < plan->area_count; k++)
            if (plan->areas[k].rows == spanned && is_present(grid->request, plan->areas[k].part))
                fit_area(grid, &plan->areas[k]);
}

/* ---- the picture ---- */

static const struct plan_area *planned(const struct plan *plan, enum part part)
{
    for (int k = 0; k < plan->area_count; k++)
        if (plan->areas[k].part == part)
            return &plan->areas[k];
    return NULL;
}

static bool shares_rows(const struct plan_area *one, const struct plan_area *other)
{
    return one->row < other->row + other->rows && other->row < one->row + one->rows;
}

/* Beside the picture, and beyond it: whatever the picture gives to the text or takes of it, such an area keeps its height. */
static bool outlasts(const struct plan_area *area, const struct plan_area *picture)
{
    return shares_rows(area, picture) && (area->row < picture->row || area->row + area->rows > picture->row + picture->rows);
}

static bool is_picture_row(const struct plan *plan, int row)
{
    const struct plan_area *picture = planned(plan, PART_PICTURE);

    if (plan->rows[row].kind != TRACK_PERCENT || !picture || !is_within(row, span_of(picture, true)))
        return false;
    for (int k = 0; k < plan->area_count; k++) {
        const struct plan_area *area = &plan->areas[k];

        if (area != picture && is_within(row, span_of(area, true)) && !outlasts(area, picture))
            return false;
    }
    return true;
}

bool grid_has_picture_row(const struct plan *plan)
{
    for (int i = 0; i < plan->row_count; i++)
        if (is_picture_row(plan, i))
            return true;
    return false;
}

/* NULL for a part that is absent or has no place. */
static const struct plan_area *area_of(const struct grid_request *request, enum part part)
{
    for (int k = 0; k < request->plan->area_count; k++)
        if (request->plan->areas[k].part == part && is_present(request, part))
            return &request->plan->areas[k];
    return NULL;
}

static bool covers(const struct plan_area *picture, const struct plan_area *area)
{
    return picture->column <= area->column && picture->column + picture->columns >= area->column + area->columns;
}

/* The part whose height is what the others leave, in the picture's columns. */
static const struct plan_area *elastic_area(const struct grid_request *request, const struct plan_area *picture)
{
    const struct plan_area *area = NULL;

    for (int part = PART_COUNT - 1; part >= 0 && !area; part--)
        if (request->blocks >> part & 1u)
            area = area_of(request, (enum part)part);
    if (!area || outlasts(area, picture))
        area = area_of(request, PART_BODY);
    return area && covers(picture, area) ? area : NULL;
}

/* Height that no part in the row needs, below or above the picture. */
static int spare_height(const struct grid_solution *grid, const struct plan_area *picture, int row)
{
    const struct plan *plan = grid->request->plan;
    int spare = grid->rows.size[row];

    for (int k = 0; k < plan->area_count; k++) {
        const struct plan_area *area = &plan->areas[k];

        if (is_present(grid->request, area->part) && is_within(row, span_of(area, true)) && !outlasts(area, picture))
            spare = int_min(spare, down(grid, area).length - needed_height(grid, area));
    }
    return spare;
}

/* The row of the area that has most to give. */
static int slackest_row(const struct grid_solution *grid, const struct plan_area *picture, const struct plan_area *area)
{
    int best = area->row;

    for (int i = area->row + 1; i < area->row + area->rows; i++)
        if (spare_height(grid, picture, i) > spare_height(grid, picture, best))
            best = i;
    return best;
}

/* So that no hole stays between picture and text. */
static void grow_picture(struct grid_solution *grid)
{
    const struct grid_request *request = grid->request;
    const struct plan_area *picture = area_of(request, PART_PICTURE), *giver = picture ? elastic_area(request, picture) : NULL;

    if (request->picture_most_px == 0 || !giver)
        return;
    bool above = picture->row + picture->rows <= giver->row, below = picture->row >= giver->row + giver->rows;

    if (!above && !below)
        return;
    int from = slackest_row(grid, picture, giver), to = above ? picture->row + picture->rows - 1 : picture->row;
    int given = int_min(spare_height(grid, picture, from), request->picture_most_px - down(grid, picture).length);

    if (given <= 0)
        return;
    grid->rows.size[from] -= given;
    grid->rows.size[to] += given;
    lay_tracks(&grid->rows);
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

static void solve_columns(struct grid_solution *grid)
{
    struct grid_axis *columns = &grid->columns;

    axis_init(grid->request, columns, false);
    for (int i = 0; i < columns->count; i++)
        if (columns->tracks[i].kind == TRACK_AUTO)
            columns->tracks[i] = (struct track){TRACK_FRACTION, 1.0f};
    set_percents(columns);
    give_rest(columns);
    lay_tracks(columns);
}

/* Returns the overflow. */
static int solve_rows(struct grid_solution *grid)
{
    struct grid_axis *rows = &grid->rows;
    int overflow;

    axis_init(grid->request, rows, true);
    for (int i = 0; i < rows->count; i++)
        if (is_picture_row(grid->request->plan, i))
            rows->tracks[i].size *= grid->request->picture_share;
    set_percents(rows);
    set_autos(grid);
    overflow = give_rest(rows);
    lay_tracks(rows);
    grow_picture(grid);
    return overflow;
}

int grid_solve(const struct grid_request *request, struct rect rects[PART_COUNT])
{
    struct grid_solution grid = {.request = request};
    int overflow;

    check(request->plan);
    solve_columns(&grid);
    overflow = solve_rows(&grid);
    memset(rects, 0, sizeof(rects[0]) * PART_COUNT);
    for (int k = 0; k < request->plan->area_count; k++) {
        const struct plan_area *area = &request->plan->areas[k];
        struct grid_side x = across(&grid, area), y = down(&grid, area);

        if (is_present(request, area->part))
            rects[area->part] = (struct rect){x.begin, y.begin, x.length, y.length};
    }
    return overflow;
}
