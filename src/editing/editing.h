/* Changes to a YAML file that leave all else in it as it is, byte for byte: comments, order, quotes, folding, line ends. They are told
 * against the tree of the file as it was read, in any order; the new bytes come at the end, whole. Nothing is written to disk. */
#pragma once

#include "yaml/yaml.h"

struct editing;

/* Keeps a copy of the bytes. NULL, with errors in the report, when the file cannot be read, or holds what no tree can tell (doubled keys,
 * aliases). */
struct editing *editing_open(struct report *report, const struct yaml_source *source);
/* NULL is fine. */
void editing_close(struct editing *editing);
/* The file as it was read; lives as long as the editing. Nodes given to the functions below are of this tree, each of them once at most. */
const struct node *editing_root(const struct editing *editing);

/* New words for a scalar, which keeps its style where it can say them so; lines in which nothing changes are not touched. Nothing is done
 * where the text is the same but for blanks at its end. scalar_can_hold (editing/scalar.h). */
void editing_set_text(struct editing *editing, const struct node *node, const char *text);
/* Another value in the place of a scalar or of what stands in brackets. Of the new node kind, style, flow, text, items, pairs and count are
 * heeded; its texts as above. */
void editing_set(struct editing *editing, const struct node *node, const struct node *value);
/* A further key behind those of a map that has one or stands in brackets; it must not be there yet. */
void editing_add(struct editing *editing, const struct node *map, const char *key, const struct node *value);
/* A further item behind those of a list that has one or stands in brackets. */
void editing_append(struct editing *editing, const struct node *list, const struct node *item);
/* An item behind the list's item of that index, or with -1 before the first one. The list has no brackets. */
void editing_insert(struct editing *editing, const struct node *list, int behind, const struct node *item);

/* The file's bytes as they were read. */
struct bytes editing_source(const struct editing *editing);
bool editing_is_changed(const struct editing *editing);
/* The file with all changes, into an empty buffer. */
void editing_result(const struct editing *editing, struct buffer *result);
