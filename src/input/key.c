/* Which keys point somewhere. */
#include "input/key.h"

bool key_is_pad(enum key key)
{
    return key >= KEY_PAD_UP && key <= KEY_PAD_SWITCH;
}

enum key key_of_pad(enum key key)
{
    static const enum key of[] = {KEY_UP, KEY_DOWN, KEY_LEFT, KEY_RIGHT, KEY_ENTER, KEY_ESCAPE, KEY_SETTINGS, KEY_TAB, KEY_COUNT};

    return key_is_pad(key) ? of[key - KEY_PAD_UP] : KEY_COUNT;
}

struct point key_way(enum key key)
{
    switch (key) {
    case KEY_RIGHT:
        return (struct point){1, 0};
    case KEY_LEFT:
        return (struct point){-1, 0};
    case KEY_DOWN:
    case KEY_PAGE_DOWN:
        return (struct point){0, 1};
    case KEY_UP:
    case KEY_PAGE_UP:
        return (struct point){0, -1};
    case KEY_FIRST:
    case KEY_LAST:
    case KEY_ENTER:
    case KEY_ESCAPE:
    case KEY_TAB:
    case KEY_BACK_TAB:
    case KEY_TIMELINE:
    case KEY_HOME:
    case KEY_LANGUAGE:
    case KEY_TEXT_SIZE:
    case KEY_CONTRAST:
    case KEY_SETTINGS:
    case KEY_PLUS:
    case KEY_MINUS:
    case KEY_LISTEN:
    case KEY_AGAIN:
    case KEY_SENTENCE_BACK:
    case KEY_SENTENCE_ON:
    case KEY_SPEED:
    case KEY_VOLUME:
    case KEY_PAD_UP:
    case KEY_PAD_DOWN:
    case KEY_PAD_LEFT:
    case KEY_PAD_RIGHT:
    case KEY_PAD_SELECT:
    case KEY_PAD_BACK:
    case KEY_PAD_FOR_ME:
    case KEY_PAD_NEXT:
    case KEY_PAD_SWITCH:
    case KEY_COUNT:
        break;
    }
    return (struct point){0, 0};
}

enum key key_mirrored(enum key key)
{
    if (key != KEY_LEFT && key != KEY_RIGHT)
        return key;
    return key == KEY_LEFT ? KEY_RIGHT : KEY_LEFT;
}
