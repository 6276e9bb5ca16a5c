/* What words and signs beside a date mean: "um", "v. Chr.", "siglo", "พ.ศ.". A table of those that historians' desks use, and the months
 * and eras that ICU knows of an exhibit's languages. Pure. */
#pragma once

#include "base/mem.h"

/* value: of a month its number; of a century or the like its years; of a count of years what is to be added for those of the common era. */
enum sense {
    SENSE_NONE,
    SENSE_ABOUT,
    SENSE_BEFORE_CHRIST,
    SENSE_ANNO_DOMINI,
    SENSE_BEFORE_PRESENT, /* years before 1950 */
    SENSE_CENTURY,
    SENSE_DECADE,
    SENSE_JOIN,       /* from the one to the other */
    SENSE_FILLER,     /* says nothing: "de", "年" */
    SENSE_MONTH,      /* a month's name */
    SENSE_MONTH_SIGN, /* "月": the number before it is a month */
    SENSE_YEARS,      /* another count of years: "昭和" */
    SENSE_HIJRI,      /* years of the moon */
    SENSE_ELSEWHERE,  /* another calendar, of which no number is made */
    SENSE_JULIAN
};

struct phrase {
    const char *text; /* plain, as plain_of writes */
    enum sense sense;
    int value;
};

/* Of an exhibit's languages. Zeroed: none. In the arena. */
struct phrases {
    const struct phrase *list;
    int count;
};

/* languages: BCP 47 codes; English is always among them. Costs ICU some milliseconds a language. */
struct phrases phrases_of(struct arena *arena, const char *const *languages, int count);

enum { PLAIN_BYTES = 160 };

/* A text with its digits as 0-9, letters small, every dash "-", every blank " ", and without marks of direction. */
struct plain {
    char text[PLAIN_BYTES];
};

/* False if it has no room. Checked UTF-8. */
bool plain_of(const char *text, struct plain *plain);
/* The bytes of the letters, marks and apostrophes that stand here together; 0 if none does. */
size_t plain_word(const char *at);
/* The longest phrase that stands here, and its bytes; a month may be shortened to three letters or more. SENSE_NONE and 0 if there is none.
 */
struct phrase phrases_match(const struct phrases *phrases, const char *at, size_t *length);
