/* Work by several processes: all of it is done, whatever becomes of one of them. */
#include "proofs/crew.h"

#include "base/mem.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>

enum { THINGS = 50, NEVER = -1, PATIENT_MS = 60 * 1000, IMPATIENT_MS = 2000 };

/* What goes wrong with which thing. begun: how many processes were, in shared memory; all but the first `most` of them cannot begin. */
struct task {
    int dies, hangs, fails_from, most;
    _Atomic int *begun;
    int lost[THINGS], lost_count, late_count, told;
};

static void *begin_work(void *context)
{
    struct task *task = context;

    return ++*task->begun > task->most ? NULL : task;
}

static bool work(void *worker, int index, uint64_t *answer)
{
    const struct task *task = worker;

    *answer = (uint64_t)index * 3;
    if (index == task->dies)
        raise(SIGKILL);
    while (index == task->hangs)
        pause();
    return index < task->fails_from;
}

static void end_work(void *worker)
{
    (void)worker;
}

static void tell(void *context, const struct crew_outcome *outcomes, int done)
{
    struct task *task = context;

    (void)outcomes;
    assert_true(done >= task->told);
    task->told = done;
}

static void lose(void *context, int index, bool late)
{
    struct task *task = context;

    task->lost[task->lost_count++] = index;
    task->late_count += late;
}

static const struct crew_outcome *run(struct task *task, int limit_ms)
{
    struct crew_setup setup = {.count = THINGS,
                               .limit_ms = limit_ms,
                               .failures_most = 5,
                               .begin = begin_work,
                               .work = work,
                               .end = end_work,
                               .progress = tell,
                               .lost = lose,
                               .context = task};

    task->begun = mmap(NULL, sizeof(*task->begun), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_true(task->begun != MAP_FAILED);
    const struct crew_outcome *outcomes = crew_run(&setup);

    munmap((void *)task->begun, sizeof(*task->begun));
    assert_non_null(outcomes);
    return outcomes;
}

static int count_of(const struct crew_outcome *outcomes, int state)
{
    int count = 0;

    for (int i = 0; i < THINGS; i++)
        count += outcomes[i].state == state;
    return count;
}

static void everything_is_done_once(void **state)
{
    struct task task = {.dies = NEVER, .hangs = NEVER, .fails_from = THINGS, .most = 99};
    const struct crew_outcome *outcomes = run(&task, PATIENT_MS);

    (void)state;
    assert_int_equal(count_of(outcomes, CREW_DONE), THINGS);
    for (int i = 0; i < THINGS; i++)
        assert_int_equal(outcomes[i].answer, i * 3);
    assert_int_equal(task.told, THINGS);
    assert_int_equal(task.lost_count, 0);
    crew_free(outcomes, THINGS);
}

static void who_dies_costs_one_thing(void **state)
{
    static const int places[] = {0, 7, THINGS - 1};

    (void)state;
    for (size_t i = 0; i < COUNTOF(places); i++) {
        struct task task = {.dies = places[i], .hangs = NEVER, .fails_from = THINGS, .most = 99};
        const struct crew_outcome *outcomes = run(&task, PATIENT_MS);

        assert_int_equal(count_of(outcomes, CREW_DONE), THINGS - 1);
        assert_int_equal(outcomes[places[i]].state, CREW_FAILED);
        assert_int_equal(task.lost_count, 1);
        assert_int_equal(task.lost[0], places[i]);
        assert_int_equal(task.late_count, 0);
        crew_free(outcomes, THINGS);
    }
}

static void who_is_late_is_ended(void **state)
{
    struct task task = {.dies = NEVER, .hangs = 11, .fails_from = THINGS, .most = 99};
    const struct crew_outcome *outcomes = run(&task, IMPATIENT_MS);

    (void)state;
    assert_int_equal(outcomes[11].state, CREW_FAILED);
    assert_int_equal(task.late_count, task.lost_count);
    assert_int_equal(count_of(outcomes, CREW_DONE) + task.lost_count, THINGS);
    crew_free(outcomes, THINGS);
}

static void what_fails_in_a_row_ends_it(void **state)
{
    struct task task = {.dies = NEVER, .hangs = NEVER, .fails_from = 20, .most = 99};
    const struct crew_outcome *outcomes = run(&task, PATIENT_MS);
    int failed = count_of(outcomes, CREW_FAILED);

    (void)state;
    assert_int_equal(count_of(outcomes, CREW_DONE), 20);
    assert_in_range(failed, 5, THINGS - 20);
    assert_int_equal(count_of(outcomes, CREW_WAITS), THINGS - 20 - failed);
    crew_free(outcomes, THINGS);
}

static void one_that_can_begin_does_it_all(void **state)
{
    static const struct {
        int most, done;
    } rows[] = {{1, THINGS}, {0, 0}};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct task task = {.dies = NEVER, .hangs = NEVER, .fails_from = THINGS, .most = rows[i].most};
        const struct crew_outcome *outcomes = run(&task, PATIENT_MS);

        assert_int_equal(count_of(outcomes, CREW_DONE), rows[i].done);
        assert_int_equal(task.lost_count, 0);
        crew_free(outcomes, THINGS);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_is_done_once),        cmocka_unit_test(who_dies_costs_one_thing),
        cmocka_unit_test(who_is_late_is_ended),           cmocka_unit_test(what_fails_in_a_row_ends_it),
        cmocka_unit_test(one_that_can_begin_does_it_all),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
