/* The files of an exhibit that hold texts, open for editing: read once, changed together, and written all or not at all. */
#pragma once

#include "base/files.h"
#include "editing/editing.h"
#include "exhibit/model.h"
#include "together/together.h"

/* One file. path: inside the exhibit. fresh: it is not there yet. */
struct paper {
    const char *path;
    bool fresh;
    struct editing *editing;
};

/* base: the exhibit's files, borrowed. files: the same, as they are with all changes. */
struct papers {
    struct paper *list;
    int count, capacity;
    const struct files *base;
    struct files files;
    struct arena *arena;
};

/* exhibit.yaml, its panels in reading order, timeline, glossary, people and words, as far as they are there. False, with errors, if one of
 * them cannot be read as a whole. To be closed in either case. */
bool papers_open(struct papers *papers, const struct files *files, const struct exhibit *exhibit, struct findings *findings);
void papers_close(struct papers *papers);
/* A file that is not there yet, as it begins. It is written once something in it has changed. */
struct paper *papers_begin(struct papers *papers, const char *path, const char *text);
/* NULL if it is not there. */
struct paper *papers_find(const struct papers *papers, const char *path);
int papers_changed(const struct papers *papers);
/* Writes the changed files below the folder, and the file `beside` with it, if there is one. False, with a log line: the folder is as it
 * was. */
bool papers_save(const struct papers *papers, const char *root, const struct saved_file *beside);
