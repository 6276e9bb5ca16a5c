/* A tour of an exhibit: every page, card, notice and step of attract is filled once, as a visitor would meet them. */
#pragma once

#include "stage/stage.h"

/* met: told of every panel ("panel/ID") and event ("card/ID") that is shown while no notice has been answered; NULL: nobody is told.
 * only: a panel's id, to see nothing else of the panels; NULL: all. brief: of attract, the panels, events and terms the first few. */
struct tour {
    const struct exhibit *exhibit;
    struct size screen;
    int language;
    bool large, brief;
    const char *only;
    void (*met)(void *context, const char *scene);
    void *context;
};

/* The exhibit has a panel at least. */
void tour_make(const struct tour *tour);
