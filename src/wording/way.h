/* The way to a value of a file, as findings of tables and keys of texts name it: "events[coup].picture.file", "values[2].label". */
#pragma once

#include "yaml/yaml.h"

/* node: what is there. first, last: lines of the file, its key's to the one in which it ends. */
struct way_end {
    const struct node *node;
    int first, last;
};

/* False if nothing is there. Items of lists by their id, or by number, from 1. */
bool way_find(const struct node *root, const char *way, struct way_end *end);
