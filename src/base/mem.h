/* Memory: allocation that ends the program when there is none left, arenas, and a growing byte buffer. */
#pragma once

#include "base/base.h"

#include <stdarg.h>

/* Zeroed memory; the caller frees it with free(). Never NULL. */
void *mem_alloc(size_t size);
/* A copy of the text that the caller frees. */
char *mem_text(const char *text);
/* What was freed goes back to the system, from between what is kept and from threads that have ended, too: for when there is time. */
void mem_give_back(void);
/* Makes room for one more element of `size` bytes: returns the array, or a larger one with twice the capacity (16 at first) in its place.
 * New elements are not zeroed. */
void *mem_grow(void *array, int count, int *capacity, size_t size);

/* Many allocations, one end. Pointers stay valid until the arena is reset or destroyed. */
struct arena;

struct arena *arena_create(void);
/* NULL is fine. */
void arena_destroy(struct arena *arena);
/* Forgets all allocations but keeps the blocks, so that a frame's arena stops allocating after a while. */
void arena_reset(struct arena *arena);
/* Zeroed, aligned for any type; `size` may be 0. */
void *arena_alloc(struct arena *arena, size_t size);
/* Copies with a closing NUL. */
char *arena_text(struct arena *arena, const char *text, size_t length);
char *arena_printf(struct arena *arena, const char *format, ...) PRINTF_LIKE(2, 3);
/* How much an arena has handed out; going back there forgets what it handed out since. For work that is tried in several ways, of which all
 * but one leave nothing behind. */
struct arena_mark {
    void *block;
    size_t block_used, used;
};

struct arena_mark arena_mark(const struct arena *arena);
/* The mark was made of this arena since its last reset. */
void arena_return(struct arena *arena, struct arena_mark mark);
/* The allocations of another arena become this one's; the other is gone. No mark of either is of use any more. */
void arena_take(struct arena *arena, struct arena *other);
/* Bytes handed out since the last reset, each allocation rounded up to 16. */
size_t arena_used(const struct arena *arena);

#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, count) ((type *)arena_alloc((arena), sizeof(type) * (size_t)(count)))

/* Borrowed bytes. */
struct bytes {
    const char *at;
    size_t size;
};

/* A text that grows. Zero-initialise; `bytes` is NUL-terminated once anything was added. */
struct buffer {
    char *bytes;
    size_t length, capacity;
};

void buffer_add(struct buffer *buffer, const void *bytes, size_t length);
void buffer_printf(struct buffer *buffer, const char *format, ...) PRINTF_LIKE(2, 3);
/* Frees the bytes; the buffer is empty and usable again. */
void buffer_finish(struct buffer *buffer);
/* What it holds so far, borrowed. */
static inline struct bytes buffer_bytes(const struct buffer *buffer)
{
    return (struct bytes){buffer->bytes, buffer->length};
}
