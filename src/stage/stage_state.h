/* The inside of the stage, shared by its files only: stage.c (state and time), stage_frame.c (what is shown), stage_act.c
 * (what is done), stage_input.c (fingers), stage_keys.c (keys).
 */
#pragma once

#include "base/tween.h"
#include "stage/stage.h"
#include "timeline/timeline.h"

enum { STAGE_SLOTS = 6, STAGE_HISTORY = 16, STAGE_LOG_LINES = 16, STAGE_LOG_BYTES = 320 /* the longest name of a file, and some words */ };

/* Motion that a key or a clock starts counts from one frame earlier, so that the very next picture has moved. */
enum { STAGE_HEAD_START_MS = 16 };

/* From one year of a map to another. */
enum { YEAR_FADE_MS = 300 };

/* The strip of pages: home first, then every panel. */
enum { STRIP_HOME = 0, STRIP_PANELS = 1 };

/* What a filled page depends on. view: of the timeline its start and length, of a picture zoom and middle. */
struct page_key {
    enum scene_kind kind;
    int item, language, scroll_px, focus;
    double view[3];
    unsigned locked;
    bool large, contrast, moving;
};

/* A page kept with the arena it lives in, so that sixty frames of a turn fill it once. */
struct page_slot {
    bool used;
    struct page_key key;
    uint64_t last_use;
    struct arena *arena;
    struct page page;
};

/* What lies under the covers. */
enum base { BASE_STRIP, BASE_TIMELINE };

/* A card, or the picture view (card CARD_NONE), opened above the base or above another cover. */
struct cover {
    enum card_kind card;
    int item;
    struct tween scroll;
};

/* One of the things that answer to touch: the nth (from 0) with this action, in reading order. */
struct spot {
    struct action action;
    int nth;
};

/* Where one came from. */
struct past {
    enum base base;
    int page;
};

enum { STAGE_COVERS = 4 };

struct stage {
    const struct exhibit *exhibit;
    struct measure measure;
    struct style style;
    struct settings settings;

    bool attract;
    int attract_step, attract_year; /* attract_year: the step of its panel's map, -1 without one */
    int64_t attract_since_ms;

    enum base base;
    struct tween strip, scroll;
    int scroll_page; /* of the strip; other pages stand at 0 */
    int bound_page;  /* what is read on behind a notice that a finger has taken hold of; STRIP_HOME: the page that is shown */
    struct past history[STAGE_HISTORY];
    int history_count;

    struct timeline_motion time;
    struct timeline_labels *labels;
    int time_focus;         /* index of the event the timeline stands on, -1 for none */
    int map_page, map_step; /* the page of the strip whose map shows another year than its last */

    struct cover covers[STAGE_COVERS];
    int cover_count;
    struct tween zoom, view_x, view_y; /* of the picture view */
    unsigned answered, answered_first; /* notices read on behind, now and when a visit begins: a bit an index in exhibit.notices */

    uint32_t fade_serial;
    int64_t fade_start_ms;
    int fade_ms; /* 0: no fade runs */

    bool armed; /* somebody has touched since attract */
    int64_t last_input_ms;

    struct gestures gestures;
    enum via via; /* of the present input */
    enum { DRAG_NOTHING, DRAG_STRIP, DRAG_SCROLL, DRAG_TIME, DRAG_OVERVIEW, DRAG_PICTURE, DRAG_AWAY } drag;
    struct point drag_at;
    double grab_days; /* DRAG_OVERVIEW: the finger's from the window's beginning */
    struct picture_view pinch_view;
    int64_t tap_ms; /* of the last tap on a picture, for the second */
    struct point tap_at;
    bool caught; /* a finger came down on what moved by itself, and */
    int64_t caught_by;
    enum { PINCH_NOTHING, PINCH_LETTERS, PINCH_TIME, PINCH_PICTURE } pinch;
    struct spot pressed, focus;

    struct page_slot slots[STAGE_SLOTS];
    uint64_t uses;
    struct arena *over_arena;
    struct page over; /* bar, card, marks of touch and focus, countdown */
    int modal_from;   /* first target of the card in `over`, -1 without a card */
    struct frame frame;

    char log[STAGE_LOG_LINES][STAGE_LOG_BYTES], log_taken[STAGE_LOG_BYTES], scene_name[STAGE_LOG_BYTES];
    int log_first, log_count;
};

