/* A file that is to be heard, looked into once by the speaker process, with nothing heard: as long as that takes. */
#pragma once

#include "speaking/speech_wire.h"

struct measuring_file {
    int file;    /* stays the caller's */
    int most_ms; /* what is longer is not looked into any further */
};

/* False: the process cannot be started, so that nothing is known. measured->outcome: SPEECH_READY or SPEECH_FAILED, with why: the file ends
 * the process, too, or holds it up. program: path of the speaker; NULL: the one that belongs to this program. */
bool measuring_sound(const char *program, const struct measuring_file *of, struct speech_answer *measured);
