/* What a decoder noticed of a picture that it drew all the same: what visitors will not see as its author saw it. */
#pragma once

#include "base/base.h"

enum { REMARKS_MAX = 24, REMARK_BYTES = 240 };

/* text: what is wrong and what to do, for a curator. line: in the picture's file, 1-based; 0 if there is none to name. */
struct remark {
    int line;
    char text[REMARK_BYTES];
};

/* Zero-initialise. No two have the same text; what is too many is left out. */
struct remarks {
    struct remark list[REMARKS_MAX];
    int count;
};

/* NULL: nobody wants to know. */
void remark_add(struct remarks *remarks, int line, const char *format, ...) PRINTF_LIKE(3, 4);
