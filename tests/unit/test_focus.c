/* The focus: in every scene Tab leads round all that can be touched, each once, and a ring shows where it is; a finger is felt where it is.
 */
#include "support/visitor.h"
#include "support/find.h"

#include "stage/act.h"
#include "staging/show.h"
#include "stage/stage.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct size LANDSCAPE = {1920, 1080}, PORTRAIT = {1080, 1920};
enum { RINGS_MAX = 8 };

struct rings {
    struct rect rects[RINGS_MAX];
    int count;
};

static struct rect around(struct rect a, struct rect b)
{
    int x = int_min(a.x, b.x), y = int_min(a.y, b.y);

    return (struct rect){x, y, int_max(a.x + a.w, b.x + b.w) - x, int_max(a.y + a.h, b.y + b.h) - y};
}

static bool is_ring_side(const struct style *style, const struct draw_command *c)
{
    int thick = 3 * style->rule_px / 2;

    return c->kind == DRAW_FILL && memcmp(&c->colour, &style->colours.deep, sizeof(c->colour)) == 0 &&
           (c->rect.w == thick || c->rect.h == thick);
}

/* The frames in the focus's colour and strength: four fills, one after the other. */
static struct rings find_rings(struct visitor *v)
{
    visitor_frame(v);
    const struct draw_list *list = &v->stage->marks.list;
    struct rings rings = {0};

    for (int i = 0, sides = 0; i < list->count; i++) {
        const struct draw_command *c = &list->commands[i];

        sides = is_ring_side(&v->stage->style, c) ? sides + 1 : 0;
        if (sides == 1)
            rings.rects[rings.count] = c->rect;
        else if (sides > 1)
            rings.rects[rings.count] = around(rings.rects[rings.count], c->rect);
        if (sides == 4) {
            rings.count++;
            sides = 0;
            assert_true(rings.count < RINGS_MAX);
        }
    }
    return rings;
}

static bool same_rect(struct rect a, struct rect b)
{
    return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h;
}

/* The thing that the rings stand around: all of it, and nothing else. -1 without a ring. */
static int ringed_thing(struct visitor *v)
{
    struct rings rings = find_rings(v);
    const struct target *all = visitor_targets(v)->list;
    int count = visitor_targets(v)->count;

    if (rings.count == 0)
        return -1;
    for (int i = 0; i < count; i++) {
        int parts = 1;

        while (i + parts < count && all[i + parts].more)
            parts++;
        if (all[i].more || parts != rings.count)
            continue;
        bool same = true;

        for (int p = 0; p < parts; p++)
            same = same && same_rect(shown_ring(&v->stage->style, &all[i + p]), rings.rects[p]);
        if (same)
            return i;
    }
    fail_msg("%s: %d rings stand around no thing", visitor_scene(v->stage), rings.count);
    return -1;
}

static int count_things(struct visitor *v)
{
    const struct targets *all = visitor_targets(v);
    int things = 0;

    for (int i = 0; i < all->count; i++)
        things += !all->list[i].more;
    return things;
}

/* Forward, and the same way back. */
static void check_round(struct visitor *v)
{
    int order[TARGETS_MAX] = {0}, things = count_things(v), began = ringed_thing(v);
    const char *scene = visitor_scene(v->stage);

    assert_true(things > 0);

    for (int i = 0; i < things; i++) {
        visitor_key(v, KEY_TAB);
        order[i] = ringed_thing(v);
        if (order[i] < 0)
            fail_msg("%s at %dx%d: Tab shows no focus", scene, v->screen.w, v->screen.h);
        for (int k = 0; k < i; k++)
            if (order[k] == order[i])
                fail_msg("%s at %dx%d: Tab came to thing %d again after %d of %d", scene, v->screen.w, v->screen.h, order[i], i, things);
    }
    visitor_key(v, KEY_TAB);
    assert_int_equal(ringed_thing(v), order[0]);
    for (int i = things - 1; i >= 0; i--) {
        visitor_key(v, KEY_BACK_TAB);
        assert_int_equal(ringed_thing(v), order[i]);
    }
    if (began < 0) /* reading order: the first thing of the page, not of the bar */
        assert_int_equal(order[0], 0);
    visitor_log(v);
}

static void open_card(struct visitor *v, const struct scene_ops *card)
{
    visitor_open(v, card, pager_page(&v->stage->pager) - PAGER_PANELS);
}

