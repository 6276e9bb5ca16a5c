/* The film's place, and a clock. */
#include "film/cycle.h"

#include "blocks/blocks.h"
#include "text/bidi.h"

enum { YEAR_LEAST_MS = 2500 };

/* The years that a map passes through in its panel's time, from the first to the last, which stands twice as long. */
struct map_years {
    int first, last; /* -1 without a map */
    int64_t each_ms;
};

/* As many of the last years as have their time. */
static struct map_years years_of(const struct exhibit *exhibit, struct film_shot shot, int64_t shown_ms)
{
    int steps = shot.kind == FILM_PAGE && shot.panel >= 0 ? blocks_steps(&exhibit->panels[shot.panel]) : 0;

    if (steps == 0)
        return (struct map_years){-1, -1, shown_ms};
    int last = steps - 1, count = int_clamp((int)(shown_ms / YEAR_LEAST_MS) - 1, 1, last + 1);

    return (struct map_years){last + 1 - count, last, shown_ms / (count + 1)};
}

static void show(struct cycle *cycle, const struct exhibit *exhibit, struct film_shot shot, int64_t now_ms)
{
    cycle->shot = shot;
    tween_set(&cycle->turn, 1);
    cycle->year = years_of(exhibit, shot, film_shot_ms(exhibit, &cycle->place)).first;
    cycle->since_ms = now_ms;
}

void cycle_begin_with(struct cycle *cycle, const struct exhibit *exhibit, struct film_shot shot, int64_t now_ms)
{
    cycle->place = (struct film_place){0};
    cycle->before = shot;
    show(cycle, exhibit, shot, now_ms);
}

void cycle_begin(struct cycle *cycle, const struct exhibit *exhibit, int64_t now_ms)
{
    const struct film_place first = {0};

    cycle_begin_with(cycle, exhibit, film_shot(exhibit, &first), now_ms);
}

static struct map_years years_now(const struct cycle *cycle, const struct exhibit *exhibit)
{
    return years_of(exhibit, cycle->shot, film_shot_ms(exhibit, &cycle->place));
}

int64_t cycle_deadline(const struct cycle *cycle, const struct exhibit *exhibit)
{
    struct map_years years = years_now(cycle, exhibit);

    if (cycle->year < years.last)
        return cycle->since_ms + (cycle->year - years.first + 1) * years.each_ms;
    return cycle->since_ms + film_shot_ms(exhibit, &cycle->place);
}

struct film_next cycle_next(const struct cycle *cycle, const struct exhibit *exhibit)
{
    struct film_place place = cycle->place;

    film_advance(exhibit, &place);
    struct film_shot shot = film_shot(exhibit, &place);

    return (struct film_next){shot, years_of(exhibit, shot, film_shot_ms(exhibit, &place)).first};
}

static bool same_shot(struct film_shot a, struct film_shot b)
{
    return a.kind == b.kind && a.panel == b.panel && a.language == b.language;
}

/* Posters slide, where both are read in the same direction: a frame has but one. */
static enum cycle_change turn(struct cycle *cycle, const struct exhibit *exhibit, int64_t now_ms)
{
    bool leftward = bidi_is_leftward(exhibit->languages[cycle->shot.language]);

    if (same_shot(cycle->shot, cycle->before))
        return CYCLE_STAYS;
    if (!(exhibit->attract & ATTRACT_POSTERS) || exhibit->theme.reduced_motion || exhibit->timing.poster_turn_ms == 0 ||
        leftward != bidi_is_leftward(exhibit->languages[cycle->before.language]))
        return CYCLE_NEXT_SHOT;
    tween_set(&cycle->turn, 0);
    tween_run(&cycle->turn, 1, now_ms - TWEEN_HEAD_START_MS, exhibit->timing.poster_turn_ms);
    return CYCLE_SLIDES;
}

enum cycle_change cycle_advance(struct cycle *cycle, const struct exhibit *exhibit, int64_t now_ms)
{
    int64_t gone = now_ms - cycle->since_ms;

    if (gone >= film_shot_ms(exhibit, &cycle->place)) {
        cycle->before = cycle->shot;
        cycle->year_before = cycle->year;
        film_advance(exhibit, &cycle->place);
        show(cycle, exhibit, film_shot(exhibit, &cycle->place), now_ms);
        return turn(cycle, exhibit, now_ms);
    }
    if (now_ms < cycle_deadline(cycle, exhibit))
        return CYCLE_STAYS;
    struct map_years years = years_now(cycle, exhibit);

    cycle->year = int_min(years.last, years.first + (int)(gone / years.each_ms));
    return CYCLE_NEXT_YEAR;
}
