/* A recording that is heard: SDL_mixer decodes it as it sounds. */
#pragma once

#include "speaking/speech_wire.h"

/* Loads what decodes them. */
void recording_prepare(void);
/* Begins to play the file, which it takes over, from request->from_ms on. False, with *why: it cannot be heard. */
bool recording_play(const struct speech_request *request, int file, const char **why);
/* Whether it still sounds, and how much of it is over. */
bool recording_sounds(int *at_ms);
/* Of what plays; 0: it is not known. */
int recording_length_ms(void);
/* Looks into the file, which it takes over, and plays nothing, nor does this process ever after: how long it is, and, if that is no longer
 * than most_ms and takes little memory, whether there is nothing to hear in it. False, with *why: it cannot be played. */
bool recording_measure(int file, int most_ms, struct speech_answer *measured, const char **why);
/* Lets go of it, and of the device. */
void recording_stop(void);
