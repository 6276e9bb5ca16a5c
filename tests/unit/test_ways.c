/* Whoever has no more than six keys, or one switch, comes wherever others do, and away again. */
#include "blocks/blocks.h"
#include "page/aloud.h"
#include "page/setting.h"
#include "staging/show.h"
#include "staging/state.h"
#include "support/fake_measure.h"
#include "support/seats.h"
#include "support/visitor.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { SCENES_MOST = 2000, STEPS_MOST = TARGETS_MAX, DEEP = OVERLAYS_MAX - 1 };

/* Of a visit: which scenes were come to, and how many strokes the farthest target took. */
struct tour {
    struct visitor v;
    const struct seat *seat;
    struct settings settings; /* the seat's, once they are chosen */
    struct scene_ref seen[SCENES_MOST];
    int seen_count, strokes, things, farthest;
    char farthest_on[SCENE_NAME_BYTES];
};

static bool is_seen(const struct tour *tour, struct scene_ref ref)
{
    for (int i = 0; i < tour->seen_count; i++)
        if (scene_equal(tour->seen[i], ref))
            return true;
    return false;
}

static void see(struct tour *tour, struct scene_ref ref)
{
    if (is_seen(tour, ref))
        return;
    assert_true(tour->seen_count < SCENES_MOST);
    tour->seen[tour->seen_count++] = ref;
}

/* What moves has come to rest. */
static void later(struct tour *tour, int64_t ms)
{
    struct visitor *v = &tour->v;

    v->now_ms += ms;
    stage_tick(v->stage, v->now_ms);
    stage_frame(v->stage, v->now_ms);
    while (stage_log(v->stage))
        continue;
}

static void stroke(struct tour *tour, enum key key)
{
    stage_key(tour->v.stage, key, tour->v.now_ms);
    stage_frame(tour->v.stage, tour->v.now_ms);
    later(tour, 1200);
    tour->strokes++;
}

static struct scene_ref top(const struct tour *tour)
{
    return show_top(tour->v.stage);
}

static struct action focus(const struct tour *tour)
{
    const struct stage *stage = tour->v.stage;

    return targets_find(&stage->shown.targets, stage->focused) >= 0 ? stage->focused.action : (struct action){.kind = ACTION_NONE};
}

/* Which of two keys leads on, as one reads. */
static enum key onward(const struct tour *tour)
{
    return tour->v.stage->frame.mirrored ? KEY_PAD_LEFT : KEY_PAD_RIGHT;
}

static enum key backward(const struct tour *tour)
{
    return tour->v.stage->frame.mirrored ? KEY_PAD_RIGHT : KEY_PAD_LEFT;
}

/* To the next thing: along what is on a block, and away from it; of many lights, along whose rows left and right lead, downwards. */
static void go_on(struct tour *tour)
{
    enum { LIGHTS = 60 };
    bool on_block = focus(tour).kind == ACTION_EXPLORE;

    for (int i = 0; i == 0 || (on_block && i < STEPS_MOST && focus(tour).kind == ACTION_EXPLORE); i++)
        stroke(tour, i < LIGHTS ? onward(tour) : KEY_PAD_DOWN);
}

/* The focus stands on the nth thing of what is shown. */
static void walk_to(struct tour *tour, int nth)
{
    while (focus(tour).kind != ACTION_NONE && tour->v.stage->overlays.count == 0)
        stroke(tour, KEY_PAD_BACK);
    for (int i = 0; i < 2 && focus(tour).kind == ACTION_NONE; i++)
        stroke(tour, KEY_PAD_SELECT);
    for (int i = 0; i < nth; i++)
        go_on(tour);
}

static void leave_to(struct tour *tour, struct scene_ref to)
{
    char name[SCENE_NAME_BYTES], from[SCENE_NAME_BYTES];

    scene_name(tour->v.exhibit, top(tour), false, from);
    for (int i = 0; i < 8 && !scene_equal(top(tour), to); i++)
        stroke(tour, KEY_PAD_BACK);
    scene_name(tour->v.exhibit, to, false, name);
    if (!scene_equal(top(tour), to))
        fail_msg("the key back leads from %s to %s, not to %s", from, visitor_scene(tour->v.stage), name);
}

