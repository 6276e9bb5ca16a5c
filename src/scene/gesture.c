/* Recognising gestures: a small state machine a contact, and two that concern several (one drag, one pinch at a time). */
#include "scene/gesture.h"

#include <math.h>
#include <string.h>

/* Distances in mm. The slop is about twice what a standing visitor's fingertip rolls; the flick is the slowest swipe that people mean as
 * one; two fingers of one hand span less than the pinch distance, two visitors stand further apart. */
static const float slop_mm = 4.0f, flick_mm_s = 120.0f, pinch_span_mm = 300.0f, pinch_least_mm = 1.0f;

enum {
    LONG_PRESS_MS = 600,
    RESTING_MS = 3000,   /* held still so long: a palm, a sleeve, a lean */
    SILENT_MS = 10000,   /* no driver is silent so long while a finger moves: its up was lost */
    VELOCITY_MS = 80,    /* the window at the end of a drag */
    STILL_MS = 100,      /* without a move for longer than this, a drag ends at rest */
    TRAIL_STEP_MS = 10,  /* so that eight points hold the window at any rate of samples */
    CONTACT_GESTURES = 8 /* at most, from a contact's down to its end, a pinch counted half */
};

void gestures_init(struct gestures *gestures, struct gesture_setup setup)
{
    ASSERT(setup.px_per_mm > 0);
    memset(gestures, 0, sizeof(*gestures));
    gestures->setup = setup;
}

/* ---- the queue ---- */

static bool is_move(enum gesture_kind kind)
{
    return kind == GESTURE_DRAG || kind == GESTURE_PINCH;
}

/* Only one drag and one pinch go on at a time, so a move's forerunner is the last of its kind behind any beginning. */
static struct gesture *queued_move(struct gestures *gestures, enum gesture_kind kind)
{
    enum gesture_kind begin = kind == GESTURE_DRAG ? GESTURE_DRAG_BEGIN : GESTURE_PINCH_BEGIN;

    for (int i = gestures->queued - 1; i >= 0 && gestures->queue[i].kind != begin; i--)
        if (gestures->queue[i].kind == kind)
            return &gestures->queue[i];
    return NULL;
}

static void push(struct gestures *gestures, struct gesture gesture)
{
    struct gesture *replaced = is_move(gesture.kind) ? queued_move(gestures, gesture.kind) : NULL;

    if (replaced) {
        *replaced = gesture;
        return;
    }
    ASSERT(gestures->queued < GESTURE_QUEUE_MAX); /* see contact_down */
    gestures->queue[gestures->queued++] = gesture;
}

bool gestures_next(struct gestures *gestures, struct gesture *gesture)
{
    if (gestures->queued == 0)
        return false;
    *gesture = gestures->queue[0];
    gestures->queued--;
    memmove(gestures->queue, gestures->queue + 1, sizeof(*gesture) * (size_t)gestures->queued);
    return true;
}

static struct gesture of_contact(enum gesture_kind kind, const struct gesture_contact *contact, int64_t ms)
{
    return (struct gesture){.kind = kind, .id = contact->id, .at = contact->at, .start = contact->start, .scale = 1, .ms = ms};
}

static void push_contact(struct gestures *gestures, enum gesture_kind kind, const struct gesture_contact *contact, int64_t ms)
{
    push(gestures, of_contact(kind, contact, ms));
}

/* ---- geometry ---- */

static float distance(struct point a, struct point b)
{
    return hypotf(a.x - b.x, a.y - b.y);
}

static float to_px(const struct gestures *gestures, float mm)
{
    return mm * gestures->setup.px_per_mm;
}

