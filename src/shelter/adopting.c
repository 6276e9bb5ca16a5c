/* Two watches: on the exhibit, and on the link to the current copy, which others may turn round too. */
#include "shelter/adopting.h"

#include "archive/archive.h"
#include "archive/tree.h"
#include "base/clock.h"
#include "base/log.h"
#include "platform/aside.h"
#include "platform/watch.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    FIRST_MS = 6 * 1000,      /* what happened before the start is looked at once the start is over */
    AGAIN_MS = 2 * 1000,      /* a process that cannot be started, or is still there */
    RETRY_MS = 5 * 60 * 1000, /* one that came to no verdict, for want of room or of a file's rest */
};

struct adopting {
    const char *exhibit;
    struct archive *archive;
    struct watch *changes, *turns; /* NULL: cannot be watched */
    struct aside aside;
    struct files *files;          /* that are shown; they may be moved to a copy of the same content */
    char *folder;                 /* theirs */
    int held;                     /* the folder of a copy, -1: none */
    char print[TREE_PRINT_BYTES]; /* of what was loaded from the exhibit itself; "": it was a copy */
    int64_t due_ms;
    bool begun, another, refused; /* another: copy than was loaded is current */
};

struct adopting *adopting_create(const char *exhibit)
{
    struct archive *archive = archive_open(exhibit);
    struct adopting *adopting;

    if (!archive)
        return NULL;
    adopting = mem_alloc(sizeof(*adopting));
    *adopting = (struct adopting){.exhibit = exhibit, .archive = archive, .held = -1, .due_ms = CLOCK_NEVER};
    return adopting;
}

void adopting_destroy(struct adopting *adopting)
{
    if (!adopting)
        return;
    aside_stop(&adopting->aside);
    watch_destroy(adopting->changes);
    watch_destroy(adopting->turns);
    if (adopting->held >= 0)
        close(adopting->held);
    archive_close(adopting->archive);
    free(adopting->folder);
    free(adopting);
}

static void hold(struct adopting *adopting, char *copy)
{
    int before = adopting->held;

    free(adopting->folder);
    adopting->folder = copy;
    adopting->held = archive_hold(copy);
    if (before >= 0)
        close(before);
}

const char *adopting_folder(struct adopting *adopting)
{
    char *copy = archive_current(adopting->archive);

    if (copy)
        hold(adopting, copy);
    else
        adopting_leave(adopting);
    return adopting->folder;
}

void adopting_leave(struct adopting *adopting)
{
    if (adopting->held >= 0) {
        close(adopting->held);
        archive_note(adopting->archive, NULL, ARCHIVE_SEEN, NULL); /* so that it is judged anew */
    }
    adopting->held = -1;
    free(adopting->folder);
    adopting->folder = mem_text(adopting->exhibit);
}

char *adopting_before(const struct adopting *adopting, int *held)
{
    int number = archive_before(adopting->archive);
    char *copy = number > 0 ? archive_copy(adopting->archive, number) : NULL;

    if (copy)
        *held = archive_hold(copy);
    return copy;
}

void adopting_takes(struct adopting *adopting, struct files *files)
{
    adopting->files = files;
    adopting->another = false;
    adopting->print[0] = '\0';
    if (adopting->held < 0)
        tree_print_text(tree_print(files), adopting->print);
    if (adopting->held < 0 && adopting->begun) /* the copies are gone */
        adopting->due_ms = clock_now_ms() + FIRST_MS;
}

static void look_for_refusal(struct adopting *adopting)
{
    char *refused = archive_read_note(adopting->archive, NULL, ARCHIVE_REFUSED);

    adopting->refused = refused != NULL;
    free(refused);
}

/* The folder is made first: the link is watched in it. */
void adopting_begin(struct adopting *adopting, void (*wake)(void *context), int64_t now_ms)
{
    if (!adopting || adopting->begun)
        return;
    adopting->begun = true;
    adopting->due_ms = now_ms + FIRST_MS;
    look_for_refusal(adopting);
    adopting->changes = watch_create(adopting->exhibit, wake, NULL);
    if (archive_make(adopting->archive))
        adopting->turns = watch_create(archive_link(adopting->archive), wake, NULL);
}

/* ---- changes ---- */

/* Asked for in every turn of the loop: that something changed is enough. */
static bool took_news(struct watch *watch)
{
    bool news = watch && watch_has_news(watch), replaced;
    const char **names;

    if (!news)
        return false;
    struct arena *arena = arena_create();

    watch_take(watch, arena, &names, &replaced);
    arena_destroy(arena);
    return true;
}

/* Whether the exhibit is another one than was judged last. */
static bool is_unseen(const struct adopting *adopting)
{
    struct files *files = files_open_quietly(adopting->exhibit);
    char print[TREE_PRINT_BYTES], *seen = archive_read_note(adopting->archive, NULL, ARCHIVE_SEEN);
    bool unseen = false;

    if (files) {
        tree_print_text(tree_print(files), print);
        unseen = !seen || strcmp(seen, print) != 0;
    }
    files_close(files);
    free(seen);
    return unseen;
}

static void start(struct adopting *adopting, int64_t now_ms)
{
    adopting->due_ms = CLOCK_NEVER;
    if (aside_is_there(&adopting->aside)) {
        adopting->due_ms = now_ms + AGAIN_MS;
    } else if (is_unseen(adopting) &&
               !aside_start(&adopting->aside, (const char *const[]){"accept", "--", adopting->exhibit, adopting->exhibit, NULL})) {
        log_warning("a changed exhibit cannot be looked at: %s", strerror(errno));
        adopting->due_ms = now_ms + AGAIN_MS;
    }
}

/* A copy of just what was loaded takes its place without a word: it is shown already. */
static bool is_another(struct adopting *adopting)
{
    char *copy = archive_current(adopting->archive);
    bool gone = !copy && adopting->held >= 0 && access(adopting->folder, F_OK) != 0;
    bool another = gone || (copy && strcmp(copy, adopting->folder) != 0);
    char *print = copy && another && adopting->print[0] ? archive_read_note(adopting->archive, copy, ARCHIVE_PRINT) : NULL;

    if (print && strcmp(print, adopting->print) == 0 && files_move(adopting->files, copy)) {
        hold(adopting, copy);
        adopting->print[0] = '\0';
        copy = NULL;
        another = false;
    }
    free(print);
    free(copy);
    return another;
}

bool adopting_tick(struct adopting *adopting, int64_t now_ms)
{
    bool by_itself, ended;

    if (!adopting)
        return false;
    ended = aside_has_ended(&adopting->aside, &by_itself);
    if (ended && adopting->due_ms == CLOCK_NEVER && is_unseen(adopting)) /* else it was changed meanwhile, and is looked at soon */
        adopting->due_ms = now_ms + RETRY_MS;
    if (took_news(adopting->changes))
        adopting->due_ms = now_ms;
    if (took_news(adopting->turns) || ended) {
        look_for_refusal(adopting);
        adopting->another = is_another(adopting);
    }
    if (now_ms >= adopting->due_ms)
        start(adopting, now_ms);
    return adopting->another;
}

int64_t adopting_deadline(const struct adopting *adopting)
{
    return adopting ? adopting->due_ms : CLOCK_NEVER;
}

bool adopting_refused(const struct adopting *adopting)
{
    return adopting && adopting->refused;
}
