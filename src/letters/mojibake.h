/* Mojibake: a text in UTF-8 that some program took for another encoding, so that "café" has become "cafÃ©". Pure. */
#pragma once

#include "base/base.h"

enum { MOJIBAKE_WORD_BYTES = 64 };

/* Bytes from..to - 1 of the text. shown, meant: the word around it as it stands, and as it was (cut where it is long). */
struct mojibake {
    size_t from, to;
    char shown[MOJIBAKE_WORD_BYTES], meant[MOJIBAKE_WORD_BYTES];
};

/* The first at or behind byte `from` of a checked text; false if there is none. Knows UTF-8 taken for Windows-1252 (and Latin-1),
 * Windows-1250, Windows-1251 or Mac Roman, once or twice. What stands so in a text that is whole ("SÃO", "«CAFÉ»") is passed over, if need
 * be at the cost of mojibake that looks the same. */
bool mojibake_find(const char *text, size_t length, size_t from, struct mojibake *found);
