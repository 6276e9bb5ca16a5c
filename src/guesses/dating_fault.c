/* Each guess looks for one habit of writing dates; the first that fits speaks. */
#include "guesses/dating_fault.h"

#include "guesses/loose.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { NUMBERS_MAX = 4, YEAR_DIGITS = 4 };

static const char DIGITS[] = "0123456789";

static struct dating_fault PRINTF_LIKE(1, 2) fault(const char *format, ...)
{
    struct dating_fault made = {0};
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

static struct dating_fault certain(struct moment_string meant)
{
    struct dating_fault made = fault("is no date; write %s", meant.text);

    made.meant = meant;
    return made;
}

/* 13.03.1906, 13/3/1906, 3/13/1906, 03.1906; and 1906/03/13, 1906-3-13. */
static bool guess_order(const char *text, enum calendar calendar, struct dating_fault *made)
{
    struct numbers n = numbers_of(text);
    const int *v = n.values, last = n.count - 1;

    if (!is_of(text, "0123456789./- ") || n.at[0] != text || n.count < 2 || n.count > 3)
        return false;
    if (n.count == 2 && n.digits[1] == YEAR_DIGITS && n.digits[0] <= 2 && v[0] >= 1 && v[0] <= 12) {
        *made = certain(written(v[1], v[0], 0));
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

    bool either = day_first && month_first && !year_first && one != other;

    if (either && strchr(text, '/'))
        *made = fault("is no date; write %s or %s, whichever day it was", written(year, other, one).text, written(year, one, other).text);
    else if (either && !is_of(text, "0123456789. "))
        *made = fault("is no date; write %s", written(year, other, one).text);
    else if (day_first)
        *made = certain(written(year, other, one));
    else if (month_first)
        *made = certain(written(year, one, other));
    return day_first || month_first;
}

/* 1914-18, 1450/60, 1973-09-11/13: the second is a part of the first. */
static bool guess_short_end(const char *text, enum calendar calendar, struct dating_fault *made)
{
    struct numbers n = numbers_of(text);
    const int *v = n.values, last = n.count - 1;

    if (!is_of(text, "0123456789/- ") || n.at[0] != text || n.count < 2 || n.digits[0] != YEAR_DIGITS || n.digits[last] > 2)
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

/* Numbers that stand in their places, but are too large or too small. */
static struct dating_fault fault_of_number(const struct moment *moment, enum calendar calendar, enum dating_error error)
{
    static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};
    struct date date = moment->date;

    if (error == DATING_NO_YEAR || date.year == 0)
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

/* Everything else: words, and what can be read among them. */
static bool guess_words(const char *text, enum calendar calendar, const struct dating_context *context, struct dating_fault *made)
{
    struct loose loose;
    bool read = loose_read(text, calendar, &context->phrases, &loose), plain = context->use == DATING_PLAIN;
    struct dating *dating = &loose.dating;

    if (loose.elsewhere) {
        *made = fault("is counted in another calendar; write it in the common one, for example 1973, and the words in display:");
        return true;
    }
    if (!read && dating->from.date.day > 0) {
        struct moment again;
        enum dating_error error = moment_parse(moment_written(&dating->from).text, calendar, &again);

        if (error != DATING_FINE && error != DATING_UNREADABLE)
            *made = fault_of_number(&again, calendar, error);
        return error != DATING_FINE && error != DATING_UNREADABLE;
    }
    if (!read)
        return false;
    bool span = dating->to.date.year != 0, about = dating->from.surety != DATE_SURE, words = loose.has_words || loose.converted;

    if (plain || loose.short_year)
        dating->from.surety = DATE_SURE;
    struct moment_string from = moment_written(&dating->from), to = moment_written(&dating->to);
    const char *display = plain || !words ? "" : ", and the words in display:";

    if (loose.short_year)
        *made = fault("is no date; write the year with all its digits, for example %s", from.text);
    else if (span && plain)
        *made = fault("is no date; write one, for example %s", to.text);
    else if (span && loose.hundred)
        *made = fault("is no date; write %s/%s for the ten years, %s/%04d for the hundred", from.text, to.text, from.text,
                      dating->from.date.year + 99);
    else if (span)
        *made = fault("is no date; write %s/%s%s", from.text, to.text, display);
    else if (loose.julian)
        *made = fault("is no date; write %s, and calendar: julian below it", from.text);
    else if (words && !about && !plain && !loose.converted)
        *made = fault("is no date; write %s, or c. %s where that is not sure, and the words in display:", from.text, from.text);
    else
        *made = fault("is no date; write %s%s", from.text, display);
    return true;
}

/* A range of which one side can be read but for its numbers. */
static bool guess_side(const char *text, enum calendar calendar, struct dating_fault *made)
{
    static const char *const signs[] = {"/", "-", NULL};
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

            if (error != DATING_FINE && error != DATING_UNREADABLE && error != DATING_SHORT_YEAR) {
                *made = fault_of_number(&moment, calendar, error);
                return true;
            }
        }
    }
    return false;
}

/* "19730911"; and years that are too far away: "-20000", "10.000 v. Chr.". */
static bool guess_digits(const char *text, enum calendar calendar, struct dating_fault *made)
{
    const char *at = text + strcspn(text, DIGITS);
    char digits[12];
    size_t length = 0;

    for (; *at && length + 1 < sizeof(digits); at++) {
        bool between = strchr(",. ", *at) && strspn(at + 1, DIGITS) == 3;

        if (*at >= '0' && *at <= '9')
            digits[length++] = *at;
        else if (!between)
            break;
    }
    digits[length] = '\0';
    struct numbers n = numbers_of(digits);
    int year, month, day;

    if (length == 8 && sscanf(digits, "%4d%2d%2d", &year, &month, &day) == 3 && is_day(calendar, (struct date){year, month, day})) {
        *made = fault("is no date; write %s", written(year, month, day).text);
        return true;
    }
    if (n.count == 0 || length <= YEAR_DIGITS || length > 7 || strpbrk(at, DIGITS))
        return false;
    *made = fault("is farther away than the axis reaches: from -9999 to 9999");
    return true;
}

struct dating_fault dating_fault_of(const char *text, enum calendar calendar, enum dating_error error, const struct dating_context *context)
{
    struct dating_fault made;
    struct moment moment;
    struct plain plain;

    if (error == DATING_UNREADABLE && plain_of(text, &plain)) {
        text = plain.text;
        error = moment_parse(text, calendar, &moment);
    }
    text += strspn(text, " ");
    if (guess_short_end(text, calendar, &made))
        return made;
    moment_parse(text, calendar, &moment);
    if (error == DATING_FINE)
        return fault("is no date; write %s", moment_written(&moment).text);
    if (error == DATING_SHORT_YEAR && guess_words(text, calendar, context, &made))
        return made;
    if (error != DATING_UNREADABLE)
        return fault_of_number(&moment, calendar, error);
    if (guess_order(text, calendar, &made) || guess_side(text, calendar, &made) || guess_words(text, calendar, context, &made))
        return made;
    if (guess_digits(text, calendar, &made))
        return made;
    if (context->use == DATING_PLAIN)
        return fault("is no date; write year-month-day as far as it is known: 1973-09-11, 1973-09 or 1973");
    return fault("is no date; write year-month-day as far as it is known: 1973-09-11, 1973-09 or 1973; also c. 1450, 1450/1460, -0044 "
                 "for 44 BC, 1973-09-11 11:52");
}
