/* The warden: whoever started the program as a service hears that it shows its exhibit, goes on hearing so while a frame could be shown,
 * and begins it anew when that ends (sd_notify(3), systemd.service(5)). Where nobody listens all of this does nothing. */
#pragma once

#include "journal/journal.h"
#include "warden/manager.h"

struct findings;

struct warden {
    struct manager manager;
    struct journal journal;
    bool ready, told; /* told: that it is */
    int64_t due_ms;
};

void warden_begin(struct warden *warden);
/* Says that the program ends. */
void warden_end(struct warden *warden);
/* Whether somebody begins the program anew when it ends. */
bool warden_is_kept(const struct warden *warden);

/* Around what the display server has to answer; one that does not is not waited for longer than the manager would wait for us, but for the
 * first picture, which may take twice as long. */
void warden_ask(const struct warden *warden);
void warden_answered(const struct warden *warden);

/* A step towards the first picture is done: the next may take as long as the manager waits for a start (TimeoutStartSec). */
void warden_goes_on(const struct warden *warden);
/* The first picture was shown. */
void warden_is_ready(struct warden *warden, int64_t now_ms);
/* When the display server is to be asked whether it answers, and the manager is to be told; CLOCK_NEVER: never. */
int64_t warden_deadline(const struct warden *warden);
/* It has answered: a frame could be shown. */
void warden_tell(struct warden *warden, int64_t now_ms);
/* A line about what is shown, to the log (journal/telling); one that says a scene, or that it is closed or open, is the service's status
 * from now on. */
void warden_say(const struct warden *warden, const char *line);
/* What is wrong with the exhibit, to the log. */
void warden_say_findings(const struct warden *warden, const struct findings *findings);
