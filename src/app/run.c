/* run: the exhibit on the screen, until a signal ends it. Sleeps whenever nothing moves. */
#include "app/app.h"

#include "app/events.h"
#include "base/log.h"
#include "load/builtin.h"
#include "load/load.h"
#include "platform/painter.h"
#include "platform/signals.h"
#include "platform/window.h"

#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

enum {
    FRAME_MS = 16,
    FIRST_PICTURES_MS = 250,  /* the first picture waits this long to be whole */
    HOLDING_RETRY_MS = 10000, /* with nothing usable to show: how often the files are read again */
    PICTURES_BYTES = 16 * 1024 * 1024,
    WORKERS = 1, /* a second decoder process costs 4 MB and shows the first picture later; one is never long busy (decoder.h) */
};

struct run {
    const struct options *options;
    const struct exhibit *exhibit;
    struct signals *signals;
    const struct files *files;
    struct window *window;
    struct faces *faces;
    struct images *images;
    struct painter *painter;
    struct stage *stage;
    struct events events;
    uint64_t shown;    /* hash of the frame on the screen */
    bool whole, ahead; /* all its pictures were there; its neighbours were asked for */
    bool lost;
    bool holds, renewed; /* nothing usable to show; now there is */
    int64_t retry_ms;    /* when the files are read again */
};

/* From another thread: SDL_PushEvent is safe there, and ends the main thread's sleep. */
static void wake(void *context)
{
    SDL_Event event = {.type = SDL_USEREVENT};

    (void)context;
    SDL_PushEvent(&event);
}

static void flush_log(struct run *run)
{
    for (const char *line; (line = stage_log(run->stage));)
        log_info("%s", line);
}

static void paint(struct run *run, int64_t now_ms)
{
    const struct frame *frame = stage_frame(run->stage, now_ms);
    uint64_t hash = frame_hash(frame);

    if (hash == run->shown && run->whole)
        return;
    run->ahead = run->ahead && hash == run->shown;
    run->shown = hash;
    run->whole = painter_paint(run->painter, frame, window_canvas(run->window));
    run->lost = run->lost || !window_present(run->window);
}

/* At rest, what may come next is decoded ahead. */
static void look_ahead(struct run *run)
{
    const struct frame *frame;

    if (run->ahead || !run->whole)
        return;
    for (int i = 0; (frame = stage_ahead(run->stage, i)); i++)
        painter_prefetch(run->painter, frame);
    run->ahead = true;
}

static void refresh(struct run *run)
{
    if (window_refresh(run->window)) {
        struct size size = window_size(run->window);

        stage_resize(run->stage, size, clock_now_ms());
        pointer_init(&run->events.pointer, size, run->exhibit->screen.rotation);
    }
    run->whole = false; /* what was shown may be gone */
}

/* Waits for the next thing to happen, and takes all that did. False: quit. *woken: something did. A negative time never comes. */
static bool wait_and_handle(struct run *run, int timeout_ms, bool *woken)
{
    struct events_result result = {0};
    SDL_Event event;

    *woken = SDL_WaitEventTimeout(&event, timeout_ms);
    if (*woken) {
        do
            events_handle(&run->events, &event, clock_now_ms(), &result);
        while (!result.quit && SDL_PollEvent(&event));
    }
    images_collect(run->images);
    if (result.refresh)
        refresh(run);
    run->lost = run->lost || result.lost;
    return !result.quit && !signals_ask_to_end(run->signals);
}

/* How long to sleep: to the deadline (for ever: -1), or to the time when what changed may be painted. While something moves, a frame is due
 * one frame after the last. */
static int timeout_ms(int64_t deadline, int64_t painted_ms, bool changed)
{
    int64_t now = clock_now_ms();

    if (changed)
        deadline = painted_ms + FRAME_MS / 2;
    else if (deadline <= now)
        deadline = painted_ms + FRAME_MS;
    if (deadline == CLOCK_NEVER)
        return -1;
    return (int)(deadline - now > INT_MAX ? INT_MAX : deadline < now ? 0 : deadline - now);
}

/* While the screen is held, the files are read again from time to time. */
static bool is_mended(struct run *run, int64_t now_ms)
{
    if (!run->holds || now_ms < run->retry_ms)
        return false;
    struct findings *findings = findings_create();
    struct loaded *loaded = load_exhibit(run->files, findings);

    run->renewed = loaded_exhibit(loaded)->panel_count > 0;
    run->retry_ms = now_ms + HOLDING_RETRY_MS;
    loaded_destroy(loaded);
    findings_destroy(findings);
    return run->renewed;
}

static int64_t next_deadline(const struct run *run, int64_t now_ms)
{
    int64_t deadline = stage_deadline(run->stage, now_ms), of_window = window_deadline(run->window);

    if (of_window < deadline)
        deadline = of_window;
    if (run->holds && run->retry_ms < deadline)
        deadline = run->retry_ms;
    return deadline;
}

