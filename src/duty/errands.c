/* The stick's place stands beside that directory: /run/vitrina, /run/vitrina-stick. */
#include "duty/errands.h"

#include "base/log.h"
#include "base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The first of them, with something behind it, for the caller to free. */
static char *beside(const char *behind)
{
    const char *folder = getenv("RUNTIME_DIRECTORY");
    struct buffer path = {0};

    if (!folder || folder[0] != '/')
        return NULL;
    buffer_printf(&path, "%.*s%s", (int)strcspn(folder, ":"), folder, behind);
    return path.bytes;
}

bool errands_can(void)
{
    char *folder = beside("");
    bool can = folder && access(folder, W_OK | X_OK) == 0;

    free(folder);
    return can;
}

bool errands_ask(const char *name)
{
    struct buffer behind = {0};

    buffer_printf(&behind, "/%s", name);
    char *path = beside(behind.bytes);
    int fd = path ? open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600) : -1;

    if (fd >= 0)
        close(fd);
    else
        log_error("staff: %s: %s", path ? path : name, path ? strerror(errno) : "there is no RUNTIME_DIRECTORY");
    buffer_finish(&behind);
    free(path);
    return fd >= 0;
}

char *errands_stick(void)
{
    return beside("-stick");
}
