/* Dates in words, by the patterns of a language. */
#include "text/date_text.h"
#include "text/dating_parse.h"

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
    {.day = "{day} {month} {year}",
     .month = "{month} {year}",
     .time = "{date}, {time}",
     .before_christ = "{date} BC",
     .anno_domini = "AD {date}",
     .about = "c. {date}",
     .months = english_months},
    {.day = "{day} de {month} de {year}",
     .month = "{month} de {year}",
     .time = "{date}, {time}",
     .before_christ = "{date} a. C.",
     .anno_domini = "{date} d. C.",
     .about = "hacia {date}",
     .months = spanish_months},
    {.day = "{year}, {month} {day}.",
     .month = "{year}, {month}",
     .time = "{time}: {date}",
     .before_christ = "BC {date}",
     .anno_domini = "{date}",
     .about = "about {date}",
     .months = english_months},
};

/* From what a curator types to what visitors read. */
static void dates_in_words(void **state)
{
    static const struct {
        int language;
        const char *typed, *text;
    } rows[] = {
        {0, "1973-09-11", "11 September 1973"},
        {1, "1973-09-11", "11 de septiembre de 1973"},
        {0, "1975-11", "November 1975"},
        {1, "1975-11", "noviembre de 1975"},
        {1, "1972", "1972"},
        {0, "1964-03-31/1964-04-01", "31 March – 1 April 1964"},
        {1, "1964-03-31/1964-04-01", "31 de marzo – 1 de abril de 1964"},
        {0, "1971-08-21/1971-08-22", "21 – 22 August 1971"},
        {1, "1971-08-21/1971-08-22", "21 – 22 de agosto de 1971"},
        {0, "1973-12-31/1974-01-01", "31 December 1973 – 1 January 1974"},
        {0, "1973-01-11/1973-02-11", "11 January – 11 February 1973"},
        {0, "1972-06/1972-08", "June – August 1972"},
        {1, "1972-06/1973-06", "junio de 1972 – junio de 1973"},
        {0, "1964/2023", "1964 – 2023"},
        {0, "1964/1964", "1964"},
        {0, "1964/1970-11-03", "1964 – 3 November 1970"},
        {2, "1973-09-11/1973-09-12", "1973, September 11. – 1973, September 12."},
        {0, "987-05-03", "3 May 987"},
        {0, "-0044-03-15", "15 March 44 BC"},
        {1, "-0044", "44 a. C."},
        {2, "-0044", "BC 44"},
        {0, "-0100/-0044", "100 – 44 BC"},
        {0, "-0044/0014", "44 BC – AD 14"},
        {1, "-0027/0014", "27 a. C. – 14 d. C."},
        {0, "c. -0030/c. 0014", "c. 30 BC – c. AD 14"},
        {0, "c. 1450", "c. 1450"},
        {1, "c. 1450-03", "hacia marzo de 1450"},
        {0, "1450?", "1450?"},
        {0, "c. 1450/1460", "c. 1450 – 1460"},
        {0, "c. 1450/c. 1460", "c. 1450 – c. 1460"},
        {0, "c. 1971-08/1971-09", "c. August 1971 – September 1971"},
        {0, "1973-09-11 11:52", "11 September 1973, 11:52"},
        {2, "1973-09-11 09:05", "9:05: 1973, September 11."},
        {0, "1973-09-11 00:00", "11 September 1973, 0:00"},
        {0, "1973-09-11 11:52/1973-09-11 14:10", "11 September 1973, 11:52 – 14:10"},
        {0, "1973-09-11 11:52?/1973-09-11 12:30?", "11 September 1973, 11:52? – 12:30?"},
        {0, "1973-09-11 23:50/1973-09-12 00:10", "11 September 1973, 23:50 – 12 September 1973, 0:10"},
    };
    struct arena *arena = arena_create();

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct dating dating;

        assert_int_equal(dating_parse(rows[i].typed, CALENDAR_GREGORIAN, &dating), DATING_FINE);
        assert_string_equal(date_text_dating(arena, &languages[rows[i].language], &dating), rows[i].text);
    }
    arena_destroy(arena);
}

/* As the source has them; beside the Gregorian ones where both were in use and the day matters. */
static void julian_dates_in_words(void **state)
{
    static const struct {
        const char *typed, *text;
    } rows[] = {
        {"1917-10-25", "25 October 1917 (7 November 1917)"},
        {"1917-10-25/1917-10-26", "25 October 1917 (7 November 1917) – 26 October 1917 (8 November 1917)"},
        {"1917-10-25 21:45", "25 October 1917 (7 November 1917), 21:45"},
        {"1900-02-29", "29 February 1900 (13 March 1900)"},
        {"1582-10-05", "5 October 1582 (15 October 1582)"},
        {"1582-10-04", "4 October 1582"},
        {"1453-05-29", "29 May 1453"},
        {"1917-10", "October 1917"},
        {"-0044-03-15", "15 March 44 BC"},
    };
    struct arena *arena = arena_create();

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct dating dating;

        assert_int_equal(dating_parse(rows[i].typed, CALENDAR_JULIAN, &dating), DATING_FINE);
        assert_string_equal(date_text_dating(arena, &languages[0], &dating), rows[i].text);
    }
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_in_words),
        cmocka_unit_test(julian_dates_in_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
