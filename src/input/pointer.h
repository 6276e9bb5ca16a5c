/* One stream of pointer samples out of fingers and a mouse, freed of what drivers do to them. Pure. */
#pragma once

#include "input/gesture.h"

enum raw_source { RAW_FINGER, RAW_MOUSE };

/* As the window system reports it. x, y: share of the screen as it is mounted, before rotation, 0 to 1 (1.0 itself and beyond: clamped).
 * id: finger id, unused for the mouse. A mouse counts only while its first button is down. */
struct raw_pointer {
    enum raw_source source;
    enum pointer_kind kind;
    int64_t id;
    float x, y;
    int64_t ms;
};

enum {
    POINTER_DEAF_MS = 700,     /* X11 echoes a touch as a click of an ordinary mouse, before, during or shortly after it */
    POINTER_SILENT_MS = 10000, /* a finger silent so long has lost its up (gestures give it up at the same time) */
    POINTER_RESTING_MS = 3000, /* a finger that has lain so long may be a palm: the mouse is heard again, until that is lifted */
};

/* Samples of the mouse carry this id; window systems count fingers from 0. */
#define POINTER_MOUSE_ID INT64_C(-1)

/* size: of the upright screen; rotation as in struct screen. Transparent so that it lives in its owner. */
struct pointer {
    struct size size;
    int rotation;
    bool mouse_down;
    struct point mouse_at;
    int64_t finger_ms; /* when a finger last came down or was lifted: for POINTER_DEAF_MS the mouse is deaf */
    struct {
        int64_t id, down_ms, ms;
    } fingers[GESTURE_CONTACTS_MAX];
    int finger_count;
};

/* Also to forget all fingers, together with gestures_cancel_all: focus lost, display changed, device gone. rotation: 0, 90, 180 or 270. */
void pointer_init(struct pointer *pointer, struct size size, int rotation);
/* Turns one raw event into 0 to 2 samples (a finger that comes down under a mouse press cancels that press: it was its echo), and returns
 * how many. A move or up of an unknown finger is dropped, and so are fingers beyond ten; a down of a known one is passed on (gestures
 * cancel the old contact). A touch screen that gives only mouse events works as a mouse; so does a touch of which the window
 * system told as a mouse press only. */
int pointer_translate(struct pointer *pointer, const struct raw_pointer *raw, struct pointer_sample samples[2]);
