/* Words in drawings need the system's fonts, and behind the fence no file can be opened: so they are opened before, and found by name. */
#pragma once

#include "base/base.h"

/* Before the fence: opens every font that the system has, and keeps it open. Costs some 30 ms; once. */
void fonts_open(void);
/* Whether fonts_open was called. */
bool fonts_are_open(void);
