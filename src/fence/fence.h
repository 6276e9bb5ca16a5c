/* What a process beside the kiosk may do: draw or play what it is given, in bounded memory, and answer. */
#pragma once

#include "base/base.h"

#include <stddef.h>

/* opens: it reads files, opens devices and speaks to servers of this machine, as whoever makes a sound must; else it has only the files
 * that it is given. makes: beside that, it makes files. */
struct fence {
    size_t memory_bytes; /* at most */
    bool opens, makes;
};

/* To be called first: closes every inherited file but the standard streams and the wire, bounds memory, and sees to it that this
 * process ends with the one that started it and is the first to go when the machine's memory is short. */
void fence_prepare(const struct fence *fence);
/* From here on nothing is reached over a network, no program started and, unless the fence says so, no file opened or made; what is not
 * allowed fails. For all threads. False when the kernel refuses to do this. */
bool fence_close(const struct fence *fence);
