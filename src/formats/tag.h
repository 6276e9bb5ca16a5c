/* Tags of an XML file as text: their attributes one by one. Every read is bounds-checked. Pure. */
#pragma once

#include "base/mem.h"

struct tag_attribute {
    struct bytes name, value; /* in the file */
};

/* The attribute at or after *at, which then stands behind it; false: there is no further one, and *at is where they end. */
bool tag_next_attribute(struct bytes file, size_t *at, struct tag_attribute *attribute);
bool tag_is_named(const struct tag_attribute *attribute, const char *name);
bool tag_is_blank(char c);
/* Whether the word stands there. */
bool tag_begins_at(struct bytes file, size_t at, const char *word);
/* Behind the first `end` at or after `from`; the file's size if there is none. */
size_t tag_behind(struct bytes file, size_t from, const char *end);
