/* The fitter's test of a touch screen: which squares of it a finger has reached, where ten fingers are and have been, and how long the
 * picture takes to follow them. Pure. */
#pragma once

#include "input/gesture.h"
#include "page/page.h"

enum { TOUCH_CELLS_MAX = 4096, TOUCH_FINGERS_MAX = GESTURE_CONTACTS_MAX, TOUCH_TRAIL_MAX = 96, TOUCH_TIMES_MAX = 15 };

/* Where it is, and was since it came down; the trail stays when it is lifted. */
struct touch_finger {
    bool down;
    int64_t id;
    struct point trail[TOUCH_TRAIL_MAX]; /* newest last */
    int trail_count;
};

struct touch_test {
    struct size screen;
    float px_per_mm;
    int columns, rows;
    bool reached[TOUCH_CELLS_MAX];
    int reached_count;
    struct touch_finger fingers[TOUCH_FINGERS_MAX];
    int64_t moved_ms; /* of the first sample that no picture has shown yet; 0: there is none */
    int times[TOUCH_TIMES_MAX], time_count;
};

void touch_test_init(struct touch_test *test, struct size screen, float px_per_mm);
void touch_test_sample(struct touch_test *test, const struct pointer_sample *sample);
/* No finger is down any more. */
void touch_test_cancel(struct touch_test *test);
/* The screen shows all that was told until now. */
void touch_test_shown(struct touch_test *test, int64_t now_ms);
/* The middle one of the last times from a sample to its picture, in milliseconds; -1: none was taken. What the panel itself takes before it
 * tells is not in it. */
int touch_test_latency_ms(const struct touch_test *test);
int touch_test_unreached(const struct touch_test *test);
bool touch_test_is_touched(const struct touch_test *test);
/* The squares. */
void touch_test_put_grid(const struct touch_test *test, const struct scene *scene);
/* Trails, and a ring with a number at each finger. */
void touch_test_put_fingers(const struct touch_test *test, const struct scene *scene);
/* A line of 100 mm with its millimetres, as long as the declared screen makes it; bars of colours and of greys below. As wide as box. */
void touch_test_put_ruler(const struct touch_test *test, const struct scene *scene, struct rect box);
