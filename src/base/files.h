/* An exhibit's files: read-only, and never outside its folder. */
#pragma once

#include "base/mem.h"

enum files_result {
    FILES_OK,
    FILES_MISSING,
    FILES_TOO_LARGE,
    FILES_OUTSIDE,    /* absolute, with "..", or through a link that is absolute or leads out of the exhibit */
    FILES_UNREADABLE, /* no permission, a folder, a device, an input/output error */
};

/* Tells a file from what stood in its place before; all 0: there is none. changed: when its content or its permissions last did, which no
 * program that copies files can set back. */
struct file_stamp {
    uint64_t device, number;
    int64_t size, changed_s, changed_ns;
};

/* Passed in wherever files are read, so that tests read from memory. All functions are safe from any thread. */
struct files {
    void *context;
    /* On FILES_OK the content, which was empty, is for the caller to finish; paths are relative to the exhibit, with '/'. */
    enum files_result (*read)(void *context, const char *path, size_t limit_bytes, struct buffer *content);
    /* On FILES_OK the caller closes *fd: an ordinary file, open for reading. Else *fd is -1. */
    enum files_result (*open)(void *context, const char *path, size_t limit_bytes, int *fd);
    /* Names in a folder, sorted by byte value, without "." and "..", in the arena. 0, perhaps with *names untouched, if it is missing
     * or leads out. */
    int (*list)(void *context, const char *folder, struct arena *arena, const char ***names);
    const char *name; /* of the folder, for want of a title; NULL: none is known */
};

/* The paths of an exhibit's own texts, in the arena: the YAML files of config/, config/panels/ and config/layouts/, but for hidden ones.
 * Returns how many. */
int files_texts(const struct files *files, struct arena *arena, const char ***paths);

/* The files below `root` on disk; NULL (with a log line) if there is no such folder. */
struct files *files_open(const char *root);
/* The same, without a log line. */
struct files *files_open_quietly(const char *root);
/* From now on they are those below another folder, for whoever reads them, in whichever thread. False, with errno: it cannot be opened, and
 * nothing changed. Only for what files_open made. */
bool files_move(struct files *files, const char *root);
/* NULL is fine. Only for what files_open made. */
void files_close(struct files *files);

/* Of an open file; -1 is fine. */
struct file_stamp files_stamp(int fd);
/* Up to `limit_bytes` from the file's beginning into an empty buffer, whatever the file's offset, which stays as it is. False if it cannot
 * be read; the buffer is empty then. */
bool files_read_start(int fd, size_t limit_bytes, struct buffer *content);
/* The same of a path anywhere on this machine, of an ordinary file only, so that no pipe is waited for. False, with errno. */
bool files_read_path(const char *path, size_t limit_bytes, struct buffer *content);
/* The same of a file that this program has written: not through a link in its place. */
bool files_read_own(const char *path, size_t limit_bytes, struct buffer *content);
