/* Pictures that were drawn, and sounds that were decoded, once without a fault and without a word to be said of them: to find them sound
 * again, nobody need do so. Only that is kept, so that whatever is said of a file was found in this run. A file is its content, never its
 * name or its date; and it is proven for one way of being seen or heard on one machine alone (proven/machine.h). What is kept may be lost
 * or damaged: the file is then looked at again. */
#pragma once

#include "base/mem.h"
#include "copies/hash.h"

struct proven;

/* What this machine's user remembers of files that the program at that path looked at; NULL: nothing is remembered. */
struct proven *proven_of_machine(const char *program);
/* Writes what is new, as far as that is possible. NULL is fine. */
void proven_close(struct proven *proven);
/* What an open file's content is called, seen in that way; view: bytes that tell it from all others. False: it cannot be read. */
bool proven_name(const struct proven *proven, int file, struct bytes view, struct hash *name);
bool proven_has(const struct proven *proven, struct hash name);
void proven_add(struct proven *proven, struct hash name);
