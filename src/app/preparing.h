/* The kiosk has its photographs decoded ahead while nobody touches it: by the command "prepare", in a process of its own
 * (platform/aside.h), which a touch ends at once. What it had not come to is done the next time that nobody touches; when it has come to
 * its end it is not started again. NULL everywhere: there is nothing to prepare. */
#pragma once

#include "base/geom.h"

#include <stdint.h>

struct exhibit;
struct preparing;

/* exhibit: whether it has photographs; path: its folder. NULL if it has none. */
struct preparing *preparing_create(const struct exhibit *exhibit, const char *path, struct size screen, int64_t now_ms);
void preparing_destroy(struct preparing *preparing);
/* The screen has another size, so photographs are shown in others. */
void preparing_resize(struct preparing *preparing, struct size screen, int64_t now_ms);
/* Somebody touches. */
void preparing_pause(struct preparing *preparing, int64_t now_ms);
/* Begins when it is time, and takes note of the end. */
void preparing_tick(struct preparing *preparing, int64_t now_ms);
/* When that is; CLOCK_NEVER if only a touch can change it. */
int64_t preparing_deadline(const struct preparing *preparing);
