/* What fingers are doing: what they press, which drag or pinch is under way, and which finger has stopped something that moved by itself.
 */
#pragma once

#include "wings/presses.h"

enum pinch { PINCH_NOTHING, PINCH_LETTERS, PINCH_TIME, PINCH_PICTURE };

/* A finger on the bar's marks, if it is `on` them. place: on the path, which it means, from 1; 0: none. by: id of its contact. lifted: it
 * is no press any more; unless it drags now it has gone. */
struct leafing {
    bool on, lifted;
    int place;
    int64_t by;
};

struct hands {
    struct gestures gestures;
    struct presses presses;
    enum drag drag;
    struct point drag_at; /* where the finger that drags was last */
    enum pinch pinch;
    struct leafing leafing;
    bool mirrored;     /* as the frame was that the last sample touched; */
    int lowered_px;    /* the same */
    bool caught;       /* a finger came down on what moved by itself, and holds it */
    int64_t caught_by; /* id of that finger's contact */
};

/* Nothing is dragged or pinched. */
static inline bool hands_free(const struct hands *hands)
{
    return hands->drag == DRAG_NOTHING && hands->pinch == PINCH_NOTHING;
}
/* What fingers were about to do has no meaning any more. */
void hands_let_go(struct hands *hands, int64_t now_ms);
