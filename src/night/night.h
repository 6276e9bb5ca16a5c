/* Night: while the venue is closed and nobody is there, nothing is shown, and the screen is switched off if the exhibit wants that. And a
 * picture that wanders, for screens that it would burn into. */
#pragma once

#include "hours/today.h"
#include "layout/draw.h"
#include "platform/window.h"

#include <time.h>

struct night {
    const struct exhibit *exhibit;
    bool closed, dark;  /* dark: closed, and nobody is there */
    bool staff;         /* they are there: it is not dark then; set from outside */
    struct today today; /* what they said of it */
    bool looked;        /* closed is right */
    time_t from, to;    /* by the machine's clock, as long as that is between */
    bool lit, told;     /* whether the screen is; whether it was ever told to be */
    int64_t dim_ms;     /* when it is switched off again, after somebody touched it in vain */
    int step;           /* of the wandering */
    int64_t step_ms;    /* when the next is due */
    struct draw_command black;
    struct frame frame;
};

void night_begin(struct night *night, const struct exhibit *exhibit, int64_t now_ms);
/* Looks whether it is night; nobody: none is there. Returns whether another picture is to be shown than before, and tells the log when it
 * opens and closes: lines for the log are `line`, "" if there is none. */
bool night_falls(struct night *night, bool nobody, char line[64]);
/* Lights the screen, or not, and lets the picture wander. After the picture is shown. nobody: as above. */
void night_keep(struct night *night, struct window *window, bool nobody, int64_t now_ms);
/* Somebody touches the dark screen. Its server lights it. */
void night_touched(struct night *night, int64_t now_ms);
/* Whether touches and keys are for nobody. */
bool night_is_deaf(const struct night *night);
/* When the functions above are to be called again at the latest; CLOCK_NEVER: there is nothing to do. */
int64_t night_deadline(const struct night *night, int64_t now_ms);
/* The machine's clock, as hours/hours.h counts. */
int64_t night_wall_min(void);
/* Staff's word for the rest of today, which is kept for the next start, too; false, with errno: it is not. */
bool night_obey(struct night *night, enum today_word word);
/* What is shown while it is dark. */
const struct frame *night_frame(struct night *night, struct size size);
