/* A thread inherits the signals that are blocked where it is made. */
#include "base/thread.h"

#include <signal.h>

bool thread_start(pthread_t *thread, size_t stack_bytes, void *(*work)(void *context), void *context)
{
    sigset_t all, before;
    pthread_attr_t attributes;

    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, stack_bytes);
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    bool started = pthread_create(thread, &attributes, work, context) == 0;

    pthread_sigmask(SIG_SETMASK, &before, NULL);
    pthread_attr_destroy(&attributes);
    return started;
}
