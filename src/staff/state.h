/* What staff's screens are made of. For the files of this room, and for those who tell it news and do what it wishes. */
#pragma once

#include "hours/today.h"
#include "page/targets.h"
#include "pins/pin.h"
#include "staff/corner.h"
#include "staff/touch_test.h"

enum staff_screen {
    STAFF_AWAY,
    STAFF_PIN,
    STAFF_MENU,
    STAFF_BRIGHTNESS,
    STAFF_TOUCH,
    STAFF_FINDINGS,
    STAFF_STICK,
    STAFF_HOURS,
    STAFF_SURE
};

/* What the machine can do and the exhibit has, a set; the rest is not offered. */
enum staff_offer { STAFF_CAN_RESTART = 1, STAFF_CAN_SWITCH = 2, STAFF_CAN_DIM = 4, STAFF_CAN_TAKE = 8, STAFF_HAS_HOURS = 16 };

/* TRY: staff.pin; BRIGHTNESS: number is the percentage; TAKE: number is which of the stick's exhibits; HOURS: an enum
 * today_word. */
enum staff_wish_kind {
    STAFF_NOTHING,
    STAFF_TRY,
    STAFF_RESTART,
    STAFF_RESTART_MACHINE,
    STAFF_SWITCH_OFF,
    STAFF_SET_BRIGHTNESS,
    STAFF_LOOK_FOR_STICK,
    STAFF_TAKE,
    STAFF_SET_HOURS
};

struct staff_wish {
    enum staff_wish_kind kind;
    int number;
};

enum stick_state { STICK_AWAITED, STICK_BARE, STICK_CHOICE, STICK_COPIED, STICK_ACCEPTED, STICK_REFUSED };
enum { STICK_EXHIBITS_MAX = 6, STICK_NAME_BYTES = 128 };

struct stick_news {
    enum stick_state state;
    char names[STICK_EXHIBITS_MAX][STICK_NAME_BYTES]; /* of the exhibits on it */
    int count;
};

enum { BRIGHTNESS_LEAST = 30, BRIGHTNESS_STEP = 10 };

/* All borrowed. settings: as the visitor had chosen. findings: lines; refused: what a change was refused for. wall_min: the
 * clock on the wall, and today: what staff said of the hours, when they came. */
struct staff_setup {
    const struct exhibit *exhibit;
    struct measure measure;
    struct size screen;
    struct settings settings;
    unsigned offers; /* enum staff_offer */
    const char *about, *findings;
    bool refused;
    int64_t wall_min;
    enum today_word today;
};

enum pin_state { PIN_AWAITED, PIN_LOOKED_AT, PIN_WAS_WRONG };

struct staff {
    struct staff_setup setup;
    struct style style;
    struct corner corner;
    int64_t escape_ms; /* since when that key is down; 0: it is not */

    enum staff_screen screen;
    enum staff_wish_kind asked; /* of STAFF_SURE */
    char pin[PIN_DIGITS_MOST + 1];
    enum pin_state pin_state;
    int64_t locked_until_ms; /* no PIN is taken before; 0: it is */
    int brightness;
    struct stick_news stick;
    int leaf; /* of the findings */
    struct touch_test test;

    int64_t seen_ms; /* when somebody last did something */
    struct target_id pressed, focused;
    int64_t pressed_by;
    bool mirrored;
    struct arena *arena;
    struct page page;
    struct frame frame;
    struct staff_wish wish;
};
