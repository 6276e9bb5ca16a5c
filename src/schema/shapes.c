/* Numbers as make.py writes them: whole, of six digits at most. */
#include "schema/shapes.h"

#include "exhibit/land.h"

#include <string.h>

enum { DIGITS_MAX = 6, RING_POINTS_LEAST = 3 };

/* Reads a whole number at *at and moves behind it. */
static bool read_whole(const char **at, int *value)
{
    bool negative = **at == '-';
    const char *digits = *at + negative;
    int count = 0;

    for (*value = 0; digits[count] >= '0' && digits[count] <= '9'; count++) {
        if (count == DIGITS_MAX)
            return false;
        *value = *value * 10 + (digits[count] - '0');
    }
    *at = digits + count;
    if (negative)
        *value = -*value;
    return count > 0;
}

void shapes_read_box(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    int numbers[4];
    bool fits = node->kind == NODE_LIST && node->count == (int)COUNTOF(numbers);

    for (int i = 0; fits && i < (int)COUNTOF(numbers); i++) {
        const char *at = node->items[i].kind == NODE_SCALAR ? node->items[i].text : "";

        fits = read_whole(&at, &numbers[i]) && !*at;
    }
    if (!fits || numbers[2] <= 0 || numbers[3] <= 0) {
        report_error(&reader->report, node->origin,
                     CODED("value-wrong") "%s: write four whole numbers, the left, the top, width and height: [-500, -400, 1000, 800]",
                     row->key);
        return;
    }
    struct rect box = {numbers[0], numbers[1], numbers[2], numbers[3]};

    memcpy((char *)target + row->at, &box, sizeof(box));
}

/* The point behind the letter at *at. */
static bool read_point(const char **at, struct point *point)
{
    int x, y;

    ++*at;
    if (!read_whole(at, &x) || *(*at)++ != ' ' || !read_whole(at, &y))
        return false;
    *point = (struct point){(float)x, (float)y};
    return true;
}

static int count_letters(const char *text, const char *letters)
{
    int count = 0;

    for (; (text = strpbrk(text, letters)); text++)
        count++;
    return count;
}

/* The outline has room for as many points and rings as the text has letters M and L. */
static bool read_rings(const char *at, struct outline *outline)
{
    int count = 0;

    while (*at == 'M') {
        int first = count;

        do {
            if (!read_point(&at, &outline->points[count++]))
                return false;
        } while (*at == 'L');
        if (*at++ != 'Z' || count - first < RING_POINTS_LEAST)
            return false;
        outline->ends[outline->ring_count++] = count;
    }
    return !*at && outline->ring_count > 0;
}

void shapes_read_outline(struct reader *reader, const struct schema_row *row, const struct node *node, void *target)
{
    struct outline outline = {
        .points = ARENA_ARRAY(reader->arena, struct point, count_letters(node->text, "ML")),
        .ends = ARENA_ARRAY(reader->arena, int, count_letters(node->text, "M")),
    };

    if (read_rings(node->text, &outline))
        memcpy((char *)target + row->at, &outline, sizeof(outline));
    else
        report_error(&reader->report, node->origin,
                     CODED("map-file-wrong") "%s: this is no outline; make the map's file anew with assets/maps/make.py, which writes \"M0 "
                                             "0L10 0L10 10Z\"",
                     row->key);
}
