/* One text, one spelling: letters with their marks composed (Unicode's form NFC), as keyboards type them and faces draw them. Texts and
 * file names from Macs have them apart (NFD). Pure. */
#pragma once

#include "base/mem.h"

/* The text composed: `text` itself if it is so already, else a copy in the arena. Checked UTF-8. */
const char *nfc_of(struct arena *arena, const char *text);
/* Whether both are the same text once they are composed. Any bytes: file names need not be UTF-8. */
bool nfc_same(const char *one, const char *other);
/* The usual letters of one that is written wide or narrow (of East Asian keyboards), as it joins to others, or in another face's look, as
 * "A" is of "Ａ" and of "𝐀"; NULL if it is none of these. A scalar value. */
const char *nfc_usual(struct arena *arena, uint32_t code);
