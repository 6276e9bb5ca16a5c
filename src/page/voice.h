/* Who speaks is told three times, and seen before it is read: by colour, shape and words, on a slab across what the voice says. */
#pragma once

#include "page/page.h"

/* As these colours have it. */
struct colour voice_colour(const struct theme_colours *colours, const struct voice *voice);
/* Paper or ink: which of the two can be read better on that ground. */
struct colour voice_letters(const struct theme_colours *colours, struct colour ground);
/* Its shape and colour in the square `mark`, within an edge of paper that reaches out of it; a colour that hardly differs from paper has
 * one of ink, too. A voice without a shape has a disc. */
void voice_mark_put(const struct scene *scene, const struct voice *voice, struct rect mark, int edge_px);
int voice_slab_height(const struct scene *scene);
/* The words in capitals, smaller where they would not fit; a colour that hardly differs from paper has an edge of ink. opens: a sign at
 * the end says that the slab answers to touch. */
void voice_slab_put(const struct scene *scene, const struct voice *voice, struct rect slab, bool opens);
