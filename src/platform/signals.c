/* sigwait(3) in a thread of its own: whoever looks for a signal and then sleeps loses one that comes in between. */
#include "platform/signals.h"

#include "base/clock.h"
#include "base/mem.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>

enum {
    PATIENCE_MS = 400,
    NUDGE = SIGUSR1 /* from signals_destroy */
};

struct signals {
    pthread_t thread;
    pthread_mutex_t lock;
    sigset_t set, before;
    bool asked, over; /* over: signals_destroy */
    void (*wake)(void *context);
    void *context;
};

static bool is_over(struct signals *signals)
{
    pthread_mutex_lock(&signals->lock);
    bool over = signals->over;

    pthread_mutex_unlock(&signals->lock);
    return over;
}

static void tell(struct signals *signals, bool asked)
{
    pthread_mutex_lock(&signals->lock);
    signals->asked = signals->asked || asked;
    if (signals->wake)
        signals->wake(signals->context);
    pthread_mutex_unlock(&signals->lock);
}

static void *listen(void *context)
{
    struct signals *signals = context;
    int64_t until_ms;
    int number;

    while (sigwait(&signals->set, &number) == 0 && !is_over(signals) && (number == NUDGE || number == SIGCHLD))
        if (number == SIGCHLD)
            tell(signals, false);
    until_ms = clock_now_ms() + PATIENCE_MS;
    if (!is_over(signals))
        tell(signals, true);
    while (!is_over(signals)) {
        int64_t left_ms = until_ms - clock_now_ms();
        struct timespec left = {.tv_nsec = left_ms > 0 ? (long)left_ms * 1000000 : 0};

        if (sigtimedwait(&signals->set, NULL, &left) < 0 && errno == EAGAIN && !is_over(signals))
            _Exit(EXIT_SUCCESS);
    }
    return NULL;
}

struct signals *signals_create(void)
{
    static const int numbers[] = {SIGTERM, SIGINT, SIGHUP};
    struct signals *signals = mem_alloc(sizeof(*signals));

    sigemptyset(&signals->set);
    for (size_t i = 0; i < COUNTOF(numbers); i++) {
        struct sigaction present;

        if (sigaction(numbers[i], NULL, &present) == 0 && present.sa_handler != SIG_IGN)
            sigaddset(&signals->set, numbers[i]);
    }
    sigaddset(&signals->set, NUDGE);
    sigaddset(&signals->set, SIGCHLD);
    pthread_sigmask(SIG_BLOCK, &signals->set, &signals->before);
    pthread_mutex_init(&signals->lock, NULL);
    ASSERT(pthread_create(&signals->thread, NULL, listen, signals) == 0);
    return signals;
}

void signals_destroy(struct signals *signals)
{
    if (!signals)
        return;
    pthread_mutex_lock(&signals->lock);
    signals->over = true;
    pthread_mutex_unlock(&signals->lock);
    pthread_kill(signals->thread, NUDGE);
    pthread_join(signals->thread, NULL);
    while (sigtimedwait(&signals->set, NULL, &(struct timespec){0}) > 0) /* who asks twice is not in the way of a clean end */
        continue;
    pthread_sigmask(SIG_SETMASK, &signals->before, NULL);
    pthread_mutex_destroy(&signals->lock);
    free(signals);
}

void signals_wake(struct signals *signals, void (*wake)(void *context), void *context)
{
    pthread_mutex_lock(&signals->lock);
    signals->wake = wake;
    signals->context = context;
    if (signals->asked && wake)
        wake(context);
    pthread_mutex_unlock(&signals->lock);
}

bool signals_ask_to_end(struct signals *signals)
{
    pthread_mutex_lock(&signals->lock);
    bool asked = signals->asked;

    pthread_mutex_unlock(&signals->lock);
    return asked;
}
