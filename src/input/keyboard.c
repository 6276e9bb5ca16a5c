/* What a switch says is believed as long as a visitor's finger could have done it. */
#include "input/keyboard.h"

#include <string.h>

enum {
    STUCK_MS = 10000,     /* nobody scrolls so long without lifting the finger */
    CHATTER_MS = 500,     /* presses, each so soon after the last, */
    CHATTER_PRESSES = 40, /* and so many: more than the longest exhibit has pages */
    LET_GO_MS = 20        /* between a key that the window system lets go and its telling why */
};

void keyboard_init(struct keyboard *keyboard)
{
    memset(keyboard, 0, sizeof(*keyboard));
    for (int i = 0; i < KEY_COUNT; i++)
        keyboard->keys[i].down_ms = keyboard->keys[i].up_ms = INT64_MIN / 2; /* long ago, whatever the clock starts with */
}

enum key_stroke keyboard_down(struct keyboard *keyboard, enum key key, bool repeated, int64_t now_ms)
{
    int64_t held_ms = now_ms - keyboard->keys[key].down_ms;

    if (repeated || keyboard->keys[key].held_over)
        return held_ms < STUCK_MS ? STROKE_HELD : STROKE_NONE;
    keyboard->keys[key].presses = held_ms < CHATTER_MS ? int_min(keyboard->keys[key].presses + 1, CHATTER_PRESSES + 1) : 1;
    keyboard->keys[key].down_ms = now_ms;
    return keyboard->keys[key].presses > CHATTER_PRESSES ? STROKE_NONE : STROKE_PRESS;
}

void keyboard_up(struct keyboard *keyboard, enum key key, int64_t now_ms)
{
    keyboard->keys[key].up_ms = now_ms;
    keyboard->keys[key].held_over = false;
}

void keyboard_lost(struct keyboard *keyboard, int64_t now_ms)
{
    for (int i = 0; i < KEY_COUNT; i++)
        keyboard->keys[i].held_over = now_ms - keyboard->keys[i].up_ms <= LET_GO_MS;
}
