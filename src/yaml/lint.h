/* What editors and word processors do to text files, found in the bytes before YAML is read. */
#pragma once

#include "base/mem.h"
#include "yaml/report.h"

/* Lines with something wrong, from 1. Zero-initialise; finish frees. */
struct lint_faults {
    int *lines;
    int count, capacity;
};

void lint_faults_add(struct lint_faults *faults, int line);
void lint_faults_finish(struct lint_faults *faults);

/* False (with an error) when the bytes are not text that YAML can be read from: UTF-16, nothing at all, or more faults than a text file
 * has; or, in the lines that are added to `faults`, broken UTF-8, control characters, tabs or no-break spaces where plain spaces belong. A
 * byte order mark and CRLF are no faults. */
bool lint_bytes(struct report *report, const char *bytes, size_t size, struct lint_faults *faults);
/* A no-break space, or another that looks like a space and is none. */
bool lint_is_odd_space(uint32_t code);
/* An error for the halves of a letter, as UTF-16 has them, where letters belong. low: 0 if it is not there. */
void lint_report_halves(struct report *report, struct origin origin, uint32_t high, uint32_t low);
/* A key as it is meant, in the arena: with a warning if it stands in typographic quotes, which no key has. */
const char *lint_plain_key(struct arena *arena, struct report *report, struct origin origin, const char *text);
/* For a value without straight quotes around it: a warning if it stands in typographic ones, which would be shown. */
void lint_plain_value(struct report *report, struct origin origin, const char *text);
/* A “ ” „ « » or ‘ ’ anywhere in these bytes. */
bool lint_has_typographic_quote(const char *bytes, size_t size);
