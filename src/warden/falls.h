/* How often in a row the program ended without being told to, counted in the state directory: something of what it shows may be what kills
 * it. Only starts are counted and no clock is asked, so that a clock that is set does not lead to a wrong count; what cannot be read counts
 * as none, and what cannot be written stays as it was. An end for want of an answer counts, whoever did not give it. */
#pragma once

#include "base/mem.h"

enum {
    FALLS_BEFORE = 10,             /* in a row: the copy before the accepted one is shown */
    FALLS_PRISTINE = 20,           /* the exhibit as it was installed is */
    FALLS_WELL_MS = 5 * 60 * 1000, /* after so long it was no fall of what is shown */
};

struct falls {
    char *path; /* NULL: there is no place to count in */
    char *what;
    int before; /* falls until this start */
    int64_t well_ms;
    bool failed; /* it was told that they cannot be counted */
};

/* *falls is all 0 at first. what: tells what is to be shown from anything else, in one line; of something else all falls are forgotten.
 * This start counts as a fall until one of the functions below says otherwise; asked again for the same, it is still this start. Returns
 * the falls before it. */
int falls_begin(struct falls *falls, const char *what, int64_t now_ms);
/* When falls_tick is due; CLOCK_NEVER: it is not. */
int64_t falls_deadline(const struct falls *falls);
/* All has gone well for long enough: nothing has fallen. instead: something else is shown in its place, which says nothing of the falls
 * before: this start alone is none. */
void falls_tick(struct falls *falls, bool instead, int64_t now_ms);
/* The program is about to end for want of a display, which is no fall of what is shown. */
void falls_forgive(struct falls *falls);
/* It ends. told: because it was told to, and whoever begins it anew wants what fell tried again. */
void falls_end(struct falls *falls, bool told);
/* For others than the program that counts: how many starts in a row have not gone well, the one that runs among them while it has not been
 * long enough, and what was to be shown, which the caller frees. 0 and NULL: no more than one. */
int falls_told(char **what);
