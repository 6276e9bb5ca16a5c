/* Files of ours, that are there whole or not at all. */
#pragma once

#include "base/base.h"

struct save {
    char *path, *beside; /* beside: where it is written */
    int fd;
};

/* Opens a file beside the path, to be written through fd. False, with errno, if it cannot be made. */
bool save_begin(struct save *save, const char *path);
/* Closes it. keep: it takes the place of what was there; else it is removed and what was there stays, as it does when false comes back,
 * with errno. */
bool save_end(struct save *save, bool keep);
/* False, with errno, unless every byte is written. */
bool save_write(int fd, const void *bytes, size_t size);
/* Removes what was left beside its place in a folder by programs that ended in the middle of it. */
void save_clean(const char *folder);
