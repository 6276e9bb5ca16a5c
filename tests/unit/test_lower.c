/* Low reach: what hangs too high for hands is brought down by a key of the bar, touched there, and put back. */
#include "cards/card.h"
#include "page/heights.h"
#include "page/reach.h"
#include "page/setting.h"
#include "stage/act.h"
#include "staging/lower.h"
#include "staging/show.h"
#include "support/find.h"
#include "support/visitor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const struct size WIDE = {1920, 1080}, TALL = {1080, 1920};
static const double FINGER_MM = 15;

/* To the exhibit as it hangs at that height; `more` follows its end. */
static void come_to(struct visitor *v, struct size screen, int lower_edge_mm, const char *more)
{
    char hung[128];
    const struct visitor_edit edits[] = {
        {"config/exhibit.yaml", "  width: 1920\n  height: 1080\n", hung},
        {"config/exhibit.yaml", NULL, more},
    };

    snprintf(hung, sizeof(hung), "  width: %d\n  height: %d\n  lower_edge_mm: %d\n", screen.w, screen.h, lower_edge_mm);
    visitor_come_as(v, &(struct visitor_plan){.screen = screen, .start = "home", .edits = edits, .edit_count = COUNTOF(edits)});
    visitor_log(v);
}

static void set_low(struct visitor *v, int level)
{
    act(v->stage, (struct action){.kind = ACTION_SETTING, .argument = setting_choice(SETTING_REACH, level)}, v->now_ms);
    visitor_wait(v, 1000);
}

static void come_low(struct visitor *v, struct size screen, int lower_edge_mm, const char *scene)
{
    come_to(v, screen, lower_edge_mm, "");
    visitor_start(v, scene);
    set_low(v, 1);
    assert_true(v->stage->style.reach.parts > 0);
    visitor_log(v);
}

static double height_mm(const struct visitor *v, float y)
{
    return v->exhibit->screen.lower_edge_mm + (double)((float)v->screen.h - y) / (double)v->stage->style.px_per_mm;
}

/* ---- geometry ---- */

static void a_page_comes_down_as_far_as_it_must(void **state)
{
    static const struct {
        const struct size *screen;
        int lower_edge_mm, parts;
    } rows[] = {
        {&WIDE, 0, 0},    {&WIDE, 800, 0}, {&WIDE, 850, 1}, {&WIDE, 950, 1}, {&WIDE, 1000, 2}, {&WIDE, 1080, 4},
        {&WIDE, 1150, 0}, {&TALL, 500, 0}, {&TALL, 520, 1}, {&TALL, 700, 1}, {&TALL, 900, 2},  {&TALL, 1300, 0},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct visitor v;

        come_to(&v, *rows[i].screen, rows[i].lower_edge_mm, "");
        const struct style *style = &v.stage->style;

        assert_int_equal(style->reach.parts, 0);
        set_low(&v, 1);
        if (style->reach.parts != rows[i].parts)
            fail_msg("%dx%d at %d mm: %d parts", v.screen.w, v.screen.h, rows[i].lower_edge_mm, style->reach.parts);
        int most = style->reach.parts > 0 ? reach_px(&style->reach, style->reach.parts) : 0, before = 0;

        for (int part = 1; part <= style->reach.parts; part++) { /* what was seen before is seen again by a finger's breadth */
            assert_true(reach_px(&style->reach, part) - before <= style->bar.y - most - style->target_px + 1);
            before = reach_px(&style->reach, part);
        }
        if (most > 0)
            assert_in_range((int)height_mm(&v, (float)most), HEIGHTS_HIGHEST_MM - 1, HEIGHTS_HIGHEST_MM);
        visitor_leave(&v);
    }
}

