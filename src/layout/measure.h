/* Measuring of text, passed in: paint/faces measures real faces, tests count letters. */
#pragma once

#include "base/base.h"

enum face { FACE_HEADLINE, FACE_TEXT, FACE_BOLD, FACE_ITALIC, FACE_COUNT };

/* ORDER_TEXT: a whole text, which its language's rules put in order (UAX #9). The others: a piece of one that was put in order already, and
 * runs as they say. */
enum text_order { ORDER_TEXT, ORDER_RIGHTWARD, ORDER_LEFTWARD };

/* tracking_px: extra space behind each letter, for spaced capitals; 0 elsewhere. language: 1 + its index in the exhibit; 0 stands for that
 * of the page, or else for the first. order: an enum text_order. */
struct type {
    enum face face;
    int size_px, tracking_px;
    uint8_t language, order;
};

/* ascent: baseline to the top of the tallest letters; descent: below the baseline; both positive. cap: height of an "H". */
struct face_metrics {
    int ascent_px, descent_px, cap_px;
};

/* text need not be terminated; it is checked UTF-8 without line breaks. Deterministic. */
struct measure {
    void *context;
    int (*width)(void *context, struct type type, const char *text, int length);
    struct face_metrics (*metrics)(void *context, struct type type);
};
