/* Spreadsheets keep fifteen digits of a number. */
#include "wording/bent.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NUMBER_BYTES = 64 };

/* Fifteen digits and the power of ten of a text that is a number and nothing else: [+-]1234[.,]5678[E+12]. False: it is none. */
static bool take_number(const char *text, char digits[NUMBER_BYTES])
{
    const char *at = text + strspn(text, "+-");
    size_t whole = strspn(at, "0123456789"), part = strchr(".,", at[whole]) && at[whole] ? strspn(at + whole + 1, "0123456789") + 1 : 0;
    char number[NUMBER_BYTES];

    if (at - text > 1 || whole + part == 0 || part == 1 || strlen(text) >= sizeof(number))
        return false;
    at += whole + part;
    if (*at == 'e' || *at == 'E') {
        at++;
        at += *at == '+' || *at == '-';
        size_t power = strspn(at, "0123456789");

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

/* "12:30", "12:30:00", "12:30:00 PM" in minutes. False: it is no time, or one with seconds. */
static bool take_time(const char *text, int *minutes)
{
    int hour, minute, length = 0;

    if (text[0] < '0' || text[0] > '9' || sscanf(text, "%2d:%2d%n", &hour, &minute, &length) != 2 || length == 0)
        return false;
    text += length;
    text += strncmp(text, ":00", 3) == 0 ? 3 : 0;
    *minutes = hour * 60 + minute;
    if (strcmp(text, " AM") == 0 || strcmp(text, " PM") == 0)
        *minutes = (hour % 12 + (text[1] == 'P' ? 12 : 0)) * 60 + minute;
    else if (*text)
        return false;
    return true;
}

/* "1/2", of which a spreadsheet makes a day of this year: "01/02/26", "2026-02-01". */
static bool is_day_of(const char *before, const char *after)
{
    int pair[2], day[3], length = 0, day_length = 0;
    char sign, signs[2];

    if (sscanf(before, "%2d%c%2d%n", &pair[0], &sign, &pair[1], &length) != 3 || before[length] || !strchr("/.-", sign) ||
        sscanf(after, "%4d%c%2d%c%4d%n", &day[0], &signs[0], &day[1], &signs[1], &day[2], &day_length) != 5 || after[day_length] ||
        signs[0] != signs[1] || !strchr("/.-", signs[0]))
        return false;
    const int *found = day[0] > 99 ? day + 1 : day;

    return (found[0] == pair[0] && found[1] == pair[1]) || (found[0] == pair[1] && found[1] == pair[0]);
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

bool bent_is(const char *before, const char *after)
{
    char number[2][NUMBER_BYTES], one[NUMBER_BYTES], other[NUMBER_BYTES];
    int minutes[2];

    if (strcmp(before, after) == 0 || strlen(before) >= NUMBER_BYTES || strlen(after) >= NUMBER_BYTES)
        return false;
    if (take_time(before, &minutes[0]) && take_time(after, &minutes[1]))
        return minutes[0] == minutes[1];
    if (is_day_of(before, after))
        return true;
    return cut_percent(number[0], before) == cut_percent(number[1], after) && take_number(number[0], one) &&
           take_number(number[1], other) && strcmp(one, other) == 0;
}
