/* Where emphasis may begin and end (CommonMark 6.2): releases of md4c differ, for since CommonMark 0.31 symbols ("€", "°", "→") are
 * signs, and before they were letters. Whichever reads, none begins or ends where they differ. */
#pragma once

#include "markdown/escape.h"
#include "typed/faults.h"

/* Adds the places of the signs that are to be escaped, and what is to be said of them. text: as it is typed. */
void flanks_find(const char *text, struct places *escapes, struct faults *judged);
