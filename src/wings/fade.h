/* What is new fades in over what was on the screen: that goes first, so that no two texts are seen over one another. */
#pragma once

#include "base/geom.h"

struct fade {
    uint32_t serial; /* counts fades */
    int64_t start_ms;
    int duration_ms;  /* 0: no fade runs */
    bool cards;       /* a card comes or goes, and what lies below it stays */
    struct rect card; /* the one that was there; empty: none */
    struct rect from; /* what the one that comes grows out of; empty: it does not grow */
};

void fade_begin(struct fade *fade, int64_t now_ms, int duration_ms);
/* How much of what is new is seen, 0 to 1; 1 while no fade runs. */
float fade_share(const struct fade *fade, int64_t now_ms);
/* Ends it once its time is over. */
void fade_tick(struct fade *fade, int64_t now_ms);
