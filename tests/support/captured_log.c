/* Standard error turned to a file without a name. */
#include "support/captured_log.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void captured_log_start(struct captured_log *captured)
{
    char name[] = "/tmp/captured-XXXXXX";

    captured->file = mkstemp(name);
    ASSERT(captured->file >= 0);
    unlink(name);
    fflush(stderr);
    captured->real = dup(STDERR_FILENO);
    dup2(captured->file, STDERR_FILENO);
}

void captured_log_stop(struct captured_log *captured, struct buffer *text)
{
    char chunk[512];

    fflush(stderr);
    dup2(captured->real, STDERR_FILENO);
    close(captured->real);
    lseek(captured->file, 0, SEEK_SET);
    buffer_add(text, "", 0);
    for (ssize_t got; (got = read(captured->file, chunk, sizeof(chunk))) > 0;)
        buffer_add(text, chunk, (size_t)got);
    close(captured->file);
}
