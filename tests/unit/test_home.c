/* Home with any number of chapters: nothing stands over anything else, and every chapter is reached. */
#include "load/load.h"
#include "audit/overlap.h"
#include "page/scroll.h"
#include "stage/act.h"
#include "staging/state.h"
#include "stage/stage.h"
#include "support/fake_measure.h"
#include "support/memory_files.h"
#include "support/visitor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define PICTURE "{file: assets/p.svg, alternative: {en: a}}"

enum { CHAPTERS_MAX = 40, FILES_MAX = CHAPTERS_MAX + 5, PATH_BYTES = 40 };

static const struct size screens[] = {{1280, 800}, {800, 1280}, {1920, 1080}, {1080, 1920}, {3840, 2160}, {2160, 3840}, {1024, 768}};
static const char *const titles[] = {
    "Room",
    "The long road from the first room of the museum to room number",
    "Wissenschaftsgeschichte, Donaudampfschifffahrtsgesellschaft und",
};

/* An exhibit of `count` chapters of a panel each, p1 and so on. */
struct museum {
    struct buffer exhibit;
    char paths[CHAPTERS_MAX][PATH_BYTES];
    struct memory_file table[FILES_MAX];
    struct memory_files memory;
    struct findings *findings;
    struct loaded *loaded;
    const struct exhibit *made;
};

/* A title of its author's own, of the exhibit and of one chapter, which is heavy. */
static const struct visitor_edit heavy[] = {
    {"config/exhibit.yaml", "The line to the coast", "The line\\nto the coast"},
    {"config/exhibit.yaml", "Forty thousand beams", "Forty\\nthousand beams"},
    {"config/exhibit.yaml", "  - id: wood", "  - id: wood\n    weight: 2"},
};

/* What stands below the chapters. */
enum below { BELOW_NOTHING, BELOW_TIMELINE, BELOW_ROUTES, BELOW_COUNT };

/* Six, one with a long name. */
static void put_routes(struct buffer *exhibit)
{
    static const char *const names[] = {
        "What is documented",
        "In the footsteps of the surveyors of the great flood",
        "Everything, in order",
        "The museum in ten minutes",
        "For those who come with children",
        "Only the pictures",
    };

    buffer_printf(exhibit, "routes:\n");
    for (size_t i = 0; i < COUNTOF(names); i++)
        buffer_printf(exhibit, "  - {id: r%zu, title: {en: \"%s\"}, panels: [p1]}\n", i, names[i]);
}

static void museum_open(struct museum *m, int count, const char *title, enum below below)
{
    int files = 0;

    *m = (struct museum){.findings = findings_create()};
    buffer_printf(&m->exhibit, "title: {en: \"A museum with a name that is neither short nor long\"}\nlanguages: [en]\nopening: " PICTURE
                               "\nneutral: " PICTURE "\ncolophon: {en: Words.}\nchapters:\n");
    for (int i = 0; i < count; i++) {
        buffer_printf(&m->exhibit, "  - {id: c%d, title: {en: \"%s %d\"}, panels: [p%d]}\n", i + 1, title, i + 1, i + 1);
        snprintf(m->paths[i], PATH_BYTES, "config/panels/p%d.yaml", i + 1);
        m->table[files++] =
            (struct memory_file){.path = m->paths[i], .bytes = "layout: left\nvoice: record\ntitle: {en: T}\nbody: {en: B.}\n"};
    }
    if (below == BELOW_ROUTES)
        put_routes(&m->exhibit);
    m->table[files++] = (struct memory_file){.path = "config/exhibit.yaml", .bytes = m->exhibit.bytes};
    m->table[files++] = (struct memory_file){.path = "config/theme.yaml", .bytes = "normal: {}\n"};
    m->table[files++] = (struct memory_file){.path = "config/layouts/left.yaml",
                                             .bytes = "landscape:\n  columns: [1fr]\n  rows: [auto, 1fr]\n  areas: [title, body]\n"
                                                      "portrait:\n  columns: [1fr]\n  rows: [auto, 1fr]\n  areas: [title, body]\n"};
    m->table[files++] = (struct memory_file){.path = "assets/p.svg", .bytes = "<svg><g/></svg>"};
    if (below != BELOW_NOTHING)
        m->table[files++] = (struct memory_file){.path = "config/timeline.yaml",
                                                 .bytes = "events:\n  - {id: x, date: 1973-09-11, title: {en: X}, text: {en: X.}}\n"};
    memory_files_init(&m->memory, m->table, files);
    m->loaded = load_exhibit(&m->memory.files, m->findings);
    assert_non_null(m->loaded);
    m->made = loaded_exhibit(m->loaded);
    assert_int_equal(m->made->chapter_count, count);
    assert_int_equal(m->made->route_count, below == BELOW_ROUTES ? EXHIBIT_ROUTES_MAX : 0);
}

