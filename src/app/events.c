/* What SDL says, in the stage's words. */
#include "app/events.h"

static const struct {
    SDL_Keycode code;
    enum key key, shifted;
} key_table[] = {
    {SDLK_RIGHT, KEY_RIGHT, KEY_RIGHT},    {SDLK_LEFT, KEY_LEFT, KEY_LEFT},         {SDLK_UP, KEY_UP, KEY_UP},
    {SDLK_DOWN, KEY_DOWN, KEY_DOWN},       {SDLK_PAGEUP, KEY_PAGE_UP, KEY_PAGE_UP}, {SDLK_PAGEDOWN, KEY_PAGE_DOWN, KEY_PAGE_DOWN},
    {SDLK_HOME, KEY_FIRST, KEY_FIRST},     {SDLK_END, KEY_LAST, KEY_LAST},          {SDLK_RETURN, KEY_ENTER, KEY_ENTER},
    {SDLK_KP_ENTER, KEY_ENTER, KEY_ENTER}, {SDLK_SPACE, KEY_ENTER, KEY_ENTER},      {SDLK_ESCAPE, KEY_ESCAPE, KEY_ESCAPE},
    {SDLK_TAB, KEY_TAB, KEY_BACK_TAB},     {SDLK_t, KEY_TIMELINE, KEY_TIMELINE},    {SDLK_h, KEY_HOME, KEY_HOME},
    {SDLK_l, KEY_LANGUAGE, KEY_LANGUAGE},  {SDLK_a, KEY_TEXT_SIZE, KEY_TEXT_SIZE},  {SDLK_c, KEY_CONTRAST, KEY_CONTRAST},
    {SDLK_PLUS, KEY_PLUS, KEY_PLUS},       {SDLK_EQUALS, KEY_PLUS, KEY_PLUS},       {SDLK_KP_PLUS, KEY_PLUS, KEY_PLUS},
    {SDLK_MINUS, KEY_MINUS, KEY_MINUS},    {SDLK_KP_MINUS, KEY_MINUS, KEY_MINUS},
};

static void handle_key(struct events *events, const SDL_KeyboardEvent *event, int64_t now_ms, struct events_result *result)
{
    SDL_Keymod chord = event->keysym.mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI);

    if (events->allow_quit && event->keysym.sym == SDLK_q && (event->keysym.mod & KMOD_CTRL))
        result->quit = true;
    if (chord) /* shortcuts of desktops mean nothing here */
        return;
    for (size_t i = 0; i < COUNTOF(key_table); i++)
        if (key_table[i].code == event->keysym.sym)
            stage_key(events->stage, event->keysym.mod & KMOD_SHIFT ? key_table[i].shifted : key_table[i].key, now_ms);
}

static void handle_pointer(struct events *events, const struct raw_pointer *raw)
{
    struct pointer_sample samples[2];
    int count = pointer_translate(&events->pointer, raw, samples);

    for (int i = 0; i < count; i++)
        stage_pointer(events->stage, &samples[i], raw->source == RAW_MOUSE ? VIA_MOUSE : VIA_TOUCH);
}

static void handle_finger(struct events *events, const SDL_TouchFingerEvent *event, int64_t now_ms)
{
    struct raw_pointer raw = {RAW_FINGER, POINTER_MOVE, event->fingerId, event->x, event->y, now_ms};

    if (event->type == SDL_FINGERDOWN)
        raw.kind = POINTER_DOWN;
    else if (event->type == SDL_FINGERUP)
        raw.kind = POINTER_UP;
    handle_pointer(events, &raw);
}

/* A mouse reports pixels of the window, which is the panel as mounted. */
static void handle_mouse(struct events *events, const SDL_Event *event, int64_t now_ms)
{
    struct raw_pointer raw = {.source = RAW_MOUSE, .kind = POINTER_MOVE, .ms = now_ms};
    SDL_Window *window = SDL_GetWindowFromID(event->motion.windowID);
    int w = 1, h = 1, x = event->motion.x, y = event->motion.y;

    if (event->type != SDL_MOUSEMOTION) {
        if (event->button.button != SDL_BUTTON_LEFT)
            return;
        raw.kind = event->type == SDL_MOUSEBUTTONDOWN ? POINTER_DOWN : POINTER_UP;
        x = event->button.x;
        y = event->button.y;
    }
    if (window)
        SDL_GetWindowSize(window, &w, &h);
    raw.x = (float)x / (float)w;
    raw.y = (float)y / (float)h;
    handle_pointer(events, &raw);
}

static void handle_window(struct events *events, const SDL_WindowEvent *event, int64_t now_ms, struct events_result *result)
{
    if (event->event == SDL_WINDOWEVENT_FOCUS_LOST)
        stage_cancel(events->stage, now_ms);
    if (event->event == SDL_WINDOWEVENT_SIZE_CHANGED || event->event == SDL_WINDOWEVENT_EXPOSED ||
        event->event == SDL_WINDOWEVENT_RESTORED || event->event == SDL_WINDOWEVENT_DISPLAY_CHANGED)
        result->refresh = true;
}

void events_handle(struct events *events, const SDL_Event *event, int64_t now_ms, struct events_result *result)
{
    switch ((SDL_EventType)event->type) {
    case SDL_QUIT: /* SIGTERM or SIGINT: a window manager's wish to close does not come here (window_start) */
        result->quit = true;
        break;
    case SDL_KEYDOWN:
        handle_key(events, &event->key, now_ms, result);
        break;
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
        handle_finger(events, &event->tfinger, now_ms);
        break;
    case SDL_MOUSEMOTION:
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        handle_mouse(events, event, now_ms);
        break;
    case SDL_WINDOWEVENT:
        handle_window(events, &event->window, now_ms, result);
        break;
    case SDL_DISPLAYEVENT:
        stage_cancel(events->stage, now_ms);
        result->refresh = true;
        break;
    default: /* SDL's own enum: what else it says is nothing to us */
        break;
    }
}
