/* visits: what visitors looked at, as the kiosk has counted it; and, for the kiosk, adding to that. */
#include "commands/command.h"

#include "base/log.h"
#include "base/save.h"
#include "base/state.h"
#include "census/page.h"
#include "census/report.h"
#include "commands/looks.h"
#include "counting/counting.h"
#include "diary/diary.h"
#include "ledger/ledger.h"
#include "upkeep/service.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is read of a file at once. */
enum { TEXT_BYTES_MOST = 4 * DIARY_BYTES_MOST };

/* ---- adding ---- */

static void read_all(int fd, struct buffer *text)
{
    char bytes[4096];
    ssize_t length;
    size_t most = text->length + TEXT_BYTES_MOST;

    while (text->length < most && (length = read(fd, bytes, sizeof(bytes))) > 0)
        buffer_add(text, bytes, (size_t)length);
}

/* What a kiosk has left when it ended; -1: there is none, or another takes it at this moment. */
static int open_left(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat info;

    if (fd < 0 || (flock(fd, LOCK_EX | LOCK_NB) == 0 && fstat(fd, &info) == 0 && info.st_nlink > 0))
        return fd;
    close(fd);
    return -1;
}

/* It was added. What another kiosk has written behind it meanwhile stays. */
static void clear_left(const char *path, int fd)
{
    struct buffer rest = {0};

    read_all(fd, &rest);
    if (rest.length == 0)
        remove(path);
    else
        save_whole(path, (struct bytes){rest.bytes, rest.length});
    buffer_finish(&rest);
}

static bool make_folder(const char *path)
{
    char *copy = mem_text(path);
    bool made = state_make(dirname(copy));

    free(copy);
    return made;
}

/* Whoever ends the kiosk and all that belongs to it may wait for so little. */
static enum exit_code add(const char *path, bool quiet)
{
    signal(SIGTERM, SIG_IGN);

    char *left_path = counting_left_path();
    struct buffer text = {0};
    int left = open_left(left_path);

    if (left >= 0) /* it comes first */
        read_all(left, &text);
    read_all(STDIN_FILENO, &text);
    buffer_add(&text, "", 0);
    bool made = make_folder(path);

    if (!made && !quiet)
        log_error("visits cannot be kept in %s: %s", path, strerror(errno));
    bool added = made && ledger_add(path, text.bytes, LEDGER_BYTES_MOST, quiet);

    if (added && left >= 0)
        clear_left(left_path, left);
    if (left >= 0)
        close(left);
    buffer_finish(&text);
    free(left_path);
    return added ? EXIT_FINE : EXIT_MACHINE;
}

/* ---- telling ---- */

static bool is_day(const char *text)
{
    int year, month, day;
    char behind;

    return !text ||
           (strlen(text) == 10 && sscanf(text, "%4d-%2d-%2d%c", &year, &month, &day, &behind) == 3 && text[4] == '-' && text[7] == '-');
}

/* False: the exhibit is not there. */
static bool write_page(const struct options *options, const struct sums *sums, struct arena *arena, struct buffer *out)
{
    struct opening opening;
    int count;

    if (!opening_begin(&opening, options->exhibit))
        return false;
    const struct heat_picture *pictures = looks_draw(&opening, sums, arena, &count);

    census_page_write(out, &(struct census_page){opening.exhibit, sums, pictures, count});
    opening_end(&opening);
    return true;
}

static enum exit_code tell(const struct options *options, const char *path)
{
    struct ledger_span span = {options->since, options->until};
    struct arena *arena = arena_create();
    struct buffer out = {0};
    struct sums sums;
    bool read;

    if (options->csv) {
        read = ledger_table(path, span, &out);
    } else {
        read = ledger_sum(path, span, arena, &sums);
        if (read && options->html && sums.visits > 0)
            read = write_page(options, &sums, arena, &out);
        else if (read)
            report_write(&out, &sums);
    }
    if (read)
        fwrite(out.bytes, 1, out.length, stdout);
    buffer_finish(&out);
    arena_destroy(arena);
    return read ? EXIT_FINE : EXIT_MACHINE;
}

static enum exit_code visits(const struct options *options)
{
    char *path;
    enum exit_code code = EXIT_MACHINE;

    if (!is_day(options->since) || !is_day(options->until)) {
        log_error("--since and --until take a day, for instance 2026-11-30");
        return EXIT_USAGE;
    }
    if (!service_become())
        return EXIT_MACHINE;
    path = counting_path();
    if (!path)
        log_error("there is no folder that visits are kept in: none of STATE_DIRECTORY, XDG_STATE_HOME and HOME is set");
    else
        code = options->add ? add(path, options->quiet) : tell(options, path);
    free(path);
    return code;
}

const struct command command_visits = {
    .name = "visits",
    .help = "what visitors looked at, when and for how long",
    .options = (const char *const[]){"since", "until", "csv", "html", "add", "quiet", NULL},
    .rules = (const struct option_rule[]){{"quiet", OPTION_NEEDS, "add"},
                                          {"csv", OPTION_EXCLUDES, "add"},
                                          {"csv", OPTION_EXCLUDES, "html"},
                                          {"html", OPTION_EXCLUDES, "add"},
                                          {"since", OPTION_EXCLUDES, "add"},
                                          {"until", OPTION_EXCLUDES, "add"},
                                          {NULL, OPTION_NEEDS, NULL}},
    .run = visits,
};
