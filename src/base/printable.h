/* What comes from a file, a file's name or a driver, made fit for a terminal and a log: it can neither steer the one nor forge a line of
 * the other. */
#pragma once

#include "base/base.h"

/* Copies the text with "\x1B", "\u202E" and the like in the place of what must not be printed: control codes (line breaks and tabs too),
 * invisible marks that turn the direction of what follows, line separators, bytes that are no UTF-8. Cut between letters where the room is
 * short; always terminated if room > 0. Returns the length that all of it needs, as snprintf does. `to` may be NULL with room 0. */
size_t printable_copy(char *to, size_t room, const char *text);
