/* Dates as people write them, with words: "11 September 1973", "um 1450", "5. Jh. v. Chr.", "1973年9月11日". Pure. */
#pragma once

#include "guesses/phrases.h"
#include "text/dating_parse.h"

/* What could be made of a text. */
struct loose {
    struct dating dating; /* from.surety: DATE_ABOUT where words say so */
    bool has_words;       /* some are lost that are more than a way of writing it */
    bool short_year;      /* of two digits; the dating has it in 1900 */
    bool hundred;         /* ten years, but perhaps a hundred: "1800s" */
    bool converted;       /* from another count of years */
    bool elsewhere;       /* in another calendar, so that no date could be made */
    bool julian;          /* the source says that it counts so */
};

/* False where nothing can be made of it; then the dating may hold a day that does not exist. */
bool loose_read(const char *text, enum calendar calendar, const struct phrases *phrases, struct loose *loose);
/* Whether a text says of this year that it is not sure: "um 1450", "c. 1450", "1450 (?)". */
bool loose_doubts(const char *text, int year);
