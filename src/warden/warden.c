#include "warden/warden.h"

#include "base/clock.h"
#include "base/mem.h"
#include "journal/telling.h"
#include "warden/patience.h"

#include <stdlib.h>
#include <string.h>

void warden_begin(struct warden *warden)
{
    *warden = (struct warden){.due_ms = CLOCK_NEVER};
    manager_open(&warden->manager);
    journal_open(&warden->journal, JOURNAL_SOCKET);
}

void warden_end(struct warden *warden)
{
    manager_tell(&warden->manager, "STOPPING=1\nSTATUS=ended");
    manager_close(&warden->manager);
    journal_close(&warden->journal);
}

bool warden_is_kept(const struct warden *warden)
{
    return warden->manager.socket >= 0;
}

/* At its start a busy machine is given time: another server begun anew would come no sooner. */
void warden_ask(const struct warden *warden)
{
    if (warden->manager.patience_ms > 0)
        patience_begin(warden->ready ? warden->manager.patience_ms / 2 : warden->manager.patience_ms * 2);
}

void warden_answered(const struct warden *warden)
{
    if (warden->manager.patience_ms > 0)
        patience_end();
}

/* What the unit has, in microseconds: the manager does not tell. */
void warden_goes_on(const struct warden *warden)
{
    if (!warden->ready)
        manager_tell(&warden->manager, "EXTEND_TIMEOUT_USEC=60000000");
}

void warden_is_ready(struct warden *warden, int64_t now_ms)
{
    if (!warden_is_kept(warden) || warden->ready)
        return;
    warden->ready = true;
    warden->due_ms = now_ms;
}

int64_t warden_deadline(const struct warden *warden)
{
    return warden->due_ms;
}

/* Twice as often as the manager wants it, which is what its manual asks for. What could not be told is told the next time. */
void warden_tell(struct warden *warden, int64_t now_ms)
{
    enum { AGAIN_MS = 1000 };
    int64_t patience_ms = warden->manager.patience_ms;
    bool taken = manager_tell(&warden->manager, warden->told ? "WATCHDOG=1" : "READY=1\nWATCHDOG=1");

    warden->told = warden->told || taken;
    if (patience_ms > 0)
        warden->due_ms = now_ms + patience_ms / 2;
    else
        warden->due_ms = taken ? CLOCK_NEVER : now_ms + AGAIN_MS;
}

void warden_say(const struct warden *warden, const char *line)
{
    static const struct {
        const char *begins, *before;
    } kinds[] = {{"scene ", "shows "}, {"closed ", "closed "}, {"open ", "open "}};
    struct buffer text = {0};

    telling_line(&warden->journal, line);
    for (size_t i = 0; i < COUNTOF(kinds) && warden_is_kept(warden); i++)
        if (strncmp(line, kinds[i].begins, strlen(kinds[i].begins)) == 0)
            buffer_printf(&text, "STATUS=%s%s", kinds[i].before, line + strlen(kinds[i].begins));
    if (text.length > 0)
        manager_tell(&warden->manager, text.bytes);
    buffer_finish(&text);
}

void warden_say_findings(const struct warden *warden, const struct findings *findings)
{
    telling_findings(&warden->journal, findings);
}
