/* Recognising gestures: a small state machine a contact, and one that concerns several (one drag or one pinch at a time). */
#include "input/gesture.h"

#include <math.h>
#include <string.h>

/* Distances in mm. The slop is about twice what a standing visitor's fingertip rolls; the flick is the slowest swipe that people mean as
 * one; two fingers of one hand span less than the pinch distance, two visitors stand further apart. A finger at rest rolls about within the
 * string, and comes down again within the spot. */
static const float slop_mm = 4.0f, flick_mm_s = 120.0f, pinch_span_mm = 300.0f, pinch_least_mm = 1.0f, string_mm = 6.0f, spot_mm = 10.0f;

enum {
    LONG_PRESS_MS = 600,
    RESTING_MS = 3000,   /* held still so long: a palm, a sleeve, a lean */
    PAIR_MS = 1000,      /* two fingers of one pinch come down within this time, */
    PAIR_MOVED_MS = 200, /* and one that has begun to move counts as so much nearer in time */
    CHATTER_MS = 500,    /* downs in one place, each so soon after the last, and so many: */
    CHATTER_DOWNS = 40,  /* no visitor, but a drop of water or a broken switch */
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

/* px/s at the end of a drag. Of a touch screen that sends less than a point in VELOCITY_MS, the last two points are taken. */
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

/* Whether it has moved on of late; how much it trembles does not count. */
static bool is_lively(const struct gesture_contact *contact, int64_t ms)
{
    return contact->state != CONTACT_RESTING && ms - contact->moved_ms < RESTING_MS;
}

static int64_t apart_ms(const struct gesture_contact *one, const struct gesture_contact *other)
{
    int64_t apart = one->down_ms - other->down_ms;

    return apart < 0 ? -apart : apart;
}

/* Whether the two could be fingers of one pinch. */
static bool could_pinch(struct gestures *gestures, const struct gesture_contact *one, const struct gesture_contact *other, int64_t ms)
{
    bool together = other->state == CONTACT_PENDING && apart_ms(one, other) <= PAIR_MS;

    return (together || (other->state == CONTACT_DRAGGING && is_lively(other, ms))) &&
           distance(one->at, other->at) < to_px(gestures, pinch_span_mm);
}

/* With whom it pinches: of those who could, the one that came down nearest in time. NULL: nobody. */
static struct gesture_contact *find_partner(struct gestures *gestures, const struct gesture_contact *self, int64_t ms)
{
    struct gesture_contact *best = NULL;
    int64_t best_ms = INT64_MAX;

