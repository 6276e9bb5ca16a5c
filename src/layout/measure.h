/* Measuring of text, passed in: paint/faces measures real faces, tests count letters. */
#pragma once

#include "base/base.h"

enum face { FACE_HEADLINE, FACE_TEXT, FACE_BOLD, FACE_ITALIC, FACE_COUNT };

/* tracking_px: extra space behind each letter, for spaced capitals; 0 elsewhere. */
struct type {
    enum face face;
    int size_px, tracking_px;
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
