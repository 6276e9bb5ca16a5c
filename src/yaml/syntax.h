/* The YAML parser's complaints in plain words, at the place a curator must look at. */
#pragma once

#include "yaml/report.h"

/* What the parser says, where, and where what it was reading began. bytes: the whole file. */
struct syntax_problem {
    const char *problem;
    struct origin at, began;
    const char *bytes;
    size_t size;
};

void syntax_report(struct report *report, const struct syntax_problem *problem);
