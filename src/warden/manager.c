#include "warden/manager.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* -1: it is not a whole number of its own, or there is none. */
static long long number_in(const char *variable)
{
    const char *text = getenv(variable);
    char *end = NULL;
    long long number = text && text[0] >= '0' && text[0] <= '9' ? strtoll(text, &end, 10) : -1;

    return end && *end == '\0' ? number : -1;
}

static int64_t patience_told(void)
{
    enum { US_IN_MS = 1000 };
    long long us = number_in("WATCHDOG_USEC"), pid = number_in("WATCHDOG_PID");

    return us > 0 && us < INT64_MAX / 2 && (pid < 0 || pid == getpid()) ? us / US_IN_MS : 0;
}

void manager_open(struct manager *manager)
{
    static const char *const variables[] = {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"};
    const char *path = getenv(variables[0]);
    size_t length = path ? strlen(path) : 0;

    *manager = (struct manager){.socket = -1, .address = {.sun_family = AF_UNIX}};
    if (length > 1 && length < sizeof(manager->address.sun_path) && (path[0] == '/' || path[0] == '@')) {
        memcpy(manager->address.sun_path, path, length);
        if (path[0] == '@') /* a name that is no file */
            manager->address.sun_path[0] = '\0';
        manager->address_size = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length);
        manager->socket = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    }
    if (manager->socket >= 0)
        manager->patience_ms = patience_told();
    for (size_t i = 0; i < COUNTOF(variables); i++)
        unsetenv(variables[i]);
}

void manager_close(struct manager *manager)
{
    if (manager->socket >= 0)
        close(manager->socket);
    manager->socket = -1;
}

bool manager_tell(const struct manager *manager, const char *lines)
{
    return manager->socket >= 0 && sendto(manager->socket, lines, strlen(lines), MSG_DONTWAIT | MSG_NOSIGNAL,
                                          (const struct sockaddr *)&manager->address, manager->address_size) >= 0;
}
