/* What many visits come to: how a report is given them. */
#pragma once

#include "diary/entry.h"

/* A thing that was counted: count: of visits; times, seconds: how often and how long it was shown in all. Lists say what of it they use. */
struct sum {
    const char *name;
    int64_t count, times, seconds;
};

struct sum_list {
    struct sum *sums;
    int count;
};

/* A step from one scene to another. */
struct sum_way {
    const char *from, *to;
    int64_t count;
};

/* Where fingers came down on a scene, as diary_press has cells. */
struct sum_touches {
    const char *scene;
    bool tall;
    int64_t total, cells[DIARY_CELLS];
};

enum { SUMS_HOURS = 24 };

/* from, to: the first and the last day of them, "" without any. days: in their order; languages, scenes, begins, ends, ways: the most
 * first. hours: of the day. */
struct sums {
    const char *from, *to;
    int64_t visits, seconds, median_s, touched, large, contrast;
    struct sum_list days, languages, scenes, begins, ends;
    struct sum hours[SUMS_HOURS];
    struct sum_way *ways;
    int way_count;
    struct sum_touches *touches; /* the most touched first */
    int touches_count;
};
