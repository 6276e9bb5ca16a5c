/* How one page becomes another: they slide side by side, or fade through paper; no two texts are seen over one another. */
#include "support/find.h"
#include "support/visitor.h"

#include "scene/picture.h"
#include "stage/act.h"
#include "staging/show.h"
#include "stage/stage.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static const struct size SCREEN = {1920, 1080};

/* A page that a key turns comes as one that a finger throws: beside the other, a gutter of ink between them, and nothing fades. */
static void a_key_slides_the_page(void **state)
{
    static const struct {
        enum key key;
        const char *from, *to;
    } rows[] = {
        {KEY_RIGHT, "panel/charter", "panel/strike"}, {KEY_LEFT, "panel/strike", "panel/charter"}, {KEY_LEFT, "panel/welcome", "home"}};
    struct visitor v;

    (void)state;
    visitor_come(&v, SCREEN, "home");
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        int before = 0, frames = 0;

        visitor_start(&v, rows[i].from);
        visitor_key(&v, rows[i].key);
        assert_string_equal(visitor_scene(v.stage), rows[i].to);
        for (int ms = 0; ms < 350; ms += 16, frames++) {
            const struct frame *frame = visitor_frame(&v);
            int slid = rows[i].key == KEY_RIGHT ? -frame->layers[0].x_px : frame->layers[0].x_px + SCREEN.w + frame->gutter.w_px;

            assert_true(frame->fade_share == 1);
            if (frame->layer_count == 1)
                break;
            assert_int_equal(frame->gutter.w_px, 24);
            assert_int_equal(frame->gutter.x_px, frame->layers[0].x_px + SCREEN.w);
            assert_true(slid > before || ms > 250); /* its end is slow */
            before = slid;
            visitor_wait(&v, 16);
        }
        assert_in_range(frames, 18, 22);
        assert_int_equal(visitor_frame(&v)->layer_count, 1);
    }
    visitor_leave(&v);
}

/* What fades goes through paper, a card in its own place alone. */
static void fades_have_their_ground(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, SCREEN, "panel/charter");
    visitor_key(&v, KEY_TIMELINE);

    const struct frame *frame = visitor_frame(&v);

    assert_true(frame->fade_share < 1);
    assert_int_equal(frame->ground_count, 2);
    assert_int_equal(frame->grounds[0].rect.h + frame->grounds[1].rect.h, SCREEN.h);
    visitor_wait(&v, 1000);
    assert_int_equal(visitor_frame(&v)->ground_count, 0);
    visitor_start(&v, "card/fire");
    visitor_key(&v, KEY_ESCAPE);
    frame = visitor_frame(&v);
    assert_int_equal(frame->ground_count, 1);
    assert_true(frame->grounds[0].rect.w < SCREEN.w && frame->grounds[0].rect.h < SCREEN.h);
    visitor_leave(&v);
}

static bool is_same(struct rect a, struct rect b)
{
    return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h;
}

/* Out of what was touched, while it gets dark around; a second card out of the first one's words. It goes as all cards go. */
static void a_card_grows_from_what_was_touched(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, SCREEN, "timeline");
    int event = find_event(v.exhibit, "fire");
    struct rect label = visitor_target(&v, ACTION_EVENT, event);
    struct point at = visitor_find(&v, ACTION_EVENT, event);

    visitor_tap(&v, at.x, at.y);
    const struct frame *frame = visitor_frame(&v);

    assert_true(frame->fade_share < 1);
    assert_int_equal(frame->ground_count, 1);
    assert_true(is_same(frame->growth.from, label));
    assert_true(frame->growth.shade.a > 0 && frame->grounds[0].rect.w > label.w);
    visitor_wait(&v, 1000);
    assert_true(rect_is_empty(visitor_frame(&v)->growth.from));
    visitor_key(&v, KEY_ESCAPE);
    assert_true(visitor_frame(&v)->fade_share < 1);
    assert_true(rect_is_empty(visitor_frame(&v)->growth.from));
    visitor_leave(&v);
}

/* From its place on the page, where it stood so large; in 300 ms it fills the view. */
static void a_picture_grows_from_its_place(void **state)
{
    struct visitor v;
    struct rect place = {0};
    int last = 0;

    (void)state;
    visitor_come(&v, SCREEN, "panel/charter");
    const struct page *page = visitor_page(&v);
    struct action opens = {.kind = ACTION_NONE};

    for (int i = 0; i < page->target_count; i++)
        if (page->targets[i].action.scene == &scene_picture) {
            opens = page->targets[i].action;
            place = page->targets[i].rect;
        }
    act(v.stage, opens, v.now_ms);
    for (int ms = 0; ms <= 300; ms += 50) {
        struct scene scene = show_context(v.stage);

        scene.item = overlays_whole(&v.stage->overlays)->scene.item;
        struct rect rect = picture_rect(&scene, picture_view(&scene), picture_window_at(&v.stage->picture, v.now_ms));

        if (ms == 0) /* a frame later than its place */
            assert_true(rect.x <= place.x && rect.x > place.x - 300 && rect.w >= place.w && rect.w < place.w * 5 / 4);
        assert_true(rect.w >= last);
        assert_true(visitor_frame(&v)->fade_share == 1);
        last = rect.w;
        visitor_wait(&v, 50);
    }
    assert_false(picture_window_running(&v.stage->picture, v.now_ms));
    assert_in_range(last, SCREEN.w - 1, SCREEN.w + 1);
    visitor_leave(&v);
}

/* Closed, it is left at once, and seen to go back; then the page is as it was. Once things stand elsewhere it just fades. */
static void a_picture_goes_back_to_its_place(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, SCREEN, "panel/charter");
    uint64_t page = draw_hash(&visitor_frame(&v)->layers[0].list);
    int lists = visitor_frame(&v)->over_count;

    visitor_open(&v, &scene_picture, find_panel(v.exhibit, "charter"));
    visitor_expect(&v, "picture/charter");
    visitor_key(&v, KEY_ESCAPE);
    visitor_expect(&v, "panel/charter");
    assert_int_equal(visitor_frame(&v)->over_count, lists + 1);
    assert_true(visitor_frame(&v)->fade_share == 1 && draw_hash(&visitor_frame(&v)->layers[0].list) == page);
    assert_false(stage_rests(v.stage, v.now_ms));
    visitor_wait(&v, 320);
    assert_int_equal(visitor_frame(&v)->over_count, lists);
    assert_true(stage_rests(v.stage, v.now_ms));
    visitor_open(&v, &scene_picture, find_panel(v.exhibit, "charter"));
    visitor_key(&v, KEY_ESCAPE);
    visitor_touch(&v, ACTION_NEXT, 0); /* nothing waits for it */
    visitor_expect(&v, "panel/strike");
    visitor_start(&v, "panel/charter");
    visitor_open(&v, &scene_picture, find_panel(v.exhibit, "charter"));
    visitor_key(&v, KEY_TEXT_SIZE);
    visitor_key(&v, KEY_ESCAPE);
    assert_true(visitor_frame(&v)->fade_share < 1 && visitor_frame(&v)->over_count == lists);
    visitor_leave(&v);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_key_slides_the_page),
        cmocka_unit_test(fades_have_their_ground),
        cmocka_unit_test(a_card_grows_from_what_was_touched),
        cmocka_unit_test(a_picture_grows_from_its_place),
        cmocka_unit_test(a_picture_goes_back_to_its_place),
    };

    return cmocka_run_group_tests_name("turns", tests, NULL, NULL);
}
