/* Findings about one file, and how many of them are errors. */
#pragma once

#include "base/finding.h"

/* file: path inside the exhibit, as findings print it. */
struct report {
    struct findings *findings;
    const char *file;
    int errors;
};

/* line and column: 1-based; 0 for the file as a whole. */
void report_error(struct report *report, int line, int column, const char *format, ...) PRINTF_LIKE(4, 5);
void report_warning(struct report *report, int line, int column, const char *format, ...) PRINTF_LIKE(4, 5);

/* A curator's text as messages quote it: on one line, cut between letters, closed with an ellipsis when cut. */
struct report_quote {
    char text[64];
};

struct report_quote report_quote(const char *text);
