/* run: the exhibit on the screen, until a signal ends it. Sleeps whenever nothing moves. */
#include "app/app.h"

#include "commands/copying.h"
#include "app/events.h"
#include "night/night.h"
#include "wings/mark.h"
#include "commands/lettering.h"
#include "commands/replay.h"
#include "app/pace.h"
#include "app/preparing.h"
#include "app/recording.h"
#include "app/touches.h"
#include "base/log.h"
#include "counting/counting.h"
#include "display/server.h"
#include "duty/duty.h"
#include "load/builtin.h"
#include "load/load.h"
#include "paint/painter.h"
#include "paint/parts.h"
#include "platform/signals.h"
#include "platform/window.h"
#include "pulse/pulse.h"
#include "shelter/shelter.h"
#include "talking/talking.h"
#include "warden/warden.h"

#include <stdlib.h>

enum {
    FIRST_PICTURES_MS = 250,  /* the first picture waits this long to be whole */
    HOLDING_RETRY_MS = 10000, /* with nothing usable to show: how often the files are read again */
    PICTURES_BYTES = 16 * 1024 * 1024,
    WORKERS = 1,        /* a second decoder process costs 4 MB and shows the first picture later; one that helps comes when pictures wait */
    COPY_WORTH_MS = 40, /* what is drawn faster need not be kept */
    COPY_QUIET_MS = 2000,
};

struct kiosk {
    const struct options *options;
    const struct exhibit *exhibit;
    struct signals *signals;
    struct warden *warden;
    struct shelter *shelter;
    struct duty *duty;
    struct window *window; /* stays while one exhibit takes another's place */
    int rotation;          /* with which it was opened */
    struct copies *copies; /* NULL: there is no place for them */
    struct faces *faces;
    struct images *images;
    struct painter *painter;
    struct stage *stage;
    struct touches touches;
    struct preparing *preparing;
    struct recording *recording;
    struct talking talking;
    struct counting *counting;
    struct pulse *pulse;
    struct devices devices;
    struct events events;
    struct staff_mark mark;
    struct night night;
    uint64_t shown;    /* hash of the frame on the screen */
    bool whole, ahead; /* all its pictures were there; its neighbours were asked for */
    bool lost;
    bool left;           /* a picture on the screen, for when the program is gone */
    bool touched;        /* somebody did, since the exhibit was loaded */
    bool holds, renewed; /* nothing usable to show; another exhibit is to be */
    int64_t retry_ms;    /* when the files are read again */
};

static void flush_log(struct kiosk *kiosk)
{
    for (const char *line; (line = stage_log(kiosk->stage));) {
        warden_say(kiosk->warden, line);
        counting_look(kiosk->counting, clock_now_ms());
    }
}

static void note(struct kiosk *kiosk, enum tape_kind kind, int64_t now_ms)
{
    recording_add(kiosk->recording, &(struct tape_event){.kind = kind, .ms = now_ms});
}

/* A change was refused: the mark says so in attract. */
static const struct frame *visit_frame(struct kiosk *kiosk, int64_t now_ms)
{
    note(kiosk, TAPE_PAINT, now_ms);
    if (kiosk->night.dark)
        return night_frame(&kiosk->night, window_size(kiosk->window));
    const struct frame *frame = stage_frame(kiosk->stage, now_ms);

    return adopting_refused(kiosk->shelter->adopting) && stage_is_attract(kiosk->stage) ? mark_on(&kiosk->mark, kiosk->exhibit, frame)
                                                                                        : frame;
}

static void paint(struct kiosk *kiosk, int64_t now_ms)
{
    const struct frame *staff = duty_frame(kiosk->duty, now_ms), *frame = staff ? staff : visit_frame(kiosk, now_ms);
    uint64_t hash = frame_hash(frame);

    talking_say(&kiosk->talking, kiosk->stage, kiosk->night.dark || staff, now_ms); /* before it is painted, which takes longer */
    if (hash == kiosk->shown && kiosk->whole)
        return;
    kiosk->ahead = kiosk->ahead && hash == kiosk->shown;
    kiosk->shown = hash;
    kiosk->whole = painter_paint(kiosk->painter, frame, window_canvas(kiosk->window));
    int patch_count;
    const struct patch *patches = painter_patches(kiosk->painter, &patch_count);

    kiosk->lost = !window_show(kiosk->window, patches, patch_count) || kiosk->lost;
    duty_shown(kiosk->duty);
}

