/* An exhibit's files from a table in memory, for tests. */
#pragma once

#include "base/files.h"

/* size 0: bytes is a text, as long as strlen says. result: what reading it gives; FILES_OK for a file that is fine. */
struct memory_file {
    const char *path, *bytes;
    size_t size;
    enum files_result result;
};

/* reads: how many files were read. Of two entries of one path the later counts, so that a table may begin with a good exhibit and go on
 * with what a test changes. An entry without bytes takes the path away. */
struct memory_files {
    struct files files;
    const struct memory_file *table;
    int count;
    _Atomic int reads;
};

/* Borrows the table. Nothing to finish. */
void memory_files_init(struct memory_files *memory, const struct memory_file *table, int count);
