/* Scaled copies of photographs, kept on the disk from one start to the next, so that none is decoded twice. A copy belongs to a content and
 * a view of it, whatever the file's name. They are written by a thread of their own, and only while the program rests; a disk that is full
 * or cannot be written costs the copies and one line in the log. */
#pragma once

#include "base/mem.h"
#include "copies/hash.h"

struct copies_setup {
    const char *folder;  /* need not be there; copied */
    int64_t limit_bytes; /* of all copies together */
    int worth_ms;        /* what took less is not kept */
    int quiet_ms;        /* so long after the last movement they are written */
    bool spares_used;    /* none that copies_have has found, and none that is written, makes room for another */
};

struct copies;

struct copies *copies_create(const struct copies_setup *setup);
/* Forgets what is not written. False, with nothing freed, if the disk does not answer: the thread goes on using what it has. NULL is fine.
 */
bool copies_destroy(struct copies *copies);
/* Any thread. The name under which a view of an open file's content is kept; view: bytes that tell it from all others. False if the file
 * cannot be read. */
bool copies_name(struct copies *copies, int file, struct bytes view, struct hash *name);
/* Any thread. Fills the pixels with the copy of that name, which must have this size; false, with any pixels, if there is none. */
bool copies_find(struct copies *copies, struct hash name, void *pixels, size_t size);
/* What was drawn instead, in memory that can be mapped and keeps its size (a memfd, sealed), and how long that took. */
struct copies_offer {
    struct hash name;
    int memory; /* borrowed */
    size_t size;
    int took_ms;
};

/* Any thread, and at once: it is written later, unless too many others wait. */
void copies_offer(struct copies *copies, const struct copies_offer *offer);
/* Whether there is a copy of that name and size, written already; if so it counts as used. */
bool copies_have(const struct copies *copies, struct hash name, size_t size);
/* Waits, while the program rests, until all that was offered is written. False if it cannot be. */
bool copies_settle(struct copies *copies);
/* Whether the program rests: nothing moves, and nobody touches it. At first it does not. */
void copies_rest(struct copies *copies, bool rests);
