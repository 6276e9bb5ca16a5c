/* A PIN from whoever gave the command: typed twice on a terminal, which shows nothing of it; else a line of standard input. */
#pragma once

#include "pins/pin.h"

enum { PIN_LINE_BYTES = 64 };

/* False, with a log line: nothing was read, the two were not the same, or pin_fault finds fault. */
bool asking_pin(char pin[PIN_LINE_BYTES]);
