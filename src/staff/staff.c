/* The corner and the key that lead in; presses and keys become deeds; time leads out. */
#include "staff/staff.h"

#include "staff/deeds.h"
#include "staff/screens.h"
#include "text/bidi.h"

#include <string.h>

enum { LEAVE_MS = 60 * 1000, ESCAPE_MS = 5000, SECOND_MS = 1000 };

static void apply(struct staff *staff, const struct staff_setup *setup)
{
    const struct exhibit *exhibit = setup->exhibit;

    staff->setup = *setup;
    style_make(&staff->style, &(struct style_setup){exhibit, &staff->setup.measure, setup->screen, setup->settings});
    corner_init(&staff->corner, exhibit->staff.corner, setup->screen, staff->style.px_per_mm);
    staff->mirrored = bidi_is_leftward(exhibit->languages[setup->settings.language]);
}

void staff_init(struct staff *staff, const struct staff_setup *setup)
{
    *staff = (struct staff){.arena = arena_create(), .brightness = 100};
    apply(staff, setup);
}

void staff_finish(struct staff *staff)
{
    arena_destroy(staff->arena);
    memset(staff->pin, 0, sizeof(staff->pin));
}

void staff_set(struct staff *staff, const struct staff_setup *setup)
{
    staff_cancel(staff);
    apply(staff, setup);
    if (staff_is_there(staff))
        deed_show(staff, staff->screen);
}

bool staff_is_there(const struct staff *staff)
{
    return staff->screen != STAFF_AWAY;
}

static bool may_come(const struct staff *staff)
{
    return staff->setup.exhibit->staff.pin != NULL;
}

static void come(struct staff *staff, int64_t now_ms)
{
    staff->escape_ms = 0;
    staff->seen_ms = now_ms;
    corner_let_go(&staff->corner);
    deed_show(staff, STAFF_PIN);
}

/* ---- fingers ---- */

static int target_at(const struct staff *staff, struct point at)
{
    for (int i = staff->page.target_count - 1; i >= 0; i--)
        if (rect_contains(staff->page.targets[i].rect, at))
            return i;
    return -1;
}

/* Pages are laid out as one reads. */
static struct point as_read(const struct staff *staff, struct point at)
{
    if (staff->mirrored)
        at.x = float_clamp((float)staff->style.screen.w - at.x, 0, (float)staff->style.screen.w - 1);
    return at;
}

static struct target_id id_of(const struct staff *staff, int index)
{
    struct target_id id = {0};

    if (index >= 0)
        id.action = staff->page.targets[index].action;
    return id;
}

static void press(struct staff *staff, const struct pointer_sample *sample)
{
    staff->focused = (struct target_id){0};
    if (staff->pressed.action.kind != ACTION_NONE)
        return;
    staff->pressed = id_of(staff, target_at(staff, sample->at));
    staff->pressed_by = sample->id;
}

/* Lifted, the finger acts if it is still on what it came down on. */
static void lift(struct staff *staff, const struct pointer_sample *sample)
{
    struct target_id pressed = staff->pressed, on = id_of(staff, target_at(staff, sample->at));

    if (pressed.action.kind == ACTION_NONE || staff->pressed_by != sample->id)
        return;
    staff->pressed = (struct target_id){0};
    if (sample->kind == POINTER_UP && action_equal(pressed.action, on.action))
        deed_do(staff, deed_of(pressed.action), sample->ms);
}

/* Who asks what is there after the screen has changed, asks after this. */
static void show_something(struct staff *staff, int64_t now_ms)
{
    if (staff->page.target_count == 0)
        staff_frame(staff, now_ms);
}

void staff_pointer(struct staff *staff, const struct pointer_sample *sample)
{
    struct pointer_sample read = *sample;

    if (!may_come(staff))
        return;
    corner_sample(&staff->corner, sample);
    if (!staff_is_there(staff))
        return;
    corner_let_go(&staff->corner);
    show_something(staff, sample->ms);
    read.at = as_read(staff, sample->at);
    staff->seen_ms = sample->ms;
    if (read.kind == POINTER_DOWN)
        press(staff, &read);
    if (staff->screen == STAFF_TOUCH)
        touch_test_sample(&staff->test, &read);
    if (read.kind == POINTER_UP || read.kind == POINTER_CANCEL)
        lift(staff, &read);
}

/* ---- keys ---- */

static void list_targets(const struct staff *staff, struct targets *targets)
{
    targets->count = staff->page.target_count;
    memcpy(targets->list, staff->page.targets, sizeof(targets->list[0]) * (size_t)targets->count);
}

static void move_focus(struct staff *staff, enum key key)
{
    struct point way = key_way(staff->mirrored ? key_mirrored(key) : key);
    struct targets targets;

    list_targets(staff, &targets);
    int from = targets_find(&targets, staff->focused), next;

    if (from < 0 || key == KEY_TAB || key == KEY_BACK_TAB)
        next = targets_next(&targets, from, key == KEY_BACK_TAB ? -1 : 1);
    else
        next = targets_towards(&targets, from, way);
    if (next >= 0)
        staff->focused = targets_id(&targets, next);
}

