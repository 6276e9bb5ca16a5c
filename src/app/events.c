/* What SDL's events mean to the stage and the window. */
#include "app/events.h"

_Static_assert(SDL_SCANCODE_A == 4 && SDL_SCANCODE_F13 == 104 && SDL_SCANCODE_KP_0 == 98, "scancodes are the USB's usages");
_Static_assert(KEY_PAD_SWITCH - KEY_PAD_UP == PAD_SWITCH, "a key of ours for each of a keypad");

enum { CHORD_MS = 10000 }; /* one that is down for longer lies under something: the other keys go on without it */

/* A key is what its label says in the present layout, else what its place is on an American keyboard: letters of another alphabet stand on
 * keys that bear Latin ones as well. */
static const struct {
    SDL_Scancode place;
    SDL_Keycode label; /* SDLK_UNKNOWN: the number pad, whatever NumLock says */
    enum key key, shifted;
} key_table[] = {
    {SDL_SCANCODE_RIGHT, SDLK_RIGHT, KEY_RIGHT, KEY_RIGHT},
    {SDL_SCANCODE_LEFT, SDLK_LEFT, KEY_LEFT, KEY_LEFT},
    {SDL_SCANCODE_UP, SDLK_UP, KEY_UP, KEY_UP},
    {SDL_SCANCODE_DOWN, SDLK_DOWN, KEY_DOWN, KEY_DOWN},
    {SDL_SCANCODE_PAGEUP, SDLK_PAGEUP, KEY_PAGE_UP, KEY_PAGE_UP},
    {SDL_SCANCODE_PAGEDOWN, SDLK_PAGEDOWN, KEY_PAGE_DOWN, KEY_PAGE_DOWN},
    {SDL_SCANCODE_HOME, SDLK_HOME, KEY_FIRST, KEY_FIRST},
    {SDL_SCANCODE_END, SDLK_END, KEY_LAST, KEY_LAST},
    {SDL_SCANCODE_RETURN, SDLK_RETURN, KEY_ENTER, KEY_ENTER},
    {SDL_SCANCODE_SPACE, SDLK_SPACE, KEY_ENTER, KEY_ENTER},
    {SDL_SCANCODE_ESCAPE, SDLK_ESCAPE, KEY_ESCAPE, KEY_ESCAPE},
    {SDL_SCANCODE_TAB, SDLK_TAB, KEY_TAB, KEY_BACK_TAB},
    {SDL_SCANCODE_T, SDLK_t, KEY_TIMELINE, KEY_TIMELINE},
    {SDL_SCANCODE_H, SDLK_h, KEY_HOME, KEY_HOME},
    {SDL_SCANCODE_L, SDLK_l, KEY_LANGUAGE, KEY_LANGUAGE},
    {SDL_SCANCODE_A, SDLK_a, KEY_TEXT_SIZE, KEY_TEXT_SIZE},
    {SDL_SCANCODE_C, SDLK_c, KEY_CONTRAST, KEY_CONTRAST},
    {SDL_SCANCODE_S, SDLK_s, KEY_LISTEN, KEY_LISTEN},
    {SDL_SCANCODE_R, SDLK_r, KEY_AGAIN, KEY_AGAIN},
    {SDL_SCANCODE_COMMA, SDLK_COMMA, KEY_SENTENCE_BACK, KEY_SENTENCE_BACK},
    {SDL_SCANCODE_PERIOD, SDLK_PERIOD, KEY_SENTENCE_ON, KEY_SENTENCE_ON},
    {SDL_SCANCODE_F, SDLK_f, KEY_SPEED, KEY_SPEED},
    {SDL_SCANCODE_V, SDLK_v, KEY_VOLUME, KEY_VOLUME},
    {SDL_SCANCODE_M, SDLK_m, KEY_SETTINGS, KEY_SETTINGS},
    {SDL_SCANCODE_EQUALS, SDLK_EQUALS, KEY_PLUS, KEY_PLUS},
    {SDL_SCANCODE_KP_PLUS, SDLK_PLUS, KEY_PLUS, KEY_PLUS},
    {SDL_SCANCODE_MINUS, SDLK_MINUS, KEY_MINUS, KEY_MINUS},
    {SDL_SCANCODE_KP_MINUS, SDLK_KP_MINUS, KEY_MINUS, KEY_MINUS},
    {SDL_SCANCODE_KP_ENTER, SDLK_KP_ENTER, KEY_ENTER, KEY_ENTER},
    {SDL_SCANCODE_KP_6, SDLK_UNKNOWN, KEY_RIGHT, KEY_RIGHT},
    {SDL_SCANCODE_KP_4, SDLK_UNKNOWN, KEY_LEFT, KEY_LEFT},
    {SDL_SCANCODE_KP_8, SDLK_UNKNOWN, KEY_UP, KEY_UP},
    {SDL_SCANCODE_KP_2, SDLK_UNKNOWN, KEY_DOWN, KEY_DOWN},
    {SDL_SCANCODE_KP_9, SDLK_UNKNOWN, KEY_PAGE_UP, KEY_PAGE_UP},
    {SDL_SCANCODE_KP_3, SDLK_UNKNOWN, KEY_PAGE_DOWN, KEY_PAGE_DOWN},
    {SDL_SCANCODE_KP_7, SDLK_UNKNOWN, KEY_FIRST, KEY_FIRST},
    {SDL_SCANCODE_KP_1, SDLK_UNKNOWN, KEY_LAST, KEY_LAST},
};

