/* Reading and printing them. */
#include "support/drawn_plan.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static enum part part_named(const char *name, size_t length)
{
    for (int i = 0; i < PART_COUNT; i++)
        if (strlen(part_names[i]) == length && strncmp(part_names[i], name, length) == 0)
            return (enum part)i;
    fail_msg("no part named %.*s", (int)length, name);
    return PART_COUNT;
}

/* "45% 2fr auto" */
static int read_tracks(const char *text, struct track *tracks)
{
    int count = 0;

    for (const char *at = text; *at; at += strspn(at, " ")) {
        char *end;
        float size = strtof(at, &end);

        tracks[count++] = (struct track){*end == '%' ? TRACK_PERCENT : end > at ? TRACK_FRACTION : TRACK_AUTO, size};
        at += strcspn(at, " ");
    }
    return count;
}

static void grow_area(struct plan *plan, enum part part, int column, int row)
{
    for (int i = 0; i < plan->area_count; i++) {
        struct plan_area *area = &plan->areas[i];

        if (area->part != part)
            continue;
        area->columns = int_max(area->columns, column - area->column + 1);
        area->rows = int_max(area->rows, row - area->row + 1);
        return;
    }
    plan->areas[plan->area_count++] = (struct plan_area){part, column, row, 1, 1};
}

/* "picture title / picture body", "." for an empty cell */
static void read_areas(const char *text, struct plan *plan)
{
    int column = 0, row = 0;

    for (const char *at = text; *at; at += strspn(at, " ")) {
        size_t length = strcspn(at, " ");

        if (*at == '/') {
            column = 0;
            row++;
        } else {
            if (*at != '.')
                grow_area(plan, part_named(at, length), column, row);
            column++;
        }
        at += length;
    }
}

unsigned drawn_plan_parts(const char *text)
{
    unsigned parts = 0;

    for (const char *at = text; *at; at += strspn(at, " ")) {
        size_t length = strcspn(at, " ");

        parts |= 1u << part_named(at, length);
        at += length;
    }
    return parts;
}

void drawn_plan_heights(const char *text, int heights[PART_COUNT])
{
    for (const char *at = text; *at; at += strspn(at, " ")) {
        size_t length = strcspn(at, " ");
        char *end;

        heights[part_named(at, length)] = (int)strtol(at + length, &end, 10);
        at = end;
    }
}

struct plan drawn_plan_read(const struct drawn_plan *drawn)
{
    struct plan plan = {.gap_percent = drawn->gap, .margin_percent = drawn->margin, .bleed = drawn_plan_parts(drawn->bleed)};

    plan.column_count = read_tracks(drawn->columns, plan.columns);
    plan.row_count = read_tracks(drawn->rows, plan.rows);
    read_areas(drawn->areas, &plan);
    return plan;
}

void drawn_plan_print(const struct rect rects[PART_COUNT], struct buffer *out)
{
    buffer_add(out, "", 0);
    for (int i = 0; i < PART_COUNT; i++)
        if (rects[i].w > 0)
            buffer_printf(out, "%s %d,%d %dx%d;", part_names[i], rects[i].x, rects[i].y, rects[i].w, rects[i].h);
}
