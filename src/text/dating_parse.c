/* From the left to the right; a range is cut where both sides can be read. */
#include "text/dating_parse.h"

#include <stdio.h>
#include <string.h>

enum { TEXT_MAX = 80, YEAR_DIGITS = 4, SURE_YEAR_DIGITS = 3 };

/* What is left to be read. */
struct cursor {
    const char *at;
};

static bool is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

static bool take(struct cursor *cursor, const char *word)
{
    size_t length = strlen(word);

    if (strncmp(cursor->at, word, length) != 0)
        return false;
    cursor->at += length;
    return true;
}

static bool take_any(struct cursor *cursor, const char *const words[])
{
    for (; *words; words++)
        if (take(cursor, *words))
            return true;
    return false;
}

static void take_blanks(struct cursor *cursor)
{
    while (*cursor->at == ' ')
        cursor->at++;
}

/* Up to `most` digits, and how many there were. */
static int take_number(struct cursor *cursor, int most, int *number)
{
    int digits = 0;

    for (*number = 0; digits < most && is_digit(*cursor->at); digits++)
        *number = *number * 10 + (*cursor->at++ - '0');
    return digits;
}

/* Exactly two digits behind a sign; the cursor stays where there are none. */
static bool take_part(struct cursor *cursor, char sign, int *part)
{
    struct cursor ahead = {cursor->at + 1};

    if (*cursor->at != sign || take_number(&ahead, 2, part) != 2 || is_digit(*ahead.at))
        return false;
    *cursor = ahead;
    return true;
}

/* Behind a day: " 11:52", or "T11:52" as machines write it. */
static void take_time(struct cursor *cursor, struct moment *moment)
{
    struct cursor ahead = {cursor->at + 1};
    int hour, minute, digits;

    if (*cursor->at != ' ' && *cursor->at != 'T')
        return;
    take_blanks(&ahead);
    digits = take_number(&ahead, 2, &hour);
    if (digits == 0 || !take_part(&ahead, ':', &minute))
        return;
    moment->timed = true;
    moment->minute = hour < 24 && minute < 60 ? hour * 60 + minute : -1;
    *cursor = ahead;
}

static enum dating_error check(const struct moment *moment, enum calendar calendar)
{
    const struct date *date = &moment->date;

    if (date->year == 0)
        return DATING_NO_YEAR;
    if (date->month > 12)
        return DATING_NO_MONTH;
    if (date->day > 0 && date->day > date_days_of_month(calendar, *date))
        return DATING_NO_DAY;
    return moment->timed && moment->minute < 0 ? DATING_NO_TIME : DATING_FINE;
}

/* Behind the year: "-05-23 11:52", as far as it goes. False for a month or a day of 00. */
static bool take_day(struct cursor *cursor, struct moment *moment)
{
    struct date *date = &moment->date;

    if (!take_part(cursor, '-', &date->month))
        return true;
    if (!take_part(cursor, '-', &date->day))
        return date->month > 0;
    take_time(cursor, moment);
    return date->month > 0 && date->day > 0;
}

/* is_signed: a minus or AD stands before it. */
static enum dating_error take_date(struct cursor *cursor, struct moment *moment, bool is_signed)
{
    static const char *const before[] = {"BCE", "BC", "B.C.E.", "B.C.", NULL}, *const after[] = {"CE", "AD", "A.D.", NULL};
    struct date *date = &moment->date;
    int digits = take_number(cursor, YEAR_DIGITS, &date->year);

    if (digits == 0 || is_digit(*cursor->at))
        return DATING_UNREADABLE;
    if (!take_day(cursor, moment))
        return date->month == 0 || date->month > 12 ? DATING_NO_MONTH : DATING_NO_DAY;
    take_blanks(cursor);
    bool is_before = !is_signed && take_any(cursor, before);

    if (is_before)
        date->year = -date->year;
    if (is_before || (!is_signed && take_any(cursor, after)))
        return DATING_FINE;
    return digits < SURE_YEAR_DIGITS && !is_signed ? DATING_SHORT_YEAR : DATING_FINE;
}

