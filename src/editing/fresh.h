/* Values that a file had not, written as its neighbours are. */
#pragma once

#include "editing/scalar.h"

/* Where: indent: blanks before the key, or the dash, that it belongs to; flow: in brackets. */
struct fresh_place {
    int indent, width;
    const char *newline;
    bool flow;
};

/* Adds what stands behind "key:", its blank or line break included. Of the node kind, style, flow, text, items, pairs and count are heeded.
 */
void fresh_value(struct buffer *out, const struct node *value, const struct fresh_place *place);
/* Adds "- " and the item. */
void fresh_item(struct buffer *out, const struct node *item, const struct fresh_place *place);
/* Adds the value as it stands in brackets, without a blank before it. */
void fresh_inside(struct buffer *out, const struct node *value, const struct fresh_place *place);
