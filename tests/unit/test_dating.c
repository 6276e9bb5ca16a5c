/* Dates as curators type them: what is read, what is refused and with which words, and how much of time each covers. */
#include "guesses/dating_fault.h"
#include "guesses/loose.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static bool same_moment(const struct moment *one, const struct moment *other)
{
    return one->date.year == other->date.year && one->date.month == other->date.month && one->date.day == other->date.day &&
           one->minute == other->minute && one->timed == other->timed && one->surety == other->surety;
}

static void every_form_is_read(void **state)
{
    static const struct {
        const char *text;
        struct moment moment;
        const char *written;
    } rows[] = {
        {"1973-09-11", {.date = {1973, 9, 11}}, "1973-09-11"},
        {"1973-09", {.date = {1973, 9, 0}}, "1973-09"},
        {"1973", {.date = {1973, 0, 0}}, "1973"},
        {"987", {.date = {987, 0, 0}}, "0987"},
        {"0044", {.date = {44, 0, 0}}, "0044"},
        {"0001", {.date = {1, 0, 0}}, "0001"},
        {"9999-12-31", {.date = {9999, 12, 31}}, "9999-12-31"},
        {"-9999", {.date = {-9999, 0, 0}}, "-9999"},
        {"-9999-01-01", {.date = {-9999, 1, 1}}, "-9999-01-01"},
        {"-0044-03-15", {.date = {-44, 3, 15}}, "-0044-03-15"},
        {"-44", {.date = {-44, 0, 0}}, "-0044"},
        {"\xE2\x88\x92"
         "44",
         {.date = {-44, 0, 0}},
         "-0044"},
        {"44 BC", {.date = {-44, 0, 0}}, "-0044"},
        {"3000 BCE", {.date = {-3000, 0, 0}}, "-3000"},
        {"AD 70", {.date = {70, 0, 0}}, "0070"},
        {"70 AD", {.date = {70, 0, 0}}, "0070"},
        {"79 CE", {.date = {79, 0, 0}}, "0079"},
        {"2000-02-29", {.date = {2000, 2, 29}}, "2000-02-29"},
        {"-0001-02-29", {.date = {-1, 2, 29}}, "-0001-02-29"},
        {"  1973-09-11 ", {.date = {1973, 9, 11}}, "1973-09-11"},
        {"1973-09-11 11:52", {.date = {1973, 9, 11}, .timed = true, .minute = 712}, "1973-09-11 11:52"},
        {"1973-09-11T11:52", {.date = {1973, 9, 11}, .timed = true, .minute = 712}, "1973-09-11 11:52"},
        {"1973-09-11 9:05", {.date = {1973, 9, 11}, .timed = true, .minute = 545}, "1973-09-11 09:05"},
        {"1973-09-11 00:00", {.date = {1973, 9, 11}, .timed = true}, "1973-09-11 00:00"},
        {"1973-09-11 23:59", {.date = {1973, 9, 11}, .timed = true, .minute = 1439}, "1973-09-11 23:59"},
        {"c. 1450", {.date = {1450, 0, 0}, .surety = DATE_ABOUT}, "c. 1450"},
        {"c.1450", {.date = {1450, 0, 0}, .surety = DATE_ABOUT}, "c. 1450"},
        {"ca. 1450-03", {.date = {1450, 3, 0}, .surety = DATE_ABOUT}, "c. 1450-03"},
        {"circa 1450", {.date = {1450, 0, 0}, .surety = DATE_ABOUT}, "c. 1450"},
        {"~1450", {.date = {1450, 0, 0}, .surety = DATE_ABOUT}, "c. 1450"},
        {"c. -3000", {.date = {-3000, 0, 0}, .surety = DATE_ABOUT}, "c. -3000"},
        {"c. 3000 BC", {.date = {-3000, 0, 0}, .surety = DATE_ABOUT}, "c. -3000"},
        {"c. AD 70", {.date = {70, 0, 0}, .surety = DATE_ABOUT}, "c. 0070"},
        {"1450?", {.date = {1450, 0, 0}, .surety = DATE_DOUBTED}, "1450?"},
        {"1450-03-02 ?", {.date = {1450, 3, 2}, .surety = DATE_DOUBTED}, "1450-03-02?"},
        {"44 BC (?)", {.date = {-44, 0, 0}, .surety = DATE_DOUBTED}, "-0044?"},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct moment moment, again;

        assert_int_equal(moment_parse(rows[i].text, CALENDAR_GREGORIAN, &moment), DATING_FINE);
        assert_true(same_moment(&moment, &rows[i].moment));
        assert_string_equal(moment_written(&moment).text, rows[i].written);
        assert_int_equal(moment_parse(rows[i].written, CALENDAR_GREGORIAN, &again), DATING_FINE);
        assert_true(same_moment(&moment, &again));
    }
}

