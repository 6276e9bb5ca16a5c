/* Dates in words, by the patterns of a language. */
#include "text/date_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const english_months[] = {"January", "February", "March",     "April",   "May",      "June",
                                             "July",    "August",   "September", "October", "November", "December"};
static const char *const spanish_months[] = {"enero", "febrero", "marzo",      "abril",   "mayo",      "junio",
                                             "julio", "agosto",  "septiembre", "octubre", "noviembre", "diciembre"};
static const struct date_format languages[] = {
    {.day = "{day} {month} {year}", .month = "{month} {year}", .months = english_months},
    {.day = "{day} de {month} de {year}", .month = "{month} de {year}", .months = spanish_months},
    {.day = "{year}, {month} {day}.", .month = "{year}, {month}", .months = english_months},
};

static void dates_in_words(void **state)
{
    static const struct {
        int language;
        struct date_interval interval;
        enum precision precision;
        const char *text;
    } rows[] = {
        {0, {{1973, 9, 11}, {1973, 9, 11}}, PRECISION_DAY, "11 September 1973"},
        {1, {{1973, 9, 11}, {1973, 9, 11}}, PRECISION_DAY, "11 de septiembre de 1973"},
        {0, {{1975, 11, 1}, {1975, 11, 1}}, PRECISION_MONTH, "November 1975"},
        {1, {{1975, 11, 1}, {1975, 11, 1}}, PRECISION_MONTH, "noviembre de 1975"},
        {1, {{1972, 1, 1}, {1972, 1, 1}}, PRECISION_YEAR, "1972"},
        {0, {{1964, 3, 31}, {1964, 4, 1}}, PRECISION_DAY, "31 March – 1 April 1964"},
        {1, {{1964, 3, 31}, {1964, 4, 1}}, PRECISION_DAY, "31 de marzo – 1 de abril de 1964"},
        {0, {{1971, 8, 21}, {1971, 8, 22}}, PRECISION_DAY, "21 – 22 August 1971"},
        {1, {{1971, 8, 21}, {1971, 8, 22}}, PRECISION_DAY, "21 – 22 de agosto de 1971"},
        {0, {{1973, 12, 31}, {1974, 1, 1}}, PRECISION_DAY, "31 December 1973 – 1 January 1974"},
        {0, {{1973, 1, 11}, {1973, 2, 11}}, PRECISION_DAY, "11 January – 11 February 1973"},
        {0, {{1972, 6, 1}, {1972, 8, 1}}, PRECISION_MONTH, "June – August 1972"},
        {1, {{1972, 6, 1}, {1973, 6, 1}}, PRECISION_MONTH, "junio de 1972 – junio de 1973"},
        {0, {{1964, 1, 1}, {2023, 1, 1}}, PRECISION_YEAR, "1964 – 2023"},
        {2, {{1973, 9, 11}, {1973, 9, 12}}, PRECISION_DAY, "1973, September 11. – 1973, September 12."},
        {0, {{987, 5, 3}, {987, 5, 3}}, PRECISION_DAY, "3 May 987"},
    };
    struct arena *arena = arena_create();

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        assert_string_equal(date_text_interval(arena, &languages[rows[i].language], rows[i].interval, rows[i].precision), rows[i].text);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_in_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
