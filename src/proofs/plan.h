/* What proof draws: every scene in every language and size of text, on each screen, as a visitor may come to see it, each under a name of
 * its own. */
#pragma once

#include "stage/stage.h"

/* setup: all but exhibit and measure. screen: the index of its screen. countdown: with the question whether anybody is still there. scene:
 * what is shown; ops NULL for the countdown. notice: what stands before that scene, in its place. left_out: the one who asked for proofs
 * wants others. */
struct proof_picture {
    const char *name; /* of its file */
    const char *stem; /* the name without language, text size, screen and ending */
    int screen;
    struct stage_setup setup;
    struct scene_ref scene;
    bool countdown, notice, left_out;
};

/* -1: any. texts: a bit a size of text; 0: any. */
struct proof_choice {
    int panel, language;
    unsigned texts;
};

struct proof_plan {
    struct arena *arena; /* of all it refers to, beside the exhibit */
    struct proof_picture *pictures;
    int count;
};

/* Names are those of the log's scenes with '-' for '/', a word more for what the log does not tell apart, language, text size and, of all
 * screens but the first, its pixels: `panel-coup.en.large.1080x1920.png`. They differ in more than capitals, hold nothing that a file
 * system or a terminal takes amiss, and have 160 bytes at most. */
void proof_plan_init(struct proof_plan *plan, const struct exhibit *exhibit, const struct size *screens, int screen_count);
/* Leaves out what was not chosen: of a panel all that belongs to it is. Returns how many are left. */
int proof_plan_choose(struct proof_plan *plan, const struct exhibit *exhibit, struct proof_choice choice);
void proof_plan_finish(struct proof_plan *plan);