static void spans_are_read(void **state)
{
    static const struct {
        const char *text, *from, *to;
    } rows[] = {
        {"1450/1460", "1450", "1460"},
        {"1450-1460", "1450", "1460"},
        {"1450 - 1460", "1450", "1460"},
        {"1450–1460", "1450", "1460"},
        {"1450 – 1460", "1450", "1460"},
        {"1450—1460", "1450", "1460"},
        {"c. 1450/c. 1460", "c. 1450", "c. 1460"},
        {"c. 1450/1460", "c. 1450", "1460"},
        {"1450/1460?", "1450", "1460?"},
        {"1973-09-11/1973-09-13", "1973-09-11", "1973-09-13"},
        {"1973-09-11 - 1973-10", "1973-09-11", "1973-10"},
        {"1973-09-11-1973-09-13", "1973-09-11", "1973-09-13"},
        {"1973-09-11 06:00/1973-09-11 14:30", "1973-09-11 06:00", "1973-09-11 14:30"},
        {"-0100/-0044", "-0100", "-0044"},
        {"-100--44", "-0100", "-0044"},
        {"-27/0014", "-0027", "0014"},
        {"100 BC - 44 BC", "-0100", "-0044"},
        {"500-400 BC", "-0500", "-0400"},
        {"c. 500/400 BC", "c. -0500", "-0400"},
        {"50 – 40 BC", "-0050", "-0040"},
        {"AD 50 - 40 BC", "0050", "-0040"},
        {"1450", "1450", ""},
        {"1973-09", "1973-09", ""},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct dating dating;

        assert_int_equal(dating_parse(rows[i].text, CALENDAR_GREGORIAN, &dating), DATING_FINE);
        assert_string_equal(moment_written(&dating.from).text, rows[i].from);
        assert_string_equal(dating.to.date.year ? moment_written(&dating.to).text : "", rows[i].to);
    }
}

static const char *const languages[] = {"de", "es", "fr", "th", "ko"};
static struct dating_context context;

static int begin(void **state)
{
    struct arena *arena = arena_create();

    *state = arena;
    context.phrases = phrases_of(arena, languages, COUNTOF(languages));
    return 0;
}

static int end(void **state)
{
    arena_destroy(*state);
    return 0;
}

static const char ANY[] = "is no date; write year-month-day as far as it is known: 1973-09-11, 1973-09 or 1973; also c. 1450, 1450/1460, "
                          "-0044 for 44 BC, 1973-09-11 11:52";