/* A new point each TRAIL_STEP_MS; until then the newest moves along. */
static void trail_add(struct gesture_contact *contact, int64_t ms)
{
    int count = contact->trail_count, room = (int)COUNTOF(contact->trail);

    if (count >= 2 && contact->trail[count - 1].ms - contact->trail[count - 2].ms < TRAIL_STEP_MS)
        count--;
    if (count == room) {
        memmove(contact->trail, contact->trail + 1, sizeof(contact->trail[0]) * (size_t)(room - 1));
        count--;
    }
    contact->trail[count].at = contact->at;
    contact->trail[count].ms = ms;
    contact->trail_count = count + 1;
}

/* px/s at the end of a drag. A panel slower than the window still gives the step before its last point. */
static struct point velocity_at(const struct gesture_contact *contact, int64_t ms)
{
    int newest = contact->trail_count - 1, oldest = newest;

    if (newest < 1 || ms - contact->trail[newest].ms > STILL_MS)
        return (struct point){0, 0};
    while (oldest > 0 && ms - contact->trail[oldest - 1].ms <= VELOCITY_MS)
        oldest--;
    if (oldest == newest)
        oldest--;
    int64_t span_ms = contact->trail[newest].ms - contact->trail[oldest].ms;
    float seconds = (float)(span_ms > TRAIL_STEP_MS ? span_ms : TRAIL_STEP_MS) / 1000.0f;

    return (struct point){(contact->trail[newest].at.x - contact->trail[oldest].at.x) / seconds,
                          (contact->trail[newest].at.y - contact->trail[oldest].at.y) / seconds};
}

/* ---- contacts ---- */

static struct gesture_contact *find(struct gestures *gestures, int64_t id)
{
    for (int i = 0; i < GESTURE_CONTACTS_MAX; i++)
        if (gestures->contacts[i].used && gestures->contacts[i].id == id)
            return &gestures->contacts[i];
    return NULL;
}

/* The first contact of that state but `self`. */
static struct gesture_contact *find_state(struct gestures *gestures, enum contact_state state, const struct gesture_contact *self)
{
    for (int i = 0; i < GESTURE_CONTACTS_MAX; i++) {
        struct gesture_contact *contact = &gestures->contacts[i];

        if (contact == self || !contact->used)
            continue;
        if (contact->state == state)
            return contact;
    }
    return NULL;
}

/* The other one of the two that may drag and pinch. */
static struct gesture_contact *find_partner(struct gestures *gestures, const struct gesture_contact *self)
{
    for (int i = 0; i < GESTURE_CONTACTS_MAX; i++) {
        struct gesture_contact *contact = &gestures->contacts[i];

        if (contact->used && contact != self && !contact->third && contact->state != CONTACT_RESTING)
            return contact;
    }
    return NULL;
}

static struct gesture pinch_gesture(struct gestures *gestures, enum gesture_kind kind, int64_t ms)
{
    const struct gesture_contact *one = find_state(gestures, CONTACT_PINCHING, NULL);
    const struct gesture_contact *other = find_state(gestures, CONTACT_PINCHING, one);

    ASSERT(one && other);
    struct point centre = {(one->at.x + other->at.x) / 2, (one->at.y + other->at.y) / 2};
    float span = fmaxf(distance(one->at, other->at), to_px(gestures, pinch_least_mm));

    if (kind == GESTURE_PINCH_BEGIN) {
        gestures->pinch_centre = centre;
        gestures->pinch_start_px = span;
    }
    return (struct gesture){
        .kind = kind, .at = centre, .start = gestures->pinch_centre, .scale = span / gestures->pinch_start_px, .ms = ms};
}

static void end_pinch(struct gestures *gestures, int64_t ms)
{
    push(gestures, pinch_gesture(gestures, GESTURE_PINCH_END, ms));
    for (struct gesture_contact *contact; (contact = find_state(gestures, CONTACT_PINCHING, NULL));)
        contact->state = CONTACT_RESTING;
}