/* At rest, what may come next is decoded ahead, and the first of it painted. */
static void look_ahead(struct kiosk *kiosk)
{
    const struct frame *frame;

    if (kiosk->ahead || !kiosk->whole)
        return;
    for (int i = 0; (frame = stage_ahead(kiosk->stage, i)); i++)
        if (painter_prefetch(kiosk->painter, frame) && i == 0)
            painter_paint_ahead(kiosk->painter, frame);
    kiosk->ahead = true;
}

static void resize(struct kiosk *kiosk, struct size size)
{
    const struct tape_event event = {.kind = TAPE_SIZE, .ms = clock_now_ms(), .size = size};

    duty_takes(kiosk->duty, &event);
    recording_add(kiosk->recording, &event);
    devices_take(&kiosk->devices, &event);
}

static void refresh(struct kiosk *kiosk)
{
    if (window_refresh(kiosk->window)) {
        resize(kiosk, window_size(kiosk->window));
        preparing_resize(kiosk->preparing, window_size(kiosk->window), clock_now_ms());
    }
    painter_forget_canvas(kiosk->painter);
    kiosk->whole = false; /* what was shown may be gone */
}

static void rest(const struct kiosk *kiosk, bool rests)
{
    if (kiosk->copies)
        copies_rest(kiosk->copies, rests);
}

/* Waits for the next thing to happen, and takes all that did. False: quit. *woken: something did. A negative time never comes. */
static bool wait_and_handle(struct kiosk *kiosk, int timeout_ms, bool *woken)
{
    struct events_result result = {0};
    SDL_Event event;

    *woken = SDL_WaitEventTimeout(&event, timeout_ms);
    if (touches_turn(&kiosk->touches, kiosk->stage)) /* before a touch of the new day counts */
        recording_add_tally(kiosk->recording, kiosk->exhibit, stage_tally(kiosk->stage), clock_now_ms());
    if (*woken) {
        rest(kiosk, false);
        do
            events_handle(&kiosk->events, &event, clock_now_ms(), &result);
        while (!result.quit && SDL_PollEvent(&event));
    }
    kiosk->touched = kiosk->touched || (result.pressed && !kiosk->events.deaf);
    if (result.touched) {
        night_touched(&kiosk->night, clock_now_ms());
        preparing_pause(kiosk->preparing, clock_now_ms());
        if (!duty_is_on(kiosk->duty)) /* staff are no visitors */
            counting_do(kiosk->counting, clock_now_ms());
    }
    if (images_collect(kiosk->images))
        kiosk->ahead = false;
    if (result.refresh)
        refresh(kiosk);
    kiosk->lost = kiosk->lost || result.lost;
    return !result.quit && !signals_ask_to_end(kiosk->signals);
}

/* While the screen is held, the files are read again from time to time. */
static bool is_mended(struct kiosk *kiosk, int64_t now_ms)
{
    if (!kiosk->holds || now_ms < kiosk->retry_ms)
        return false;
    struct findings *findings = findings_create();
    struct loaded *loaded = load_exhibit(kiosk->shelter->files, findings);

    kiosk->renewed = loaded_exhibit(loaded)->panel_count > 0;
    kiosk->retry_ms = now_ms + HOLDING_RETRY_MS;
    loaded_destroy(loaded);
    findings_destroy(findings);
    return kiosk->renewed;
}

/* Another copy was accepted, and is shown once nobody is there and nothing moves. */
static bool is_another(struct kiosk *kiosk, int64_t now_ms)
{
    if (!adopting_tick(kiosk->shelter->adopting, now_ms))
        return false;
    kiosk->renewed = (!kiosk->touched || stage_is_attract(kiosk->stage)) && stage_rests(kiosk->stage, now_ms) && !duty_is_on(kiosk->duty);
    return kiosk->renewed;
}

