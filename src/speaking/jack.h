/* Whether a headset is plugged into this machine: the kernel's switches (evdev, SW_HEADPHONE_INSERT). A thread waits for them to turn;
 * nothing polls. */
#pragma once

#include "base/base.h"

struct jack;

/* wake: called from the thread when a switch has turned. NULL, with a log line, where no thread can wait for them. Where the machine has no
 * such switch that may be read a log line says so; one that comes later counts. */
struct jack *jack_create(void (*wake)(void *context), void *context);
/* NULL is fine. */
void jack_destroy(struct jack *jack);
bool jack_is_plugged(struct jack *jack);