static void it_is_offered_where_it_helps(void **state)
{
    static const struct {
        int lower_edge_mm;
        const char *more;
        bool offered, always;
    } rows[] = {
        {0, "", false, false},
        {500, "", false, false},
        {1000, "", true, false},
        {1000, "for_me: [text]\n", false, false},
        {1000, "reach: asked\n", true, false},
        {1000, "reach: low\n", false, true},
        {500, "reach: low\n", false, false},
        {0, "reach: low\n", false, false},
        {1200, "", false, false},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct visitor v;

        come_to(&v, WIDE, rows[i].lower_edge_mm, rows[i].more);
        assert_int_equal(setting_is_offered(v.exhibit, SETTING_REACH), rows[i].offered);
        assert_int_equal(v.stage->style.reach.parts > 0, rows[i].always);
        set_low(&v, 1);
        assert_int_equal(v.stage->style.reach.parts > 0, rows[i].offered || rows[i].always);
        visitor_leave(&v);
    }
}

/* ---- what is seen ---- */

static bool same_list(const struct draw_list *a, const struct draw_list *b)
{
    return draw_hash(a) == draw_hash(b);
}

static struct draw_command first_text(const struct draw_list *list)
{
    int i = 0;

    while (i < list->count && list->commands[i].kind != DRAW_TEXT)
        i++;
    assert_true(i < list->count);
    return list->commands[i];
}

/* The bar's list is the first above the page. */
static void only_the_page_moves(void **state)
{
    struct visitor v;

    (void)state;
    come_low(&v, WIDE, 950, "panel/charter");
    const struct frame *frame = visitor_frame(&v);
    uint64_t page = draw_hash(&frame->layers[0].list), still = frame_hash(frame);
    struct draw_command before = first_text(&frame->layers[0].list);
    struct rect bar = v.stage->style.bar;

    visitor_touch(&v, ACTION_LOWER, 1);
    frame = visitor_frame(&v);
    int down = v.stage->shown.lowered_px;

    assert_int_equal(down, v.stage->style.reach.most_px);
    assert_true(draw_hash(&frame->layers[0].list) != page);
    assert_true(rect_equal(frame->layers[0].list.commands[0].rect, (struct rect){0, 0, v.screen.w, down})); /* where it was */
    struct draw_command now = first_text(&frame->layers[0].list);

    assert_int_equal(now.rect.y, before.rect.y + down);
    assert_int_equal(now.text.baseline_px, before.text.baseline_px + down);
    for (int i = 0; i < frame->over[0].count; i++)
        assert_true(frame->over[0].commands[i].rect.y >= bar.y);
    visitor_touch(&v, ACTION_LOWER, 0);
    assert_true(same_list(&visitor_frame(&v)->layers[0].list, &v.stage->shown.base->page.list));
    assert_true(frame_hash(visitor_frame(&v)) != 0 && v.stage->shown.lowered_px == 0);
    set_low(&v, 0);
    assert_true(draw_hash(&visitor_frame(&v)->layers[0].list) == page && frame_hash(visitor_frame(&v)) != still); /* but for its key */
    visitor_leave(&v);
}

static void it_slides_unless_nothing_is_to_move(void **state)
{
    struct visitor v;
    struct point key;

    (void)state;
    come_low(&v, WIDE, 950, "panel/charter");
    key = visitor_find(&v, ACTION_LOWER, 1);
    visitor_tap(&v, key.x, key.y);
    visitor_wait(&v, 60);
    assert_in_range(v.stage->shown.lowered_px, 1, v.stage->style.reach.most_px - 1);
    visitor_wait(&v, 1000);
    assert_int_equal(v.stage->shown.lowered_px, v.stage->style.reach.most_px);
    assert_true(stage_deadline(v.stage, v.now_ms) > v.now_ms);
    visitor_touch(&v, ACTION_LOWER, 0);
    act(v.stage, (struct action){.kind = ACTION_SETTING, .argument = setting_choice(SETTING_MOTION, 1)}, v.now_ms);
    visitor_wait(&v, 1000);
    visitor_tap(&v, key.x, key.y);
    visitor_frame(&v);
    assert_int_equal(v.stage->shown.lowered_px, v.stage->style.reach.most_px);
    visitor_leave(&v);
}

