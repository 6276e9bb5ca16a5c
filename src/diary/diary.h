/* What is noted of a visit while it lasts, as lines of text (entry.h): which scenes it saw and for how long, and where fingers came down.
 * No line tells who somebody was, nor when, nearer than the hour. Pure: what happens is told to it.
 *
 * A visit begins with what led out of the scene in which nobody is there, and ends when that is shown again. It is as long as from there to
 * the last that somebody did, for the silence behind it may be nobody's. */
#pragma once

#include "base/geom.h"
#include "diary/entry.h"

enum { DIARY_BYTES_MOST = 64 * 1024 }; /* of text that nobody has taken yet: further visits are lost, and counted */

/* What is on the screen. */
struct diary_sight {
    const char *scene, *language;
    bool large, contrast;
};

struct diary {
    const char *nobody; /* log name of the scene in which nobody is there; borrowed */
    char scene[DIARY_NAME_BYTES], language[DIARY_LANGUAGE_BYTES];
    bool large, contrast;
    bool active, open;                     /* somebody did something since nobody was there; a visit goes on */
    int64_t begin_ms, scene_ms, active_ms; /* of the visit; since when the scene is shown; of the last that somebody did */
    int steps, presses;                    /* noted of this visit */
    struct buffer text;
    size_t whole;                  /* how much of the text tells of visits that are over */
    int64_t visits, touches, lost; /* since the beginning; lost: found no room in the text */
};

/* Nobody is there. */
void diary_init(struct diary *diary, const char *nobody);
void diary_finish(struct diary *diary);
/* Somebody did something. */
void diary_do(struct diary *diary, int64_t now_ms);
/* A finger came down there, in pixels of the upright screen of that size, on what is shown. */
void diary_press(struct diary *diary, struct point at, struct size screen);
/* This is shown from now on. now_s: by the wall clock, in seconds since 1970, for the hour. True: a visit has ended, and is in the text. */
bool diary_see(struct diary *diary, const struct diary_sight *sight, int64_t now_ms, int64_t now_s);
/* The program ends, and with it the visit. */
void diary_end(struct diary *diary, int64_t now_ms, int64_t now_s);
/* The first `length` bytes of the text, which end with a visit, are kept elsewhere. */
void diary_forget(struct diary *diary, size_t length);
