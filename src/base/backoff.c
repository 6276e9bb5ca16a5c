/* Doubles the pause with each try in vain; a quiet time forgets them. */
#include "base/backoff.h"

enum {
    FIRST_MS = 100,
    NEWS_MOST_MS = 700, /* so that two tries keep within two seconds */
    TRIES_MOST_MS = 60000,
    QUIET_MS = 10000
};

void backoff_init(struct backoff *backoff)
{
    *backoff = (struct backoff){.due_ms = CLOCK_NEVER, .tried_ms = INT64_MIN / 2, .pause_ms = FIRST_MS};
}

void backoff_news(struct backoff *backoff, int64_t now_ms)
{
    int64_t pause = backoff->pause_ms < NEWS_MOST_MS ? backoff->pause_ms : NEWS_MOST_MS;
    int64_t soon = now_ms + FIRST_MS, later = backoff->tried_ms + pause, due = soon > later ? soon : later;

    if (due < backoff->due_ms)
        backoff->due_ms = due;
}

void backoff_tried(struct backoff *backoff, bool amiss, int64_t now_ms)
{
    backoff->due_ms = CLOCK_NEVER;
    if (!amiss)
        return;
    if (now_ms - backoff->tried_ms > QUIET_MS + backoff->pause_ms)
        backoff->pause_ms = FIRST_MS;
    else
        backoff->pause_ms = backoff->pause_ms * 2 < TRIES_MOST_MS ? backoff->pause_ms * 2 : TRIES_MOST_MS;
    backoff->tried_ms = now_ms;
    backoff->due_ms = now_ms + backoff->pause_ms;
}
