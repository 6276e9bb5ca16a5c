/* What devices said, to the stage: the same way whether they say it now or said it once. */
#pragma once

#include "input/keyboard.h"
#include "stage/stage.h"
#include "tape/event.h"

/* stage, exhibit: borrowed. screen: upright; rotation: as it is mounted, in degrees. */
struct devices_setup {
    struct stage *stage;
    const struct exhibit *exhibit;
    struct size screen;
    int rotation;
    void (*pressed)(void *context, struct point at); /* a finger or the mouse comes down, before the stage hears of it; may be NULL */
    void *context;
};

struct devices {
    struct devices_setup setup;
    struct pointer pointer;
    struct keyboard keyboard;
    enum key pad_key; /* of a keypad, struck last, and when */
    int64_t pad_ms;
};

/* No finger and no key is down. */
void devices_init(struct devices *devices, const struct devices_setup *setup);
/* What the run loop does, and what people write by hand, is none of theirs: nothing happens. */
void devices_take(struct devices *devices, const struct tape_event *event);
