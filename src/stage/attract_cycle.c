/* Pure counting over the exhibit and a clock. */
#include "stage/attract_cycle.h"

#include "blocks/blocks.h"

enum { YEAR_LEAST_MS = 2500 };

int attract_cycle_language(const struct exhibit *exhibit, int step)
{
    return step / attract_steps(exhibit) % exhibit->language_count;
}

int attract_cycle_item(const struct exhibit *exhibit, int step)
{
    return step % attract_steps(exhibit);
}

static int64_t step_ms(const struct exhibit *exhibit, int step)
{
    return scene_reading_ms(exhibit,
                            scene_attract.words(exhibit, attract_cycle_item(exhibit, step), attract_cycle_language(exhibit, step)));
}

/* The years that a map passes through in its panel's time, from the first to the last, which stands twice as long. */
struct map_years {
    int first, last; /* -1 without a map */
    int64_t each_ms;
};

/* As many of the last years as have their time. */
static struct map_years years_of(const struct exhibit *exhibit, int step)
{
    int panel = attract_panel(exhibit, attract_cycle_item(exhibit, step));
    int steps = panel < 0 ? 0 : blocks_steps(&exhibit->panels[panel]);
    int64_t reading = step_ms(exhibit, step);

    if (steps == 0)
        return (struct map_years){-1, -1, reading};
    int last = steps - 1, count = int_clamp((int)(reading / YEAR_LEAST_MS) - 1, 1, last + 1);

    return (struct map_years){last + 1 - count, last, reading / (count + 1)};
}

int attract_cycle_year(const struct exhibit *exhibit, int step)
{
    return years_of(exhibit, step).first;
}

void attract_cycle_begin(struct attract_cycle *cycle, const struct exhibit *exhibit, int step, int64_t now_ms)
{
    cycle->step = step;
    cycle->year = attract_cycle_year(exhibit, step);
    cycle->since_ms = now_ms;
}

int64_t attract_cycle_deadline(const struct attract_cycle *cycle, const struct exhibit *exhibit)
{
    struct map_years years = years_of(exhibit, cycle->step);

    if (cycle->year < years.last)
        return cycle->since_ms + (cycle->year - years.first + 1) * years.each_ms;
    return cycle->since_ms + step_ms(exhibit, cycle->step);
}

enum attract_change attract_cycle_advance(struct attract_cycle *cycle, const struct exhibit *exhibit, int64_t now_ms)
{
    int64_t gone = now_ms - cycle->since_ms;
    int laps = attract_steps(exhibit) * exhibit->language_count;

    if (gone >= step_ms(exhibit, cycle->step)) {
        attract_cycle_begin(cycle, exhibit, (cycle->step + 1) % laps, now_ms);
        return ATTRACT_NEXT_STEP;
    }
    if (now_ms < attract_cycle_deadline(cycle, exhibit))
        return ATTRACT_STAYS;
    struct map_years years = years_of(exhibit, cycle->step);

    cycle->year = int_min(years.last, years.first + (int)(gone / years.each_ms));
    return ATTRACT_NEXT_YEAR;
}