static int64_t next_deadline(const struct kiosk *kiosk, int64_t now_ms)
{
    const int64_t others[] = {
        window_deadline(kiosk->window), preparing_deadline(kiosk->preparing),   adopting_deadline(kiosk->shelter->adopting),
        warden_deadline(kiosk->warden), falls_deadline(&kiosk->shelter->falls), night_deadline(&kiosk->night, now_ms),
        pulse_deadline(kiosk->pulse),   duty_deadline(kiosk->duty, now_ms),     talking_deadline(&kiosk->talking)};
    int64_t deadline = kiosk->night.dark || duty_is_on(kiosk->duty) ? CLOCK_NEVER : stage_deadline(kiosk->stage, now_ms);

    for (size_t i = 0; i < COUNTOF(others); i++)
        if (others[i] < deadline)
            deadline = others[i];
    if (kiosk->holds && kiosk->retry_ms < deadline)
        deadline = kiosk->retry_ms;
    return deadline;
}

/* The manager hears of us as long as a frame could be shown: the server has answered. */
static void keep_warden(struct kiosk *kiosk, int64_t now_ms)
{
    if (now_ms < warden_deadline(kiosk->warden))
        return;
    warden_ask(kiosk->warden);
    server_settle(window_handle(kiosk->window));
    warden_answered(kiosk->warden);
    warden_tell(kiosk->warden, now_ms);
}

/* Attract or the first scene, not what a visitor has come to: who touches at once has it wait for attract. */
static void leave_picture(struct kiosk *kiosk)
{
    if (kiosk->left || !kiosk->whole || (kiosk->touched && !stage_is_attract(kiosk->stage)))
        return;
    if (warden_is_kept(kiosk->warden) && window_is_alone(kiosk->window))
        server_leave_picture(window_handle(kiosk->window));
    kiosk->left = true;
}

/* While it is dark the stage stands still, whatever it was about to do. */
static bool nobody_is_there(const struct kiosk *kiosk, int64_t now_ms)
{
    return (!kiosk->touched || stage_is_attract(kiosk->stage)) && (kiosk->night.dark || stage_rests(kiosk->stage, now_ms));
}

/* Whether another picture is to be shown. */
static bool turn_night(struct kiosk *kiosk, int64_t now_ms)
{
    char line[64];
    kiosk->night.staff = duty_is_on(kiosk->duty);
    bool changed = night_falls(&kiosk->night, nobody_is_there(kiosk, now_ms), line);

    if (line[0])
        warden_say(kiosk->warden, line);
    kiosk->left = kiosk->left && !changed;
    kiosk->events.deaf = night_is_deaf(&kiosk->night);
    return changed;
}

/* What can wait until nothing moves. */
static void use_rest(struct kiosk *kiosk, int64_t now_ms)
{
    const struct pulse_counts counts = {counting_visits(kiosk->counting), counting_touches(kiosk->counting),
                                        adopting_refused(kiosk->shelter->adopting)};
    bool rests = !duty_is_on(kiosk->duty) && (kiosk->night.dark || stage_rests(kiosk->stage, now_ms));

    if (rests) {
        leave_picture(kiosk);
        if (!kiosk->night.dark)
            look_ahead(kiosk);
        recording_rest(kiosk->recording);
        touches_keep(&kiosk->touches, kiosk->stage);
        talking_rest(&kiosk->talking);
    }
    pulse_tick(kiosk->pulse, &counts, rests, now_ms);
    rest(kiosk, rests && kiosk->whole);
}

/* False: staff have asked for the program's end. */
static bool turn_to_duty(struct kiosk *kiosk, int64_t now_ms)
{
    const struct tape_event gone = {.kind = TAPE_DISPLAY, .ms = now_ms};
    enum duty_turn turn = duty_tick(kiosk->duty, stage_settings(kiosk->stage), now_ms);

    if (turn == DUTY_CAME) {
        recording_add(kiosk->recording, &gone);
        devices_take(&kiosk->devices, &gone);
    }
    if (turn == DUTY_LEFT)
        kiosk->touched = false; /* it was no visitor: another exhibit may come at once */
    return turn != DUTY_END;
}

/* While staff are there, a visit stands still. */
static void tick_visit(struct kiosk *kiosk, int64_t now_ms)
{
    if (duty_is_on(kiosk->duty))
        return;
    note(kiosk, TAPE_TICK, now_ms);
    stage_tick(kiosk->stage, now_ms);
    flush_log(kiosk);
}

