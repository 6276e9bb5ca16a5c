/* Which form of a word stands behind a number: one panel, two panels; other languages have up to six. Pure. */
#pragma once

#include "base/base.h"

/* As CLDR names them; every language has the last. */
enum plural { PLURAL_ZERO, PLURAL_ONE, PLURAL_TWO, PLURAL_FEW, PLURAL_MANY, PLURAL_OTHER, PLURAL_COUNT };

/* A text in each form, with "{number}" where the number stands; NULL where a language does without that form, but never the last. */
struct plural_forms {
    const char *of[PLURAL_COUNT];
};

/* The text for so many, in this language (BCP 47 code). */
const char *plural_form(const struct plural_forms *forms, const char *language, double number);
