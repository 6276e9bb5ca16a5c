/* The inside of the stage, shared by its files only: stage.c (state and time), stage_frame.c (what is shown), stage_input.c (what is done).
 */
#pragma once

#include "scene/glide.h"
#include "scene/stage.h"

enum { STAGE_SLOTS = 6, STAGE_HISTORY = 16, STAGE_LOG_LINES = 16, STAGE_LOG_BYTES = 160 };

/* Motion that a key or a clock starts counts from one frame earlier, so that the very next picture has moved. */
enum { STAGE_HEAD_START_MS = 16 };

/* The strip of pages: home first, then every panel. */
enum { STRIP_HOME = 0, STRIP_PANELS = 1 };

/* What a filled page depends on. */
struct page_key {
    enum scene_kind kind;
    int item, language, scroll_px;
    bool large, contrast;
};

/* A page kept with the arena it lives in, so that sixty frames of a turn fill it once. */
struct page_slot {
    bool used;
    struct page_key key;
    uint64_t last_use;
    struct arena *arena;
    struct page page;
};

struct stage {
    const struct exhibit *exhibit;
    struct measure measure;
    struct look look;
    struct settings settings;

    bool attract;
    int attract_step;
    int64_t attract_since_ms;

    struct glide strip, scroll;
    int scroll_page; /* of the strip; other pages stand at 0 */
    int history[STAGE_HISTORY], history_count;

    uint32_t fade_serial;
    int64_t fade_start_ms;
    int fade_ms; /* 0: no fade runs */

    bool armed; /* somebody has touched since attract */
    int64_t last_input_ms;

    struct gestures gestures;
    enum via via; /* of the present input */
    enum { DRAG_NOTHING, DRAG_STRIP, DRAG_SCROLL } drag;
    struct point drag_at;
    bool caught; /* a finger came down on the turning strip */
    bool pinched;
    struct action pressed, focus;

    struct page_slot slots[STAGE_SLOTS];
    uint64_t uses;
    struct arena *over_arena, *frame_arena;
    struct page over; /* bar, marks of touch and focus, countdown */
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
void stage_make_look(struct stage *stage);
/* Shows a page of the strip by a fade; only fingers slide it. */
void stage_go(struct stage *stage, int page, int64_t now_ms);
void stage_attract(struct stage *stage, int64_t now_ms, enum via via);
void stage_wake(struct stage *stage, int64_t now_ms);
/* Seconds of the countdown that are left; 0 while it does not run. */
int stage_countdown(const struct stage *stage, int64_t now_ms);
/* An input came: patience begins anew. */
void stage_felt(struct stage *stage, int64_t now_ms);
void stage_log_scene(struct stage *stage, enum via via);
void stage_log_settings(struct stage *stage, enum via via);

/* stage_frame.c */
/* The page of the strip, or of attract, that is shown or bound for, filled. */
const struct page *stage_page(struct stage *stage);
/* The bar and all that lies above pages, with its targets. */
const struct page *stage_over(struct stage *stage, int64_t now_ms);

/* stage_input.c */
void stage_drain_gestures(struct stage *stage);
