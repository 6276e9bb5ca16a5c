/* The mark of the sentence that is said, on a page that shows it. Pure. */
#pragma once

#include "speech/telling.h"

/* Where the page shows the sentence, from its first line to its last; empty where it does not. scene: of which the page is. */
struct rect mark_place(const struct scene *scene, const struct page *page, const struct utterance *sentence);
/* Draws it onto scene.page, over what `page` shows. */
void mark_put(const struct scene *scene, const struct page *page, const struct utterance *sentence);
