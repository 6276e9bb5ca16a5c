/* Strokes out of a keyboard's presses, freed of what stuck and chattering switches do. Pure. */
#pragma once

#include "input/key.h"

/* HELD: the key stays down. A key held for longer than a visitor would is NONE, and so is a press of one that chatters. */
enum key_stroke { STROKE_NONE, STROKE_PRESS, STROKE_HELD };

/* Transparent so that it lives in its owner. */
struct keyboard {
    struct {
        int64_t down_ms, up_ms;
        int presses;    /* in quick succession */
        bool held_over; /* it was down when the window lost the keyboard, and still is: its next press is none */
    } keys[KEY_COUNT];
};

void keyboard_init(struct keyboard *keyboard);
/* repeated: the window system says that the key stays down. */
enum key_stroke keyboard_down(struct keyboard *keyboard, enum key key, bool repeated, int64_t now_ms);
void keyboard_up(struct keyboard *keyboard, enum key key, int64_t now_ms);
/* The window lost the keyboard. Window systems let all keys go just before, and press anew what is still down when it comes back. */
void keyboard_lost(struct keyboard *keyboard, int64_t now_ms);
