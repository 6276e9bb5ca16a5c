/* Dates and numbers as languages write them when words.yaml says nothing, and what it may say. */
#include "text/conventions.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define NBSP "\u00A0"

/* Rows that ICU 72 and 76 agree on. */
static void each_language_writes_its_own_way(void **state)
{
    static const struct {
        const char *language, *name, *day, *month, *year, *before, *number, *percent;
    } rows[] = {
        {"es", "Español", "11 de septiembre de 1973", "septiembre de 1973", "1973", "marzo de 44 a. C.", "1.234.567,5", "36,6" NBSP "%"},
        {"de", "Deutsch", "11. September 1973", "September 1973", "1973", "März 44 v. Chr.", "1.234.567,5", "36,6" NBSP "%"},
        {"pl", "Polski", "11 września 1973", "wrzesień 1973", "1973", "marzec 44 p.n.e.", "1" NBSP "234" NBSP "567,5", "36,6%"},
        {"ru", "Русский", "11 сентября 1973" NBSP "г.", "сентябрь 1973" NBSP "г.", "1973", "март 44" NBSP "г. до н. э.",
         "1" NBSP "234" NBSP "567,5", "36,6" NBSP "%"},
        {"el", "Ελληνικά", "11 Σεπτεμβρίου 1973", "Σεπτέμβριος 1973", "1973", "Μάρτιος 44 π.Χ.", "1.234.567,5", "36,6%"},
        {"tr", "Türkçe", "11 Eylül 1973", "Eylül 1973", "1973", "MÖ Mart 44", "1.234.567,5", "%36,6"},
        {"vi", "Tiếng Việt", NULL, "tháng 9 năm 1973", "1973", NULL, "1.234.567,5", "36,6%"},
        {"ar-EG", NULL, "١١ سبتمبر ١٩٧٣", "سبتمبر ١٩٧٣", "١٩٧٣", "مارس ٤٤ ق.م", "١٬٢٣٤٬٥٦٧٫٥", "٣٦٫٦٪"},
        {"ar", NULL, "١١ سبتمبر ١٩٧٣", "سبتمبر ١٩٧٣", "١٩٧٣", "مارس ٤٤ ق.م", "١٬٢٣٤٬٥٦٧٫٥", "٣٦٫٦٪"},
        {"fa", "فارسی", "۱۱ سپتامبر ۱۹۷۳", "سپتامبر ۱۹۷۳", "۱۹۷۳", "مارس ۴۴ ق.م.", "۱٬۲۳۴٬۵۶۷٫۵", "۳۶٫۶٪"},
        {"he", "עברית", "11 בספטמבר 1973", "ספטמבר 1973", "1973", NULL, "1,234,567.5", "36.6%"},
        {"hi", "हिन्दी", "11 सितंबर 1973", "सितंबर 1973", "1973", "मार्च 44 ईसा-पूर्व", "12,34,567.5", "36.6%"},
        {"th", "ไทย", "11 กันยายน 1973", "กันยายน 1973", "1973", NULL, "1,234,567.5", "36.6%"},
        {"ja", "日本語", "1973年9月11日", "1973年9月", "1973年", "紀元前44年3月", "1,234,567.5", "36.6%"},
        {"zh", "中文", "1973年9月11日", "1973年9月", "1973年", "公元前44年3月", "1,234,567.5", "36.6%"},
        {"ko", "한국어", "1973년 9월 11일", "1973년 9월", "1973년", NULL, "1,234,567.5", "36.6%"},
        {"hu", "Magyar", "1973. szeptember 11.", "1973. szeptember", "1973.", "i. e. 44. március", "1" NBSP "234" NBSP "567,5", "36,6%"},
        {"fi", "Suomi", "11. syyskuuta 1973", "syyskuu 1973", "1973", "maaliskuu 44 eKr.", "1" NBSP "234" NBSP "567,5", "36,6" NBSP "%"},
        {"fr", "Français", "11 septembre 1973", "septembre 1973", "1973", "mars 44 av. J.-C.", "1" NBSP "234" NBSP "567,5",
         "36,6" NBSP "%"},
        {"pt-BR", "Português (Brasil)", "11 de setembro de 1973", "setembro de 1973", "1973", NULL, "1.234.567,5", "36,6%"},
    };
    static const struct date day = {1973, 9, 11}, month = {1973, 9, 0}, year = {1973, 0, 0}, before = {-44, 3, 0};
    struct arena *arena = arena_create();

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct date_format dates = {0};
        struct number_format numbers = {0};

        conventions_dates(arena, rows[i].language, false, &dates);
        conventions_numbers(arena, rows[i].language, false, &numbers);
        const char *const pairs[][2] = {
            {conventions_language_name(arena, rows[i].language), rows[i].name},
            {date_text(arena, &dates, day), rows[i].day},
            {date_text(arena, &dates, month), rows[i].month},
            {date_text(arena, &dates, year), rows[i].year},
            {date_text(arena, &dates, before), rows[i].before},
            {number_text(arena, &numbers, 1234567.5, 1), rows[i].number},
            {number_percent(arena, &numbers, 36.6, 1), rows[i].percent},
        };

        for (size_t k = 0; k < COUNTOF(pairs); k++)
            if (pairs[k][1])
                assert_string_equal(pairs[k][0], pairs[k][1]);
    }
    arena_destroy(arena);
}

