/* Numbers in words, by the marks of a language. */
#include "text/number.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void numbers_follow_the_language(void **state)
{
    static const struct number_format en = {".", ",", "{number}%", {NULL}, 0};
    static const struct number_format es = {",", ".", "{number} %", {NULL}, 0};
    static const struct {
        double number;
        int decimals;
        const char *en, *es, *percent;
    } rows[] = {
        {0, 0, "0", "0", "0 %"},
        {7, 1, "7.0", "7,0", "7,0 %"},
        {36.63, 2, "36.63", "36,63", "36,63 %"},
        {999, 0, "999", "999", "999 %"},
        {1000, 0, "1,000", "1.000", "1.000 %"},
        {38254, 0, "38,254", "38.254", "38.254 %"},
        {1234567.05, 2, "1,234,567.05", "1.234.567,05", "1.234.567,05 %"},
        {0.996, 2, "1.00", "1,00", "1,00 %"},
    };
    struct arena *arena = arena_create();

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        assert_string_equal(number_text(arena, &en, rows[i].number, rows[i].decimals), rows[i].en);
        assert_string_equal(number_text(arena, &es, rows[i].number, rows[i].decimals), rows[i].es);
        assert_string_equal(number_percent(arena, &es, rows[i].number, rows[i].decimals), rows[i].percent);
    }
    assert_int_equal(number_decimals(3200), 0);
    assert_int_equal(number_decimals(20.1), 1);
    assert_int_equal(number_decimals(352.8), 1);
    assert_int_equal(number_decimals(28.08), 2);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_follow_the_language),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
