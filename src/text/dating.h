/* When something was, as far as its source knows. Pure. */
#pragma once

#include "text/date.h"

/* DATE_ABOUT: "c. 1450"; DATE_DOUBTED: "1450?". */
enum surety { DATE_SURE, DATE_ABOUT, DATE_DOUBTED };

/* A date as precise as it is known, down to the minute: minute counts from midnight and holds only where `timed` is set, which needs a
 * day. Zeroed: none. */
struct moment {
    struct date date;
    int minute;
    bool timed;
    enum surety surety;
};

/* One moment (`to` zeroed: no year), or a span from the first to the last, both of which belong to it. Each has a precision of its own. */
struct dating {
    struct moment from, to;
    enum calendar calendar; /* of both, as they are written */
};

/* Days since 1 January 1970 (text/date.h) with the time of day as a fraction: from `earliest` up to, not including, `latest`. */
struct extent {
    double earliest, latest;
};

enum precision moment_precision(const struct moment *moment);
/* Without what is finer than that. */
struct moment moment_cut(struct moment moment, enum precision precision);
/* All of the time that it may have been: a year known to the year; a day known to the day. What is not sure reaches farther, to both sides:
 * a year by 1, by 5 where it ends in 0, by 25 where it ends in 00; a month by half of one, a day by 3, a minute by 30. */
struct extent moment_extent(const struct moment *moment, enum calendar calendar);

/* The moment that ends it: `to`, or `from` where it is no span. */
const struct moment *dating_last(const struct dating *dating);
/* From the earliest that it may have begun to the latest that it may have ended. */
struct extent dating_extent(const struct dating *dating);
/* Where it stands when it must stand somewhere: the beginning of a day or minute; the middle of a month or year. */
double dating_point(const struct dating *dating);
/* Whether the one was over before the other can have begun, by what is written, whether it is sure or not. */
bool moment_is_before(const struct moment *one, const struct moment *other, enum calendar calendar);
