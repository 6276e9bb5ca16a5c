/* Markdown texts -> prose: paragraphs, emphasis, strong, lists, and links to panels, terms, events and people. */
#pragma once

#include "base/mem.h"
#include "base/prose.h"
#include "yaml/report.h"
#include "yaml/yaml.h"

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

/* The text of a scalar as prose, in the arena; its links are added to `links`. A line end is one, where the text's lines are those of the
 * file (a "|" block, or a text on one line); where YAML folds lines, an empty one begins a paragraph. Nothing that is typed vanishes or
 * changes without a word: what Markdown can say and a panel cannot show (headings, quotes, code, pictures, other addresses) is set
 * as plain paragraphs, with a warning; what Markdown would make something else of than was meant (days at a line's start, signs before
 * numbers, stars in words) is shown as it is typed; the markup of other tools is shown, with a warning. */
struct prose markdown_read(struct arena *arena, struct report *report, const struct node *node, struct markdown_links *links);
/* Whether a word is to be read in it, or a number. */
bool markdown_has_word(const struct prose *prose);
