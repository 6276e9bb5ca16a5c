#include "speaking/measuring.h"

#include "base/mem.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PATIENCE_MS = 30000 };

static bool ask(int socket, const struct measuring_file *of, struct speech_answer *measured)
{
    const struct speech_request request = {.task = SPEECH_MEASURE, .most_ms = of->most_ms};
    struct pollfd look = {.fd = socket, .events = POLLIN};

    return speech_wire_ask(socket, &request, of->file) && poll(&look, 1, PATIENCE_MS) > 0 && speech_wire_take(socket, measured);
}

/* What answers before it has the file, and not behind it, is ended or held up by it. */
static bool measure(int socket, const struct measuring_file *of, struct speech_answer *measured)
{
    if (!ask(socket, &(struct measuring_file){.file = -1}, measured))
        return false;
    if (!ask(socket, of, measured))
        *measured = (struct speech_answer){.outcome = SPEECH_FAILED, .why = "what plays it is ended by it, or held up"};
    return true;
}

bool measuring_sound(const char *program, const struct measuring_file *of, struct speech_answer *measured)
{
    char *path = program ? mem_text(program) : beside_program(SPEECH_PROGRAM), *arguments[] = {path, NULL};
    bool answered = false;
    pid_t pid;
    int socket;

    if (beside_start(&(struct beside_setup){.arguments = arguments}, &pid, &socket) == 0) {
        answered = measure(socket, of, measured);
        close(socket);
        kill(pid, SIGKILL);
        while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
            continue;
    }
    free(path);
    return answered;
}
