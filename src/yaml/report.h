/* Findings about one file, and how many of them are errors. */
#pragma once

#include "base/finding.h"

/* file: path inside the exhibit, as findings print it. */
struct report {
    struct findings *findings;
    const char *file;
    int errors;
};

void report_error(struct report *report, struct origin origin, const char *format, ...) PRINTF_LIKE(3, 4);
void report_warning(struct report *report, struct origin origin, const char *format, ...) PRINTF_LIKE(3, 4);
/* A place in the report's file; the file as a whole. */
struct origin report_at(const struct report *report, int line, int column);
struct origin report_whole(const struct report *report);

/* A curator's text as messages quote it: on one line, cut between letters, closed with an ellipsis when cut. */
struct report_quote {
    char text[64];
};

struct report_quote report_quote(const char *text);
