/* The player's turns, printed and drawn. */
#include "commands/replay.h"

#include "base/files.h"
#include "base/log.h"
#include "base/printable.h"
#include "commands/lettering.h"
#include "paint/offscreen.h"
#include "commands/opening.h"
#include "tape/fingerprint.h"
#include "tape/player.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { PATH_BYTES = 4096, STAYS_MS = 1500 }; /* longer than between two numbers of the countdown */

struct replay {
    const struct options *options;
    const struct exhibit *exhibit;
    struct offscreen *offscreen;
    struct tape tape;
    struct player player;
    struct stage *stage;
    int missed, pictures;
    uint64_t drawn; /* hash of the frame that was drawn last */
    bool failed;
};

static bool read_tape(const char *path, struct buffer *text)
{
    bool fine = files_read_path(path, TAPE_BYTES_MAX + 1, text);

    if (!fine)
        log_error("%s: cannot be read: %s", path, strerror(errno));
    else if (text->length > TAPE_BYTES_MAX)
        log_error("%s: too long for a tape", path);
    return fine && text->length <= TAPE_BYTES_MAX;
}

/* What was recorded with something else is played all the same. */
static void compare(const struct tape_head *head, const struct files *files, const char *path)
{
    if (head->program[0] && strcmp(head->program, VITRINA_VERSION) != 0)
        log_warning("%s: recorded with vitrina %s, and this is %s: what it shows may differ", path, head->program, VITRINA_VERSION);
    if (head->exhibit && head->exhibit != fingerprint_of(files))
        log_warning("%s: recorded on another exhibit, or before this one was changed: what it shows may differ", path);
}

static void print_time(int64_t ms)
{
    printf("%3d:%02d.%03d ", (int)(ms / 60000), (int)(ms / 1000 % 60), (int)(ms % 1000));
}

static void print_turn(struct replay *replay)
{
    int64_t now = replay->player.now_ms;

    for (const char *line; (line = stage_log(replay->stage));) {
        print_time(now);
        printf("%s\n", line);
    }
    if (replay->player.missed_count == replay->missed)
        return;
    replay->missed = replay->player.missed_count;
    print_time(now);
    printf("nothing to touch: %s %d\n", replay->player.missed.name, replay->player.missed.nth);
}

/* "0012-panel-coup.es.large.png". */
static void name_picture(struct replay *replay, char *path, size_t room)
{
    const struct settings *settings = stage_settings(replay->stage);
    int text = settings->level[SETTING_TEXT];
    char name[SCENE_NAME_BYTES];

    stage_scene(replay->stage, name);
    for (char *at = name; *at; at++)
        if (strchr("/\\:*?\"<>|", *at))
            *at = '-';
    snprintf(path, room, "%s/%04d-%s.%s%s%s%s.png", replay->options->output, ++replay->pictures, name,
             replay->exhibit->languages[settings->language], text > TEXT_USUAL ? "." : "", text > TEXT_USUAL ? setting_text_name(text) : "",
             settings->level[SETTING_CONTRAST] > 0 ? ".contrast" : "");
}

/* If the screen stays as it is for a while. */
static void draw_turn(struct replay *replay)
{
    int64_t now = replay->player.now_ms, due = player_due(&replay->player);
    const struct frame *frame;
    char path[PATH_BYTES], shown[PATH_BYTES];

    if (!replay->options->output || replay->failed || due - now < STAYS_MS)
        return;
    frame = stage_frame(replay->stage, now);
    if (frame_hash(frame) == replay->drawn)
        return;
    replay->drawn = frame_hash(frame);
    if (frame->size.w != replay->tape.head.screen.w || frame->size.h != replay->tape.head.screen.h)
        return; /* the screen has another size now than when it began */
    name_picture(replay, path, sizeof(path));
    replay->failed = !offscreen_save(replay->offscreen, frame, path);
    printable_copy(shown, sizeof(shown), path);
    print_time(now);
    printf("%s\n", shown);
}

static enum exit_code play(struct replay *replay)
{
    struct stage_setup setup = {
        .exhibit = replay->exhibit,
        .measure = offscreen_measure(replay->offscreen),
        .screen = replay->tape.head.screen,
        .start = replay->tape.head.start[0] ? replay->tape.head.start : NULL,
    };

    replay->stage = stage_create(&setup);
    if (!replay->stage) {
        log_error("%s: it begins with a scene that this exhibit has not: %s", replay->options->replay, setup.start);
        return EXIT_USAGE;
    }
    player_init(&replay->player, &replay->tape, replay->stage, replay->exhibit);
    do {
        print_turn(replay);
        draw_turn(replay);
    } while (player_turn(&replay->player));
    stage_destroy(replay->stage);
    return replay->failed ? EXIT_MACHINE : replay->missed > 0 ? EXIT_FINDINGS : EXIT_FINE;
}

static enum exit_code play_exhibit(struct replay *replay, const struct files *files)
{
    struct lettering lettering;
    enum exit_code code = EXIT_MACHINE;

    if (replay->options->output && mkdir(replay->options->output, 0777) != 0 && errno != EEXIST) {
        log_error("%s: cannot be made: %s", replay->options->output, strerror(errno));
        return EXIT_MACHINE;
    }
    lettering_init(&lettering, replay->exhibit);
    replay->offscreen = offscreen_create(files, &lettering.setup, replay->tape.head.screen);
    if (replay->offscreen)
        code = play(replay);
    if (!offscreen_destroy(replay->offscreen)) { /* a disk does not answer: it is not waited for */
        fflush(NULL);
        _Exit(code);
    }
    return code;
}

static enum exit_code play_opened(struct replay *replay)
{
    struct opening opening;

    if (!opening_begin(&opening, replay->options->exhibit))
        return EXIT_USAGE;
    findings_print(opening.findings, stderr);
    compare(&replay->tape.head, opening.files, replay->options->replay);
    replay->exhibit = opening.exhibit;

    enum exit_code code = play_exhibit(replay, &opening.complete);

    opening_end(&opening);
    return code;
}

static bool open_tape(struct replay *replay, const struct buffer *text)
{
    const char *path = replay->options->replay;
    struct tape_fault fault;

    if (!tape_open(&replay->tape, (struct bytes){text->bytes ? text->bytes : "", text->length}, &fault)) {
        log_error("%s:%d: %s", path, fault.line, fault.why);
        return false;
    }
    if (size_can_be_drawn(replay->tape.head.screen))
        return true;
    log_error("%s: a screen of %dx%d is too large to be drawn", path, replay->tape.head.screen.w, replay->tape.head.screen.h);
    return false;
}

enum exit_code replay_tape(const struct options *options)
{
    struct replay replay = {.options = options};
    struct buffer text = {0};
    enum exit_code code = EXIT_USAGE;

    if (read_tape(options->replay, &text) && open_tape(&replay, &text))
        code = play_opened(&replay);
    buffer_finish(&text);
    return code;
}
