/* A tape: one visit, or many, as devices told of them; a text that a run writes and people can write too. On the same exhibit it shows the
 * same pictures again, under a clock of its own. Nothing in it says who touched.
 *
 *     vitrina tape 1
 *     screen 1920 1080
 *     start home
 *     500 tap 0.5 0.5
 *     1000 touch next
 *
 * `#` begins a comment. The head's lines: `screen W H`, upright; `start SCENE`; `program VERSION`, `exhibit FINGERPRINT`, `opened TEXT`:
 * what it was recorded with, of which what is not said is not asked about; `recorded`: lines say when the program's loop came round (tick,
 * paint, whole). Without that it comes round as on a machine that is never late. */
#pragma once

#include "tape/line.h"

enum { TAPE_NAME_BYTES = 320, TAPE_BYTES_MAX = 64 * 1024 * 1024 };

struct tape_head {
    struct size screen;
    char start[TAPE_NAME_BYTES], program[TAPE_WORD_BYTES], opened[TAPE_WORD_BYTES]; /* "": not said */
    uint64_t exhibit;                                                               /* 0: not said */
    bool recorded;
};

struct tape_fault {
    int line;
    char why[TAPE_WHY_BYTES];
};

/* Where one reads. Transparent so that it lives in its owner. */
struct tape {
    struct tape_head head;
    struct bytes text; /* borrowed */
    const char *at;
    int line; /* of the event that was read last */
    int64_t ms;
};

/* The head, as it is written. */
void tape_head_write(struct buffer *out, const struct tape_head *head);
/* Reads the head, and every line once: false, with the first fault, unless all can be played. The tape then stands before its first event.
 */
bool tape_open(struct tape *tape, struct bytes text, struct tape_fault *fault);
/* The next event; false behind the last. */
bool tape_next(struct tape *tape, struct tape_event *event);
