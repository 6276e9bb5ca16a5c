/* The stage, led through everything there is. */
#include "support/tour.h"

#include "film/order.h"
#include "stage/act.h"
#include "stage/stage.h"
#include "support/visitor.h"
#include "support/fake_measure.h"

#include <string.h>

enum { REST_MS = 2000, BRIEF = 2 };

struct guide {
    const struct tour *tour;
    struct stage *stage;
    int64_t now_ms;
};

static int as_many(const struct guide *guide, int count)
{
    return guide->tour->brief ? int_min(count, BRIEF) : count;
}

/* Nothing moves any more, and the picture is made. */
static void look(struct guide *guide)
{
    guide->now_ms += REST_MS;
    stage_tick(guide->stage, guide->now_ms);
    stage_frame(guide->stage, guide->now_ms);
    while (stage_log(guide->stage))
        continue;
}

static void do_action(struct guide *guide, enum action_kind kind, int argument)
{
    act(guide->stage, (struct action){.kind = kind, .argument = argument}, guide->now_ms);
    look(guide);
}

static void open_scene(struct guide *guide, const struct scene_ops *ops, int item)
{
    act(guide->stage, (struct action){.kind = ACTION_OPEN, .argument = item, .scene = ops}, guide->now_ms);
    look(guide);
}

static void press(struct guide *guide, enum key key)
{
    stage_key(guide->stage, key, guide->now_ms);
    look(guide);
}

/* Tells what is shown without a notice; what stands behind one is seen after it, and the next is told again. */
static void pass_notice(struct guide *guide)
{
    const struct tour *tour = guide->tour;
    const char *scene = visitor_scene(guide->stage);

    if (strncmp(scene, "notice/", 7) == 0) {
        do_action(guide, ACTION_ACCEPT, 0);
        guide->stage->visit.answered = 0;
    } else if (tour->met) {
        tour->met(tour->context, scene);
    }
}

static void see_panel(struct guide *guide, int index)
{
    const struct panel *panel = &guide->tour->exhibit->panels[index];
    static const struct scene_ops *const cards[] = {&scene_more, &scene_difference, &scene_description};
    bool has[] = {prose_in(&panel->more, 0)->block_count > 0, panel->difference_count > 0, true};

    do_action(guide, ACTION_PANEL, index);
    pass_notice(guide);
    guide->stage->visit.answered = ~0u; /* the panel's own cards stand behind the notice that it stands behind */
    do_action(guide, ACTION_PANEL, index);
    for (size_t i = 0; i < COUNTOF(cards); i++) {
        if (cards[i] == &scene_description)
            open_scene(guide, &scene_picture, index);
        if (!has[i])
            continue;
        open_scene(guide, cards[i], index);
        press(guide, KEY_LAST);
        press(guide, KEY_ESCAPE);
    }
    press(guide, KEY_PLUS); /* into the picture */
    press(guide, KEY_ESCAPE);
    guide->stage->visit.answered = 0;
}

static void see_timeline(struct guide *guide)
{
    const struct exhibit *exhibit = guide->tour->exhibit;

    if (exhibit->event_count == 0)
        return;
    do_action(guide, ACTION_TIMELINE, 0);
    for (int i = 0; i < 3; i++)
        press(guide, KEY_PLUS);
    for (int i = 0; i < as_many(guide, exhibit->event_count); i++) {
        do_action(guide, ACTION_EVENT, i);
        pass_notice(guide);
        press(guide, KEY_ESCAPE);
    }
}

static void see_attract(struct guide *guide)
{
    int steps = as_many(guide, film_items(guide->tour->exhibit));

    for (int i = 0; i < steps; i++) {
        int64_t deadline = stage_deadline(guide->stage, guide->now_ms);

        guide->now_ms = deadline == CLOCK_NEVER ? guide->now_ms : deadline;
        look(guide);
    }
}

static void see_the_rest(struct guide *guide)
{
    press(guide, KEY_HOME);
    open_scene(guide, &scene_colophon, 0);
    press(guide, KEY_LAST);
    press(guide, KEY_ESCAPE);
    for (int i = 0; i < as_many(guide, guide->tour->exhibit->term_count); i++) {
        do_action(guide, ACTION_TERM, i);
        press(guide, KEY_ESCAPE);
    }
    press(guide, KEY_LANGUAGE);
    press(guide, KEY_ESCAPE);
    press(guide, KEY_CONTRAST);
}

void tour_make(const struct tour *tour)
{
    struct guide guide = {.tour = tour, .now_ms = 1000};
    const struct stage_setup setup = {
        .exhibit = tour->exhibit, .measure = fake_measure(NULL), .screen = tour->screen, .start = NULL, .now_ms = guide.now_ms};

    guide.stage = stage_create(&setup);
    look(&guide);
    see_attract(&guide);
    press(&guide, KEY_HOME);
    guide.stage->visit.settings.language = tour->language % tour->exhibit->language_count;
    if (tour->large)
        press(&guide, KEY_TEXT_SIZE);
    for (int i = 0; i < (tour->only ? tour->exhibit->panel_count : as_many(&guide, tour->exhibit->panel_count)); i++)
        if (!tour->only || strcmp(tour->only, tour->exhibit->panels[i].id) == 0)
            see_panel(&guide, i);
    see_timeline(&guide);
    see_the_rest(&guide);
    stage_destroy(guide.stage);
}
