/* Wishes of staff/staff, done. */
#include "duty/duty.h"

#include "archive/archive.h"
#include "base/log.h"
#include "base/state.h"
#include "display/brightness.h"
#include "display/server.h"
#include "duty/errands.h"
#include "duty/gate.h"
#include "duty/stick.h"
#include "staff/staff.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char BRIGHTNESS[] = "brightness";
enum { NOTE_BYTES = 16 };

struct duty {
    void (*wake)(void *context);
    struct night *night;
    struct duty_setup setup; /* exhibit NULL: none is shown */
    struct staff staff;
    struct pointer pointer;
    struct gate *gate; /* NULL: nobody has come yet */
    struct stick stick;
    struct settings settings;
    struct size size;
    char *about;
    char *refused; /* what the last change was refused for, or NULL */
    struct buffer findings;
    bool came, dims, lit; /* lit: as bright as it was left */
};

struct duty *duty_create(void (*wake)(void *context), struct night *night)
{
    struct duty *duty = mem_alloc(sizeof(*duty));

    duty->wake = wake;
    duty->night = night;
    buffer_add(&duty->findings, "", 0);
    return duty;
}

void duty_destroy(struct duty *duty)
{
    if (!duty)
        return;
    duty_end(duty);
    gate_destroy(duty->gate);
    aside_stop(&duty->stick.aside);
    free(duty->stick.before);
    free(duty->refused);
    buffer_finish(&duty->findings);
    free(duty);
}

void duty_note_findings(struct duty *duty, const struct findings *findings)
{
    static const char *const words[] = {[FINDING_ERROR] = "error", [FINDING_WARNING] = "warning"};

    buffer_finish(&duty->findings);
    buffer_add(&duty->findings, "", 0);
    for (int i = 0; i < findings_total(findings); i++) {
        const struct finding *finding = findings_at(findings, i);

        buffer_printf(&duty->findings, "%s:%d: %s: %s\n", finding->file, finding->line, words[finding->severity], finding->message);
    }
}

/* ---- how bright the screen is ---- */

/* As it was left; 100 where nobody has changed it. */
static int kept_brightness(void)
{
    char *text = state_read_note(BRIGHTNESS, NOTE_BYTES);
    int percent = 100;

    if (text && sscanf(text, "%3d", &percent) != 1)
        percent = 100;
    free(text);
    return int_clamp(percent, BRIGHTNESS_LEAST, 100);
}

static void set_brightness(struct duty *duty, int percent)
{
    char text[NOTE_BYTES];

    snprintf(text, sizeof(text), "%d\n", percent);
    brightness_set(window_handle(duty->setup.window), percent);
    log_info("staff: brightness %d%%", percent);
    state_keep_note(BRIGHTNESS, text);
}

/* ---- until midnight ---- */

static void set_hours(struct duty *duty, enum today_word word)
{
    static const char *const told[] = {
        [TODAY_AS_WRITTEN] = "as written", [TODAY_OPEN] = "open for the rest of today", [TODAY_CLOSED] = "closed for the rest of today"};
    bool kept = night_obey(duty->night, word);

    log_info("staff: hours: %s%s%s", told[word], kept ? "" : ", or until the program is restarted: ", kept ? "" : strerror(errno));
}

/* ---- beginning and end ---- */

static void look_for_refusal(struct duty *duty)
{
    struct archive *archive = archive_open(duty->setup.folder);

    free(duty->refused);
    duty->refused = archive ? archive_read_note(archive, NULL, ARCHIVE_REFUSED) : NULL;
    archive_close(archive);
}

static unsigned offers_of(const struct duty *duty)
{
    bool asks = errands_can();

    return (duty->setup.restarts ? STAFF_CAN_RESTART : 0) | (asks ? STAFF_CAN_SWITCH : 0) | (asks ? STAFF_CAN_TAKE : 0) |
           (duty->dims ? STAFF_CAN_DIM : 0) | (duty->setup.exhibit->hours ? STAFF_HAS_HOURS : 0);
}

static struct staff_setup staff_setup_of(const struct duty *duty)
{
    int64_t now_min = night_wall_min();

