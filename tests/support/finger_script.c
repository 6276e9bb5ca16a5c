/* Plays the steps one after the other, and prints what is taken after each. */
#include "support/finger_script.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *const kind_names[FINGER_SCRIPT_KINDS] = {
    [GESTURE_PRESS] = "press",       [GESTURE_RELEASE] = "release",         [GESTURE_TAP] = "tap",
    [GESTURE_LONG_PRESS] = "long",   [GESTURE_DRAG_BEGIN] = "drag-begin",   [GESTURE_DRAG] = "drag",
    [GESTURE_DRAG_END] = "drag-end", [GESTURE_DRAG_CANCEL] = "drag-cancel", [GESTURE_PINCH_BEGIN] = "pinch-begin",
    [GESTURE_PINCH] = "pinch",       [GESTURE_PINCH_END] = "pinch-end",
};

const char *finger_script_kind(enum gesture_kind kind)
{
    return kind_names[kind];
}

bool finger_script_is_pinch(enum gesture_kind kind)
{
    return kind == GESTURE_PINCH_BEGIN || kind == GESTURE_PINCH || kind == GESTURE_PINCH_END;
}

static void print_gesture(const struct gesture *gesture, struct buffer *out)
{
    enum gesture_kind kind = gesture->kind;

    buffer_printf(out, "%s%s", out->length ? "; " : "", kind_names[kind]);
    if (finger_script_is_pinch(kind)) {
        buffer_printf(out, " %g,%g %.3f", (double)gesture->at.x, (double)gesture->at.y, (double)gesture->scale);
        if (kind != GESTURE_PINCH_BEGIN)
            buffer_printf(out, " from %g,%g", (double)gesture->start.x, (double)gesture->start.y);
        return;
    }
    buffer_printf(out, " %c", (int)gesture->id);
    if (kind == GESTURE_DRAG || kind == GESTURE_DRAG_BEGIN || kind == GESTURE_DRAG_CANCEL)
        buffer_printf(out, " %g,%g", (double)gesture->at.x, (double)gesture->at.y);
    if (kind == GESTURE_DRAG_BEGIN)
        buffer_printf(out, " from %g,%g", (double)gesture->start.x, (double)gesture->start.y);
    if (kind == GESTURE_DRAG_END)
        buffer_printf(out, " %.0f,%.0f%s", (double)gesture->velocity.x, (double)gesture->velocity.y, gesture->flick ? " flick" : "");
    if (kind == GESTURE_LONG_PRESS)
        buffer_printf(out, " %d", (int)gesture->ms);
}

void finger_script_take(struct gestures *gestures, struct buffer *out)
{
    struct gesture gesture;

    while (gestures_next(gestures, &gesture))
        print_gesture(&gesture, out);
}

static bool read_kind(const char *word, enum pointer_kind *kind)
{
    static const char *const words[] = {"down", "move", "up", "cancel"};

    for (size_t i = 0; i < COUNTOF(words); i++)
        if (strcmp(word, words[i]) == 0) {
            *kind = (enum pointer_kind)i;
            return true;
        }
    return false;
}

bool finger_script_step(struct gestures *gestures, const char *step)
{
    struct pointer_sample sample = {0};
    int ms = 0, x = 0, y = 0;
    char finger = 0, word[16] = "";

    if (sscanf(step, "%d %c %15[a-z] %d %d", &ms, &finger, word, &x, &y) == 5 && read_kind(word, &sample.kind)) {
        sample.id = (unsigned char)finger;
        sample.at = (struct point){(float)x, (float)y};
        sample.ms = ms;
        return gestures_sample(gestures, &sample);
    }
    if (sscanf(step, "%d %15[a-z-]", &ms, word) == 2 && strcmp(word, "tick") == 0) {
        gestures_tick(gestures, ms);
    } else if (strcmp(word, "cancel-all") == 0) {
        gestures_cancel_all(gestures, ms);
    } else {
        fail_msg("no step: %s", step);
    }
    return false;
}

void finger_script_play(struct gestures *gestures, const char *script, struct buffer *out)
{
    for (const char *at = script; at; at = strchr(at, ';')) {
        at += *at == ';';
        finger_script_step(gestures, at);
        finger_script_take(gestures, out);
    }
}

void finger_script_expect(const char *name, const char *script, const char *expected)
{
    struct gestures gestures;
    struct buffer out = {0};

    gestures_init(&gestures, (struct gesture_setup){.px_per_mm = 1});
    buffer_add(&out, "", 0);
    finger_script_play(&gestures, script, &out);
    if (strcmp(out.bytes, expected) != 0)
        fail_msg("%s:\n got %s\nwant %s", name, out.bytes, expected);
    buffer_finish(&out);
}
