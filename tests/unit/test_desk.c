/* A curator's desk: what a save changes, what is shown of it, and what is said where. */
#include "support/fake_measure.h"
#include "support/find.h"

#include "desk/drafts.h"
#include "desk/follow.h"
#include "desk/lens.h"
#include "desk/notes.h"
#include "desk/strip.h"
#include "desk/vision.h"
#include "load/load.h"
#include "scene/panel.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct size LANDSCAPE = {1920, 1080};

/* An exhibit read from its folder, with one file as it says there. */
struct desk_test {
    struct files *disk;
    struct drafts *drafts;
    struct findings *findings;
    struct loaded *loaded;
    const struct exhibit *exhibit;
    const char *path;   /* of the file that is another one; NULL: none is */
    struct buffer text; /* of that */
    struct files files;
};

static enum files_result read_changed(void *context, const char *path, size_t limit, struct buffer *content)
{
    struct desk_test *test = context;

    if (!test->path || strcmp(path, test->path) != 0)
        return test->disk->read(test->disk->context, path, limit, content);
    buffer_add(content, test->text.bytes, test->text.length);
    return FILES_OK;
}

static enum files_result open_plain(void *context, const char *path, size_t limit, int *fd)
{
    struct desk_test *test = context;

    return test->disk->open(test->disk->context, path, limit, fd);
}

static int list_plain(void *context, const char *folder, struct arena *arena, const char ***names)
{
    struct desk_test *test = context;

    return test->disk->list(test->disk->context, folder, arena, names);
}

static void load(struct desk_test *test)
{
    struct files files;

    loaded_destroy(test->loaded);
    findings_destroy(test->findings);
    test->findings = findings_create();
    drafts_read(test->drafts, &test->files);
    files = drafts_files(test->drafts, &test->files);
    test->loaded = load_exhibit(&files, test->findings);
    if (drafts_judge(test->drafts, test->findings)) {
        struct findings *told = findings_create();

        loaded_destroy(test->loaded);
        files = drafts_sound_files(test->drafts, &test->files);
        test->loaded = load_exhibit(&files, told);
        findings_destroy(told);
    }
    test->exhibit = loaded_exhibit(test->loaded);
}

static int begin(void **state)
{
    struct desk_test *test = mem_alloc(sizeof(*test));

    test->disk = files_open("tests/exhibit");
    test->drafts = drafts_create();
    test->files = (struct files){test, read_changed, open_plain, list_plain, "exhibit"};
    load(test);
    *state = test;
    return 0;
}

static int end(void **state)
{
    struct desk_test *test = *state;

    loaded_destroy(test->loaded);
    findings_destroy(test->findings);
    drafts_destroy(test->drafts);
    files_close(test->disk);
    buffer_finish(&test->text);
    free(test);
    return 0;
}

/* A save: the first `what` of the file becomes `with`. */
static void save(struct desk_test *test, const char *path, const char *what, const char *with)
{
    struct buffer content = {0};

    assert_int_equal(test->files.read(test, path, 1024 * 1024, &content), FILES_OK);
    const char *found = strstr(content.bytes, what);

    assert_non_null(found);
    buffer_finish(&test->text);
    buffer_add(&test->text, content.bytes, (size_t)(found - content.bytes));
    buffer_printf(&test->text, "%s%s", with, found + strlen(what));
    buffer_finish(&content);
    test->path = path;
    load(test);
}

static struct followed follow(const struct desk_test *test, struct scene_ref shown)
{
    struct origin change = drafts_first_change(test->drafts);

    assert_non_null(change.file);
    return follow_change(&(struct follow_setup){test->exhibit, change, drafts_text(test->drafts, change.file), NULL}, shown);
}

