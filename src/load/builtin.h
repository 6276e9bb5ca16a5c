/* What every exhibit can fall back on: theme, layouts, icons and maps of the exhibit in this repository, compiled in from its files
 * (load/embed.sh), so that they need no folder and are written once. */
#pragma once

#include "base/files.h"

/* A file as it stands in the repository; a NUL behind its last byte. */
struct builtin_file {
    const char *path, *bytes;
    size_t size;
};

/* Of each folder sorted by name. builtin: of the exhibit; program: the program's own, below src/: the interface's words in load/words,
 * and what new exhibits are made of in starter/exhibit. */
extern const struct builtin_file builtin_list[], program_list[];
extern const int builtin_count, program_count;

/* All of either, to be read as an exhibit's files are. Static. */
const struct files *builtin_files(void);
const struct files *program_files(void);
/* The exhibit's files, and in the place of icons and maps that it lacks the built-in ones; of a folder of these that it lacks, their names.
 * Borrows `files`. */
struct files builtin_below(const struct files *files);
