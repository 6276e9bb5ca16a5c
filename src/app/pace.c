/* Milliseconds, as SDL waits. */
#include "app/pace.h"

#include "base/clock.h"

#include <limits.h>

int pace_timeout_ms(int64_t deadline, int64_t painted_ms, bool changed)
{
    int64_t now = clock_now_ms();

    if (changed)
        deadline = painted_ms + PACE_FRAME_MS / 2;
    else if (deadline <= now)
        deadline = painted_ms + PACE_FRAME_MS;
    if (deadline == CLOCK_NEVER)
        return -1;
    return (int)(deadline - now > INT_MAX ? INT_MAX : deadline < now ? 0 : deadline - now);
}
