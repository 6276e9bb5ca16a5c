/* status: which copy of the exhibit the kiosk shows, why a later one was refused, and how often the program ended with what it shows. */
#include "commands/command.h"

#include "archive/archive.h"
#include "base/log.h"
#include "upkeep/service.h"
#include "warden/falls.h"

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

/* Returns whether something else is shown for them, or will be. */
static bool print_falls(void)
{
    char *what;
    int falls = falls_told(&what);

    if (falls > 0)
        printf("crashed: %d starts in a row did not last %d minutes (the last may be running yet), with program %s; after %d the copy "
               "before is "
               "shown, after %d the exhibit as it was installed; `systemctl restart vitrina` tries the same again\n",
               falls, FALLS_WELL_MS / 60000, what, FALLS_BEFORE, FALLS_PRISTINE);
    free(what);
    return falls >= FALLS_BEFORE;
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
    bool instead = print_falls();
    enum exit_code code = refused || instead ? EXIT_FINDINGS : EXIT_FINE;

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
    .help = "which copy of the exhibit the kiosk shows, what was refused, and crashes",
    .options = (const char *const[]){"rollback", NULL},
    .run = status,
};
