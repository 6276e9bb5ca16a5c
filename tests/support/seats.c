/* Every language on both screens and with the usual and the largest letters, and both letters on both screens: each pair of two is there.
 * All threes would take twice as long and show hardly more, for what a page is set by are pairs: a screen's shape and its letters, letters
 * and a language's words, a language's direction and the screen. */
#include "support/seats.h"

#include "settings/settings.h"
#include "support/visitor.h"

const struct seat seats[SEATS] = {
    {{1920, 1080}, TEXT_USUAL, ENGLISH}, {{1080, 1920}, TEXT_LARGEST, ENGLISH}, {{1920, 1080}, TEXT_LARGEST, SPANISH},
    {{1080, 1920}, TEXT_USUAL, SPANISH}, {{1920, 1080}, TEXT_USUAL, ARABIC},    {{1080, 1920}, TEXT_LARGEST, ARABIC},
    {{1920, 1080}, TEXT_LARGEST, THAI},  {{1080, 1920}, TEXT_USUAL, THAI},
};
const struct seat seats_shipped[SEATS_SHIPPED] = {{{1920, 1080}, TEXT_USUAL, ENGLISH}, {{1080, 1920}, TEXT_LARGEST, SPANISH}};
