/* What a spreadsheet makes of words that look like a day or a month. Pure. */
#pragma once

#include <stdbool.h>

/* Whether `after` is the day or the month that a spreadsheet takes `before` for, as it writes it: "1/2" 01/02/26, 2026-02-01 or 2-Jan,
 * "March 1906" Mar-06, "1973-09-11" 9/11/1973. year: of now, as in wording/bent.h. */
bool days_are_bent(const char *before, const char *after, int year);
