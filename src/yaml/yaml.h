/* A YAML file as a tree that knows where everything stands. */
#pragma once

#include "base/mem.h"
#include "yaml/lint.h"
#include "yaml/places.h"

enum {
    YAML_BYTES_MAX = 256 * 1024,
    YAML_DEPTH_MAX = 32,
    YAML_NODES_MAX = 20000,
    YAML_LONG_FACTOR = 16, /* a timeline holds up to some 5,000 events in its one file: this many times the bytes and nodes */
};

enum node_kind { NODE_SCALAR, NODE_LIST, NODE_MAP };
/* NODE_LITERAL: a "|" block, whose lines are those of the file. NODE_ALIAS: "*name", which is refused; its text is empty. */
enum node_style { NODE_PLAIN, NODE_QUOTED, NODE_LITERAL, NODE_FOLDED, NODE_ALIAS };
/* How the file ends in what stands last in it: behind "key:", or in the middle of a line of text, as files do that were cut short. */
enum node_end { NODE_ENDS, NODE_ENDS_EMPTY, NODE_ENDS_OPEN };

/* A "#" behind a plain value: to YAML it begins a remark, which the value lacks. text: from the sign to the line's end. blanks: before it.
 */
struct yaml_remark {
    const char *text;
    struct origin origin;
    int blanks;
};

/* origin: of the first letter (of a "|" or ">" block: of that sign). end_line, end_column: behind the last one of a scalar that is no such
 * block, or of what stands in brackets; else 0. */
struct node {
    enum node_kind kind;
    enum node_style style; /* of a scalar */
    bool flow;             /* in brackets: a map or list that is written so, or a scalar that stands in one */
    enum node_end end;     /* of each map and list around the file's last value */
    struct origin origin;
    int end_line, end_column;
    const char *text; /* of a scalar: NUL-terminated UTF-8, without control characters but '\t' and '\n', composed (text/nfc) */
    const struct text_line *lines; /* of a text that takes more than a line of the file: yaml/places */
    int line_count;
    const struct yaml_remark *remark; /* behind a plain value; NULL without one */
    const struct node *items;         /* of a list */
    const struct pair *pairs;         /* of a map, as written; of a doubled key the first stands */
    int count;                        /* of items or pairs */
};

struct pair {
    const char *key;
    struct origin origin; /* of the key */
    struct node value;
};

/* Bytes of one file. */
struct yaml_source {
    const char *bytes;
    size_t size;
    bool is_long; /* bounded by YAML_LONG_FACTOR times as much */
};

/* The tree, in the arena; NULL (with an error) when the file cannot be read as one document: looked at first (yaml/lint), then parsed.
 * Doubled keys, aliases, anchors and tags are errors too, but leave a tree. */
const struct node *yaml_read(struct arena *arena, struct report *report, const struct yaml_source *source);
/* The same, and where it failed: the lines that keep the file from being read (yaml/lint), or the one at which YAML gave up. None of
 * them when the file as a whole is no text. The caller finishes `faults`. */
const struct node *yaml_try(struct arena *arena, struct report *report, const struct yaml_source *source, struct lint_faults *faults);
/* The items of a list; any other node stands for a list of one. */
struct node_items {
    const struct node *list;
    int count;
};

struct node_items yaml_items(const struct node *node);
/* The value of a key; NULL if there is none, or if the node is no map. */
const struct node *yaml_find(const struct node *map, const char *key);
/* Whether nothing was written there ("key:"). */
bool yaml_is_empty(const struct node *node);
/* Where the file has the byte `offset` of a scalar's text. */
struct origin yaml_origin(const struct node *node, size_t offset);
