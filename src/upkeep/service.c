/* The folder's owner is the user of the service. */
#include "upkeep/service.h"

#include "base/log.h"

#include <errno.h>
#include <grp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char FOLDER[] = "/var/lib/vitrina";

bool service_become(void)
{
    struct stat info;

    if (geteuid() != 0 || getenv("STATE_DIRECTORY") || getenv("XDG_STATE_HOME") || stat(FOLDER, &info) != 0 || info.st_uid == 0)
        return true;
    setenv("STATE_DIRECTORY", FOLDER, 1);
    if (setgroups(1, &info.st_gid) == 0 && setgid(info.st_gid) == 0 && setuid(info.st_uid) == 0)
        return true;
    log_error("%s: its owner's rights cannot be taken: %s", FOLDER, strerror(errno));
    return false;
}
