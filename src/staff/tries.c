/* Two numbers in a line. */
#include "staff/tries.h"

#include <inttypes.h>
#include <stdio.h>

enum { FREE = 3, DOUBLINGS = 6, FIRST_MS = 60 * 1000, MOST_MS = 60 * 60 * 1000, WRONG_MOST = 1000000 };

int64_t tries_wait_ms(struct tries *tries, int64_t now_ms)
{
    int64_t wait, left;

    if (tries->wrong < FREE)
        return 0;
    wait = (int64_t)FIRST_MS << int_min(tries->wrong - FREE, DOUBLINGS);
    wait = wait > MOST_MS ? MOST_MS : wait;
    if (tries->last_ms > now_ms)
        tries->last_ms = now_ms;
    left = tries->last_ms + wait - now_ms;
    return left < 0 ? 0 : left;
}

void tries_add_wrong(struct tries *tries, int64_t now_ms)
{
    tries->wrong = int_min(tries->wrong + 1, WRONG_MOST);
    tries->last_ms = now_ms;
}

void tries_text(const struct tries *tries, char text[TRIES_TEXT_BYTES])
{
    text[0] = '\0';
    if (tries->wrong > 0)
        snprintf(text, TRIES_TEXT_BYTES, "wrong %d %" PRId64 "\n", tries->wrong, tries->last_ms);
}

struct tries tries_read(const char *text)
{
    struct tries tries = {0};

    if (sscanf(text, "wrong %9d %18" SCNd64, &tries.wrong, &tries.last_ms) != 2 || tries.wrong < 0 || tries.wrong > WRONG_MOST ||
        tries.last_ms < 0)
        return (struct tries){0};
    return tries;
}
