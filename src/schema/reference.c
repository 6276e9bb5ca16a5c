/* A growing list. */
#include "schema/reference.h"

#include "base/mem.h"

#include <stdlib.h>

void references_add(struct references *references, const struct reference *reference)
{
    references->list = mem_grow(references->list, references->count, &references->capacity, sizeof(*references->list));
    references->list[references->count++] = *reference;
}

void references_leave_out(struct references *references, enum reference_kind kind, const char *name, int finding)
{
    references->left_out =
        mem_grow(references->left_out, references->left_out_count, &references->left_out_capacity, sizeof(*references->left_out));
    references->left_out[references->left_out_count++] = (struct left_out){kind, name, finding, 0};
}

void references_append(struct references *references, struct references *more, int findings)
{
    for (int i = 0; i < more->count; i++)
        references_add(references, &more->list[i]);
    for (int i = 0; i < more->left_out_count; i++) {
        const struct left_out *out = &more->left_out[i];

        references_leave_out(references, out->kind, out->name, out->finding < 0 ? -1 : out->finding + findings);
    }
    references_finish(more);
}

void references_finish(struct references *references)
{
    free(references->list);
    free(references->left_out);
    *references = (struct references){0};
}
