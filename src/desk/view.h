/* What is seen of an exhibit on a curator's desk: one scene, as it is filled for visitors. Pure. */
#pragma once

#include "scene/scene.h"

struct desk_view {
    const struct exhibit *exhibit;
    struct measure measure;
    struct size screen;
    struct settings settings;
    struct scene_ref scene;
};

/* The scene with its page, filled; all in the arena, but for what the view borrows. */
struct scene desk_scene(const struct desk_view *view, struct arena *arena);
/* What was drawn over that page on a page of its own: where the screen shows it, on which the page stands so much lower (page/reach.h). */
struct draw_list desk_as_seen(const struct scene *drawn, int lowered_px);
/* Letters and colours that are not as usual, each behind blanks: "   largest letters   dark contrast". In the arena. */
const char *desk_settings_words(const struct desk_view *view, struct arena *arena);
/* A scene of `size` to draw on, in the exhibit's faces and the usual contrast; its page is empty. */
struct scene desk_sheet(const struct desk_view *view, struct size size, struct arena *arena);
/* One line there, as small as a screen on a desk allows; returns its width. strong: in the bold face. */
struct desk_line {
    const char *text;
    struct point at; /* left, and the top of its line */
    int size_px;
    bool strong;
    struct colour colour;
};

int desk_write(const struct scene *scene, const struct desk_line *line);
