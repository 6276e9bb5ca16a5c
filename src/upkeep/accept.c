/* accept: a folder becomes what the kiosk shows, if it is sound: copied, looked at, and only then current. The kiosk gives this command
 * itself when its exhibit was changed; technicians give it for a USB stick. */
#include "commands/command.h"

#include "archive/archive.h"
#include "archive/tree.h"
#include "archive/verdict.h"
#include "base/log.h"
#include "commands/check_pictures.h"
#include "commands/opening.h"
#include "commands/prepare.h"
#include "together/together.h"
#include "upkeep/service.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* COPIES: what is made in a good deal less than another process waits for us; thirty photographs have some hundred. */
enum { TRIES = 20, REST_MS = 500, OTHER_MS = 5 * 60 * 1000, COPIES = 120 };

struct acceptance {
    const char *from; /* the folder */
    bool is_exhibit;  /* it is the exhibit itself, not one brought from elsewhere */
    struct archive *archive;
    struct files *files;
    char print[TREE_PRINT_BYTES];
    struct tree_copy copy;
    bool waited, judged; /* for another process; by it */
    bool stuck;          /* something waits for a disk that does not answer */
};

static void rest(void)
{
    nanosleep(&(struct timespec){.tv_nsec = REST_MS * 1000000L}, NULL);
}

/* Two kiosks may show one exhibit, and copy it at the same time: the second waits for the first. */
static const char *begin(struct acceptance *a)
{
    const char *to = archive_begin(a->archive);

    for (int i = 0; !to && errno == EWOULDBLOCK && i < OTHER_MS / REST_MS; i++) {
        a->waited = true;
        rest();
        to = archive_begin(a->archive);
    }
    return to;
}

/* Whether somebody has judged just this, while we waited. */
static bool was_judged(const struct acceptance *a)
{
    char *seen = a->waited && a->is_exhibit ? archive_read_note(a->archive, NULL, ARCHIVE_SEEN) : NULL;
    bool judged = seen && strcmp(seen, a->print) == 0;

    free(seen);
    return judged;
}

static bool fill(struct acceptance *a)
{
    tree_print_text(tree_print(a->files), a->print);
    const char *to = begin(a);

    if (!to) {
        log_error("%s: cannot be copied: %s", a->from,
                  errno == EWOULDBLOCK ? "another process does it, and does not end" : strerror(errno));
        return false;
    }
    a->judged = was_judged(a);
    if (a->judged)
        return true;
    char *like = archive_current(a->archive);
    struct files *like_files = like ? files_open(like) : NULL;

    a->copy = (struct tree_copy){.from = a->files, .like = like_files, .like_path = like, .to = to};
    bool done = tree_copy(&a->copy);

    if (!done)
        log_error("%s: cannot be copied: %s", a->from, strerror(errno));
    files_close(like_files);
    free(like);
    return done;
}

/* Until it was still for as long as it takes to copy it. */
static bool fill_in_one_piece(struct acceptance *a)
{
    char now[TREE_PRINT_BYTES];

    for (int i = 0; i < TRIES; i++) {
        if (!fill(a) || a->judged)
            return a->judged;
        tree_print_text(tree_print(a->files), now);
        if (strcmp(now, a->print) == 0)
            return true;
        archive_drop(a->archive);
        rest();
    }
    log_error("%s: changes all the time, and is not taken", a->from);
    return false;
}

/* ---- the verdict ---- */

static bool look_at(const char *folder, struct findings *findings, int *panels)
{
    struct opening opening;

    if (!opening_begin(&opening, folder))
        return false;
    const struct screen *screen = &opening.exhibit->screen;
    bool drawn = check_pictures(&opening.complete, opening.exhibit, (struct size){screen->width_px, screen->height_px}, opening.findings);

    findings_append(findings, opening.findings);
    findings_sort(findings);
    *panels = opening.exhibit->panel_count;
    opening_end(&opening);
    return drawn;
}

