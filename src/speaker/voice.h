/* The synthesiser, and the sound device that it is heard through: espeak-ng and SDL. */
#pragma once

#include "speaking/speech_wire.h"

/* Loads what speaks, and what is heard through: the first sentence need not wait for that. */
void voice_prepare(void);
/* The language of what will be said next. False, with *why: it cannot be spoken. */
bool voice_expect(const char *language, const char **why);
/* Begins to say the text; what was said before ends. interrupt: asked while it is made: true ends that. False, with *why: it cannot be
 * heard.
 */
bool voice_say(const struct speech_request *request, bool (*interrupt)(void), const char **why);
/* Milliseconds until all of it is heard; 0: it is. */
int voice_left_ms(void);
void voice_hush(void);
/* Lets go of the device, for others and so that nothing wakes the machine. */
void voice_close(void);