static void a_change_is_followed_to_its_scene(void **state)
{
    static const struct {
        const char *file, *what, *with, *scene;
        int language; /* -1: as it was */
        bool notice;
    } rows[] = {
        {"config/panels/strike.yaml", "Nineteen days\"", "Twenty days\"", "panel/strike", 0, false},
        {"config/panels/strike.yaml", "Diecinueve días\"", "Veinte días\"", "panel/strike", 1, false},
        {"config/panels/strike.yaml", "focus: [50%", "focus: [40%", "panel/strike", -1, false},
        {"config/panels/fire.yaml", "title:\n", "title: # here\n", "panel/fire", -1, false},
        {"config/timeline.yaml", "id: pamphlet\n", "id: pamphlet #\n", "card/pamphlet", -1, false},
        {"config/words.yaml", "es:\n", "es: # here\n", NULL, 1, false},
        {"config/theme.yaml", "paper:", "paper :", NULL, -1, false},
        {"config/exhibit.yaml", "\nnotices:\n  - id: accident\n", "\nnotices:\n  - id: accident #\n", "panel/fire", -1, true},
        {"config/exhibit.yaml", "The line to the coast\"", "The lines\"", "home", 0, false},
        {"config/layouts/picture-large.yaml", "columns:", "columns :", "panel/strike", -1, false},
    };
    struct desk_test *test = *state;

    for (size_t i = 0; i < COUNTOF(rows); i++) {
        char name[SCENE_NAME_BYTES] = "";

        test->path = NULL;
        load(test);
        save(test, rows[i].file, rows[i].what, rows[i].with);
        struct followed followed = follow(test, (struct scene_ref){&scene_panel, find_panel(test->exhibit, "strike")});

        if (followed.scene.ops)
            scene_name(test->exhibit, followed.scene, false, name);
        assert_string_equal(name, rows[i].scene ? rows[i].scene : "");
        assert_int_equal(followed.language, rows[i].language);
        assert_int_equal(followed.notice, rows[i].notice);
    }
}

static void the_deeper_layer_opens_as_its_card(void **state)
{
    struct desk_test *test = *state;

    for (int i = 0; i < test->exhibit->panel_count; i++) {
        const struct panel *panel = &test->exhibit->panels[i];
        struct follow_setup setup = {test->exhibit, {panel->origin.file, 2, 5}, "more:\n  en: |\n    Words.\n", NULL};
        struct followed followed = follow_change(&setup, (struct scene_ref){NULL, 0});

        assert_ptr_equal(followed.scene.ops, scene_exists(test->exhibit, (struct scene_ref){&scene_more, i}) ? &scene_more : &scene_panel);
        assert_int_equal(followed.scene.item, i);
        assert_int_equal(followed.language, 0);
    }
}

static void a_picture_leads_to_where_it_is_shown(void **state)
{
    struct desk_test *test = *state;
    struct follow_setup setup = {test->exhibit, {"assets/illustrations/strike.svg", 0, 0}, NULL, NULL};
    struct followed followed = follow_change(&setup, (struct scene_ref){NULL, 0});

    assert_ptr_equal(followed.scene.ops, &scene_panel);
    assert_int_equal(followed.scene.item, find_panel(test->exhibit, "strike"));
    setup.place.file = "assets/illustrations/nowhere.svg";
    assert_null(follow_change(&setup, (struct scene_ref){NULL, 0}).scene.ops);
}

static void a_broken_file_stands_as_it_was(void **state)
{
    struct desk_test *test = *state;
    int panels = test->exhibit->panel_count, strike;

    save(test, "config/panels/strike.yaml", "title:", "titel:");
    assert_int_equal(test->exhibit->panel_count, panels);
    strike = find_panel(test->exhibit, "strike");
    assert_string_equal(text_in(test->exhibit->panels[strike].title, 0), "Nineteen days");
    assert_int_equal(findings_count(test->findings, FINDING_ERROR), 1);

    load(test); /* nothing is saved: it is broken still */
    assert_null(drafts_first_change(test->drafts).file);
    assert_int_equal(test->exhibit->panel_count, panels);

    save(test, "config/panels/strike.yaml", "titel:", "title:");
    assert_int_equal(findings_count(test->findings, FINDING_ERROR), 0);
    save(test, "config/panels/strike.yaml", "Nineteen days\"", "Twenty days\"");
    assert_string_equal(text_in(test->exhibit->panels[strike].title, 0), "Twenty days");
}

/* A panel that joins the exhibit is where to go, whichever file was saved last; of several, none is. */
static void a_newcomer_is_shown(void **state)
{
    struct desk_test *test = *state;
    struct exhibit before = *test->exhibit;
    struct follow_setup setup = {test->exhibit, {"config/exhibit.yaml", 1, 1}, "chapters: []\n", &before};

    assert_ptr_equal(follow_change(&setup, (struct scene_ref){NULL, 0}).scene.ops, &scene_home);
    before.panel_count--;
    struct followed followed = follow_change(&setup, (struct scene_ref){NULL, 0});

    assert_ptr_equal(followed.scene.ops, &scene_panel);
    assert_int_equal(followed.scene.item, before.panel_count);
    before.panel_count--;
    assert_ptr_equal(follow_change(&setup, (struct scene_ref){NULL, 0}).scene.ops, &scene_home);
}

