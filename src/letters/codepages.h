/* Words of Cyrillic, Greek, Hebrew or Arabic, of which each letter is one byte, that were taken for Windows-1252: "Ïðèâåò". Pure. */
#pragma once

#include "base/base.h"

/* Whether these letters are such a word; then `letters` holds what was probably meant, as many. What is written with ASCII's letters, too,
 * is none. */
bool codepages_guess(const uint32_t *shown, int count, uint32_t *letters);
/* The same of Latin words of Central Europe, in which signs stand for letters: "Wa³êsa", "£ódŸ". */
bool codepages_guess_central(const uint32_t *shown, int count, uint32_t *letters);
