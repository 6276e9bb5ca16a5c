/* A file's lines, however they end: "\n", "\r\n" or "\r". */
#pragma once

/* Without its break. */
struct line {
    const char *start, *end;
};

/* The line that begins at *at, which moves to the beginning of the next, or to `end`. */
struct line line_next(const char **at, const char *end);
