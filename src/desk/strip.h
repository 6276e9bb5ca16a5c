/* The strip above the page: what is looked at, and what is to be said of it, in plain words. Pure. */
#pragma once

#include "desk/notes.h"

/* words: of the status line and, where they are there, lines in the place of the notes (help); NULL behind the last. */
struct desk_strip {
    const char *status;
    const char *const *lines;
    const struct desk_notes *notes;
    int size_px; /* of its letters */
};

/* Draws it on the scene's page, which desk_sheet made as wide as it is to be, and as high as it may be: no more notes are shown than stand
 * there. Returns how high it came out. */
int strip_draw(const struct desk_strip *strip, const struct scene *scene);
