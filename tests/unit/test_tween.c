/* tween: rests, runs, is caught without a jump. */
#include "base/tween.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static void runs_and_rests(void **state)
{
    struct tween tween;
    float last = 2;

    (void)state;
    tween_set(&tween, 2);
    assert_false(tween_running(&tween, 0));
    tween_run(&tween, 3, 1000, 600);
    for (int64_t now = 1000; now < 1600; now += 16) {
        float at = tween_at(&tween, now);

        assert_true(at >= last && at <= 3);
        last = at;
    }
    assert_true(tween_at(&tween, 1600) == 3);
    assert_false(tween_running(&tween, 1600));
}

static void caught_and_reversed_without_jump(void **state)
{
    struct tween tween;

    (void)state;
    tween_set(&tween, 0);
    tween_run(&tween, 1, 0, 600);
    float caught = tween_at(&tween, 200);

    tween_hold(&tween, 200);
    assert_true(tween_at(&tween, 5000) == caught);
    tween_move(&tween, -0.1F, 0, 5);
    assert_true(fabsf(tween_at(&tween, 5000) - (caught - 0.1F)) < 1e-6F);
    tween_move(&tween, -100, 0, 5);
    assert_true(tween_at(&tween, 5000) == 0);
    tween_move(&tween, 0.5F, 0, 5);
    tween_run(&tween, 0, 6000, 300);
    assert_true(tween_at(&tween, 6000) == 0.5F);
    assert_true(tween_at(&tween, 6300) == 0);
}

static void no_distance_no_run(void **state)
{
    struct tween tween;

    (void)state;
    tween_set(&tween, 4);
    tween_run(&tween, 4, 0, 600);
    assert_false(tween_running(&tween, 0));
    tween_run(&tween, 5, 0, 0);
    assert_true(tween_at(&tween, 0) == 5);
}

static void reach_keeps_the_speed(void **state)
{
    struct tween tween;
    float velocity = 300;

    (void)state;
    tween_set(&tween, 100);
    tween_run(&tween, tween_reach(100, velocity, 900), 0, 900);
    float first = (tween_at(&tween, 5) - 100) / 0.005F;

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
