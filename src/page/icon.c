/* Where each icon's file is. */
#include "page/icon.h"

static const char *const PATHS[ICON_COUNT] = {
    [ICON_ALL] = "assets/icons/all.svg",
    [ICON_BEFORE] = "assets/icons/before.svg",
    [ICON_BEHIND] = "assets/icons/behind.svg",
    [ICON_CIRCLE] = "assets/icons/circle.svg",
    [ICON_CLOSE] = "assets/icons/close.svg",
    [ICON_CHOSEN] = "assets/icons/chosen.svg",
    [ICON_DIAMOND] = "assets/icons/diamond.svg",
    [ICON_DOWN] = "assets/icons/down.svg",
    [ICON_EAR] = "assets/icons/ear.svg",
    [ICON_ENLARGE] = "assets/icons/enlarge.svg",
    [ICON_HOME] = "assets/icons/home.svg",
    [ICON_LANGUAGE] = "assets/icons/language.svg",
    [ICON_LOUDER] = "assets/icons/louder.svg",
    [ICON_LOWER] = "assets/icons/lower.svg",
    [ICON_ME] = "assets/icons/me.svg",
    [ICON_MINUS] = "assets/icons/minus.svg",
    [ICON_MORE] = "assets/icons/more.svg",
    [ICON_NEXT] = "assets/icons/next.svg",
    [ICON_PAUSE] = "assets/icons/pause.svg",
    [ICON_PLAY] = "assets/icons/play.svg",
    [ICON_PLUS] = "assets/icons/plus.svg",
    [ICON_PREVIOUS] = "assets/icons/previous.svg",
    [ICON_RAISE] = "assets/icons/raise.svg",
    [ICON_RING] = "assets/icons/ring.svg",
    [ICON_SCALES] = "assets/icons/scale.svg",
    [ICON_SPEED] = "assets/icons/speed.svg",
    [ICON_TIMELINE] = "assets/icons/timeline.svg",
    [ICON_TOUCH] = "assets/icons/touch.svg",
    [ICON_TRIANGLE] = "assets/icons/triangle.svg",
    [ICON_UP] = "assets/icons/up.svg",
};

const char *icon_path(enum icon icon)
{
    return PATHS[icon];
}

/* Onwards points where the language goes on. */
static enum icon pointing(const struct scene *scene, enum icon icon)
{
    if ((icon != ICON_NEXT && icon != ICON_PREVIOUS) || !page_mirrored(scene))
        return icon;
    return icon == ICON_NEXT ? ICON_PREVIOUS : ICON_NEXT;
}

void icon_put(const struct scene *scene, enum icon icon, struct rect rect, struct colour colour)
{
    draw_icon(page_pen(scene), rect, icon_path(pointing(scene, icon)), colour);
}
