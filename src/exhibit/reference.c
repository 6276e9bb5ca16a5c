/* A growing list. */
#include "exhibit/reference.h"

#include "base/mem.h"

#include <stdlib.h>

void references_add(struct references *references, const struct reference *reference)
{
    references->list = mem_grow(references->list, references->count, &references->capacity, sizeof(*references->list));
    references->list[references->count++] = *reference;
}

void references_finish(struct references *references)
{
    free(references->list);
    *references = (struct references){0};
}
