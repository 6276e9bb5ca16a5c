/* Keeps today's count of the questions that visitors touched: in a small file of the program's own folder, written whole or not at all. A
 * disk that cannot be written, or a folder that is not there, costs the count its memory of this day, and nothing else. */
#pragma once

#include "stage/stage.h"

#include <time.h>

struct touches {
    const struct exhibit *exhibit; /* borrowed */
    char *path;                    /* NULL: nowhere */
    struct tally kept;             /* as the file has it */
    time_t day_from, day_to;       /* of the local day that the clock showed last: from <= now < to */
    bool failed;                   /* that it cannot be written was told */
};

/* Gives the stage what the file has of today. */
void touches_begin(struct touches *touches, const struct exhibit *exhibit, struct stage *stage);
/* On another day than before, by the local clock, the stage's counts begin anew, however the clock came there: true then. Cheap on the same
 * day. */
bool touches_turn(struct touches *touches, struct stage *stage);
/* Writes the file if a count has changed. */
void touches_keep(struct touches *touches, const struct stage *stage);
void touches_finish(struct touches *touches);
