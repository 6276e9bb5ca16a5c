/* A visitor under a virtual clock: an exhibit, a stage, fingers and keys, no display. */
#pragma once

#include "load/load.h"
#include "page/targets.h"
#include "stage/stage.h"

/* A change to one file of the exhibit: the first `what` becomes `with`; what NULL: `with` follows the end. */
struct visitor_edit {
    const char *path, *what, *with;
};

struct visitor_plan {
    struct size screen;
    const char *start;                /* NULL: attract */
    const struct visitor_edit *edits; /* borrowed while the visitor comes */
    int edit_count;
    const char *exhibit; /* its folder; NULL: tests/exhibit */
};

/* The languages of tests/exhibit, as their index; the third is written from right to left. */
enum { ENGLISH, SPANISH, ARABIC, THAI };
/* An exhibit of the first two, between which one key changes. */
extern const struct visitor_edit visitor_two_languages;

struct visitor {
    struct files *files;
    struct findings *findings;
    struct loaded *loaded;
    const struct exhibit *exhibit;
    struct stage *stage;
    struct size screen;
    int64_t now_ms;
    char log[2048]; /* lines since visitor_log was last asked, each closed by '\n' */
};

/* Fails the test when the exhibit, changed so, cannot be loaded, an edit finds nothing to change, or there is no such scene.
 */
void visitor_come_as(struct visitor *visitor, const struct visitor_plan *plan);
/* To tests/exhibit as it is. */
void visitor_come(struct visitor *visitor, struct size screen, const char *start);
/* Begins anew at this scene, in the same exhibit. */
void visitor_start(struct visitor *visitor, const char *start);
void visitor_leave(struct visitor *visitor);
/* Time passes in steps of a frame. */
void visitor_wait(struct visitor *visitor, int64_t ms);
void visitor_key(struct visitor *visitor, enum key key);
/* Chooses a language, as its button does; a second passes. */
void visitor_speak(struct visitor *visitor, int language);
void visitor_down(struct visitor *visitor, int64_t finger, float x, float y);
void visitor_move(struct visitor *visitor, int64_t finger, float x, float y);
void visitor_up(struct visitor *visitor, int64_t finger, float x, float y);
/* Down, 60 ms, up. */
void visitor_tap(struct visitor *visitor, float x, float y);
/* One finger along a line, let go in motion. */
void visitor_swipe(struct visitor *visitor, struct point from, struct point to, int64_t ms);
/* The first place that answers with this action, as one reads; fails the test if there is none. */
struct rect visitor_target(struct visitor *visitor, enum action_kind kind, int argument);
/* Its middle, on the screen. */
struct point visitor_find(struct visitor *visitor, enum action_kind kind, int argument);
/* Taps there, and lets a second pass. */
void visitor_touch(struct visitor *visitor, enum action_kind kind, int argument);
/* Two fingers side by side about a point, from one distance to another, in a fifth of a second; a second passes. */
void visitor_pinch(struct visitor *visitor, struct point centre, float from_px, float to_px);
/* The middle, on the screen, of the first place that asks for this scene; fails the test if there is none. */
struct point visitor_find_scene(struct visitor *visitor, const struct scene_ops *ops, int item);
/* Taps there, and lets a second pass. */
void visitor_open(struct visitor *visitor, const struct scene_ops *ops, int item);
/* The name of the scene; of the last four that were asked for. */
const char *visitor_scene(const struct stage *stage);
/* As the screen shows them now: the page below overlays, the overlay's own (NULL without one), everything that can be touched. */
const struct page *visitor_page(struct visitor *visitor);
const struct page *visitor_overlay(struct visitor *visitor);
const struct targets *visitor_targets(struct visitor *visitor);
/* Fails the test unless that is the scene shown or come to. */
void visitor_expect(struct visitor *visitor, const char *scene);
/* What was logged since the last call. */
const char *visitor_log(struct visitor *visitor);
const struct frame *visitor_frame(struct visitor *visitor);