/* Ends what the contact is doing, without a tap or a flick; it rests from now on. */
static void contact_stop(struct gestures *gestures, struct gesture_contact *contact, int64_t ms)
{
    switch (contact->state) {
    case CONTACT_PENDING:
        push_contact(gestures, GESTURE_RELEASE, contact, ms);
        break;
    case CONTACT_DRAGGING:
        push_contact(gestures, GESTURE_DRAG_CANCEL, contact, ms);
        break;
    case CONTACT_PINCHING:
        end_pinch(gestures, ms);
        break;
    case CONTACT_RESTING:
        break;
    }
    contact->state = CONTACT_RESTING;
}

static void contact_cancel(struct gestures *gestures, struct gesture_contact *contact, int64_t ms)
{
    contact_stop(gestures, contact, ms);
    contact->used = false;
}

/* A free place, or that of a contact that rests: nothing more is expected from it. */
static struct gesture_contact *free_contact(struct gestures *gestures)
{
    for (int i = 0; i < GESTURE_CONTACTS_MAX; i++)
        if (!gestures->contacts[i].used)
            return &gestures->contacts[i];
    return find_state(gestures, CONTACT_RESTING, NULL);
}

static void contact_down(struct gestures *gestures, const struct pointer_sample *sample)
{
    struct gesture_contact *contact = free_contact(gestures);
    int active = 0, lively = 0;

    for (int i = 0; i < GESTURE_CONTACTS_MAX; i++) {
        const struct gesture_contact *other = &gestures->contacts[i];

        active += other->used && other->state != CONTACT_RESTING;
        lively += other->used && other->state != CONTACT_RESTING && !other->third;
    }
    if (!contact || gestures->queued + (active + 1) * CONTACT_GESTURES > GESTURE_QUEUE_MAX)
        return;
    *contact = (struct gesture_contact){
        .used = true,
        .third = lively >= 2,
        .id = sample->id,
        .down_ms = sample->ms,
        .last_ms = sample->ms,
        .start = sample->at,
        .at = sample->at,
    };
    trail_add(contact, sample->ms);
    push_contact(gestures, GESTURE_PRESS, contact, sample->ms);
}

/* A pending contact moved beyond the slop: what becomes of it? */
static void contact_slide(struct gestures *gestures, struct gesture_contact *contact, int64_t ms)
{
    struct gesture_contact *partner = contact->third ? NULL : find_partner(gestures, contact);
    bool free_to_drag = !contact->third && !find_state(gestures, CONTACT_DRAGGING, contact);

    contact_stop(gestures, contact, ms);
    if (partner && distance(partner->at, contact->at) < to_px(gestures, pinch_span_mm)) {
        contact_stop(gestures, partner, ms);
        contact->state = partner->state = CONTACT_PINCHING;
        push(gestures, pinch_gesture(gestures, GESTURE_PINCH_BEGIN, ms));
    } else if (free_to_drag) {
        contact->state = CONTACT_DRAGGING;
        push_contact(gestures, GESTURE_DRAG_BEGIN, contact, ms);
    }
}

static void contact_move(struct gestures *gestures, struct gesture_contact *contact, struct point at, int64_t ms)
{
    contact->last_ms = ms;
    if (at.x == contact->at.x && at.y == contact->at.y)
        return;
    contact->at = at;
    trail_add(contact, ms);
    switch (contact->state) {
    case CONTACT_PENDING:
        if (distance(at, contact->start) > to_px(gestures, slop_mm))
            contact_slide(gestures, contact, ms);
        break;
    case CONTACT_DRAGGING:
        push_contact(gestures, GESTURE_DRAG, contact, ms);
        break;
    case CONTACT_PINCHING:
        push(gestures, pinch_gesture(gestures, GESTURE_PINCH, ms));
        break;
    case CONTACT_RESTING:
        break;
    }
}

static void end_drag(struct gestures *gestures, const struct gesture_contact *contact, int64_t ms)
{
    struct gesture end = of_contact(GESTURE_DRAG_END, contact, ms);

    end.velocity = velocity_at(contact, ms);
    end.flick = hypotf(end.velocity.x, end.velocity.y) >= to_px(gestures, flick_mm_s);
    push(gestures, end);
}

