/* SDL's events -> pointer samples and keys for the stage, and news for the window. Decides nothing but what a key is called. */
#pragma once

#include "platform/window.h"
#include "input/keyboard.h"
#include "input/pointer.h"
#include "stage/stage.h"

#include <SDL.h>

/* window: NULL where it is nobody's to keep. view: where in it the screen is shown, in shares of it; no width: it is all of it. */
struct events {
    struct stage *stage;
    struct window *window;
    struct share_rect view;
    struct pointer pointer;
    struct keyboard keyboard;
    int64_t chord_ms; /* when a key went down that makes shortcuts of others: Ctrl, Alt, a desktop's own */
    bool allow_quit;
};

/* quit: the developers' key asks to end. lost: the display is. refresh: it may have changed. touched: a key, a finger or a mouse was. */
struct events_result {
    bool quit, lost, refresh, touched;
};

/* Sets what the event says in *result, and clears nothing there. */
void events_handle(struct events *events, const SDL_Event *event, int64_t now_ms, struct events_result *result);
/* Ends the main thread's sleep, from any thread. */
void events_wake(void *context);
