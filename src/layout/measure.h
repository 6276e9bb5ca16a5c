/* Measuring of text, passed in: fonts/faces measures real faces, tests count letters. */
#pragma once

#include "base/base.h"

enum face { FACE_HEADLINE, FACE_TEXT, FACE_BOLD, FACE_ITALIC, FACE_COUNT };

/* ORDER_TEXT: a whole text, which its language's rules put in order (UAX #9). The others: a piece of one that was put in order already, and
 * runs as they say. */
enum text_order { ORDER_TEXT, ORDER_RIGHTWARD, ORDER_LEFTWARD };

/* tracking_px: extra space behind each letter, for spaced capitals; 0 elsewhere. language: 1 + its index in the exhibit; 0 stands for that
 * of the page, or else for the first. order: an enum text_order. font: what measure.settle chose; 0: nothing. */
struct type {
    enum face face;
    int size_px, tracking_px;
    uint8_t language, order, font;
};

/* ascent: baseline to the top of the tallest letters of the type's language; descent: below the baseline; both positive. cap: height of an
 * "H". least_line: from baseline to baseline, so that no letter of the language touches the line before; 0 where any distance will do, as
 * in the languages that headline faces are drawn for. */
struct face_metrics {
    int ascent_px, descent_px, cap_px, least_line_px;
};

/* text need not be terminated; it is checked UTF-8 without line breaks. Deterministic. settle: the type with a font that has all letters of
 * the text, so that a headline of several words is not set from several fonts; the type itself where that is so anyway, or there is none.
 * breaks: what finding the ends of lines takes, kept; or NULL. */
struct measure {
    void *context;
    int (*width)(void *context, struct type type, const char *text, int length);
    struct face_metrics (*metrics)(void *context, struct type type);
    struct type (*settle)(void *context, struct type type, const char *text, int length);
    struct linebreaks *breaks;
};
