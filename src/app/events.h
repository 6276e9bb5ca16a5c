/* SDL's events -> what devices said, for the stage and the tape, and news for the window. Decides nothing but what a key is called. */
#pragma once

#include "app/recording.h"
#include "duty/duty.h"
#include "platform/window.h"
#include "tape/devices.h"

#include <SDL.h>

/* window: NULL where it is nobody's to keep. view: where in it the screen is shown, in shares of it; no width: it is all of it. */
struct events {
    struct devices *devices;
    struct recording *recording; /* NULL: none */
    struct duty *duty;           /* NULL: there is no way in for staff */
    struct window *window;
    struct share_rect view;
    int64_t chord_ms; /* when a key went down that makes shortcuts of others: Ctrl, Alt, a desktop's own */
    bool allow_quit;
    bool deaf; /* what people do is for nobody */
};

/* quit: the developers' key asks to end. lost: the display is. refresh: it may have changed. touched: a key, a finger or a mouse was moved;
 * pressed: or pressed. */
struct events_result {
    bool quit, lost, refresh, touched, pressed;
};

/* Sets what the event says in *result, and clears nothing there. */
void events_handle(struct events *events, const SDL_Event *event, int64_t now_ms, struct events_result *result);
/* Ends the main thread's sleep, from any thread. */
void events_wake(void *context);
