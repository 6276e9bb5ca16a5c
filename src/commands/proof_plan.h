/* What proof draws: every scene in every language, as a visitor may come to see it, each under a name of its own. */
#pragma once

#include "stage/stage.h"

/* setup: all but exhibit, measure and screen. countdown: with the question whether anybody is still there. */
struct proof_picture {
    const char *name; /* of its file */
    struct stage_setup setup;
    bool countdown;
};

struct proof_plan {
    struct arena *arena; /* of all it refers to, beside the exhibit */
    struct proof_picture *pictures;
    int count;
};

/* Names are those of the log's scenes with '-' for '/', a word more for what the log does not tell apart, language and text size:
 * `panel-coup.en.large.png`. They differ in more than capitals, hold nothing that a file system or a terminal takes amiss, and have 150
 * bytes at most. */
void proof_plan_init(struct proof_plan *plan, const struct exhibit *exhibit);
void proof_plan_finish(struct proof_plan *plan);