/* ---- what is touched ---- */

/* Where a finger from a wheelchair finds it, after so many presses of the key; false: it does not. */
static bool is_reached(struct visitor *v, const struct rect *rect, struct point *at)
{
    for (int part = 0; part <= v->stage->style.reach.parts; part++) {
        visitor_frame(v);
        struct rect seen = part > 0 ? lower_seen(v->stage, *rect) : *rect;
        float least = (float)FINGER_MM * v->stage->style.px_per_mm, foot = (float)(seen.y + seen.h);

        least = least < (float)rect->h ? least : (float)rect->h;
        *at = (struct point){(float)seen.x + (float)seen.w / 2, foot - least / 2};
        if ((float)seen.h >= least && height_mm(v, foot - least) <= HEIGHTS_HIGHEST_MM + 1)
            return true;
        if (part < v->stage->style.reach.parts)
            visitor_touch(v, ACTION_LOWER, 1);
    }
    return false;
}

static void put_back(struct visitor *v)
{
    if (v->stage->lowering.part > 0)
        visitor_key(v, KEY_ESCAPE);
    visitor_wait(v, 1000);
}

/* Of every scene: each thing that answers is within reach of hands in one of the parts, and a finger there meets it. */
static void all_comes_within_reach(void **state)
{
    static const struct {
        const struct size *screen;
        int lower_edge_mm;
        const char *scene;
    } rows[] = {
        {&WIDE, 950, "home"},
        {&WIDE, 1080, "home"},
        {&TALL, 700, "home"},
        {&WIDE, 950, "panel/charter"},
        {&WIDE, 1080, "panel/network"},
        {&TALL, 900, "panel/strike"},
        {&TALL, 700, "timeline"},
        {&WIDE, 1080, "timeline"},
        {&WIDE, 1080, "card/stoppage"},
        {&TALL, 900, "card/stoppage"},
        {&WIDE, 1080, "card/settings"},
        {&WIDE, 1000, "panel/fire"},
        {&WIDE, 1000, "picture/charter"},
        {&TALL, 900, "end"},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct visitor v;

        come_to(&v, *rows[i].screen, rows[i].lower_edge_mm, "");
        bool there = scene_named(v.exhibit, rows[i].scene).ops != NULL;

        if (!there) {
            visitor_leave(&v);
            fail_msg("no %s", rows[i].scene);
        }
        visitor_start(&v, rows[i].scene);
        set_low(&v, 1);
        visitor_frame(&v);
        struct targets targets = v.stage->shown.targets;

        for (int t = 0; t < targets.count; t++) {
            struct rect rect = page_reach(show_front_page(v.stage), &targets.list[t]);
            struct point at = {0, 0};

            if (targets.list[t].rect.y >= v.stage->style.bar.y || targets.list[t].action.kind == ACTION_LOWER || rect_is_empty(rect))
                continue;
            if (!is_reached(&v, &rect, &at))
                fail_msg("%s at %d mm: target %d (action %d) is out of reach", rows[i].scene, rows[i].lower_edge_mm, t,
                         targets.list[t].action.kind);
            struct point within = {at.x, at.y - (float)(at.y < (float)v.stage->style.bar.y ? v.stage->shown.lowered_px : 0)};
            struct press press = shown_press_at(&v.stage->shown, within);

            assert_true(press.target.action.kind != ACTION_NONE);
            put_back(&v);
        }
        visitor_leave(&v);
    }
}

