/* Through the shell, as both variables may hold options. It is started by a shell that ends at once, so that nobody has to bury it. */
#include "desktop/editor.h"

#include "base/log.h"
#include "base/mem.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* How a line is told: VS Code and its kin take it behind the file, all others before it. */
static const char SCRIPT[] = "editor=${VISUAL:-$EDITOR}\n"
                             "case ${editor:-xdg-open} in\n"
                             "xdg-open) set -- \"$1\" ;;\n"
                             "*code*|*codium*|*subl*|*zed*) set -- \"$1:$2\" ;;\n"
                             "*) set -- \"+$2\" \"$1\" ;;\n"
                             "esac\n"
                             "case ${editor:-xdg-open} in *code*|*codium*) editor=\"$editor -g\" ;; esac\n"
                             "${editor:-xdg-open} \"$@\" <&3 3<&- &\n";

bool editor_open(const char *path, int line)
{
    struct buffer number = {0};
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_t actions;
    sigset_t nothing;
    pid_t pid;

    buffer_printf(&number, "%d", line > 0 ? line : 1);
    const char *arguments[] = {"sh", "-c", SCRIPT, "sh", path, number.bytes, NULL};

    sigemptyset(&nothing);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigmask(&attributes, &nothing);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, 3); /* a shell takes it from what runs beside it */
    int error = posix_spawnp(&pid, "sh", &actions, &attributes, (char *const *)arguments, environ);

    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    buffer_finish(&number);
    if (error == 0)
        waitpid(pid, NULL, 0);
    else
        log_error("%s: no editor can be started: %s", path, strerror(error));
    return error == 0;
}
