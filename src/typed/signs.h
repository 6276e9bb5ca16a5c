/* The signs of other tools in a text: HTML, templates, wikis, word processors. None of them means anything here. */
#pragma once

#include "typed/faults.h"

/* Adds what is found in the text. is_plain: it is no Markdown, so that Markdown's own signs mean nothing either and a backslash is one sign
 * like another. What is quoted lies in the arena. */
void signs_find(struct arena *arena, const char *text, bool is_plain, struct faults *faults);