static void loop(struct run *run)
{
    int64_t painted_ms = 0;
    bool changed = false;

    while (!run->lost) {
        int64_t deadline = next_deadline(run, painted_ms); /* as of what is seen: the last step of a movement is due too */
        bool woken;

        if (!wait_and_handle(run, timeout_ms(deadline, painted_ms, changed), &woken))
            return;

        int64_t now = clock_now_ms();

        if (is_mended(run, now))
            return;
        window_keep(run->window, now);
        if (woken || now >= deadline) {
            stage_tick(run->stage, now);
            flush_log(run);
            changed = true;
        }
        if (!changed || now - painted_ms < FRAME_MS / 2) /* a storm of events does not paint more than the screen shows */
            continue;
        changed = false;
        painted_ms = now;
        paint(run, now);
        if (stage_deadline(run->stage, now) > now)
            look_ahead(run);
    }
    log_error("the display is lost");
}

static bool open_stage(struct run *run, struct size size)
{
    struct stage_setup setup = {
        .exhibit = run->exhibit,
        .measure = faces_measure(run->faces),
        .screen = size,
        .start = run->options->start,
        .now_ms = clock_now_ms(),
    };

    run->stage = stage_create(&setup);
    if (!run->stage)
        log_error("--start: there is no scene '%s'; try attract, home, timeline or panel/NAME", run->options->start);
    return run->stage != NULL;
}

/* The pictures of the first frame are decoded while the window opens, which takes longer. */
static enum exit_code show(struct run *run)
{
    struct size size = window_screen_size(run->exhibit->screen.rotation);

    if (!open_stage(run, size))
        return EXIT_USAGE;
    painter_prefetch(run->painter, stage_frame(run->stage, clock_now_ms()));

    struct window_setup setup = {
        .title = text_in(run->exhibit->title, 0),
        .rotation = run->exhibit->screen.rotation,
        .ground = run->exhibit->theme.normal.paper,
    };

    run->window = window_open(&setup);
    if (!run->window)
        return EXIT_MACHINE;
    struct size opened = window_size(run->window);

    if (opened.w != size.w || opened.h != size.h)
        stage_resize(run->stage, opened, clock_now_ms());
    run->events = (struct events){.stage = run->stage, .window = run->window, .allow_quit = run->options->allow_quit};
    pointer_init(&run->events.pointer, opened, run->exhibit->screen.rotation);
    keyboard_init(&run->events.keyboard);
    images_wait(run->images, FIRST_PICTURES_MS);
    flush_log(run);
    paint(run, clock_now_ms());
    run->retry_ms = clock_now_ms() + HOLDING_RETRY_MS;
    loop(run);
    return run->lost ? EXIT_MACHINE : EXIT_FINE;
}

static enum exit_code run_exhibit(struct run *run)
{
    const struct files files = builtin_below(run->files);
    struct images_setup images = {.decoder = {.files = &files, .workers = WORKERS, .wake = wake}, .budget_bytes = PICTURES_BYTES};
    enum exit_code code = EXIT_MACHINE;

    signals_wake(run->signals, wake, NULL);
    run->faces = faces_create(&files, run->exhibit->theme.faces);
    if (run->faces) {
        run->images = images_create(&images);
        run->painter = painter_create(run->faces, run->images);
        code = show(run);
    }
    stage_destroy(run->stage);
    painter_destroy(run->painter);
    if (!images_destroy(run->images)) /* before the window: a worker wakes us through it */
        _Exit(code);                  /* a disk does not answer: it is not waited for */
    signals_wake(run->signals, NULL, NULL);
    window_close(run->window);
    faces_destroy(run->faces);
    return code;
}

/* Loads the exhibit and shows it, or the picture that holds the screen. False: ended for good. */
static bool load_and_run(struct run *run, const struct files *files, enum exit_code *code)
{
    struct findings *findings = findings_create();
    struct loaded *loaded = load_exhibit(files, findings);
    bool held = run->holds;

    *run = (struct run){.options = run->options, .exhibit = loaded_exhibit(loaded), .files = files, .signals = run->signals};
    run->holds = run->exhibit->panel_count == 0;
    if (!held || !run->holds)
        findings_log(findings);
    findings_destroy(findings);
    if (run->holds && !held)
        log_error("nothing to show: holding");
    *code = window_start() ? run_exhibit(run) : EXIT_MACHINE;
    loaded_destroy(loaded);
    return run->renewed;
}

enum exit_code app_run(const struct options *options)
{
    struct files *files = files_open(options->exhibit);
    enum exit_code code = EXIT_MACHINE;

    if (!files)
        return EXIT_USAGE;
    struct run run = {.options = options, .signals = signals_create()};

    while (load_and_run(&run, files, &code))
        ;
    files_close(files);
    signals_destroy(run.signals);
    return code;
}
