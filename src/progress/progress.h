/* How far one has come: in the bar a mark for each panel of the path (scene.route), which a finger finds its way along. `marks`: where they
 * stand on the screen. */
#pragma once

#include "page/page.h"

/* place: of the panel that is shown, as in struct bar. */
void progress_put(const struct scene *scene, struct rect marks, int place);
/* Where fingers find the marks: 15 mm high at least. */
struct rect progress_reach(const struct scene *scene, struct rect marks);
/* The place whose mark is nearest. */
int progress_at(const struct scene *scene, struct rect marks, float x);
/* What a finger there means: the panel's title and its chapter's in a bubble above the bar. */
void progress_put_bubble(const struct scene *scene, struct rect marks, int place);
