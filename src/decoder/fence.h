/* What the decoder process may do: draw what it is given, in bounded memory, and answer. */
#pragma once

#include "base/base.h"

enum { FENCE_MEMORY_BYTES = 1024 * 1024 * 1024 };

/* To be called first: closes every inherited file but the standard streams and the wire, bounds memory, and sees to it that this
 * process ends with the one that started it and is the first to go when the machine's memory is short. */
void fence_prepare(void);
/* From here on no file can be opened, nothing reached over a network and no program started; what is not allowed fails. False when the
 * kernel refuses to do this. */
bool fence_close(void);
