/* A picture on a page: covering its place or whole on its ground, and beneath it what is said of it and who made it. */
#pragma once

#include "page/page.h"

/* The picture alone, which fills rect; where that would cut what is never to be cut, it stands smaller on its ground, which the page then
 * remembers as `unfilled`. */
void figure_put(const struct scene *scene, const struct picture *picture, struct rect rect);
/* The picture in what its caption and credit leave of rect; returns that. On paper; words keep the page's margin where rect runs to its
 * edge. */
struct rect figure_put_captioned(const struct scene *scene, const struct picture *picture, struct rect rect);
/* Whether caption and credit stand there: words that take more than a third of rect are left to the picture view. True if there are none.
 */
bool figure_has_words(const struct scene *scene, const struct picture *picture, struct rect rect);

/* Caption and credit on another ground. */
int figure_words_height(const struct scene *scene, const struct picture *picture, int width_px);
void figure_put_words(const struct scene *scene, const struct picture *picture, struct rect rect, struct colour colour);
/* Where in this place figure_put shows the picture. */
struct rect figure_place(const struct scene *scene, const struct picture *picture, struct rect rect);
/* What of it is never cut, in this orientation; without width: nothing. */
struct share_rect figure_kept(const struct scene *scene, const struct picture *picture);
/* Where that lies, as the page is laid out, of a picture that covers place; empty if it keeps nothing. */
struct rect figure_kept_in(const struct scene *scene, const struct picture *picture, struct rect place);
/* In the corner of a picture that is seen there: that it opens, and "1/4" where more of them are seen then. */
void figure_put_mark(const struct scene *scene, struct rect picture, int count);
