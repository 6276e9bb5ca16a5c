/* Files that we write: there whole, or not at all. */
#pragma once

#include "base/mem.h"

struct save {
    char *path, *beside; /* beside: where it is written; NULL: at the path itself */
    int fd;
};

/* Opens a file beside the path, to be written through fd. A device or a pipe is written to as it is. False,
 * with errno, if it cannot be made. */
bool save_begin(struct save *save, const char *path);
/* Closes the file. keep: it takes the place of what was at the path; else it is removed, and what was there stays. False, with errno: it
 * could not take that place and is removed, and what was there stays too. */
bool save_end(struct save *save, bool keep);
/* False, with errno, unless every byte is written. */
bool save_write(int fd, const void *bytes, size_t size);
/* A whole file at once. False, with errno: what was there stays. */
bool save_whole(const char *path, struct bytes content);
/* The same, and waits until the disk has it, name and all. False, with errno: it may not have. */
bool save_surely(const char *path, struct bytes content);
/* To be called before save_end: owner and rights of what is at the path, as far as we may. */
void save_keep_mode(const struct save *save);
/* Has the names in a folder reach the disk. False, with errno. */
bool save_sync(const char *folder);
/* Removes the unfinished files that programs which ended too early have left in a folder. */
void save_clean(const char *folder);
