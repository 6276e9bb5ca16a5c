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

/* How high it is if it is so wide; it shows no more notes than stand in most_px. */
int strip_height(const struct desk_strip *strip, const struct desk_view *view, int width_px, int most_px);
/* Draws it on the scene's page, which desk_sheet made in that size. */
void strip_draw(const struct desk_strip *strip, const struct scene *scene);
