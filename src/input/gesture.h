/* Gestures: samples of fingers -> tap, long press, drag, flick, pinch, cancel. Pure; time comes with the samples. */
#pragma once

#include "base/clock.h"
#include "base/geom.h"

enum pointer_kind { POINTER_DOWN, POINTER_MOVE, POINTER_UP, POINTER_CANCEL };

/* id: one contact from its down to its up or cancel. at: pixels of the upright screen. */
struct pointer_sample {
    int64_t id;
    enum pointer_kind kind;
    struct point at;
    int64_t ms;
};

/* Of each contact: one PRESS, then, while it is held, perhaps a LONG_PRESS, and at last exactly one TAP (never after a LONG_PRESS, nor
 * beside a pinch) or RELEASE. What it becomes follows its RELEASE: a drag (one DRAG_BEGIN, any DRAGs, one DRAG_END or DRAG_CANCEL) or,
 * of two contacts, a pinch (one PINCH_BEGIN, any PINCHes, one PINCH_END). There is one drag or one pinch at a time.
 *
 * A finger that begins to move makes a pinch with one that came down at about the same time, or with one that is dragging; without either
 * it drags. Whatever else lies on the glass, lands or lifts stops neither drag nor pinch.
 *
 * The slop is how far a finger may stray and still tap (gesture.c). */
enum gesture_kind {
    GESTURE_PRESS,      /* a finger came down: show that it was noticed */
    GESTURE_RELEASE,    /* a press ended without a tap (moved away, cancelled, became something else) */
    GESTURE_TAP,        /* on release, never having moved beyond the slop */
    GESTURE_LONG_PRESS, /* while still held; no tap follows */
    GESTURE_DRAG_BEGIN, /* `start`: where the finger came down */
    GESTURE_DRAG,
    GESTURE_DRAG_END,    /* velocity: px/s over the last 80 ms, 0 after a rest; flick: fast enough to carry on */
    GESTURE_DRAG_CANCEL, /* a second finger, a palm or the system took it: go back to rest */
    GESTURE_PINCH_BEGIN,
    GESTURE_PINCH,     /* scale and centre since the pinch began */
    GESTURE_PINCH_END, /* the finger that remains does nothing until it is lifted */
};

/* id: the contact's; means nothing in a pinch. */
struct gesture {
    enum gesture_kind kind;
    int64_t id;
    struct point at, start; /* the contact now, and where it came down; of a pinch: the centre now and at its beginning */
    struct point velocity;  /* 0 but at the end of a drag */
    bool flick;
    float scale; /* 1 outside a pinch */
    int64_t ms;
};

/* GESTURE_QUEUE_MAX holds all that ten contacts can still become: a down that might overflow it is ignored, so no end is ever lost. */
enum { GESTURE_CONTACTS_MAX = 10, GESTURE_QUEUE_MAX = 128 };

/* Distances are held in millimetres (gesture.c), so that they suit any screen. */
struct gesture_setup {
    float px_per_mm;
};

/* Resting: a palm, or a finger that has done what it came for; ignored until it is lifted. */
enum contact_state { CONTACT_PENDING, CONTACT_DRAGGING, CONTACT_PINCHING, CONTACT_RESTING };

struct gesture_contact {
    bool used;
    enum contact_state state;
    bool long_pressed, slid; /* slid: has moved beyond the slop */
    int64_t id, down_ms, last_ms;
    struct point start, at;
    struct point anchor; /* dragged along behind it as by a string: what trembles does not move it */
    int64_t moved_ms;    /* when it came down, or the anchor last moved */
    struct {
        struct point at;
        int64_t ms;
    } trail[8]; /* newest last, for the velocity */
    int trail_count;
};

/* Transparent so that it lives inside the stage; touch it only through the functions. */
struct gestures {
    struct gesture_setup setup;
    struct gesture_contact contacts[GESTURE_CONTACTS_MAX];
    struct gesture queue[GESTURE_QUEUE_MAX];
    int queued;
    float pinch_start_px;
    struct point pinch_centre;
    int64_t pinch_ms;       /* when it began */
    struct point last_down; /* where and when a contact came down last */
    int64_t last_down_ms;
    int downs_there; /* how many came down in that place in quick succession */
};

void gestures_init(struct gestures *gestures, struct gesture_setup setup);
/* Lets time pass until the sample's, then takes it. A sample older than its contact's last counts as of that time; a down of an id already
 * down cancels the old contact first; other samples of unknown ids, and contacts beyond ten, are ignored. True if somebody is there: a
 * finger came down, moved on or was lifted; not if one rests, trembles in its place, or comes down in one place without end. */
bool gestures_sample(struct gestures *gestures, const struct pointer_sample *sample);
/* Lets time pass: long presses come due, contacts held still become resting, and those silent for 10 s (a lost finger-up, a
 * resting palm) are cancelled. */
void gestures_tick(struct gestures *gestures, int64_t now_ms);
/* When the next tick could do something; CLOCK_NEVER if only a sample can. */
int64_t gestures_deadline(const struct gestures *gestures);
/* Takes the oldest gesture; false when there is none. A DRAG or PINCH that was not taken before the next came is replaced by it. */
bool gestures_next(struct gestures *gestures, struct gesture *gesture);
/* Cancels every contact: focus lost, display changed, device gone. The RELEASE, DRAG_CANCEL and PINCH_END of each are queued; no more comes
 * of it. */
void gestures_cancel_all(struct gestures *gestures, int64_t now_ms);
/* Where the contact came down. False: there is none of this id. */
bool gestures_start(const struct gestures *gestures, int64_t id, struct point *start);
/* Of a contact whose down was the last sample: it does nothing, its PRESS included, until it is lifted. */
void gestures_ignore(struct gestures *gestures, int64_t id);
