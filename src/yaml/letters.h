/* Letters that a curator cannot have meant: mojibake (letters/mojibake) and strays (letters/stray), each told where it stands in the file.
 */
#pragma once

#include "yaml/report.h"

/* What is written between two places of a file: the text of one value, as it stands there. begin: of its first letter. */
struct letters_source {
    const char *from, *end;
    struct origin begin;
};

/* Warnings, one of each kind at most. */
void letters_report(struct report *report, const struct letters_source *source);
