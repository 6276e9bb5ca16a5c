#include "speaking/measuring.h"

#include "base/mem.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PATIENCE_MS = 30000 };

bool measuring_sound(const char *program, int file, struct speech_answer *measured)
{
    const struct speech_request request = {.task = SPEECH_MEASURE};
    char *path = program ? mem_text(program) : beside_program(SPEECH_PROGRAM), *arguments[] = {path, NULL};
    bool answered = false;
    pid_t pid;
    int socket;

    if (beside_start(&(struct beside_setup){.arguments = arguments}, &pid, &socket) == 0) {
        struct pollfd look = {.fd = socket, .events = POLLIN};

        answered = speech_wire_ask(socket, &request, file) && poll(&look, 1, PATIENCE_MS) > 0 && speech_wire_take(socket, measured);
        close(socket);
        kill(pid, SIGKILL);
        while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
            continue;
    }
    free(path);
    return answered;
}
