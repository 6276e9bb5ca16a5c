/* A table of names as a spreadsheet saves it (tables/table), its first row the headings. */
#pragma once

#include "base/files.h"
#include "base/finding.h"

enum { ROLL_NAMES_MAX = 20000, ROLL_BYTES_MAX = 2 << 20 };

/* file, borrowed: path inside the exhibit. origin: where it is named. The rest is filled: the names as they stand in the file, in the
 * arena. */
struct roll_table {
    const char *file;
    struct origin origin;
    const char **names;
    int count;
};

/* The column "name" is read, or the only one. A row that has none, or not as many fields as the headings, is passed over with a warning
 * at its line. False, with an error, if nothing of it can be used. */
bool roll_table_read(struct roll_table *table, const struct files *files, struct arena *arena, struct findings *findings);
