/* Pictures in their places: cropped or whole, with what stands beneath them, on panels and in the picture view. */
#include "audit/overlap.h"
#include "load/load.h"
#include "page/figure.h"
#include "scene/panel.h"
#include "scene/picture.h"
#include "support/fake_measure.h"
#include "support/memory_files.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define TIMES_10(text) text text text text text text text text text text
#define CAPTION "caption: {en: \"Three hammers on a rail.\"}"
#define LONG "caption: {en: \"" TIMES_10(TIMES_10("words without an end ")) "\"}"

/* A panel of the exhibit's only picture, twice as wide as high, with further keys. */
struct stand {
    struct buffer panel;
    struct memory_file table[8];
    struct memory_files memory;
    struct findings *findings;
    struct loaded *loaded;
    struct measure measure;
    struct style style;
    struct page *page;
    struct scene scene;
};

static void open_stand(struct stand *s, const char *keys, struct size screen)
{
    *s = (struct stand){.findings = findings_create(), .measure = fake_measure(NULL), .page = mem_alloc(sizeof(*s->page))};
    buffer_printf(&s->panel,
                  "layout: left\nvoice: record\ntitle: {en: T}\nbody: {en: B.}\npicture: {file: assets/p.svg, alternative: {en: a}%s%s}\n",
                  keys[0] ? ", " : "", keys);
    s->table[0] = (struct memory_file){
        .path = "config/exhibit.yaml",
        .bytes = "title: {en: E}\nlanguages: [en]\nopening: {file: assets/p.svg, alternative: {en: a}}\n"
                 "neutral: {file: assets/p.svg, alternative: {en: a}}\nchapters:\n  - {id: c, title: {en: C}, panels: [p]}\n"};
    s->table[1] = (struct memory_file){.path = "config/theme.yaml", .bytes = "normal: {}\n"};
    s->table[2] = (struct memory_file){.path = "config/panels/p.yaml", .bytes = s->panel.bytes};
    s->table[3] = (struct memory_file){.path = "config/layouts/left.yaml",
                                       .bytes = "landscape:\n  columns: [40%, 1fr]\n  rows: [auto, 1fr]\n  bleed: [picture]\n"
                                                "  areas:\n    - picture title\n    - picture body\n"
                                                "portrait:\n  columns: [1fr]\n  rows: [40%, auto, 1fr]\n  areas: [picture, title, body]\n"};
    s->table[4] = (struct memory_file){.path = "assets/p.svg", .bytes = "<svg viewBox='0 0 2 1'><g/></svg>"};
    memory_files_init(&s->memory, s->table, 5);
    s->loaded = load_exhibit(&s->memory.files, s->findings);
    assert_non_null(s->loaded);
    s->scene = (struct scene){.exhibit = loaded_exhibit(s->loaded),
                              .style = &s->style,
                              .measure = &s->measure,
                              .arena = arena_create(),
                              .page = s->page,
                              .step = -1,
                              .window = PICTURE_WHOLE};
    style_make(&s->style, &(struct style_setup){.exhibit = s->scene.exhibit, .measure = &s->measure, .screen = screen});
}

static void close_stand(struct stand *s)
{
    arena_destroy(s->scene.arena);
    free(s->page);
    loaded_destroy(s->loaded);
    findings_destroy(s->findings);
    buffer_finish(&s->panel);
}

static const struct draw_command *picture_of(const struct stand *s)
{
    for (int i = 0; i < s->page->list.count; i++)
        if (s->page->list.commands[i].kind == DRAW_PICTURE)
            return &s->page->list.commands[i];
    fail_msg("no picture");
    return NULL;
}

/* The sign that the picture opens; empty if there is none. */
static struct rect mark_of(const struct stand *s)
{
    for (int i = 0; i < s->page->list.count; i++)
        if (s->page->list.commands[i].kind == DRAW_ICON && strcmp(s->page->list.commands[i].icon, "assets/icons/enlarge.svg") == 0)
            return s->page->list.commands[i].rect;
    return (struct rect){0, 0, 0, 0};
}

/* The y of the first words that begin so; -1 if none do. */
static int words_at(const struct stand *s, const char *words)
{
    for (int i = 0; i < s->page->list.count; i++) {
        const struct draw_command *command = &s->page->list.commands[i];

        if (command->kind == DRAW_TEXT && strncmp(command->text.text, words, strlen(words)) == 0)
            return command->rect.y;
    }
    return -1;
}

static const struct size screens[] = {{1920, 1080}, {1080, 1920}, {1024, 768}, {3840, 2160}};

static void words_take_room_where_they_are(void **state)
{
    static const struct {
        const char *keys, *words, *credit; /* how those beneath begin; NULL: there are none */
        bool said;                         /* on the panel too */
    } rows[] = {
        {"", NULL, NULL, true},
        {CAPTION, "Three", NULL, true},
        {"credit: Ana Soto", NULL, "Ana", true},
        {CAPTION ", credit: Ana Soto", "Three", "Ana", true},
        {LONG, "words", NULL, false},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows) * COUNTOF(screens); i++) {
        const char *words = rows[i / COUNTOF(screens)].words, *credit = rows[i / COUNTOF(screens)].credit;
        bool said = rows[i / COUNTOF(screens)].said;
        struct stand s;
        struct overlap overlap;

        open_stand(&s, rows[i / COUNTOF(screens)].keys, screens[i % COUNTOF(screens)]);
        scene_panel.fill(&s.scene);
        int foot = picture_of(&s)->rect.y + picture_of(&s)->rect.h;

        assert_int_equal(words ? words_at(&s, words) >= foot : words_at(&s, "Three") < 0, words ? said : true);
        assert_true(!credit || words_at(&s, credit) >= foot);
        assert_true(!words || !credit || words_at(&s, credit) > words_at(&s, words));
        assert_int_equal(overlap_find(&s.scene, s.style.page, &overlap, 1), 0);
        assert_int_equal(panel_fit(&s.scene).uncaptioned, !said);

        *s.page = (struct page){0};
        scene_picture.fill(&s.scene);
        foot = picture_of(&s)->rect.y + picture_of(&s)->rect.h;
        assert_true(words ? words_at(&s, words) >= foot : credit ? words_at(&s, credit) >= foot : foot <= s.style.screen.h);
        assert_int_equal(overlap_find(&s.scene, (struct rect){0, 0, s.style.screen.w, s.style.screen.h}, &overlap, 1), 0);
        close_stand(&s);
    }
}

