/* Panels in a row behind one notice are one page until it is answered: no way of leafing shows the same page twice. In the tests' exhibit
 * "fire" and "camp" stand so between "network" and "after". */
#include "audit/overlap.h"
#include "stage/act.h"
#include "staging/show.h"
#include "stage/stage.h"
#include "support/visitor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct size SCREEN = {1920, 1080};
static const struct point LEFT = {500, 500}, RIGHT = {1400, 500};

static void press_key(struct visitor *v, enum key key)
{
    visitor_key(v, key);
    visitor_wait(v, 1000);
}

/* Which way one goes through them, and what is read on behind the notice: the panel one came to. */
static const struct row {
    const char *start;
    enum { KEYS, SWIPES, LET_GO, BAR } by;
    int ways[4]; /* 1: on, -1: back, 9: read on, 5: skip; 0 ends them */
    const char *scene;
} rows[] = {
    {"panel/network", KEYS, {1}, "notice/fire"},
    {"panel/network", KEYS, {1, 1}, "panel/after"},
    {"panel/network", KEYS, {1, -1}, "panel/network"},
    {"panel/network", KEYS, {1, 9}, "panel/fire"},
    {"panel/network", KEYS, {1, 9, 1}, "panel/camp"},
    {"panel/network", KEYS, {1, 5}, "panel/after"},
    {"panel/after", KEYS, {-1, 5}, "panel/after"},
    {"panel/after", KEYS, {-1}, "notice/camp"},
    {"panel/after", KEYS, {-1, -1}, "panel/network"},
    {"panel/after", KEYS, {-1, 9}, "panel/camp"},
    {"panel/after", KEYS, {-1, 9, -1}, "panel/fire"},
    {"panel/camp", KEYS, {9}, "panel/camp"},
    {"panel/network", BAR, {1, 1}, "panel/after"},
    {"panel/after", BAR, {-1, -1}, "panel/network"},
    {"panel/network", SWIPES, {1}, "notice/fire"},
    {"panel/network", SWIPES, {1, 1}, "panel/after"},
    {"panel/network", SWIPES, {1, 1, -1, -1}, "panel/network"},
    {"panel/network", SWIPES, {1, 9}, "panel/fire"},
    {"panel/after", SWIPES, {-1, -1}, "panel/network"},
    {"panel/fire", LET_GO, {1, 9}, "panel/fire"},
    {"panel/camp", LET_GO, {-1, 9}, "panel/camp"},
    {"panel/fire", LET_GO, {1, 1, 1, 9}, "panel/fire"},
};

/* A finger goes a little way, stays, and lets go: nothing turns. */
static void let_go(struct visitor *v, int way)
{
    visitor_down(v, 1, 960, 500);
    for (int i = 1; i <= 8; i++) {
        visitor_wait(v, 30);
        visitor_move(v, 1, 960 - (float)(way * i * 20), 500);
    }
    visitor_wait(v, 500);
    visitor_up(v, 1, 960 - (float)(way * 160), 500);
    visitor_wait(v, 1000);
}

static void go(struct visitor *v, const struct row *row, int way)
{
    if (way == 9)
        visitor_touch(v, ACTION_ACCEPT, 0);
    else if (way == 5)
        visitor_touch(v, ACTION_SKIP, 0);
    else if (row->by == KEYS)
        press_key(v, way > 0 ? KEY_RIGHT : KEY_LEFT);
    else if (row->by == BAR)
        visitor_touch(v, way > 0 ? ACTION_NEXT : ACTION_PREVIOUS, 0);
    else if (row->by == LET_GO)
        let_go(v, way);
    else
        visitor_swipe(v, way > 0 ? RIGHT : LEFT, way > 0 ? LEFT : RIGHT, 200);
    visitor_wait(v, 1000);
}

static void a_run_is_one_page(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct visitor v;

        visitor_come(&v, SCREEN, rows[i].start);
        for (int w = 0; w < (int)COUNTOF(rows[i].ways) && rows[i].ways[w] != 0; w++)
            go(&v, &rows[i], rows[i].ways[w]);
        if (strcmp(visitor_scene(v.stage), rows[i].scene) != 0)
            fail_msg("row %zu: %s instead of %s", i, visitor_scene(v.stage), rows[i].scene);
        visitor_leave(&v);
    }
}

