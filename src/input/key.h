/* Keys of the keyboard by what they mean; SDL's codes become these in app/events. FIRST, LAST: the keys Home and End. HOME: a letter that
 * leads to the scene home. */
#pragma once

#include "base/geom.h"

enum key {
    KEY_RIGHT,
    KEY_LEFT,
    KEY_UP,
    KEY_DOWN,
    KEY_PAGE_UP,
    KEY_PAGE_DOWN,
    KEY_FIRST,
    KEY_LAST,
    KEY_ENTER,
    KEY_ESCAPE,
    KEY_TAB,
    KEY_BACK_TAB,
    KEY_TIMELINE,
    KEY_HOME,
    KEY_LANGUAGE,
    KEY_TEXT_SIZE,
    KEY_CONTRAST,
    KEY_SETTINGS,
    KEY_PLUS,
    KEY_MINUS,
    KEY_LISTEN,
    KEY_AGAIN,
    KEY_SENTENCE_BACK,
    KEY_SENTENCE_ON,
    KEY_SPEED,
    KEY_VOLUME,
    /* Of a keypad or a switch (exhibit/keypad.h), which mean what there is to do. */
    KEY_PAD_UP,
    KEY_PAD_DOWN,
    KEY_PAD_LEFT,
    KEY_PAD_RIGHT,
    KEY_PAD_SELECT,
    KEY_PAD_BACK,
    KEY_PAD_FOR_ME,
    KEY_PAD_NEXT,
    KEY_PAD_SWITCH,

    KEY_COUNT
};

bool key_is_pad(enum key key);
/* The same key of a keyboard; KEY_COUNT for one that is a keypad's alone. */
enum key key_of_pad(enum key key);
/* Right, left, down and up as steps, the page keys as down and up; (0, 0) for other keys. */
struct point key_way(enum key key);
/* Left for right, and right for left: what arrows mean where one reads from right to left. */
enum key key_mirrored(enum key key);
