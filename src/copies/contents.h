/* Which content each file has, so that a photograph whose copy is wanted need not be read. What is known is written beside the copies. Safe
 * from any thread. */
#pragma once

#include "base/files.h"
#include "copies/hash.h"

struct contents;

/* folder: of the file that remembers, made when it is written; copied. It is read at the first question, and when something is not known
 * but another program may have found it out meanwhile. */
struct contents *contents_create(const char *folder);
/* NULL is fine. */
void contents_destroy(struct contents *contents);
/* The content of an open file: as known, else read whole. False if it cannot be read, or changes meanwhile. */
bool contents_look(struct contents *contents, int fd, struct hash *content);
/* Whether something new is known since it was last written. */
bool contents_changed(const struct contents *contents);
/* False, with errno, if it cannot be written. */
bool contents_write(struct contents *contents);
