/* Measuring without faces: proportional letters by class, so that layouts and scenes run without SDL. */
#pragma once

#include "layout/measure.h"

/* Widths in hundredths of the size, summed over the text and rounded down at its end, so that words do not add up to their line (as with
 * real faces): 28 for narrow letters and marks, 26 for a space, 78 for wide ones, 62 for capitals, 55 for digits, 100 from U+2E80 on, 0 for
 * combining marks, 50 for the rest. Bold is 8 % wider, headline 28 % narrower; tracking is added for each letter but combining ones.
 * Ascent 107 %, descent 29 % and cap height 71 % of the size; headline 90, 30 and 70.
 * calls: counts how often a width was asked for; borrowed, may be NULL. */
struct measure fake_measure(int *calls);
