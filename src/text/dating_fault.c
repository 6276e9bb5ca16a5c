/* Each guess looks for one habit of writing dates; the first that fits speaks. */
#include "text/dating_fault.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { NUMBERS_MAX = 4, YEAR_DIGITS = 4 };

static const char DIGITS[] = "0123456789";

static struct dating_fault PRINTF_LIKE(1, 2) fault(const char *format, ...)
{
    struct dating_fault made;
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(made.text, sizeof(made.text), format, arguments);
    va_end(arguments);
    return made;
}

/* The whole numbers of a text, as far as there is room; `between` what stands before each. */
struct numbers {
    int count, values[NUMBERS_MAX], digits[NUMBERS_MAX];
    const char *at[NUMBERS_MAX];
};

static struct numbers numbers_of(const char *text)
{
    struct numbers numbers = {0};

    while (*(text += strcspn(text, DIGITS)) && numbers.count < NUMBERS_MAX) {
        int digits = (int)strspn(text, DIGITS), value = 0;

        for (int i = 0; i < digits && i < YEAR_DIGITS + 1; i++)
            value = value * 10 + (text[i] - '0');
        numbers.at[numbers.count] = text;
        numbers.values[numbers.count] = value;
        numbers.digits[numbers.count++] = digits;
        text += digits;
    }
    return numbers;
}

static bool is_letter(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

static bool is_of(const char *text, const char *letters)
{
    return strspn(text, letters) == strlen(text);
}

static bool is_day(enum calendar calendar, struct date date)
{
    return date.year > 0 && date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= date_days_of_month(calendar, date);
}

static struct moment_string written(int year, int month, int day)
{
    return moment_written(&(struct moment){.date = {year, month, day}});
}

/* 13.03.1906, 13/3/1906, 3/13/1906, 03.1906; and 1906/03/13, 1906-3-13. */
static bool guess_order(const char *text, enum calendar calendar, struct dating_fault *made)
{
    struct numbers n = numbers_of(text);
    const int *v = n.values, last = n.count - 1;

    if (!is_of(text, "0123456789./- ") || n.at[0] != text || n.count < 2 || n.count > 3)
        return false;
    if (n.count == 2 && n.digits[1] == YEAR_DIGITS && n.digits[0] <= 2 && v[0] >= 1 && v[0] <= 12) {
        *made = fault("is no date; write %s", written(v[1], v[0], 0).text);
        return true;
    }
    if (n.count == 2 && n.digits[0] == YEAR_DIGITS && n.digits[1] == 1 && v[1] > 0) {
        *made = fault("is no date; write %s", written(v[0], v[1], 0).text);
        return true;
    }
    if (n.count < 3 || (n.digits[0] == YEAR_DIGITS) == (n.digits[last] == YEAR_DIGITS))
        return false;
    bool year_first = n.digits[0] == YEAR_DIGITS;
    int year = year_first ? v[0] : v[2], one = year_first ? v[2] : v[0], other = v[1];
    bool day_first = is_day(calendar, (struct date){year, other, one}), month_first = is_day(calendar, (struct date){year, one, other});

    if (day_first && month_first && !year_first && one != other && strchr(text, '/'))
        *made = fault("is no date; write %s or %s, whichever day it was", written(year, other, one).text, written(year, one, other).text);
    else if (day_first)
        *made = fault("is no date; write %s", written(year, other, one).text);
    else if (month_first)
        *made = fault("is no date; write %s", written(year, one, other).text);
    return day_first || month_first;
}

/* 1880s, 1880's, 1880er: ten years, or perhaps a hundred. */
static bool guess_decade(const char *text, struct dating_fault *made)
{
    static const char *const ends[] = {"s", "'s", "\xE2\x80\x99s", "er", "er Jahre", NULL};
    struct numbers n = numbers_of(text);
    bool fits = false;

    if (n.count != 1 || n.at[0] != text || n.digits[0] != YEAR_DIGITS || n.values[0] % 10 != 0 || n.values[0] == 0)
        return false;
    for (int i = 0; ends[i]; i++)
        fits = fits || strcmp(text + YEAR_DIGITS, ends[i]) == 0;
    if (fits && n.values[0] % 100 == 0)
        *made = fault("is no date; write %04d/%04d for the ten years, %04d/%04d for the hundred", n.values[0], n.values[0] + 9, n.values[0],
                      n.values[0] + 99);
    else if (fits)
        *made = fault("is no date; write %04d/%04d", n.values[0], n.values[0] + 9);
    return fits;
}

/* Of a Roman number below 40, as centuries have; 0 for anything else. */
static int roman_of(const char *text)
{
    static const char letters[] = "IVX";
    static const int values[] = {1, 5, 10};
    int sum = 0, before = 0;

    for (; *text && strchr(letters, *text); text++) {
        int value = values[strchr(letters, *text) - letters];

        sum += value > before ? value - 2 * before : value;
        before = value;
    }
    return *text && *text != ' ' && *text != 'e' ? 0 : sum; /* "XVe" in French */
}

/* 15th century, 15. Jh., siglo XV, XVe siècle. */
static bool guess_century(const char *text, struct dating_fault *made)
{
    static const char *const words[] = {"century", "cent.", "Jh",         "Jahrhundert", "siglo",
                                        "secolo",  "s. ",   "si\xC3\xA8", "s\u00E9culo", NULL};
    struct numbers n = numbers_of(text);
    size_t word_at = strcspn(text, "IVX");
    int century = n.count == 1 ? n.values[0] : roman_of(text + word_at);
    bool named = false;

    for (int i = 0; words[i]; i++)
        named = named || strstr(text, words[i]);
    if (!named || century < 1 || century > 40)
        return false;
    *made = fault("is no date; write %04d/%04d, and the words in display:", century * 100 - 99, century * 100);
    return true;
}

/* 1914-18, 1450/60, 1973-09-11/13: the second is a part of the first. */
static bool guess_short_end(const char *text, enum calendar calendar, struct dating_fault *made)
{
    struct numbers n = numbers_of(text);
    const int *v = n.values, last = n.count - 1;

    if (!is_of(text, "0123456789/- \xE2\x80\x93") || n.at[0] != text || n.count < 2 || n.digits[0] != YEAR_DIGITS || n.digits[last] > 2)
        return false;
    int end = n.count == 2 && n.digits[1] == 2 ? v[0] / 100 * 100 + v[1] : 0;
    bool days = n.count == NUMBERS_MAX && is_day(calendar, (struct date){v[0], v[1], v[2]}) && v[3] > v[2] &&
                is_day(calendar, (struct date){v[0], v[1], v[3]});

    if (end > v[0])
        *made = fault("is no date; write %04d/%04d for the years from the one to the other", v[0], end);
    else if (days)
        *made = fault("is no date; write %s/%s", written(v[0], v[1], v[2]).text, written(v[0], v[1], v[3]).text);
    return end > v[0] || days;
}

/* "um 1450", "before 1973-09-11": words, and a date that can be read among them. */
static bool guess_words(const char *text, enum calendar calendar, enum dating_use use, struct dating_fault *made)
{
    struct numbers n = numbers_of(text);
    struct moment moment;
    char date[40];

    if (n.count == 0 || is_of(text, "0123456789./-: "))
        return false;
    size_t length = strspn(n.at[0], "0123456789-:");

    if (length >= sizeof(date) || n.digits[0] != YEAR_DIGITS || n.at[0][length] == '/' || is_letter(n.at[0][length]))
        return false;
    memcpy(date, n.at[0], length);
    date[length] = '\0';
    if (strcspn(n.at[0] + length, DIGITS) != strlen(n.at[0] + length) || moment_parse(date, calendar, &moment) != DATING_FINE)
        return false;
    *made = use == DATING_PLAIN ? fault("is no date; write %s", date)
                                : fault("is no date; write %s, or c. %s where that is not sure, and the words in display:", date, date);
    return true;
}

/* Numbers that stand in their places, but are too large or too small. */
static struct dating_fault fault_of_number(const struct moment *moment, enum calendar calendar, enum dating_error error)
{
    static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};
    struct date date = moment->date;

    if (error == DATING_NO_YEAR)
        return fault("is no date: there is no year 0; write -0001 for 1 BC, 0001 for the year after it");
    if (error == DATING_SHORT_YEAR)
        return fault("is no date; write the year with all its digits, for example 19%02d, or %04d if that is the year", date.year,
                     date.year);
    if (error == DATING_NO_TIME)
        return fault("is no time of day; write it from 00:00 to 23:59");
    if (error == DATING_NO_MONTH && is_day(calendar, (struct date){date.year, date.day, date.month}))
        return fault("is no date: months go from 01 to 12; did you mean %s?", written(date.year, date.day, date.month).text);
    if (error == DATING_NO_MONTH)
        return fault("is no date: months go from 01 to 12; write %s where the month is not known", written(date.year, 0, 0).text);
    int days = date_days_of_month(calendar, date);
    bool julian = date.day == 29 && date_days_of_month(CALENDAR_JULIAN, date) == 29;

    return fault("is no date: %s %d%s has %d days%s", months[date.month - 1], date.year < 0 ? -date.year : date.year,
                 date.year < 0 ? " BC" : "", days,
                 julian ? "; add calendar: julian if the source counts so" : "; write the day as the source has it, or the month alone");
}

