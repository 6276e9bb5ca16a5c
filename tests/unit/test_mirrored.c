/* Pages of a right-to-left language: fingers and arrow keys mean what the screen shows, and what has a left and a right of its own keeps
 * it. Pages are laid out as one reads; these tests stand before the screen, where they are mirrored. */
#include "support/visitor.h"

#include "page/icon.h"
#include "stage/act.h"
#include "staging/show.h"
#include "stage/stage.h"
#include "support/find.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct size LANDSCAPE = {1920, 1080}, PORTRAIT = {1080, 1920};

static void come(struct visitor *v, const char *start, int language)
{
    visitor_come(v, LANDSCAPE, start);
    visitor_speak(v, language);
    visitor_log(v);
}

/* Whether something that was added later answers in its place. */
static bool is_covered(const struct page *page, int index, struct point at)
{
    for (int i = index + 1; i < page->target_count; i++)
        if (rect_contains(page_reach(page, &page->targets[i]), at))
            return true;
    return false;
}

/* Puts a finger on the middle of each target of the page in front, where the screen shows it; returns how many. */
static int press_all(struct visitor *v, const struct page *page)
{
    int pressed = 0;

    for (int i = 0; i < page->target_count; i++) {
        const struct target *target = &page->targets[i];
        struct rect seen = page_reach(page, target);
        struct point as_read = {(float)seen.x + (float)seen.w / 2, (float)seen.y + (float)seen.h / 2};

        if (rect_is_empty(seen) || is_covered(page, i, as_read) || target->action.kind == ACTION_EXPLORE) /* test_spots presses that */
            continue;
        visitor_down(v, 1, (float)v->screen.w - as_read.x, as_read.y);
        if (!action_equal(v->stage->hands.presses.list[0].target.action, target->action))
            fail_msg("%s: target %d of %d is not where it is seen", visitor_scene(v->stage), i, page->target_count);
        stage_cancel(v->stage, v->now_ms);
        visitor_wait(v, 2000); /* or the finger would be taken for one that knocks without end */
        pressed++;
    }
    return pressed;
}

static void press_scene(struct visitor *v, const char *name)
{
    visitor_start(v, name);
    visitor_speak(v, ARABIC);
    v->stage->visit.answered = ~0u;
    visitor_wait(v, 1000);
    assert_true(visitor_frame(v)->mirrored);
    assert_true(press_all(v, visitor_overlay(v) ? visitor_overlay(v) : visitor_page(v)) > 0);
    if (!visitor_overlay(v) && !show_behind(v->stage).ops->whole)
        assert_true(press_all(v, &v->stage->bar) > 0);
    visitor_log(v);
}

static void targets_answer_where_they_are_seen(void **state)
{
    static const struct scene_ops *const kinds[] = {&scene_home,  &scene_panel, &scene_timeline, &scene_picture,
                                                    &scene_event, &scene_term,  &scene_colophon, &scene_languages};

    (void)state;
    for (size_t k = 0; k < 2 * COUNTOF(kinds); k++) {
        const struct scene_ops *ops = kinds[k / 2];
        struct visitor v;

        visitor_come(&v, k % 2 ? PORTRAIT : LANDSCAPE, NULL);
        for (int item = 0; item < scene_items(ops, v.exhibit); item++) {
            char name[SCENE_NAME_BYTES];

            scene_name(v.exhibit, (struct scene_ref){ops, item}, false, name);
            if (scene_exists(v.exhibit, (struct scene_ref){ops, item}))
                press_scene(&v, name);
        }
        visitor_leave(&v);
    }
}

/* The finger pulls the next page in from where reading goes on. */
static void a_swipe_turns_to_where_reading_goes_on(void **state)
{
    static const struct {
        int language;
        float from, to;
        const char *leads;
    } rows[] = {
        {ENGLISH, 1500, 400, "panel/strike"}, {ENGLISH, 400, 1500, "panel/welcome"}, {ARABIC, 400, 1500, "panel/strike"},
        {ARABIC, 1500, 400, "panel/welcome"}, {THAI, 1500, 400, "panel/strike"},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct visitor v;

        come(&v, "panel/charter", rows[i].language);
        visitor_swipe(&v, (struct point){rows[i].from, 300}, (struct point){rows[i].to, 300}, 200);
        visitor_wait(&v, 1000);
        visitor_expect(&v, rows[i].leads);
        visitor_leave(&v);
    }
}

