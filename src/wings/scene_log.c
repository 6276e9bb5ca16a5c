/* A ring of lines. */
#include "wings/scene_log.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void scene_log_add(struct scene_log *log, const char *format, ...)
{
    va_list arguments;

    if (log->count == SCENE_LOG_LINES) {
        log->first = (log->first + 1) % SCENE_LOG_LINES;
        log->count--;
    }
    va_start(arguments, format);
    vsnprintf(log->lines[(log->first + log->count++) % SCENE_LOG_LINES], SCENE_LOG_BYTES, format, arguments);
    va_end(arguments);
}

const char *scene_log_take(struct scene_log *log)
{
    if (log->count == 0)
        return NULL;
    memcpy(log->taken, log->lines[log->first], SCENE_LOG_BYTES);
    log->first = (log->first + 1) % SCENE_LOG_LINES;
    log->count--;
    return log->taken;
}
