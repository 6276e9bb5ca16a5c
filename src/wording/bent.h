/* What a spreadsheet makes of words that look like a number, a time or a day: "00123" becomes 123, "1e5" 100000, a long number
 * 1.23456789012346E+19, "50 %" 50.00% or 50%, "12:30" 12:30:00, "1/2" 01/02/26 or 2-Jan, "true" TRUE, "-one" #NAME?. Pure. */
#pragma once

#include <stdbool.h>

/* Whether `after` is `before` as a spreadsheet writes it, and neither the same nor something that was typed anew: a comma for a point, a
 * sign, zeros, commas between thousands or a blank before % are put there by somebody. year: of now; a day that was made of two numbers is
 * of that year or the last, any other year was added by somebody. */
bool bent_is(const char *before, const char *after, int year);
/* The time of a day, in minutes: "12:30", "12:30:00", "12:30:00 PM", and "12:29:59", for to a spreadsheet it is a fraction of a day, which
 * can fall short. False: it is none, or one with other seconds. */
bool bent_take_time(const char *text, int *minutes);
