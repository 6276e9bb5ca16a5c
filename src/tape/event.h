/* What a tape is made of: what devices said, what the run loop made of the time between, and what people write who have no touch screen at
 * hand. */
#pragma once

#include "input/key.h"
#include "input/pointer.h"
#include "text/date.h"

enum tape_kind {
    /* Devices. */
    TAPE_POINTER,
    TAPE_KEY,
    TAPE_FOCUS,   /* the window lost it: the fingers and keys that it had are nobody's */
    TAPE_DISPLAY, /* something of the display changed: the fingers are nobody's */
    TAPE_SIZE,
    TAPE_DAY,     /* another day than before by the local clock */
    TAPE_COUNTED, /* a question has been touched so often that day */

    /* The run loop. */
    TAPE_TICK,
    TAPE_PAINT,
    TAPE_WHOLE, /* what was painted is on the screen with all its pictures */

    /* By hand. */
    TAPE_STROKE, /* a finger goes down, along a line, and up: a tap where it stays */
    TAPE_TOUCH,  /* a tap on something that is named */
    TAPE_WAIT,   /* nothing happens */
};

/* TAP: down and up. */
enum tape_press { TAPE_UP, TAPE_DOWN, TAPE_HELD, TAPE_TAP };

enum { TAPE_WORD_BYTES = 64 };

/* from, to: share of the screen as it is mounted. */
struct tape_stroke {
    struct point from, to;
    int64_t ms;
};

/* nth, from 1, of those of this name that the screen shows, as one reads. optional: it need not be there. */
struct tape_touch {
    char name[TAPE_WORD_BYTES];
    int nth;
    bool optional;
};

struct tape_count {
    char question[TAPE_WORD_BYTES];
    int count;
};

/* ms: since the tape began; pointer.ms says the same. */
struct tape_event {
    enum tape_kind kind;
    int64_t ms;
    union {
        struct raw_pointer pointer;
        struct {
            enum key key;
            enum tape_press press;
        };
        struct size size;
        struct date day;
        struct tape_count counted;
        struct tape_stroke stroke;
        struct tape_touch touch;
    };
};
