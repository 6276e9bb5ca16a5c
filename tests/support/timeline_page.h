/* What must hold of every page of the timeline, whatever the exhibit, the screen, the window and the language. */
#pragma once

#include "timeline/timeline.h"

/* state: with which the page was filled. Fails the test unless: targets lie on the page, large enough and apart; words stand apart, all of
 * them on the page; each label holds all of its title, its picture beside it, and stands over its stem; and no event that the window shows
 * is lost: it has a label, or belongs to a cluster that says how many it stands for. */
void timeline_page_check(const struct scene *scene, const struct timeline_state *state);
/* The rectangle lies in the other. */
bool timeline_page_holds(struct rect outer, struct rect inner);
