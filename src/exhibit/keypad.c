/* Two lists side by side: the names, and their usages. */
#include "exhibit/keypad.h"

#include "base/base.h"

const char *const keypad_names[] = {
    "none",  "F1",    "F2",     "F3",    "F4",      "F5",     "F6",  "F7",        "F8",   "F9",    "F10",   "F11",    "F12",
    "F13",   "F14",   "F15",    "F16",   "F17",     "F18",    "F19", "F20",       "F21",  "F22",   "F23",   "F24",    "A",
    "B",     "C",     "D",      "E",     "F",       "G",      "H",   "I",         "J",    "K",     "L",     "M",      "N",
    "O",     "P",     "Q",      "R",     "S",       "T",      "U",   "V",         "W",    "X",     "Y",     "Z",      "0",
    "1",     "2",     "3",      "4",     "5",       "6",      "7",   "8",         "9",    "pad-0", "pad-1", "pad-2",  "pad-3",
    "pad-4", "pad-5", "pad-6",  "pad-7", "pad-8",   "pad-9",  "up",  "down",      "left", "right", "enter", "escape", "backspace",
    "tab",   "space", "insert", "home",  "page-up", "delete", "end", "page-down", NULL,
};

static const int usages[] = {
    0,  58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 68, 69, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 4,  5,  6,  7,
    8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,  22,  23,  24,  25,  26,  27,  28,  29,  39,  30,  31,  32, 33, 34, 35,
    36, 37, 38, 98, 89, 90, 91, 92, 93, 94, 95, 96, 97, 82,  81,  80,  79,  40,  41,  42,  43,  44,  73,  74,  75,  76, 77, 78,
};

_Static_assert(COUNTOF(usages) + 1 == COUNTOF(keypad_names), "one usage a name");

enum pad keypad_find(const struct keypad *keypad, int usage)
{
    int pad = 0;

    while (pad < PAD_COUNT && (keypad->keys[pad] == 0 || usages[keypad->keys[pad]] != usage))
        pad++;
    return (enum pad)pad;
}
