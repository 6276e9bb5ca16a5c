/* Raw samples through pointer and keyboard, which know what drivers do to them. */
#include "tape/devices.h"

#include <string.h>

void devices_init(struct devices *devices, const struct devices_setup *setup)
{
    devices->setup = *setup;
    devices->pad_key = KEY_COUNT;
    pointer_init(&devices->pointer, setup->screen, setup->rotation);
    keyboard_init(&devices->keyboard);
}

static void take_pointer(struct devices *devices, const struct raw_pointer *raw)
{
    struct pointer_sample samples[2];
    int count = pointer_translate(&devices->pointer, raw, samples);

    for (int i = 0; i < count; i++) {
        if (samples[i].kind == POINTER_DOWN && devices->setup.pressed)
            devices->setup.pressed(devices->setup.context, samples[i].at);
        stage_pointer(devices->setup.stage, &samples[i], raw->source == RAW_MOUSE ? VIA_MOUSE : VIA_TOUCH);
    }
}

/* A keypad's keys do nothing while they stay down; and where the exhibit says so, nothing when one is struck once more at once. */
static bool is_stutter(struct devices *devices, enum key key, int64_t now_ms)
{
    bool again = key == devices->pad_key && now_ms - devices->pad_ms < devices->setup.exhibit->keypad.again_ms;

    devices->pad_key = key;
    devices->pad_ms = again ? devices->pad_ms : now_ms;
    return again;
}

static void take_key_down(struct devices *devices, enum key key, bool repeated, int64_t now_ms)
{
    switch (keyboard_down(&devices->keyboard, key, repeated, now_ms)) {
    case STROKE_PRESS:
        if (key_is_pad(key) && is_stutter(devices, key, now_ms))
            break;
        stage_key(devices->setup.stage, key, now_ms);
        break;
    case STROKE_HELD:
        if (!key_is_pad(key))
            stage_key_held(devices->setup.stage, key, now_ms);
        break;
    case STROKE_NONE:
        break;
    }
}

static void take_key(struct devices *devices, const struct tape_event *event)
{
    if (event->press != TAPE_UP)
        take_key_down(devices, event->key, event->press == TAPE_HELD, event->ms);
    if (event->press == TAPE_UP || event->press == TAPE_TAP)
        keyboard_up(&devices->keyboard, event->key, event->ms);
}

static void take_count(struct devices *devices, const struct tape_count *counted)
{
    struct tally tally = *stage_tally(devices->setup.stage);

    for (int i = 0; i < devices->setup.exhibit->question_count; i++)
        if (strcmp(devices->setup.exhibit->questions[i].id, counted->question) == 0)
            tally.counts[i] = counted->count;
    stage_set_tally(devices->setup.stage, &tally);
}

static void take_day(struct devices *devices, struct date day)
{
    struct tally tally = *stage_tally(devices->setup.stage);

    if (tally_turn(&tally, day))
        stage_set_tally(devices->setup.stage, &tally);
}

void devices_take(struct devices *devices, const struct tape_event *event)
{
    switch (event->kind) {
    case TAPE_POINTER:
        take_pointer(devices, &event->pointer);
        break;
    case TAPE_KEY:
        take_key(devices, event);
        break;
    case TAPE_FOCUS:
        stage_cancel(devices->setup.stage, event->ms);
        keyboard_lost(&devices->keyboard, event->ms);
        break;
    case TAPE_DISPLAY:
        stage_cancel(devices->setup.stage, event->ms);
        stage_hush(devices->setup.stage);
        break;
    case TAPE_SIZE:
        stage_resize(devices->setup.stage, event->size, event->ms);
        pointer_init(&devices->pointer, event->size, devices->setup.rotation);
        break;
    case TAPE_DAY:
        take_day(devices, event->day);
        break;
    case TAPE_COUNTED:
        take_count(devices, &event->counted);
        break;
    case TAPE_TICK:
    case TAPE_PAINT:
    case TAPE_WHOLE:
    case TAPE_STROKE:
    case TAPE_TOUCH:
    case TAPE_WAIT:
        break;
    }
}
