/* Spreadsheets keep fifteen digits of a number. */
#include "wording/bent.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define DIGITS "0123456789"

enum { NUMBER_BYTES = 64 };

/* Fifteen digits and the power of ten of a text that is a number and nothing else: [+-]1234[.,]5678[E+12]. False: it is none. */
static bool take_number(const char *text, char digits[NUMBER_BYTES])
{
    const char *at = text + strspn(text, "+-");
    size_t whole = strspn(at, DIGITS), part = strchr(".,", at[whole]) && at[whole] ? strspn(at + whole + 1, DIGITS) + 1 : 0;
    char number[NUMBER_BYTES];

    if (at - text > 1 || whole + part == 0 || part == 1 || strlen(text) >= sizeof(number))
        return false;
    at += whole + part;
    if (*at == 'e' || *at == 'E') {
        at++;
        at += *at == '+' || *at == '-';
        size_t power = strspn(at, DIGITS);

        at += power;
        if (power == 0)
            return false;
    }
    if (*at)
        return false;
    snprintf(number, sizeof(number), "%s", text);
    if (part > 0)
        number[strcspn(number, ".,")] = '.';
    snprintf(digits, NUMBER_BYTES, "%.14e", strtod(number, NULL));
    return true;
}

bool bent_take_time(const char *text, int *minutes)
{
    int hour, minute, length = 0;
    size_t digits = strspn(text, DIGITS);

    if (digits == 0 || text[digits] != ':' || strspn(text + digits + 1, DIGITS) == 0 ||
        sscanf(text, "%2d:%2d%n", &hour, &minute, &length) != 2)
        return false;
    text += length;
    text += strncmp(text, ":00", 3) == 0 ? 3 : 0;
    bool halved = strcasecmp(text, " AM") == 0 || strcasecmp(text, " PM") == 0;

    if (minute > 59 || (halved ? hour < 1 || hour > 12 : *text || hour > 23))
        return false;
    if (halved)
        hour = hour % 12 + (text[1] == 'P' || text[1] == 'p' ? 12 : 0);
    *minutes = hour * 60 + minute;
    return true;
}

/* One of the numbers of a day. */
struct day_part {
    int number;
    size_t digits;
};

/* "1/2", "01.02.2026": numbers with one sign between them. How many; 0: it is something else. */
static int take_day(const char *text, struct day_part parts[3])
{
    char sign = text[strspn(text, DIGITS)];
    int count = 0;

    for (;; text++) {
        size_t digits = strspn(text, DIGITS);

        if (digits == 0 || digits > 4 || count == 3)
            return 0;
        parts[count++] = (struct day_part){(int)strtol(text, NULL, 10), digits};
        text += digits;
        if (!*text)
            return count;
        if (*text != sign || !strchr("/.-", sign))
            return 0;
    }
}

/* In January the year of a table that came back is often the last one. */
static bool is_present(const struct day_part *part, int year)
{
    for (int present = year - 1; present <= year; present++)
        if ((part->digits == 4 && part->number == present) || (part->digits == 2 && part->number == present % 100))
            return true;
    return false;
}

/* "1/2", to which a spreadsheet adds the year, in front or behind: "01/02/26", "2026-02-01". */
static bool is_day_of(const char *before, const char *after, int year)
{
    struct day_part pair[3], day[3];

    if (take_day(before, pair) != 2 || take_day(after, day) != 3 || pair[0].digits > 2 || pair[1].digits > 2)
        return false;
    for (int first = 0; first < 2; first++) {
        const struct day_part *found = day + first;

        if (is_present(&day[first == 0 ? 2 : 0], year) && ((found[0].number == pair[0].number && found[1].number == pair[1].number) ||
                                                           (found[0].number == pair[1].number && found[1].number == pair[0].number)))
            return true;
    }
    return false;
}

/* Without the sign of percents, if it has one. */
static bool cut_percent(char number[NUMBER_BYTES], const char *text)
{
    size_t length = strlen(text), number_length = length > 0 && text[length - 1] == '%' ? length - 1 : length;

    while (number_length > 0 && number_length < length && text[number_length - 1] == ' ')
        number_length--;
    snprintf(number, NUMBER_BYTES, "%.*s", (int)number_length, text);
    return number_length < length;
}

/* Whether a spreadsheet writes a number so: nothing before it that it does not need, and behind it only what percents and powers have. */
static bool is_of_spreadsheet(const char *number, bool percent)
{
    const char *at = number + (*number == '-');
    size_t whole = strspn(at, DIGITS);

    if (whole == 0 || (whole > 1 && *at == '0') || strchr(at, 'e'))
        return false;
    return percent || !strpbrk(at, ".,") || strchr(at, 'E') || at[strlen(at) - 1] != '0';
}

/* The same digits, whether a comma or a point stands between them: that is for somebody to choose, and no spreadsheet changes it. */
static bool is_respelled(const char *one, const char *other)
{
    while (*one && *other && (*one == *other || (strchr(".,", *one) && strchr(".,", *other)))) {
        one++;
        other++;
    }
    return *one == *other;
}

bool bent_is(const char *before, const char *after, int year)
{
    char number[2][NUMBER_BYTES], one[NUMBER_BYTES], other[NUMBER_BYTES];
    int minutes[2];

    if (strcmp(before, after) == 0 || strlen(before) >= NUMBER_BYTES || strlen(after) >= NUMBER_BYTES)
        return false;
    if (bent_take_time(before, &minutes[0]) && bent_take_time(after, &minutes[1]))
        return minutes[0] == minutes[1];
    if (is_day_of(before, after, year))
        return true;
    bool percent = cut_percent(number[0], before);

    return percent == cut_percent(number[1], after) && is_of_spreadsheet(number[1], percent) && !is_respelled(number[0], number[1]) &&
           take_number(number[0], one) && take_number(number[1], other) && strcmp(one, other) == 0;
}
