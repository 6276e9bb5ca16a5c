/* Numbers of a day and a month stand in any order: machines differ in that. */
#include "wording/bent_days.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define DIGITS "0123456789"

enum { MONTHS = 12, CENTURY = 100 };

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
static bool is_day_of_pair(const char *before, const char *after, int year)
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

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (unsigned char)byte >= 0x80;
}

/* From 1: of which month this is the name, or how it begins, in the languages that spreadsheets speak; 0: of none. length: of letters and
 * the point behind them. */
static int take_month(const char *text, size_t *length)
{
    enum { SHORTEST = 3 };
    static const char *const names[MONTHS][6] = {{"january", "januar", "janvier", "janeiro", "enero", "gennaio"},
                                                 {"february", "februar", "f\u00E9vrier", "fevereiro", "febrero", "febbraio"},
                                                 {"march", "m\u00E4rz", "mars", "mar\u00E7o", "marzo", "mrz"},
                                                 {"april", "avril", "abril", "aprile"},
                                                 {"may", "mai", "maio", "mayo", "maggio"},
                                                 {"june", "juni", "juin", "junho", "junio", "giugno"},
                                                 {"july", "juli", "juillet", "julho", "julio", "luglio"},
                                                 {"august", "ao\u00FBt", "agosto"},
                                                 {"september", "septembre", "setembro", "septiembre", "settembre"},
                                                 {"october", "oktober", "octobre", "outubro", "octubre", "ottobre"},
                                                 {"november", "novembre", "novembro", "noviembre"},
                                                 {"december", "dezember", "d\u00E9cembre", "dezembro", "diciembre", "dicembre"}};
    size_t letters = 0;

    while (is_letter(text[letters]))
        letters++;
    *length = letters + (letters > 0 && text[letters] == '.');
    for (int m = 0; letters >= SHORTEST && m < MONTHS; m++)
        for (size_t n = 0; n < sizeof(names[m]) / sizeof(names[m][0]) && names[m][n]; n++)
            if (strncasecmp(text, names[m][n], letters) == 0)
                return m + 1;
    return 0;
}

/* "2-Jan", "Jan-03", "2. Jan", "13 March", "13-Mar-06": a month's name, and numbers before or behind it. -1: none. */
struct named_month {
    int month, before, behind;
    size_t behind_digits;
};

static int take_part(const char **at, size_t digits_most)
{
    size_t digits = strspn(*at, DIGITS);
    int number = digits > 0 && digits <= digits_most ? (int)strtol(*at, NULL, 10) : -1;

    *at += digits;
    return number;
}

static bool take_named(const char *text, struct named_month *named)
{
    size_t length;

    named->before = take_part(&text, 2);
    text += strspn(text, named->before >= 0 ? ". -" : "");
    named->month = take_month(text, &length);
    if (named->month == 0)
        return false;
    text += length;
    text += strspn(text, " -,");
    named->behind_digits = strspn(text, DIGITS);
    named->behind = take_part(&text, 4);
    return *text == '\0' && (named->before >= 0 || named->behind >= 0);
}

static bool is_year_of(const struct named_month *named, int year)
{
    return named->behind >= 0 && named->behind % CENTURY == year % CENTURY && (named->behind_digits == 2 || named->behind == year);
}

/* What became a month's name and a number was two numbers, or a name written out. */
static bool is_named_of(const char *before, const struct named_month *after)
{
    struct day_part parts[3];
    struct named_month named;
    int count = take_day(before, parts);

    for (int first = 0; count == 2 && first < 2; first++) {
        const struct day_part *month = &parts[first], *other = &parts[1 - first];

        if (month->number == after->month && month->digits < 3 &&
            (after->behind < 0 ? other->number == after->before : after->before < 0 && is_year_of(after, other->number)))
            return true;
    }
    if (count > 0 || !take_named(before, &named) || named.month != after->month)
        return false;
    if (after->behind < 0) /* "March 13" */
        return after->before == (named.before < 0 ? named.behind : named.behind < 0 ? named.before : -1);
    return named.before == after->before && is_year_of(after, named.behind);
}

/* A whole day, year first, that was turned into one with the year behind. */
static bool is_turned(const char *before, const char *after)
{
    struct day_part day[3], turned[3];

    if (take_day(before, day) != 3 || take_day(after, turned) != 3 || day[0].digits != 4 || turned[2].digits < 2 || turned[2].digits == 3)
        return false;
    return turned[2].number == (turned[2].digits == 4 ? day[0].number : day[0].number % CENTURY) &&
           ((turned[0].number == day[1].number && turned[1].number == day[2].number) ||
            (turned[0].number == day[2].number && turned[1].number == day[1].number));
}

bool days_are_bent(const char *before, const char *after, int year)
{
    struct named_month named;

    return is_day_of_pair(before, after, year) || is_turned(before, after) || (take_named(after, &named) && is_named_of(before, &named));
}
