/* Time is told by its marks: where events and eras begin, end and stand. Between two of them that lie far apart the axis keeps its scale
 * for a while on both sides, so that ticks stand there, and what remains is pressed together. */
#include "exhibit/breaks.h"

#include <stdlib.h>

/* Of all time: a stretch longer than LONG is drawn as if it were SHORT; of that so much on each side is true to scale. */
static const double LONG = 0.05, SHORT = 0.02, TRUE_SIDE = 0.35;

struct marks {
    double *days;
    int count;
};

static void add_ends(struct marks *marks, const struct dating *dating)
{
    struct extent extent = dating_extent(dating);

    marks->days[marks->count++] = extent.earliest;
    marks->days[marks->count++] = extent.latest;
}

static int compare_days(const void *one, const void *other)
{
    double a = *(const double *)one, b = *(const double *)other;

    return (a > b) - (a < b);
}

static struct marks collect(const struct exhibit *exhibit)
{
    struct marks marks = {.days = mem_alloc(sizeof(double) * 3 * (size_t)(exhibit->event_count + exhibit->era_count + 1))};

    for (int i = 0; i < exhibit->event_count; i++) {
        add_ends(&marks, &exhibit->events[i].when);
        marks.days[marks.count++] = dating_point(&exhibit->events[i].when);
    }
    for (int i = 0; i < exhibit->era_count; i++)
        add_ends(&marks, &exhibit->eras[i].when);
    qsort(marks.days, (size_t)marks.count, sizeof(*marks.days), compare_days);
    return marks;
}

void breaks_find(struct exhibit *exhibit, struct arena *arena)
{
    struct marks marks = collect(exhibit);
    double all = marks.count > 0 ? marks.days[marks.count - 1] - marks.days[0] : 0, saved = 0;

    exhibit->breaks = exhibit->compress ? ARENA_ARRAY(arena, struct time_break, marks.count) : NULL;
    exhibit->break_count = 0;
    for (int i = 1; i < marks.count && exhibit->compress; i++) {
        double from = marks.days[i - 1], to = marks.days[i], side = TRUE_SIDE * SHORT * all;

        if (to - from <= LONG * all)
            continue;
        struct time_break *made = &exhibit->breaks[exhibit->break_count++];

        *made = (struct time_break){.from = from + side, .to = to - side, .place_from = from + side - saved};
        made->place_to = made->place_from + (1 - 2 * TRUE_SIDE) * SHORT * all;
        saved = made->to - made->place_to;
    }
    free(marks.days);
}
