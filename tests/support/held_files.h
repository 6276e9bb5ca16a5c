/* An exhibit's files, read from the disk once and held in memory, one of them changed for a while: for tests that load it many times. */
#pragma once

#include "base/files.h"

enum { HELD_FILES_MAX = 512 };

struct held_file {
    const char *path;
    struct buffer content;
};

/* The YAML files of config/, its layouts and panels, come first: config_count of them. changed: the file in whose place `bytes` is read
 * (borrowed); NULL: none. */
struct held_files {
    struct files *disk;
    struct held_file files[HELD_FILES_MAX];
    int count, config_count;
    const struct held_file *changed;
    const char *bytes;
    size_t size;
};

/* False if there is no such folder. */
bool held_files_open(struct held_files *held, const char *exhibit);
void held_files_close(struct held_files *held);
/* Reads through the held ones, which it borrows. */
struct files held_files(struct held_files *held);
