/* Three numbers with the same sign between them. */
#include "exchange/desk_date.h"

#include "text/dating_parse.h"
#include "wording/bent.h"

#include <stdio.h>
#include <string.h>

/* rest: a time of day, behind it. */
struct desk_numbers {
    int of[3];
    char sign;
    const char *rest;
};

static bool take_numbers(const char *text, struct desk_numbers *numbers)
{
    char signs[2];
    int length = 0;

    if (sscanf(text, "%4d%c%2d%c%4d%n", &numbers->of[0], &signs[0], &numbers->of[1], &signs[1], &numbers->of[2], &length) != 5 ||
        length == 0)
        return false;
    numbers->sign = signs[0];
    numbers->rest = text + length;
    return signs[0] == signs[1] && strchr("/.-", signs[0]) && numbers->of[0] > 0 && numbers->of[1] > 0 && numbers->of[2] > 0 &&
           (*numbers->rest == '\0' || *numbers->rest == ' ');
}

static const char *written(struct arena *arena, struct date date, const char *rest)
{
    const char *text = arena_printf(arena, "%04d-%02d-%02d%s", date.year, date.month, date.day, rest);
    struct dating dating;

    return dating_parse(text, CALENDAR_GREGORIAN, &dating) == DATING_FINE ? text : NULL;
}

/* The same time, however it is written. */
static bool is_same(const char *one, const char *other)
{
    struct dating a, b;

    if (dating_parse(one, CALENDAR_GREGORIAN, &a) != DATING_FINE || dating_parse(other, CALENDAR_GREGORIAN, &b) != DATING_FINE)
        return false;
    return strcmp(moment_written(&a.from).text, moment_written(&b.from).text) == 0 &&
           strcmp(moment_written(&a.to).text, moment_written(&b.to).text) == 0;
}

/* "11.9.1973 11:52:00 PM" -> "11.9.1973 23:52", in the arena. What has no time of day stays as it is. */
static const char *with_plain_time(struct arena *arena, const char *text)
{
    size_t hour = strcspn(text, ":");
    int minutes;

    while (hour > 0 && text[hour - 1] != ' ')
        hour--;
    if (hour == 0 || !bent_take_time(text + hour, &minutes))
        return text;
    return arena_printf(arena, "%.*s%02d:%02d", (int)hour, text, minutes / 60, minutes % 60);
}

enum desk_date desk_date_read(struct arena *arena, const char *text, const char *before, const char *dates[2])
{
    struct dating dating;
    struct desk_numbers n;

    if (dating_parse(text, CALENDAR_GREGORIAN, &dating) != DATING_FINE)
        text = with_plain_time(arena, text);
    dates[0] = is_same(text, before) ? before : text;
    dates[1] = NULL;
    if (dating_parse(text, CALENDAR_GREGORIAN, &dating) == DATING_FINE)
        return DESK_DATE_FINE;
    if (!take_numbers(text, &n))
        return DESK_DATE_UNREADABLE;
    if (n.of[0] > 99) {
        dates[0] = written(arena, (struct date){n.of[0], n.of[1], n.of[2]}, n.rest);
    } else if (n.of[2] > 99) {
        dates[0] = written(arena, (struct date){n.of[2], n.of[1], n.of[0]}, n.rest);
        dates[1] = n.sign == '.' || n.of[0] == n.of[1] ? NULL : written(arena, (struct date){n.of[2], n.of[0], n.of[1]}, n.rest);
    } else {
        return DESK_DATE_UNREADABLE;
    }
    for (int i = 0; i < 2; i++)
        if (dates[i] && is_same(dates[i], before)) {
            dates[0] = before;
            return DESK_DATE_FINE;
        }
    if (dates[0] && dates[1])
        return DESK_DATE_AMBIGUOUS;
    dates[0] = dates[0] ? dates[0] : dates[1];
    return dates[0] ? DESK_DATE_FINE : DESK_DATE_UNREADABLE;
}