static void press_key(struct staff *staff, enum key key, int64_t now_ms)
{
    struct point way = key_way(key);

    show_something(staff, now_ms);
    if (key == KEY_ESCAPE)
        deed_do(staff, (struct deed){DEED_LEAVE, 0}, now_ms);
    else if (key == KEY_ENTER && staff->focused.action.kind != ACTION_NONE)
        deed_do(staff, deed_of(staff->focused.action), now_ms);
    else if (key == KEY_ENTER && staff->screen == STAFF_PIN)
        deed_do(staff, (struct deed){DEED_ENTER, 0}, now_ms);
    else if (key == KEY_TAB || key == KEY_BACK_TAB || way.x != 0 || way.y != 0)
        move_focus(staff, key);
}

void staff_key(struct staff *staff, enum key key, bool repeated, int64_t now_ms)
{
    if (!may_come(staff))
        return;
    if (staff_is_there(staff)) {
        staff->seen_ms = repeated ? staff->seen_ms : now_ms;
        if (!repeated)
            press_key(staff, key, now_ms);
    } else if (key == KEY_ESCAPE && !repeated) {
        staff->escape_ms = now_ms;
    }
}

void staff_key_up(struct staff *staff, enum key key)
{
    if (key == KEY_ESCAPE)
        staff->escape_ms = 0;
}

void staff_digit(struct staff *staff, int digit, int64_t now_ms)
{
    staff->seen_ms = now_ms;
    if (staff->screen == STAFF_PIN)
        deed_type(staff, digit);
}

void staff_cancel(struct staff *staff)
{
    staff->escape_ms = 0;
    staff->pressed = (struct target_id){0};
    corner_cancel(&staff->corner);
    touch_test_cancel(&staff->test);
}

/* ---- time ---- */

static int64_t sooner(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

int64_t staff_deadline(const struct staff *staff, int64_t now_ms)
{
    int64_t due = corner_due_ms(&staff->corner);

    if (!may_come(staff))
        return CLOCK_NEVER;
    if (!staff_is_there(staff))
        return staff->escape_ms > 0 ? sooner(due, staff->escape_ms + ESCAPE_MS) : due;
    due = staff->stick.state == STICK_COPIED ? CLOCK_NEVER : staff->seen_ms + LEAVE_MS;
    if (staff->screen == STAFF_PIN && staff->locked_until_ms > now_ms)
        due = sooner(due, now_ms + (staff->locked_until_ms - now_ms - 1) % SECOND_MS + 1); /* the next whole second */
    return due;
}

void staff_tick(struct staff *staff, int64_t now_ms)
{
    if (staff->locked_until_ms > 0 && now_ms >= staff->locked_until_ms)
        staff->locked_until_ms = 0;
    if (!may_come(staff))
        return;
    if (!staff_is_there(staff)) {
        if (now_ms >= corner_due_ms(&staff->corner) || (staff->escape_ms > 0 && now_ms >= staff->escape_ms + ESCAPE_MS))
            come(staff, now_ms);
    } else if (staff->stick.state != STICK_COPIED && now_ms >= staff->seen_ms + LEAVE_MS) {
        deed_show(staff, STAFF_AWAY);
    }
}

/* ---- news ---- */

struct staff_wish staff_take_wish(struct staff *staff)
{
    struct staff_wish wish = staff->wish;

    staff->wish = (struct staff_wish){0};
    return wish;
}

void staff_answer_pin(struct staff *staff, bool right, int64_t now_ms)
{
    if (staff->screen != STAFF_PIN)
        return;
    staff->seen_ms = now_ms;
    deed_show(staff, right ? STAFF_MENU : STAFF_PIN);
    if (!right)
        staff->pin_state = PIN_WAS_WRONG;
}

void staff_lock(struct staff *staff, int64_t wait_ms, int64_t now_ms)
{
    staff->locked_until_ms = wait_ms > 0 ? now_ms + wait_ms : 0;
}

void staff_tell_stick(struct staff *staff, const struct stick_news *news, int64_t now_ms)
{
    if (staff->screen != STAFF_STICK)
        return;
    if (news->state != staff->stick.state)
        staff->seen_ms = now_ms;
    staff->stick = *news;
}

const struct frame *staff_frame(struct staff *staff, int64_t now_ms)
{
    struct frame *frame = &staff->frame;
    struct size size = staff->style.screen;

    ASSERT(staff_is_there(staff));
    *frame = (struct frame){.size = size, .area = {0, 0, size.w, size.h}, .fade_share = 1, .mirrored = staff->mirrored};
    arena_reset(staff->arena);
    staff->page = (struct page){0};
    struct draw_list ground = {0};

    draw_fill((struct pen){&ground, staff->arena}, frame->area, staff->style.colours.paper);
    screens_fill(staff, now_ms);
    frame->layers[frame->layer_count++] = (struct frame_layer){.list = ground};
    frame->over[frame->over_count++] = staff->page.list;
    return frame;
}