/* ICU answers for every language it has, and for none: each date and number can be written. */
static void any_language_can_be_written(void **state)
{
    static const char *const languages[] = {"en", "my", "lo", "km", "bn", "mr", "ne", "ur",      "ckb",     "yi", "eu",  "lt",  "lv",
                                            "mn", "eo", "zu", "sw", "ka", "hy", "am", "zh-Hant", "sr-Latn", "xx", "qqq", "rap", "arn"};
    struct arena *arena = arena_create();

    (void)state;
    for (size_t i = 0; i < COUNTOF(languages); i++) {
        struct date_format dates = {0};
        struct number_format numbers = {0};

        conventions_dates(arena, languages[i], i % 2 == 0, &dates);
        conventions_numbers(arena, languages[i], i % 2 == 0, &numbers);
        assert_non_null(strstr(dates.day, "{day}"));
        assert_non_null(strstr(dates.day, "{month}"));
        assert_non_null(strstr(dates.day, "{year}"));
        assert_non_null(strstr(dates.month, "{month}"));
        assert_non_null(strstr(dates.year, "{year}"));
        assert_non_null(strstr(dates.time, "{time}"));
        assert_non_null(strstr(dates.before_christ, "{date}"));
        assert_non_null(strstr(numbers.percent, "{number}"));
        for (int month = 0; month < 12; month++)
            assert_true(dates.months[month][0] && dates.months_alone[month][0]);
        assert_true(conventions_language_name(arena, languages[i])[0]);
    }
    arena_destroy(arena);
}

/* What a tick of the timeline says of a month, and a time of day. */
static void months_and_hours_stand_alone(void **state)
{
    static const struct {
        const char *language, *month, *morning, *noon, *night;
    } rows[] = {
        {"es", "septiembre", "9:05", "12:00", "0:30"},
        {"fi", "syyskuu", "9.05", "12.00", "0.30"},
        {"ja", "9月", "9:05", "12:00", "0:30"},
        {"zh", "9月", "9:05", "12:00", "0:30"},
        {"ko", "9월", "오전 9:05", "오후 12:00", "오전 12:30"},
        {"en", "September", "9:05" NBSP "AM", "12:00" NBSP "PM", "12:30" NBSP "AM"},
        {"hi", "सितंबर", "9:05 am", "12:00 pm", "12:30 am"},
        {"ar-EG", "سبتمبر", "٩:٠٥ ص", "١٢:٠٠ م", "١٢:٣٠ ص"},
    };
    struct arena *arena = arena_create();

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct date_format dates = {0};

        conventions_dates(arena, rows[i].language, false, &dates);
        assert_string_equal(dates.months_alone[8], rows[i].month);
        assert_string_equal(date_text_clock(arena, &dates, 9 * 60 + 5), rows[i].morning);
        assert_string_equal(date_text_clock(arena, &dates, 12 * 60), rows[i].noon);
        assert_string_equal(date_text_clock(arena, &dates, 30), rows[i].night);
    }
    arena_destroy(arena);
}

static void what_is_written_stands(void **state)
{
    static const char *const months[] = {"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"};
    struct arena *arena = arena_create();
    struct date_format dates = {.day = "{month}/{day} {year}", .months = months, .years_added = 543};
    struct number_format numbers = {.decimal_mark = "·"};

    (void)state;
    conventions_dates(arena, "th", false, &dates);
    assert_string_equal(date_text(arena, &dates, (struct date){1973, 9, 11}), "IX/11 2516");
    assert_string_equal(date_text(arena, &dates, (struct date){1973, 9, 0}), "IX 2516");
    assert_string_equal(date_text(arena, &dates, (struct date){-44, 0, 0}), "500"); /* of the Buddhist era */
    assert_string_equal(date_text(arena, &dates, (struct date){-543, 0, 0}), "1");
    assert_non_null(strstr(date_text(arena, &dates, (struct date){-544, 0, 0}), "1")); /* the year before */
    assert_non_null(strstr(date_text(arena, &dates, (struct date){-544, 0, 0}), "ค.ศ."));
    dates = (struct date_format){.month = "{year}.{month}月", .clock = "{hour12}.{minute}{half}"};
    conventions_dates(arena, "ja", false, &dates);
    assert_string_equal(date_text(arena, &dates, (struct date){1973, 9, 0}), "1973.9月");
    assert_string_equal(date_text_clock(arena, &dates, 13 * 60), "1.00午後");
    conventions_numbers(arena, "ar-EG", true, &numbers);
    assert_string_equal(number_text(arena, &numbers, 1234.5, 1), "1,234·5");
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_language_writes_its_own_way),
        cmocka_unit_test(any_language_can_be_written),
        cmocka_unit_test(months_and_hours_stand_alone),
        cmocka_unit_test(what_is_written_stands),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
