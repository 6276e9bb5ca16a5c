/* What one visitor has met so far, for marks on cards and for the end. It is forgotten when they leave. Pure. */
#pragma once

#include "way/path.h"
#include "way/tally.h"

enum { VISITED_LIGHTS_MAX = 256 };

/* A light of a panel's memorial that a visitor has touched; from 1. */
struct visited_light {
    int panel, light;
};

struct visited {
    bool *seen;       /* one a panel of the exhibit */
    unsigned touched; /* questions, a bit an index in exhibit.questions */
    unsigned changes; /* grows with every change of any of this */
    struct tally tally;
    struct visited_light lights[VISITED_LIGHTS_MAX];
    int light_count;
    unsigned lit; /* grows with each light that is lit, and when they go out */
};

/* NULL is nothing seen. */
bool visited_panel(const struct visited *visited, int panel);
/* How many panels of a chapter are seen. */
int visited_of_chapter(const struct visited *visited, const struct chapter *chapter);
