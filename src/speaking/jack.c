/* All switches of the machine that tell of headphones; one that is plugged in anywhere counts. Sound cards come late, go and come again:
 * the folder of devices is watched, too. */
#include "speaking/jack.h"

#include "base/log.h"
#include "base/mem.h"
#include "base/thread.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/input.h>
#include <poll.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define FOLDER "/dev/input"

enum { DEVICES_MAX = 64, JACKS_MAX = 8, STACK_BYTES = 128 * 1024 };

struct jack {
    int files[JACKS_MAX], count;
    int end;    /* an eventfd that ends the thread */
    int folder; /* an inotify; -1: it cannot be watched */
    void (*wake)(void *context);
    void *context;
    pthread_t thread;
    atomic_bool plugged;
};

static bool has_bit(const unsigned char *bits, int bit)
{
    return bits[bit / 8] >> bit % 8 & 1;
}

/* -1: it is no such switch, or may not be read. */
static int open_switch(int device)
{
    unsigned char bits[SW_MAX / 8 + 1] = {0};
    char path[32];

    snprintf(path, sizeof(path), FOLDER "/event%d", device);

    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

    if (file >= 0 && ioctl(file, EVIOCGBIT(EV_SW, sizeof(bits)), bits) >= 0 && has_bit(bits, SW_HEADPHONE_INSERT))
        return file;
    if (file >= 0)
        close(file);
    return -1;
}

static bool is_in(const struct jack *jack)
{
    for (int i = 0; i < jack->count; i++) {
        unsigned char bits[SW_MAX / 8 + 1] = {0};

        if (ioctl(jack->files[i], EVIOCGSW(sizeof(bits)), bits) >= 0 && has_bit(bits, SW_HEADPHONE_INSERT))
            return true;
    }
    return false;
}

static void close_switches(struct jack *jack)
{
    while (jack->count > 0)
        close(jack->files[--jack->count]);
}

static void open_switches(struct jack *jack)
{
    close_switches(jack);
    for (int device = 0, file; device < DEVICES_MAX && jack->count < JACKS_MAX; device++)
        if ((file = open_switch(device)) >= 0)
            jack->files[jack->count++] = file;
}

/* What was said is thrown away: how the switches stand is asked. False: the device has gone. */
static bool drain(int file)
{
    char events[4096] __attribute__((aligned(8)));
    ssize_t got;

    while ((got = read(file, events, sizeof(events))) > 0)
        continue;
    return got < 0 && (errno == EAGAIN || errno == EINTR);
}

/* Waits until something is to be looked at. False: the end. */
static bool wait_for_switches(struct jack *jack)
{
    struct pollfd looks[JACKS_MAX + 2] = {{.fd = jack->end, .events = POLLIN}, {.fd = jack->folder, .events = POLLIN}};
    bool changed;

    for (int i = 0; i < jack->count; i++)
        looks[i + 2] = (struct pollfd){.fd = jack->files[i], .events = POLLIN};
    if (poll(looks, (nfds_t)jack->count + 2, -1) < 0)
        return errno == EINTR;
    changed = looks[1].revents;
    if (changed)
        drain(jack->folder);
    for (int i = 0; i < jack->count; i++)
        changed = (looks[i + 2].revents && !drain(jack->files[i])) || changed;
    if (changed)
        open_switches(jack);
    return !looks[0].revents;
}

static void *watch_switches(void *context)
{
    struct jack *jack = context;

    while (wait_for_switches(jack)) {
        bool plugged = is_in(jack);

        if (atomic_exchange(&jack->plugged, plugged) != plugged)
            jack->wake(jack->context);
    }
    return NULL;
}

static void jack_close(struct jack *jack)
{
    close_switches(jack);
    if (jack->folder >= 0)
        close(jack->folder);
    if (jack->end >= 0)
        close(jack->end);
    free(jack);
}

struct jack *jack_create(void (*wake)(void *context), void *context)
{
    struct jack *jack = mem_alloc(sizeof(*jack));

    jack->end = eventfd(0, EFD_CLOEXEC);
    jack->folder = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    jack->wake = wake;
    jack->context = context;
    if (jack->folder >=
        0) /* before they are looked for; one that comes may be read only a moment later, when udev has given it to its group */
        inotify_add_watch(jack->folder, FOLDER, IN_CREATE | IN_ATTRIB | IN_ONLYDIR);
    open_switches(jack);
    atomic_init(&jack->plugged, is_in(jack));
    if (jack->count == 0)
        log_warning(
            "speech: jack: no headphone switch is there that may be read (group input): until one comes, no headset begins a visit");
    if (jack->end >= 0 && thread_start(&jack->thread, STACK_BYTES, watch_switches, jack))
        return jack;
    log_warning("speech: jack: headphone switches cannot be watched");
    jack_close(jack);
    return NULL;
}

void jack_destroy(struct jack *jack)
{
    const uint64_t one = 1;

    if (!jack)
        return;
    while (write(jack->end, &one, sizeof(one)) < 0 && errno == EINTR)
        continue;
    pthread_join(jack->thread, NULL);
    jack_close(jack);
}

bool jack_is_plugged(struct jack *jack)
{
    return jack && atomic_load(&jack->plugged);
}
