/* Dates as curators type them. Pure.
 *
 *   1859  987  -44  44 BC  AD 70  0044       a year; of one or two digits only with "BC" or "AD", a sign, or zeros before it
 *   1859-05  1973-09-11  -0044-03-15         a month, a day
 *   1973-09-11 11:52                         a minute
 *   c. 1450  ca. 1450  ~1450  1450?          not sure
 *   1450/1460  c. 1450 – 1460  1450-1460     from the first to the last
 *   500-400 BC                               the same, both before Christ */
#pragma once

#include "text/dating.h"

enum dating_error { DATING_FINE, DATING_UNREADABLE, DATING_NO_MONTH, DATING_NO_DAY, DATING_NO_TIME, DATING_NO_YEAR, DATING_SHORT_YEAR };

/* From -9999 to 9999; blanks around it do not matter. With an error the moment holds what was read of it: whatever the error names is
 * there.
 */
enum dating_error moment_parse(const char *text, enum calendar calendar, struct moment *moment);
/* The same, or two of them. calendar: goes into the dating; `to` stays zeroed for one. */
enum dating_error dating_parse(const char *text, enum calendar calendar, struct dating *dating);

struct moment_string {
    char text[40];
};

/* As it can be read again: "c. -0044-03-15". */
struct moment_string moment_written(const struct moment *moment);
