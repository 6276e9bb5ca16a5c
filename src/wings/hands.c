/* Ends are taken, and mean nothing. */
#include "wings/hands.h"

void hands_let_go(struct hands *hands, int64_t now_ms)
{
    struct gesture gesture;

    gestures_cancel_all(&hands->gestures, now_ms);
    while (gestures_next(&hands->gestures, &gesture))
        continue;
    hands->drag = DRAG_NOTHING;
    hands->pinch = PINCH_NOTHING;
    hands->caught = false;
    hands->leafing = (struct leafing){0};
    hands->presses = (struct presses){0};
}
