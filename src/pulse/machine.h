/* What the kernel says of the program and of the machine. */
#pragma once

#include "base/base.h"

/* Bytes of memory that the program holds; 0: the kernel does not say. */
int64_t machine_resident_bytes(void);
/* Degrees of the warmest of its thermal zones; METRICS_COLD and below: there is none. folder: where they are, /sys/class/thermal. */
double machine_celsius(const char *folder);
