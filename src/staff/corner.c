/* A palm is several fingers, or one that trembles; a cleaner's cloth moves. */
#include "staff/corner.h"

enum { HOLD_MS = 5000 };

static const float SIDE_MM = 30, STILL_MM = 6;

void corner_init(struct corner *corner, enum screen_corner which, struct size screen, float px_per_mm)
{
    int side = int_min((int)(SIDE_MM * px_per_mm), int_min(screen.w, screen.h) / 4);
    bool right = which == CORNER_TOP_RIGHT || which == CORNER_BOTTOM_RIGHT,
         foot = which == CORNER_BOTTOM_LEFT || which == CORNER_BOTTOM_RIGHT;

    *corner = (struct corner){.place = {right ? screen.w - side : 0, foot ? screen.h - side : 0, side, side}, .px_per_mm = px_per_mm};
}

static int find(const struct corner *corner, int64_t id)
{
    for (int i = 0; i < corner->finger_count; i++)
        if (corner->fingers[i] == id)
            return i;
    return -1;
}

static void press(struct corner *corner, const struct pointer_sample *sample)
{
    if (find(corner, sample->id) < 0 && corner->finger_count < GESTURE_CONTACTS_MAX)
        corner->fingers[corner->finger_count++] = sample->id;
    corner->held = corner->finger_count == 1 && rect_contains(corner->place, sample->at);
    corner->at = sample->at;
    corner->since_ms = sample->ms;
}

void corner_sample(struct corner *corner, const struct pointer_sample *sample)
{
    int index = find(corner, sample->id);

    switch (sample->kind) {
    case POINTER_DOWN:
        press(corner, sample);
        break;
    case POINTER_MOVE:
        if (index >= 0 && hypotf(sample->at.x - corner->at.x, sample->at.y - corner->at.y) > STILL_MM * corner->px_per_mm)
            corner->held = false;
        break;
    case POINTER_UP:
    case POINTER_CANCEL:
        corner->held = false;
        if (index >= 0)
            corner->fingers[index] = corner->fingers[--corner->finger_count];
        break;
    }
}

int64_t corner_due_ms(const struct corner *corner)
{
    return corner->held ? corner->since_ms + HOLD_MS : CLOCK_NEVER;
}

void corner_let_go(struct corner *corner)
{
    corner->held = false;
}

void corner_cancel(struct corner *corner)
{
    corner->held = false;
    corner->finger_count = 0;
}
