/* Charts of the page: bars that stand on a line, and tables whose rows have one. Pure. */
#pragma once

#include "gallery/html.h"

struct bars_row {
    const char *label, *note; /* note: behind the number, or NULL */
    int64_t value;
};

/* title: for whoever cannot see it. every: each so-manieth label is written (standing bars). named, counted, noted: heads of a table; noted
 * may be NULL. */
struct bars {
    const char *title;
    const struct bars_row *bars;
    int count, every;
    const char *named, *counted, *noted;
};

/* Standing. */
void bars_put(struct buffer *out, struct arena *arena, const struct bars *bars);
/* Lying, a row each. */
void bars_put_table(struct buffer *out, struct arena *arena, const struct bars *bars);
/* "1,234" */
const char *bars_number(struct arena *arena, int64_t number);
