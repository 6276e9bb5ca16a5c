/* Markdown texts -> prose: paragraphs, emphasis, strong, lists, and links to panels, terms and events. */
#pragma once

#include "base/mem.h"
#include "base/prose.h"
#include "schema/reference.h"
#include "yaml/report.h"

/* text: checked UTF-8. lines_follow: its lines are those of the file below the origin's (a "|" block), so findings name the very line.
 * owner: the panel it belongs to, or NULL. */
struct markdown_source {
    const char *text;
    struct origin origin;
    bool lines_follow;
    struct panel *owner;
};

/* What Markdown can say and a panel cannot show (headings, quotes, code, tables, images, other addresses) is set as plain paragraphs,
 * with a warning. A number of three digits or more at a line's start ("1896. The year") is text, and so is a star between digits.
 * Links are added to `references`; a link that is cleared in its span there becomes plain text. The prose lives in the arena. */
struct prose markdown_read(struct arena *arena, struct report *report, const struct markdown_source *source, struct references *references);