/* The key that led there keeps the focus, and would lead past what the notice is about. */
static void read_notices(struct tour *tour)
{
    for (int i = 0; i < 4 && show_locked(tour->v.stage); i++) {
        if (focus(tour).kind == ACTION_NEXT)
            stroke(tour, KEY_PAD_BACK);
        stroke(tour, KEY_PAD_SELECT);
    }
    assert_int_equal(show_locked(tour->v.stage), 0);
}

/* What opens from here and was not seen, and what opens from there; the pages that are leafed through come by themselves. */
static void look_into(struct tour *tour, int deep)
{
    struct scene_ref here = top(tour);
    int count = visitor_targets(&tour->v)->count;
    bool walks = false;

    see(tour, here);
    for (int nth = 0; nth < count && deep < DEEP; nth++) {
        if (walks)
            go_on(tour);
        else
            walk_to(tour, nth);
        walks = true;
        struct scene_ref there = scene_opened_by(focus(tour));

        if (!there.ops || there.ops->place != PLACE_OVERLAY || is_seen(tour, there))
            continue;
        stroke(tour, KEY_PAD_SELECT);
        read_notices(tour);
        look_into(tour, deep + 1);
        leave_to(tour, here);
        walks = false;
    }
}

/* From event to event, to the last and back to the first; those that no panel has led to are opened. */
static void look_into_time(struct tour *tour)
{
    struct scene_ref here = top(tour);
    int count = tour->v.exhibit->event_count;

    see(tour, here);
    for (int i = 0; i < 2 * count; i++) {
        while (focus(tour).kind != ACTION_NONE)
            stroke(tour, KEY_PAD_BACK);
        stroke(tour, i < count ? onward(tour) : backward(tour));
        struct scene_ref event = scene_opened_by(focus(tour));

        if (!event.ops || is_seen(tour, event))
            continue;
        stroke(tour, KEY_PAD_SELECT);
        read_notices(tour);
        look_into(tour, 1);
        leave_to(tour, here);
    }
}

/* Walks to what asks for this, and selects it. */
static void select_action(struct tour *tour, struct action action)
{
    walk_to(tour, 0);
    for (int i = 0; i < TARGETS_MAX && !action_equal(focus(tour), action); i++)
        go_on(tour);
    if (!action_equal(focus(tour), action))
        fail_msg("%s: six keys do not come to action %d %d, but stay on %d (chosen %d)", visitor_scene(tour->v.stage), (int)action.kind,
                 action.argument, (int)focus(tour).kind, tour->v.stage->pager.chosen);
    stroke(tour, KEY_PAD_SELECT);
}

static void select_kind(struct tour *tour, enum action_kind kind)
{
    select_action(tour, (struct action){.kind = kind});
}

/* Large letters put behind a key what the panel shows itself in usual ones. */
static bool is_for_large_letters(const struct exhibit *exhibit, struct scene_ref ref)
{
    return ref.ops == &scene_sources ||
           (ref.ops == &scene_data && blocks_first(&exhibit->panels[ref.item]) == blocks_on_card(&exhibit->panels[ref.item]));
}

/* What a visitor can come to: all but attract, and but what only a gesture's place decides (a heap of events that no closer look parts). */
static void expect_all_seen(const struct tour *tour)
{
    const struct exhibit *exhibit = tour->v.exhibit;
    char name[SCENE_NAME_BYTES];
    int missed = 0;

    for (int s = 0; scenes[s]; s++)
        for (int i = 0; i < scene_items(scenes[s], exhibit); i++) {
            struct scene_ref ref = {scenes[s], i};

            if (ref.ops == &scene_attract || ref.ops == &scene_events || !scene_exists(exhibit, ref) || is_seen(tour, ref) ||
                (tour->seat->text == TEXT_USUAL && is_for_large_letters(exhibit, ref)))
                continue;
            scene_name(exhibit, ref, false, name);
            print_error("%s%s%s was never come to\n", name, ref.ops->part ? " " : "", ref.ops->part ? ref.ops->part : "");
            missed++;
        }
    assert_int_equal(missed, 0);
}

