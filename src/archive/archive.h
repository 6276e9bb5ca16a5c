/* The archive: copies of an exhibit that were found sound, kept in the program's own folder (base/state). The kiosk runs from the current
 * one, so that neither a copy in progress, nor a slip, nor a night without power can take it away.
 *
 * A copy is a folder with a number; the link "current" names the one that is shown. Each step is one rename: whoever is ended between
 * two of them leaves the last accepted copy current. */
#pragma once

#include "base/files.h"

struct archive;

enum { ARCHIVE_KEPT = 3 };

/* Of the exhibit in that folder, wherever a link of that name leads. NULL if the program has no folder of its own; nothing is made. */
struct archive *archive_open(const char *exhibit);
/* NULL is fine. */
void archive_close(struct archive *archive);
/* The link to the current copy, for watching it; it need not be there. */
const char *archive_link(const struct archive *archive);
/* Makes the folder that the link stands in. False if it cannot be. */
bool archive_make(const struct archive *archive);
/* The folder of the current copy, for the caller to free; NULL: none was accepted. */
char *archive_current(const struct archive *archive);
/* A copy that is held is not removed. Returns what to close when it is let go; -1: it cannot be held. */
int archive_hold(const char *copy);

/* Begins a new copy: the folder to fill. NULL, with errno; EWOULDBLOCK: another process is at it. archive_keep or archive_drop follows. */
const char *archive_begin(struct archive *archive);
/* What is in it is on the disk: it becomes current, and the oldest beyond ARCHIVE_KEPT go. Returns its number; 0, with errno: nothing
 * changed. */
int archive_keep(struct archive *archive);
void archive_drop(struct archive *archive);
/* The number of the copy before the current one that nobody went back from; 0: there is none. */
int archive_before(const struct archive *archive);
/* The copy before the current one becomes current; the one that is left is the first to go, and is not gone back to. Returns its number; 0
 * if there is none. */
int archive_roll_back(struct archive *archive);

/* Notes, small texts, by name: of the whole archive (copy NULL), what was judged last (tree_print_text) and why that was refused; of a
 * copy, that of what it was made of, and the errors that it has (archive/verdict.h). */
#define ARCHIVE_SEEN "seen"
#define ARCHIVE_REFUSED "refused"
#define ARCHIVE_PRINT "print"
#define ARCHIVE_ERRORS "errors"

/* A note without text is removed. */
bool archive_note(const struct archive *archive, const char *copy, const char *name, const char *text);
/* The text, for the caller to free; NULL: there is none. */
char *archive_read_note(const struct archive *archive, const char *copy, const char *name);
/* The numbers of the copies, from the newest; returns how many, at most `most`. current: which of them is; 0: none. */
int archive_list(const struct archive *archive, int *numbers, int most, int *current);
/* The folder of a copy, for the caller to free. */
char *archive_copy(const struct archive *archive, int number);
