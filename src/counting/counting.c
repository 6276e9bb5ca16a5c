/* One process at a time. That of a visit is looked after when something happens next: nobody waits for its end. */
#include "counting/counting.h"

#include "base/log.h"
#include "base/save.h"
#include "base/state.h"
#include "diary/diary.h"
#include "platform/aside.h"
#include "scene/scene.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { HANGS_MS = 10 * 60 * 1000, LEFT_BYTES_MOST = 2 * DIARY_BYTES_MOST };

struct counting {
    const struct exhibit *exhibit; /* these three borrowed */
    const struct stage *stage;
    const struct devices *devices;
    int keep_days; /* 0: nobody is counted */
    struct diary diary;
    struct aside aside;
    size_t sent; /* of the diary's text, to the process that is there */
    int64_t sent_ms;
    bool told, told_lost; /* that visits cannot be kept; that some were lost */
};

char *counting_path(void)
{
    return state_path("visits.db");
}

char *counting_left_path(void)
{
    return state_path("visits.left");
}

struct counting *counting_create(const char *nobody)
{
    char *path = counting_path();
    struct counting *counting = path ? mem_alloc(sizeof(*counting)) : NULL;

    free(path);
    if (counting)
        diary_init(&counting->diary, nobody);
    return counting;
}

static bool is_on(const struct counting *counting)
{
    return counting && counting->keep_days > 0;
}

static void press(void *context, struct point at)
{
    struct counting *counting = context;

    diary_press(&counting->diary, at, counting->devices->pointer.size);
}

void counting_begin(struct counting *counting, const struct exhibit *exhibit, const struct stage *stage, struct devices *devices)
{
    if (!counting)
        return;
    counting->exhibit = exhibit;
    counting->keep_days = exhibit->visits_keep_days;
    counting->stage = stage;
    counting->devices = devices;
    if (is_on(counting)) {
        devices->setup.pressed = press;
        devices->setup.context = counting;
    }
}

/* The text with its heading, for whoever adds it. */
static struct buffer letter_of(const struct counting *counting)
{
    struct buffer letter = {0};

    buffer_add(&letter, "\n", 1); /* what was cut off before it ends here */
    entry_write(&letter, &(struct diary_entry){.kind = ENTRY_KEEP, .number = counting->keep_days});
    buffer_add(&letter, counting->diary.text.bytes, counting->diary.whole);
    return letter;
}

/* A file in memory that holds it; -1, with errno. */
static int memory_of(const struct buffer *letter)
{
    int fd = memfd_create("visits", MFD_CLOEXEC);

    if (fd >= 0 && save_write(fd, letter->bytes, letter->length) && lseek(fd, 0, SEEK_SET) == 0)
        return fd;
    if (fd >= 0)
        close(fd);
    return -1;
}

static void hand_over(struct counting *counting, int64_t now_ms)
{
    static const char *const aloud[] = {"visits", "--add", NULL}, *const quietly[] = {"visits", "--add", "--quiet", NULL};
    struct buffer letter = letter_of(counting);
    int fd = memory_of(&letter);

    if (fd >= 0 && aside_start_reading(&counting->aside, counting->told ? quietly : aloud, fd))
        counting->sent = counting->diary.whole;
    else if (!counting->told)
        log_error("visits cannot be handed over: %s", strerror(errno));
    counting->sent_ms = now_ms;
    counting->told = counting->told || counting->sent == 0;
    if (fd >= 0)
        close(fd);
    buffer_finish(&letter);
}

/* One that hangs would be in the way of all visits to come. */
static void end_hanging(struct counting *counting, int64_t now_ms)
{
    if (now_ms - counting->sent_ms < HANGS_MS)
        return;
    if (!counting->told)
        log_warning("visits are not kept for minutes: whoever was to is ended, and it is tried again");
    counting->told = true;
    aside_stop(&counting->aside);
}

static void look_after(struct counting *counting, int64_t now_ms)
{
    bool by_itself;

    if (!aside_is_there(&counting->aside))
        return;
    if (!aside_has_ended(&counting->aside, &by_itself)) {
        end_hanging(counting, now_ms);
        return;
    }
    bool kept = by_itself && aside_code(&counting->aside) == 0;

    if (kept)
        diary_forget(&counting->diary, counting->sent);
    counting->told = !kept; /* it said why, unless it was told not to */
    counting->sent = 0;
}

static void tell_lost(struct counting *counting)
{
    if (counting->diary.lost == 0 || counting->told_lost)
        return;
    log_warning("visits are lost: those before them wait to be kept");
    counting->told_lost = true;
}

void counting_do(struct counting *counting, int64_t now_ms)
{
    if (is_on(counting))
        diary_do(&counting->diary, now_ms);
}

void counting_look(struct counting *counting, int64_t now_ms)
{
    char scene[SCENE_NAME_BYTES];

    if (!is_on(counting))
        return;
    const struct settings *settings = stage_settings(counting->stage);
    struct diary_sight sight = {scene, counting->exhibit->languages[settings->language], settings->level[SETTING_TEXT] > 0,
                                settings->level[SETTING_CONTRAST] > 0};

    stage_scene(counting->stage, scene);
    diary_see(&counting->diary, &sight, now_ms, (int64_t)time(NULL));
    look_after(counting, now_ms);
    tell_lost(counting);
    if (counting->diary.whole > 0 && !aside_is_there(&counting->aside))
        hand_over(counting, now_ms);
}

int64_t counting_visits(const struct counting *counting)
{
    return counting ? counting->diary.visits : 0;
}

int64_t counting_touches(const struct counting *counting)
{
    return counting ? counting->diary.touches : 0;
}

/* Behind what another has left and nobody has taken yet. False, with errno. */
static bool add_to_left(const char *path, const struct buffer *letter)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    struct stat info;
    bool known = fd >= 0 && fstat(fd, &info) == 0, room = known && info.st_size < LEFT_BYTES_MOST;
    bool written = room && save_write(fd, letter->bytes, letter->length);
    int error = known && !room ? EFBIG : errno;

    if (fd >= 0)
        close(fd);
    errno = error;
    return written;
}

/* What a process that is still there was given is its own. */
static void leave(struct counting *counting)
{
    char *path = counting_left_path();

    diary_forget(&counting->diary, counting->sent);
    struct buffer letter = letter_of(counting);

    if (counting->diary.whole > 0 && path && !add_to_left(path, &letter) && !counting->told)
        log_error("the last visit cannot be kept: %s", strerror(errno));
    buffer_finish(&letter);
    free(path);
}

void counting_destroy(struct counting *counting, int64_t now_ms)
{
    if (!counting)
        return;
    if (is_on(counting)) {
        diary_end(&counting->diary, now_ms, (int64_t)time(NULL));
        look_after(counting, now_ms);
        leave(counting);
    }
    diary_finish(&counting->diary);
    free(counting);
}
