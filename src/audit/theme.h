/* What the theme alone decides: contrast of colours, size of letters. */
#pragma once

#include "audit/auditor.h"

/* The least height of capitals as seen from where visitors stand, in minutes of arc, in usual and in large text: what visitors are
 * promised. */
static const double LETTER_ARCMIN = 20, LETTER_ARCMIN_LARGE = 42;

void theme_check(struct auditor *a);
/* Whether the screen is large enough for all words of large text, which the auditor's style must be of. */
void theme_check_large(struct auditor *a);