/* said: NULL for what is said of any text that is no date. */
static const struct {
    const char *text, *said;
} refused[] = {
    {"13.03.1906", "is no date; write 1906-03-13"},
    {"3.4.1906", "is no date; write 1906-04-03"},
    {"13/3/1906", "is no date; write 1906-03-13"},
    {"3/13/1906", "is no date; write 1906-03-13"},
    {"3/4/1906", "is no date; write 1906-04-03 or 1906-03-04, whichever day it was"},
    {"4/4/1906", "is no date; write 1906-04-04"},
    {"13-03-1906", "is no date; write 1906-03-13"},
    {"13. 03. 1906", "is no date; write 1906-03-13"},
    {"1906/03/13", "is no date; write 1906-03-13"},
    {"1906.03.13", "is no date; write 1906-03-13"},
    {"1906-3-13", "is no date; write 1906-03-13"},
    {"1906-3", "is no date; write 1906-03"},
    {"03.1906", "is no date; write 1906-03"},
    {"3/1906", "is no date; write 1906-03"},
    {"1906-13-03", "is no date: months go from 01 to 12; did you mean 1906-03-13?"},
    {"1906-13-13", "is no date: months go from 01 to 12; write 1906 where the month is not known"},
    {"1906-00", "is no date: months go from 01 to 12; write 1906 where the month is not known"},
    {"1973-13-00", "is no date: months go from 01 to 12; write 1973 where the month is not known"},
    {"1973-99-00", "is no date: months go from 01 to 12; write 1973 where the month is not known"},
    {"1973-13-00/1980", "is no date: months go from 01 to 12; write 1973 where the month is not known"},
    {"1906-00-00", "is no date: months go from 01 to 12; write 1906 where the month is not known"},
    {"1906-02-30", "is no date: February 1906 has 28 days; write the day as the source has it, or the month alone"},
    {"1908-02-30", "is no date: February 1908 has 29 days; write the day as the source has it, or the month alone"},
    {"1900-02-29", "is no date: February 1900 has 28 days; add calendar: julian if the source counts so"},
    {"-0100-02-29", "is no date: February 100 BC has 28 days; write the day as the source has it, or the month alone"},
    {"1906-09-31", "is no date: September 1906 has 30 days; write the day as the source has it, or the month alone"},
    {"1906-09-00", "is no date: September 1906 has 30 days; write the day as the source has it, or the month alone"},
    {"0000", "is no date: there is no year 0; write -0001 for 1 BC, 0001 for the year after it"},
    {"0000-01-01", "is no date: there is no year 0; write -0001 for 1 BC, 0001 for the year after it"},
    {"-0000", "is no date: there is no year 0; write -0001 for 1 BC, 0001 for the year after it"},
    {"73", "is no date; write the year with all its digits, for example 1973, or 0073 if that is the year"},
    {"1973-09-11 24:00", "is no time of day; write it from 00:00 to 23:59"},
    {"1973-09-11 11:60", "is no time of day; write it from 00:00 to 23:59"},
    {"1880s", "is no date; write 1880/1889"},
    {"1880's", "is no date; write 1880/1889"},
    {"1880er", "is no date; write 1880/1889"},
    {"1800s", "is no date; write 1800/1809 for the ten years, 1800/1899 for the hundred"},
    {"1885s", NULL},
    {"15th century", "is no date; write 1401/1500, and the words in display:"},
    {"15. Jahrhundert", "is no date; write 1401/1500, and the words in display:"},
    {"siglo XV", "is no date; write 1401/1500, and the words in display:"},
    {"siglo XIX", "is no date; write 1801/1900, and the words in display:"},
    {"XVIe siècle", "is no date; write 1501/1600, and the words in display:"},
    {"1914-18", "is no date; write 1914/1918 for the years from the one to the other"},
    {"1914–18", "is no date; write 1914/1918 for the years from the one to the other"},
    {"1450/60", "is no date; write 1450/1460 for the years from the one to the other"},
    {"1973-09-11/13", "is no date; write 1973-09-11/1973-09-13"},
    {"1906-02-01/1906-02-30", "is no date: February 1906 has 28 days; write the day as the source has it, or the month alone"},
    {"1450/73", "is no date; write 1450/1473 for the years from the one to the other"},
    {"um 1450", "is no date; write c. 1450"},
    {"before 1973-09-11", "is no date; write 1973-09-11, or c. 1973-09-11 where that is not sure, and the words in display:"},
    {"11 September 1973", "is no date; write 1973-09-11"},
    {"11. September 1973", "is no date; write 1973-09-11"},
    {"September 11, 1973", "is no date; write 1973-09-11"},
    {"11 de septiembre de 1973", "is no date; write 1973-09-11"},
    {"Septiembre de 1973", "is no date; write 1973-09"},
    {"1er mai 1968", "is no date; write 1968-05-01"},
    {"11 กันยายน 1973", "is no date; write 1973-09-11"},
    {"1973년 9월 11일", "is no date; write 1973-09-11"},
    {"1973年9月11日", "is no date; write 1973-09-11"},
    {"ngày 11 tháng 9 năm 1973", "is no date; write 1973-09-11"},
    {"Sept. 1973", "is no date; write 1973-09"},
    {"1973, September 11", "is no date; write 1973-09-11"},
    {"11-Sep-1973", "is no date; write 1973-09-11"},
    {"11.IX.1973", "is no date; write 1973-09-11"},
    {"11–13 September 1973", "is no date; write 1973-09-11/1973-09-13"},
    {"11 Sept – 13 Oct 1973", "is no date; write 1973-09-11/1973-10-13"},
    {"March–May 1968", "is no date; write 1968-03/1968-05"},
    {"11.9.1973-13.9.1973", "is no date; write 1973-09-11/1973-09-13"},
    {"9/1973-10/1973", "is no date; write 1973-09/1973-10"},
    {"Tuesday, 11 September 1973", "is no date; write 1973-09-11, or c. 1973-09-11 where that is not sure, and the words in display:"},
    {"30 February 1906", "is no date: February 1906 has 28 days; write the day as the source has it, or the month alone"},
    {"11 September", NULL},
    {"11.9.73", "is no date; write the year with all its digits, for example 1973-09-11"},
    {"1973-09-11T11:52:30Z", "is no date; write 1973-09-11 11:52"},
    {"1973-09-11 11h52", "is no date; write 1973-09-11 11:52"},
    {"11 September 1973, 1:52 pm", "is no date; write 1973-09-11 13:52"},
    {"25 October 1917 (O.S.)", "is no date; write 1917-10-25, and calendar: julian below it"},
    {"Ca. 1450", "is no date; write c. 1450"},
    {"hacia 1450", "is no date; write c. 1450"},
    {"1450 ca.", "is no date; write c. 1450"},
    {"[1450]", "is no date; write 1450"},
    {"um 1450/60", "is no date; write c. 1450/1460"},
    {"zwischen 1450 und 1460", "is no date; write 1450/1460"},
    {"1450 to 1460", "is no date; write 1450/1460"},
    {"winter 1943/44", "is no date; write 1943/1944, and the words in display:"},
    {"1973-present", "is no date; write 1973, or c. 1973 where that is not sure, and the words in display:"},
    {"1450–", "is no date; write 1450"},
    {"1973.", "is no date; write 1973"},
    {"1973.0", "is no date; write 1973"},
    {"1,973", "is no date; write 1973"},
    {"44 v. Chr.", "is no date; write -0044"},
    {"44 a.C.", "is no date; write -0044"},
    {"44 av. J.-C.", "is no date; write -0044"},
    {"44 bc", "is no date; write -0044"},
    {"前44年", "is no date; write -0044"},
    {"79 n. Chr.", "is no date; write 0079"},
    {"5th century BC", "is no date; write -0500/-0401, and the words in display:"},
    {"15. Jh. v. Chr.", "is no date; write -1500/-1401, and the words in display:"},
    {"기원전 5세기", "is no date; write -0500/-0401, and the words in display:"},
    {"siglos XV-XVI", "is no date; write 1401/1600, and the words in display:"},
    {"first half of the 15th century", "is no date; write 1401/1500, and the words in display:"},
    {"late 3rd millennium BC", "is no date; write -3000/-2001, and the words in display:"},
    {"early 1450s", "is no date; write 1450/1459, and the words in display:"},
    {"années 1920", "is no date; write 1920/1929"},
    {"1920-an", "is no date; write 1920/1929"},
    {"3000 BP", "is no date; write -1051, and the words in display:"},
    {"2516 BE", "is no date; write 1973, and the words in display:"},
    {"mid-1973", "is no date; write 1973, or c. 1973 where that is not sure, and the words in display:"},
    {"0", "is no date: there is no year 0; write -0001 for 1 BC, 0001 for the year after it"},
    {"พ.ศ. 2516", "is no date; write 1973, and the words in display:"},
    {"昭和48年", "is no date; write 1973, and the words in display:"},
    {"1393 هـ", "is no date; write 1973/1974, and the words in display:"},
    {"शक 1895", "is counted in another calendar; write it in the common one, for example 1973, and the words in display:"},
    {"١٩٧٣", "is no date; write 1973"},
    {"١١/٩/١٩٧٣", "is no date; write 1973-09-11 or 1973-11-09, whichever day it was"},
    {"１９７３", "is no date; write 1973"},
    {"19730911", "is no date; write 1973-09-11"},
    {"-20000", "is farther away than the axis reaches: from -9999 to 9999"},
    {"20 000 BP", "is farther away than the axis reaches: from -9999 to 9999"},
    {"l973", NULL},
    {"1450/1460/1470", NULL},
    {"Amén 5", NULL},
    {"-44 BC", "is no date; write -0044"},
    {"AD 44 BC", "is no date; write -0044"},
    {"c. c. 1450", "is no date; write c. 1450"},
    {"1450??", "is no date; write c. 1450"},
    {"1450/", "is no date; write 1450"},
    {"/1460", "is no date; write 1460"},
    {"/", NULL},
    {"-", NULL},
    {"c.", NULL},
    {"?", NULL},
    {"", NULL},
    {"yesterday", NULL},
    {"MMXX", NULL},
    {"197x", NULL},
    {"99999999999999999999/99999999999999999999", NULL},
};

