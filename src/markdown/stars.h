/* Stars that were meant as emphasis, and that Markdown shows: it takes none that have a blank or another sign between them and their word.
 */
#pragma once

#include "markdown/escape.h"
#include "typed/faults.h"

/* Of the block that is being read; zeroed: none waits for its end. */
struct star_watch {
    size_t at, length;
    bool waits, strong, floats; /* floats: between blanks */
};

/* A piece of text that is shown; such as is escaped comes in pieces of its own. */
void stars_look(struct star_watch *watch, const struct escaped *text, struct bytes piece, struct faults *told);
/* At the block's end. */
void stars_end(struct star_watch *watch, const struct escaped *text, struct faults *told);
