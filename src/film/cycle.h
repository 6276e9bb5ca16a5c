/* What attract shows at this time: the film's shots one after the other, each for its time, and within a panel with a map its years. */
#pragma once

#include "base/tween.h"
#include "film/order.h"

/* shot: what is shown; of place, unless the film began with another. before: what it came after; the same at the beginning. years: the
 * steps of their panels' maps, -1 without one. turn: from the one before, at 0, to this one, at 1. */
struct cycle {
    bool on;
    struct film_place place;
    struct film_shot shot, before;
    int year, year_before;
    struct tween turn;
    int64_t since_ms;
};

/* SLIDES: the next shot comes over the one before, as `turn` runs. NEXT_SHOT: it is there at once. */
enum cycle_change { CYCLE_STAYS, CYCLE_SLIDES, CYCLE_NEXT_SHOT, CYCLE_NEXT_YEAR };

/* From the film's beginning. */
void cycle_begin(struct cycle *cycle, const struct exhibit *exhibit, int64_t now_ms);
/* The same, with another shot in the place of the first. */
void cycle_begin_with(struct cycle *cycle, const struct exhibit *exhibit, struct film_shot shot, int64_t now_ms);
/* Goes on to what is due at this time, and says what has changed. However late it is called, it goes on by one shot. */
enum cycle_change cycle_advance(struct cycle *cycle, const struct exhibit *exhibit, int64_t now_ms);
/* When the next change is due. */
int64_t cycle_deadline(const struct cycle *cycle, const struct exhibit *exhibit);

/* The shot that comes next, and the step with which its map begins, -1 without one. */
struct film_next {
    struct film_shot shot;
    int year;
};

struct film_next cycle_next(const struct cycle *cycle, const struct exhibit *exhibit);
