/* The kinds of findings, by their codes (base/finding): whose business each is, and what to do. */
#pragma once

#include "base/base.h"

/* Who can mend it: who writes and translates, who brings pictures, who draws layouts and chooses fonts, colours and the screen. */
enum concern { CONCERN_TEXT, CONCERN_PICTURE, CONCERN_LAYOUT, CONCERN_COUNT };

/* "text", "picture", "layout". */
extern const char *const concern_names[CONCERN_COUNT];

/* help: what is wrong and what to do, in sentences, for the reference. */
struct finding_kind {
    const char *code;
    enum concern concern;
    const char *help;
};

/* By code. */
extern const struct finding_kind finding_kinds[];
extern const int finding_kind_count;

/* NULL if there is none of that code. */
const struct finding_kind *codes_find(const char *code);
