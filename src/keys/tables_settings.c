/* The keys of what visitors set for themselves. */
#include "keys/tables.h"

#include "exhibit/model.h"
#include "keys/rows.h"
#include "settings/settings.h"

const char *const settings_choices[] = {"text", "contrast", "motion", "words", "time", "scan", "reach", NULL};

_Static_assert(COUNTOF(settings_choices) == SETTING_COUNT + 1, "one word a setting");

#define WORD_ROW(name, value, meaning) .need = NEED_WANTED, WORD_AT(settings_words, name, value, meaning)

static const struct schema_row word_rows[] = {
    {WORD_ROW(title, "For me", "the button, and the card's heading")},
    {WORD_ROW(usual, "As usual", "of each setting, how the exhibit is otherwise")},
    {WORD_ROW(high, "High", "of the contrast")},
    {WORD_ROW(dark, "Dark", "the same: light letters on a dark ground")},
    {WORD_ROW(motion, "Movement", "whether pages slide and pictures move")},
    {WORD_ROW(still, "None", "of movement")},
    {WORD_ROW(words, "Words", "whether texts are in simple words")},
    {WORD_ROW(simple, "Simple", "of words")},
    {WORD_ROW(time, "Time", "how long the exhibit waits for a touch")},
    {WORD_ROW(longer, "More time", "ten times as long")},
    {WORD_ROW(reach, "Reach", "whether a key of the bar brings down what hangs too high for a wheelchair")},
    {WORD_ROW(low, "Low", "of the reach")},
    {WORD_ROW(bring_down, "Lower", "that key")},
    {WORD_ROW(put_back, "Raise", "the same key, when all is as low as it goes")},
    {WORD_ROW(scan, "Switch", "how fast the focus moves by itself, for one switch")},
    {WORD_ROW(slow, "Slower", "half as fast; of the voice, too")},
    {WORD_ROW(voice, "Reading aloud", "whether a voice reads what is shown")},
    {WORD_ROW(silent, "No", "of reading aloud")},
    {WORD_ROW(aloud, "Yes", "the same")},
    {WORD_ROW(speed, "Speed of the voice", "of which `slow` and `usual` are two")},
    {WORD_ROW(quick, "Quicker", "the third")},
    {WORD_ROW(volume, "Volume", "of the voice, and of sounds")},
    {WORD_ROW(louder, "Louder", "of the volume")},
    {WORD_ROW(loudest, "Loudest", "the same")},
    {WORD_ROW(reset, "Back to usual", "the button that takes all of it back")},
};
#define PAD_ROW(name, pad, meaning) name, VALUE_CHOICE, AT(keypad, keys[pad]), .preset = "none", .choices = keypad_names, .help = meaning

static const struct schema_row keypad_rows[] = {
    {PAD_ROW("up", PAD_UP, "which key of a keyboard the keypad sends for its key upwards: F13, A, 5, pad-5, page-up")},
    {PAD_ROW("down", PAD_DOWN, "the same, for its other keys")},
    {PAD_ROW("left", PAD_LEFT, "the same")},
    {PAD_ROW("right", PAD_RIGHT, "the same")},
    {PAD_ROW("select", PAD_SELECT, "the key that begins to walk over what is on the screen, and opens what is marked")},
    {PAD_ROW("back", PAD_BACK, "the key that leaves what is marked, and leads back")},
    {PAD_ROW("for_me", PAD_FOR_ME, "the key to the card of settings")},
    {PAD_ROW("next", PAD_NEXT, "of two switches, the one that moves on; the other is select")},
    {PAD_ROW("switch", PAD_SWITCH,
             "a single switch: the first press begins to move the mark by itself, each further one opens what is marked")},
    {"scan_ms", VALUE_INTEGER, AT(keypad, scan_ms), .preset = "1500", .min = 300, .max = 20000,
     .help = "milliseconds that the mark stays on each thing for a single switch"},
    {"again_ms", VALUE_INTEGER, AT(keypad, again_ms), .preset = "0", .max = 2000,
     .help = "a key that is struck once more within these milliseconds means nothing: 500 for hands that tremble; 0: it counts"},
};
const struct schema schema_keypad = {"keypad", sizeof(struct keypad), ROWS(keypad_rows)};

const struct schema schema_settings_words = {"set of words", sizeof(struct settings_words), ROWS(word_rows)};