static void arrows_point_on_the_screen(void **state)
{
    static const struct {
        const char *start;
        enum key key;
        const char *leads; /* "focus": to the second card at home */
    } rows[] = {
        {"panel/charter", KEY_LEFT, "panel/strike"}, {"panel/charter", KEY_RIGHT, "panel/welcome"},
        {"panel/charter", KEY_DOWN, "panel/strike"}, {"panel/charter", KEY_FIRST, "panel/welcome"},
        {"panel/charter", KEY_LAST, "panel/after"},
    };
    struct visitor v;

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        come(&v, rows[i].start, ARABIC);
        visitor_key(&v, rows[i].key);
        visitor_wait(&v, 1000);
        visitor_expect(&v, rows[i].leads);
        visitor_leave(&v);
    }
    come(&v, "home", ARABIC);
    visitor_key(&v, KEY_FIRST);
    float first = visitor_find(&v, ACTION_PANEL, v.stage->focused.action.argument).x;

    visitor_key(&v, KEY_LEFT);
    assert_int_equal(v.stage->focused.action.argument, v.exhibit->chapters[1].panels[0]);
    assert_true(visitor_find(&v, ACTION_PANEL, v.stage->focused.action.argument).x < first);
    visitor_leave(&v);
}

/* Time runs as the language reads: held by a finger that moves to the right, it shows what is later. */
static void time_runs_as_the_language_reads(void **state)
{
    for (int language = ENGLISH; language <= ARABIC; language += ARABIC) {
        struct visitor v;

        (void)state;
        come(&v, "timeline", language);
        for (int i = 0; i < 5; i++)
            visitor_key(&v, KEY_PLUS);
        visitor_wait(&v, 1000);

        struct page_key before = v.stage->shown.base->key;

        visitor_swipe(&v, (struct point){900, 500}, (struct point){600, 500}, 400);
        visitor_wait(&v, 3000);
        assert_true((v.stage->shown.base->key.window.x > before.window.x) == (language == ENGLISH));
        visitor_leave(&v);
    }
}

/* Contacts with a page that turns round end: nothing jumps to the other side. */
static void a_page_that_turns_round_lets_fingers_go(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "panel/charter", ENGLISH);
    visitor_down(&v, 1, 1500, 300);
    for (int i = 0; i < 10; i++) {
        visitor_wait(&v, 16);
        visitor_move(&v, 1, 1500 - 40.0F * (float)i, 300);
    }
    assert_int_equal(visitor_frame(&v)->layer_count, 2);
    act(v.stage, (struct action){.kind = ACTION_LANGUAGE, .argument = ARABIC}, v.now_ms);
    visitor_frame(&v);
    for (int i = 0; i < 10; i++) {
        visitor_move(&v, 1, 1100 - 40.0F * (float)i, 300);
        visitor_wait(&v, 100);
    }
    assert_int_equal(visitor_frame(&v)->layer_count, 1);
    visitor_up(&v, 1, 700, 300);
    visitor_wait(&v, 1000);
    visitor_expect(&v, "panel/charter");
    visitor_swipe(&v, (struct point){400, 300}, (struct point){1500, 300}, 200); /* and the next finger counts */
    visitor_wait(&v, 1000);
    visitor_expect(&v, "panel/strike");
    visitor_leave(&v);
}

static struct share_rect part_seen(struct visitor *v)
{
    const struct draw_list *list = &visitor_frame(v)->layers[0].list;

    for (int i = 0; i < list->count; i++)
        if (list->commands[i].kind == DRAW_PICTURE)
            return list->commands[i].picture.window;
    fail_msg("%s: no picture", visitor_scene(v->stage));
    return (struct share_rect){0};
}

/* What is seen of a picture moves with fingers and keys as in any language, and stays when the language changes. */
static void pictures_are_not_turned_round(void **state)
{
    struct share_rect seen[2][3];
    struct visitor v;

    (void)state;
    for (int arabic = 0; arabic < 2; arabic++) {
        come(&v, "picture/charter", arabic ? ARABIC : ENGLISH);
        for (int i = 0; i < 2; i++)
            visitor_key(&v, KEY_PLUS);
        visitor_wait(&v, 1000);
        visitor_key(&v, KEY_RIGHT);
        visitor_wait(&v, 1000);
        seen[arabic][0] = part_seen(&v);
        visitor_swipe(&v, (struct point){700, 500}, (struct point){900, 560}, 400);
        visitor_wait(&v, 1000);
        seen[arabic][1] = part_seen(&v);
        visitor_pinch(&v, (struct point){600, 400}, 200, 300);
        seen[arabic][2] = part_seen(&v);
        if (arabic) {
            visitor_speak(&v, ENGLISH);
            assert_float_equal(part_seen(&v).x, seen[1][2].x, 0.002);
        }
        visitor_leave(&v);
    }
    assert_true(seen[0][1].x < seen[0][0].x && seen[0][1].y < seen[0][0].y && seen[0][2].w < seen[0][1].w);
    for (int i = 0; i < 3; i++) {
        assert_float_equal(seen[1][i].x, seen[0][i].x, 0.002);
        assert_float_equal(seen[1][i].y, seen[0][i].y, 0.002);
        assert_float_equal(seen[1][i].w, seen[0][i].w, 0.002);
    }
}