/* A range of which one side can be read but for its numbers. */
static bool guess_side(const char *text, enum calendar calendar, struct dating_fault *made)
{
    static const char *const signs[] = {"/", "\xE2\x80\x93", NULL};
    char first[64];

    for (int i = 0; signs[i]; i++) {
        const char *sign = strstr(text, signs[i]);
        size_t length = sign ? (size_t)(sign - text) : sizeof(first);

        if (length >= sizeof(first))
            continue;
        memcpy(first, text, length);
        first[length] = '\0';
        const char *const sides[] = {first, sign + strlen(signs[i])};

        for (size_t side = 0; side < COUNTOF(sides); side++) {
            struct moment moment;
            enum dating_error error = moment_parse(sides[side], calendar, &moment);

            if (error != DATING_FINE && error != DATING_UNREADABLE) {
                *made = fault_of_number(&moment, calendar, error);
                return true;
            }
        }
    }
    return false;
}

struct dating_fault dating_fault_of(const char *text, enum calendar calendar, enum dating_error error, enum dating_use use)
{
    struct dating_fault made;
    struct moment moment;

    text += strspn(text, " ");
    if (guess_short_end(text, calendar, &made))
        return made;
    moment_parse(text, calendar, &moment);
    if (error != DATING_UNREADABLE)
        return fault_of_number(&moment, calendar, error);
    if (guess_order(text, calendar, &made) || guess_side(text, calendar, &made) || guess_decade(text, &made) ||
        guess_century(text, &made) || guess_words(text, calendar, use, &made))
        return made;
    if (use == DATING_PLAIN)
        return fault("is no date; write year-month-day as far as it is known: 1973-09-11, 1973-09 or 1973");
    return fault("is no date; write year-month-day as far as it is known: 1973-09-11, 1973-09 or 1973; also c. 1450, 1450/1460, -0044 "
                 "for 44 BC, 1973-09-11 11:52");
}
