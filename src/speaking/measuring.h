/* A file that is to be heard, decoded once by the speaker process, with nothing heard: as long as that takes. */
#pragma once

#include "speaking/speech_wire.h"

/* False: the process cannot be started, or does not answer, so that nothing is known. measured->outcome: SPEECH_READY or SPEECH_FAILED,
 * with why. program: path of the speaker; NULL: the one that belongs to this program. file: stays the caller's. */
bool measuring_sound(const char *program, int file, struct speech_answer *measured);
