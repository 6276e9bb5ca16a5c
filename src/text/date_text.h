/* Dates as a language writes them. Texts lie in the arena. Pure. */
#pragma once

#include "text/digits.h"
#include "text/dating.h"

/* Patterns. day: with {day}, {month} and {year}; month: with {month} and {year}; year: with {year}, NULL: bare; time: with {date} and
 * {time}; clock: with {hour} (0 to 23) or {hour12} (1 to 12), {minute}, and {half}, which is one of the two halves of the day; NULL:
 * "{hour}:{minute}"; before_christ, anno_domini and about: with {date}. months: twelve names as they stand in the pattern of a day;
 * months_alone: in that of a month ("11 września", "wrzesień 1973"), NULL: the same. years_added: to each year, for a reckoning that began
 * before Christ (543: the Buddhist era). */
struct date_format {
    const char *day, *month, *year, *time, *clock;
    const char *before_christ, *anno_domini, *about;
    const char *const *months, *const *months_alone, *const *halves;
    struct digits digits;
    int years_added;
};

/* "11 September 1973", "November 1975", "1972", "44 BC": as precise as the date is. */
const char *date_text(struct arena *arena, const struct date_format *format, struct date date);
/* The same with what is known beside the date: "c. 1450", "1450?", "11 September 1973, 11:52". Of a day of the Julian calendar that
 * Gregorian dates were in use beside, both: "25 October 1917 (7 November 1917)". */
const char *date_text_moment(struct arena *arena, const struct date_format *format, const struct moment *moment, enum calendar calendar);
/* "9:05" or "9:05 AM", of minutes since midnight. */
const char *date_text_clock(struct arena *arena, const struct date_format *format, int minute);
/* "31 March – 1 April 1964", "21 – 22 August 1971", "100 – 44 BC", "44 BC – AD 14": what both ends share at their end is said once. Equal
 * ends: one date. */
const char *date_text_dating(struct arena *arena, const struct date_format *format, const struct dating *dating);