static void tab_goes_round_in_every_scene(void **state)
{
    static const struct {
        const char *start;
        const struct scene_ops *opens;
    } rows[] = {
        {"home", NULL},
        {"timeline", NULL},
        {"picture/charter", NULL},
        {"panel/fire", NULL}, /* a notice */
        {"card/fire", NULL},  /* and one on a card */
        {"card/stoppage", NULL},
        {"card/sleeper", NULL},
        {"card/hands", NULL},
        {"colophon", NULL},
        {"panel/welcome", &scene_more},
        {"panel/charter", &scene_difference},
        {"picture/charter", &scene_description},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        for (int way = 0; way < 4; way++) { /* wide, tall; letters normal, large */
            struct visitor v;

            visitor_come(&v, way % 2 ? PORTRAIT : LANDSCAPE, rows[i].start);
            if (way >= 2)
                visitor_key(&v, KEY_TEXT_SIZE);
            visitor_wait(&v, 1000);
            if (rows[i].opens)
                open_card(&v, rows[i].opens);
            check_round(&v);
            visitor_leave(&v);
        }
}

static void tab_goes_round_on_every_panel(void **state)
{
    (void)state;
    for (int way = 0; way < 8; way++) { /* wide, tall; in each language */
        struct visitor v;

        visitor_come(&v, way % 2 ? PORTRAIT : LANDSCAPE, "panel/welcome");
        v.stage->visit.answered = ~0u;
        visitor_speak(&v, way / 2);
        for (int i = 0; i < v.exhibit->panel_count; i++) {
            visitor_wait(&v, 1000);
            v.stage->focused = (struct target_id){0};
            check_round(&v);
            visitor_key(&v, KEY_PAGE_DOWN);
            visitor_log(&v);
        }
        visitor_leave(&v);
    }
}

static void tab_goes_round_the_languages(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, LANDSCAPE, "panel/welcome");
    visitor_key(&v, KEY_LANGUAGE);
    visitor_wait(&v, 1000);
    assert_int_equal(ringed_thing(&v), 0); /* the present one */
    check_round(&v);
    visitor_leave(&v);
}

/* Right reads on over the ends of rows, Left comes back; Down leads through the rows to the bar, and Up back. */
static void arrows_walk_the_wall(void **state)
{
    (void)state;
    for (int portrait = 0; portrait < 2; portrait++) {
        struct visitor v;
        int last;

        visitor_come(&v, portrait ? PORTRAIT : LANDSCAPE, "home");
        last = v.exhibit->chapter_count - 1;
        visitor_key(&v, KEY_FIRST);
        for (int i = 1; i <= last; i++) {
            visitor_key(&v, KEY_RIGHT);
            assert_int_equal(v.stage->focused.action.kind, ACTION_PANEL);
            assert_int_equal(v.stage->focused.action.argument, v.exhibit->chapters[i].panels[0]);
        }
        for (int i = last - 1; i >= 0; i--) {
            visitor_key(&v, KEY_LEFT);
            assert_int_equal(v.stage->focused.action.argument, v.exhibit->chapters[i].panels[0]);
        }
        for (int end = 0; end < 2; end++) {
            int rows = 0;

            visitor_key(&v, end ? KEY_LAST : KEY_FIRST);
            while (v.stage->focused.action.kind == ACTION_PANEL && rows++ < 10)
                visitor_key(&v, KEY_DOWN);
            while ((v.stage->focused.action.kind == ACTION_TIMELINE || v.stage->focused.action.kind == ACTION_ROUTE) && rows++ < 20)
                visitor_key(&v, KEY_DOWN);
            assert_true(find_rings(&v).rects[0].y >= v.stage->style.bar.y);
            for (int i = 0; i < 5 && v.stage->focused.action.kind != ACTION_PANEL; i++)
                visitor_key(&v, KEY_UP);
            assert_int_equal(v.stage->focused.action.kind, ACTION_PANEL);
        }
        visitor_leave(&v);
    }
}

/* There is one thing to do there, and every key does it. */
static void a_key_in_the_countdown_only_stays(void **state)
{
    static const enum key keys[] = {KEY_TAB, KEY_BACK_TAB, KEY_ENTER, KEY_ESCAPE};

    (void)state;
    for (size_t i = 0; i < COUNTOF(keys); i++) {
        struct visitor v;

        visitor_come(&v, LANDSCAPE, "panel/welcome");
        visitor_key(&v, KEY_TAB);
        int before = ringed_thing(&v);

        visitor_wait(&v, 95 * 1000);
        assert_true(show_countdown(v.stage, v.now_ms) > 0);
        visitor_log(&v);
        visitor_key(&v, keys[i]);
        assert_int_equal(show_countdown(v.stage, v.now_ms), 0);
        assert_int_equal(ringed_thing(&v), before);
        assert_string_equal(visitor_log(&v), "");
        visitor_leave(&v);
    }
}

