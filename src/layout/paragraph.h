/* Paragraphs: prose broken into lines after UAX #14, in the fewest lines and then the most even ones, without a lonely last word where
 * it can be avoided. */
#pragma once

#include "base/mem.h"
#include "base/prose.h"
#include "layout/measure.h"

/* START: where lines of the language begin, at the left of one that reads to the right. */
enum align { ALIGN_START, ALIGN_CENTRE, ALIGN_END };

/* language: BCP 47 code, for the line breaker and the order of letters; may be NULL. Emphasis is set in FACE_ITALIC, strong in FACE_BOLD,
 * both at the type's size, unless the type's face is FACE_HEADLINE (which has neither). Lists hang by 1.2 em a level, or by what the widest
 * marker needs. The last line of a text in FACE_HEADLINE is as even as the others; any other's is as short as it comes. */
struct paragraph_style {
    struct type type;
    int width_px;
    int line_height_px; /* or what the language's letters need, if that is more */
    int gap_px;         /* between blocks */
    enum align align;
    const char *language;
};

/* One face, one link, one direction (in its type): drawn at (line.x + x, line.baseline); runs stand in the order of their words, x says
 * where. text points into the prose (or the arena), not terminated, without line
 * breaks and invisible letters; the hyphen of a soft hyphen where it shows. An item's marker is the first run of its first line, in
 * the style's type, with a negative x. */
struct paragraph_run {
    const char *text;
    int length;
    struct type type;
    int x_px, width_px;
    const struct prose_link *link;
};

/* top and baseline: from the paragraph's top. x: from its left, after alignment; in a language whose lines begin at the right, from there.
 * width: without a marker. No trailing space is counted or drawn. A line between two line breaks has no runs. */
struct paragraph_line {
    const struct paragraph_run *runs;
    int run_count;
    int x_px, width_px, top_px, baseline_px;
};

/* No line is wider than the style's width, unless a single letter is: a word that is wider is broken between letters. */
struct paragraph {
    const struct paragraph_line *lines;
    int line_count;
    int height_px; /* line_count lines and the gaps; 0 for empty prose */
    int width_px;  /* of the widest line, its hang included */
};

/* The result lives in the arena. */
const struct paragraph *paragraph_set(struct arena *arena, const struct prose *prose, const struct paragraph_style *style,
                                      const struct measure *measure);
/* A plain text as prose of one paragraph, in the arena; the text is borrowed. */
const struct prose *paragraph_plain(struct arena *arena, const char *text);
