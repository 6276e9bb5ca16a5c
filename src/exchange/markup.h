/* Words with HTML in them, as web tools keep them. Pure. */
#pragma once

#include "base/mem.h"

/* As Markdown, in the arena: bold, italic, paragraphs, lists; of links and all else the words stay. plain: as words alone, on one line.
 * links: set where a link was lost, else left alone; may be NULL. */
const char *markup_read(struct arena *arena, const char *html, bool plain, bool *links);
