/* Commands that a technician gives as root, about the kiosk that runs as a service. */
#pragma once

#include <stdbool.h>

/* Goes on as the user of the service and with its folder (/var/lib/vitrina), if we are root, that folder is there, and nothing names
 * another: what is written belongs to the kiosk then. False, with a log line: that user's rights cannot be taken. */
bool service_become(void);
