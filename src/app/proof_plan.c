/* The list of all scenes. What stands behind a notice is drawn without it, and each notice once. */
#include "app/proof_plan.h"

#include "base/printable.h"
#include "timeline/timeline.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { STEM_BYTES = 120 };

/* To be drawn in all languages and, where it has words to read, in both text sizes. */
struct plan_scene {
    const char *stem;
    struct stage_setup setup;
    bool countdown, one_size;
    int place; /* in the order of the exhibit */
};

struct planner {
    const struct exhibit *exhibit;
    struct arena *arena;
    struct plan_scene *scenes;
    int count, capacity;
};

/* A name as a file's; a long one is cut. '~' is kept for numbers. */
static const char *stem_of(struct arena *arena, const char *name)
{
    size_t room = printable_copy(NULL, 0, name) + 1;
    char *printable = arena_alloc(arena, room), *stem = arena_alloc(arena, STEM_BYTES);

    printable_copy(printable, room, name);
    printable_copy(stem, STEM_BYTES, printable);
    for (char *at = stem; *at; at++)
        if (strchr("/\\:*?\"<>|~", *at))
            *at = '-';
    return stem;
}

static struct plan_scene *add(struct planner *planner, const char *name, const char *start)
{
    planner->scenes = mem_grow(planner->scenes, planner->count, &planner->capacity, sizeof(*planner->scenes));

    struct plan_scene *scene = &planner->scenes[planner->count];

    *scene = (struct plan_scene){
        .stem = stem_of(planner->arena, name),
        .setup = {.start = start, .unlocked = true},
        .place = planner->count++,
    };
    return scene;
}

static void add_card(struct planner *planner, const char *name, const char *start, struct stage_setup card)
{
    struct plan_scene *scene = add(planner, name, start);

    scene->setup.card = card.card;
    scene->setup.item = card.item;
}

static void add_attract(struct planner *planner)
{
    for (int step = 0; step < attract_steps(planner->exhibit); step++) {
        int panel = attract_panel(planner->exhibit, step);
        const char *name = panel == ATTRACT_OPENING    ? "attract"
                           : panel == ATTRACT_TIMELINE ? "attract/timeline"
                                                       : arena_printf(planner->arena, "attract/%s", planner->exhibit->panels[panel].id);
        struct plan_scene *scene = add(planner, name, "attract");

        scene->setup.item = step;
        scene->one_size = true; /* nobody has asked for another */
    }
}

/* Notices of the nth panel or event that none before it stands behind. */
static bool is_new(const unsigned *notices, int index)
{
    for (int i = 0; i < index; i++)
        if (notices[i] == notices[index])
            return false;
    return notices[index] != 0;
}

static void add_notice(struct planner *planner, const char *id, const char *start, int event)
{
    struct plan_scene *scene = add(planner, arena_printf(planner->arena, "notice/%s%s", id, event >= 0 ? "/event" : ""), start);

    scene->setup.unlocked = false;
    if (event >= 0) {
        scene->setup.card = CARD_EVENT;
        scene->setup.item = event;
    }
}

static void add_panel(struct planner *planner, int item)
{
    const struct panel *panel = &planner->exhibit->panels[item];
    struct arena *arena = planner->arena;
    const char *start = arena_printf(arena, "panel/%s", panel->id), *picture = arena_printf(arena, "picture/%s", panel->id);

    add(planner, start, start);
    if (panel->more.in)
        add_card(planner, arena_printf(arena, "card/%s/more", panel->id), start, (struct stage_setup){.card = CARD_MORE, .item = item});
    if (panel->difference.record.in)
        add_card(planner, arena_printf(arena, "card/%s/difference", panel->id), start,
                 (struct stage_setup){.card = CARD_DIFFERENCE, .item = item});
    if (!panel->picture.file)
        return;
    add(planner, picture, picture)->one_size = true;
    if (panel->picture.alternative.in)
        add_card(planner, arena_printf(arena, "card/%s/description", panel->id), picture,
                 (struct stage_setup){.card = CARD_DESCRIPTION, .item = item});
}

