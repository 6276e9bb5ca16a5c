/* What md4c passes over between two pieces of text: the signs of what it met there. It does not say where they stand; this finds them, and
 * with them whatever vanishes without meaning anything. */
#pragma once

#include "markdown/escape.h"
#include "typed/faults.h"
#include "markdown/lists.h"

enum passed_kind {
    PASSED_BLOCK, /* the start or end of one that has no signs of its own */
    PASSED_ITEM,
    PASSED_QUOTE,
    PASSED_QUOTE_END,
    PASSED_RULE,
    PASSED_HEADING,
    PASSED_HEADING_END,
    PASSED_FENCE,    /* code between fences */
    PASSED_INDENTED, /* code by its indentation */
    PASSED_CODE_END,
    PASSED_EMPHASIS,
    PASSED_EMPHASIS_END,
    PASSED_LINK,
    PASSED_LINK_END,
    PASSED_IMAGE,
    PASSED_IMAGE_END,
    PASSED_BACKQUOTE,
};

/* item: of the lists, of an item. place: of a link, is set to where it stands in the typed text. */
struct passed {
    enum passed_kind kind;
    int item;
    size_t *place;
};

/* Stars that emphasis begins with, and whether they follow a letter. */
struct star_run {
    size_t from, to;
    bool in_word;
};

/* Zero-initialise but for `text`, `lists`, `arena`, `verdict` and `quote` (PLACE_UNKNOWN); finish frees. */
struct gap {
    struct arena *arena;
    const struct escaped *text;
    struct lists *lists;
    struct verdict verdict;
    size_t seen; /* up to where the text is accounted for */
    struct passed *passed;
    int count, capacity;
    struct star_run *stars; /* of the emphasis that is open */
    int star_count, star_capacity;
    int quotes;   /* how many are open */
    size_t quote; /* where one begins in this gap; PLACE_UNKNOWN if none does */
    bool in_code, in_item, sharp_heading;
    bool told_indent; /* in this block */
};

void gap_pass(struct gap *gap, enum passed_kind kind);
/* A piece of text stands at `from`..`to`; all that was passed stands before it. At the end both are the text's length. */
void gap_close(struct gap *gap, size_t from, size_t to);
void gap_finish(struct gap *gap);
