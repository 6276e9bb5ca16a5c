/* Plays a tape on a stage, turn by turn of a clock that is the tape's: an hour takes as long as its pages take to be filled. */
#pragma once

#include "tape/devices.h"
#include "tape/tape.h"

enum { PLAYER_FINGERS = 10 };

/* Transparent so that it lives in its owner. */
struct player {
    struct tape *tape; /* borrowed */
    struct devices devices;
    struct tape_event next;
    bool ended;        /* next is none */
    int64_t now_ms;    /* of the turn that was made last */
    int64_t turned_ms; /* when the loop came round last */
    struct player_finger {
        bool down;
        struct tape_stroke stroke;
        int64_t from_ms, last_ms;
    } fingers[PLAYER_FINGERS];
    struct tape_touch missed; /* of what was not there: the last one, and how many there were */
    int missed_count;
};

/* The tape stands before its first event, at tape.ms of the stage's clock: 0, unless the caller set another. The stage is of the head's
 * screen. Both are borrowed. */
void player_init(struct player *player, struct tape *tape, struct stage *stage, const struct exhibit *exhibit);
/* The next turn; false, and nothing has happened, behind the tape's end: then nothing moves, unless the tape is of a run that ended so.
 * Then stage_log and stage_frame tell of player.now_ms. */
bool player_turn(struct player *player);
/* When the next turn will be; CLOCK_NEVER behind the tape's end. */
int64_t player_due(const struct player *player);
