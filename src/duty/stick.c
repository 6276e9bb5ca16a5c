/* The exhibits are the stick itself, or folders of it. */
#include "duty/stick.h"

#include "archive/archive.h"
#include "base/files.h"
#include "base/log.h"
#include "duty/errands.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LOOK_MS = 3000 }; /* units that are started more often are not started at all */

static bool is_exhibit(const char *place, const char *name)
{
    struct buffer path = {0};

    buffer_printf(&path, "%s/%s/config/exhibit.yaml", place, name);
    bool is = access(path.bytes, R_OK) == 0;

    buffer_finish(&path);
    return is;
}

static void add(struct stick_news *news, const char *place, const char *name)
{
    if (news->count < STICK_EXHIBITS_MAX && strlen(name) < STICK_NAME_BYTES && is_exhibit(place, name))
        memcpy(news->names[news->count++], name, strlen(name) + 1);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(a, b);
}

/* What is hidden is nobody's exhibit. An empty place has no stick. */
static struct stick_news look(const char *place)
{
    struct stick_news news = {.state = STICK_AWAITED};
    DIR *folder = opendir(place);

    for (const struct dirent *entry; folder && (entry = readdir(folder));) {
        if (entry->d_name[0] == '.')
            continue;
        news.state = STICK_BARE;
        add(&news, place, entry->d_name);
    }
    if (folder)
        closedir(folder);
    qsort(news.names, (size_t)news.count, sizeof(news.names[0]), by_name);
    if (news.state == STICK_BARE && is_exhibit(place, ".")) {
        news = (struct stick_news){.count = 1};
        memcpy(news.names[0], ".", 2);
    }
    if (news.count > 0)
        news.state = STICK_CHOICE;
    return news;
}

static char *current_copy(const struct stick *stick)
{
    struct archive *archive = archive_open(stick->exhibit);
    char *copy = archive ? archive_current(archive) : NULL;

    archive_close(archive);
    return copy;
}

void stick_begin(struct stick *stick, const char *exhibit, int64_t now_ms)
{
    stick->exhibit = exhibit;
    if (aside_is_there(&stick->aside)) { /* from the last time: it is waited for */
        stick->on = true;
        return;
    }
    stick->news = (struct stick_news){0};
    stick->on = errands_ask("stick");
    stick->due_ms = now_ms + LOOK_MS / 6;
}

void stick_take(struct stick *stick, int which)
{
    struct buffer folder = {0};
    char *place = errands_stick();

    ASSERT(which >= 0 && which < stick->news.count && !aside_is_there(&stick->aside));
    buffer_printf(&folder, "%s/%s", place ? place : "", stick->news.names[which]);
    stick->before = current_copy(stick);
    stick->news.state = STICK_COPIED;
    log_info("staff: accept %s", folder.bytes);
    if (!aside_start(&stick->aside, (const char *const[]){"accept", folder.bytes, stick->exhibit, NULL})) {
        log_error("staff: accept: %s", strerror(errno));
        stick->news.state = STICK_REFUSED;
        free(stick->before);
        stick->before = NULL;
    }
    buffer_finish(&folder);
    free(place);
}

void stick_end(struct stick *stick)
{
    if (stick->on && !aside_is_there(&stick->aside))
        errands_ask("stick-done");
    stick->on = false;
}

/* It was accepted if another copy is current. */
static bool has_verdict(struct stick *stick)
{
    bool by_itself;

    if (!aside_has_ended(&stick->aside, &by_itself))
        return false;
    char *after = current_copy(stick);

    stick->news.state = after && (!stick->before || strcmp(after, stick->before) != 0) ? STICK_ACCEPTED : STICK_REFUSED;
    free(after);
    free(stick->before);
    stick->before = NULL;
    errands_ask("stick-done");
    return true;
}

bool stick_tick(struct stick *stick, int64_t now_ms)
{
    enum stick_state before = stick->news.state;
    char *place;

    if (aside_is_there(&stick->aside))
        return has_verdict(stick);
    if (!stick->on || stick->news.state > STICK_BARE || now_ms < stick->due_ms)
        return false;
    place = errands_stick();
    if (place)
        stick->news = look(place);
    free(place);
    stick->due_ms = now_ms + LOOK_MS;
    if (stick->news.state == STICK_AWAITED)
        errands_ask("stick");
    return stick->news.state != before;
}

int64_t stick_deadline(const struct stick *stick)
{
    return stick->on && stick->news.state <= STICK_BARE && !aside_is_there(&stick->aside) ? stick->due_ms : CLOCK_NEVER;
}
