/* The fonts that a drawing's words ask for. */
#pragma once

#include "fidelity/styles.h"

#include <libxml/tree.h>

/* The families as the drawing writes them for the words that stand in that element, for instance "'Open Sans', sans-serif"; NULL: it leaves
 * that open. rules: of all its style sheets. */
const char *words_families(struct arena *arena, const xmlNode *element, const struct style_rules *rules);
/* NULL when words of that style are drawn in the first of these families, or in one made to stand in for it with the same widths; else
 * what to say of it. The fonts must be open (decoder/fonts.h). */
const char *words_lack(struct arena *arena, const char *families);