/* stage.c */
int stage_strip_last(const struct stage *stage);
/* The strip's page that is shown or bound for. */
int stage_strip_page(const struct stage *stage);
bool stage_reduced(const struct stage *stage);
void stage_fade(struct stage *stage, int64_t now_ms, int duration_ms);
void stage_make_style(struct stage *stage);
/* Shows a page of the strip by a fade; only fingers slide it. */
void stage_go(struct stage *stage, int page, int64_t now_ms);
void stage_attract(struct stage *stage, int64_t now_ms, enum via via);
/* The step with which the map of this step of attract begins; -1 without a map. */
int stage_attract_year(const struct stage *stage, int attract_step);
void stage_wake(struct stage *stage, int64_t now_ms);
/* Seconds of the countdown that are left; 0 while it does not run. */
int stage_countdown(const struct stage *stage, int64_t now_ms);
/* An input came: patience begins anew. */
void stage_felt(struct stage *stage, int64_t now_ms);
void stage_log_scene(struct stage *stage, enum via via);
void stage_log_settings(struct stage *stage, enum via via);

/* The topmost cover, NULL without one. */
struct cover *stage_cover(struct stage *stage);
/* With or without a card above it. */
bool stage_shows_picture(const struct stage *stage);
/* What fingers and keys mean: the picture view, the timeline; neither: a page or a card. */
bool stage_on_picture(const struct stage *stage);
bool stage_on_timeline(const struct stage *stage);
/* Notices of the page of the strip that is shown, or of the event's card, not yet answered. */
unsigned stage_notices(struct stage *stage);
void stage_open(struct stage *stage, enum card_kind card, int item, int64_t now_ms);
void stage_close(struct stage *stage, int64_t now_ms);
/* Shows the timeline (there is one), standing on an event (-1: where it was). */
void stage_timeline(struct stage *stage, int event, int64_t now_ms);
struct picture_view stage_picture_view(const struct stage *stage, int64_t now_ms);
bool stage_picture_moving(const struct stage *stage, int64_t now_ms);

/* stage_frame.c */
/* What scenes look at, without a page. */
struct scene stage_scene_context(struct stage *stage);
/* The page of the strip, or of attract, that is shown or bound for, filled. */
const struct page *stage_page(struct stage *stage, int64_t now_ms);
/* The bar and all that lies above pages, with its targets. */
const struct page *stage_over(struct stage *stage, int64_t now_ms);

enum { STAGE_TARGETS_MAX = 2 * PAGE_TARGETS_MAX };

/* All targets in reading order: the page's, then the bar's; with a card open, the card's alone. Returns how many. */
int stage_targets(struct stage *stage, int64_t now_ms, struct target all[STAGE_TARGETS_MAX]);
/* Which of them the thing that one of them is part of begins with; -1 for -1. */
int stage_thing(const struct target *all, int index);
struct spot stage_spot(const struct target *all, int index);
/* Where the focus draws its ring on a target: inside its edge, or beside the words of a link. */
struct rect stage_ring(const struct stage *stage, const struct target *target);
/* The first target of a spot; -1 if there is no such thing now. */
int stage_find(const struct target *all, int count, struct spot spot);

/* stage_act.c */
void stage_act(struct stage *stage, struct action action, int64_t now_ms);
/* What scrolls now, and the page that tells how far: the card's, or the page's of the strip. */
struct stage_scroll {
    struct tween *tween;
    const struct page *page;
};
struct stage_scroll stage_scroll(struct stage *stage, int64_t now_ms);
/* False when the text stands at that end already. */
bool stage_scroll_by(struct stage *stage, int by_px, int64_t now_ms);
int stage_screenful(struct stage *stage, int64_t now_ms);
/* The page of the strip behind this one (by 1) or before it (by -1); the page itself at an end. Panels in a row that stand behind the same
 * notice are one page until it is answered. */
int stage_neighbour(const struct stage *stage, int page, int by);
/* To the next (1) or previous (-1) page of the strip. */
void stage_step(struct stage *stage, int by, int64_t now_ms);
/* A step nearer (1) or farther (-1): pictures, time, letters. */
void stage_closer(struct stage *stage, int by, int64_t now_ms);
/* The picture view runs there, as far as the picture goes. */
void stage_picture_run(struct stage *stage, struct picture_view view, int64_t now_ms);

/* stage_input.c */
/* No finger drags or pinches. */
bool stage_hands_free(const struct stage *stage);
void stage_drain_gestures(struct stage *stage);
