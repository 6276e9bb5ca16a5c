/* Which keys point somewhere. */
#include "input/key.h"

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
    case KEY_PLUS:
    case KEY_MINUS:
    case KEY_LISTEN:
    case KEY_AGAIN:
    case KEY_SENTENCE_BACK:
    case KEY_SENTENCE_ON:
    case KEY_SPEED:
    case KEY_VOLUME:
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
