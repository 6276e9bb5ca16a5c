/* status: which copy of the exhibit the kiosk shows, and why a later one was refused. */
#include "commands/command.h"

#include "archive/archive.h"
#include "base/log.h"
#include "upkeep/service.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

enum { COPIES_MAX = 16 };

static void print_copy(const struct archive *archive, int number, bool current)
{
    char *copy = archive_copy(archive, number), when[32] = "";
    struct stat info;
    struct tm local;

    if (stat(copy, &info) == 0 && localtime_r(&info.st_mtim.tv_sec, &local))
        strftime(when, sizeof(when), "%Y-%m-%d %H:%M", &local);
    printf("%s copy %d of %s  %s\n", current ? "shown:  " : "kept:   ", number, when, copy);
    free(copy);
}

static enum exit_code print_status(const struct archive *archive)
{
    int numbers[COPIES_MAX], current, count = archive_list(archive, numbers, COPIES_MAX, &current);
    char *refused = archive_read_note(archive, NULL, ARCHIVE_REFUSED);

    if (count == 0)
        printf("nothing accepted yet: the exhibit is shown from its own folder\n");
    for (int i = 0; i < count; i++)
        print_copy(archive, numbers[i], numbers[i] == current);
    if (refused)
        printf("refused: %s", refused);
    enum exit_code code = refused ? EXIT_FINDINGS : EXIT_FINE;

    free(refused);
    return code;
}

static enum exit_code roll_back(struct archive *archive)
{
    errno = 0;
    int number = archive_roll_back(archive);

    if (number > 0) {
        log_info("rolled back to copy %d", number);
        return EXIT_FINE;
    }
    log_error("there is no copy to go back to%s%s", errno ? ": " : "", errno ? strerror(errno) : "");
    return errno ? EXIT_MACHINE : EXIT_FINDINGS;
}

static enum exit_code status(const struct options *options)
{
    struct archive *archive = service_become() ? archive_open(options->exhibit) : NULL;
    enum exit_code code = EXIT_MACHINE;

    if (archive)
        code = options->rollback ? roll_back(archive) : print_status(archive);
    archive_close(archive);
    return code;
}

const struct command command_status = {
    .name = "status",
    .help = "which copy of the exhibit the kiosk shows, and what was refused",
    .options = (const char *const[]){"rollback", NULL},
    .run = status,
};
