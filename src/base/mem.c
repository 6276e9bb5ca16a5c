/* Allocation, arenas and buffers. Out of memory ends the program at once: a kiosk that goes on without memory is worse than one that
 * restarts. */
#include "base/mem.h"

#include "base/log.h"

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ARENA_BLOCK_BYTES = 64 * 1024, ARENA_ALIGNMENT = 16 };

struct arena_block {
    struct arena_block *next;
    size_t size, used;
    _Alignas(16) char bytes[];
};

struct arena {
    struct arena_block *first, *current;
    size_t used;
};

static _Noreturn void out_of_memory(size_t size)
{
    log_error("out of memory: %zu bytes", size);
    abort();
}

void *mem_alloc(size_t size)
{
    void *memory = calloc(1, size ? size : 1);

    if (!memory)
        out_of_memory(size);
    return memory;
}

/* As realloc, never NULL; new bytes are not zeroed. */
static void *resize(void *memory, size_t size)
{
    void *moved = realloc(memory, size ? size : 1);

    if (!moved)
        out_of_memory(size);
    return moved;
}

void mem_give_back(void)
{
    malloc_trim(0);
}

char *mem_text(const char *text)
{
    size_t size = strlen(text) + 1;

    return memcpy(mem_alloc(size), text, size);
}

void *mem_grow(void *array, int count, int *capacity, size_t size)
{
    if (count < *capacity)
        return array;
    *capacity = *capacity ? *capacity * 2 : 16;
    return resize(array, (size_t)*capacity * size);
}

/* Not zeroed, for what is given out of it will be: memory that nobody asks for is never touched. */
static struct arena_block *block_create(size_t size)
{
    size_t room = size > ARENA_BLOCK_BYTES ? size : ARENA_BLOCK_BYTES;
    struct arena_block *block = malloc(sizeof(*block) + room);

    if (!block)
        out_of_memory(sizeof(*block) + room);
    *block = (struct arena_block){.size = room};
    return block;
}

struct arena *arena_create(void)
{
    return mem_alloc(sizeof(struct arena));
}

void arena_destroy(struct arena *arena)
{
    if (!arena)
        return;
    for (struct arena_block *block = arena->first, *next; block; block = next) {
        next = block->next;
        free(block);
    }
    free(arena);
}

void arena_reset(struct arena *arena)
{
    for (struct arena_block *block = arena->first; block; block = block->next)
        block->used = 0;
    arena->current = arena->first;
    arena->used = 0;
}

struct arena_mark arena_mark(const struct arena *arena)
{
    return (struct arena_mark){arena->current, arena->current ? arena->current->used : 0, arena->used};
}

void arena_return(struct arena *arena, struct arena_mark mark)
{
    struct arena_block *block = mark.block;

    if (!block) {
        arena_reset(arena);
        return;
    }
    block->used = mark.block_used;
    for (struct arena_block *later = block->next; later; later = later->next)
        later->used = 0;
    arena->current = block;
    arena->used = mark.used;
}

/* In front, so that this one goes on where it was. */
void arena_take(struct arena *arena, struct arena *other)
{
    struct arena_block *last = other->first;

    while (last && last->next)
        last = last->next;
    if (last) {
        last->next = arena->first;
        arena->first = other->first;
        arena->current = arena->current ? arena->current : last;
    }
    arena->used += other->used;
    free(other);
}

/* The block that has room: the current one, a later one kept by a reset, or a new one behind the current. */
static struct arena_block *block_with_room(struct arena *arena, size_t size)
{
    struct arena_block *block = arena->current;

    while (block && block->size - block->used < size && block->next)
        block = block->next;
    if (!block || block->size - block->used < size) {
        struct arena_block *fresh = block_create(size);

        if (block)
            block->next = fresh;
        else
            arena->first = fresh;
        block = fresh;
    }
    arena->current = block;
    return block;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    size_t rounded = (size + ARENA_ALIGNMENT - 1) / ARENA_ALIGNMENT * ARENA_ALIGNMENT;
    struct arena_block *block = block_with_room(arena, rounded);
    char *memory = block->bytes + block->used;

    block->used += rounded;
    arena->used += rounded;
    return memset(memory, 0, rounded);
}

char *arena_text(struct arena *arena, const char *text, size_t length)
{
    char *copy = arena_alloc(arena, length + 1);

    if (length)
        memcpy(copy, text, length);
    return copy;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
    va_list arguments, again;

    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    ASSERT(length >= 0);
    char *text = arena_alloc(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}

size_t arena_used(const struct arena *arena)
{
    return arena->used;
}

static char *buffer_room(struct buffer *buffer, size_t length)
{
    if (buffer->length + length + 1 > buffer->capacity) {
        size_t wanted = buffer->length + length + 1;

        buffer->capacity = wanted > buffer->capacity * 2 ? wanted : buffer->capacity * 2;
        buffer->bytes = resize(buffer->bytes, buffer->capacity);
    }
    return buffer->bytes + buffer->length;
}

void buffer_add(struct buffer *buffer, const void *bytes, size_t length)
{
    char *end = buffer_room(buffer, length);

    if (length)
        memcpy(end, bytes, length);
    end[length] = '\0';
    buffer->length += length;
}

void buffer_printf(struct buffer *buffer, const char *format, ...)
{
    va_list arguments, again;

    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    ASSERT(length >= 0);
    vsnprintf(buffer_room(buffer, (size_t)length), (size_t)length + 1, format, again);
    va_end(again);
    buffer->length += (size_t)length;
}

void buffer_finish(struct buffer *buffer)
{
    free(buffer->bytes);
    *buffer = (struct buffer){0};
}
