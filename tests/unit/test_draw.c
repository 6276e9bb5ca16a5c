/* Draw lists and frames: what is added, and told apart. */
#include "layout/draw.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct colour ink = {0x1B, 0x1B, 0x1B, 255}, veil = {0xF3, 0xEB, 0xDD, 128}, nothing = {1, 2, 3, 0};

/* Every command once, as `variant` bends it: 0 is plain, each other number changes one thing that is seen. */
static void draw_all(struct pen pen, int variant)
{
    struct draw_text text = {{.face = FACE_HEADLINE, .size_px = 96}, "Tuesday, 4 a.m.", 7, 425};
    struct draw_picture picture = {
        .path = "assets/a.svg", .fallback = "assets/b.svg", .focus_x = 0.5f, .focus_y = 0.25f, .window = {0.1f, 0.2f, 0.3f, 0.4f}};
    struct rect rect = {100, 340, 412, 110};
    const char *icon = "assets/icons/home.svg";

    rect.x += variant == 1;
    rect.h += variant == 2;
    text.type.face = variant == 3 ? FACE_BOLD : FACE_HEADLINE;
    text.type.size_px += variant == 4;
    text.type.tracking_px += 4 * (variant == 5);
    text.length += variant == 6;
    text.text = variant == 7 ? "Tuesdaz" : text.text;
    text.baseline_px += variant == 8;
    picture.path = variant == 9 ? "assets/b.svg" : variant == 10 ? NULL : picture.path;
    picture.fallback = variant == 11 ? NULL : picture.fallback;
    picture.focus_x = variant == 12 ? 0.75f : 0.5f;
    picture.focus_y = variant == 13 ? 0.75f : 0.25f;
    picture.window.x += variant == 19 ? 0.1f : 0;
    picture.window.y += variant == 20 ? 0.1f : 0;
    picture.window.w += variant == 21 ? 0.1f : 0;
    picture.window.h += variant == 22 ? 0.1f : 0;
    picture.moving = variant == 23;
    picture.ground = variant == 24 ? ink : veil;
    icon = variant == 14 ? "assets/icons/next.svg" : icon;
    draw_fill(pen, (struct rect){0, 0, 1920, 1080}, variant == 15 ? ink : veil);
    draw_clip(pen, (struct rect){10, 20, 300 + (variant == 16), 400});
    draw_text(pen, rect, text, ink);
    draw_picture(pen, (struct rect){0, 0, 864, 1080}, picture, ink);
    draw_icon(pen, (struct rect){5, 6, 70, 80}, icon, variant == 17 ? veil : ink);
    if (variant != 18)
        draw_clip(pen, (struct rect){0});
}

enum { VARIANTS = 25 };

static void nothing_is_not_added(void **state)
{
    struct arena *arena = arena_create();
    struct draw_list list = {0};
    struct pen pen = {&list, arena};

    (void)state;
    draw_fill(pen, (struct rect){5, 5, 0, 9}, ink);
    draw_fill(pen, (struct rect){5, 5, 9, 9}, nothing);
    draw_frame(pen, (struct rect){5, 5, 9, 9}, 0, ink);
    draw_frame(pen, (struct rect){5, 5, 9, 0}, 2, ink);
    draw_text(pen, (struct rect){5, 5, 9, 9}, (struct draw_text){{.face = FACE_TEXT, .size_px = 9}, "", 0, 0}, ink);
    draw_picture(pen, (struct rect){5, 5, 9, -1}, (struct draw_picture){.path = "p"}, ink);
    draw_icon(pen, (struct rect){5, 5, 0, 0}, "p", ink);
    assert_int_equal(list.count, 0);
    arena_destroy(arena);
}

static int area(const struct draw_list *list)
{
    int sum = 0;

    for (int i = 0; i < list->count; i++)
        sum += list->commands[i].rect.w * list->commands[i].rect.h;
    return sum;
}

/* Fills that would overlap show in a translucent colour: their areas add up to the frame's. */
static void frames_do_not_overlap(void **state)
{
    static const struct {
        struct rect rect;
        int thickness_px, fills, area_px;
    } rows[] = {
        {{10, 20, 100, 50}, 1, 4, 100 * 50 - 98 * 48}, {{10, 20, 100, 50}, 5, 4, 100 * 50 - 90 * 40},
        {{10, 20, 100, 50}, 24, 4, 100 * 50 - 52 * 2}, {{10, 20, 100, 50}, 25, 1, 100 * 50},
        {{10, 20, 100, 50}, 99, 1, 100 * 50},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct arena *arena = arena_create();
        struct draw_list list = {0};

        draw_frame((struct pen){&list, arena}, rows[i].rect, rows[i].thickness_px, veil);
        assert_int_equal(list.count, rows[i].fills);
        assert_int_equal(area(&list), rows[i].area_px);
        for (int k = 0; k < list.count; k++) {
            assert_int_equal(rect_common(list.commands[k].rect, rows[i].rect).w, list.commands[k].rect.w);
            assert_int_equal(rect_common(list.commands[k].rect, rows[i].rect).h, list.commands[k].rect.h);
        }
        arena_destroy(arena);
    }
}

