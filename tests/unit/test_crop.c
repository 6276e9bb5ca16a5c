/* What of a picture is seen where it is cropped. */
#include "layout/crop.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static bool is_near(float one, float other)
{
    return one > other - 0.0001F && one < other + 0.0001F;
}

static void what_is_kept_stays_in_view(void **state)
{
    static const struct {
        struct size place;
        double aspect;
        struct share_rect keep;
        struct point focus, held;
    } rows[] = {
        /* a square shows the half of its width */
        {{100, 100}, 2, {0, 0, 0, 0}, {0.1F, 0.9F}, {0.1F, 0.9F}},
        {{100, 100}, 2, {0.4F, 0, 0.2F, 1}, {0.5F, 0.5F}, {0.5F, 0.5F}},
        {{100, 100}, 2, {0, 0, 0.2F, 1}, {0.5F, 0.5F}, {0.25F, 0.5F}},
        {{100, 100}, 2, {0.8F, 0, 0.2F, 1}, {0.5F, 0.5F}, {0.75F, 0.5F}},
        {{100, 100}, 2, {0.3F, 0, 0.5F, 1}, {0.2F, 0.5F}, {0.55F, 0.5F}},
        {{100, 100}, 2, {0.5F, 0.9F, 0.3F, 0.1F}, {0.2F, 0.5F}, {0.55F, 0.5F}},
        /* more than can be seen: nothing else is */
        {{100, 100}, 2, {0.1F, 0, 0.8F, 1}, {0.5F, 0.5F}, {0.5F, 0.5F}},
        {{100, 100}, 2, {0.1F, 0, 0.8F, 1}, {0, 0.5F}, {0.35F, 0.5F}},
        {{100, 100}, 2, {0.1F, 0, 0.8F, 1}, {1, 0.5F}, {0.65F, 0.5F}},
        /* the same down */
        {{200, 100}, 1, {0, 0.8F, 1, 0.2F}, {0.5F, 0.5F}, {0.5F, 0.75F}},
        {{200, 100}, 1, {0, 0.1F, 1, 0.8F}, {0.5F, 0}, {0.5F, 0.35F}},
        {{0, 0}, 1, {0, 0.1F, 1, 0.8F}, {0.5F, 0}, {0.5F, 0}},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct point held = crop_focus(rows[i].place, rows[i].aspect, rows[i].keep, rows[i].focus);

        if (!is_near(held.x, rows[i].held.x) || !is_near(held.y, rows[i].held.y))
            fail_msg("row %zu: %f %f", i, (double)held.x, (double)held.y);
    }
}

static void what_is_kept_is_never_cut(void **state)
{
    static const struct {
        struct rect place;
        double aspect;
        struct share_rect keep;
        struct rect found;
    } rows[] = {
        {{10, 20, 100, 100}, 2, {0, 0, 0, 0}, {10, 20, 100, 100}},
        {{10, 20, 100, 100}, 2, {0.2F, 0.2F, 0.5F, 0.6F}, {10, 20, 100, 100}},
        {{10, 20, 100, 100}, 2, {0.2F, 0.2F, 0.8F, 0.6F}, {10, 39, 100, 62}}, /* 1.6 times as wide as high */
        {{10, 20, 100, 100}, 2, {0, 0, 1, 1}, {10, 45, 100, 50}},
        {{10, 20, 200, 100}, 1, {0, 0, 1, 1}, {60, 20, 100, 100}},
        {{10, 20, 200, 100}, 1, {0, 0.1F, 0.5F, 0.8F}, {47, 20, 125, 100}},
        {{10, 20, 100, 99}, 1, {0, 0, 1, 1}, {10, 20, 100, 99}},
        {{10, 20, 0, 99}, 1, {0, 0, 1, 1}, {10, 20, 0, 99}},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct rect found = crop_place(rows[i].place, rows[i].aspect, rows[i].keep);

        if (found.x != rows[i].found.x || found.y != rows[i].found.y || found.w != rows[i].found.w || found.h != rows[i].found.h)
            fail_msg("row %zu: %d %d %d %d", i, found.x, found.y, found.w, found.h);
    }
}

static void a_part_lies_where_it_is_seen(void **state)
{
    static const struct {
        struct rect place;
        double aspect;
        struct point focus;
        struct share_rect part;
        struct rect found;
    } rows[] = {
        {{10, 20, 100, 100}, 1, {0.5F, 0.5F}, {0.1F, 0.2F, 0.3F, 0.4F}, {20, 40, 30, 40}},
        {{10, 20, 100, 100}, 2, {0.5F, 0.5F}, {0, 0, 1, 1}, {-40, 20, 200, 100}},
        {{10, 20, 100, 100}, 2, {0, 0.5F}, {0.25F, 0.5F, 0.25F, 0.5F}, {60, 70, 50, 50}}, /* from its own edge at most */
        {{10, 20, 100, 100}, 2, {1, 0.5F}, {0.5F, 0, 0.5F, 1}, {10, 20, 100, 100}},
        {{10, 20, 100, 100}, 0.5, {0.5F, 0.3F}, {0, 0.05F, 1, 0.5F}, {10, 20, 100, 100}},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct rect found = crop_part(rows[i].place, rows[i].aspect, rows[i].focus, rows[i].part);

        if (!rect_equal(found, rows[i].found))
            fail_msg("row %zu: %d %d %d %d", i, found.x, found.y, found.w, found.h);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_kept_stays_in_view),
        cmocka_unit_test(what_is_kept_is_never_cut),
        cmocka_unit_test(a_part_lies_where_it_is_seen),
    };

    return cmocka_run_group_tests_name("crop", tests, NULL, NULL);
}
