/* Where the program keeps what it makes for itself and can make again. */
#pragma once

#include "base/base.h"

/* The path of that name in the program's own folder: in STATE_DIRECTORY, as systemd gives it to a service, else in XDG_STATE_HOME/vitrina,
 * else in .local/state/vitrina of HOME. It need not be there. The caller frees it; NULL if none of these is set to an absolute path. */
char *state_path(const char *name);
/* Makes the folder at that path, and those above it, for nobody but ourselves. False, with errno, if it is not there then. */
bool state_make(const char *folder);

/* Notes: small texts of that name in the program's own folder. */

/* At most `limit` bytes of it, for the caller to free; NULL: there is none. What is no file, or a link, is none, and nobody waits for it.
 */
char *state_read_note(const char *name, size_t limit);
/* A note without text is removed. False, with errno, if it is as it was: ENOENT where the program has no folder. */
bool state_keep_note(const char *name, const char *text);
/* The same, and waits until the disk has it: it outlasts a cut of the power. One that is removed may come back with that. */
bool state_keep_note_surely(const char *name, const char *text);