/* One that was never sound is left out, as on a kiosk; half of a file is one that is broken. */
static void half_a_file_is_broken(void **state)
{
    struct desk_test *test = *state;

    save(test, "config/panels/strike.yaml", "poster:", "\"");
    assert_int_not_equal(findings_count(test->findings, FINDING_ERROR), 0);
    assert_int_not_equal(find_panel(test->exhibit, "strike"), -1);
}

static struct desk_view view_of(const struct desk_test *test, const char *panel)
{
    return (struct desk_view){.exhibit = test->exhibit,
                              .measure = fake_measure(NULL),
                              .screen = LANDSCAPE,
                              .scene = {&scene_panel, find_panel(test->exhibit, panel)}};
}

static void notes_stand_at_their_box(void **state)
{
    struct desk_test *test = *state;
    struct desk_notes *notes = mem_alloc(sizeof(*notes));
    struct arena *arena = arena_create();

    save(test, "config/panels/strike.yaml", "focus: [50%, 40%]", "focus: [50%, 400%]");
    struct desk_view view = view_of(test, "strike");
    struct scene scene = desk_scene(&view, arena), sheet = scene;

    findings_add(test->findings, FINDING_WARNING, (struct origin){"config/panels/fire.yaml", 3, 1}, "elsewhere");
    findings_add(test->findings, FINDING_HINT, (struct origin){"config/panels/strike.yaml", 3, 1}, "a hint");
    desk_notes_find(notes, &view, test->drafts, test->findings);
    assert_int_equal(notes->here, 1);
    assert_int_equal(notes->count, 2);
    assert_string_equal(notes->list[0].finding->file, "config/panels/strike.yaml");
    assert_string_equal(notes->list[1].finding->message, "elsewhere");
    assert_false(rect_is_empty(notes->list[0].box)); /* of the picture */
    assert_true(notes->list[0].box.h > LANDSCAPE.h / 3);

    sheet.page = ARENA_NEW(arena, struct page);
    desk_notes_draw(notes, &sheet);
    assert_int_not_equal(sheet.page->list.count, 0);
    arena_destroy(arena);
    free(notes);
}

/* A slip in a line leads to the part that the line is of, misspelt or not; what resembles no part is told in the corner. */
static void a_slip_is_told_at_its_part(void **state)
{
    static const struct {
        const char *from, *to;
        enum part part;
        bool stands; /* on the page still */
    } rows[] = {
        {"\ntitle:", "\ntitel:", PART_TITLE, true},      {"\nbody:", "\nboddy:", PART_BODY, true},
        {"\npicture:", "\npictur:", PART_PICTURE, true}, {"alternative:", "alternativ:", PART_PICTURE, true},
        {"\nvoice:", "\nvoise:", PART_VOICE, false},     {"\nsources:", "\nsorces:", PART_SOURCES, false},
        {"\nposter:", "\npostr:", PART_COUNT, false},    {"layout:", "wallpaper:", PART_COUNT, false},
    };
    struct desk_test *test = *state;
    struct desk_notes *notes = mem_alloc(sizeof(*notes));

    for (size_t i = 0; i < COUNTOF(rows); i++) {
        save(test, "config/panels/strike.yaml", rows[i].from, rows[i].to);
        struct arena *arena = arena_create();
        struct desk_view view = view_of(test, "strike");
        struct scene scene = desk_scene(&view, arena);
        struct rect boxes[PART_COUNT + 1] = {{0}};
        bool told = false;

        panel_places(&scene, boxes);
        desk_notes_find(notes, &view, test->drafts, test->findings);
        for (int n = 0; n < notes->here; n++) {
            const struct rect *box = &notes->list[n].box;

            if (!strstr(notes->list[n].finding->message, "unknown key"))
                continue;
            told = true;
            assert_memory_equal(box, &boxes[rows[i].part], sizeof(*box));
            assert_int_equal(rect_is_empty(*box), !rows[i].stands);
        }
        assert_true(told);
        arena_destroy(arena);
        save(test, "config/panels/strike.yaml", rows[i].to, rows[i].from);
        assert_int_equal(findings_count(test->findings, FINDING_ERROR), 0);
    }
    free(notes);
}

static void each_lens_shows_something(void **state)
{
    struct desk_test *test = *state;
    struct desk_view view = view_of(test, "strike");
    struct arena *arena = arena_create();
    struct scene page = desk_scene(&view, arena), sheet = page;

    for (unsigned lens = LENS_AREAS; lens <= LENS_LETTERS; lens *= 2) {
        sheet.page = ARENA_NEW(arena, struct page);
        lens_draw(lens, &page, &view, &sheet);
        assert_int_not_equal(sheet.page->list.count, 0);
    }
    arena_destroy(arena);
}