/* A keypad's key is the one that is written of it; SDL's scancodes are the USB's usages of keyboards. KEY_COUNT: none of ours. */
static enum key which_key(const struct events *events, const SDL_Keysym *keysym)
{
    enum pad pad = keypad_find(&events->devices->setup.exhibit->keypad, (int)keysym->scancode);
    bool shifted = keysym->mod & KMOD_SHIFT;
    size_t found = COUNTOF(key_table);

    if (pad != PAD_COUNT)
        return (enum key)(KEY_PAD_UP + (int)pad);

    for (size_t i = 0; found == COUNTOF(key_table) && i < COUNTOF(key_table); i++)
        if (key_table[i].label != SDLK_UNKNOWN && key_table[i].label == keysym->sym)
            found = i;
    for (size_t i = 0; found == COUNTOF(key_table) && i < COUNTOF(key_table); i++)
        if (key_table[i].place == keysym->scancode)
            found = i;
    if (found == COUNTOF(key_table))
        return KEY_COUNT;
    return shifted ? key_table[found].shifted : key_table[found].key;
}

static bool is_chord_key(SDL_Scancode place)
{
    return place >= SDL_SCANCODE_LCTRL && place <= SDL_SCANCODE_RGUI && place != SDL_SCANCODE_LSHIFT && place != SDL_SCANCODE_RSHIFT;
}

static bool asks_to_quit(const struct events *events, const SDL_Keysym *keysym)
{
    return events->allow_quit && (keysym->mod & KMOD_CTRL) && (keysym->sym == SDLK_q || keysym->scancode == SDL_SCANCODE_Q);
}

static void say(struct events *events, const struct tape_event *event)
{
    if ((events->duty && duty_takes(events->duty, event)) || events->deaf)
        return;
    recording_add(events->recording, event);
    devices_take(events->devices, event);
}

/* -1: none. */
static int which_digit(const SDL_Keysym *keysym)
{
    if (keysym->scancode >= SDL_SCANCODE_KP_1 && keysym->scancode <= SDL_SCANCODE_KP_0)
        return (int)(keysym->scancode - SDL_SCANCODE_KP_1 + 1) % 10;
    return keysym->sym >= SDLK_0 && keysym->sym <= SDLK_9 ? (int)(keysym->sym - SDLK_0) : -1;
}

