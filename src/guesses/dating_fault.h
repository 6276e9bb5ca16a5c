/* What to write instead of a date that cannot be read. Pure. */
#pragma once

#include "guesses/phrases.h"
#include "text/dating_parse.h"

/* text goes behind the text that stands there: "is no date; write 1906-03-13". meant: that date, where the order of its numbers leaves no
 * doubt; else "". */
struct dating_fault {
    char text[256];
    struct moment_string meant;
};

/* What a date is for: DATING_WHOLE: all that dating_parse reads will do; DATING_PLAIN: only a day, a month or a year. */
enum dating_use { DATING_WHOLE, DATING_PLAIN };

struct dating_context {
    enum dating_use use;
    struct phrases phrases; /* of the exhibit's languages */
};

/* Of a text that dating_parse answers with this error. What was probably meant is named where it can be told: 13.03.1906, 1880s, 1914-18,
 * 30 February, "um 1450", "11 September 1973", "44 v. Chr.". */
struct dating_fault dating_fault_of(const char *text, enum calendar calendar, enum dating_error error,
                                    const struct dating_context *context);