static void museum_close(struct museum *m)
{
    loaded_destroy(m->loaded);
    findings_destroy(m->findings);
    buffer_finish(&m->exhibit);
}

/* Home in one look; every chapter has its card, in order. */
static void check_home(const struct museum *m, struct size screen, bool large)
{
    struct measure measure = fake_measure(NULL);
    struct style style;
    struct page *page = mem_alloc(sizeof(*page));
    struct scene scene = {.exhibit = m->made, .style = &style, .measure = &measure, .arena = arena_create(), .page = page};
    struct overlap overlap;
    int cards = 0;

    *page = (struct page){0};
    style_make(&style,
               &(struct style_setup){.exhibit = m->made, .measure = &measure, .screen = screen, .settings.level[SETTING_TEXT] = large});
    scene_home.fill(&scene);
    if (overlap_find(&scene, style.page, &overlap, 1) > 0)
        fail_msg("%d chapters \"%s\", %dx%d, large %d: overlap %d, \"%s\" and \"%s\" at %d,%d", m->made->chapter_count,
                 text_in(m->made->chapters[0].title, 0), screen.w, screen.h, large, overlap.kind, overlap.what,
                 overlap.with ? overlap.with : "", overlap.rect.x, overlap.rect.y);
    for (int i = 0; i < page->target_count; i++) {
        if (page->targets[i].action.kind != ACTION_PANEL)
            continue;
        assert_int_equal(page->targets[i].action.argument, m->made->chapters[cards].panels[0]);
        assert_int_equal(page->targets[i].scrolled, page->scroll.max_px > 0);
        assert_true(int_min(page->targets[i].rect.w, page->targets[i].rect.h) >= style.target_px);
        assert_true(page->targets[i].rect.x + page->targets[i].rect.w <= screen.w);
        cards++;
    }
    assert_int_equal(cards, m->made->chapter_count);
    arena_destroy(scene.arena);
    free(page);
}

static void test_any_number(void **state)
{
    static const int counts[] = {1, 2, 3, 8, 13, 40};

    (void)state;
    for (size_t c = 0; c < COUNTOF(counts); c++)
        for (size_t t = 0; t < COUNTOF(titles); t++)
            for (int below = 0; below < BELOW_COUNT; below++) {
                struct museum m;

                if (counts[c] == CHAPTERS_MAX && (t != 1 || below != BELOW_TIMELINE)) /* each takes as long as all the others */
                    continue;
                museum_open(&m, counts[c], titles[t], (enum below)below);
                for (size_t s = 0; s < COUNTOF(screens) * 2; s++)
                    check_home(&m, screens[s / 2], s % 2);
                museum_close(&m);
            }
}

static void rest(struct stage *stage, int64_t *now_ms)
{
    stage_tick(stage, *now_ms += 1000);
    stage_frame(stage, *now_ms); /* what fingers touch */
}