static void loop(struct kiosk *kiosk)
{
    int64_t painted_ms = 0;
    bool changed = false;

    while (!kiosk->lost) {
        int64_t deadline = next_deadline(kiosk, painted_ms); /* as of what is seen: the last step of a movement is due too */
        bool woken;

        if (!wait_and_handle(kiosk, pace_timeout_ms(deadline, painted_ms, changed), &woken))
            return;

        int64_t now = clock_now_ms();
        if (is_mended(kiosk, now) || is_another(kiosk, now) || !turn_to_duty(kiosk, now))
            return;
        window_keep(kiosk->window, now);
        keep_warden(kiosk, now);
        shelter_tick(kiosk->shelter, now);
        preparing_tick(kiosk->preparing, now);
        if (talking_hear(&kiosk->talking, kiosk->stage, now) || woken || now >= deadline) {
            tick_visit(kiosk, now);
            changed = true;
        }
        changed = turn_night(kiosk, now) || changed;
        night_keep(&kiosk->night, kiosk->window, nobody_is_there(kiosk, now), now);
        if (!changed || now - painted_ms < PACE_FRAME_MS / 2) /* a storm of events does not paint more than the screen shows */
            continue;
        changed = false;
        pulse_frame(kiosk->pulse, deadline <= painted_ms ? now - painted_ms : 0);
        painted_ms = now;
        paint(kiosk, now);
        if (kiosk->whole && !kiosk->night.dark && !duty_is_on(kiosk->duty)) {
            note(kiosk, TAPE_WHOLE, now);
            stage_painted(kiosk->stage, now);
        }
        use_rest(kiosk, now);
    }
    log_error("the display is lost");
}

static void begin_recording(struct kiosk *kiosk, const struct stage_setup *setup)
{
    if (!kiosk->recording)
        return;
    recording_begin(kiosk->recording, kiosk->shelter->files, setup);
    recording_add_tally(kiosk->recording, kiosk->exhibit, stage_tally(kiosk->stage), clock_now_ms());
}

static bool open_stage(struct kiosk *kiosk, struct size size)
{
    struct stage_setup setup = {
        .exhibit = kiosk->exhibit,
        .measure = faces_measure(kiosk->faces),
        .screen = size,
        .start = kiosk->options->start,
        .now_ms = clock_now_ms(),
    };

    kiosk->stage = stage_create(&setup);
    if (!kiosk->stage && kiosk->window) { /* an exhibit that has come since need not have it */
        setup.start = NULL;
        kiosk->stage = stage_create(&setup);
    }
    if (!kiosk->stage) {
        log_error("--start: there is no scene '%s'; try attract, home, timeline or panel/NAME", kiosk->options->start);
        return false;
    }
    devices_init(&kiosk->devices,
                 &(struct devices_setup){
                     .stage = kiosk->stage, .exhibit = kiosk->exhibit, .screen = size, .rotation = kiosk->exhibit->screen.rotation});
    counting_begin(kiosk->counting, kiosk->exhibit, kiosk->stage, &kiosk->devices);
    touches_begin(&kiosk->touches, kiosk->exhibit, kiosk->stage);
    begin_recording(kiosk, &setup);
    return true;
}

static bool open_window(struct kiosk *kiosk)
{
    const struct exhibit *exhibit = kiosk->exhibit;
    struct window_setup setup = {
        .title = text_in(exhibit->title, 0),
        .rotation = exhibit->screen.rotation,
        .ground = exhibit->theme.normal.paper,
        .stands = server_has_picture,
    };

    if (kiosk->window && kiosk->rotation == setup.rotation)
        return true;
    if (kiosk->window) {
        window_close(kiosk->window);
        kiosk->window = NULL;
        if (!window_start())
            return false;
    }
    kiosk->rotation = setup.rotation;
    kiosk->window = window_open(&setup);
    return kiosk->window != NULL;
}

/* The pictures of the first frame are decoded while the window opens, which takes longer. */
static enum exit_code show(struct kiosk *kiosk)
{
    int rotation = kiosk->exhibit->screen.rotation;
    struct size size = window_screen_size(rotation);