/* Two things may do the same: at home the band and the key of the bar lead into time. */
static void a_finger_is_felt_where_it_is(void **state)
{
    static const enum action_kind kinds[] = {ACTION_TIMELINE, ACTION_LANGUAGE};

    (void)state;
    for (size_t k = 0; k < COUNTOF(kinds); k++) {
        struct visitor v;
        int seen = 0;

        visitor_come(&v, LANDSCAPE, "home");
        static struct targets then;

        then = *visitor_targets(&v);
        const struct target *all = then.list;
        int count = then.count;

        for (int i = 0; i < count; i++) {
            struct rect rect = all[i].rect;
            float x = (float)rect.x + (float)rect.w / 2, y = (float)rect.y + (float)rect.h / 2;

            if (all[i].action.kind != kinds[k])
                continue;
            visitor_down(&v, 1, x, y);
            visitor_frame(&v);
            const struct draw_list *over = &v.stage->marks.list;
            int marks = 0;

            for (int c = 0; c < over->count; c++)
                if (over->commands[c].kind == DRAW_FILL && over->commands[c].colour.a < 255) {
                    assert_true(same_rect(over->commands[c].rect, rect));
                    marks++;
                }
            assert_int_equal(marks, 1);
            visitor_move(&v, 1, 5, 5); /* and does nothing after all */
            visitor_up(&v, 1, 5, 5);
            visitor_wait(&v, 1000);
            seen++;
        }
        assert_true(seen >= 2);
        visitor_leave(&v);
    }
}

/* Two visitors touch two things at once: the first card that opens is not closed by the finger that meant something else. */
static void the_other_finger_does_no_harm(void **state)
{
    struct visitor v;
    int panel;

    (void)state;
    visitor_come(&v, LANDSCAPE, "panel/welcome");
    panel = find_panel(v.exhibit, "welcome");
    struct point term = visitor_find(&v, ACTION_TERM, find_term(v.exhibit, "sleeper")), more = visitor_find_scene(&v, &scene_more, panel);

    for (int pass = 0; pass < 2; pass++) {
        visitor_down(&v, 1, term.x, term.y);
        visitor_down(&v, 2, more.x, more.y);
        visitor_wait(&v, 50);
        visitor_up(&v, 1, term.x, term.y);
        assert_string_equal(visitor_scene(v.stage), "card/sleeper");
        assert_true(ringed_thing(&v) < 0);
        assert_false(v.stage->hands.presses.list[0].on || v.stage->hands.presses.list[1].on);
        visitor_up(&v, 2, more.x, more.y);
        visitor_wait(&v, 1000);
        assert_string_equal(visitor_scene(v.stage), "card/sleeper");
        visitor_tap(&v, 40, 200); /* and the next touch closes it */
        visitor_wait(&v, 1000);
        assert_string_equal(visitor_scene(v.stage), "panel/welcome");
    }
    visitor_leave(&v);
}

/* ---- keypads and switches ---- */

static int focus_of(struct visitor *v)
{
    visitor_frame(v);
    return targets_find(stage_targets(v->stage), v->stage->focused);
}

/* Six keys, each struck once: whatever answers to a finger is reached, and left. */
static void six_keys_reach_everything(void **state)
{
    static const char *const starts[] = {"home", "panel/charter", "panel/wages", "timeline", "card/charter", "card/settings"};

    (void)state;
    for (size_t i = 0; i < COUNTOF(starts) * 2; i++) {
        struct visitor v;
        bool reached[TARGETS_MAX] = {false};

        visitor_come(&v, i % 2 ? PORTRAIT : LANDSCAPE, starts[i / 2]);
        if (i % 4 > 1)
            visitor_speak(&v, ARABIC);
        visitor_key(&v, strcmp(starts[i / 2], "timeline") == 0 ? KEY_PAD_DOWN : KEY_PAD_SELECT);
        for (int strokes = 0; strokes < TARGETS_MAX && focus_of(&v) >= 0 && !reached[focus_of(&v)]; strokes++) {
            int at = focus_of(&v);

            reached[at] = true;
            for (int bars = 0; bars < 64 && focus_of(&v) == at; bars++)
                visitor_key(&v, i % 4 > 1 ? KEY_PAD_LEFT : KEY_PAD_RIGHT);
        }
        const struct targets *targets = stage_targets(v.stage);

        for (int t = 0; t < targets->count; t++)
            if (!targets->list[t].more && !reached[t])
                fail_msg("%s: target %d of %d is not reached", starts[i / 2], t, targets->count);
        visitor_key(&v, KEY_PAD_BACK);
        assert_true(focus_of(&v) < 0);
        visitor_leave(&v);
    }
}

