/* Letters of Latin, Greek and Cyrillic that look like one another and are others. Pure. */
#pragma once

#include "base/base.h"

/* The Latin letter that looks like this one; 0 if none does. */
uint32_t lookalike_latin(uint32_t code);
/* The Greek or Cyrillic one that looks like this Latin letter; 0 if none does. */
uint32_t lookalike_of(uint32_t code, bool of_greek);
