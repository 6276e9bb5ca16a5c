/* Names for files and ids out of words. Pure. */
#pragma once

#include "base/mem.h"

/* "Élection générale, 1970" -> "election-generale-1970": small Latin letters without their marks, digits, hyphens, some 40 of them at most,
 * whole words. "" where the text has no such letter. */
const char *slug_of(struct arena *arena, const char *text);