    for (int i = 0; i < GESTURE_CONTACTS_MAX; i++) {
        struct gesture_contact *contact = &gestures->contacts[i];
        bool moved = distance(contact->start, contact->at) > to_px(gestures, slop_mm) / 2;
        int64_t apart = apart_ms(self, contact) - (moved ? PAIR_MOVED_MS : 0);

        if (contact->used && contact != self && could_pinch(gestures, self, contact, ms) && apart < best_ms) {
            best = contact;
            best_ms = apart;
        }
    }
    return best;
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
        gestures->pinch_ms = ms;
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

/* Counts how often something came down there; true if it chatters. */
static bool note_down(struct gestures *gestures, const struct pointer_sample *sample)
{
    bool again = gestures->downs_there > 0 && sample->ms - gestures->last_down_ms < CHATTER_MS &&
                 distance(gestures->last_down, sample->at) < to_px(gestures, spot_mm);

    gestures->downs_there = again ? int_min(gestures->downs_there + 1, CHATTER_DOWNS + 1) : 1;
    gestures->last_down = sample->at;
    gestures->last_down_ms = sample->ms;
    return gestures->downs_there > CHATTER_DOWNS;
}

/* True if it is somebody's. */
static bool contact_down(struct gestures *gestures, const struct pointer_sample *sample)
{
    struct gesture_contact *contact = free_contact(gestures);
    int active = 0;

    for (int i = 0; i < GESTURE_CONTACTS_MAX; i++)
        active += gestures->contacts[i].used && gestures->contacts[i].state != CONTACT_RESTING;
    if (note_down(gestures, sample) || !contact || gestures->queued + (active + 1) * CONTACT_GESTURES > GESTURE_QUEUE_MAX)
        return false;
    *contact = (struct gesture_contact){
        .used = true,
        .id = sample->id,
        .down_ms = sample->ms,
        .last_ms = sample->ms,
        .moved_ms = sample->ms,
        .start = sample->at,
        .at = sample->at,
        .anchor = sample->at,
    };
    trail_add(contact, sample->ms);
    push_contact(gestures, GESTURE_PRESS, contact, sample->ms);
    return true;
}

static void begin_pinch(struct gestures *gestures, struct gesture_contact *contact, struct gesture_contact *partner, int64_t ms)
{
    struct gesture_contact *dragging;

    contact_stop(gestures, partner, ms);
    dragging = find_state(gestures, CONTACT_DRAGGING, NULL);
    if (dragging)
        contact_stop(gestures, dragging, ms);
    contact->state = partner->state = CONTACT_PINCHING;
    push(gestures, pinch_gesture(gestures, GESTURE_PINCH_BEGIN, ms));
}

/* A palm that came down together with two fingers is taken for one of them, until the other moves too. */
static void replace_palm(struct gestures *gestures, struct gesture_contact *contact, int64_t ms)
{
    struct gesture_contact *one = find_state(gestures, CONTACT_PINCHING, NULL);
    struct gesture_contact *other = find_state(gestures, CONTACT_PINCHING, one);
    struct gesture_contact *finger = one->slid ? one : other;

    if ((one->slid && other->slid) || contact->down_ms > gestures->pinch_ms || apart_ms(contact, finger) > PAIR_MS)
        return;
    end_pinch(gestures, ms);
    begin_pinch(gestures, contact, finger, ms);
}

/* A pending contact moved beyond the slop: what becomes of it? A drag that has come to rest gives way. */
static void contact_slide(struct gestures *gestures, struct gesture_contact *contact, int64_t ms)
{
    struct gesture_contact *partner = find_partner(gestures, contact, ms);
    struct gesture_contact *dragging = find_state(gestures, CONTACT_DRAGGING, NULL);

    contact_stop(gestures, contact, ms);
    if (find_state(gestures, CONTACT_PINCHING, NULL)) {
        replace_palm(gestures, contact, ms);
    } else if (partner) {
        begin_pinch(gestures, contact, partner, ms);
    } else if (!dragging || !is_lively(dragging, ms)) {
        if (dragging)
            contact_stop(gestures, dragging, ms);
        contact->state = CONTACT_DRAGGING;
        push_contact(gestures, GESTURE_DRAG_BEGIN, contact, ms);
    }
}

/* Moves the anchor if the string is taut, or the contact has just begun to slide. True if so: that finger moves on. */
static bool pull_anchor(struct gestures *gestures, struct gesture_contact *contact, int64_t ms)
{
    float far = distance(contact->anchor, contact->at), string = to_px(gestures, string_mm);
    bool slides = !contact->slid && distance(contact->start, contact->at) > to_px(gestures, slop_mm);

    if (contact->state == CONTACT_RESTING || (far <= string && !slides))
        return false;
    if (far > string) {
        contact->anchor.x = contact->at.x + (contact->anchor.x - contact->at.x) * string / far;
        contact->anchor.y = contact->at.y + (contact->anchor.y - contact->at.y) * string / far;
    }
    contact->slid = contact->slid || slides;
    contact->moved_ms = ms;
    return true;
}

/* True if it moves on. */
static bool contact_move(struct gestures *gestures, struct gesture_contact *contact, struct point at, int64_t ms)
{
    bool moves;

    contact->last_ms = ms;
    if (at.x == contact->at.x && at.y == contact->at.y)
        return false;
    contact->at = at;
    trail_add(contact, ms);
    moves = pull_anchor(gestures, contact, ms);
    switch (contact->state) {
    case CONTACT_PENDING:
        if (contact->slid)
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
    return moves;
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
    bool taps = !contact->long_pressed && !find_state(gestures, CONTACT_PINCHING, NULL);

    switch (contact->state) {
    case CONTACT_PENDING:
        push_contact(gestures, taps ? GESTURE_TAP : GESTURE_RELEASE, contact, ms);
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

bool gestures_sample(struct gestures *gestures, const struct pointer_sample *sample)
{
    gestures_tick(gestures, sample->ms);
    struct gesture_contact *contact = find(gestures, sample->id);
    int64_t ms = contact && contact->last_ms > sample->ms ? contact->last_ms : sample->ms;

    if (sample->kind == POINTER_DOWN) {
        if (contact)
            contact_cancel(gestures, contact, ms);
        return contact_down(gestures, sample);
    }
    if (!contact)
        return false;
    if (sample->kind == POINTER_CANCEL) {
        contact_cancel(gestures, contact, ms);
        return false;
    }
    bool felt = contact_move(gestures, contact, sample->at, ms);

    if (sample->kind == POINTER_UP) {
        felt = felt || is_lively(contact, ms);
        contact_up(gestures, contact, ms);
    }
    return felt;
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

bool gestures_start(const struct gestures *gestures, int64_t id, struct point *start)
{
    for (int i = 0; i < GESTURE_CONTACTS_MAX; i++)
        if (gestures->contacts[i].used && gestures->contacts[i].id == id) {
            *start = gestures->contacts[i].start;
            return true;
        }
    return false;
}

void gestures_ignore(struct gestures *gestures, int64_t id)
{
    struct gesture_contact *contact = find(gestures, id);

    if (!contact)
        return;
    ASSERT(contact->state == CONTACT_PENDING && gestures->queued > 0);
    gestures->queued--;
    contact->state = CONTACT_RESTING;
}