static void what_is_refused_says_what_to_write(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(refused); i++) {
        struct dating dating;
        enum dating_error error = dating_parse(refused[i].text, CALENDAR_GREGORIAN, &dating);

        assert_int_not_equal(error, DATING_FINE);
        struct dating_fault fault = dating_fault_of(refused[i].text, CALENDAR_GREGORIAN, error, &context);
        const char *said = refused[i].said ? refused[i].said : ANY;

        if (strcmp(fault.text, said) != 0)
            fail_msg("\"%s\": \"%s\" instead of \"%s\"", refused[i].text, fault.text, said);
    }
}

static void the_order_of_numbers_may_be_certain(void **state)
{
    static const struct {
        const char *text, *meant;
    } rows[] = {
        {"13.03.1906", "1906-03-13"},
        {"3. 4. 1906", "1906-04-03"},
        {"13/3/1906", "1906-03-13"},
        {"3/13/1906", "1906-03-13"},
        {"4-4-1906", "1906-04-04"},
        {"1906/3/13", "1906-03-13"},
        {"03.1906", "1906-03"},
        {"3/4/1906", ""},
        {"3-4-1906", ""},
        {"1906-3", ""},
        {"1906-13-03", ""},
        {"30.2.1906", ""},
        {"13.3.06", ""},
        {"1906-7", ""},
        {"11 September 1973", ""},
        {"um 1450", ""},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct dating dating;
        enum dating_error error = dating_parse(rows[i].text, CALENDAR_GREGORIAN, &dating);

        assert_string_equal(dating_fault_of(rows[i].text, CALENDAR_GREGORIAN, error, &context).meant.text, rows[i].meant);
    }
}

