/* An exhibit's files: read-only, and never outside its folder. */
#pragma once

#include "base/mem.h"

enum files_result {
    FILES_OK,
    FILES_MISSING,
    FILES_TOO_LARGE,
    FILES_OUTSIDE,    /* absolute, with "..", or through a link that leads out of the exhibit */
    FILES_UNREADABLE, /* no permission, a folder, a device, an input/output error */
};

/* Passed in wherever files are read, so that tests read from memory. Both functions are safe from any thread. */
struct files {
    void *context;
    /* On FILES_OK the caller frees *bytes (NUL behind the last byte); paths are relative to the exhibit, with '/'. */
    enum files_result (*read)(void *context, const char *path, size_t limit_bytes, char **bytes, size_t *size);
    /* Names in a folder, sorted by byte value, without "." and ".."; 0 if it is missing or leads out. */
    int (*list)(void *context, const char *folder, struct arena *arena, const char ***names);
};

/* The files below `root` on disk; NULL (with a log line) if there is no such folder. */
struct files *files_open(const char *root);
/* NULL is fine. Only for what files_open made. */
void files_close(struct files *files);
