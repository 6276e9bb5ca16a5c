/* Letters that no font of their face has: visitors would see empty boxes. */
#pragma once

#include "audit/auditor.h"

/* file: where the words may stand. Of the text: its face, bytes and length. */
void letters_check(struct auditor *a, const char *file, struct draw_text text);
