/* Words of another language within a text, which whoever reads it aloud says as that language does (WCAG 3.1.2). Pure. */
#pragma once

#include "exhibit/model.h"

/* length: in bytes; 0: there is none. language: BCP 47 code; both borrowed from the exhibit. */
struct foreign {
    int length;
    const char *language;
};

/* What begins at that place of a text in this language: the longest of the exhibit's phrases, or the own name of another of its languages.
 */
struct foreign foreign_at(const struct exhibit *exhibit, int language, const char *text, const char *at);