static void handle_key_down(struct events *events, const SDL_KeyboardEvent *event, int64_t now_ms, struct events_result *result)
{
    bool chord = event->keysym.mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI);
    enum key key = which_key(events, &event->keysym);

    if (is_chord_key(event->keysym.scancode) && !event->repeat)
        events->chord_ms = now_ms;
    if (asks_to_quit(events, &event->keysym))
        result->quit = true;
    if (events->duty && which_digit(&event->keysym) >= 0 &&
        duty_takes_digit(events->duty, which_digit(&event->keysym), event->repeat, now_ms))
        return;
    if (key == KEY_COUNT || (chord && now_ms - events->chord_ms < CHORD_MS)) /* shortcuts of desktops mean nothing here */
        return;
    say(events, &(struct tape_event){.kind = TAPE_KEY, .ms = now_ms, .key = key, .press = event->repeat ? TAPE_HELD : TAPE_DOWN});
}

static void handle_key_up(struct events *events, const SDL_KeyboardEvent *event, int64_t now_ms)
{
    enum key key = which_key(events, &event->keysym);

    if (key != KEY_COUNT)
        say(events, &(struct tape_event){.kind = TAPE_KEY, .ms = now_ms, .key = key, .press = TAPE_UP});
}

static void handle_pointer(struct events *events, struct raw_pointer *raw)
{
    if (events->view.w > 0) {
        raw->x = (raw->x - events->view.x) / events->view.w;
        raw->y = (raw->y - events->view.y) / events->view.h;
        if (raw->kind == POINTER_DOWN && (raw->x < 0 || raw->x > 1 || raw->y < 0 || raw->y > 1))
            return; /* beside it */
    }
    say(events, &(struct tape_event){.kind = TAPE_POINTER, .ms = raw->ms, .pointer = *raw});
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

/* Over SDL 3, SDL 2 hands on the click that the X server makes of a touch too, just before the touch. */
static bool is_of_a_touch(void)
{
    SDL_PumpEvents();
    return SDL_HasEvents(SDL_FINGERDOWN, SDL_FINGERMOTION);
}

/* A mouse reports pixels of the window, which is the screen as it is mounted. */
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
        say(events, &(struct tape_event){.kind = TAPE_FOCUS, .ms = now_ms});
    if (event->event == SDL_WINDOWEVENT_SIZE_CHANGED || event->event == SDL_WINDOWEVENT_EXPOSED ||
        event->event == SDL_WINDOWEVENT_RESTORED || event->event == SDL_WINDOWEVENT_DISPLAY_CHANGED)
        result->refresh = true;
}

void events_handle(struct events *events, const SDL_Event *event, int64_t now_ms, struct events_result *result)
{
    result->touched |= event->type >= SDL_KEYDOWN && event->type < SDL_CLIPBOARDUPDATE;
    result->pressed |= event->type == SDL_KEYDOWN || event->type == SDL_FINGERDOWN || event->type == SDL_MOUSEBUTTONDOWN;
    switch ((SDL_EventType)event->type) {
    case SDL_QUIT: /* neither a signal nor a window manager's wish to close comes here (window_start) */
        result->lost = true;
        break;
    case SDL_KEYDOWN:
        handle_key_down(events, &event->key, now_ms, result);
        break;
    case SDL_KEYUP:
        handle_key_up(events, &event->key, now_ms);
        break;
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP:
        handle_finger(events, &event->tfinger, now_ms);
        break;
    case SDL_MOUSEMOTION:
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
        if (!is_of_a_touch())
            handle_mouse(events, event, now_ms);
        break;
    case SDL_WINDOWEVENT:
        handle_window(events, &event->window, now_ms, result);
        break;
    case SDL_SYSWMEVENT:
        if (events->window)
            window_disturbed(events->window, event, now_ms);
        break;
    case SDL_DISPLAYEVENT:
        say(events, &(struct tape_event){.kind = TAPE_DISPLAY, .ms = now_ms});
        result->refresh = true;
        break;
    default: /* SDL's own enum: what else it says is nothing to us */
        break;
    }
}

/* SDL_PushEvent is safe everywhere. */
void events_wake(void *context)
{
    SDL_Event event = {.type = SDL_USEREVENT};

    (void)context;
    SDL_PushEvent(&event);
}
