/* All switches of the machine that tell of headphones; one that is plugged in anywhere counts. */
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
#include <sys/ioctl.h>
#include <unistd.h>

enum { DEVICES_MAX = 64, JACKS_MAX = 8, STACK_BYTES = 128 * 1024 };

struct jack {
    int files[JACKS_MAX], count;
    int end; /* an eventfd that ends the thread */
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

    snprintf(path, sizeof(path), "/dev/input/event%d", device);

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

/* What was said is thrown away: how the switches stand is asked. A device that has gone is asked no more. */
static void drain(struct pollfd *look)
{
    struct input_event events[16];
    ssize_t got;

    while ((got = read(look->fd, events, sizeof(events))) > 0)
        continue;
    if (got == 0 || (errno != EAGAIN && errno != EINTR))
        look->fd = -1;
}

static void *watch_switches(void *context)
{
    struct jack *jack = context;
    struct pollfd looks[JACKS_MAX + 1] = {{.fd = jack->end, .events = POLLIN}};

    for (int i = 0; i < jack->count; i++)
        looks[i + 1] = (struct pollfd){.fd = jack->files[i], .events = POLLIN};
    while (poll(looks, (nfds_t)jack->count + 1, -1) >= 0 || errno == EINTR) {
        if (looks[0].revents)
            break;
        for (int i = 1; i <= jack->count; i++)
            if (looks[i].fd >= 0 && looks[i].revents)
                drain(&looks[i]);
        if (atomic_exchange(&jack->plugged, is_in(jack)) != atomic_load(&jack->plugged))
            jack->wake(jack->context);
    }
    return NULL;
}

static void jack_close(struct jack *jack)
{
    for (int i = 0; i < jack->count; i++)
        close(jack->files[i]);
    if (jack->end >= 0)
        close(jack->end);
    free(jack);
}

struct jack *jack_create(void (*wake)(void *context), void *context)
{
    struct jack *jack = mem_alloc(sizeof(*jack));

    jack->end = eventfd(0, EFD_CLOEXEC);
    jack->wake = wake;
    jack->context = context;
    for (int device = 0, file; device < DEVICES_MAX && jack->count < JACKS_MAX; device++)
        if ((file = open_switch(device)) >= 0)
            jack->files[jack->count++] = file;
    atomic_init(&jack->plugged, is_in(jack));
    if (jack->count > 0 && jack->end >= 0 && thread_start(&jack->thread, STACK_BYTES, watch_switches, jack))
        return jack;
    log_warning("speech: jack: this machine has no headphone switch that may be read (group input), so that no headset begins a visit");
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
