/* The colours of a photograph made those of the screen (sRGB). */
#pragma once

#include "base/mem.h"

/* What a pixel's four bytes are. COLOUR: blue, green, red, alpha. GREY: the same, the three alike. PRINT: cyan, magenta, yellow, black,
 * each the more ink the larger; PRINT_INVERTED: the less. */
enum photo_ink { INK_COLOUR, INK_GREY, INK_PRINT, INK_PRINT_INVERTED };

/* What the file says of its colours; all zero: sRGB. profile: ICC's, empty for none. profile_broken: it has one, which cannot be taken out.
 * gamma: of its numbers (1/2.2: as on most screens), 0 if they are sRGB's; then white and primaries, x and y each, are looked at. */
struct colour_facts {
    enum photo_ink ink;
    struct bytes profile;
    bool profile_broken;
    double gamma, white[2], red[2], green[2], blue[2];
};

struct colours;

/* *warning: what a curator should know of it (static text), NULL for nothing. NULL when there is no memory. */
struct colours *colours_create(const struct colour_facts *facts, const char **warning);
/* NULL is fine. */
void colours_destroy(struct colours *colours);
/* So many pixels, in place, become blue, green, red, alpha; alpha, 255 where the ink has none, is not multiplied into them. */
void colours_convert(const struct colours *colours, uint8_t *pixels, int count);
