/* Texts as JSON has them (RFC 8259). */
#pragma once

#include "base/mem.h"

/* Adds the text in quotes. It is UTF-8. */
void json_text(struct buffer *out, const char *text);
/* Adds `"name": ` and the text. */
void json_pair(struct buffer *out, const char *name, const char *text);
