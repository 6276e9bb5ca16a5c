/* Duty: staff at the screen, and what they ask of the machine. Devices come here first; while staff are there, they come no further. Every
 * action is a line of the log. Main thread only. */
#pragma once

#include "layout/draw.h"
#include "night/night.h"
#include "platform/window.h"
#include "tape/event.h"
#include "visit/visit.h"

struct duty;

/* All borrowed; findings are copied. restarts: somebody begins the program anew when it ends. */
struct duty_setup {
    const struct exhibit *exhibit;
    struct measure measure;
    struct window *window;
    const char *folder; /* of the exhibit that was asked for */
    bool restarts;
};

/* CAME: the fingers on the glass are staff's. LEFT: the visit is over. END: the program is to. */
enum duty_turn { DUTY_NOTHING, DUTY_CAME, DUTY_LEFT, DUTY_END };

/* wake: ends the main thread's sleep, from any thread. night: that of the exhibits that are shown; borrowed. */
struct duty *duty_create(void (*wake)(void *context), struct night *night);
/* NULL is fine. */
void duty_destroy(struct duty *duty);
/* What was found in the exhibit that is shown from now on. */
void duty_note_findings(struct duty *duty, const struct findings *findings);
/* The exhibit is shown; the screen is as bright as staff last wished. */
void duty_begin(struct duty *duty, const struct duty_setup *setup);
/* It is not any more. */
void duty_end(struct duty *duty);

bool duty_is_on(const struct duty *duty);
/* True: it is for staff alone. */
bool duty_takes(struct duty *duty, const struct tape_event *event);
/* A digit of a keyboard; repeated: its key stays down. True as above. */
bool duty_takes_digit(struct duty *duty, int digit, bool repeated, int64_t now_ms);
/* settings: of the visit, in whose language and letters staff are met. */
enum duty_turn duty_tick(struct duty *duty, const struct settings *settings, int64_t now_ms);
int64_t duty_deadline(const struct duty *duty, int64_t now_ms);
/* NULL: nobody is there. As staff_frame. */
const struct frame *duty_frame(struct duty *duty, int64_t now_ms);
/* That frame was given to the screen. */
void duty_shown(struct duty *duty);
