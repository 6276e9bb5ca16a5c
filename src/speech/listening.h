/* Somebody who listens: what is told, where the voice is in it, how quick and how loud it is. Pure: whoever has a voice is told what to say
 * (listening_wish), and tells when that was said.
 *
 * Two things may be told: the scene, whose place is kept, and a remark, which comes over it: what has the focus, what has changed. */
#pragma once

#include "speech/said.h"
#include "speech/telling.h"

/* How much louder than at first that level of ALOUD_VOLUMES is, decibels: 12 and 20 (EN 301 549 V3.2.1, 8.2.1). */
int listening_louder_db(int volume);

/* What the voice is to say now. serial: another one with each thing to say; text NULL: it is to be silent. speed: 0 to
 * ALOUD_SPEEDS - 1. level_db: below the loudest there is, 0 or less. recording: path of what is heard in
 * the text's place, NULL: none; resumes: from where it was stopped. text "": a sound, which no voice can read instead, from from_ms on. */
struct listening_wish {
    unsigned serial;
    const char *text, *recording;
    const char *language;
    int speed, level_db, from_ms;
    bool resumes;
};

/* One after the other, and where the voice is in it. */
struct listening_part {
    struct arena *arena; /* NULL until something is told */
    struct telling telling;
    int at;
};

struct listening {
    const struct exhibit *exhibit;
    int language;
    bool on;           /* else nobody listens */
    bool waits;        /* told to, or by somebody's touch; or all was said */
    bool hushed;       /* the last input made it wait */
    bool helped;       /* has heard how to go about it */
    bool headset;      /* one is plugged in */
    bool remarks;      /* the remark is said, not the scene */
    int speed, volume; /* levels (page/aloud.h) */
    int64_t since_ms;  /* when this sentence began */
    struct listening_part scene, remark;
    struct listening_wish wish;
    struct arena *arena; /* of the wish */
    struct numerals *numerals;
    int numerals_language;
};

void listening_init(struct listening *listening, const struct exhibit *exhibit);
void listening_finish(struct listening *listening);
/* Nobody is there any more: silent, and as quick and as loud as it was at first. A headset stays. */
void listening_leave(struct listening *listening);
/* Nobody listens any more, but may again: as quick and as loud. */
void listening_stop(struct listening *listening);
/* Whether the exhibit offers it now. */
bool listening_is_offered(const struct listening *listening);
struct aloud listening_aloud(const struct listening *listening);
/* Whether something is being said. */
bool listening_speaks(const struct listening *listening);

/* A sound is heard, in the place of whatever was; returns the serial of that wish. path: borrowed as long as it is wished for. */
unsigned listening_play(struct listening *listening, const char *path, int from_ms);
/* Whatever is heard now is not any more, and nothing else in its place. */
void listening_silence(struct listening *listening);
void listening_begin(struct listening *listening);
/* Somebody does something: it is silent at once. */
void listening_hush(struct listening *listening, int64_t now_ms);
/* An empty telling, to be filled; the one before is forgotten. `arena` is where it grows. */
struct telling *listening_tell_scene(struct listening *listening, int language, struct arena **arena);
struct telling *listening_tell_remark(struct listening *listening, int language, struct arena **arena);
/* They are filled: the voice begins with the scene, or the remark. */
void listening_say_scene(struct listening *listening, int64_t now_ms);
void listening_say_remark(struct listening *listening, int64_t now_ms);

/* What the last input did not stop waits; else it goes on with the sentence where it was. */
void listening_pause(struct listening *listening, int64_t now_ms);
/* To the next sentence (by 1), or (by -1) to the beginning of this one or, at its beginning, of the one before. */
void listening_step(struct listening *listening, int by, int64_t now_ms);
/* From the beginning. */
void listening_again(struct listening *listening, int64_t now_ms);
/* Levels; who listens hears the remark that says so. */
void listening_set_speed(struct listening *listening, int speed, int64_t now_ms);
void listening_set_volume(struct listening *listening, int volume, int64_t now_ms);
/* What was wished for is said. An older serial means nothing. */
void listening_said(struct listening *listening, unsigned serial, int64_t now_ms);

/* Borrowed until the next change. */
const struct listening_wish *listening_wish(const struct listening *listening);
/* The sentence of the scene that is said, or at which the voice waits; NULL: none is. */
const struct utterance *listening_sentence(const struct listening *listening);
