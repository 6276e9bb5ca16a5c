/* posix_spawn(3), because this program has threads. */
#include "platform/aside.h"

#include "base/base.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ARGUMENTS_MAX = 8 };

/* What we hold back or ignore, it hears. SCHED_IDLE: it computes where nobody else wants to. */
static void set_attributes(posix_spawnattr_t *attributes)
{
    const struct sched_param none = {0};
    sigset_t nothing, all;

    sigemptyset(&nothing);
    sigfillset(&all);
    posix_spawnattr_setsigmask(attributes, &nothing);
    posix_spawnattr_setsigdefault(attributes, &all);
    posix_spawnattr_setschedpolicy(attributes, SCHED_IDLE);
    posix_spawnattr_setschedparam(attributes, &none);
    posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSCHEDULER);
}

bool aside_start(struct aside *aside, const char *const *arguments)
{
    return aside_start_reading(aside, arguments, -1);
}

bool aside_start_reading(struct aside *aside, const char *const *arguments, int input)
{
    const char *all[ARGUMENTS_MAX] = {"vitrina"};
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;

    ASSERT(aside->pid == 0);
    for (int i = 0; arguments[i]; i++) {
        ASSERT(i + 2 < ARGUMENTS_MAX);
        all[i + 1] = arguments[i];
    }
    posix_spawnattr_init(&attributes);
    set_attributes(&attributes);
    posix_spawn_file_actions_init(&files);
    if (input >= 0)
        posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO);
    int error = posix_spawn(&aside->pid, "/proc/self/exe", &files, &attributes, (char *const *)all, environ);

    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    errno = error;
    if (error)
        aside->pid = 0;
    return error == 0;
}

void aside_stop(struct aside *aside)
{
    if (aside->pid > 0)
        kill(aside->pid, SIGKILL);
}

bool aside_is_there(const struct aside *aside)
{
    return aside->pid > 0;
}

bool aside_has_ended(struct aside *aside, bool *by_itself)
{
    int status = 0;
    pid_t ended = aside->pid > 0 ? waitpid(aside->pid, &status, WNOHANG) : 0;

    if (ended == 0)
        return false;
    aside->pid = 0;
    *by_itself = ended > 0 && WIFEXITED(status);
    aside->code = *by_itself ? WEXITSTATUS(status) : 0;
    return true;
}

int aside_code(const struct aside *aside)
{
    return aside->code;
}
