/* Running text after Markdown was read: blocks of spans. Made by markdown/markdown, set by layout/paragraph. */
#pragma once

#include "base/base.h"

enum prose_style { PROSE_EMPHASIS = 1, PROSE_STRONG = 2 };
enum prose_kind { PROSE_PARAGRAPH, PROSE_ITEM };

/* index: of what the words lead to, in the exhibit's list of that kind. */
enum prose_link_kind { PROSE_LINK_PANEL, PROSE_LINK_TERM, PROSE_LINK_EVENT, PROSE_LINK_PERSON };
struct prose_link {
    enum prose_link_kind kind;
    int index;
};

/* text: UTF-8, not terminated; '\n' is a line break that must be kept. link: NULL for plain words; all spans of one link have the same, and
 * no others have. */
struct prose_span {
    const char *text;
    int length;
    unsigned style;
    const struct prose_link *link;
};

/* An item of a list has a marker ("•", "1.") and a depth from 0. */
struct prose_block {
    enum prose_kind kind;
    int depth;
    const char *marker;
    const struct prose_span *spans;
    int span_count;
};

struct prose {
    const struct prose_block *blocks;
    int block_count;
};
