/* The folder of an exhibit (its config/ and assets/) watched for changes, by a thread that sleeps until the kernel tells of one (inotify).
 * What editors, rsync and copies do comes in bursts; a burst is told when it has been quiet for a moment, so that hardly ever half a file
 * is read. */
#pragma once

#include "base/mem.h"

struct watch;

/* The folder may come, go, or be another one behind a link that is turned round: all that is told. NULL, with a log line, when the machine
 * cannot watch. wake is called from the watch's thread whenever there is something to take. The path is borrowed. */
struct watch *watch_create(const char *path, void (*wake)(void *context), void *context);
/* NULL is fine. */
void watch_destroy(struct watch *watch);
/* Whether there is something to take: cheap, for whoever asks in every turn. */
bool watch_has_news(struct watch *watch);
/* What changed since the last time: how many files, in *names, in the arena, each once and relative to the folder. *replaced: the folder
 * itself, or one in it, came or went, so that any file may be another; the names are not all then. 0 and false: nothing. */
int watch_take(struct watch *watch, struct arena *arena, const char ***names, bool *replaced);
