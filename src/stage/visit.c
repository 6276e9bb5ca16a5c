/* History is a short stack; most visits never fill it. */
#include "stage/visit.h"

#include "stage/pager.h"

#include <string.h>

void visit_begin(struct visit *visit)
{
    visit->settings = (struct settings){0};
    visit->history_count = 0;
    visit->answered = visit->answered_first;
}

void visit_remember(struct visit *visit, struct base from)
{
    if (visit->history_count == VISIT_HISTORY)
        memmove(&visit->history[0], &visit->history[1], sizeof(visit->history[0]) * (size_t)--visit->history_count);
    visit->history[visit->history_count++] = from;
}

struct base visit_back(struct visit *visit, struct base here)
{
    while (visit->history_count > 0) {
        struct base past = visit->history[--visit->history_count];

        if (past.alone != here.alone || (!here.alone && past.page != here.page))
            return past;
    }
    return (struct base){NULL, here.alone ? here.page : PAGER_HOME};
}

const char *via_name(enum via via)
{
    static const char *const names[] = {
        [VIA_TOUCH] = "touch", [VIA_MOUSE] = "mouse", [VIA_KEY] = "key", [VIA_AUTO] = "auto", [VIA_IDLE] = "idle"};

    return names[via];
}
