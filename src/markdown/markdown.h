/* Markdown texts -> prose: paragraphs, emphasis, strong, lists, and links to panels, terms and events. */
#pragma once

#include "base/mem.h"
#include "base/prose.h"
#include "yaml/report.h"

/* text: checked UTF-8, NUL-terminated. lines_follow: its lines are the file's lines below the origin (a "|" block), so that findings name
 * the very line. */
struct markdown_source {
    const char *text;
    struct origin origin;
    bool lines_follow;
};

/* A span that is a link. name: of what it leads to, which the caller looks up: then it sets the index in `link` or, where nothing has that
 * name, clears the span's link, which makes plain words of it. */
struct markdown_link {
    const char *name;
    struct origin origin;
    struct prose_link *link;
    struct prose_span *span;
};

/* Zero-initialise; finish frees. What the links point to lives with the prose. */
struct markdown_links {
    struct markdown_link *list;
    int count, capacity;
};

void markdown_links_finish(struct markdown_links *links);

/* What Markdown can say and a panel cannot show (headings, quotes, code, tables, images, other addresses) is set as plain paragraphs,
 * with a warning. A number of three digits or more at a line's start ("1896. The year") is text, and so is a star between digits.
 * Links are added to `links`. The prose lives in the arena. */
struct prose markdown_read(struct arena *arena, struct report *report, const struct markdown_source *source, struct markdown_links *links);
