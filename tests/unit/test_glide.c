/* glide: rests, runs, is caught without a jump. */
#include "base/tween.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static void runs_and_rests(void **state)
{
    struct glide glide;
    float last = 2;

    (void)state;
    glide_set(&glide, 2);
    assert_false(glide_running(&glide, 0));
    glide_run(&glide, 3, 1000, 600);
    for (int64_t now = 1000; now < 1600; now += 16) {
        float at = glide_at(&glide, now);

        assert_true(at >= last && at <= 3);
        last = at;
    }
    assert_true(glide_at(&glide, 1600) == 3);
    assert_false(glide_running(&glide, 1600));
}

static void caught_and_reversed_without_jump(void **state)
{
    struct glide glide;

    (void)state;
    glide_set(&glide, 0);
    glide_run(&glide, 1, 0, 600);
    float caught = glide_at(&glide, 200);

    glide_hold(&glide, 200);
    assert_true(glide_at(&glide, 5000) == caught);
    glide_move(&glide, -0.1F, 0, 5);
    assert_true(fabsf(glide_at(&glide, 5000) - (caught - 0.1F)) < 1e-6F);
    glide_move(&glide, -100, 0, 5);
    assert_true(glide_at(&glide, 5000) == 0);
    glide_move(&glide, 0.5F, 0, 5);
    glide_run(&glide, 0, 6000, 300);
    assert_true(glide_at(&glide, 6000) == 0.5F);
    assert_true(glide_at(&glide, 6300) == 0);
}

static void no_distance_no_run(void **state)
{
    struct glide glide;

    (void)state;
    glide_set(&glide, 4);
    glide_run(&glide, 4, 0, 600);
    assert_false(glide_running(&glide, 0));
    glide_run(&glide, 5, 0, 0);
    assert_true(glide_at(&glide, 0) == 5);
}

static void reach_keeps_the_speed(void **state)
{
    struct glide glide;
    float velocity = 300;

    (void)state;
    glide_set(&glide, 100);
    glide_run(&glide, glide_reach(100, velocity, 900), 0, 900);
    float first = (glide_at(&glide, 5) - 100) / 0.005F;

    assert_true(fabsf(first - velocity) < velocity * 0.03F);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(runs_and_rests),
        cmocka_unit_test(caught_and_reversed_without_jump),
        cmocka_unit_test(no_distance_no_run),
        cmocka_unit_test(reach_keeps_the_speed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