/* Down leads to each row, and what has the focus stands whole in the part that is seen: Enter opens it. */
static void test_keys_reach_all(void **state)
{
    (void)state;
    for (size_t s = 0; s < COUNTOF(screens); s++) {
        struct museum m;
        int64_t now = 0;

        museum_open(&m, CHAPTERS_MAX, titles[1], BELOW_TIMELINE);
        struct stage_setup setup = {.exhibit = m.made, .measure = fake_measure(NULL), .screen = screens[s], .start = "home"};
        struct stage *stage = stage_create(&setup);

        for (int i = 3; i < CHAPTERS_MAX; i += 9) {
            char name[24];

            snprintf(name, sizeof(name), "panel/p%d", i + 1);
            stage_key(stage, KEY_FIRST, now);
            for (int tab = 0; tab < i; tab++)
                stage_key(stage, KEY_TAB, now);
            rest(stage, &now);
            stage_key(stage, KEY_ENTER, now);
            assert_string_equal(visitor_scene(stage), name);
            stage_key(stage, KEY_HOME, now);
            rest(stage, &now);
        }
        stage_key(stage, KEY_FIRST, now);
        for (int i = 0; i < CHAPTERS_MAX; i++) /* as many rows as there can be */
            stage_key(stage, KEY_DOWN, now);
        stage_key(stage, KEY_LAST, now);
        rest(stage, &now);
        stage_key(stage, KEY_ENTER, now);
        assert_string_equal(visitor_scene(stage), "panel/p40");
        stage_destroy(stage);
        museum_close(&m);
    }
}

static void touch(struct stage *stage, struct point at, int64_t *now_ms)
{
    struct pointer_sample sample = {.id = 1, .kind = POINTER_DOWN, .at = at, .ms = *now_ms};

    stage_pointer(stage, &sample, VIA_TOUCH);
    sample.kind = POINTER_UP;
    sample.ms = *now_ms += 60;
    stage_pointer(stage, &sample, VIA_TOUCH);
    rest(stage, now_ms);
}

/* Where the one thing with this action answers now; empty where it does not. */
static struct rect reach(const struct museum *m, struct size screen, int scroll_px, struct action action)
{
    struct measure measure = fake_measure(NULL);
    struct style style;
    struct page *page = mem_alloc(sizeof(*page));
    struct scene scene = {.exhibit = m->made, .style = &style, .measure = &measure, .arena = arena_create(), .page = page};
    struct rect found = {0, 0, 0, 0};

    style_make(&style, &(struct style_setup){.exhibit = m->made, .measure = &measure, .screen = screen});
    *page = (struct page){0};
    scene_home.fill(&scene);
    scroll_to(page, scroll_px);
    for (int i = 0; i < page->target_count; i++)
        if (page->targets[i].action.kind == action.kind && page->targets[i].action.argument == action.argument)
            found = page_reach(page, &page->targets[i]);
    arena_destroy(scene.arena);
    free(page);
    return found;
}

static void drag_up(struct stage *stage, struct point from, float by, int64_t *now_ms)
{
    enum { MOVES = 10, MOVE_MS = 20 };
    struct pointer_sample sample = {.id = 1, .kind = POINTER_DOWN, .at = from, .ms = *now_ms};

    stage_pointer(stage, &sample, VIA_TOUCH);
    sample.kind = POINTER_MOVE;
    for (int i = 1; i <= MOVES; i++) {
        sample.at.y = from.y - by * (float)i / MOVES;
        sample.ms = *now_ms += MOVE_MS;
        stage_pointer(stage, &sample, VIA_TOUCH);
    }
    sample.kind = POINTER_UP;
    sample.ms = *now_ms += 1;
    stage_pointer(stage, &sample, VIA_TOUCH);
    rest(stage, now_ms);
}