static void contact_up(struct gestures *gestures, struct gesture_contact *contact, int64_t ms)
{
    switch (contact->state) {
    case CONTACT_PENDING:
        push_contact(gestures, contact->long_pressed ? GESTURE_RELEASE : GESTURE_TAP, contact, ms);
        break;
    case CONTACT_DRAGGING:
        end_drag(gestures, contact, ms);
        break;
    case CONTACT_PINCHING:
        end_pinch(gestures, ms);
        break;
    case CONTACT_RESTING:
        break;
    }
    contact->used = false;
}

void gestures_sample(struct gestures *gestures, const struct pointer_sample *sample)
{
    gestures_tick(gestures, sample->ms);
    struct gesture_contact *contact = find(gestures, sample->id);
    int64_t ms = contact && contact->last_ms > sample->ms ? contact->last_ms : sample->ms;

    if (sample->kind == POINTER_DOWN) {
        if (contact)
            contact_cancel(gestures, contact, ms);
        contact_down(gestures, sample);
        return;
    }
    if (!contact)
        return;
    if (sample->kind == POINTER_CANCEL) {
        contact_cancel(gestures, contact, ms);
        return;
    }
    contact_move(gestures, contact, sample->at, ms);
    if (sample->kind == POINTER_UP)
        contact_up(gestures, contact, ms);
}

/* ---- time ---- */

/* When this contact changes by itself, and not before. */
static int64_t contact_due(const struct gesture_contact *contact)
{
    int64_t silent = contact->last_ms + SILENT_MS;

    if (contact->state != CONTACT_PENDING)
        return silent;
    int64_t held = contact->down_ms + (contact->long_pressed ? RESTING_MS : LONG_PRESS_MS);

    return held < silent ? held : silent;
}

static void contact_age(struct gestures *gestures, struct gesture_contact *contact, int64_t due_ms)
{
    if (contact->state != CONTACT_PENDING) {
        contact_cancel(gestures, contact, due_ms);
    } else if (contact->long_pressed) {
        contact_stop(gestures, contact, due_ms);
    } else {
        contact->long_pressed = true;
        push_contact(gestures, GESTURE_LONG_PRESS, contact, due_ms);
    }
}

void gestures_tick(struct gestures *gestures, int64_t now_ms)
{
    for (int i = 0; i < GESTURE_CONTACTS_MAX; i++) {
        struct gesture_contact *contact = &gestures->contacts[i];

        while (contact->used && contact_due(contact) <= now_ms)
            contact_age(gestures, contact, contact_due(contact));
    }
}

int64_t gestures_deadline(const struct gestures *gestures)
{
    int64_t deadline = CLOCK_NEVER;

    for (int i = 0; i < GESTURE_CONTACTS_MAX; i++) {
        const struct gesture_contact *contact = &gestures->contacts[i];

        if (contact->used && contact_due(contact) < deadline)
            deadline = contact_due(contact);
    }
    return deadline;
}

void gestures_cancel_all(struct gestures *gestures, int64_t now_ms)
{
    for (int i = 0; i < GESTURE_CONTACTS_MAX; i++)
        if (gestures->contacts[i].used)
            contact_cancel(gestures, &gestures->contacts[i], now_ms);
}

void gestures_spoil_taps(struct gestures *gestures)
{
    for (int i = 0; i < GESTURE_CONTACTS_MAX; i++)
        if (gestures->contacts[i].used && gestures->contacts[i].state == CONTACT_PENDING)
            gestures->contacts[i].long_pressed = true;
}

bool gestures_busy(const struct gestures *gestures)
{
    for (int i = 0; i < GESTURE_CONTACTS_MAX; i++)
        if (gestures->contacts[i].used && gestures->contacts[i].state != CONTACT_RESTING)
            return true;
    return false;
}