/* Home's first card, by its upper edge, which is out of reach; then what is read first stands whole. */
static void what_is_touched_opens_and_stands_whole(void **state)
{
    static const int languages[] = {ENGLISH, ARABIC};

    (void)state;
    for (size_t i = 0; i < COUNTOF(languages); i++) {
        struct visitor v;

        come_low(&v, WIDE, 950, "home");
        visitor_speak(&v, languages[i]);
        struct rect card = visitor_target(&v, ACTION_PANEL, v.exhibit->chapters[0].panels[0]);
        float x = (float)card.x + (float)card.w / 2, y = (float)card.y + 8;

        x = v.stage->frame.mirrored ? (float)v.screen.w - x : x;
        assert_true(height_mm(&v, y) > HEIGHTS_HIGHEST_MM);
        visitor_touch(&v, ACTION_LOWER, 1);
        y += (float)v.stage->shown.lowered_px;
        assert_true(height_mm(&v, y) <= HEIGHTS_HIGHEST_MM);
        visitor_tap(&v, x, y);
        visitor_wait(&v, 1000);
        assert_string_equal(visitor_scene(v.stage) + strlen("panel/"), v.exhibit->panels[v.exhibit->chapters[0].panels[0]].id);
        assert_int_equal(v.stage->lowering.part, 0);
        assert_int_equal(v.stage->shown.lowered_px, 0);
        visitor_leave(&v);
    }
}

/* A finger stays with what it came down on: the page, though it goes over the bar, or the bar. */
static void fingers_stay_with_what_they_came_down_on(void **state)
{
    struct visitor v;

    (void)state;
    come_low(&v, WIDE, 950, "panel/charter");
    visitor_touch(&v, ACTION_LOWER, 1);
    int down = v.stage->shown.lowered_px;
    float bar = (float)v.stage->style.bar.y;

    visitor_swipe(&v, (struct point){1500, bar - 100}, (struct point){600, bar + 20}, 200); /* a page turned by hand stays low */
    visitor_wait(&v, 1000);
    visitor_expect(&v, "panel/strike");
    assert_int_equal(v.stage->shown.lowered_px, down);
    struct point home = visitor_find(&v, ACTION_HOME, 0);

    visitor_down(&v, 1, home.x, home.y);
    visitor_wait(&v, 50);
    visitor_up(&v, 1, home.x, home.y - 4);
    visitor_wait(&v, 1000);
    visitor_expect(&v, "home");
    assert_int_equal(v.stage->shown.lowered_px, 0);
    visitor_leave(&v);
}

/* While it slides, a finger that is down on it lets go. */
static void what_moves_is_let_go(void **state)
{
    struct visitor v;

    (void)state;
    come_low(&v, WIDE, 950, "home");
    struct rect card = visitor_target(&v, ACTION_PANEL, v.exhibit->chapters[0].panels[0]);
    struct point at = {(float)card.x + (float)card.w / 2, (float)(card.y + card.h) - 8}, key = visitor_find(&v, ACTION_LOWER, 1);

    visitor_down(&v, 1, at.x, at.y);
    visitor_wait(&v, 50);
    visitor_down(&v, 2, key.x, key.y);
    visitor_wait(&v, 50);
    visitor_up(&v, 2, key.x, key.y);
    visitor_wait(&v, 400);
    visitor_up(&v, 1, at.x, at.y);
    visitor_wait(&v, 1000);
    visitor_expect(&v, "home");
    assert_true(v.stage->lowering.part > 0);
    visitor_leave(&v);
}

/* ---- every way back ---- */

enum way_back { BY_KEY, BY_ESCAPE, BY_PAD, ABOVE_IT, BY_FOCUS, BY_SETTING, BY_SIZE };

static void go_back(struct visitor *v, enum way_back way)
{
    switch (way) {
    case BY_KEY:
        visitor_touch(v, ACTION_LOWER, 0);
        break;
    case BY_ESCAPE:
        visitor_key(v, KEY_ESCAPE);
        break;
    case BY_PAD:
        visitor_key(v, KEY_PAD_BACK);
        break;
    case ABOVE_IT:
        visitor_tap(v, 960, 10);
        break;
    case BY_FOCUS:
        for (int i = 0; i < 60 && v->stage->lowering.part > 0; i++)
            visitor_key(v, KEY_TAB);
        break;
    case BY_SETTING:
        set_low(v, 0);
        break;
    case BY_SIZE:
        stage_resize(v->stage, (struct size){1920, 400}, v->now_ms);
        visitor_frame(v);
        break;
    }
    visitor_wait(v, 1000);
}