/* The same card's rows of reading aloud. */
static void choose_voice(struct tour *tour, void (*choose)(struct tour *tour, struct action action))
{
    const struct listening *listening = &tour->v.stage->listening;

    for (int row = 0; row < ALOUD_COUNT && listening_is_offered(listening); row++)
        for (int level = aloud_levels((enum aloud_row)row) - 1; level >= 0; level--) {
            choose(tour, aloud_action((enum aloud_row)row, level));
            const struct aloud aloud = listening_aloud(listening);

            assert_int_equal(aloud_level(&aloud, (enum aloud_row)row), level);
        }
}

/* Each setting is come to and taken, and all of them back; then those of the seat are chosen, and its language. */
static void choose_settings(struct tour *tour, void (*choose)(struct tour *tour, struct action action))
{
    const struct action card = {.kind = ACTION_OPEN, .scene = &scene_settings},
                        languages = {.kind = ACTION_OPEN, .scene = &scene_languages};
    const struct scene_ref home = top(tour);
    const struct exhibit *exhibit = tour->v.exhibit;
    const struct settings *settings = stage_settings(tour->v.stage);
    const struct settings usual = *settings;

    choose(tour, card);
    for (int i = 0; i < SETTING_COUNT; i++)
        for (int level = setting_levels((enum setting)i) - 1; level >= 0 && setting_is_offered(exhibit, (enum setting)i); level--) {
            choose(tour, (struct action){.kind = ACTION_SETTING, .argument = setting_choice((enum setting)i, level)});
            assert_int_equal(settings->level[i], level);
        }
    choose_voice(tour, choose);
    choose(tour, (struct action){.kind = ACTION_SETTING, .argument = setting_choice(SETTING_CONTRAST, CONTRAST_DARK)});
    choose(tour, (struct action){.kind = ACTION_USUAL});
    assert_memory_equal(settings, &usual, sizeof(usual));
    assert_true(scene_equal(top(tour), home));
    if (tour->seat->language != settings->language && exhibit->language_count > 2)
        choose(tour, languages);
    if (tour->seat->language != settings->language)
        choose(tour, (struct action){.kind = ACTION_LANGUAGE, .argument = tour->seat->language});
    assert_int_equal(settings->language, tour->seat->language);
    choose(tour, card);
    choose(tour, (struct action){.kind = ACTION_SETTING, .argument = setting_choice(SETTING_TEXT, tour->seat->text)});
    choose(tour, (struct action){.kind = ACTION_CLOSE});
    assert_int_equal(settings->level[SETTING_TEXT], tour->seat->text);
    assert_true(scene_equal(top(tour), home));
    tour->settings = *settings;
}

/* Another visitor, of the same exhibit. */
static void sit_down(struct tour *tour, const struct seat *seat, const char *start)
{
    tour->seat = seat;
    tour->settings = (struct settings){0};
    tour->seen_count = tour->strokes = tour->things = tour->farthest = 0;
    tour->v.screen = seat->screen;
    visitor_start(&tour->v, start);
}

/* One exhibit, which can be read aloud, read once, and whoever visits it. */
static void visit_from_each(const char *exhibit, const struct seat *from, size_t count, void (*visit)(struct tour *tour))
{
    static const struct visitor_edit voice = {"config/exhibit.yaml", NULL, "speech: key\n"};
    struct tour *tour = mem_alloc(sizeof(*tour));

    *tour = (struct tour){.seat = NULL};
    visitor_come_as(&tour->v, &(struct visitor_plan){.screen = from[0].screen, .exhibit = exhibit, .edits = &voice, .edit_count = 1});
    for (size_t i = 0; i < count; i++) {
        sit_down(tour, &from[i], NULL);
        visit(tour);
    }
    visitor_leave(&tour->v);
    free(tour);
}

static void by_six_keys(struct tour *tour)
{
    int pages;

    stroke(tour, KEY_PAD_SELECT); /* out of attract */
    choose_settings(tour, select_action);
    pages = pager_last(show_path(tour->v.stage)) - PAGER_HOME + 1;
    for (int page = 0; page < pages; page++) {
        struct scene_ref here = top(tour);

        read_notices(tour);
        look_into(tour, 0);
        leave_to(tour, here);
        if (page + 1 < pages)
            select_kind(tour, ACTION_NEXT);
    }
    select_kind(tour, ACTION_HOME);
    select_kind(tour, ACTION_TIMELINE);
    look_into_time(tour);
    stroke(tour, KEY_PAD_BACK);
    expect_all_seen(tour);
    print_message("six keys: %d scenes, %d strokes\n", tour->seen_count, tour->strokes);
}

