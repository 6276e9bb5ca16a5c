/* Colours as curators write them, and the contrast between two of them. */
#pragma once

#include "base/base.h"

struct colour {
    uint8_t r, g, b, a;
};

/* "#RRGGBB" only, either case. */
bool colour_parse(const char *text, struct colour *colour);
/* What is seen of `under` through `over`, opaque; alpha: of `over`, 0 to 255. */
struct colour colour_under(struct colour under, struct colour over, int alpha);
/* WCAG 2 contrast ratio, 1 to 21; alpha is not looked at. */
double colour_contrast(struct colour one, struct colour other);