static void there_are_many_ways_back(void **state)
{
    static const enum way_back ways[] = {BY_KEY, BY_ESCAPE, BY_PAD, ABOVE_IT, BY_FOCUS, BY_SETTING, BY_SIZE};

    (void)state;
    for (size_t i = 0; i < COUNTOF(ways); i++) {
        struct visitor v;

        come_low(&v, WIDE, 950, "home");
        visitor_touch(&v, ACTION_LOWER, 1);
        assert_int_equal(v.stage->lowering.part, 1);
        go_back(&v, ways[i]);
        visitor_frame(&v);
        assert_int_equal(v.stage->lowering.part, 0);
        assert_int_equal(v.stage->shown.lowered_px, 0);
        visitor_expect(&v, "home"); /* and nothing else */
        visitor_leave(&v);
    }
}

static void it_ends_with_the_visit(void **state)
{
    struct visitor v;

    (void)state;
    come_low(&v, WIDE, 950, "home");
    visitor_touch(&v, ACTION_LOWER, 1);
    visitor_wait(&v, 200 * 1000);
    visitor_expect(&v, "attract");
    assert_int_equal(v.stage->shown.lowered_px, 0);
    visitor_key(&v, KEY_ENTER);
    visitor_frame(&v);
    assert_int_equal(v.stage->style.reach.parts, 0);
    visitor_leave(&v);
}

/* ---- beneath cards, and by keys ---- */

static void the_key_answers_beneath_a_card(void **state)
{
    struct visitor v;

    (void)state;
    come_low(&v, WIDE, 1080, "card/stoppage");
    struct rect box = card_box(visitor_overlay(&v));
    struct point key = visitor_find(&v, ACTION_LOWER, 1);

    for (int part = 1; part <= v.stage->style.reach.parts; part++) {
        visitor_tap(&v, key.x, key.y);
        visitor_wait(&v, 1000);
        visitor_expect(&v, "card/stoppage");
        assert_int_equal(v.stage->shown.lowered_px, reach_px(&v.stage->style.reach, part));
    }
    visitor_tap(&v, (float)(box.x + box.w - v.stage->style.target_px / 2), /* its cross */
                (float)(box.y + v.stage->style.target_px / 2 + v.stage->shown.lowered_px));
    visitor_wait(&v, 1000);
    visitor_expect(&v, "home");
    assert_int_equal(v.stage->shown.lowered_px, 0);
    visitor_leave(&v);
}

/* A chart has a card as large as the screen, which leaves the bar free. */
static void no_card_hides_the_key(void **state)
{
    const struct size *const screens[] = {&WIDE, &TALL};

    (void)state;
    for (size_t s = 0; s < COUNTOF(screens); s++)
        for (int text = TEXT_USUAL; text <= TEXT_LARGEST; text++) {
            struct visitor v;
            int cards = 0;

            come_low(&v, *screens[s], screens[s]->h > 1080 ? 700 : 950, "home");
            act(v.stage, (struct action){.kind = ACTION_SETTING, .argument = setting_choice(SETTING_TEXT, text)}, v.now_ms);
            for (int i = 0; i < v.exhibit->panel_count; i++) {
                if (!scene_exists(v.exhibit, (struct scene_ref){&scene_data, i}))
                    continue;
                act(v.stage, (struct action){.kind = ACTION_NUMBERS, .argument = i}, v.now_ms);
                visitor_wait(&v, 1000);
                struct rect box = card_box(visitor_overlay(&v));

                assert_true(box.y + box.h <= v.stage->style.bar.y);
                visitor_find(&v, ACTION_LOWER, 1);
                visitor_key(&v, KEY_ESCAPE);
                cards++;
            }
            assert_true(cards > 0);
            visitor_leave(&v);
        }
}

