/* Started after a while in which nobody has touched. */
#include "app/preparing.h"

#include "commands/copying.h"
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
    char *path; /* NULL: there is nothing to prepare */
    struct size screen;
    struct aside aside;
    int64_t due_ms; /* CLOCK_NEVER: it runs, or nobody has touched since it ended */
    bool done;      /* there is nothing left to do */
};

struct preparing *preparing_create(void)
{
    struct preparing *preparing = mem_alloc(sizeof(*preparing));

    preparing->due_ms = CLOCK_NEVER;
    return preparing;
}

void preparing_begin(struct preparing *preparing, const struct exhibit *exhibit, const char *path, struct size screen)
{
    preparing_end(preparing);
    if (!copying_has_photographs(exhibit))
        return;
    preparing->path = mem_text(path);
    preparing->screen = screen;
    preparing->due_ms = clock_now_ms() + QUIET_MS;
    preparing->done = false;
}

/* Its process is taken note of when another one is to begin. */
void preparing_end(struct preparing *preparing)
{
    aside_stop(&preparing->aside);
    free(preparing->path);
    preparing->path = NULL;
    preparing->due_ms = CLOCK_NEVER;
}

void preparing_destroy(struct preparing *preparing)
{
    preparing_end(preparing);
    free(preparing);
}

/* One that was asked to end may have come to its end for the wrong screen. */
static void take_end(struct preparing *preparing)
{
    bool by_itself;

    if (aside_has_ended(&preparing->aside, &by_itself))
        preparing->done = by_itself && preparing->due_ms == CLOCK_NEVER;
}

void preparing_resize(struct preparing *preparing, struct size screen, int64_t now_ms)
{
    if (!preparing->path || (screen.w == preparing->screen.w && screen.h == preparing->screen.h))
        return;
    aside_stop(&preparing->aside);
    preparing->screen = screen;
    preparing->due_ms = now_ms + QUIET_MS;
    preparing->done = false;
}

void preparing_pause(struct preparing *preparing, int64_t now_ms)
{
    if (!preparing->path)
        return;
    take_end(preparing);
    aside_stop(&preparing->aside);
    if (!preparing->done)
        preparing->due_ms = now_ms + QUIET_MS;
}

/* One that does not end although it was asked to waits for a disk: the kiosk does not. */
void preparing_tick(struct preparing *preparing, int64_t now_ms)
{
    char size[SIZE_BYTES];

    if (!preparing->path)
        return;
    take_end(preparing);
    if (now_ms < preparing->due_ms)
        return;
    preparing->due_ms = aside_is_there(&preparing->aside) ? now_ms + QUIET_MS : CLOCK_NEVER;
    if (aside_is_there(&preparing->aside))
        return;
    snprintf(size, sizeof(size), "%dx%d", preparing->screen.w, preparing->screen.h);
    if (!aside_start(&preparing->aside, (const char *const[]){"prepare", "--size", size, "--", preparing->path, NULL}))
        log_warning("copies of photographs are not made ahead: %s", strerror(errno));
}

int64_t preparing_deadline(const struct preparing *preparing)
{
    return preparing->due_ms;
}
