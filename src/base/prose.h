/* Running text after Markdown was read: blocks of spans. Made by schema/markdown, set by layout/paragraph. */
#pragma once

#include "base/base.h"

enum prose_style { PROSE_EMPHASIS = 1, PROSE_STRONG = 2 };
enum prose_kind { PROSE_PARAGRAPH, PROSE_ITEM };

/* text: UTF-8, not terminated; '\n' is a line break that must be kept. link: "panel:ID", "term:ID" or "event:ID", else NULL. */
struct prose_span {
    const char *text;
    int length;
    unsigned style;
    const char *link;
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
    int words;
};
