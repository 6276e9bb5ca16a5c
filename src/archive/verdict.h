/* The verdict on a changed exhibit: it is refused for errors that the accepted one had not. */
#pragma once

#include "base/finding.h"
#include "base/mem.h"

/* The errors, a line each, without their places in the file, which move with every edit: what a later verdict is given as `before`. The
 * caller finishes it. */
struct buffer verdict_errors(const struct findings *findings);
/* How many errors are not among those of `before` (NULL: none); appends each to `told` (NULL: nowhere) as a line with its place. */
int verdict_new_errors(const struct findings *findings, const char *before, struct buffer *told);
