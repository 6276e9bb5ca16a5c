#include "shelter/pristine.h"

#include "base/mem.h"

#include <limits.h>
#include <string.h>
#include <unistd.h>

/* PREFIX/bin/vitrina -> PREFIX/share/vitrina. */
char *pristine_folder(void)
{
    static const char below[] = "/share/vitrina", binaries[] = "/bin";
    char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof(path) - sizeof(below));
    char *slash;

    if (length <= 0)
        return mem_text(VITRINA_PREFIX "/share/vitrina");
    path[length] = '\0';
    slash = strrchr(path, '/');
    if (slash) {
        *slash = '\0';
        slash = strrchr(path, '/');
    }
    if (slash && strcmp(slash, binaries) == 0) {
        memcpy(slash, below, sizeof(below));
        if (access(path, R_OK) == 0)
            return mem_text(path);
    }
    return mem_text(VITRINA_PREFIX "/share/vitrina");
}
