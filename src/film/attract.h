/* Attract: what passers-by see. An item is one of film/order's. */
#pragma once

#include "film/order.h"
#include "scene/scene.h"

/* The bar below an item: how to begin. Of an exhibit that has panels. */
void attract_fill_bar(const struct scene *scene);

/* By the argument of ACTION_WAKE: what was looked at, and the language that was meant. */
struct film_shot attract_woken(const struct exhibit *exhibit, int argument);

/* What a poster says, in its own words or those of its headline, and the size of its type: that which it has, and should have at least.
 * over: they stand over the picture, and not beside it. */
struct attract_words {
    const char *text;
    int size_px, least_px;
    const struct picture *picture;
    bool over;
};

/* Of an item that is a poster, on the scene's style and in its language. */
struct attract_words attract_words(const struct scene *scene);
