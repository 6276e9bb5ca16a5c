/* What the buttons of staff's screens ask for, as the argument of an ACTION_CHOOSE. */
#pragma once

#include "page/action.h"
#include "staff/state.h"

/* OPEN: number is a screen; ASK: a wish; TAKE: an exhibit of the stick; LEAF, DIM: 1 on, -1 back; HOURS: an enum today_word. */
enum deed_kind {
    DEED_LEAVE,
    DEED_DIGIT,
    DEED_REMOVE,
    DEED_ENTER,
    DEED_OPEN,
    DEED_ASK,
    DEED_YES,
    DEED_DIM,
    DEED_LEAF,
    DEED_TAKE,
    DEED_HOURS
};

struct deed {
    enum deed_kind kind;
    int number;
};

struct action deed_action(enum deed_kind kind, int number);
struct deed deed_of(struct action action);
void deed_do(struct staff *staff, struct deed deed, int64_t now_ms);
/* Digits from a pad or a keyboard. */
void deed_type(struct staff *staff, int digit);
/* To another screen, or away. */
void deed_show(struct staff *staff, enum staff_screen screen);