static void add_panels(struct planner *planner)
{
    const struct exhibit *exhibit = planner->exhibit;
    unsigned *notices = ARENA_ARRAY(planner->arena, unsigned, exhibit->panel_count);

    for (int i = 0; i < exhibit->panel_count; i++) {
        const char *id = exhibit->panels[i].id;

        notices[i] = exhibit->panels[i].notices;
        if (is_new(notices, i))
            add_notice(planner, id, arena_printf(planner->arena, "panel/%s", id), -1);
        add_panel(planner, i);
    }
}

static void add_events(struct planner *planner)
{
    const struct exhibit *exhibit = planner->exhibit;
    unsigned *notices = ARENA_ARRAY(planner->arena, unsigned, exhibit->event_count);

    for (int i = 0; i < exhibit->event_count; i++) {
        const char *id = exhibit->events[i].id;

        notices[i] = exhibit->events[i].notices;
        if (is_new(notices, i))
            add_notice(planner, id, "timeline", i);
        add_card(planner, arena_printf(planner->arena, "card/%s", id), "timeline", (struct stage_setup){.card = CARD_EVENT, .item = i});
        if (timeline_event_heads_list(exhibit, i))
            add_card(planner, arena_printf(planner->arena, "events/%s", id), "timeline",
                     (struct stage_setup){.card = CARD_EVENTS, .item = i});
    }
}

static void add_all(struct planner *planner)
{
    const struct exhibit *exhibit = planner->exhibit;

    add_attract(planner);
    add(planner, "home", "home");
    add_panels(planner);
    if (exhibit->event_count > 0)
        add(planner, "timeline", "timeline");
    add_events(planner);
    for (int i = 0; i < exhibit->term_count; i++)
        add_card(planner, arena_printf(planner->arena, "card/%s", exhibit->terms[i].id), "home",
                 (struct stage_setup){.card = CARD_TERM, .item = i});
    if (exhibit->language_count > 2) /* of two the key takes the other */
        add_card(planner, "card/languages", "home", (struct stage_setup){.card = CARD_LANGUAGES});
    if (exhibit->colophon.in)
        add(planner, "colophon", "colophon");
    add(planner, "countdown", "home")->countdown = true;
}

static int compare(const void *one, const void *other)
{
    const struct plan_scene *a = one, *b = other;
    int order = strcasecmp(a->stem, b->stem);

    return order ? order : a->place - b->place;
}

/* Where a disk knows no capitals too. */
static void tell_apart(struct planner *planner)
{
    const char *before = "";

    qsort(planner->scenes, (size_t)planner->count, sizeof(*planner->scenes), compare);
    for (int i = 0, same = 1; i < planner->count; i++) {
        struct plan_scene *scene = &planner->scenes[i];

        same = strcasecmp(scene->stem, before) == 0 ? same + 1 : 1;
        before = scene->stem;
        if (same > 1)
            scene->stem = arena_printf(planner->arena, "%s~%d", scene->stem, same);
    }
}

/* One picture, or one in each text size. */
static void expand(struct proof_plan *plan, const struct plan_scene *scene, const char *language, int index)
{
    for (int large = 0; large < (scene->one_size ? 1 : 2); large++) {
        struct proof_picture *picture = &plan->pictures[plan->count++];

        *picture = (struct proof_picture){
            .name = arena_printf(plan->arena, "%s.%s%s.png", scene->stem, language, large ? ".large" : ""),
            .setup = scene->setup,
            .countdown = scene->countdown,
        };
        picture->setup.settings = (struct settings){.language = index, .large = large};
    }
}

void proof_plan_init(struct proof_plan *plan, const struct exhibit *exhibit)
{
    struct planner planner = {.exhibit = exhibit, .arena = arena_create()};

    add_all(&planner);
    tell_apart(&planner);
    *plan = (struct proof_plan){.arena = planner.arena};
    plan->pictures = ARENA_ARRAY(plan->arena, struct proof_picture, planner.count * exhibit->language_count * 2);
    for (int i = 0; i < planner.count; i++)
        for (int language = 0; language < exhibit->language_count; language++)
            expand(plan, &planner.scenes[i], exhibit->languages[language], language);
    free(planner.scenes);
}

void proof_plan_finish(struct proof_plan *plan)
{
    arena_destroy(plan->arena);
    *plan = (struct proof_plan){0};
}
