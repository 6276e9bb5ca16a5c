/* Pictures that were drawn once without a fault, and without a word to be said of them: to find them sound again, nobody need draw them.
 * Only that is kept, so that whatever is said of a picture was seen in this run. A picture is its content, never its name or its date; and
 * it is proven for one way of being seen on one machine alone (proven/machine.h). What is kept may be lost or damaged: it is then drawn
 * again. */
#pragma once

#include "base/mem.h"
#include "copies/hash.h"

struct proven;

/* path: of the file that remembers; copied. NULL: nothing is remembered. machine: of proven/machine. */
struct proven *proven_open(const char *path, struct hash machine);
/* Writes what is new, as far as that is possible. NULL is fine. */
void proven_close(struct proven *proven);
/* What an open file's content is called, seen in that way; view: bytes that tell it from all others. False: it cannot be read. */
bool proven_name(const struct proven *proven, int file, struct bytes view, struct hash *name);
bool proven_has(const struct proven *proven, struct hash name);
void proven_add(struct proven *proven, struct hash name);
