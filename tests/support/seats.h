/* From where the whole exhibit is visited by those who have six keys, one switch, or only their ears. */
#pragma once

#include "base/geom.h"

/* On which screen, with which letters (TEXT_USUAL, ...), in which language (an index). */
struct seat {
    struct size screen;
    int text, language;
};

/* In tests/exhibit; in the exhibit of this repository. */
enum { SEATS = 8, SEATS_SHIPPED = 2 };
extern const struct seat seats[SEATS], seats_shipped[SEATS_SHIPPED];