static void words_of_doubt_are_heard(void **state)
{
    static const struct {
        const char *text;
        int year;
        bool doubted;
    } rows[] = {
        {"c. 1450", 1450, true},  {"um 1450", 1450, true},         {"about March 1450", 1450, true}, {"1450?", 1450, true},
        {"1450 (?)", 1450, true}, {"ca. 3000 BC", -3000, true},    {"約1450年", 1450, true},         {"١٤٥٠؟", 1450, true},
        {"1450", 1450, false},    {"c. 12:00, 1450", 1450, false}, {"c. 1451", 1450, false},         {"AD 1450 c.e.", 1450, false},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        assert_int_equal(loose_doubts(rows[i].text, rows[i].year), rows[i].doubted);
}

static void julian_years_have_their_own_leap_days(void **state)
{
    struct moment moment;

    (void)state;
    assert_int_equal(moment_parse("1900-02-29", CALENDAR_JULIAN, &moment), DATING_FINE);
    assert_int_equal(moment_parse("-0101-02-29", CALENDAR_JULIAN, &moment), DATING_FINE);
    assert_int_equal(moment_parse("1901-02-29", CALENDAR_JULIAN, &moment), DATING_NO_DAY);
}

/* Every text that a slip makes of a good one is read or refused; nothing else happens, and what is read comes back. */
static void slips_do_no_harm(void **state)
{
    static const char *const texts[] = {"c. -0044-03-15", "1973-09-11 11:52/1973-09-12",    "1450?",      "1450-1460", "siglo XV",
                                        "13.03.1906",     "11 Sept – 13 Oct 1973, 9:05 pm", "c. 50-40 BC"};
    static const char letters[] = "09-./ ?c~:XVs\xE2";
    char slip[64];

    (void)state;
    for (size_t t = 0; t < COUNTOF(texts); t++)
        for (size_t at = 0; at <= strlen(texts[t]); at++)
            for (size_t l = 0; l < sizeof(letters); l++) {
                struct dating dating;
                struct moment again;

                snprintf(slip, sizeof(slip), "%.*s%.1s%s", (int)at, texts[t], letters + l, texts[t] + at + (l % 2 && texts[t][at]));
                enum dating_error error = dating_parse(slip, CALENDAR_GREGORIAN, &dating);

                if (error != DATING_FINE) {
                    assert_true(strlen(dating_fault_of(slip, CALENDAR_GREGORIAN, error, &context).text) > 0);
                    continue;
                }
                assert_int_equal(moment_parse(moment_written(&dating.from).text, CALENDAR_GREGORIAN, &again), DATING_FINE);
                assert_true(same_moment(&dating.from, &again));
            }
}

static void time_is_covered_as_far_as_it_is_known(void **state)
{
    static const struct {
        const char *text;
        struct date first, after;
        double point; /* days behind `first` */
    } rows[] = {
        {"1973-09-11", {1973, 9, 11}, {1973, 9, 12}, 0},     {"1973-09", {1973, 9, 1}, {1973, 10, 1}, 15},
        {"1973", {1973, 1, 1}, {1974, 1, 1}, 182.5},         {"-0001", {-1, 1, 1}, {1, 1, 1}, 183},
        {"9999-12-31", {9999, 12, 31}, {10000, 1, 1}, 0},    {"9999-12", {9999, 12, 1}, {10000, 1, 1}, 15.5},
        {"-9999", {-9999, 1, 1}, {-9998, 1, 1}, 182.5},      {"c. 1973-09-11", {1973, 9, 8}, {1973, 9, 15}, 3},
        {"1973-09-11?", {1973, 9, 8}, {1973, 9, 15}, 3},     {"1970/1973", {1970, 1, 1}, {1974, 1, 1}, 182.5},
        {"1970/1970-06", {1970, 1, 1}, {1971, 1, 1}, 182.5},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct dating dating;

        assert_int_equal(dating_parse(rows[i].text, CALENDAR_GREGORIAN, &dating), DATING_FINE);
        struct extent extent = dating_extent(&dating);

        assert_true(extent.earliest == date_to_day(rows[i].first) && extent.latest == date_to_day(rows[i].after));
        assert_true(dating_point(&dating) == extent.earliest + rows[i].point);
    }
}

/* The rounder a year that is not sure, the farther it reaches; by as much to both sides. */
static void what_is_not_sure_reaches_farther(void **state)
{
    static const char *const texts[] = {"c. 1973-09-11 11:52", "c. 1973-09-11", "c. 1973-09", "c. 1973", "c. 1970", "c. 1900", "c. -1900"};
    double before = 0;

    (void)state;
    for (size_t i = 0; i < COUNTOF(texts); i++) {
        struct dating dating;

        assert_int_equal(dating_parse(texts[i], CALENDAR_GREGORIAN, &dating), DATING_FINE);
        struct extent extent = moment_extent(&dating.from, CALENDAR_GREGORIAN);

        assert_true(extent.latest - extent.earliest >= before);
        before = extent.latest - extent.earliest;
    }
    assert_true(before > 50 * 365 && before < 52 * 366);
}

static void ends_have_an_order(void **state)
{
    static const struct {
        const char *one, *other;
        bool before;
    } rows[] = {
        {"1973-09-10", "1973-09-11", true},
        {"1973-09-11", "1973-09-11", false},
        {"1973-09-11", "1973", false},
        {"1973", "1973-09-11", false},
        {"1972", "1973-09-11", true},
        {"-0044", "0014", true},
        {"c. 1449", "c. 1450", true},
        {"c. 1450", "1450-03", false},
        {"-0044", "-0100", false},
        {"1973-09-11 11:52", "1973-09-11 11:53", true},
        {"1973-09-11", "1973-09-11 11:53", false},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct moment one, other;

        assert_int_equal(moment_parse(rows[i].one, CALENDAR_GREGORIAN, &one), DATING_FINE);
        assert_int_equal(moment_parse(rows[i].other, CALENDAR_GREGORIAN, &other), DATING_FINE);
        assert_int_equal(moment_is_before(&one, &other, CALENDAR_GREGORIAN), rows[i].before);
    }
}

static void moments_are_cut(void **state)
{
    struct moment moment = {.date = {1973, 9, 11}, .timed = true, .minute = 712, .surety = DATE_ABOUT};

    (void)state;
    assert_string_equal(moment_written(&(struct moment){0}).text, "0000");
    assert_int_equal(moment_precision(&moment), PRECISION_MINUTE);
    moment = moment_cut(moment, PRECISION_DAY);
    assert_string_equal(moment_written(&moment).text, "c. 1973-09-11");
    moment = moment_cut(moment, PRECISION_YEAR);
    assert_string_equal(moment_written(&moment).text, "c. 1973");
    assert_int_equal(moment_precision(&moment), PRECISION_YEAR);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_form_is_read),
        cmocka_unit_test(spans_are_read),
        cmocka_unit_test(what_is_refused_says_what_to_write),
        cmocka_unit_test(the_order_of_numbers_may_be_certain),
        cmocka_unit_test(words_of_doubt_are_heard),
        cmocka_unit_test(julian_years_have_their_own_leap_days),
        cmocka_unit_test(slips_do_no_harm),
        cmocka_unit_test(time_is_covered_as_far_as_it_is_known),
        cmocka_unit_test(what_is_not_sure_reaches_farther),
        cmocka_unit_test(ends_have_an_order),
        cmocka_unit_test(moments_are_cut),
    };

    return cmocka_run_group_tests(tests, begin, end);
}
