/* The scenes: each fills a page. One file a scene. */
#pragma once

#include "scene/page.h"

enum scene_kind { SCENE_ATTRACT, SCENE_HOME, SCENE_PANEL, SCENE_COUNT };

/* The opening picture (item 0), then panel after panel: attract_panel tells which. Fills the whole screen. */
void attract_fill(const struct scene *scene);
/* Steps of the attract cycle: the opening, and every panel that stands behind no notice. */
int attract_steps(const struct exhibit *exhibit);
/* Index in exhibit.panels; -1 for the opening. */
int attract_panel(const struct exhibit *exhibit, int step);

/* The chapters as cards. Fills look.page. */
void home_fill(const struct scene *scene);

/* One panel. Fills look.page. */
void panel_fill(const struct scene *scene);

/* The bar at the foot, drawn in screen coordinates. panel: the one shown, -1 at home. */
void bar_fill(const struct scene *scene, int panel);

/* "Still reading?", above everything else. */
void countdown_fill(const struct scene *scene, int seconds);

/* How long a visitor needs: base + words / rate, in ms. */
int64_t reading_ms(const struct exhibit *exhibit, int words);
int64_t panel_reading_ms(const struct exhibit *exhibit, int panel, int language);
