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

static bool lacks(int socket, const char *language)
{
    struct speech_request request = {.task = SPEECH_HUSH};
    struct pollfd look = {.fd = socket, .events = POLLIN};
    struct speech_answer answer;

    snprintf(request.language, sizeof(request.language), "%s", language);
    return speech_wire_ask(socket, &request, -1) && poll(&look, 1, PATIENCE_MS) > 0 && speech_wire_take(socket, &answer) &&
           answer.outcome == SPEECH_FAILED;
}

unsigned voices_lacking(const char *program, const char *const *languages, int count)
{
    char *path = program ? mem_text(program) : beside_program(SPEECH_PROGRAM), *arguments[] = {path, NULL};
    unsigned lacking = 0;
    pid_t pid;
    int socket;

    if (beside_start(&(struct beside_setup){.arguments = arguments}, &pid, &socket) == 0) {
        for (int i = 0; i < count; i++)
            lacking |= lacks(socket, languages[i]) ? 1U << i : 0;
        close(socket);
        kill(pid, SIGKILL);
        while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
            continue;
    }
    free(path);
    return lacking;
}
