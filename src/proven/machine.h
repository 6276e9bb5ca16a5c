/* What a machine draws pictures with, or plays sounds with, as a number. */
#pragma once

#include "copies/hash.h"

/* Another one when the program, the decoder (or speaker) at that path, a library of the system, or a font in its usual place or in a folder
 * that fontconfig's settings name, was replaced. False: that cannot be told, as where there is no such program, or the environment says
 * where else fonts are looked for. */
bool machine_print(const char *decoder, struct hash *print);
