/* Each does one thing, or makes a wish of it. */
#include "staff/deeds.h"

#include <string.h>

enum { NUMBERS = 64, MIDDLE = 16 };

struct action deed_action(enum deed_kind kind, int number)
{
    return (struct action){.kind = ACTION_CHOOSE, .argument = (int)kind * NUMBERS + number + MIDDLE};
}

struct deed deed_of(struct action action)
{
    return (struct deed){(enum deed_kind)(action.argument / NUMBERS), action.argument % NUMBERS - MIDDLE};
}

void deed_show(struct staff *staff, enum staff_screen screen)
{
    memset(staff->pin, 0, sizeof(staff->pin));
    staff->pin_state = PIN_AWAITED;
    staff->screen = screen;
    staff->page = (struct page){0}; /* nothing is pressed that is not seen */
    staff->pressed = staff->focused = (struct target_id){0};
    staff->leaf = 0;
    staff->stick = (struct stick_news){0};
    if (screen == STAFF_TOUCH)
        touch_test_init(&staff->test, staff->style.screen, staff->style.px_per_mm);
    if (screen == STAFF_STICK)
        staff->wish = (struct staff_wish){.kind = STAFF_LOOK_FOR_STICK};
}

void deed_type(struct staff *staff, int digit)
{
    size_t length = strlen(staff->pin);

    if (staff->locked_until_ms > 0 || staff->pin_state == PIN_LOOKED_AT || length == PIN_DIGITS_MOST)
        return;
    staff->pin_state = PIN_AWAITED;
    staff->pin[length] = (char)('0' + digit);
    staff->pin[length + 1] = '\0';
}

static void remove_digit(struct staff *staff)
{
    size_t length = strlen(staff->pin);

    if (length > 0 && staff->pin_state != PIN_LOOKED_AT)
        staff->pin[length - 1] = '\0';
}

static void enter(struct staff *staff)
{
    if (!staff->pin[0] || staff->pin_state == PIN_LOOKED_AT || staff->locked_until_ms > 0)
        return;
    staff->pin_state = PIN_LOOKED_AT;
    staff->wish = (struct staff_wish){.kind = STAFF_TRY};
}

static void dim(struct staff *staff, int by)
{
    staff->brightness = int_clamp(staff->brightness + by * BRIGHTNESS_STEP, BRIGHTNESS_LEAST, 100);
    staff->wish = (struct staff_wish){STAFF_SET_BRIGHTNESS, staff->brightness};
}

static void take(struct staff *staff, int which)
{
    staff->stick.state = STICK_COPIED;
    staff->wish = (struct staff_wish){STAFF_TAKE, which};
}

void deed_do(struct staff *staff, struct deed deed, int64_t now_ms)
{
    staff->seen_ms = now_ms;
    switch (deed.kind) {
    case DEED_LEAVE:
        deed_show(staff, staff->screen == STAFF_PIN || staff->screen == STAFF_MENU ? STAFF_AWAY : STAFF_MENU);
        break;
    case DEED_DIGIT:
        deed_type(staff, deed.number);
        break;
    case DEED_REMOVE:
        remove_digit(staff);
        break;
    case DEED_ENTER:
        enter(staff);
        break;
    case DEED_OPEN:
        deed_show(staff, (enum staff_screen)deed.number);
        break;
    case DEED_ASK:
        deed_show(staff, STAFF_SURE);
        staff->asked = (enum staff_wish_kind)deed.number;
        break;
    case DEED_YES:
        staff->wish = (struct staff_wish){.kind = staff->asked};
        break;
    case DEED_DIM:
        dim(staff, deed.number);
        break;
    case DEED_LEAF:
        staff->leaf += deed.number;
        break;
    case DEED_TAKE:
        take(staff, deed.number);
        break;
    case DEED_HOURS:
        staff->setup.today = (enum today_word)deed.number;
        staff->wish = (struct staff_wish){STAFF_SET_HOURS, deed.number};
        break;
    }
}
