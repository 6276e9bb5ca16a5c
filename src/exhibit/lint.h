/* The look at a file's bytes before YAML is read: what editors and word processors do to text files. */
#pragma once

#include "exhibit/report.h"

/* What curators need not know about: byte order mark and CRLF are fine. False (with an error) when the bytes are not text that YAML
 * can be read from: UTF-16, broken UTF-8, control characters, tabs or no-break spaces where plain spaces belong, nothing at all. */
bool lint_bytes(struct report *report, const char *bytes, size_t size);
/* An unquoted value in typographic quotes is shown with them, and hardly meant so: a warning. */
void lint_plain_value(struct report *report, const char *text, int line, int column);
/* A “ ” „ « » or ‘ ’ anywhere in these bytes. */
bool lint_has_typographic_quote(const char *bytes, size_t size);
