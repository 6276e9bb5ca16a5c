/* The folder of scaled copies: a file each, pixels as they are shown. What is damaged, cut short or another's is not taken for a copy. For
 * one thread that writes and any number that read. */
#pragma once

#include "base/mem.h"
#include "copies/hash.h"

struct shelf;

/* folder: made when the first copy is written; copied. limit_bytes: of all copies together. */
struct shelf *shelf_create(const char *folder, int64_t limit_bytes);
/* NULL is fine. */
void shelf_destroy(struct shelf *shelf);
/* Keeps from now on what is there and was used since, or is written: where there is no room beside it, shelf_put fails. */
void shelf_spare_used(struct shelf *shelf);
/* Whether there is a copy of that name and length, without reading it; its use is noted at once. */
bool shelf_has(const struct shelf *shelf, struct hash name, size_t size);
/* Fills `pixels` with the copy of that name, which must be as long; its use is noted. False, with any pixels, if there is none. */
bool shelf_get(const struct shelf *shelf, struct hash name, void *pixels, size_t size);
/* Whether copies may go to make room on a disk: only where that is then enough, and no more than two of the same size for one. What others
 * have filled the disk with, the loss of all copies would not mend. */
bool shelf_may_clear(int64_t free_bytes, int64_t copies_bytes, int64_t needed_bytes);
/* Makes room, least recently used first out, and writes a copy. go_on: asked every few milliseconds; false: leave it. False, with errno:
 * it was left (EINTR), it can never fit, or the disk is full or cannot be written; what was there stays. */
struct shelf_pause {
    bool (*go_on)(void *context);
    void *context;
};

bool shelf_put(const struct shelf *shelf, struct hash name, struct bytes pixels, struct shelf_pause pause);
