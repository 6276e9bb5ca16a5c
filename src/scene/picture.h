/* The picture view: which part of a picture is seen in a window of it (scene_window). Its items are the panels, and behind them the events.
 */
#pragma once

#include "scene/scene.h"

#define PICTURE_ZOOM_MOST 8.0
#define PICTURE_COVER_MOST 3.0

/* What one item shows: the pictures that one leafs through, and whose they are. list: what has no file is the neutral picture. */
struct picture_set {
    const struct picture *list;
    int count; /* 1 at least */
    const char *id;
    struct text title;
    struct origin origin;
};

struct picture_set picture_set_of(const struct exhibit *exhibit, int item);
int picture_item_of_event(const struct exhibit *exhibit, int event);

/* All of it. */
#define PICTURE_WHOLE ((struct scene_window){.x = 0.5, .y = 0.5, .size = 1})

/* What of the page shows it: what its caption and credit leave. Setting those takes time: asked for once, it is handed on. */
struct rect picture_view(const struct scene *scene);
/* Where the whole picture stands on the screen. */
struct rect picture_rect(const struct scene *scene, struct rect view, struct scene_window window);
/* As it opens: as large as it must be to fill its view (PICTURE_COVER_MOST at most), about what matters in it. */
struct scene_window picture_cover(const struct scene *scene, struct rect view);
/* The window in which it stands as it does where it covers this place of the page. */
struct scene_window picture_covering(const struct scene *scene, struct rect view, struct rect place);
/* Whether it is enlarged further. */
bool picture_is_near(const struct scene *scene, struct rect view);
/* Where a detail of the picture stands, in shares of its sides on the screen. */
struct point picture_detail_at(const struct scene *scene, int detail);
/* The nearest window that shows no more empty screen than it must, at a zoom of 1 (all of it) to PICTURE_ZOOM_MOST. */
struct scene_window picture_bounded(const struct scene *scene, struct rect view, struct scene_window window);