static void pictures_are_cropped_or_whole(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(screens); i++) {
        struct stand s;

        open_stand(&s, "fit: whole, ground: ink", screens[i]);
        scene_panel.fill(&s.scene);
        struct rect whole = picture_of(&s)->rect;

        assert_in_range(whole.w, 2 * whole.h - 2, 2 * whole.h + 2);
        assert_false(rect_is_empty(mark_of(&s)));
        assert_true(rect_equal(rect_common(mark_of(&s), whole), mark_of(&s))); /* not on the ground beside it */
        assert_memory_equal(&picture_of(&s)->picture.ground, &s.scene.exhibit->theme.normal.ink, sizeof(struct colour));
        close_stand(&s);
        open_stand(&s, "", screens[i]);
        scene_panel.fill(&s.scene);
        assert_true(picture_of(&s)->rect.h > whole.h || picture_of(&s)->rect.w > whole.w);
        close_stand(&s);
    }
}

static void each_orientation_has_its_focus(void **state)
{
    static const struct {
        const char *keys;
        float landscape[2], portrait[2];
    } rows[] = {
        {"", {0.5F, 0.5F}, {0.5F, 0.5F}},
        {"focus: [10%, 20%]", {0.1F, 0.2F}, {0.1F, 0.2F}},
        {"focus: {landscape: [10%, 20%], portrait: [30%, 40%]}", {0.1F, 0.2F}, {0.3F, 0.4F}},
        {"focus: {portrait: [30%, 40%]}", {0.5F, 0.5F}, {0.3F, 0.4F}},
        {"keep: [60%, 10%, 20%, 20%]", {0.7F, 0.2F}, {0.7F, 0.2F}},
        {"focus: [90%, 50%], keep: [10%, 10%, 20%, 20%]", {0.309F, 0.5F}, {0.327F, 0.5F}},
        {"keep: {portrait: [60%, 10%, 20%, 20%]}", {0.5F, 0.5F}, {0.7F, 0.2F}},
        {"focus: [50%, 50%], keep: {landscape: [60%, 10%, 20%, 20%]}", {0.591F, 0.5F}, {0.5F, 0.5F}},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows) * 2; i++) {
        const float *focus = i % 2 ? rows[i / 2].portrait : rows[i / 2].landscape;
        struct stand s;

        open_stand(&s, rows[i / 2].keys, screens[i % 2]);
        scene_panel.fill(&s.scene);
        if (fabsf(picture_of(&s)->picture.focus_x - focus[0]) > 0.001F || fabsf(picture_of(&s)->picture.focus_y - focus[1]) > 0.001F)
            fail_msg("row %zu (%d x %d): %f %f", i, picture_of(&s)->rect.w, picture_of(&s)->rect.h, (double)picture_of(&s)->picture.focus_x,
                     (double)picture_of(&s)->picture.focus_y);
        assert_null(s.page->unfilled);
        close_stand(&s);
    }
}

/* The ground is seen above and below it, and the page says so: not of one that is whole because it should be. */
static void what_is_kept_is_not_cut(void **state)
{
    static const struct {
        const char *keys;
        bool landscape, portrait; /* whether it fills its place */
    } rows[] = {
        {"keep: [10%, 10%, 30%, 80%]", true, true},
        {"keep: [10%, 10%, 42%, 80%]", false, true},
        {"keep: {landscape: [10%, 10%, 30%, 80%], portrait: [0%, 0%, 100%, 100%]}", true, false},
        {"keep: {portrait: [10%, 10%, 30%, 80%], landscape: [0%, 0%, 100%, 100%]}", false, true},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows) * 2; i++) {
        bool fills = i % 2 ? rows[i / 2].portrait : rows[i / 2].landscape;
        struct stand s, whole;

        open_stand(&s, "", screens[i % 2]);
        scene_panel.fill(&s.scene);
        struct rect place = picture_of(&s)->rect;

        close_stand(&s);
        open_stand(&s, rows[i / 2].keys, screens[i % 2]);
        scene_panel.fill(&s.scene);
        if ((s.page->unfilled == NULL) != fills)
            fail_msg("row %zu: %d x %d in %d x %d", i, picture_of(&s)->rect.w, picture_of(&s)->rect.h, place.w, place.h);
        assert_true((picture_of(&s)->rect.h == place.h) == fills);
        assert_int_equal(picture_of(&s)->rect.w, place.w);
        close_stand(&s);
        open_stand(&whole, "fit: whole", screens[i % 2]);
        scene_panel.fill(&whole.scene);
        assert_null(whole.page->unfilled);
        close_stand(&whole);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_take_room_where_they_are),
        cmocka_unit_test(pictures_are_cropped_or_whole),
        cmocka_unit_test(each_orientation_has_its_focus),
        cmocka_unit_test(what_is_kept_is_not_cut),
    };

    return cmocka_run_group_tests_name("figure", tests, NULL, NULL);
}
