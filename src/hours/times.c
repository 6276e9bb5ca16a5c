#include "hours/times.h"

#include "base/utf8.h"

#include <string.h>

enum {
    HOUR_MIN = 60,
    DAY_MIN = 24 * HOUR_MIN,
    NIGHT_ENDS_MIN = 6 * HOUR_MIN, /* who closes later than this the next morning has more likely exchanged the two */
};

static const char *past_blanks(const char *at)
{
    return at + strspn(at, " ");
}

/* One or two digits; NULL: there are none. */
static const char *read_number(const char *at, int *number)
{
    size_t digits = strspn(at, "0123456789");

    if (digits < 1 || digits > 2)
        return NULL;
    *number = at[0] - '0';
    if (digits == 2)
        *number = *number * 10 + at[1] - '0';
    return at + digits;
}

/* "9", "9:30", "9.30", "9h", "9h30". */
static const char *read_time(const char *at, int *minutes, bool *exists)
{
    int hour, minute = 0;

    at = read_number(past_blanks(at), &hour);
    if (at && strchr(":.h", *at) && *at) {
        bool bare = *at == 'h' && strspn(at + 1, "0123456789") == 0;
        const char *behind = bare ? NULL : read_number(at + 1, &minute);

        if (!bare && !behind)
            return NULL;
        at = bare ? at + 1 : behind;
    }
    if (!at)
        return NULL;
    *minutes = hour * HOUR_MIN + minute;
    *exists = *exists && minute < HOUR_MIN && *minutes <= DAY_MIN;
    return past_blanks(at);
}

/* A hyphen, an en dash or an em dash. */
static const char *past_dash(const char *at)
{
    static const char *const dashes[] = {"-", "\xE2\x80\x93", "\xE2\x80\x94"};

    for (size_t i = 0; i < COUNTOF(dashes); i++)
        if (strncmp(at, dashes[i], strlen(dashes[i])) == 0)
            return at + strlen(dashes[i]);
    return NULL;
}

/* Midnight is where a day ends, too. */
static bool ends_after_it_begins(struct open_span *opening)
{
    if (opening->to <= opening->from && opening->to <= NIGHT_ENDS_MIN)
        opening->to += DAY_MIN;
    return opening->to > opening->from && opening->to <= opening->from + DAY_MIN;
}

enum times_fault times_parse(const char *text, struct open_span openings[OPENINGS_MAX], int *count)
{
    struct open_span read[OPENINGS_MAX];
    const char *at = past_blanks(text);
    bool exists = true;
    int found = 0;

    *count = 0;
    if (strncmp(at, "closed", 6) == 0 && *past_blanks(at + 6) == '\0')
        return TIMES_FINE;
    for (;; at++) {
        struct open_span opening;

        at = read_time(at, &opening.from, &exists);
        at = at ? past_dash(at) : NULL;
        at = at ? read_time(at, &opening.to, &exists) : NULL;
        if (!at || (*at && *at != ','))
            return TIMES_UNREAD;
        if (!exists)
            return TIMES_BEYOND;
        if (!ends_after_it_begins(&opening))
            return TIMES_REVERSED;
        if (found > 0 && opening.from < read[found - 1].to)
            return TIMES_OVERLAP;
        if (found == OPENINGS_MAX)
            return TIMES_MANY;
        read[found++] = opening;
        if (!*at)
            break;
    }
    memcpy(openings, read, sizeof(*read) * (size_t)found);
    *count = found;
    return TIMES_FINE;
}
