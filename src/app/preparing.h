/* The kiosk has its photographs decoded ahead while nobody touches it: by the command "prepare", in a process of its own
 * (platform/aside.h), which a touch ends at once. What it had not come to is done the next time that nobody touches; when it has come to
 * its end it is not started again. Where no exhibit with photographs is shown it does nothing. */
#pragma once

#include "base/geom.h"

#include <stdint.h>

struct exhibit;
struct preparing;

struct preparing *preparing_create(void);
void preparing_destroy(struct preparing *preparing);
/* path: the exhibit's folder, copied. */
void preparing_begin(struct preparing *preparing, const struct exhibit *exhibit, const char *path, struct size screen);
/* The exhibit is no longer shown. */
void preparing_end(struct preparing *preparing);
/* The screen has another size, so photographs are shown in others. */
void preparing_resize(struct preparing *preparing, struct size screen, int64_t now_ms);
/* Somebody touches. */
void preparing_pause(struct preparing *preparing, int64_t now_ms);
/* Begins when it is time, and takes note of the end. */
void preparing_tick(struct preparing *preparing, int64_t now_ms);
/* When that is; CLOCK_NEVER if only a touch can change it. */
int64_t preparing_deadline(const struct preparing *preparing);
