/* Fingers first, the mouse as a fallback; and from shares of the mounted screen to pixels of the upright one. */
#include "input/pointer.h"

#include <string.h>

void pointer_init(struct pointer *pointer, struct size size, int rotation)
{
    ASSERT(rotation == 0 || rotation == 90 || rotation == 180 || rotation == 270);
    memset(pointer, 0, sizeof(*pointer));
    pointer->size = size;
    pointer->rotation = rotation;
    pointer->finger_ms = INT64_MIN / 2; /* long ago, whatever the clock starts with */
}

/* 0 for what is not a number. */
static float share(float value)
{
    return value > 0 ? float_clamp(value, 0, 1) : 0;
}

/* The picture is turned clockwise on the panel, so the finger's place is turned back. The edge itself still lies on the last pixel. */
static struct point upright(const struct pointer *pointer, float panel_x, float panel_y)
{
    float x = share(panel_x), y = share(panel_y), u = x, v = y;
    struct size size = pointer->size;

    if (pointer->rotation == 90) {
        u = y;
        v = 1 - x;
    } else if (pointer->rotation == 180) {
        u = 1 - x;
        v = 1 - y;
    } else if (pointer->rotation == 270) {
        u = 1 - y;
        v = x;
    }
    return (struct point){float_clamp(u * (float)size.w, 0, (float)int_max(0, size.w - 1)),
                          float_clamp(v * (float)size.h, 0, (float)int_max(0, size.h - 1))};
}

/* ---- fingers ---- */

static void forget(struct pointer *pointer, int index)
{
    pointer->fingers[index] = pointer->fingers[--pointer->finger_count];
}

static void forget_silent(struct pointer *pointer, int64_t now_ms)
{
    for (int i = pointer->finger_count - 1; i >= 0; i--)
        if (now_ms - pointer->fingers[i].ms >= POINTER_SILENT_MS)
            forget(pointer, i);
}

static int find_finger(const struct pointer *pointer, int64_t id)
{
    for (int i = 0; i < pointer->finger_count; i++)
        if (pointer->fingers[i].id == id)
            return i;
    return -1;
}

static struct pointer_sample end_mouse(struct pointer *pointer, int64_t ms)
{
    pointer->mouse_down = false;
    return (struct pointer_sample){POINTER_MOUSE_ID, POINTER_CANCEL, pointer->mouse_at, ms};
}

static int translate_finger(struct pointer *pointer, const struct raw_pointer *raw, struct pointer_sample samples[2])
{
    int index = find_finger(pointer, raw->id), count = 0;

    if (raw->kind == POINTER_DOWN && index < 0 && pointer->finger_count < GESTURE_CONTACTS_MAX)
        index = pointer->finger_count++;
    if (index < 0)
        return 0;
    if (raw->kind != POINTER_MOVE)
        pointer->finger_ms = raw->ms;
    if (raw->kind == POINTER_DOWN)
        pointer->fingers[index].down_ms = raw->ms;
    pointer->fingers[index].id = raw->id;
    pointer->fingers[index].ms = raw->ms;
    if (raw->kind == POINTER_UP || raw->kind == POINTER_CANCEL)
        forget(pointer, index);
    if (pointer->mouse_down && raw->kind != POINTER_MOVE)
        samples[count++] = end_mouse(pointer, raw->ms);
    samples[count++] = (struct pointer_sample){raw->id, raw->kind, upright(pointer, raw->x, raw->y), raw->ms};
    return count;
}

/* ---- mouse ---- */

static bool is_deaf(const struct pointer *pointer, int64_t now_ms)
{
    for (int i = 0; i < pointer->finger_count; i++)
        if (now_ms - pointer->fingers[i].down_ms < POINTER_RESTING_MS)
            return true;
    return now_ms - pointer->finger_ms < POINTER_DEAF_MS;
}

static int translate_mouse(struct pointer *pointer, const struct raw_pointer *raw, struct pointer_sample samples[2])
{
    if (raw->kind == POINTER_DOWN ? is_deaf(pointer, raw->ms) : !pointer->mouse_down)
        return 0;
    pointer->mouse_at = upright(pointer, raw->x, raw->y);
    pointer->mouse_down = raw->kind == POINTER_DOWN || raw->kind == POINTER_MOVE;
    samples[0] = (struct pointer_sample){POINTER_MOUSE_ID, raw->kind, pointer->mouse_at, raw->ms};
    return 1;
}

int pointer_translate(struct pointer *pointer, const struct raw_pointer *raw, struct pointer_sample samples[2])
{
    forget_silent(pointer, raw->ms);
    return raw->source == RAW_FINGER ? translate_finger(pointer, raw, samples) : translate_mouse(pointer, raw, samples);
}