static bool take_about(struct cursor *cursor)
{
    static const char *const words[] = {"circa", "ca.", "ca", "c.", "c", "~", NULL};
    struct cursor ahead = *cursor;

    if (!take_any(&ahead, words))
        return false;
    take_blanks(&ahead);
    if (!is_digit(*ahead.at) && *ahead.at != '-' && *ahead.at != 'A')
        return false;
    *cursor = ahead;
    return true;
}

enum dating_error moment_parse(const char *text, enum calendar calendar, struct moment *moment)
{
    static const char *const doubts[] = {"?", "(?)", NULL}, *const minuses[] = {"-", "\xE2\x88\x92", NULL}, *const eras[] = {"AD ", NULL};
    struct cursor cursor = {text};

    *moment = (struct moment){0};
    take_blanks(&cursor);
    if (take_about(&cursor))
        moment->surety = DATE_ABOUT;
    bool negative = take_any(&cursor, minuses), named = !negative && take_any(&cursor, eras);
    enum dating_error error = take_date(&cursor, moment, negative || named);

    if (negative)
        moment->date.year = -moment->date.year;
    take_blanks(&cursor);
    if (moment->surety == DATE_SURE && take_any(&cursor, doubts))
        moment->surety = DATE_DOUBTED;
    take_blanks(&cursor);
    if (error == DATING_UNREADABLE || *cursor.at)
        return DATING_UNREADABLE;
    return error != DATING_FINE ? error : check(moment, calendar);
}

/* Two moments with `length` bytes between them at `at`. */
static enum dating_error parse_range(const char *text, size_t at, size_t length, struct dating *dating)
{
    char first[TEXT_MAX + 1];

    memcpy(first, text, at);
    first[at] = '\0';
    enum dating_error error = moment_parse(first, dating->calendar, &dating->from);
    enum dating_error last = moment_parse(text + at + length, dating->calendar, &dating->to);
    bool shares_era = last == DATING_FINE && dating->to.date.year < 0 && dating->from.date.year > 0 && text[at + length] != '-';

    if (shares_era && (error == DATING_FINE || error == DATING_SHORT_YEAR) && !strpbrk(first, "ACDE")) { /* "500-400 BC" */
        dating->from.date.year = -dating->from.date.year;
        return DATING_FINE;
    }
    return error != DATING_FINE ? error : last;
}

enum dating_error dating_parse(const char *text, enum calendar calendar, struct dating *dating)
{
    static const char *const signs[] = {"/", "\xE2\x80\x93", "\xE2\x80\x94", " - ", "-", NULL};
    enum dating_error error;

    *dating = (struct dating){.calendar = calendar};
    error = moment_parse(text, calendar, &dating->from);
    if (error == DATING_FINE || strlen(text) > TEXT_MAX)
        return error;
    for (int i = 0; signs[i]; i++)
        for (const char *at = text; (at = strstr(at, signs[i])); at++) {
            struct dating range = {.calendar = calendar};
            enum dating_error of_range = parse_range(text, (size_t)(at - text), strlen(signs[i]), &range);

            if (of_range == DATING_FINE) {
                *dating = range;
                return DATING_FINE;
            }
        }
    return error;
}

struct moment_string moment_written(const struct moment *moment)
{
    struct moment_string string;
    const struct date *date = &moment->date;
    char month[8] = "", day[8] = "", time[16] = "";

    if (date->month > 0)
        snprintf(month, sizeof(month), "-%02u", (unsigned)date->month % 100);
    if (date->day > 0)
        snprintf(day, sizeof(day), "-%02u", (unsigned)date->day % 100);
    if (moment->timed)
        snprintf(time, sizeof(time), " %02u:%02u", (unsigned)moment->minute / 60 % 100, (unsigned)moment->minute % 60);
    snprintf(string.text, sizeof(string.text), "%s%s%04u%s%s%s%s", moment->surety == DATE_ABOUT ? "c. " : "", date->year < 0 ? "-" : "",
             (unsigned)(date->year < 0 ? -date->year : date->year) % 10000, month, day, time, moment->surety == DATE_DOUBTED ? "?" : "");
    return string;
}
