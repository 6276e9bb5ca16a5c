/* What programs leave in a text that is copied out of them: code of a document, what they write where something failed, the places they
 * hold for texts to come. Known by their words; pure. */
#pragma once

#include "typed/faults.h"

/* length: in bytes; 0 if there is none. before: bytes in front of the sign that belong to it. */
struct remnant {
    enum fault_kind kind;
    size_t length, before;
};

/* One that begins with the sign at `at`, a place in `text`. */
struct remnant remnant_at(const char *text, const char *at);
/* One that begins a line. */
struct remnant remnant_at_line(const char *line);
/* One that is all there is of a text, in brackets or not. language: BCP 47 code; what is a word of it is none. */
struct remnant remnant_whole(const char *text, const char *language);
