/* The YAML parser's complaints in plain words, at the place a curator must look at. */
#pragma once

#include "yaml/report.h"

/* What the parser says, and where: at the problem and at the start of what it was reading (1-based). bytes: the whole file. */
struct syntax_problem {
    const char *problem;
    int problem_line, problem_column;
    int context_line, context_column;
    const char *bytes;
    size_t size;
};

void syntax_report(struct report *report, const struct syntax_problem *problem);
