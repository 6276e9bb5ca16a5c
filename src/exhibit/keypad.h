/* Keypads that museums mount beside a screen, and switches: they are keyboards to the system, and each sends codes of its own. */
#pragma once

/* What their keys do. NEXT: the one of two switches that moves on, SELECT being the other; SWITCH: one alone, for which the focus moves by
 * itself. In the order of enum key (input/key.h) from KEY_PAD_UP on. */
enum pad { PAD_UP, PAD_DOWN, PAD_LEFT, PAD_RIGHT, PAD_SELECT, PAD_BACK, PAD_FOR_ME, PAD_NEXT, PAD_SWITCH, PAD_COUNT };

/* keys: of each, an index in keypad_names; 0: there is none. scan_ms: from one step of the focus to the next. again_ms: so soon a key that
 * is struck once more means nothing. */
struct keypad {
    int keys[PAD_COUNT];
    int scan_ms, again_ms;
};

/* The keys of a keyboard by what an American one has on them, ended by NULL; the first is "none". */
extern const char *const keypad_names[];
/* Which key of it has that usage on the USB's page of keyboards (HID Usage Tables, page 7), which is SDL's scancode; PAD_COUNT: none. */
enum pad keypad_find(const struct keypad *keypad, int usage);
