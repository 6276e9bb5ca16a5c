/* What a machine draws pictures with, as a number. */
#pragma once

#include "copies/hash.h"

/* Another one when the program, the decoder at that path, a library of the system or a font was replaced, or fonts are looked for
 * elsewhere. False: that cannot be told, as where there is no such decoder. */
bool machine_print(const char *decoder, struct hash *print);