static const struct visitor_edit WITH_SWITCH = {"config/exhibit.yaml", "\ntiming:", "\nkeypad: {switch: F20, scan_ms: 1000}\ntiming:"};

/* However many things there are, with links of two lines among them: each is in one group, with its neighbours, of the page or of the bar;
 * and none is farther than twice the square root of all, and a step. */
static void groups_are_about_as_many_as_they_hold(void **state)
{
    static struct targets targets;

    (void)state;
    for (int things = 9; things <= 100; things++)
        for (int bar = 0; bar <= 9; bar++) {
            int seen = 0, groups = 0, largest = 0;

            targets.count = 0;
            for (int i = 0; i < things; i++) {
                targets.of_page = i == things - bar ? targets.count : targets.of_page;
                targets.list[targets.count++] = (struct target){.action = {.kind = ACTION_TERM, .argument = i}};
                if (i % 7 == 3)
                    targets.list[targets.count++] = (struct target){.action = {.kind = ACTION_TERM, .argument = i}, .more = true};
            }
            targets.of_page = bar == 0 ? targets.count : targets.of_page;
            for (int i = 0; i < targets.count; groups++) {
                struct targets_group group = targets_group_of(&targets, i);

                assert_int_equal(group.first, i);
                for (int k = i; k <= group.last; k++)
                    assert_int_equal(targets_group_of(&targets, k).first, group.first);
                assert_true(group.last < targets.of_page || group.first >= targets.of_page);
                largest = int_max(largest, group.things);
                seen += group.things;
                i = group.last + 1;
            }
            assert_int_equal(seen, things);
            assert_int_equal(groups, targets_groups(&targets));
            assert_true(groups + largest <= 2 * (int)ceil(sqrt(things)) + 1);
        }
    targets.count = targets.of_page = 8;
    assert_int_equal(targets_groups(&targets), 0);
    targets.count = targets.of_page = 1; /* of a link whose first line found no room in the list */
    targets.list[0].more = true;
    assert_int_equal(targets_groups(&targets), 0);
    assert_int_equal(targets_group_of(&targets, 0).things, 0);
}

/* Things of each row, the last row the bar's, and how many each group has: whole rows, but for one of more than the square root of all. */
static void groups_are_of_whole_rows(void **state)
{
    static const struct {
        int rows[6], groups[6];
    } cases[] = {
        {{3, 4, 4, 4, 5}, {3, 4, 4, 4, 5}}, /* home */
        {{2, 2, 2, 5, 1}, {4, 2, 3, 2, 1}},
        {{9, 1, 6}, {3, 3, 4, 3, 3}},       /* a part of a row takes in the next, too */
        {{1, 1, 1, 1, 1, 4}, {3, 2, 2, 2}}, /* a list */
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        static struct targets targets;
        int group = 0;

        targets.count = 0;
        for (int row = 0; row < 6 && cases[i].rows[row] > 0; row++) {
            targets.of_page = targets.count;
            for (int k = 0; k < cases[i].rows[row]; k++) /* as heads of uneven height in a row */
                targets.list[targets.count++] = (struct target){.rect = {100 * k, 100 * row + k % 2 * 5, 80, 60 - k % 2 * 10}};
        }
        for (int at = 0; at < targets.count; group++) {
            struct targets_group found = targets_group_of(&targets, at);

            if (group > 5 || found.first != at || found.things != cases[i].groups[group])
                fail_msg("case %zu: group %d has %d things from %d", i, group, found.things, found.first);
            at = found.last + 1;
        }
        assert_int_equal(group, targets_groups(&targets));
    }
}

