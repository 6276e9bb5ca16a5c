/* Markup of TeX and LaTeX: commands, formulas between dollars, accents behind a backslash. Pure. */
#pragma once

#include "typed/remnants.h"

/* What of it begins with the sign at `at`, a place in `text`. */
struct remnant tex_at(const char *text, const char *at);
