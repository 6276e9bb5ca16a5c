/* Whether a visitor is still there: after a long silence they are asked, and after the countdown taken to be gone. Before a first touch
 * nobody is waited for. */
#pragma once

#include "exhibit/model.h"

struct idle {
    bool armed; /* somebody has touched since attract */
    int64_t last_input_ms;
};

/* Somebody is there: the wait begins anew. */
void idle_note_activity(struct idle *idle, int64_t now_ms);

/* When the question comes, and when it has waited long enough for an answer. reading_ms: of what is shown. */
struct idle_times {
    int64_t ask_ms, leave_ms;
};

/* So many times as long as usual everything waits for a visitor; longer: who has asked for more time. */
int idle_patience(bool longer);
/* longer: who has asked for more time is waited for ten times as long. */
struct idle_times idle_times(const struct idle *idle, const struct timing *timing, int64_t reading_ms, bool longer);
/* Seconds of the countdown that are left; 0 while it does not run. */
int idle_countdown(struct idle_times times, int64_t now_ms);
