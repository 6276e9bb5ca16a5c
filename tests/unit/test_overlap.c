/* Pages with one fault each, and pages with none. */
#include "audit/overlap.h"
#include "support/fake_measure.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { THINGS_MAX = 4, OVERLAPS_MAX = 8, SIZE_PX = 20, SCREEN_W = 800, SCREEN_H = 600 };

/* One of words, an icon (its file), a fill, a clip, a thing to touch. Words stand with their baseline at rect's foot, which has no depth.
 */
struct thing {
    enum { NOTHING, WORDS, ICON, FILL, VEIL, PICTURE, CLIP, KEY, LINK, GROUND, SCROLLED } kind;
    struct rect rect;
    const char *text;
};

struct row {
    const char *name;
    struct thing things[THINGS_MAX];
    const char *found; /* a letter an overlap, in the order of the enum: w c o k t */
};

static const struct row rows[] = {
    {"nothing", {{0}}, ""},
    {"two words apart", {{WORDS, {10, 10, 100, 20}, "one"}, {WORDS, {10, 40, 100, 20}, "two"}}, ""},
    {"two words side by side", {{WORDS, {10, 10, 100, 20}, "one"}, {WORDS, {110, 10, 100, 20}, "two"}}, ""},
    {"a hair's breadth", {{WORDS, {10, 10, 100, 20}, "one"}, {WORDS, {108, 10, 100, 20}, "two"}}, ""},
    {"one over the other", {{WORDS, {10, 10, 100, 20}, "one"}, {WORDS, {60, 12, 100, 20}, "two"}}, "w"},
    {"the next line too close", {{WORDS, {10, 10, 100, 20}, "one"}, {WORDS, {10, 20, 100, 20}, "two"}}, "w"},
    {"an icon on words", {{ICON, {0, 0, 50, 50}, "i.svg"}, {WORDS, {30, 20, 100, 20}, "one"}}, "w"},
    {"an icon under the words' own ground",
     {{ICON, {0, 0, 300, 300}, "i.svg"}, {FILL, {20, 0, 200, 50}, NULL}, {WORDS, {30, 20, 100, 20}, "one"}},
     ""},
    {"an icon under a ground too small for the words",
     {{ICON, {0, 0, 300, 300}, "i.svg"}, {FILL, {20, 0, 60, 50}, NULL}, {WORDS, {30, 20, 100, 20}, "one"}},
     "w"},
    {"an icon seen through the words' ground",
     {{ICON, {0, 0, 300, 300}, "i.svg"}, {VEIL, {20, 0, 200, 50}, NULL}, {WORDS, {30, 20, 100, 20}, "one"}},
     "w"},
    {"an icon's empty edge", {{ICON, {0, 0, 50, 50}, "i.svg"}, {WORDS, {46, 20, 100, 20}, "one"}}, ""},
    {"an icon on an icon", {{ICON, {0, 0, 50, 50}, "i.svg"}, {ICON, {10, 10, 20, 20}, "j.svg"}}, ""},
    {"a fill below words", {{FILL, {0, 0, 200, 200}, NULL}, {WORDS, {10, 10, 100, 20}, "one"}}, ""},
    {"a fill above words", {{WORDS, {10, 10, 100, 20}, "one"}, {FILL, {60, 0, 200, 200}, NULL}}, "c"},
    {"a picture above words", {{WORDS, {10, 10, 100, 20}, "one"}, {PICTURE, {60, 0, 200, 200}, "p.svg"}}, "c"},
    {"a line through words", {{WORDS, {10, 10, 100, 20}, "one"}, {FILL, {0, 20, 200, 3}, NULL}}, ""},
    {"what is seen through", {{WORDS, {10, 10, 100, 20}, "one"}, {VEIL, {0, 0, 200, 200}, NULL}}, ""},
    {"off to the right", {{WORDS, {750, 10, 100, 20}, "one"}}, "o"},
    {"off to the left", {{WORDS, {-10, 10, 100, 20}, "one"}}, "o"},
    {"below the foot", {{WORDS, {10, 590, 100, 20}, "one"}}, "o"},
    {"below the foot, but clipped", {{CLIP, {0, 0, 800, 500}, NULL}, {WORDS, {10, 590, 100, 20}, "one"}}, ""},
    {"clipped apart", {{WORDS, {10, 10, 100, 20}, "one"}, {CLIP, {0, 100, 800, 500}, NULL}, {WORDS, {10, 12, 100, 20}, "two"}}, ""},
    {"words in a key", {{KEY, {0, 0, 200, 50}, NULL}, {WORDS, {10, 10, 100, 20}, "one"}}, ""},
    {"words too long for a key", {{KEY, {0, 0, 100, 50}, NULL}, {WORDS, {10, 10, 100, 20}, "one"}}, "k"},
    {"words too tall for a key", {{KEY, {0, 20, 200, 50}, NULL}, {WORDS, {10, 10, 100, 20}, "one"}}, "k"},
    {"a link is words", {{LINK, {0, 0, 60, 50}, NULL}, {WORDS, {10, 10, 100, 20}, "one"}}, ""},
    {"keys side by side", {{KEY, {0, 0, 100, 50}, NULL}, {KEY, {100, 0, 100, 50}, NULL}}, ""},
    {"a key on a key", {{KEY, {0, 0, 100, 50}, NULL}, {KEY, {90, 0, 100, 50}, NULL}}, "t"},
    {"a key in a key", {{KEY, {0, 0, 100, 50}, NULL}, {KEY, {10, 10, 40, 30}, NULL}}, "t"},
    {"a key on a card", {{GROUND, {0, 0, 400, 300}, NULL}, {KEY, {10, 10, 100, 50}, NULL}}, ""},
    {"a key half off its card", {{GROUND, {0, 0, 400, 300}, NULL}, {KEY, {350, 10, 100, 50}, NULL}}, "t"},
    {"half scrolled away", {{SCROLLED, {0, 80, 200, 60}, NULL}, {WORDS, {10, 90, 100, 20}, "one"}}, ""},
    {"too long for what is half scrolled away", {{SCROLLED, {0, 80, 100, 60}, NULL}, {WORDS, {10, 90, 100, 20}, "one"}}, "k"},
    {"scrolled away", {{SCROLLED, {0, 90, 100, 60}, NULL}, {KEY, {0, 100, 100, 50}, NULL}}, ""},
};

