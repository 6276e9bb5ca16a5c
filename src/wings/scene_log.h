/* The stage's log lines, kept until the app takes them: the stage itself touches nothing of the world. */
#pragma once

#include "base/base.h"

enum { SCENE_LOG_LINES = 16, SCENE_LOG_BYTES = 320 };

struct scene_log {
    char lines[SCENE_LOG_LINES][SCENE_LOG_BYTES], taken[SCENE_LOG_BYTES];
    int first, count;
};

/* When nobody takes them the oldest goes. */
void scene_log_add(struct scene_log *log, const char *format, ...) PRINTF_LIKE(2, 3);
/* The oldest; NULL if there is none. Borrowed until the next call. */
const char *scene_log_take(struct scene_log *log);
