/* A passage: running text in one type and colour, over as many lines as it needs. Set it once, then ask for its height and draw it. */
#pragma once

#include "layout/paragraph.h"
#include "page/page.h"

struct passage {
    const struct prose *prose;
    struct type type;
    struct colour colour;
    float line_height; /* times the type's size */
    enum align align;
    struct colour marker; /* behind strong words, as a felt pen leaves it; a 0: none */
    bool links;           /* those that lead somewhere are underlined and answer to touch */
};

int passage_line_px(const struct passage *passage);
/* Lines of width_px at most, in the scene's arena. */
const struct paragraph *passage_set(const struct scene *scene, const struct passage *passage, int width_px);
/* Draws what passage_set made, from the top left of rect. */
void passage_put(const struct scene *scene, const struct paragraph *paragraph, const struct passage *passage, struct rect rect);
/* Sets and puts; returns the height. */
int passage_draw(const struct scene *scene, const struct passage *passage, struct rect rect);
/* Whether no word of the text is wider than a line, so that none is broken between letters. */
bool passage_words_fit(const struct scene *scene, struct type type, const char *text, int width_px);
