/* The table of scenes: what everybody who asks it relies on. */
#include "scene/scene.h"
#include "stage/act.h"
#include "staging/show.h"
#include "support/visitor.h"
#include "support/find.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct size SCREEN = {1920, 1080};

static void every_scene_says_what_it_must(void **state)
{
    (void)state;
    for (int i = 0; scenes[i]; i++) {
        const struct scene_ops *ops = scenes[i];
        size_t length = strlen(ops->name);

        assert_non_null(ops->fill);
        assert_non_null(ops->words);
        assert_non_null(ops->origin);
        assert_true(!ops->items == !ops->id);
        assert_true((ops->name[length - 1] == '/') == (ops->items != NULL)); /* an id follows */
        assert_true((ops->place == PLACE_OVERLAY) == (ops->above || ops->below));
        for (int k = 0; k < i; k++) {
            assert_ptr_not_equal(scenes[k], ops);
            if (ops->opened_by != ACTION_NONE)
                assert_int_not_equal(scenes[k]->opened_by, ops->opened_by);
        }
    }
}

/* What the log calls a scene leads there again, but for what is only a part of what the name says. */
static void names_lead_back(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, SCREEN, NULL);
    for (int i = 0; scenes[i]; i++)
        for (int item = 0; item < scene_items(scenes[i], v.exhibit); item++) {
            struct scene_ref ref = {scenes[i], item}, found;
            char name[SCENE_NAME_BYTES];

            scene_name(v.exhibit, ref, false, name);
            found = scene_named(v.exhibit, name);
            if (scenes[i]->part || !scene_exists(v.exhibit, ref))
                continue;
            if (found.ops != ref.ops || found.item != ref.item)
                fail_msg("%s leads elsewhere", name);
        }
    assert_null(scene_named(v.exhibit, "").ops);
    assert_null(scene_named(v.exhibit, "panel/").ops);
    assert_null(scene_named(v.exhibit, "panel/nobody").ops);
    assert_null(scene_named(v.exhibit, "homes").ops);
    assert_null(scene_named(v.exhibit, "nowhere").ops);
    visitor_leave(&v);
}

static void actions_open_what_they_name(void **state)
{
    static const struct {
        struct action action;
        const struct scene_ops *scene;
    } rows[] = {
        {{.kind = ACTION_NONE}, NULL},
        {{.kind = ACTION_NEXT}, NULL},
        {{.kind = ACTION_OPEN}, NULL},
        {{.kind = ACTION_HOME}, &scene_home},
        {{.kind = ACTION_PANEL, .argument = 1}, &scene_panel},
        {{.kind = ACTION_TIMELINE}, &scene_timeline},
        {{.kind = ACTION_EVENT, .argument = 2}, &scene_event},
        {{.kind = ACTION_TERM}, &scene_term},
        {{.kind = ACTION_OPEN, .scene = &scene_more, .argument = 1}, &scene_more},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct scene_ref ref = scene_opened_by(rows[i].action);

        assert_ptr_equal(ref.ops, rows[i].scene);
        assert_int_equal(ref.item, rows[i].action.argument);
    }
}

/* A key has led home, but the picture of it has not come yet: what the finger came down on is gone when it is lifted, and it opens neither
 * that nor what stands there now. */
static void what_was_shown_is_touched_and_gone(void **state)
{
    struct visitor v;
    int panel;

    (void)state;
    visitor_come(&v, SCREEN, "panel/welcome");
    panel = find_panel(v.exhibit, "welcome");
    struct point at = visitor_find_scene(&v, &scene_more, panel);
    struct pointer_sample sample = {.id = 1, .kind = POINTER_DOWN, .at = at, .ms = v.now_ms};

    stage_key(v.stage, KEY_HOME, v.now_ms);
    visitor_expect(&v, "home");
    stage_pointer(v.stage, &sample, VIA_TOUCH);
    sample.kind = POINTER_UP;
    sample.ms += 60;
    stage_pointer(v.stage, &sample, VIA_TOUCH);
    visitor_expect(&v, "home");
    visitor_leave(&v);
}

/* A card that one finger opened is not shown yet when another begins to drag, any way: nothing is asked of a page that is not there. */
static void a_drag_may_come_before_the_card(void **state)
{
    static const struct point ways[] = {{0, 200}, {0, -200}, {200, 0}};

    (void)state;
    for (size_t i = 0; i < COUNTOF(ways); i++) {
        struct visitor v;

        visitor_come(&v, SCREEN, "panel/welcome");
        struct point at = visitor_find_scene(&v, &scene_more, find_panel(v.exhibit, "welcome"));
        struct pointer_sample opens = {.id = 1, .kind = POINTER_DOWN, .at = at, .ms = v.now_ms};
        struct pointer_sample drags = {.id = 2, .kind = POINTER_DOWN, .at = {900, 500}, .ms = v.now_ms + 400};

        stage_pointer(v.stage, &opens, VIA_TOUCH);
        stage_pointer(v.stage, &drags, VIA_TOUCH);
        opens.kind = POINTER_UP;
        opens.ms = drags.ms = v.now_ms + 450;
        stage_pointer(v.stage, &opens, VIA_TOUCH);
        visitor_expect(&v, "card/welcome");
        drags.kind = POINTER_MOVE;
        for (int step = 1; step <= 4; step++) {
            drags.at = (struct point){900 + ways[i].x * (float)step / 4, 500 + ways[i].y * (float)step / 4};
            drags.ms += 100;
            stage_pointer(v.stage, &drags, VIA_TOUCH);
            stage_tick(v.stage, drags.ms);
        }
        drags.kind = POINTER_CANCEL;
        stage_pointer(v.stage, &drags, VIA_TOUCH);
        visitor_expect(&v, "card/welcome");
        visitor_leave(&v);
    }
}

/* A page that scrolls is moved, not filled anew: a colour that no filling gives stays. */
static void a_scroll_fills_nothing(void **state)
{
    static const struct colour odd = {1, 2, 3, 255};
    struct visitor v;

    (void)state;
    visitor_come(&v, SCREEN, "colophon");
    struct page *card = &v.stage->shown.overlay->page;
    int top = card->list.commands[card->scroll.first].rect.y;

    assert_true(card->scroll.max_px > 100);
    card->list.commands[0].colour = odd;
    visitor_down(&v, 1, 960, 700);
    for (int i = 1; i <= 10; i++) {
        visitor_wait(&v, 16);
        visitor_move(&v, 1, 960, 700 - 10 * (float)i);
        assert_ptr_equal(&v.stage->shown.overlay->page, card);
        assert_memory_equal(&card->list.commands[0].colour, &odd, sizeof(odd));
    }
    assert_in_range(top - card->list.commands[card->scroll.first].rect.y, 60, 100);
    visitor_leave(&v);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_scene_says_what_it_must),   cmocka_unit_test(names_lead_back),
        cmocka_unit_test(actions_open_what_they_name),     cmocka_unit_test(what_was_shown_is_touched_and_gone),
        cmocka_unit_test(a_drag_may_come_before_the_card), cmocka_unit_test(a_scroll_fills_nothing),
    };

    return cmocka_run_group_tests_name("scene table", tests, NULL, NULL);
}
