/* Standard streams made safe at the start, looked at in the end. */
#include "base/streams.h"

#include "base/log.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

bool streams_guard(void)
{
    /* A closed output is opened for reading only, so that what is written to it fails, and is told as lost. */
    static const int modes[] = {[STDIN_FILENO] = O_RDONLY, [STDOUT_FILENO] = O_RDONLY, [STDERR_FILENO] = O_WRONLY};
    static const int signals[] = {SIGPIPE, SIGXFSZ, SIGTTOU}; /* SIGTTOU: a terminal that lets nobody in the background write */
    struct sigaction ignored = {.sa_handler = SIG_IGN};

    for (int fd = 0; fd < (int)COUNTOF(modes); fd++) /* from the lowest: that is the number which open gives */
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", modes[fd]) != fd)
            return false;
    for (size_t i = 0; i < COUNTOF(signals); i++)
        sigaction(signals[i], &ignored, NULL);
    return true;
}

bool streams_end_output(void)
{
    bool lost = ferror(stdout) != 0;
    int why = lost && write(STDOUT_FILENO, "\n", 1) != 1 ? errno : 0; /* it says once more why */

    if (fclose(stdout) != 0) {
        lost = true;
        why = errno;
    }
    if (lost)
        log_error("not all of the output could be written: %s", why ? strerror(why) : "the rest is lost");
    return !lost;
}