    if (!open_stage(kiosk, size))
        return EXIT_USAGE;

    int64_t now = clock_now_ms();
    note(kiosk, TAPE_PAINT, now);
    painter_prefetch(kiosk->painter, stage_frame(kiosk->stage, now));
    if (!open_window(kiosk))
        return EXIT_MACHINE;
    warden_goes_on(kiosk->warden);
    parts_use(kiosk->painter, window_direct(kiosk->window));
    struct size opened = window_size(kiosk->window);
    if (opened.w != size.w || opened.h != size.h)
        resize(kiosk, opened);
    duty_begin(kiosk->duty, &(struct duty_setup){.exhibit = kiosk->exhibit,
                                                 .measure = faces_measure(kiosk->faces),
                                                 .window = kiosk->window,
                                                 .folder = kiosk->options->exhibit,
                                                 .restarts = warden_is_kept(kiosk->warden)});
    kiosk->events = (struct events){.devices = &kiosk->devices,
                                    .recording = kiosk->recording,
                                    .duty = kiosk->duty,
                                    .window = kiosk->window,
                                    .allow_quit = kiosk->options->allow_quit};
    if (kiosk->copies)
        preparing_begin(kiosk->preparing, kiosk->exhibit, kiosk->shelter->folder, opened);
    images_wait(kiosk->images, FIRST_PICTURES_MS);
    flush_log(kiosk);
    night_begin(&kiosk->night, kiosk->exhibit, clock_now_ms());
    turn_night(kiosk, clock_now_ms());
    paint(kiosk, clock_now_ms());
    warden_is_ready(kiosk->warden, clock_now_ms());
    adopting_begin(kiosk->shelter->adopting, events_wake, clock_now_ms());
    kiosk->retry_ms = clock_now_ms() + HOLDING_RETRY_MS;
    talking_begin(&kiosk->talking, kiosk->exhibit, kiosk->shelter->files, events_wake);
    loop(kiosk);
    return kiosk->lost ? EXIT_MACHINE : EXIT_FINE;
}

static enum exit_code run_exhibit(struct kiosk *kiosk)
{
    const struct files files = builtin_below(kiosk->shelter->files);
    struct images_setup images = {.decoders = {.files = &files, .workers = WORKERS, .helper = true, .wake = events_wake},
                                  .budget_bytes = PICTURES_BYTES};
    struct lettering lettering;
    enum exit_code code = EXIT_MACHINE;

    signals_wake(kiosk->signals, events_wake, NULL);
    lettering_init(&lettering, kiosk->exhibit);
    kiosk->faces = faces_create(&files, &lettering.setup);
    if (kiosk->faces) {
        images.decoders.copies = kiosk->copies = copying_open(&(struct copying){.worth_ms = COPY_WORTH_MS, .quiet_ms = COPY_QUIET_MS});
        kiosk->images = images_create(&images);
        kiosk->painter = painter_create(kiosk->faces, kiosk->images);
        code = show(kiosk);
    }
    talking_end(&kiosk->talking);
    preparing_end(kiosk->preparing);
    duty_end(kiosk->duty);
    if (kiosk->stage)
        touches_keep(&kiosk->touches, kiosk->stage); /* of the last moment too */
    touches_finish(&kiosk->touches);
    stage_destroy(kiosk->stage);
    painter_destroy(kiosk->painter);
    if (!images_destroy(kiosk->images) || !copies_destroy(kiosk->copies)) /* before the window: a worker wakes us through it */
        _Exit(code);                                                      /* a disk does not answer: it is not waited for */
    signals_wake(kiosk->signals, NULL, NULL);
    faces_destroy(kiosk->faces);
    return code;
}

/* A server that has stopped would be waited for without end. */
static bool start_window(struct kiosk *kiosk)
{
    window_when_gone(shelter_forgive, kiosk->shelter);
    warden_ask(kiosk->warden);
    bool started = window_start();

    warden_answered(kiosk->warden);
    return started;
}

