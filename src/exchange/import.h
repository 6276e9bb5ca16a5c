/* A table that comes in: read, whatever wrote it, its changes made in memory, the exhibit loaded with them, and all files written, or none.
 */
#pragma once

#include "base/files.h"
#include "base/finding.h"

/* root: the exhibit's folder, that of `files`. name: of the table, as findings name it. dry: nothing is written. year: of now. */
struct import_job {
    const struct files *files;
    const char *root, *name;
    struct bytes table;
    bool dry;
    int year;
};

/* IMPORT_REFUSED: an error was found; IMPORT_FAILED: the files cannot be written, as a log line says. Nothing is changed then. */
enum import_end { IMPORT_FINE, IMPORT_REFUSED, IMPORT_FAILED };

/* told: a line for each change, and a last one that counts them. */
enum import_end import_run(const struct import_job *job, struct findings *findings, struct buffer *told);