/* A finger drags the wall to its end and taps the last card; a card that is scrolled away answers nowhere. */
static void test_touch_scrolls(void **state)
{
    enum { DRAGS = 40 };

    (void)state;
    for (size_t s = 0; s < COUNTOF(screens); s++) {
        struct museum m;
        int64_t now = 0;
        struct action last = {.kind = ACTION_PANEL, .argument = CHAPTERS_MAX - 1}, on = {.kind = ACTION_SCROLL, .argument = 1};

        museum_open(&m, CHAPTERS_MAX, titles[2], BELOW_TIMELINE);
        struct stage_setup setup = {.exhibit = m.made, .measure = fake_measure(NULL), .screen = screens[s], .start = "home"};
        struct stage *stage = stage_create(&setup);
        struct rect card = reach(&m, screens[s], 1 << 20, last);
        struct point middle = {(float)screens[s].w / 2, (float)screens[s].h / 2};

        assert_true(rect_is_empty(reach(&m, screens[s], 0, last)));
        assert_false(rect_is_empty(reach(&m, screens[s], 0, on)));
        for (int i = 0; i < DRAGS; i++)
            drag_up(stage, middle, (float)screens[s].h / 3, &now);
        assert_string_equal(visitor_scene(stage), "home");
        touch(stage, (struct point){(float)card.x + (float)card.w / 2, (float)card.y + (float)card.h / 2}, &now);
        assert_string_equal(visitor_scene(stage), "panel/p40");
        stage_destroy(stage);
        museum_close(&m);
    }
}

/* The page is filled anew for a tick, not for each panel that is seen: it takes longer than a frame. */
static void test_filled_for_a_tick(void **state)
{
    enum { MARK = 12345 };
    static const struct {
        int panel;
        bool ticks;
    } rows[] = {{0, false}, {1, true}, {2, false}, {0, false}};
    struct visitor v;

    (void)state;
    visitor_come(&v, (struct size){1920, 1080}, "home");
    assert_int_equal(v.exhibit->chapters[0].panel_count, 2);
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        v.stage->shown.base->words = MARK;
        act(v.stage, (struct action){.kind = ACTION_PANEL, .argument = rows[i].panel}, v.now_ms);
        visitor_wait(&v, 1000);
        visitor_key(&v, KEY_HOME);
        visitor_wait(&v, 1000);
        visitor_expect(&v, "home");
        assert_int_equal(v.stage->shown.base->words != MARK, rows[i].ticks);
    }
    visitor_leave(&v);
}

static bool says_line(struct visitor *v, const char *words)
{
    const struct draw_list *list = &visitor_page(v)->list;

    for (int i = 0; i < list->count; i++)
        if (list->commands[i].kind == DRAW_TEXT && (int)strlen(words) == list->commands[i].text.length &&
            strncmp(list->commands[i].text.text, words, strlen(words)) == 0)
            return true;
    return false;
}

/* Wherever it stands in the order, on both screens, in both sizes; and the lines that authors gave titles are kept where they fit. */
static void test_heavy_chapters(void **state)
{
    static const struct size both[] = {{1920, 1080}, {1080, 1920}};

    (void)state;
    for (size_t i = 0; i < COUNTOF(both) * 2; i++) {
        struct visitor v;

        visitor_come_as(&v, &(struct visitor_plan){.screen = both[i / 2], .start = "home", .edits = heavy, .edit_count = COUNTOF(heavy)});
        if (i & 1)
            visitor_key(&v, KEY_TEXT_SIZE);
        for (int c = 0; c < v.exhibit->chapter_count; c++) {
            struct rect card = visitor_target(&v, ACTION_PANEL, v.exhibit->chapters[c].panels[0]), other;

            for (int o = 0; o < v.exhibit->chapter_count; o++) {
                other = visitor_target(&v, ACTION_PANEL, v.exhibit->chapters[o].panels[0]);
                if (v.exhibit->chapters[c].weight == 2 && o != c && other.y == card.y)
                    assert_in_range(card.w, 6 * other.w / 5, 5 * other.w / 2);
                assert_true(card.h == other.h);
            }
        }
        assert_true(says_line(&v, "The line") && says_line(&v, "to the coast"));
        visitor_leave(&v);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_any_number),        cmocka_unit_test(test_keys_reach_all), cmocka_unit_test(test_touch_scrolls),
        cmocka_unit_test(test_filled_for_a_tick), cmocka_unit_test(test_heavy_chapters),
    };

    return cmocka_run_group_tests_name("home", tests, NULL, NULL);
}