/* What was opened has groups of its own: the mark goes on to the end of the one that it stands in, and then from group to group. */
static void a_group_ends_with_its_page(void **state)
{
    const struct target_id next = {{.kind = ACTION_NEXT}, 0};
    struct visitor v;

    (void)state;
    visitor_come_as(&v, &(struct visitor_plan){.screen = LANDSCAPE, .start = "panel/welcome", .edits = &WITH_SWITCH, .edit_count = 1});
    visitor_key(&v, KEY_PAD_SWITCH);
    for (int i = 0; i < 60 && (v.stage->scan.grouped || v.stage->focused.action.kind != ACTION_NEXT); i++) {
        const struct targets *targets = stage_targets(v.stage);
        int place = targets_find(targets, next), group = targets_group_of(targets, place).first;

        if (v.stage->scan.grouped && targets_group_of(targets, focus_of(&v)).first == group)
            visitor_key(&v, KEY_PAD_SWITCH);
        else
            visitor_wait(&v, 1000);
    }
    assert_int_equal(v.stage->focused.action.kind, ACTION_NEXT);
    visitor_key(&v, KEY_PAD_SWITCH);
    visitor_frame(&v);
    assert_string_not_equal(visitor_scene(v.stage), "panel/welcome");
    for (int i = focus_of(&v), last = targets_group_of(stage_targets(v.stage), i).last; i <= last; i++) {
        assert_false(v.stage->scan.grouped);
        assert_int_equal(focus_of(&v), i);
        visitor_wait(&v, 1000);
    }
    assert_true(v.stage->scan.grouped);
    visitor_leave(&v);
}

/* One switch: the mark moves by itself from group to group, a press goes into one, there it comes to each thing once, and a press opens
 * what it is on; without one it stands after three rounds: nothing wakes then. */
static void one_switch_steps_and_stands(void **state)
{
    struct visitor v;
    int first, steps = 0, places;

    (void)state;
    visitor_come_as(&v, &(struct visitor_plan){.screen = LANDSCAPE, .start = "home", .edits = &WITH_SWITCH, .edit_count = 1});
    assert_int_equal(v.exhibit->keypad.scan_ms, 1000);
    visitor_key(&v, KEY_PAD_SWITCH);
    first = focus_of(&v);
    assert_true(first >= 0);
    places = targets_groups(stage_targets(v.stage));
    assert_true(places > 2);
    assert_int_equal(find_rings(&v).count, targets_group_of(stage_targets(v.stage), first).things);
    while (v.stage->scan.on) {
        int before = focus_of(&v);

        visitor_wait(&v, 1000);
        assert_true(!v.stage->scan.on || focus_of(&v) != before);
        steps++;
    }
    assert_int_equal(steps, 3 * places + 1);
    assert_true(focus_of(&v) < 0);
    visitor_expect(&v, "home");
    visitor_key(&v, KEY_PAD_SWITCH); /* and begins anew */
    assert_true(find_rings(&v).count > 1);
    visitor_key(&v, KEY_PAD_SWITCH);
    visitor_expect(&v, "home");
    assert_int_equal(find_rings(&v).count, 1);
    for (int i = targets_group_of(stage_targets(v.stage), focus_of(&v)).things; i > 0; i--) {
        assert_false(v.stage->scan.grouped);
        visitor_wait(&v, 1000);
    }
    assert_true(v.stage->scan.grouped); /* the next group, by itself */
    visitor_key(&v, KEY_PAD_SWITCH);
    struct target_id on = v.stage->focused;

    visitor_key(&v, KEY_PAD_SWITCH);
    assert_true(on.action.kind != ACTION_NONE);
    visitor_wait(&v, 1000);
    char name[SCENE_NAME_BYTES];

    stage_scene(v.stage, name);
    assert_string_not_equal(name, "home");
    visitor_down(&v, 1, 5, 5); /* a finger: nobody needs it */
    assert_false(v.stage->scan.on);
    visitor_leave(&v);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(six_keys_reach_everything),         cmocka_unit_test(groups_are_about_as_many_as_they_hold),
        cmocka_unit_test(groups_are_of_whole_rows),          cmocka_unit_test(one_switch_steps_and_stands),
        cmocka_unit_test(a_group_ends_with_its_page),        cmocka_unit_test(tab_goes_round_in_every_scene),
        cmocka_unit_test(tab_goes_round_on_every_panel),     cmocka_unit_test(tab_goes_round_the_languages),
        cmocka_unit_test(a_key_in_the_countdown_only_stays), cmocka_unit_test(arrows_walk_the_wall),
        cmocka_unit_test(a_finger_is_felt_where_it_is),      cmocka_unit_test(the_other_finger_does_no_harm),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
