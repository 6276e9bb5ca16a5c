/* The standard streams, as whoever started the program has left them: closed, full, or with nobody at the other end. */
#pragma once

#include "base/base.h"

/* To be called before anything is opened. What is closed of descriptors 0 to 2 is opened, so that no display or file of ours takes its
 * number; and writing to a closed pipe, to a file that may not grow, or from the background to a terminal sends no signal any more. False:
 * a descriptor cannot be opened. */
bool streams_guard(void);
/* Closes standard output. False, with a log line, if anything that was written to it is lost. */
bool streams_end_output(void);
