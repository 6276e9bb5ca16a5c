/* Spreadsheets keep fifteen digits of a number. */
#include "wording/bent.h"

#include "wording/bent_days.h"

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
    bool is_short = strncmp(text, ":59", 3) == 0;

    text += is_short || strncmp(text, ":00", 3) == 0 ? 3 : 0;
    bool halved = strcasecmp(text, " AM") == 0 || strcasecmp(text, " PM") == 0;

    if (minute > 59 || (halved ? hour < 1 || hour > 12 : *text || hour > 23))
        return false;
    if (halved)
        hour = hour % 12 + (text[1] == 'P' || text[1] == 'p' ? 12 : 0);
    *minutes = hour * 60 + minute + is_short;
    return *minutes < 24 * 60;
}

/* "true", which becomes a value, in the languages that spreadsheets speak. */
static bool is_truth_of(const char *before, const char *after)
{
    static const char *const truths[] = {"TRUE", "FALSE", "WAHR", "FALSCH", "VRAI", "FAUX", "VERDADERO", "FALSO", "VERDADEIRO", "VERO"};

    for (size_t i = 0; i < sizeof(truths) / sizeof(truths[0]); i++)
        if (strcmp(after, truths[i]) == 0)
            return strcasecmp(before, after) == 0;
    return false;
}

/* "#NAME?", "#REF!", "#¡VALOR!" of what was taken for a formula, "####" of what is wider than its column. */
static bool is_failure(const char *after)
{
    size_t length = strlen(after), signs = strspn(after, "#");

    return signs > 1 ? signs == length
                     : signs == 1 && length > 2 && strchr("!?", after[length - 1]) && !strpbrk(after, " abcdefghijklmnopqrstuvwxyz");
}

/* Without the commas or points that part thousands; false: there are none, or not each behind three digits. */
static bool cut_thousands(char number[NUMBER_BYTES], const char *text)
{
    size_t whole = strspn(text, DIGITS), length = whole;
    const char mark = text[whole];

    if (whole == 0 || whole > 3 || *text == '0' || (mark != ',' && mark != '.'))
        return false;
    memcpy(number, text, whole);
    for (text += whole; *text; text += 4, length += 3) {
        if (*text != mark || strspn(text + 1, DIGITS) < 3 || strspn(text + 1, DIGITS) > 3)
            return false;
        memcpy(number + length, text + 1, 3);
    }
    number[length] = '\0';
    return true;
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
    if (days_are_bent(before, after, year) || is_truth_of(before, after) || is_failure(after) ||
        (*before == '\'' && strcmp(before + 1, after) == 0) || (cut_thousands(number[0], before) && strcmp(number[0], after) == 0))
        return true;
    bool percent = cut_percent(number[0], before);

    if (percent && cut_percent(number[1], after) && strcmp(number[0], number[1]) == 0) /* "50%" of "50 %" */
        return strlen(after) < strlen(before);
    return percent == cut_percent(number[1], after) && is_of_spreadsheet(number[1], percent) && !is_respelled(number[0], number[1]) &&
           take_number(number[0], one) && take_number(number[1], other) && strcmp(one, other) == 0;
}
