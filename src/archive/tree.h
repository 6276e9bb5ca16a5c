/* The files of an exhibit as a tree: whether it is the same as before, and a copy of it that outlasts a cut of the power. */
#pragma once

#include "base/files.h"

/* A number that is another one when any file of config/ and assets/ was written, came or went. 0: there are none. */
uint64_t tree_print(const struct files *files);

enum { TREE_PRINT_BYTES = 17 };

/* The same in letters, as notes keep it. */
void tree_print_text(uint64_t print, char text[TREE_PRINT_BYTES]);

/* Of what is copied: what lies in `like` with the same content shares its blocks on the disk; NULL: nothing does. */
struct tree_copy {
    const struct files *from, *like;
    const char *like_path, *to; /* folders; `to` is there, and empty */
    int copied, linked;         /* how many were; set by tree_copy */
};

/* All of them are on the disk, by name too, when this returns. False, with errno: one could not be read or written. */
bool tree_copy(struct tree_copy *copy);
/* Removes a folder and what is in it, following no link. */
void tree_remove(const char *folder);