static void keys_press_it_and_stay_on_it(void **state)
{
    struct visitor v;

    (void)state;
    come_low(&v, WIDE, 950, "panel/charter");
    for (int i = 0; i < 60 && v.stage->focused.action.kind != ACTION_LOWER; i++)
        visitor_key(&v, KEY_TAB);
    assert_int_equal(v.stage->focused.action.kind, ACTION_LOWER);
    visitor_key(&v, KEY_ENTER);
    visitor_wait(&v, 1000);
    assert_int_equal(v.stage->lowering.part, 1);
    assert_true(targets_find(visitor_targets(&v), v.stage->focused) >= 0);
    visitor_key(&v, KEY_ENTER);
    visitor_wait(&v, 1000);
    assert_int_equal(v.stage->lowering.part, 0);
    visitor_leave(&v);
}

/* On a long card, too, which scrolls to what has it: more of that is seen than the bar hides. */
static void focus_is_never_behind_the_bar(void **state)
{
    struct visitor v;

    (void)state;
    come_low(&v, WIDE, 950, "home");
    act(v.stage, (struct action){.kind = ACTION_SETTING, .argument = setting_choice(SETTING_TEXT, TEXT_LARGEST)}, v.now_ms);
    act(v.stage, (struct action){.kind = ACTION_OPEN, .scene = &scene_settings}, v.now_ms);
    visitor_wait(&v, 1000);
    for (int i = 0; i < 120; i++) {
        act(v.stage, (struct action){.kind = ACTION_LOWER, .argument = 1}, v.now_ms);
        visitor_wait(&v, 1000);
        visitor_key(&v, i < 60 ? KEY_TAB : KEY_BACK_TAB);
        visitor_wait(&v, 1000);

        const struct targets *targets = visitor_targets(&v);
        int at = targets_find(targets, v.stage->focused);

        assert_true(at >= 0);
        struct rect rect = targets->list[at].rect;

        if (rect.y < v.stage->style.bar.y)
            assert_true(rect.y + v.stage->shown.lowered_px + rect.h / 2 <= v.stage->style.bar.y);
        else
            assert_false(targets->list[at].scrolled);
    }
    visitor_leave(&v);
}

/* Whoever listens is told where the page stands. */
static void a_voice_tells_it(void **state)
{
    static const struct {
        enum key key;
        const char *said;
    } rows[] = {{KEY_ENTER, "The page stands lower now, within reach."}, {KEY_ESCAPE, "The page is back in its place."}};
    struct visitor v;

    (void)state;
    come_to(&v, WIDE, 950, "speech: key\nreach: low\n");
    visitor_start(&v, "panel/charter");
    visitor_key(&v, KEY_LISTEN);
    for (int i = 0; i < 60 && v.stage->focused.action.kind != ACTION_LOWER; i++)
        visitor_key(&v, KEY_TAB);
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        visitor_key(&v, rows[i].key);
        visitor_frame(&v);
        assert_string_equal(stage_wish(v.stage)->text, rows[i].said);
    }
    visitor_leave(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_comes_down_as_far_as_it_must),
        cmocka_unit_test(it_is_offered_where_it_helps),
        cmocka_unit_test(only_the_page_moves),
        cmocka_unit_test(it_slides_unless_nothing_is_to_move),
        cmocka_unit_test(all_comes_within_reach),
        cmocka_unit_test(what_is_touched_opens_and_stands_whole),
        cmocka_unit_test(fingers_stay_with_what_they_came_down_on),
        cmocka_unit_test(what_moves_is_let_go),
        cmocka_unit_test(there_are_many_ways_back),
        cmocka_unit_test(it_ends_with_the_visit),
        cmocka_unit_test(the_key_answers_beneath_a_card),
        cmocka_unit_test(no_card_hides_the_key),
        cmocka_unit_test(keys_press_it_and_stay_on_it),
        cmocka_unit_test(focus_is_never_behind_the_bar),
        cmocka_unit_test(a_voice_tells_it),
    };

    return cmocka_run_group_tests_name("lower", tests, NULL, NULL);
}
