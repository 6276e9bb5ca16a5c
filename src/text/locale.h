/* What ICU calls a language. Pure. */
#pragma once

#include "base/base.h"

enum { LOCALE_BYTES = 64 };

/* ICU's name of a BCP 47 code; the root's, which is of no language, for NULL and for what is no code. Never the process's own. */
struct locale_name {
    char text[LOCALE_BYTES];
};

struct locale_name locale_of(const char *language);
