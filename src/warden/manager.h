/* The service manager that started the program, where one listens: sd_notify(3), spoken by hand. systemd's own library would be one more to
 * load at each start, and brings four others. */
#pragma once

#include "base/base.h"

#include <sys/socket.h>
#include <sys/un.h>

struct manager {
    int socket; /* -1: nobody listens */
    struct sockaddr_un address;
    socklen_t address_size;
    int64_t patience_ms; /* how long it waits for WATCHDOG=1 before it begins the program anew; 0: for ever */
};

/* Takes from the environment who listens, so that no process of ours takes it for its own. */
void manager_open(struct manager *manager);
void manager_close(struct manager *manager);
/* Lines of NAME=VALUE. False: nobody has taken it. Never waits. */
bool manager_tell(const struct manager *manager, const char *lines);