static void hashes_tell_apart(void **state)
{
    struct arena *arena = arena_create();
    uint64_t hashes[VARIANTS];

    (void)state;
    for (int i = 0; i < VARIANTS; i++) {
        struct draw_list list = {0};

        draw_all((struct pen){&list, arena}, i);
        hashes[i] = draw_hash(&list);
        for (int k = 0; k < i; k++)
            if (hashes[i] == hashes[k])
                fail_msg("variants %d and %d have one hash", i, k);
    }
    arena_destroy(arena);
}

static void hashes_follow_content(void **state)
{
    struct arena *arena = arena_create();
    struct draw_list one = {0}, other = {0};
    char copy[] = "Tuesday", behind[] = "Tuesdays";

    (void)state;
    draw_text((struct pen){&one, arena}, (struct rect){1, 2, 3, 4}, (struct draw_text){{.face = FACE_TEXT, .size_px = 9}, copy, 7, 0}, ink);
    draw_text((struct pen){&other, arena}, (struct rect){1, 2, 3, 4}, (struct draw_text){{.face = FACE_TEXT, .size_px = 9}, behind, 7, 0},
              ink);
    assert_true(draw_hash(&one) == draw_hash(&other));
    arena_destroy(arena);
}

static void lists_grow(void **state)
{
    struct arena *arena = arena_create();
    struct draw_list list = {0};

    (void)state;
    for (int i = 0; i < 1000; i++)
        draw_fill((struct pen){&list, arena}, (struct rect){i, 0, 1, 1}, ink);
    assert_int_equal(list.count, 1000);
    for (int i = 0; i < 1000; i++)
        assert_int_equal(list.commands[i].rect.x, i);
    arena_destroy(arena);
}

/* ---- frames ---- */

static struct frame make_frame(struct arena *arena)
{
    struct frame frame = {.size = {1920, 1080}, .area = {0, 0, 1920, 980}, .layer_count = 2, .fade_share = 1, .fade_serial = 3};

    draw_fill((struct pen){&frame.layers[0].list, arena}, (struct rect){0, 0, 1920, 980}, ink);
    draw_fill((struct pen){&frame.layers[1].list, arena}, (struct rect){0, 0, 1920, 980}, veil);
    frame.layers[1].x_px = 1920;
    frame.over_count = 1;
    draw_icon((struct pen){&frame.over[0], arena}, (struct rect){0, 990, 80, 80}, "home", ink);
    return frame;
}

enum { FRAME_VARIANTS = 11 };

static void bend_frame(struct frame *frame, struct arena *arena, int variant)
{
    const struct draw_list list = frame->layers[0].list;

    frame->size.w += variant == 1;
    frame->area.h += variant == 2;
    frame->layer_count -= variant == 3;
    frame->layers[1].x_px += variant == 4;
    frame->fade_share -= variant == 5 ? 0.001f : 0;
    frame->fade_serial += variant == 6;
    if (variant == 7) {
        frame->layers[0].list = frame->layers[1].list;
        frame->layers[1].list = list;
    }
    frame->gutter.w_px += variant == 9;
    frame->ground_count += variant == 10;
    if (variant == 8)
        draw_fill((struct pen){&frame->over[0], arena}, (struct rect){0, 0, 1, 1}, ink);
}

static void frame_hashes_tell_apart(void **state)
{
    struct arena *arena = arena_create();
    uint64_t hashes[FRAME_VARIANTS];

    (void)state;
    for (int i = 0; i < FRAME_VARIANTS; i++) {
        struct frame frame = make_frame(arena), again = make_frame(arena);

        bend_frame(&frame, arena, i);
        bend_frame(&again, arena, i);
        hashes[i] = frame_hash(&frame);
        assert_true(hashes[i] == frame_hash(&again));
        for (int k = 0; k < i; k++)
            if (hashes[i] == hashes[k])
                fail_msg("variants %d and %d have one hash", i, k);
    }
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_not_added), cmocka_unit_test(frames_do_not_overlap),
        cmocka_unit_test(hashes_tell_apart),    cmocka_unit_test(hashes_follow_content),
        cmocka_unit_test(lists_grow),           cmocka_unit_test(frame_hashes_tell_apart),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
