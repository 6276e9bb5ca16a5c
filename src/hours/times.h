/* "10:00-13:00, 15:00-20:00", as curators write when a place is open on a day; or "closed". */
#pragma once

#include "exhibit/model.h"

enum times_fault {
    TIMES_FINE,
    TIMES_UNREAD,   /* it is no such text */
    TIMES_BEYOND,   /* there is no such time of day */
    TIMES_REVERSED, /* it closes before it opens, and not in the small hours of the next day */
    TIMES_OVERLAP,  /* two of them, or they are not in order */
    TIMES_MANY,     /* more than OPENINGS_MAX */
};

/* openings, count: only where it is fine. */
enum times_fault times_parse(const char *text, struct open_span openings[OPENINGS_MAX], int *count);
