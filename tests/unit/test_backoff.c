/* Trying again: at once when all was well, less and less often against what does not yield. */
#include "base/backoff.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

static void news_is_answered_soon(void **state)
{
    struct backoff backoff;

    (void)state;
    backoff_init(&backoff);
    assert_true(backoff.due_ms == CLOCK_NEVER);
    backoff_news(&backoff, 5000);
    assert_int_equal(backoff.due_ms, 5100);
    backoff_news(&backoff, 5050); /* more of it does not put it off */
    assert_int_equal(backoff.due_ms, 5100);
    backoff_tried(&backoff, false, 5100);
    assert_true(backoff.due_ms == CLOCK_NEVER);
    backoff_news(&backoff, 5101);
    assert_int_equal(backoff.due_ms, 5201);
}

static void what_helps_is_looked_after_once(void **state)
{
    struct backoff backoff;

    (void)state;
    backoff_init(&backoff);
    backoff_news(&backoff, 1000);
    backoff_tried(&backoff, true, 1100);
    assert_int_equal(backoff.due_ms, 1200);
    backoff_tried(&backoff, false, 1200);
    assert_true(backoff.due_ms == CLOCK_NEVER);
}

/* Another that does the same, and answers each try at once. */
static void a_fight_is_no_busy_loop(void **state)
{
    struct backoff backoff;
    int64_t now = 0;
    int tries = 0;

    (void)state;
    backoff_init(&backoff);
    backoff_news(&backoff, now);
    while (now < 60 * 1000) {
        int64_t before = now;

        now = backoff.due_ms;
        assert_in_range(now - before, 50, 1000); /* nor is it given up */
        backoff_tried(&backoff, true, now);
        backoff_news(&backoff, now + 1);
        tries++;
    }
    assert_in_range(tries, 80, 100);
}

/* Nothing comes of it, and no news: the pauses grow to a minute. */
static void what_does_not_yield_is_left_in_peace(void **state)
{
    struct backoff backoff;
    int64_t now = 0;
    int tries = 0;

    (void)state;
    backoff_init(&backoff);
    backoff_news(&backoff, now);
    while (now < 3600 * 1000) {
        now = backoff.due_ms;
        backoff_tried(&backoff, true, now);
        tries++;
    }
    assert_in_range(tries, 50, 80);
    backoff_news(&backoff, now + 30000); /* but news is answered */
    assert_int_equal(backoff.due_ms, now + 30100);
}

static void a_quiet_time_forgets(void **state)
{
    struct backoff backoff;
    int64_t now = 0;

    (void)state;
    backoff_init(&backoff);
    for (int i = 0; i < 5; i++) {
        backoff_news(&backoff, now);
        now = backoff.due_ms;
        backoff_tried(&backoff, true, now);
    }
    backoff_tried(&backoff, false, now += 5000);
    now += 3600 * 1000;
    backoff_news(&backoff, now);
    backoff_tried(&backoff, true, now += 100);
    assert_int_equal(backoff.due_ms, now + 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(news_is_answered_soon),   cmocka_unit_test(what_helps_is_looked_after_once),
        cmocka_unit_test(a_fight_is_no_busy_loop), cmocka_unit_test(what_does_not_yield_is_left_in_peace),
        cmocka_unit_test(a_quiet_time_forgets),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