    return (struct staff_setup){
        .exhibit = duty->setup.exhibit,
        .measure = duty->setup.measure,
        .screen = duty->size,
        .settings = duty->settings,
        .offers = offers_of(duty),
        .about = duty->about,
        .findings = duty->refused ? duty->refused : duty->findings.bytes,
        .refused = duty->refused != NULL,
        .wall_min = now_min,
        .today = today_word_at(&duty->night->today, now_min),
    };
}

void duty_begin(struct duty *duty, const struct duty_setup *setup)
{
    struct buffer about = {0};

    duty->setup = *setup;
    if (!setup->exhibit->staff.pin) {
        duty->setup.exhibit = NULL;
        return;
    }
    duty->size = window_size(setup->window);
    buffer_printf(&about, "vitrina %s · %s · %d", VITRINA_VERSION, setup->folder, setup->exhibit->panel_count);
    duty->about = about.bytes;
    duty->settings = (struct settings){0};
    struct staff_setup staff = staff_setup_of(duty);

    staff_init(&duty->staff, &staff);
    pointer_init(&duty->pointer, duty->size, setup->exhibit->screen.rotation);
    duty->staff.brightness = kept_brightness();
    if (!duty->lit && duty->staff.brightness < 100)
        brightness_set(window_handle(setup->window), duty->staff.brightness);
    duty->lit = true;
}

static void leave(struct duty *duty)
{
    duty->came = false;
    gate_drop(duty->gate);
    stick_end(&duty->stick);
    log_info("staff: left");
}

void duty_end(struct duty *duty)
{
    if (!duty->setup.exhibit)
        return;
    if (duty->came)
        leave(duty);
    staff_finish(&duty->staff);
    duty->setup.exhibit = NULL;
    free(duty->about);
    duty->about = NULL;
}

bool duty_is_on(const struct duty *duty)
{
    return duty->came;
}

/* ---- devices ---- */

static void take_pointer(struct duty *duty, const struct raw_pointer *raw)
{
    struct pointer_sample samples[2];
    int count = pointer_translate(&duty->pointer, raw, samples);

    for (int i = 0; i < count; i++)
        staff_pointer(&duty->staff, &samples[i]);
}

static void resize(struct duty *duty, struct size size)
{
    struct staff_setup setup;

    duty->size = size;
    setup = staff_setup_of(duty);
    staff_set(&duty->staff, &setup);
    pointer_init(&duty->pointer, size, duty->setup.exhibit->screen.rotation);
}

/* What is lifted goes on to the visit too, which may have seen it come down. */
bool duty_takes(struct duty *duty, const struct tape_event *event)
{
    if (!duty->setup.exhibit)
        return false;
    switch (event->kind) {
    case TAPE_POINTER:
        take_pointer(duty, &event->pointer);
        return duty->came && event->pointer.kind != POINTER_UP;
    case TAPE_KEY:
        if (event->press == TAPE_UP)
            staff_key_up(&duty->staff, event->key);
        else
            staff_key(&duty->staff, event->key, event->press == TAPE_HELD, event->ms);
        return duty->came && event->press != TAPE_UP;
    case TAPE_FOCUS:
    case TAPE_DISPLAY:
        staff_cancel(&duty->staff);
        return false;
    case TAPE_SIZE:
        resize(duty, event->size);
        return false;
    case TAPE_DAY:
    case TAPE_COUNTED:
    case TAPE_TICK:
    case TAPE_PAINT:
    case TAPE_WHOLE:
    case TAPE_STROKE:
    case TAPE_TOUCH:
    case TAPE_WAIT:
        break;
    }
    return false;
}

bool duty_takes_digit(struct duty *duty, int digit, bool repeated, int64_t now_ms)
{
    if (duty->came && !repeated)
        staff_digit(&duty->staff, digit, now_ms);
    return duty->came;
}

/* ---- wishes ---- */

static void try_pin(struct duty *duty, int64_t now_ms)
{
    if (duty->staff.screen != STAFF_PIN || gate_try(duty->gate, duty->staff.pin, duty->setup.exhibit->staff.pin))
        return;
    log_error("staff: the PIN cannot be looked at: another is, or no thread is left");
    staff_answer_pin(&duty->staff, false, now_ms);
}

static void hear_answer(struct duty *duty, int64_t now_ms)
{
    bool right;

    if (!duty->gate || !gate_has_answer(duty->gate, &right))
        return;
    int64_t wait = gate_wait_ms(duty->gate);

    if (right)
        log_info("staff: came in");
    else
        log_warning("staff: wrong PIN, %d in a row; the next can be tried in %d s", gate_wrong(duty->gate), (int)(wait / 1000));
    staff_lock(&duty->staff, wait, now_ms);
    staff_answer_pin(&duty->staff, right, now_ms);
}