/* Onwards points to where reading goes on, and stands on that side. */
static void onwards_points_where_reading_goes(void **state)
{
    for (int language = ENGLISH; language <= ARABIC; language += ARABIC) {
        struct visitor v;
        int found = 0;

        (void)state;
        come(&v, "panel/strike", language);
        struct rect next = visitor_target(&v, ACTION_NEXT, 0);
        float next_x = visitor_find(&v, ACTION_NEXT, 0).x, previous_x = visitor_find(&v, ACTION_PREVIOUS, 0).x;

        assert_true((next_x > previous_x) == (language == ENGLISH));
        for (int i = 0; i < v.stage->bar.list.count; i++) {
            const struct draw_command *c = &v.stage->bar.list.commands[i];
            struct point middle = {(float)c->rect.x + (float)c->rect.w / 2, (float)c->rect.y + (float)c->rect.h / 2};

            if (c->kind != DRAW_ICON || !rect_contains(next, middle))
                continue;
            assert_string_equal(c->icon, icon_path(language == ENGLISH ? ICON_NEXT : ICON_PREVIOUS));
            found++;
        }
        assert_int_equal(found, 1);
        visitor_leave(&v);
    }
}

/* Where the screen shows the first country of the map, in shares of the map's outline. */
static struct share_rect first_country(struct visitor *v)
{
    const struct frame *frame = visitor_frame(v);
    const struct draw_list *list = &frame->layers[0].list;
    struct rect outline = {0}, shape = {0};

    for (int i = list->count - 1; i >= 0; i--) {
        const struct draw_command *c = &list->commands[i];
        struct rect seen = frame->mirrored ? rect_mirrored(c->rect, frame->size.w) : c->rect;

        if (c->kind == DRAW_ICON && strstr(c->icon, "assets/maps/"))
            *(strstr(c->icon, "outline") ? &outline : &shape) = seen;
    }
    assert_false(rect_is_empty(outline) || rect_is_empty(shape));
    return (struct share_rect){(float)(shape.x - outline.x) / (float)outline.w, (float)(shape.y - outline.y) / (float)outline.h,
                               (float)shape.w / (float)outline.w, (float)shape.h / (float)outline.h};
}

/* The east is at the right. */
static void maps_are_not_turned_round(void **state)
{
    struct visitor english, arabic;

    (void)state;
    come(&english, "panel/network", ENGLISH);
    come(&arabic, "panel/network", ARABIC);
    visitor_touch(&english, ACTION_STEP, 0);
    visitor_touch(&arabic, ACTION_STEP, 0);
    struct share_rect one = first_country(&english), other = first_country(&arabic);

    assert_true(one.w > 0 && one.w < 1);
    assert_float_equal(one.x, other.x, 0.02);
    assert_float_equal(one.y, other.y, 0.02);
    assert_float_equal(one.w, other.w, 0.02);
    visitor_leave(&english);
    visitor_leave(&arabic);
}

/* What passers-by see turns with each language's turn, and the first touch wakes. */
static void attract_turns_with_its_languages(void **state)
{
    struct visitor v;
    bool seen[2] = {false, false};

    (void)state;
    visitor_come(&v, LANDSCAPE, NULL);
    for (int i = 0; i < 600; i++) {
        bool leftward = v.stage->attract.shot.language == ARABIC;

        assert_int_equal(visitor_frame(&v)->mirrored, leftward);
        seen[leftward] = true;
        visitor_wait(&v, 1000);
    }
    assert_true(seen[0] && seen[1]);
    while (!visitor_frame(&v)->mirrored)
        visitor_wait(&v, 1000);
    assert_int_equal(v.stage->attract.shot.panel, find_panel(v.exhibit, "charter"));
    visitor_tap(&v, 10, 10);
    visitor_wait(&v, 1000);
    visitor_expect(&v, "panel/charter");
    assert_int_equal(stage_settings(v.stage)->language, ARABIC);
    visitor_leave(&v);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(targets_answer_where_they_are_seen),
        cmocka_unit_test(a_swipe_turns_to_where_reading_goes_on),
        cmocka_unit_test(arrows_point_on_the_screen),
        cmocka_unit_test(time_runs_as_the_language_reads),
        cmocka_unit_test(a_page_that_turns_round_lets_fingers_go),
        cmocka_unit_test(pictures_are_not_turned_round),
        cmocka_unit_test(onwards_points_where_reading_goes),
        cmocka_unit_test(maps_are_not_turned_round),
        cmocka_unit_test(attract_turns_with_its_languages),
    };

    return cmocka_run_group_tests_name("mirrored", tests, NULL, NULL);
}
