/* What is shown while nobody is there: attract's steps one after the other, each for its reading time, and within a panel with a map its
 * years. Each lap speaks the next language. */
#pragma once

#include "scene/attract.h"

/* step: counted over the laps of all languages. year: the step of its panel's map, -1 without one. */
struct attract_cycle {
    bool on;
    int step, year;
    int64_t since_ms;
};

enum attract_change { ATTRACT_STAYS, ATTRACT_NEXT_STEP, ATTRACT_NEXT_YEAR };

void attract_cycle_begin(struct attract_cycle *cycle, const struct exhibit *exhibit, int step, int64_t now_ms);
/* Goes on to what is due at this time, and says what has changed. However late it is called, it goes on by one step. */
enum attract_change attract_cycle_advance(struct attract_cycle *cycle, const struct exhibit *exhibit, int64_t now_ms);
/* When the next change is due. */
int64_t attract_cycle_deadline(const struct attract_cycle *cycle, const struct exhibit *exhibit);
/* Of a step: its language, the item of the attract scene, and the step with which its map begins, -1 without a map. */
int attract_cycle_language(const struct exhibit *exhibit, int step);
int attract_cycle_item(const struct exhibit *exhibit, int step);
int attract_cycle_year(const struct exhibit *exhibit, int step);
