/* Letters that no font of their face has: visitors would see empty boxes. */
#pragma once

#include "audit/auditor.h"

/* file: the exhibit's file that the words may come from. Of the text only its face, bytes and length are used. */
void letters_check(struct auditor *a, const char *file, struct draw_text text);
