/* A clock and a count. */
#include "wings/scan.h"

enum { ROUNDS = 3 };

void scan_begin(struct scan *scan, int step_ms, int64_t now_ms)
{
    scan->on = true;
    scan->due_ms = now_ms + step_ms;
    scan->steps = 0;
}

bool scan_moves(struct scan *scan, int step_ms, int places, int64_t now_ms)
{
    if (!scan->on || now_ms < scan->due_ms)
        return false;
    scan->on = ++scan->steps <= ROUNDS * places;
    scan->due_ms = now_ms + step_ms;
    return scan->on;
}

int64_t scan_deadline(const struct scan *scan)
{
    return scan->on ? scan->due_ms : CLOCK_NEVER;
}