/* From the first page to the last and back, in the shipped exhibit too, each differs from the one before. */
static void no_page_twice(void **state)
{
    static const char *const exhibits[] = {NULL, "."};

    (void)state;
    for (size_t e = 0; e < COUNTOF(exhibits); e++) {
        struct visitor v;
        uint64_t before = 0;

        visitor_come_as(&v, &(struct visitor_plan){.screen = SCREEN, .start = "home", .exhibit = exhibits[e]});
        for (int i = 0; i < 2 * v.exhibit->panel_count; i++) {
            press_key(&v, i < v.exhibit->panel_count ? KEY_RIGHT : KEY_LEFT);
            uint64_t now = draw_hash(&visitor_page(&v)->list);

            if (now == before && strcmp(visitor_scene(v.stage), "home") != 0 &&
                pager_page(&v.stage->pager) != pager_last(show_path(v.stage)))
                fail_msg("%s comes twice", visitor_scene(v.stage));
            before = now;
            visitor_log(&v);
        }
        visitor_leave(&v);
    }
}

/* A notice that hides the last of them leads to the end, as the last of them does. */
static void a_run_at_the_end(void **state)
{
    static const struct visitor_edit edit = {"config/panels/after.yaml", NULL, "\nnotice: [accident]\n"};
    struct visitor v;

    (void)state;
    visitor_come_as(&v, &(struct visitor_plan){.screen = SCREEN, .start = "panel/fire", .edits = &edit, .edit_count = 1});
    visitor_expect(&v, "notice/fire");
    press_key(&v, KEY_RIGHT);
    visitor_expect(&v, "end");
    press_key(&v, KEY_LEFT);
    visitor_expect(&v, "notice/after");
    visitor_touch(&v, ACTION_SKIP, 0);
    visitor_expect(&v, "end");
    visitor_leave(&v);
}

/* Its text keeps two lines, whatever else there is to read and to touch: before a helpline of many words and names of three lines. */
static void the_text_keeps_its_room(void **state)
{
    static const struct visitor_edit edits[] = {
        {"config/exhibit.yaml", "Someone listens at the desk beside the entrance.",
         "Someone listens at the desk beside the entrance, at all hours, also for children, and in confidence, and by the telephone too, "
         "in every language that is spoken in this town, free of charge and for as long as anybody wants to speak."},
        {"config/panels/camp.yaml", "title:\n  en: \"",
         "title:\n  en: \"A camp of which nobody wanted to hear for many and many a year, nor to speak; "},
    };
    static const struct size screens[] = {{1920, 1080}, {1080, 1920}, {1280, 800}};

    (void)state;
    for (size_t i = 0; i < COUNTOF(screens) * 3; i++) {
        struct visitor v;

        visitor_come_as(&v, &(struct visitor_plan){.screen = screens[i / 3], .start = "panel/fire", .edits = edits, .edit_count = 2});
        act(v.stage, (struct action){.kind = ACTION_SETTING, .argument = setting_choice(SETTING_TEXT, (int)(i % 3))}, v.now_ms);
        visitor_wait(&v, 1000);
        visitor_expect(&v, "notice/fire");
        struct scene scene = show_scene(v.stage, v.now_ms, false);
        const struct page *page = visitor_page(&v);
        struct overlap overlap;
        int least = (int)(2 * (float)scene.style->sizes.body_smallest_px * scene.style->sizes.line_height);

        if (page->scroll.max_px > 0)
            assert_true(page->scroll.rect.h >= least);
        for (int t = 0; t < page->target_count; t++)
            if (page->targets[t].action.kind == ACTION_ACCEPT || page->targets[t].action.kind == ACTION_SKIP)
                assert_true(rect_is_empty(rect_common(page->targets[t].rect, page->scroll.rect)));
        if (overlap_find(&scene, scene.style->page, &overlap, 1) > 0)
            fail_msg("%dx%d, text %zu: %s", screens[i / 3].w, screens[i / 3].h, i % 3, overlap.what);
        visitor_leave(&v);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_run_is_one_page),
        cmocka_unit_test(no_page_twice),
        cmocka_unit_test(a_run_at_the_end),
        cmocka_unit_test(the_text_keeps_its_room),
    };

    return cmocka_run_group_tests_name("runs of panels behind a notice", tests, NULL, NULL);
}
