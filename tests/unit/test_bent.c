/* What spreadsheets make of words that look like numbers. */
#include "base/base.h"
#include "wording/bent.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

/* As LibreOffice wrote them. */
static void each_is_told_from_what_was_typed(void **state)
{
    static const struct {
        const char *before, *after;
        bool bent;
    } rows[] = {
        {"00123", "123", true},
        {"1e5", "100000", true},
        {"12345678901234567890", "1.23456789012346E+019", true},
        {"12345678901234567890", "1,23456789012346E+019", true},
        {"12345678901234567890", "12345678901234600000", true},
        {"3.10", "3.1", true},
        {"3,10", "3,1", true},
        {"-0", "0", false},
        {"12:30", "12:30:00", true},
        {"12:30", "12:30:01", false},
        {"12:30", "12:31", false},
        {"12:30", "12:30:00 PM", true},
        {"0:30", "12:30:00 AM", true},
        {"12:30", "12:30:00 AM", false},
        {"12:30", "12:30 o'clock", false},
        {"50 %", "50.00%", true},
        {"1/2", "01/02/26", true},
        {"1/2", "2026-02-01", true},
        {"1/2", "1/3", false},
        {"1/2", "01/03/26", false},
        {"1/2", "01/02/26 or so", false},
        {"11-09", "11.09.2026", true},
        {"50 %", "50", false},
        {"%", "0%", false},
        {"00123", "00123", false},
        {"00123", "124", false},
        {"1859", "1860", false},
        {"1859", "c. 1859", false},
        {"50 %", "50%", true},
        {"50 %", "51%", false},
        {"1.2.3", "1.2", false},
        {"-", "0", false},
        {"", "0", false},
        {"1e", "1", false},
        {":", "::00", false},
        {"Words", "words", false},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        if (bent_is(rows[i].before, rows[i].after) != rows[i].bent)
            fail_msg("\"%s\" -> \"%s\"", rows[i].before, rows[i].after);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_is_told_from_what_was_typed)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