static void note_seen(const struct acceptance *a)
{
    if (a->is_exhibit)
        archive_note(a->archive, NULL, ARCHIVE_SEEN, a->print);
}

static enum exit_code refuse(struct acceptance *a, int errors, const char *told)
{
    struct buffer note = {0};

    archive_drop(a->archive);
    buffer_printf(&note, "%s\n%s", a->from, told);
    archive_note(a->archive, NULL, ARCHIVE_REFUSED, note.bytes);
    note_seen(a);
    log_error("refused: %s: %s that the exhibit on the screen has not", a->from, findings_tally(errors, FINDING_ERROR).text);
    for (const char *at = told, *end; (end = strchr(at, '\n')); at = end + 1)
        log_error("refused: %.*s", (int)(end - at), at);
    buffer_finish(&note);
    return EXIT_FINDINGS;
}

static enum exit_code keep(struct acceptance *a, const struct findings *findings, int panels)
{
    struct buffer errors = verdict_errors(findings);
    bool noted = archive_note(a->archive, a->copy.to, ARCHIVE_ERRORS, errors.bytes) &&
                 (!a->is_exhibit || archive_note(a->archive, a->copy.to, ARCHIVE_PRINT, a->print));
    int number = noted ? archive_keep(a->archive) : 0;

    buffer_finish(&errors);
    if (number == 0) {
        log_error("%s: cannot be kept: %s", a->from, strerror(errno));
        archive_drop(a->archive);
        return EXIT_MACHINE;
    }
    archive_note(a->archive, NULL, ARCHIVE_REFUSED, NULL);
    note_seen(a);
    log_info("accepted: %s, %d panels, as copy %d: %d files written, %d as they were", a->from, panels, number, a->copy.copied,
             a->copy.linked);
    return EXIT_FINE;
}

static enum exit_code judge(struct acceptance *a)
{
    struct findings *findings = findings_create();
    char *current = archive_current(a->archive), *before = current ? archive_read_note(a->archive, current, ARCHIVE_ERRORS) : NULL;
    struct buffer told = {0};
    int panels = 0;
    enum exit_code code = EXIT_MACHINE;

    buffer_add(&told, "", 0);
    if (look_at(a->copy.to, findings, &panels)) {
        int errors = current || panels == 0 ? verdict_new_errors(findings, before, &told) : 0;

        bool sound = errors == 0 && panels > 0;

        if (sound && current) /* the first one is on the screen already, where the kiosk prepares it */
            a->stuck = !prepare_ahead(a->copy.to, COPIES);
        code = sound ? keep(a, findings, panels) : refuse(a, errors, told.bytes);
    }
    archive_drop(a->archive);
    buffer_finish(&told);
    findings_destroy(findings);
    free(before);
    free(current);
    return code;
}

static enum exit_code accept(const struct options *options)
{
    struct acceptance a = {.from = options->operands[0], .is_exhibit = strcmp(options->operands[0], options->exhibit) == 0};
    enum exit_code code = EXIT_MACHINE;

    if (!service_become())
        return EXIT_MACHINE;
    if (!together_recover(a.from))
        return EXIT_MACHINE;
    a.files = files_open(a.from);
    if (!a.files)
        return EXIT_USAGE;
    a.archive = archive_open(options->exhibit);
    if (!a.archive)
        log_error("there is no folder to keep it in: none of STATE_DIRECTORY, XDG_STATE_HOME and HOME is set");
    else if (fill_in_one_piece(&a))
        code = a.judged ? EXIT_FINE : judge(&a);
    archive_close(a.archive);
    files_close(a.files);
    if (a.stuck)
        _Exit(code);
    return code;
}

const struct command command_accept = {
    .name = "accept",
    .help = "has the kiosk show the exhibit in another folder, if it is sound",
    .operands = "DIR",
    .options = (const char *const[]){NULL},
    .run = accept,
};