/* True: the program is to end. */
static bool fulfil(struct duty *duty, struct staff_wish wish, int64_t now_ms)
{
    switch (wish.kind) {
    case STAFF_NOTHING:
        break;
    case STAFF_TRY:
        try_pin(duty, now_ms);
        break;
    case STAFF_RESTART:
        log_info("staff: restart");
        return true;
    case STAFF_RESTART_MACHINE:
        log_info("staff: restart of the machine");
        errands_ask("restart-machine");
        break;
    case STAFF_SWITCH_OFF:
        log_info("staff: off");
        errands_ask("off");
        break;
    case STAFF_SET_BRIGHTNESS:
        set_brightness(duty, wish.number);
        break;
    case STAFF_LOOK_FOR_STICK:
        stick_begin(&duty->stick, duty->setup.folder, now_ms);
        staff_tell_stick(&duty->staff, &duty->stick.news, now_ms);
        break;
    case STAFF_TAKE:
        stick_take(&duty->stick, wish.number);
        staff_tell_stick(&duty->staff, &duty->stick.news, now_ms);
        break;
    case STAFF_SET_HOURS:
        set_hours(duty, (enum today_word)wish.number);
        break;
    }
    return false;
}

/* ---- time ---- */

static void come(struct duty *duty, int64_t now_ms)
{
    struct staff_setup setup;

    duty->came = true;
    if (!duty->gate)
        duty->gate = gate_create(duty->wake);
    duty->dims = brightness_can(window_handle(duty->setup.window));
    look_for_refusal(duty);
    setup = staff_setup_of(duty);
    staff_set(&duty->staff, &setup);
    staff_lock(&duty->staff, gate_wait_ms(duty->gate), now_ms);
    log_info("staff: the PIN is asked for");
}

/* Elsewhere than at the stick nobody waits for it. */
static void tick_stick(struct duty *duty, int64_t now_ms)
{
    bool news = stick_tick(&duty->stick, now_ms);

    if (news && duty->stick.news.state >= STICK_ACCEPTED)
        look_for_refusal(duty);
    if (news && duty->came) {
        struct staff_setup *setup = &duty->staff.setup;

        setup->findings = duty->refused ? duty->refused : duty->findings.bytes;
        setup->refused = duty->refused != NULL;
        staff_tell_stick(&duty->staff, &duty->stick.news, now_ms);
    }
    if (duty->stick.on && duty->staff.screen != STAFF_STICK)
        stick_end(&duty->stick);
}

enum duty_turn duty_tick(struct duty *duty, const struct settings *settings, int64_t now_ms)
{
    bool came = duty->came;

    if (!duty->setup.exhibit)
        return DUTY_NOTHING;
    if (!came)
        duty->settings = *settings;
    staff_tick(&duty->staff, now_ms);
    hear_answer(duty, now_ms);
    for (struct staff_wish wish; (wish = staff_take_wish(&duty->staff)).kind != STAFF_NOTHING;)
        if (fulfil(duty, wish, now_ms))
            return DUTY_END;
    tick_stick(duty, now_ms);
    if (!came && staff_is_there(&duty->staff))
        come(duty, now_ms);
    if (came && !staff_is_there(&duty->staff))
        leave(duty);
    return came == duty->came ? DUTY_NOTHING : came ? DUTY_LEFT : DUTY_CAME;
}

int64_t duty_deadline(const struct duty *duty, int64_t now_ms)
{
    int64_t due = duty->setup.exhibit ? staff_deadline(&duty->staff, now_ms) : CLOCK_NEVER, stick = stick_deadline(&duty->stick);

    return stick < due ? stick : due;
}

const struct frame *duty_frame(struct duty *duty, int64_t now_ms)
{
    return duty->came ? staff_frame(&duty->staff, now_ms) : NULL;
}

void duty_shown(struct duty *duty)
{
    if (!duty->came || duty->staff.screen != STAFF_TOUCH || duty->staff.test.moved_ms == 0)
        return;
    server_settle(window_handle(duty->setup.window));
    touch_test_shown(&duty->staff.test, clock_now_ms());
}
