/* proc(5); Documentation/driver-api/thermal/sysfs-api of the kernel: millidegrees. */
#include "pulse/machine.h"

#include "pulse/metrics.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { ZONES_MOST = 32, NUMBER_BYTES = 64, PATH_BYTES = 128 };

/* The text of a file, cut to the room; false: it cannot be read. */
static bool read_text(const char *path, char text[NUMBER_BYTES])
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t length = fd < 0 ? -1 : read(fd, text, NUMBER_BYTES - 1);

    if (fd >= 0)
        close(fd);
    text[length > 0 ? length : 0] = '\0';
    return length > 0;
}

int64_t machine_resident_bytes(void)
{
    char text[NUMBER_BYTES];
    int64_t pages = 0;

    if (!read_text("/proc/self/statm", text) || sscanf(text, "%*s %" SCNd64, &pages) != 1)
        return 0;
    return pages * (int64_t)sysconf(_SC_PAGESIZE);
}

double machine_celsius(const char *folder)
{
    double warmest = METRICS_COLD - 1;

    for (int zone = 0; zone < ZONES_MOST; zone++) {
        char path[PATH_BYTES], text[NUMBER_BYTES];

        snprintf(path, sizeof(path), "%s/thermal_zone%d", folder, zone);
        if (access(path, F_OK) != 0)
            break;
        snprintf(path, sizeof(path), "%s/thermal_zone%d/temp", folder, zone);
        if (!read_text(path, text))
            continue;
        double celsius = strtod(text, NULL) / 1000;

        warmest = celsius > warmest ? celsius : warmest;
    }
    return warmest;
}
