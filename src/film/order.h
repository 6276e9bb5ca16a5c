/* The order of attract: what follows what, in which language, for how long. Pure counting over the exhibit.
 *
 * A lap is made of groups: the poster of the opening, of three panels one after the other, and one of these three whole. Which of them, the
 * laps say: after three times round the panels all have been shown whole. As many groups as fit make a lap, and the timeline ends it; what
 * did not fit goes on in the next. A panel whose reading time leaves no room for the rest stands behind the timeline, as a lap of its own.
 * Each poster speaks the next language, and each panel another one every time. Panels behind a notice are passed over. An exhibit may have
 * its posters alone, without end; or its pages alone: the opening, all panels, the timeline, in the next language each time. */
#pragma once

#include "exhibit/model.h"

enum { FILM_OPENING = -1, FILM_TIMELINE = -2 };

enum film_kind { FILM_POSTER, FILM_PAGE };

/* panel: an index in exhibit.panels, FILM_OPENING (a poster) or FILM_TIMELINE (a page). */
struct film_shot {
    enum film_kind kind;
    int panel, language;
};

/* Where the film stands; all zero at its beginning. group: how many went before it, at: what of it is shown (of pages alone: of the lap).
 * lap_groups, lap_ms: of this lap, before this group. */
struct film_place {
    int group, at, lap, lap_groups;
    int64_t lap_ms;
};

struct film_shot film_shot(const struct exhibit *exhibit, const struct film_place *place);
int64_t film_shot_ms(const struct exhibit *exhibit, const struct film_place *place);
/* How many a shot is given time for; none for a poster, which is taken in at a glance. */
int film_words(const struct exhibit *exhibit, struct film_shot shot);
void film_advance(const struct exhibit *exhibit, struct film_place *place);

/* The shots apart from their language, counted: whether the film ever comes to one, and which is which. */
int film_items(const struct exhibit *exhibit);
bool film_shows(const struct exhibit *exhibit, int item);
struct film_shot film_of_item(const struct exhibit *exhibit, int item); /* language 0 */
int film_item(const struct exhibit *exhibit, struct film_shot shot);
