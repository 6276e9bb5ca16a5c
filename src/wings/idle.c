/* The wait is the exhibit's idle_s, or twice the time that reading takes if that is longer. */
#include "wings/idle.h"

enum { LONGER = 10 }; /* WCAG 2.2, 2.2.1 */

void idle_note_activity(struct idle *idle, int64_t now_ms)
{
    idle->armed = true;
    idle->last_input_ms = now_ms;
}

int idle_patience(bool longer)
{
    return longer ? LONGER : 1;
}

struct idle_times idle_times(const struct idle *idle, const struct timing *timing, int64_t reading_ms, bool longer)
{
    int64_t patience = timing->idle_s * 1000, twice = 2 * reading_ms;
    int64_t ask = idle->last_input_ms + (patience > twice ? patience : twice) * idle_patience(longer);

    return (struct idle_times){ask, ask + timing->countdown_s * 1000};
}

int idle_countdown(struct idle_times times, int64_t now_ms)
{
    return now_ms < times.ask_ms ? 0 : (int)((times.leave_ms - now_ms + 999) / 1000);
}
