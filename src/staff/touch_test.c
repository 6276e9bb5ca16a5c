/* Squares of about 20 mm, so that a finger cannot miss one that lives. */
#include "staff/touch_test.h"

#include "page/label.h"

#include <stdlib.h>
#include <string.h>

enum { RULER_MM = 100 };

static const float CELL_MM = 20, STEP_PX = 4, RING_MM = 16, TRAIL_MM = 1.5F, TICK_MM = 4, TENTH_MM = 8;

void touch_test_init(struct touch_test *test, struct size screen, float px_per_mm)
{
    float cell = CELL_MM * px_per_mm;

    *test = (struct touch_test){.screen = screen, .px_per_mm = px_per_mm};
    do {
        test->columns = int_max(1, (int)lroundf((float)screen.w / cell));
        test->rows = int_max(1, (int)lroundf((float)screen.h / cell));
        cell *= 1.25F;
    } while (test->columns > TOUCH_CELLS_MAX / test->rows);
}

static int cells(const struct touch_test *test)
{
    return test->columns * test->rows;
}

static void reach(struct touch_test *test, struct point at)
{
    int x = int_clamp((int)(at.x * (float)test->columns / (float)test->screen.w), 0, test->columns - 1);
    int y = int_clamp((int)(at.y * (float)test->rows / (float)test->screen.h), 0, test->rows - 1);
    bool *cell = &test->reached[y * test->columns + x];

    test->reached_count += !*cell;
    *cell = true;
}

/* A finger that moved quickly was between two samples too. */
static void reach_along(struct touch_test *test, struct point from, struct point to)
{
    int steps = int_max(1, (int)(hypotf(to.x - from.x, to.y - from.y) / STEP_PX));

    for (int i = 1; i <= steps; i++) {
        float share = (float)i / (float)steps;

        reach(test, (struct point){from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share});
    }
}

static void add_to_trail(struct touch_finger *finger, struct point at)
{
    if (finger->trail_count == TOUCH_TRAIL_MAX)
        memmove(finger->trail, finger->trail + 1, sizeof(finger->trail[0]) * (size_t)--finger->trail_count);
    finger->trail[finger->trail_count++] = at;
}

static struct touch_finger *finger_of(struct touch_test *test, int64_t id)
{
    for (int i = 0; i < TOUCH_FINGERS_MAX; i++)
        if (test->fingers[i].down && test->fingers[i].id == id)
            return &test->fingers[i];
    return NULL;
}

static struct touch_finger *free_finger(struct touch_test *test)
{
    for (int i = 0; i < TOUCH_FINGERS_MAX; i++)
        if (!test->fingers[i].down)
            return &test->fingers[i];
    return NULL;
}

void touch_test_sample(struct touch_test *test, const struct pointer_sample *sample)
{
    struct touch_finger *finger = finger_of(test, sample->id);
    bool begins = sample->kind == POINTER_DOWN, stays = begins || sample->kind == POINTER_MOVE;

    if (test->columns == 0)
        return;
    if (begins && !finger)
        finger = free_finger(test);
    if (!finger)
        return;
    if (begins) {
        *finger = (struct touch_finger){.down = true, .id = sample->id};
        reach(test, sample->at);
    } else if (stays) {
        reach_along(test, finger->trail[finger->trail_count - 1], sample->at);
    }
    finger->down = stays;
    if (stays)
        add_to_trail(finger, sample->at);
    if (stays && test->moved_ms == 0)
        test->moved_ms = sample->ms;
}

void touch_test_cancel(struct touch_test *test)
{
    for (int i = 0; i < TOUCH_FINGERS_MAX; i++)
        test->fingers[i].down = false;
}

void touch_test_shown(struct touch_test *test, int64_t now_ms)
{
    if (test->moved_ms == 0)
        return;
    if (test->time_count == TOUCH_TIMES_MAX)
        memmove(test->times, test->times + 1, sizeof(test->times[0]) * (size_t)--test->time_count);
    test->times[test->time_count++] = (int)(now_ms - test->moved_ms);
    test->moved_ms = 0;
}

