/* PINs: digits that staff know, kept as hashes of crypt(5), out of which nobody reads them. */
#pragma once

#include "base/base.h"

enum { PIN_DIGITS_LEAST = 4, PIN_DIGITS_MOST = 12, PIN_HASH_BYTES = 384 };

/* Why somebody who knows nothing would soon come upon it, or why it is none, in words that follow "this PIN"; NULL: it will do. */
const char *pin_fault(const char *pin);
/* yescrypt, with salt of its own. False, with errno: the machine cannot. */
bool pin_hash(const char *pin, char hash[PIN_HASH_BYTES]);
/* Takes a tenth of a second and 16 MB, and is meant to. Safe in any thread. */
bool pin_matches(const char *pin, const char *hash);
/* Of the form that crypt(5) gives: nothing is computed. */
bool pin_is_hash(const char *text);
/* A method that is computed so fast that all PINs are soon tried. Of a hash. */
bool pin_is_weak_hash(const char *hash);
