/* When to try again: soon after news, later and later when it does not help. Pure. */
#pragma once

#include "base/clock.h"

/* Transparent so that it lives in its owner. */
struct backoff {
    int64_t due_ms; /* CLOCK_NEVER: nothing is to be done */
    int64_t tried_ms;
    int64_t pause_ms;
};

void backoff_init(struct backoff *backoff);
/* There may be something to do: due in a tenth of a second, which lets news gather, but up to seven tenths after a try that did not help
 * for long. */
void backoff_news(struct backoff *backoff, int64_t now_ms);
/* It was tried. amiss: there was something to do, so it is tried once more, each time later, at last once a minute. */
void backoff_tried(struct backoff *backoff, bool amiss, int64_t now_ms);