static int by_length(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

int touch_test_latency_ms(const struct touch_test *test)
{
    int sorted[TOUCH_TIMES_MAX];

    memcpy(sorted, test->times, sizeof(sorted));
    qsort(sorted, (size_t)test->time_count, sizeof(sorted[0]), by_length);
    return test->time_count > 0 ? sorted[test->time_count / 2] : -1;
}

int touch_test_unreached(const struct touch_test *test)
{
    return cells(test) - test->reached_count;
}

bool touch_test_is_touched(const struct touch_test *test)
{
    for (int i = 0; i < TOUCH_FINGERS_MAX; i++)
        if (test->fingers[i].down)
            return true;
    return false;
}

/* ---- what is seen ---- */

static int left_of(const struct touch_test *test, int column)
{
    ASSERT(test->columns > 0);
    return column * test->screen.w / test->columns;
}

static int top_of(const struct touch_test *test, int row)
{
    ASSERT(test->rows > 0);
    return row * test->screen.h / test->rows;
}

/* Neighbours that were reached are one fill. */
static void put_row(const struct touch_test *test, const struct scene *scene, int row)
{
    const bool *reached = &test->reached[row * test->columns];
    int top = top_of(test, row), height = top_of(test, row + 1) - top;

    for (int from = 0, to; from < test->columns; from = to) {
        to = from + 1;
        while (to < test->columns && reached[to] == reached[from])
            to++;
        if (reached[from])
            draw_fill(page_pen(scene), (struct rect){left_of(test, from), top, left_of(test, to) - left_of(test, from), height},
                      scene->style->colours.light);
    }
}

void touch_test_put_grid(const struct touch_test *test, const struct scene *scene)
{
    struct colour line = scene->style->colours.muted;

    for (int i = 0; i < test->rows; i++)
        put_row(test, scene, i);
    for (int i = 0; i <= test->columns; i++)
        draw_fill(page_pen(scene), (struct rect){int_min(left_of(test, i), test->screen.w - 1), 0, 1, test->screen.h}, line);
    for (int i = 0; i <= test->rows; i++)
        draw_fill(page_pen(scene), (struct rect){0, int_min(top_of(test, i), test->screen.h - 1), test->screen.w, 1}, line);
}

/* The number stands above the finger, which hides what is under it; below it where there is no room. */
static void put_number(const struct scene *scene, struct rect ring, int number)
{
    const struct style *style = scene->style;
    struct label label = {
        {.face = FACE_BOLD, .size_px = style->sizes.body_px}, style->colours.paper, page_number(scene, number), ALIGN_CENTRE};
    int height = style->sizes.body_px * 5 / 4;
    struct rect box = {ring.x, ring.y - height, ring.w, height};

    if (box.y < 0)
        box.y = ring.y + ring.h;
    draw_fill(page_pen(scene), box, style->colours.strong);
    label_put(scene, &label, box);
}

static void put_finger(const struct touch_test *test, const struct scene *scene, int index)
{
    const struct touch_finger *finger = &test->fingers[index];
    const struct style *style = scene->style;
    int dot = int_max(2, (int)(TRAIL_MM * test->px_per_mm)), side = (int)(RING_MM * test->px_per_mm);

    for (int i = 0; i < finger->trail_count; i++)
        draw_fill(page_pen(scene), (struct rect){(int)finger->trail[i].x - dot / 2, (int)finger->trail[i].y - dot / 2, dot, dot},
                  style->colours.ink);
    if (!finger->down)
        return;
    struct point at = finger->trail[finger->trail_count - 1];
    struct rect ring = {(int)at.x - side / 2, (int)at.y - side / 2, side, side};

    draw_frame(page_pen(scene), ring, style->rule_px, style->colours.strong);
    put_number(scene, ring, index + 1);
}

void touch_test_put_fingers(const struct touch_test *test, const struct scene *scene)
{
    for (int i = 0; i < TOUCH_FINGERS_MAX; i++)
        put_finger(test, scene, i);
}

static void put_bars(const struct scene *scene, struct rect box)
{
    static const struct colour colours[] = {{255, 255, 255, 255}, {255, 255, 0, 255}, {0, 255, 255, 255}, {0, 255, 0, 255},
                                            {255, 0, 255, 255},   {255, 0, 0, 255},   {0, 0, 255, 255},   {0, 0, 0, 255}};
    enum { GREYS = 11 };
    int half = box.h / 2, count = (int)COUNTOF(colours);

    for (int i = 0; i < count; i++)
        draw_fill(page_pen(scene), (struct rect){box.x + box.w * i / count, box.y, box.w * (i + 1) / count - box.w * i / count, half},
                  colours[i]);
    for (int i = 0; i < GREYS; i++) {
        uint8_t grey = (uint8_t)(255 * i / (GREYS - 1));

        draw_fill(page_pen(scene),
                  (struct rect){box.x + box.w * i / GREYS, box.y + half, box.w * (i + 1) / GREYS - box.w * i / GREYS, box.h - half},
                  (struct colour){grey, grey, grey, 255});
    }
    draw_frame(page_pen(scene), box, 1, scene->style->colours.muted); /* white is seen on white paper too */
}

void touch_test_put_ruler(const struct touch_test *test, const struct scene *scene, struct rect box)
{
    const struct style *style = scene->style;
    int length = (int)lroundf(RULER_MM * test->px_per_mm), tall = (int)(TENTH_MM * test->px_per_mm), x = box.x;
    struct label label = {{.face = FACE_BOLD, .size_px = style->sizes.label_px},
                          style->colours.ink,
                          arena_printf(scene->arena, "%s mm", page_number(scene, RULER_MM)),
                          ALIGN_START};

    for (int mm = 0; mm <= RULER_MM; mm++) {
        int height = mm % 10 == 0 ? tall : (int)(TICK_MM * test->px_per_mm * (mm % 5 == 0 ? 1.5F : 1)),
            at = (int)lroundf((float)mm * test->px_per_mm);

        draw_fill(page_pen(scene), (struct rect){x + int_min(at, length - 1), box.y + tall - height, 1 + (mm % 10 == 0), height},
                  style->colours.ink);
    }
    draw_fill(page_pen(scene), (struct rect){x, box.y + tall, length, int_max(1, style->rule_px / 2)}, style->colours.ink);
    label_put(scene, &label, (struct rect){x + length + style->sizes.label_px, box.y, box.w, tall});
    put_bars(scene, (struct rect){box.x, box.y + tall + style->sizes.label_px, box.w, box.h - tall - style->sizes.label_px});
}
