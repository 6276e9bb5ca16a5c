/* Faces: real type, measured and drawn by SDL_ttf. Main thread only. */
#pragma once

#include "base/colour.h"
#include "base/files.h"
#include "layout/measure.h"
#include "fonts/choice.h"

#include <SDL.h>

struct faces;

/* Each name is looked up in the exhibit's assets/fonts, then in the system's font folders (/usr/share/fonts, /usr/local/share/fonts,
 * ~/.local/share/fonts). A file that is missing or cannot be used is logged once and passed over; a list without a usable file takes that
 * of another, or any that the system has. NULL if the system has none either. Files are read once, the first of a list now, the others when
 * a letter needs them, and shared by all sizes. Borrows `files`; the setup is not needed afterwards. */
struct faces *faces_create(const struct files *files, const struct choice_setup *setup);
/* NULL is fine. */
void faces_destroy(struct faces *faces);
/* Where the pages of a whole exhibit are filled, and not one now and then: keeps the widths of many more texts. */
void faces_keep_many(struct faces *faces);
/* Borrows `faces`. Widths are those that faces_text draws: words that a font lacks letters of come from the next one that has them. */
struct measure faces_measure(struct faces *faces);

struct face_text {
    struct type type;
    struct colour colour;
    const char *text; /* need not be terminated */
    int length;
};

/* ascent: from the surface's top to the baseline; that of the face, or more where a letter of another face reaches higher. */
struct face_ink {
    SDL_Surface *surface;
    int ascent_px;
};

/* The text as one ARGB surface to be blended, NULL for nothing to draw. Kept by content; borrowed until faces_trim. */
struct face_ink faces_text(struct faces *faces, const struct face_text *text);
/* Frees texts while there are more than some megabytes of them, the least recently used first. What was asked for since the last time
 * stays: it is being shown, and the next frame will ask for it again. */
void faces_trim(struct faces *faces);
/* Whether there is a font of that name, and it can be drawn with; if not, that is logged once. */
bool faces_can_use(struct faces *faces, const char *name);
/* Letters of the text that no font of the face's lists, and none of the system's for their script, has: a box is drawn for each. Up to
 * `most` into codes; returns how many. Of the text's colour nothing is used. */
int faces_lacking(struct faces *faces, const struct face_text *text, uint32_t *codes, int most);
