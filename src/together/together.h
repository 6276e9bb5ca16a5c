/* Files of an exhibit that change together: all of them, or none. That holds for a disk that fills and for a program or a machine that is
 * ended half way, too: what stood in the files before is kept in a note in the exhibit's folder until all are changed, and whoever comes
 * across the note later puts it back. */
#pragma once

#include "base/mem.h"

/* path: inside the exhibit. was: what the file held when the change was thought of, at: NULL: whatever that was. */
struct saved_file {
    const char *path;
    struct bytes bytes, was;
};

/* Writes them below the folder `root`, in the place of what links there lead to, with owner and rights as they were; those that are not
 * there are made, but no folders. Only when all are on the disk do they take their places. False, with a log line: nothing is changed; it
 * may be that another program is changing the exhibit just now, or has changed one of the files since it was read. */
bool together_save(const char *root, const struct saved_file *files, int count);
/* Puts back what a change that was cut short has left, and says so in the log; a file that somebody has written since stays as it is. To be
 * called before an exhibit is read. False, with a log line: half of a change is there, or may be, and cannot be taken back. */
bool together_recover(const char *root);
