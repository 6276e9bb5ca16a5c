/* What spreadsheets make of words that look like numbers. */
#include "base/base.h"
#include "wording/bent.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

/* As LibreOffice and Excel write them, and as somebody corrects them. */
static const struct bent_case {
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
    {"12:30", "12:30:00 pm", true},
    {"13:30", "13:30:00 PM", false},
    {"25:30", "25:30:00", false},
    {"11:52", "11:51:59", true},
    {"12:00", "11:59:59", true},
    {"0:00", "23:59:59", false}, /* of which day? */
    {"12:60", "12:60:00", false},
    {"12:05", "12: 5", false},
    {"50 %", "50.00%", true},
    {"1/2", "01/02/26", true},
    {"1/2", "2026-02-01", true},
    {"1/2", "1/3", false},
    {"1/2", "01/03/26", false},
    {"1/2", "01/02/26 or so", false},
    {"11-09", "11.09.2026", true},
    {"11/09", "09/11/26", true},
    {"11/09", "11/09/1973", false},
    {"11/09", "11/09/73", false},
    {"11/09", "11/09/2027", false},
    {"11/09", "11/09/25", true},
    {"11/09", "11/09/2024", false},
    {"11/09", "26-09-11", true},
    {"1.2", "1.2.3", false},
    {"1/2", "1/2/0", false},
    {"1/2", "1/2/026", false},
    {"1/2", "1/2/02026", false},
    {"3/4", "4-3-1", false},
    {"1/2", "1/2.26", false},
    {"1/2/3", "01/02/26", false},
    {"2026/2", "01/02/26", false},
    {"50 %", "50", false},
    {"%", "0%", false},
    {"00123", "00123", false},
    {"00123", "124", false},
    {"1859", "1860", false},
    {"1859", "c. 1859", false},
    {"50 %", "50%", true},
    {"50%", "50 %", false},
    {"5 %", "5.00%", true},
    {"5 %", "05 %", false},
    {"36.60 %", "36,6%", true},
    {"1,000", "1.000", false},
    {"1,000", "1000", true},
    {"1.234.567", "1234567", true},
    {"1000", "1,000", false},
    {"120000", "120,000", false},
    {"1,0000", "10000", false},
    {"1,000.000", "1000000", false},
    {"0,123", "0123", false},
    {"190611", "19.06.11", false},
    /* As Excel writes them. */
    {"1/2", "2-Jan", true},
    {"1/2", "01-Feb", true},
    {"1/2", "3-Jan", false},
    {"1/2", "01. Feb", true},
    {"1/2", "01-f\u00E9vr", true},
    {"3-5", "5-Mar", true},
    {"01/2003", "Jan-03", true},
    {"2003-01", "Jan-03", true},
    {"2003-01", "Jan-04", false},
    {"2003-01", "January 2003", true},
    {"March 1906", "Mar-06", true},
    {"Marzo 1906", "mar-06", true},
    {"March 1906", "Mar-07", false},
    {"13 March", "13-Mar", true},
    {"March 13", "13-Mar", true},
    {"13 March 1906", "13-Mar-06", true},
    {"13 March 1906", "14-Mar-06", false},
    {"March", "Marsh", false},
    {"May 1", "Maybe 1", false},
    {"1/2", "Jan", false},
    {"1973-09-11", "9/11/1973", true},
    {"1973-09-11", "11/09/73", true},
    {"1973-09-11", "12/09/1973", false},
    {"11/09/1973", "1973-09-11", false},
    {"true", "TRUE", true},
    {"False", "FALSE", true},
    {"wahr", "WAHR", true},
    {"TRUE", "true", false},
    {"true", "VRAI", false},
    {"'68", "68", true},
    {"'68", "1968", false},
    {"- one", "#NAME?", true},
    {"=B2", "#\u00A1REF!", true},
    {"=B2", "#1!", true},
    {"Number", "#", false},
    {"Number", "# 1!", false},
    {"1973-09-11", "########", true},
    {"36.6", "36,6", false},
    {"36.6 %", "36,6 %", false},
    {"1,000", "1", true},
    {"5", "+5", false},
    {"+5", "5", true},
    {"123", "00123", false},
    {"3.1", "3.10", false},
    {"0.5", ".5", false},
    {".5", "0.5", true},
    {"100000", "1e5", false},
    {"100000", "1.0E+05", true},
    {"50 %", "51%", false},
    {"1.2.3", "1.2", false},
    {"-", "0", false},
    {"", "0", false},
    {"1e", "1", false},
    {":", "::00", false},
    {"Words", "words", false},
};

static void each_is_told_from_what_was_typed(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        if (bent_is(rows[i].before, rows[i].after, 2026) != rows[i].bent)
            fail_msg("\"%s\" -> \"%s\"", rows[i].before, rows[i].after);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_is_told_from_what_was_typed)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
