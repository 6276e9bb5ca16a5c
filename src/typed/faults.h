/* What Markdown, HTML or another tool's markup would make of a text, or takes from it: told to whoever typed it, each at its place. */
#pragma once

#include "base/mem.h"
#include "yaml/report.h"
#include "yaml/yaml.h"

enum fault_kind {
    FAULT_HEADING,
    FAULT_QUOTE,
    FAULT_QUOTE_NUMBER,
    FAULT_CODE,
    FAULT_INDENTED,
    FAULT_INDENT,
    FAULT_RULE,
    FAULT_IMAGE,
    FAULT_LINK,
    FAULT_LINK_EMPTY,
    FAULT_LINK_TITLE,
    FAULT_LINK_APART,
    FAULT_LOST,
    FAULT_DASH_ALONE,
    FAULT_DASH_NUMBER,
    FAULT_ITEM_EMPTY,
    FAULT_NUMBERS,
    FAULT_STAR_INSIDE,
    FAULT_TABLE,
    FAULT_STARS_OPEN,
    FAULT_STARS_APART,
    FAULT_TAG,
    FAULT_TAG_PLAIN,
    FAULT_ENTITY,
    FAULT_ENTITY_OPEN,
    FAULT_ENTITY_TWICE,
    FAULT_COMMENT_OPEN,
    FAULT_TEMPLATE,
    FAULT_SHORTCODE,
    FAULT_FOOTNOTE,
    FAULT_STRUCK,
    FAULT_WIKI,
    FAULT_MATHS,
    FAULT_ATTRIBUTE,
    FAULT_EMOJI,
    FAULT_FOREIGN,
    FAULT_TEX,
    FAULT_TEX_ACCENT,
    FAULT_CODE_COPIED,
    FAULT_COPIED,
    FAULT_FAILED,
    FAULT_WAITING,
    FAULT_NUMBER_SHORT,
    FAULT_PARTED,
    FAULT_JOINED,
    FAULT_WRAPPED,
    FAULT_COLUMNS,
    FAULT_BREAK,
    FAULT_MARKDOWN,
};

/* offset: in the node's text. quoted: what the message shows of it; "" for nothing. */
struct fault {
    enum fault_kind kind;
    size_t offset;
    const char *quoted;
};

/* Zero-initialise; finish frees. */
struct faults {
    struct fault *list;
    int count, capacity;
};

void faults_add(struct faults *faults, struct fault fault);
/* A warning each, in the order of their places; of several of one kind in one place one is told. */
void faults_tell(struct faults *faults, struct report *report, const struct node *node);
void faults_finish(struct faults *faults);
