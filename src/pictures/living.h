/* Pictures whose groups move: which slice of a sheet is where, and painting them. Main thread only. */
#pragma once

#include "images/sheet.h"
#include "layout/draw.h"

/* How far the page is away from its place, on the screen, and how long its movements have been going on. */
struct living_state {
    int x_px;
    bool plays;
    int played_ms;
};

/* A picture that lives, as its page draws it: what it shows, its sheet, and where it stands on the surface. */
struct living {
    const struct draw_picture *picture;
    const struct sheet *sheet;
    struct rect place;
    struct living_state state;
};

/* How far a layer is ever away from its place, while a page goes as far as that. */
int living_follows_px(int page_px);
/* How far beyond the sides of a picture that layer is ever looked at, wherever on a page of that width the picture stands. */
int living_beyond_px(enum group_kind layer, int picture_px, int page_px);
/* What of the place may differ from the picture at rest, at any time of its movements, wherever the page is on its way. Empty: nothing. */
struct rect living_reach(const struct living *living);
/* Whether the first slice lies on all of the picture that the clip leaves: what is there below it does not matter. */
bool living_covers(const struct living *living, struct rect clip);
/* Over the picture at rest, which is there unless it is covered, inside the clip: all that moves, at its present place. */
void living_put(const struct living *living, SDL_Surface *surface, struct rect clip);
