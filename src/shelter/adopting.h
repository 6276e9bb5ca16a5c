/* The kiosk takes a changed exhibit: it is copied and looked at by the command "accept", in a process of its own (platform/aside.h), and
 * shown when it was found sound and nobody is there. NULL everywhere: the program has no folder to keep copies in. */
#pragma once

#include "base/files.h"

struct adopting;

/* exhibit: its folder, borrowed. Looks for what was accepted, and watches nothing yet. */
struct adopting *adopting_create(const char *exhibit);
void adopting_destroy(struct adopting *adopting);
/* The folder to show: the current copy, or the exhibit itself while none was accepted. Borrowed until the next call. */
const char *adopting_folder(struct adopting *adopting);
/* That copy cannot be shown: the exhibit itself is to be, and is to be judged anew. */
void adopting_leave(struct adopting *adopting);
/* The copy before the current one, for the caller to free; *held: to be closed when it is let go. NULL: there is none. */
char *adopting_before(const struct adopting *adopting, int *held);
/* What is loaded next comes from these files, opened in that folder. */
void adopting_takes(struct adopting *adopting, struct files *files);
/* Begins to watch, from now on. wake: as in platform/watch.h. */
void adopting_begin(struct adopting *adopting, void (*wake)(void *context), int64_t now_ms);
/* Takes note of changes and of what became of them. True: another copy than the one that was loaded is current. */
bool adopting_tick(struct adopting *adopting, int64_t now_ms);
/* When it is to look again by itself; CLOCK_NEVER if only a change can make it. */
int64_t adopting_deadline(const struct adopting *adopting);
/* Whether the last change was refused, for staff to see. */
bool adopting_refused(const struct adopting *adopting);
