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
    KEY_PLUS,
    KEY_MINUS,
    KEY_LISTEN,
    KEY_AGAIN,
    KEY_SENTENCE_BACK,
    KEY_SENTENCE_ON,
    KEY_SPEED,
    KEY_VOLUME,
    KEY_COUNT
};

/* Right, left, down and up as steps, the page keys as down and up; (0, 0) for other keys. */
struct point key_way(enum key key);
/* Left for right, and right for left: what arrows mean where one reads from right to left. */
enum key key_mirrored(enum key key);
