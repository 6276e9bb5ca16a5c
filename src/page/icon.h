/* The icons: one-colour drawings of the exhibit's assets/icons, in its ink or any other. */
#pragma once

#include "page/page.h"

enum icon {
    ICON_ALL,
    ICON_BEFORE,
    ICON_BEHIND,
    ICON_CIRCLE,
    ICON_CLOSE,
    ICON_CHOSEN,
    ICON_DIAMOND,
    ICON_DOWN,
    ICON_EAR,
    ICON_ENLARGE,
    ICON_HOME,
    ICON_LANGUAGE,
    ICON_LOUDER,
    ICON_LOWER,
    ICON_ME,
    ICON_MINUS,
    ICON_MORE,
    ICON_NEXT,
    ICON_PAUSE,
    ICON_PLAY,
    ICON_PLUS,
    ICON_PREVIOUS,
    ICON_RAISE,
    ICON_RING,
    ICON_SCALES,
    ICON_SPEED,
    ICON_TIMELINE,
    ICON_TOUCH,
    ICON_TRIANGLE,
    ICON_UP,
    ICON_COUNT
};

/* Path inside the exhibit. */
const char *icon_path(enum icon icon);
/* On a mirrored page next and previous change places; the others point nowhere. */
void icon_put(const struct scene *scene, enum icon icon, struct rect rect, struct colour colour);