static void six_keys_lead_everywhere_and_back(void **state)
{
    (void)state;
    visit_from_each(".", seats_shipped, SEATS_SHIPPED, by_six_keys);
    visit_from_each(NULL, seats, SEATS, by_six_keys);
}

/* ---- one switch ---- */

/* As proofs show it: an overlay above what it belongs to. */
static void stand_on(struct tour *tour, struct scene_ref ref)
{
    struct visitor *v = &tour->v;
    struct scene_ref below = scene_below(v->exhibit, ref);
    char name[SCENE_NAME_BYTES];
    struct stage_setup setup = {.exhibit = v->exhibit,
                                .measure = fake_measure(NULL),
                                .screen = v->screen,
                                .start = name,
                                .settings = tour->settings,
                                .unlocked = true,
                                .now_ms = v->now_ms};

    scene_name(v->exhibit, below.ops ? below : ref, false, name);
    if (below.ops)
        setup.overlay = ref;
    stage_destroy(v->stage);
    v->stage = stage_create(&setup);
    assert_non_null(v->stage);
    stage_frame(v->stage, v->now_ms);
    later(tour, 3000);
}

/* Of one round of the mark: what it was on, and how many steps the farthest took. */
struct marked {
    bool seen[TARGETS_MAX], away;
    int things, farthest;
};

static bool leads_away(struct action action)
{
    return action.kind == ACTION_CLOSE || action.kind == ACTION_BACK || action.kind == ACTION_HOME || action.kind == ACTION_NEXT;
}

/* What the mark is on. */
static void see_marked(struct tour *tour, struct marked *marked, int steps)
{
    struct target_id id = tour->v.stage->focused;
    struct scene_ref there = scene_opened_by(id.action);
    int at = targets_find(&tour->v.stage->shown.targets, id);

    if (at < 0)
        fail_msg("%s: the mark is on nothing, after %d steps", visitor_scene(tour->v.stage), steps);
    if (there.ops)
        see(tour, there);
    marked->away |= leads_away(id.action);
    marked->things += !marked->seen[at];
    marked->seen[at] = true;
    tour->strokes += steps;
    marked->farthest = int_max(marked->farthest, steps);
}

/* The mark goes on; what it goes to is scrolled to, before it stands. */
static void step(struct tour *tour)
{
    enum { SCROLLED_MS = 700 };

    tour->v.now_ms = scan_deadline(&tour->v.stage->scan);
    stage_tick(tour->v.stage, tour->v.now_ms);
    stage_frame(tour->v.stage, tour->v.now_ms);
    if (!stage_rests(tour->v.stage, tour->v.now_ms))
        later(tour, SCROLLED_MS);
}

/* The groups, one after the other; each is chosen, all of its things are marked, and then the mark is on the next group by itself. */
static void scan_groups(struct tour *tour, struct marked *marked, int groups)
{
    struct stage *stage = tour->v.stage;

    for (int group = 0; group < groups; group++) {
        assert_true(stage->scan.grouped);
        stage_key(stage, KEY_PAD_SWITCH, tour->v.now_ms);
        assert_false(stage->scan.grouped);
        for (int thing = 0; !stage->scan.grouped; thing++) {
            assert_true(stage->scan.on && thing < TARGETS_MAX);
            see_marked(tour, marked, group + 1 + thing + 1); /* a press is a step, too */
            step(tour);
        }
    }
}

/* Where letters leave a picture no place something else opens it, and no two things do. */
static void expect_no_picture_twice(const struct tour *tour)
{
    const struct targets *targets = &tour->v.stage->shown.targets;
    int openers = 0;

    for (int i = 0; i < targets->count; i++)
        openers += targets->list[i].action.scene == &scene_picture && !targets->list[i].more;
    if (openers > 1)
        fail_msg("%s: %d things open the picture", visitor_scene(tour->v.stage), openers);
}

