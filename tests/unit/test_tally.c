/* The count of a day: forgotten with it, and read from no text but its own. */
#include "way/tally.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct question questions[] = {{.id = "owner"}, {.id = "names"}};
static const struct exhibit exhibit = {.questions = questions, .question_count = 2};
static const struct date TODAY = {2026, 11, 29};

static void another_day_forgets(void **state)
{
    static const struct {
        struct date day;
        bool other;
    } rows[] = {{{2026, 11, 29}, false}, {{2026, 11, 30}, true}, {{2026, 11, 28}, true}, {{2027, 11, 29}, true}, {{1970, 1, 1}, true}};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct tally tally = {.day = TODAY, .counts = {3}};

        assert_int_equal(tally_turn(&tally, rows[i].day), rows[i].other);
        assert_int_equal(tally.counts[0], rows[i].other ? 0 : 3);
        assert_int_equal(date_compare(tally.day, rows[i].day), 0);
        assert_false(tally_turn(&tally, rows[i].day));
    }
}

static void what_is_written_is_read(void **state)
{
    struct tally tally = {.day = TODAY}, read;
    struct buffer text = {0};

    (void)state;
    for (int i = 0; i < 12; i++)
        tally_add(&tally, 1);
    tally_write(&tally, &exhibit, &text);
    assert_string_equal(text.bytes, "2026-11-29\nnames 12\n");
    tally_read(&read, &exhibit, text.bytes);
    assert_memory_equal(&read, &tally, sizeof(tally));
    buffer_finish(&text);
}

static void nothing_else_is_read(void **state)
{
    static const struct {
        const char *text;
        int year, owner, names;
    } rows[] = {
        {"2026-11-29\nowner 4\nnames 2\n", 2026, 4, 2},
        {"2026-11-29\nnames 2\ngone 7\nowner 4\n", 2026, 4, 2}, /* a question of an edition before */
        {"2026-11-29\n", 2026, 0, 0},
        {"", 0, 0, 0},
        {"2026-11-29", 0, 0, 0},
        {"2026-11-29\nowner 4", 0, 0, 0},
        {"2026-11-29\nowner -4\n", 0, 0, 0},
        {"2026-11-29\nowner 4x\n", 0, 0, 0},
        {"2026-11-29\nowner 99999999999999999999\n", 0, 0, 0},
        {"2026-11-29\nowner\n", 0, 0, 0},
        {"2026-0-29\nowner 4\n", 0, 0, 0},
        {"yesterday\nowner 4\n", 0, 0, 0},
        {"\xFF\xFE", 0, 0, 0},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct tally tally = {.counts = {9, 9}};

        tally_read(&tally, &exhibit, rows[i].text);
        if (tally.day.year != rows[i].year || tally.counts[0] != rows[i].owner || tally.counts[1] != rows[i].names)
            fail_msg("row %zu: %d, %d, %d", i, tally.day.year, tally.counts[0], tally.counts[1]);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(another_day_forgets),
        cmocka_unit_test(what_is_written_is_read),
        cmocka_unit_test(nothing_else_is_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
