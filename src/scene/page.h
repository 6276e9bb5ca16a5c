/* Pages: what a scene shows at rest, with the places that answer to touch. Scenes fill pages; the stage shows them. */
#pragma once

#include "layout/draw.h"
#include "layout/paragraph.h"
#include "scene/look.h"

enum action_kind {
    ACTION_NONE,
    ACTION_WAKE,
    ACTION_ATTRACT,
    ACTION_HOME,
    ACTION_PREVIOUS,
    ACTION_NEXT,
    ACTION_PANEL,    /* argument: index in exhibit.panels */
    ACTION_LANGUAGE, /* argument: index of the language */
    ACTION_TEXT_SIZE,
    ACTION_CONTRAST,
    ACTION_SCROLL, /* argument: -1 up, 1 down, by a screenful */
    ACTION_STAY,
};

struct action {
    enum action_kind kind;
    int argument;
};

struct target {
    struct rect rect;
    struct action action;
};

enum { PAGE_TARGETS_MAX = 64 };

/* scroll_max_px: how far the text in scroll_rect can move up; 0 where it fits. */
struct page {
    struct draw_list list;
    struct target targets[PAGE_TARGETS_MAX];
    int target_count;
    struct rect scroll_rect;
    int scroll_max_px, scroll_step_px;
};

/* Everything a scene may look at while it fills a page. item: which panel, or which step of the attract cycle. */
struct scene {
    const struct exhibit *exhibit;
    const struct look *look;
    const struct measure *measure;
    struct arena *arena;
    struct page *page;
    int language, item;
    int scroll_px;
};

/* Where scenes draw. */
struct pen page_pen(const struct scene *scene);
const struct words *page_words(const struct scene *scene);
/* Beyond PAGE_TARGETS_MAX targets are not taken: they stay readable, and a log line says so. */
void page_target(const struct scene *scene, struct rect rect, enum action_kind kind, int argument);

/* A text in one type: how it is set. links: those to panels answer to touch. */
struct page_text {
    const struct prose *prose;
    struct type type;
    struct colour colour;
    float line_height; /* times the size */
    enum align align;
    bool links;
};

const struct paragraph *page_set(const struct scene *scene, const struct page_text *text, int width_px);
/* Draws what page_set made of the text at the top of rect; links are underlined where they lead somewhere. */
void page_put(const struct scene *scene, const struct paragraph *paragraph, const struct page_text *text, struct rect rect);
/* Sets and draws; returns the height. */
int page_text(const struct scene *scene, const struct page_text *text, struct rect rect);

/* One line that is never broken: keys, tickets, names. */
struct page_label {
    struct type type;
    struct colour colour;
    const char *text;
    enum align align;
};

/* Its capitals stand in the middle of the box's height. Returns the width. */
int page_label(const struct scene *scene, const struct page_label *label, struct rect box);
int page_width(const struct scene *scene, struct type type, const char *text);
/* The type in the largest size not above its own and not below `least_px` in which the text is no wider. */
struct type page_shrunk(const struct scene *scene, struct type type, const char *text, int width_px, int least_px);
/* The capitals of a text (Unicode simple mappings), in the arena. */
const char *page_capitals(struct arena *arena, const char *text);
/* assets/icons/NAME.svg, in the arena. */
const char *page_icon_path(struct arena *arena, const char *name);
bool page_word_fits(const struct scene *scene, struct type type, const char *text, int width_px);
