/* Words of the right letters in the wrong guise: an accent in place of an apostrophe, a letter that was lost, letters of another script
 * that look alike, single letters of another encoding, Hebrew from left to right, letters in forms that are not typed, letters with blanks
 * between. Pure. */
#pragma once

#include "base/base.h"

enum { MISTYPED_WORD_BYTES = 96 };

enum mistyped_kind {
    MISTYPED_ACCENT,    /* "Don´t", "caf´e", "Fu¨r", "pe~na" */
    MISTYPED_LOST,      /* "M?nchen" */
    MISTYPED_ALIKE,     /* "pаypal", with a Cyrillic letter */
    MISTYPED_ENCODING,  /* "Ïðèâåò": bytes of a single-byte encoding, taken for Windows-1252 */
    MISTYPED_BACKWARDS, /* "םולש": Hebrew as it was seen */
    MISTYPED_FORMS,     /* Arabic as it was drawn, of documents */
    MISTYPED_STYLED,    /* "𝐂𝐡𝐢𝐥𝐞", "Ｃｈｉｌｅ": letters of formulas, or as wide as those of East Asia */
    MISTYPED_ENYE,      /* "peńa" */
    MISTYPED_APART,     /* "t h e  h i l l" */
    MISTYPED_COUNT
};

/* from: its first byte. shown, meant: the word as it stands, and as it was probably meant (cut where it is long; "" if unknown). */
struct mistyped {
    bool there;
    size_t from;
    char shown[MISTYPED_WORD_BYTES], meant[MISTYPED_WORD_BYTES];
};

/* The first of each kind in a checked text. Web addresses are let be. */
struct mistypings {
    struct mistyped of[MISTYPED_COUNT];
};

void mistyped_find(const char *text, size_t length, struct mistypings *found);
