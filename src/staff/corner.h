/* The corner of the screen in which one finger that lies still for five seconds asks for the PIN. Pure. */
#pragma once

#include "exhibit/model.h"
#include "input/gesture.h"

struct corner {
    struct rect place;
    float px_per_mm;
    int64_t fingers[GESTURE_CONTACTS_MAX]; /* that are down, by id */
    int finger_count;
    bool held; /* a finger lies there, and no other on the screen */
    struct point at;
    int64_t since_ms;
};

/* Where the corner is on an upright screen of that size; no finger is down. */
void corner_init(struct corner *corner, enum screen_corner which, struct size screen, float px_per_mm);
void corner_sample(struct corner *corner, const struct pointer_sample *sample);
/* When it will have lain there long enough; CLOCK_NEVER: none does. */
int64_t corner_due_ms(const struct corner *corner);
/* The finger has done what it lay there for: it does no more until it is lifted. */
void corner_let_go(struct corner *corner);
/* All fingers are nobody's. */
void corner_cancel(struct corner *corner);
