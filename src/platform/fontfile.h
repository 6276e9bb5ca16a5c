/* Font files: found by name in the exhibit or on the system. */
#pragma once

#include "base/files.h"

/* mapped: the system's file itself, of which only what is used takes memory. */
struct fontfile {
    char *bytes;
    size_t size;
    bool mapped;
};

/* Looks in the exhibit's assets/fonts, then in the system's font folders, for the first file of that name. False, without a log line, when
 * there is none; the caller finishes it otherwise. */
bool fontfile_init(struct fontfile *fontfile, const struct files *files, const char *name);
void fontfile_finish(struct fontfile *fontfile);
