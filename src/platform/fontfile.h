/* Font files: found by name in the exhibit or on the system. Read whole, and only once a letter needs them: a package that is upgraded, a
 * file that is shortened or taken away change nothing of what is shown, and a collection of 20 MB costs nothing until then. */
#pragma once

#include "base/files.h"

struct fontfile {
    char *path;            /* in the exhibit, or absolute; NULL without a file */
    struct buffer content; /* empty: not read */
};

/* Looks in the exhibit's assets/fonts, then in the system's font folders, for the first file of that name. False, without a log line, when
 * there is none; the caller finishes it in both cases. */
bool fontfile_find(struct fontfile *fontfile, const struct files *files, const char *name);
/* Reads what was found. False when it cannot be read any more, or has more than 64 MB. */
bool fontfile_read(struct fontfile *fontfile, const struct files *files);
/* Frees what was read; the path stays. */
void fontfile_forget(struct fontfile *fontfile);
void fontfile_finish(struct fontfile *fontfile);
/* The names of all font files below /usr/share/fonts and /usr/local/share/fonts, in no order, in the arena; returns how many. */
int fontfile_list(struct arena *arena, const char ***names);