static void put(const struct scene *scene, const struct thing *thing)
{
    struct pen pen = page_pen(scene);
    struct colour ink = {0, 0, 0, 255}, veil = {0, 0, 0, 100};

    switch (thing->kind) {
    case WORDS:
        draw_text(pen, thing->rect,
                  (struct draw_text){
                      {.face = FACE_TEXT, .size_px = SIZE_PX}, thing->text, (int)strlen(thing->text), thing->rect.y + thing->rect.h},
                  ink);
        break;
    case ICON:
        draw_icon(pen, thing->rect, thing->text, ink);
        break;
    case FILL:
        draw_fill(pen, thing->rect, ink);
        break;
    case VEIL:
        draw_fill(pen, thing->rect, veil);
        break;
    case PICTURE:
        draw_picture(pen, thing->rect, (struct draw_picture){.path = thing->text}, ink);
        break;
    case CLIP:
        draw_clip(pen, thing->rect);
        break;
    case KEY:
    case LINK:
    case SCROLLED:
        page_target(scene, thing->rect, ACTION_HOME, 0);
        scene->page->targets[scene->page->target_count - 1].link = thing->kind == LINK;
        scene->page->targets[scene->page->target_count - 1].scrolled = thing->kind == SCROLLED;
        break;
    case GROUND:
        page_target(scene, thing->rect, ACTION_NONE, 0);
        break;
    case NOTHING:
        break;
    }
}

static void test_rows(void **state)
{
    struct page *page = mem_alloc(sizeof(*page));
    struct style style = {.rule_px = 4};
    struct measure measure = fake_measure(NULL);
    struct scene scene = {.style = &style, .measure = &measure, .arena = arena_create(), .page = page};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct overlap overlaps[OVERLAPS_MAX];
        char found[OVERLAPS_MAX + 1] = {0};

        *page = (struct page){.scroll.rect = {0, 0, 800, 100}};
        for (int t = 0; t < THINGS_MAX; t++)
            put(&scene, &rows[i].things[t]);
        int count = overlap_find(&scene, (struct rect){0, 0, SCREEN_W, SCREEN_H}, overlaps, OVERLAPS_MAX);

        for (int f = 0; f < count; f++)
            found[f] = "wcokt"[overlaps[f].kind];
        if (strcmp(found, rows[i].found) != 0)
            fail_msg("%s: \"%s\" instead of \"%s\"", rows[i].name, found, rows[i].found);
        arena_reset(scene.arena);
    }
    arena_destroy(scene.arena);
    free(page);
}

/* No more are told than are asked for, and the first names what is concerned. */
static void test_most(void **state)
{
    static const struct thing things[] = {
        {WORDS, {10, 10, 100, 20}, "one"}, {WORDS, {10, 10, 100, 20}, "two"}, {WORDS, {10, 10, 100, 20}, "six"}};
    struct page *page = mem_alloc(sizeof(*page));
    struct style style = {.rule_px = 4};
    struct measure measure = fake_measure(NULL);
    struct scene scene = {.style = &style, .measure = &measure, .arena = arena_create(), .page = page};
    struct overlap overlap;

    (void)state;
    for (size_t t = 0; t < COUNTOF(things); t++)
        put(&scene, &things[t]);
    assert_int_equal(overlap_find(&scene, (struct rect){0, 0, SCREEN_W, SCREEN_H}, &overlap, 1), 1);
    assert_string_equal(overlap.what, "one");
    assert_string_equal(overlap.with, "two");
    arena_destroy(scene.arena);
    free(page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_most),
    };

    return cmocka_run_group_tests_name("overlaps", tests, NULL, NULL);
}
