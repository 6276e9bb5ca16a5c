/* A text as it is typed -> the same text with a backslash where Markdown would see more in it than its writer. */
#pragma once

#include "base/mem.h"
#include "yaml/yaml.h"

/* Places in the typed text, in order. Zero-initialise; the caller frees the list. */
struct places {
    size_t *list;
    int count, capacity;
};

/* Adds those of `more`; false if all were there. */
bool places_join(struct places *places, const struct places *more);
void places_add(struct places *places, size_t place);

/* From `at` on, the text is that of the typed one from `typed` on. */
struct escape_join {
    size_t at, typed;
};

/* Zero-initialise; finish frees. */
struct escaped {
    struct buffer text;
    struct escape_join *joins;
    int count, capacity;
};

/* What is escaped: the places given, numbers of three digits or more at a line's start ("1896. The year"), footnotes, and tags of
 * documents' formats. Comments go (with their line, if nothing else stands in it), tabs become blanks, "•" at a line's start the sign of an
 * item. Where YAML folds the text, the line end that it leaves of an empty line is an empty line again. */
void escape_text(struct escaped *escaped, const struct node *node, const struct places *escapes);
/* Whether the text has other lines than the file: a ">" block, or one in quotes or none on several lines. */
bool escape_is_folded(const struct node *node);
/* The place in the typed text. */
size_t escape_typed(const struct escaped *escaped, size_t at);
void escape_finish(struct escaped *escaped);
