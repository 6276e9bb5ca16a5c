/* How often a PIN was wrong, and how long nobody may try another: after three a minute, and after each further one twice as long as before,
 * an hour at most. Outlasts the program as a short text. Times are milliseconds of a clock that is right after a restart too, and may be
 * set. Pure. */
#pragma once

#include "base/base.h"

struct tries {
    int wrong;
    int64_t last_ms; /* when it was wrong last */
};

enum { TRIES_TEXT_BYTES = 64 };

/* How long from now; 0: at once. After a clock was set back it begins anew, once. */
int64_t tries_wait_ms(struct tries *tries, int64_t now_ms);
void tries_add_wrong(struct tries *tries, int64_t now_ms);
/* "" for none. */
void tries_text(const struct tries *tries, char text[TRIES_TEXT_BYTES]);
/* What is no such text is none. */
struct tries tries_read(const char *text);