static void begin_pulse(const struct kiosk *kiosk, const struct findings *findings)
{
    const struct metrics_exhibit exhibit = {.panels = kiosk->exhibit->panel_count,
                                            .errors = findings_count(findings, FINDING_ERROR),
                                            .warnings = findings_count(findings, FINDING_WARNING)};

    pulse_begin(kiosk->pulse, kiosk->shelter->files, &exhibit);
}

/* Loads the exhibit and shows it, or the picture that holds the screen. False: ended for good. */
static bool load_and_run(struct kiosk *kiosk, enum exit_code *code)
{
    struct findings *findings = findings_create();
    struct loaded *loaded = shelter_load(kiosk->shelter, findings);
    bool held = kiosk->holds;

    warden_goes_on(kiosk->warden);
    *kiosk = (struct kiosk){
        .options = kiosk->options,
        .exhibit = loaded_exhibit(loaded),
        .shelter = kiosk->shelter,
        .signals = kiosk->signals,
        .warden = kiosk->warden,
        .duty = kiosk->duty,
        .window = kiosk->window,
        .rotation = kiosk->rotation,
        .preparing = kiosk->preparing,
        .recording = kiosk->recording,
        .counting = kiosk->counting,
        .pulse = kiosk->pulse,
    };
    kiosk->holds = kiosk->exhibit->panel_count == 0;
    if (!held || !kiosk->holds)
        warden_say_findings(kiosk->warden, findings);
    begin_pulse(kiosk, findings);
    duty_note_findings(kiosk->duty, findings);
    findings_destroy(findings);
    if (kiosk->holds && !held)
        log_error("nothing to show: holding");
    *code = kiosk->window || start_window(kiosk) ? run_exhibit(kiosk) : EXIT_MACHINE;
    loaded_destroy(loaded);
    return kiosk->renewed;
}

static enum exit_code draw_proofs(const struct options *options)
{
    struct options proof = *options;

    log_info("There is no display here: drawing the proofs to %s instead.", options->else_proof);
    proof.output = options->else_proof;
    return command_proof.run(&proof);
}

static enum exit_code run(const struct options *options)
{
    if (options->replay)
        return replay_tape(options);
    if (options->else_proof && !window_has_display())
        return draw_proofs(options);
    if (options->allow_quit)
        log_info("Full screen; Ctrl+Q ends it (for developers: an installed kiosk has no way out).");

    struct warden warden;
    struct shelter shelter;
    struct kiosk kiosk = {.options = options,
                          .warden = &warden,
                          .shelter = &shelter,
                          .preparing = preparing_create(),
                          .counting = counting_create(scene_attract.name),
                          .pulse = pulse_create(clock_now_ms()),
                          .duty = duty_create(events_wake, &kiosk.night)};
    enum exit_code code = EXIT_USAGE;

    warden_begin(&warden);
    shelter_begin(&shelter, options->exhibit, warden_is_kept(&warden));
    if (options->record)
        kiosk.recording = recording_create(options->record);
    if ((!options->record || kiosk.recording) && shelter_open(&shelter, clock_now_ms())) {
        kiosk.signals = signals_create();
        while (load_and_run(&kiosk, &code) && shelter_open(&shelter, clock_now_ms()))
            continue;
    }
    warden_end(&warden);
    shelter_end(&shelter, code == EXIT_FINE); /* before the window, as it wakes us through it */
    duty_destroy(kiosk.duty);                 /* the same */
    window_close(kiosk.window);
    preparing_destroy(kiosk.preparing);
    recording_destroy(kiosk.recording);
    counting_destroy(kiosk.counting, clock_now_ms());
    pulse_destroy(kiosk.pulse);
    signals_destroy(kiosk.signals);
    return code;
}

const struct command command_run = {
    .name = "run",
    .help = "shows the exhibit full screen (the default)",
    .options = (const char *const[]){"start", "allow-quit", "else-proof", "record", "replay", "output", NULL},
    .rules = (const struct option_rule[]){{"output", OPTION_NEEDS, "replay"},
                                          {"start", OPTION_EXCLUDES, "replay"},
                                          {"record", OPTION_EXCLUDES, "replay"},
                                          {"else-proof", OPTION_EXCLUDES, "replay"},
                                          {"allow-quit", OPTION_EXCLUDES, "replay"},
                                          {0}},
    .run = run,
};
