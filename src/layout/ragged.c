/* Least raggedness by dynamic programming over line ends: the number of lines first, the gaps second. */
#include "layout/ragged.h"

/* Gaps are counted in 4096ths of the width: a line costs about 2^24 at most, so that one line more outweighs the gaps of 2^15 lines. */
static const int64_t gap_unit = 4096, line_cost = INT64_C(1) << 40;

/* What else disturbs the eye, as the gap that would disturb as much, in parts of the width. */
enum { LONELY_LINE_GAP = 2, HYPHEN_GAP = 8, POOR_END_GAP = 8 };

/* A last line shorter than this part of the width looks lost, be it one word or two. */
enum { LONELY_LINE_WIDTH = 3 };

struct ragged_end {
    int64_t cost;
    int from; /* first item of the line that ends here */
};

int ragged_width(const struct ragged_item *items, int from, int to)
{
    int width = 0;

    for (int i = from; i < to; i++)
        width += items[i].width_px + (i + 1 < to ? items[i].space_px : items[i].hyphen_px);
    return width;
}

static int64_t squared(int64_t value)
{
    return value * value;
}

static int64_t end_cost(const struct ragged_item *last)
{
    return (last->hyphen_px > 0 ? squared(gap_unit / HYPHEN_GAP) : 0) + (last->poor_end ? squared(gap_unit / POOR_END_GAP) : 0);
}

/* The items from..to - 1, that wide. */
struct ragged_line {
    int from, to, width;
};

static int64_t cost_of(const struct ragged_text *text, struct ragged_line line)
{
    int64_t gap = line.width < text->width_px ? (text->width_px - line.width) * gap_unit / text->width_px : 0;

    if (line.to < text->count)
        return line_cost + squared(gap) + end_cost(&text->items[line.to - 1]);
    int64_t cost = line_cost + (text->even_last ? squared(gap) : 0);

    if (line.from > 0 && line.width * LONELY_LINE_WIDTH < text->width_px)
        cost += squared(gap_unit / LONELY_LINE_GAP);
    return cost;
}

/* Best way to end a line behind item `to` - 1: tries every beginning, backwards, until the line is full. */
static struct ragged_end best_at(const struct ragged_text *text, const struct ragged_end *best, int to)
{
    const struct ragged_item *items = text->items;
    struct ragged_end found = {INT64_MAX, to - 1};
    int width = items[to - 1].hyphen_px;

    for (int from = to - 1; from >= 0; from--) {
        width += items[from].width_px;
        if (from < to - 1) {
            width += items[from].space_px;
            if (width > text->width_px)
                break;
        }
        int64_t cost = best[from].cost + cost_of(text, (struct ragged_line){from, to, width});

        if (cost < found.cost)
            found = (struct ragged_end){cost, from};
    }
    return found;
}

int ragged_choose(struct arena *scratch, const struct ragged_text *text, int *ends)
{
    struct ragged_end *best = ARENA_ARRAY(scratch, struct ragged_end, text->count + 1);
    int lines = 0;

    for (int to = 1; to <= text->count; to++)
        best[to] = best_at(text, best, to);
    for (int to = text->count; to > 0; to = best[to].from)
        lines++;
    for (int to = text->count, line = lines; to > 0; to = best[to].from)
        ends[--line] = to;
    return lines;
}
