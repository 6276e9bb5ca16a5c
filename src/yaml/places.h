/* Where the lines of a text stand in its file, so that a finding inside a text names the very line and letter. */
#pragma once

#include "base/finding.h"
#include "base/mem.h"

/* From `offset` on (the first letter of a line that is no blank), the text stands in this line of the file, from this column on. */
struct text_line {
    int offset, line, column;
};

/* A text as it stands in its file. bytes: of the file, from the start of the line in which the text begins. origin: of its first letter, or
 * of the sign that opens it: a quote, "|" or ">"; opener: that sign, '\0' if there is none. */
struct text_place {
    const char *bytes, *end;
    struct origin origin;
    char opener;
};

/* The lines of the text, in the arena. YAML folds blanks and breaks as it likes, but keeps all other letters in their order. */
struct text_line *places_find(struct arena *arena, const struct text_place *place, const char *text, int *count);
