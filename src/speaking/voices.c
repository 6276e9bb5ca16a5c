#include "speaking/voices.h"

#include "base/mem.h"
#include "speaking/speech_wire.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PATIENCE_MS = 20000 };

/* False: it does not answer. */
static bool ask(int socket, const char *language, struct speech_answer *answer)
{
    struct speech_request request = {.task = SPEECH_HUSH};
    struct pollfd look = {.fd = socket, .events = POLLIN};

    snprintf(request.language, sizeof(request.language), "%s", language);
    return speech_wire_ask(socket, &request, -1) && poll(&look, 1, PATIENCE_MS) > 0 && speech_wire_take(socket, answer);
}

void voices_lacking(const char *program, const char *const *languages, int count, bool *lacking)
{
    char *path = program ? mem_text(program) : beside_program(SPEECH_PROGRAM), *arguments[] = {path, NULL};
    struct speech_answer answer;
    pid_t pid;
    int socket;

    if (beside_start(&(struct beside_setup){.arguments = arguments}, &pid, &socket) == 0) {
        for (int i = 0; i < count && ask(socket, languages[i], &answer); i++)
            lacking[i] = answer.outcome == SPEECH_FAILED;
        close(socket);
        kill(pid, SIGKILL);
        while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
            continue;
    }
    free(path);
}