/* The mark comes by itself to all that answers, in one round, and where there is much by groups; what each of it opens can be come to from
 * here, and something leads away. */
static void scan_round(struct tour *tour, struct scene_ref ref)
{
    struct stage *stage = tour->v.stage;
    struct marked marked = {.things = 0};
    int groups, wanted = 0;

    for (int i = 0; i < stage->shown.targets.count; i++)
        wanted += !stage->shown.targets.list[i].more && stage->shown.targets.list[i].action.kind != ACTION_NONE;
    groups = targets_groups(&stage->shown.targets);
    stage->scan = (struct scan){.on = false};
    stage_key(stage, KEY_PAD_SWITCH, tour->v.now_ms);
    if (groups > 0)
        scan_groups(tour, &marked, groups);
    for (int thing = 0; groups == 0 && thing < wanted; thing++) {
        see_marked(tour, &marked, thing + 1);
        step(tour);
    }
    assert_true(marked.away);
    if (marked.things < wanted || marked.farthest > 2 * (int)ceil(sqrt(wanted)) + 2)
        fail_msg("%s: the mark came to %d of %d things, in %d steps at most", visitor_scene(stage), marked.things, wanted, marked.farthest);
    tour->things += wanted;
    if (marked.farthest <= tour->farthest)
        return;
    tour->farthest = marked.farthest;
    scene_name(tour->v.exhibit, ref, false, tour->farthest_on);
}

/* Waits until the mark is there, or on its group, and then on it, and presses. */
static void switch_to(struct tour *tour, struct action action)
{
    struct stage *stage = tour->v.stage;
    int at = targets_find(visitor_targets(&tour->v), (struct target_id){.action = action}), steps = 0;

    if (at < 0)
        fail_msg("%s: nothing answers with action %d %d", visitor_scene(stage), (int)action.kind, action.argument);
    stage->scan = (struct scan){.on = false};
    stage_key(stage, KEY_PAD_SWITCH, tour->v.now_ms);
    for (bool chosen = !stage->scan.grouped; !action_equal(stage->focused.action, action) || !chosen; steps++) {
        struct targets_group group = targets_group_of(&stage->shown.targets, targets_find(&stage->shown.targets, stage->focused));

        assert_true(stage->scan.on && steps < TARGETS_MAX);
        if (stage->scan.grouped && group.first <= at && at <= group.last) {
            stage_key(stage, KEY_PAD_SWITCH, tour->v.now_ms);
            chosen = true;
        } else {
            step(tour);
        }
    }
    stage_key(stage, KEY_PAD_SWITCH, tour->v.now_ms);
    later(tour, 1200);
}

static void by_one_switch(struct tour *tour)
{
    int count = 0;

    stand_on(tour, (struct scene_ref){&scene_home, 0});
    choose_settings(tour, switch_to);
    for (int s = 0; scenes[s]; s++)
        for (int i = 0; i < scene_items(scenes[s], tour->v.exhibit); i++) {
            struct scene_ref ref = {scenes[s], i};

            if (ref.ops == &scene_attract || ref.ops == &scene_events || !scene_exists(tour->v.exhibit, ref))
                continue;
            stand_on(tour, ref);
            scan_round(tour, ref);
            expect_no_picture_twice(tour);
            if (ref.ops->place != PLACE_OVERLAY)
                see(tour, ref);
            count++;
        }
    for (int i = 0; i < tour->v.exhibit->event_count; i++) /* what is too close together comes apart, a closer look at a time */
        see(tour, (struct scene_ref){&scene_event, i});
    expect_all_seen(tour);
    print_message("one switch: %.1f steps to a thing, %d at most (%s), on %d scenes\n", (double)tour->strokes / tour->things,
                  tour->farthest, tour->farthest_on, count);
}

static void one_switch_leads_everywhere_and_back(void **state)
{
    (void)state;
    visit_from_each(".", seats_shipped, SEATS_SHIPPED, by_one_switch);
    visit_from_each(NULL, seats, SEATS, by_one_switch);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(six_keys_lead_everywhere_and_back),
        cmocka_unit_test(one_switch_leads_everywhere_and_back),
    };

    return cmocka_run_group_tests_name("ways", tests, NULL, NULL);
}
