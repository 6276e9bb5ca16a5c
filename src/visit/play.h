/* The movements of the picture that is shown: played once, from when the screen shows all that they take. */
#pragma once

#include "layout/frame.h"

/* on: they are to be played, and wait for the screen until `runs`. */
struct play {
    bool on, runs;
    int64_t begun_ms;
    int length_ms;
};

/* They begin as soon as they can. */
void play_arm(struct play *play);
/* The screen shows it all; length 0: there is nothing to play. */
void play_begin(struct play *play, int length_ms, int64_t now_ms);
void play_stop(struct play *play);
/* Ends it once its time is over. */
void play_tick(struct play *play, int64_t now_ms);
/* Onto the page of a frame at rest: how long they have been going on, 0 while they wait. */
void play_put(const struct play *play, struct frame *frame, int64_t now_ms);
