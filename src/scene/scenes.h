/* The scenes: each fills a page. One file a scene. */
#pragma once

#include "page/page.h"

enum scene_kind { SCENE_ATTRACT, SCENE_HOME, SCENE_PANEL, SCENE_TIMELINE, SCENE_PICTURE, SCENE_COUNT };

/* The opening picture (item 0), then panel after panel: attract_panel tells which. Fills the whole screen. */
void attract_fill(const struct scene *scene);
/* Steps of the attract cycle: the opening, every panel that stands behind no notice, and the timeline if there is one. Without any panel
 * the opening is all there is. */
int attract_steps(const struct exhibit *exhibit);
/* Index in exhibit.panels; ATTRACT_OPENING or ATTRACT_TIMELINE for those. */
int attract_panel(const struct exhibit *exhibit, int step);

enum { ATTRACT_OPENING = -1, ATTRACT_TIMELINE = -2 };

/* The ticket that invites to touch, in the middle of space's height. */
void attract_ticket(const struct scene *scene, struct rect space);

/* The chapters as cards. Fills style.page. */
void home_fill(const struct scene *scene);

/* One panel, or in its place the notice it stands behind while that is locked. Fills style.page. */
void panel_fill(const struct scene *scene);

/* How well it stands. body_percent: of the theme's size; scrolls: even so its body is too long; plain: without its picture; headline: which
 * is taller than the body; crowded: its chart or map is taller than both; broken_word: a word of the headline is longer than a line;
 * overflows: it leaves no room for what stands below. block: of its chart or map. */
struct panel_fit {
    int body_percent;
    bool scrolls, plain, headline, crowded, broken_word, overflows;
    struct rect block;
};

struct panel_fit panel_fit(const struct scene *scene);

/* The texts of these notices (a bit an index) and the helpline, as one prose in the arena. */
const struct prose *notice_prose(const struct scene *scene, unsigned notices);
/* A notice in the place of what it hides. Fills style.page. */
void notice_fill(const struct scene *scene, unsigned notices);

#define PICTURE_ZOOM_MOST 8.0f

/* How large a picture is seen, and which of its points stands in the middle of the screen (0 to 1). zoom: 1, all of it, to
 * PICTURE_ZOOM_MOST. */
struct picture_view {
    float zoom, x, y;
};

/* The picture of panel `item` alone. moving: sharpness can wait. Fills the whole screen. */
void picture_fill(const struct scene *scene, struct picture_view view, bool moving);
/* Where the whole picture stands on the screen in this view. */
struct rect picture_rect(const struct scene *scene, struct picture_view view);
/* The nearest view that shows no more empty screen than it must. */
struct picture_view picture_bounded(const struct scene *scene, struct picture_view view);

enum card_kind {
    CARD_NONE,
    CARD_TERM,
    CARD_EVENT,
    CARD_EVENTS,
    CARD_MORE,
    CARD_DIFFERENCE,
    CARD_DESCRIPTION,
    CARD_COLOPHON,
    CARD_LANGUAGES
};

/* A card above everything; item: the term, event (CARD_EVENTS: the first of those that are listed) or panel. */
void card_fill(const struct scene *scene, enum card_kind kind);

/* What the bar tells: which panel is shown (-1: none), where its arrows lead (ACTION_NONE: nowhere), and on the timeline, in the place of
 * the progress, how to use it (NULL elsewhere). */
struct bar {
    int panel;
    enum action_kind previous, next;
    const char *hint;
};

/* The bar at the foot, in style.bar. */
void bar_fill(const struct scene *scene, const struct bar *bar);

/* "Still reading?", above everything else. */
void countdown_fill(const struct scene *scene, int seconds);

/* How long a visitor needs: base + words / rate, in ms. */
int64_t reading_ms(const struct exhibit *exhibit, int words);
int64_t panel_reading_ms(const struct exhibit *exhibit, int panel, int language);
