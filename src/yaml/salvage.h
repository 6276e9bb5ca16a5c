/* A file with slips, read as far as it is sound. */
#pragma once

#include "base/mem.h"
#include "yaml/yaml.h"

/* finding: index of the first slip's, -1 without one. text: all that was left out, line by line. Zero-initialise; the caller finishes text.
 */
struct salvage {
    int finding;
    struct buffer text;
};

/* As yaml_read, but a slip costs only the item of a list that it stands in (whole: an item may have lost its notice), or elsewhere the key
 * with what is indented below it; every such slip is an error of its own. NULL when nothing is left. */
const struct node *salvage_read(struct arena *arena, struct report *report, const struct yaml_source *source, struct salvage *salvage);
/* Whether the name stands, as a word, in what was left out. */
bool salvage_has(const struct salvage *salvage, const char *name);