/* A page that was brought down: its frames with it, those of the bar not. */
static void what_is_drawn_over_a_page_follows_it(void **state)
{
    enum { DOWN_PX = 100 };
    struct desk_test *test = *state;
    struct desk_view view = view_of(test, "strike");
    struct arena *arena = arena_create();
    struct scene page = desk_scene(&view, arena), sheet = page;
    int bar = page.style->bar.y;
    const struct rect box = {300, 200, 400, 300};
    const struct {
        int lowered_px;
        struct rect box, moved;
    } rows[] = {
        {0, box, box},
        {DOWN_PX, box, rect_moved(box, 0, DOWN_PX)},
        {DOWN_PX, {300, bar, 200, 50}, {300, bar, 200, 50}},
    };

    for (size_t i = 0; i < COUNTOF(rows); i++) {
        sheet.page = ARENA_NEW(arena, struct page);
        draw_fill(page_pen(&sheet), rows[i].box, page.style->colours.ink);
        const struct draw_list seen = desk_as_seen(&sheet, rows[i].lowered_px);

        assert_int_equal(seen.count, 1);
        assert_true(rect_equal(seen.commands[0].rect, rows[i].moved));
    }
    arena_destroy(arena);
}

static int height_of(const struct desk_strip *strip, const struct desk_view *view)
{
    struct arena *arena = arena_create();
    struct scene scene = desk_sheet(view, (struct size){1200, 300}, arena);
    int height = strip_draw(strip, &scene);

    arena_destroy(arena);
    return height;
}

static void a_strip_never_outgrows_its_room(void **state)
{
    struct desk_test *test = *state;
    struct desk_notes *notes = mem_alloc(sizeof(*notes));
    struct desk_view view = view_of(test, "strike");
    struct desk_strip strip = {.status = "panel/strike", .notes = notes, .size_px = 15};
    int before = height_of(&strip, &view);

    for (int i = 0; i < 200; i++)
        findings_add(test->findings, FINDING_WARNING, (struct origin){"config/panels/strike.yaml", i + 1, 1}, "%s %d",
                     "something that takes two lines on any window, since whoever wrote it could not stop and went on and on and on and on",
                     i);
    desk_notes_find(notes, &view, test->drafts, test->findings);
    int after = height_of(&strip, &view);

    assert_true(after > before);
    assert_true(after <= 300);
    free(notes);
}

static void colours_are_seen_by_the_cones_there_are(void **state)
{
    uint32_t grey = 0xFF808080, red = 0xFFFF0000, green = 0xFF00FF00;

    (void)state;
    for (int vision = 0; vision < VISION_COUNT; vision++) {
        uint32_t seen = grey;

        vision_apply((enum vision)vision, &seen, 1);
        for (int shift = 0; shift < 24; shift += 8)
            assert_in_range((seen >> shift & 255) + 4, 0x80, 0x88); /* grey stays grey */
        assert_int_equal(seen >> 24, 255);
    }
    vision_apply(VISION_NO_GREEN, &red, 1);
    vision_apply(VISION_NO_GREEN, &green, 1);
    assert_true((red >> 16 & 255) < 200 && (green >> 16 & 255) > 100); /* both are some yellow */
    assert_string_equal(vision_name(VISION_ALL), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_change_is_followed_to_its_scene, begin, end),
        cmocka_unit_test_setup_teardown(the_deeper_layer_opens_as_its_card, begin, end),
        cmocka_unit_test_setup_teardown(a_picture_leads_to_where_it_is_shown, begin, end),
        cmocka_unit_test_setup_teardown(a_broken_file_stands_as_it_was, begin, end),
        cmocka_unit_test_setup_teardown(a_newcomer_is_shown, begin, end),
        cmocka_unit_test_setup_teardown(half_a_file_is_broken, begin, end),
        cmocka_unit_test_setup_teardown(notes_stand_at_their_box, begin, end),
        cmocka_unit_test_setup_teardown(a_slip_is_told_at_its_part, begin, end),
        cmocka_unit_test_setup_teardown(each_lens_shows_something, begin, end),
        cmocka_unit_test_setup_teardown(what_is_drawn_over_a_page_follows_it, begin, end),
        cmocka_unit_test_setup_teardown(a_strip_never_outgrows_its_room, begin, end),
        cmocka_unit_test(colours_are_seen_by_the_cones_there_are),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
