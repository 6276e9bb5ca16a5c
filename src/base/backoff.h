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
/* There may be something to do: due in a tenth of a second, so that news gathers, and not before the pause since the last try is over, of
 * which seven tenths of a second count at most. */
void backoff_news(struct backoff *backoff, int64_t now_ms);
/* It was tried. amiss: there was something to do, so whether it helped is looked at once more, each time later, at last once a minute. Else
 * nothing is due any more. */
void backoff_tried(struct backoff *backoff, bool amiss, int64_t now_ms);
