/* A stack. */
#include "visit/overlays.h"

#include <string.h>

void overlays_open(struct overlays *overlays, struct scene_ref scene)
{
    if (overlays->count == OVERLAYS_MAX)
        memmove(&overlays->list[0], &overlays->list[1], sizeof(overlays->list[0]) * (size_t)--overlays->count);
    overlays->list[overlays->count++] = (struct overlay){.scene = scene};
}

void overlays_close(struct overlays *overlays)
{
    if (overlays->count > 0)
        overlays->count--;
}

const struct overlay *overlays_top(const struct overlays *overlays)
{
    return overlays->count > 0 ? &overlays->list[overlays->count - 1] : NULL;
}

const struct event *overlays_told(const struct overlays *overlays, const struct exhibit *exhibit)
{
    for (int i = overlays->count - 2; i >= 0; i--)
        if (overlays->list[i].scene.ops->opened_by == ACTION_EVENT)
            return &exhibit->events[overlays->list[i].scene.item];
    return NULL;
}

const struct overlay *overlays_whole(const struct overlays *overlays)
{
    for (int i = overlays->count - 1; i >= 0; i--)
        if (overlays->list[i].scene.ops->whole)
            return &overlays->list[i];
    return NULL;
}
