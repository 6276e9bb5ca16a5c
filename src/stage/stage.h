/* The stage: which scene is shown, how one becomes another, what touches and keys do, and when nobody is there. Pure: time, measuring and
 * input are told to it; what it wants of the world it says in log lines and frames.
 *
 * Its parts are in files of their own (state.h); what it shows is told by show.h, what it does by act.h, touch.h and keys.h. */
#pragma once

#include "layout/draw.h"
#include "input/gesture.h"
#include "speech/hearing.h"
#include "speech/listening.h"
#include "visit/visit.h"

struct stage;

struct stage_setup {
    const struct exhibit *exhibit; /* borrowed, as is what measure refers to */
    struct measure measure;
    struct size screen;
    const char *start; /* a scene by its log name (scene_named): "home", "panel/ID", "card/ID", ...; NULL: "attract" */
    /* For proofs, which show every scene as a visitor may come to see it. */
    struct settings settings; /* with which it begins */
    struct scene_ref overlay; /* lies above `start`; ops NULL: nothing */
    int view;                 /* of the overlay's (scene_views) */
    int attract_item;         /* what attract begins with, as film_item counts */
    bool unlocked;            /* no notices */
    int64_t now_ms;
};

/* NULL if `start` names no scene of this exhibit. Without panels an exhibit shows its opening whatever `start` says, and nothing else. */
struct stage *stage_create(const struct stage_setup *setup);
/* NULL is fine. */
void stage_destroy(struct stage *stage);
/* The screen changed: fingers are cancelled, fades end, and all pages are filled anew. */
void stage_resize(struct stage *stage, struct size screen, int64_t now_ms);

/* Fingers touch what the last frame showed. */
void stage_pointer(struct stage *stage, const struct pointer_sample *sample, enum via via);
/* The window lost the fingers (its focus, the display or the device is gone): what they do is cancelled. */
void stage_cancel(struct stage *stage, int64_t now_ms);
void stage_key(struct stage *stage, enum key key, int64_t now_ms);
/* The key stays down: what it scrolls, pans or zooms moves on. It does nothing else, and does not count as somebody being there. */
void stage_key_held(struct stage *stage, enum key key, int64_t now_ms);
/* Lets time pass; cheap when nothing is due. */
void stage_tick(struct stage *stage, int64_t now_ms);
/* When the next tick could change something; `now_ms` while something moves; CLOCK_NEVER if only input can. */
int64_t stage_deadline(const struct stage *stage, int64_t now_ms);
/* Whether nothing moves, and no finger moves anything: time for what can wait. */
bool stage_rests(const struct stage *stage, int64_t now_ms);

/* What the screen shows at this time; borrowed until the next call of stage_frame, stage_ahead or stage_resize, or the next key. */
const struct frame *stage_frame(struct stage *stage, int64_t now_ms);
/* That frame is on the screen, and all its pictures with it: what is to move by itself begins. */
void stage_painted(struct stage *stage, int64_t now_ms);
/* What may be shown next (the neighbours of the page at rest, the timeline, the next step of attract): index from 0, NULL behind the last.
 * As stage_frame. */
const struct frame *stage_ahead(struct stage *stage, int index);

/* The oldest log line not yet taken, `scene NAME lang=LL via=...`; NULL if there is none. Borrowed until the next call. */
const char *stage_log(struct stage *stage);

/* What the last frame showed that the keyboard's focus can stand on, as one reads and before it is mirrored; borrowed as that frame is. */
const struct targets *stage_targets(const struct stage *stage);
/* Where that frame showed what stands there on a page, which may have been brought down (staging/lower.h), or on the bar; empty where it
 * did not. */
struct rect stage_seen(const struct stage *stage, struct rect rect);
/* How much lower it showed the page, pixels. */
int stage_lowered_px(const struct stage *stage);

/* What a voice is to say now, if anybody listens (speech/listening.h); borrowed until anything else is told to the stage. */
const struct listening_wish *stage_wish(const struct stage *stage);
/* What was wished for cannot be heard: nobody listens any more or, of a sound, its card says so. */
void stage_unheard(struct stage *stage, unsigned serial);
/* It still sounds: who listens is there. */
void stage_sounds(struct stage *stage, const struct hearing_news *news, int64_t now_ms);
/* It was said, or heard to its end. */
void stage_said(struct stage *stage, unsigned serial, int64_t now_ms);
/* The screen is somebody else's for a while: a sound ends. */
void stage_hush(struct stage *stage);
/* Whether a headset is plugged in. True: it was not so before. */
bool stage_headset(struct stage *stage, bool plugged, int64_t now_ms);

/* Today's count of touched questions: set by whoever keeps it and knows the day, counted on by the stage. */
void stage_set_tally(struct stage *stage, const struct tally *tally);
const struct tally *stage_tally(const struct stage *stage);

/* For tests and the app's own log. */
const struct settings *stage_settings(const struct stage *stage);
/* The log name of the scene that is shown or, while pages slide, slid to. */
void stage_scene(const struct stage *stage, char name[SCENE_NAME_BYTES]);
/* Whether that is attract: nobody is there. */
bool stage_is_attract(const struct stage *stage);
