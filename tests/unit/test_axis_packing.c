/* Rows and folding: what must hold for any labels at any scale. */
#include "axis/packing.h"
#include "axis/clusters.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

enum { LABELS_MAX = 400, TIMELINES = 1000 };

struct timeline {
    struct axis_packing_label labels[LABELS_MAX];
    int rows[LABELS_MAX];
    struct axis_packing packing;
};

static unsigned next(unsigned *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static int compare_labels(const void *one, const void *other)
{
    double a = ((const struct axis_packing_label *)one)->place, b = ((const struct axis_packing_label *)other)->place;

    return (a > b) - (a < b);
}

static void make(struct timeline *timeline, unsigned *seed)
{
    int count = (int)(next(seed) % LABELS_MAX), range = 2 + (int)(next(seed) % 40000), crowd = 1 + (int)(next(seed) % (unsigned)range);

    for (int i = 0; i < count; i++)
        timeline->labels[i] = (struct axis_packing_label){next(seed) % (unsigned)(i % 2 ? crowd : range), 20 + (int)(next(seed) % 500),
                                                          1 + (int)(next(seed) % 3)};
    qsort(timeline->labels, (size_t)count, sizeof(timeline->labels[0]), compare_labels);
    timeline->packing = (struct axis_packing){
        .labels = timeline->labels,
        .count = count,
        .start_place = -range * 0.05,
        .end_place = range * 1.05,
        .px_per_day = axis_packing_level(exp2(next(seed) % 1500 / 100.0 - 5)),
        .row_count = 1 + (int)(next(seed) % 6),
        .gap_px = (int)(next(seed) % 12),
        .end_gap_px = (int)(next(seed) % 20),
    };
}

static double from_of(const struct timeline *timeline, int label, double px_per_day)
{
    double end = timeline->packing.end_place * px_per_day - timeline->packing.end_gap_px;

    return fmin(timeline->labels[label].place * px_per_day, end - timeline->labels[label].length_px);
}

static bool collide(const struct timeline *timeline, int one, int other, double px_per_day)
{
    double a = from_of(timeline, one, px_per_day), b = from_of(timeline, other, px_per_day);
    int gap = timeline->packing.gap_px;

    return a < b + timeline->labels[other].length_px + gap - 1e-6 && b < a + timeline->labels[one].length_px + gap - 1e-6;
}

/* Would this label stand in the row if only labels of its importance or more were there? */
static bool had_room(const struct timeline *timeline, int label, int row)
{
    for (int i = 0; i < timeline->packing.count; i++)
        if (timeline->rows[i] == row && timeline->labels[i].importance <= timeline->labels[label].importance &&
            collide(timeline, label, i, timeline->packing.px_per_day))
            return false;
    return true;
}

static void labels_never_collide(void **state)
{
    static const double closer[] = {1, 1.05, 1.19, 3};
    struct timeline *timeline = mem_alloc(sizeof(*timeline));
    struct arena *arena = arena_create();
    unsigned seed = 11;
    int placed = 0, folded = 0;

    (void)state;
    for (int t = 0; t < TIMELINES; t++) {
        arena_reset(arena);
        make(timeline, &seed);
        axis_packing_rows(arena, &timeline->packing, timeline->rows);
        for (int i = 0; i < timeline->packing.count; i++) {
            if (timeline->rows[i] < 0) {
                folded++;
                for (int row = 0; row < timeline->packing.row_count; row++)
                    assert_false(had_room(timeline, i, row));
                continue;
            }
            placed++;
            assert_true(timeline->rows[i] < timeline->packing.row_count);
            for (int other = 0; other < i; other++)
                for (size_t c = 0; c < COUNTOF(closer) && timeline->rows[other] == timeline->rows[i]; c++)
                    assert_false(collide(timeline, i, other, timeline->packing.px_per_day * closer[c]));
        }
    }
    assert_true(placed > TIMELINES && folded > TIMELINES);
    arena_destroy(arena);
    free(timeline);
}

/* A longer label stays in its row and touches nothing; one that stayed short had no room. */
static void labels_grow_where_there_is_room(void **state)
{
    struct timeline *timeline = mem_alloc(sizeof(*timeline)), *grown = mem_alloc(sizeof(*grown));
    struct arena *arena = arena_create();
    unsigned seed = 17;
    int more[LABELS_MAX], wider = 0, kept = 0;
    bool wide[LABELS_MAX];

    (void)state;
    for (int t = 0; t < TIMELINES / 4; t++) {
        arena_reset(arena);
        make(timeline, &seed);
        axis_packing_rows(arena, &timeline->packing, timeline->rows);
        for (int i = 0; i < timeline->packing.count; i++)
            more[i] = next(&seed) % 2 ? 0 : 30 + (int)(next(&seed) % 60);
        axis_packing_widen(arena, &timeline->packing, &(struct axis_packing_wish){timeline->rows, more}, wide);
        *grown = *timeline;
        grown->packing.labels = grown->labels;
        for (int i = 0; i < grown->packing.count; i++) {
            grown->labels[i].length_px += wide[i] ? more[i] : 0;
            wider += wide[i];
            assert_false(wide[i] && (more[i] == 0 || timeline->rows[i] < 0));
        }
        for (int i = 0; i < grown->packing.count; i++) {
            bool touches = false;

            grown->labels[i].length_px += wide[i] ? 0 : more[i];
            for (int other = 0; other < grown->packing.count && grown->rows[i] >= 0; other++)
                touches =
                    touches || (other != i && grown->rows[other] == grown->rows[i] && collide(grown, i, other, grown->packing.px_per_day));
            assert_false(wide[i] && touches);
            assert_false(!wide[i] && more[i] > 0 && grown->rows[i] >= 0 && !touches);
            kept += !wide[i] && more[i] > 0;
            grown->labels[i].length_px -= wide[i] ? 0 : more[i];
        }
    }
    assert_true(wider > TIMELINES && kept > TIMELINES);
    arena_destroy(arena);
    free(grown);
    free(timeline);
}

/* The later of two neighbours stands nearer to the axis; importance 1 flies highest, the earlier above the later. */
static void rows_are_chosen_for_clean_stems(void **state)
{
    const struct axis_packing_label labels[] = {{0, 100, 2}, {50, 100, 2}, {60, 100, 1}, {90, 100, 3}, {1000, 100, 1}, {1040, 100, 1}};
    static const int expected[] = {1, 0, 3, 2, 3, 2};
    struct axis_packing packing = {labels, COUNTOF(labels), -100, 2000, 1, 4, 2, 0};
    struct arena *arena = arena_create();
    int rows[COUNTOF(labels)];

    (void)state;
    axis_packing_rows(arena, &packing, rows);
    for (size_t i = 0; i < COUNTOF(labels); i++)
        assert_int_equal(rows[i], expected[i]);
    packing.row_count = 1;
    axis_packing_rows(arena, &packing, rows);
    assert_int_equal(rows[2], 0); /* where there is no room the most important keeps its place */
    assert_true(rows[0] < 0 && rows[1] < 0 && rows[3] < 0);
    assert_int_equal(rows[4], 0); /* and of two that are equal the earlier */
    assert_true(rows[5] < 0);
    packing.count = 0;
    axis_packing_rows(arena, &packing, rows);
    arena_destroy(arena);
}

static void levels_are_a_ladder(void **state)
{
    (void)state;
    for (int i = 0; i < 5000; i++) {
        double scale = 0.001 * pow(1.003, i);
        double level = axis_packing_level(scale);

        assert_true(level <= scale * (1 + 1e-12) && level * 1.1893 > scale);
        assert_true(fabs(axis_packing_level(level * 1.0001) - level) < 1e-9 * level);
    }
}

/* Each folded label belongs to one group, which begins with its first and ends before the pitch. */
static void folded_labels_stand_in_groups(void **state)
{
    enum { COUNT = 300, PITCH_PX = 55 };
    double days[COUNT];
    bool folded[COUNT];
    int groups[COUNT];
    unsigned seed = 5;

    (void)state;
    for (int t = 0; t < TIMELINES; t++) {
        struct axis_folding folding = {days, folded, COUNT, exp2(next(&seed) % 800 / 100.0 - 4), PITCH_PX};
        int last = -1;

        for (int i = 0; i < COUNT; i++) {
            days[i] = (i ? days[i - 1] : 0) + next(&seed) % 20;
            folded[i] = next(&seed) % 3 > 0;
        }
        axis_clusters_fold(&folding, groups);
        for (int i = 0; i < COUNT; i++) {
            int group = groups[i];

            assert_int_equal(group >= 0, folded[i]);
            if (group < 0)
                continue;
            assert_true(group == last || group == i);
            assert_true((days[i] - days[group]) * folding.px_per_day < PITCH_PX);
            if (group == i)
                assert_true(last < 0 || (days[i] - days[last]) * folding.px_per_day >= PITCH_PX);
            last = group;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_never_collide),
        cmocka_unit_test(labels_grow_where_there_is_room),
        cmocka_unit_test(rows_are_chosen_for_clean_stems),
        cmocka_unit_test(levels_are_a_ladder),
        cmocka_unit_test(folded_labels_stand_in_groups),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
