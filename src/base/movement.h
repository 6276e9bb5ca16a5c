/* One movement of a part of a picture: away from where it is drawn, and back. Pure. */
#pragma once

#include "base/base.h"

/* SLIDE: moves; TURN: about a point; FADE: grows faint; DRAW: is taken away along one side, and drawn again. */
enum motion { MOTION_SLIDE, MOTION_TURN, MOTION_FADE, MOTION_DRAW, MOTION_COUNT };

/* Where DRAW draws to. */
enum motion_way { MOTION_RIGHT, MOTION_LEFT, MOTION_DOWN, MOTION_UP, MOTION_WAY_COUNT };

enum { MOVEMENT_MS_MAX = 1500 /* with what goes before it */, MOVEMENTS_MAX = 6 };

struct movement {
    const char *group; /* the id of the part in its drawing */
    enum motion motion;
    double across, down; /* SLIDE: how far, percent of the picture's sides */
    double degrees;      /* TURN: clockwise */
    double about[2];     /* TURN: shares of the picture's sides */
    double faint;        /* FADE: percent of it that are left */
    enum motion_way way;
    int after_ms, duration_ms;
};

/* How far away it is at that time: 0 as it is drawn, 1 as far as it goes. Steady, and 0 before and after. */
float movement_at(const struct movement *movement, int ms);
