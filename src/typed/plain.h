/* Texts that are no Markdown: titles, labels, sources, the interface's words. */
#pragma once

#include "base/mem.h"
#include "yaml/report.h"
#include "yaml/yaml.h"

/* The text of a scalar as visitors read it, in the arena: character references (&eacute;) become letters, HTML comments go, tabs become
 * blanks. All other signs stay as they are typed; those of Markdown and of other tools with a warning. */
char *plain_read(struct arena *arena, struct report *report, const struct node *node);
/* Whether there is anything to be seen of a text: other than blanks, no-break spaces and comments. */
bool plain_is_visible(const char *text);
