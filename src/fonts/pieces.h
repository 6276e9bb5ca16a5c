/* Pieces: a text cut into what one font can shape and draw at once, in the order in which they stand from left to right. Main thread only.
 */
#pragma once

#include "fonts/choice.h"

struct piece {
    size_t text; /* in pieces.text: terminated, without letters that draw nothing */
    int font;
    uint32_t script; /* SCRIPT_NONE: any */
    bool leftward;
};

/* Zero-initialise; grows with use. */
struct pieces {
    struct piece *list;
    int count, capacity;
    struct buffer text;
    struct arena *scratch;
};

void pieces_finish(struct pieces *pieces);
/* text: checked UTF-8. With tracking each letter with its marks is a piece, but in scripts whose letters are joined. */
void pieces_cut(struct pieces *pieces, struct choice *choice, struct type type, struct bytes text);
