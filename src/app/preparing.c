/* Started after a while in which nobody has touched. */
#include "app/preparing.h"

#include "app/copying.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"
#include "platform/aside.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { QUIET_MS = 6 * 1000, SIZE_BYTES = 32 };

struct preparing {
    const char *path;
    struct size screen;
    struct aside aside;
    int64_t due_ms; /* CLOCK_NEVER: it runs, or there is nothing left to do */
};

struct preparing *preparing_create(const struct exhibit *exhibit, const char *path, struct size screen, int64_t now_ms)
{
    struct preparing *preparing;

    if (!copying_has_photographs(exhibit))
        return NULL;
    preparing = mem_alloc(sizeof(*preparing));
    *preparing = (struct preparing){.path = path, .screen = screen, .due_ms = now_ms + QUIET_MS};
    return preparing;
}

void preparing_destroy(struct preparing *preparing)
{
    if (!preparing)
        return;
    aside_stop(&preparing->aside);
    aside_wait(&preparing->aside);
    free(preparing);
}

void preparing_resize(struct preparing *preparing, struct size screen, int64_t now_ms)
{
    if (!preparing || (screen.w == preparing->screen.w && screen.h == preparing->screen.h))
        return;
    aside_stop(&preparing->aside);
    aside_wait(&preparing->aside);
    preparing->screen = screen;
    preparing->due_ms = now_ms + QUIET_MS;
}

/* It may have come to its end long ago: that is found out when it would be started again. */
void preparing_pause(struct preparing *preparing, int64_t now_ms)
{
    if (!preparing)
        return;
    aside_stop(&preparing->aside);
    if (preparing->due_ms != CLOCK_NEVER || aside_is_there(&preparing->aside))
        preparing->due_ms = now_ms + QUIET_MS;
}

void preparing_tick(struct preparing *preparing, int64_t now_ms)
{
    char size[SIZE_BYTES];

    if (!preparing || now_ms < preparing->due_ms)
        return;
    preparing->due_ms = CLOCK_NEVER;
    if (aside_wait(&preparing->aside))
        return;
    snprintf(size, sizeof(size), "%dx%d", preparing->screen.w, preparing->screen.h);
    if (!aside_start(&preparing->aside, (const char *const[]){"prepare", "--size", size, "--", preparing->path, NULL}))
        log_warning("copies of photographs are not made ahead: %s", strerror(errno));
}

int64_t preparing_deadline(const struct preparing *preparing)
{
    return preparing ? preparing->due_ms : CLOCK_NEVER;
}
