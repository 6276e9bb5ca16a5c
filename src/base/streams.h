/* The standard streams, as whoever started the program has left them: closed, full, or with nobody at the other end. */
#pragma once

#include "base/base.h"

/* First of all: what is closed of descriptors 0 to 2 is opened, so that no display or file of ours takes its number; and a pipe that is
 * closed or a file that may not grow is an error of write, no signal that ends the program. False: that cannot be had. */
bool streams_guard(void);
/* Ends standard output. False, with a log line, if anything that was written to it is lost. */
bool streams_end_output(void);
