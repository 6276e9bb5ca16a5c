/* Memorials: lights that fingers and keys light, names that stand beside them for four seconds, and the table that they are from. */
#include "support/memory_files.h"
#include "support/visitor.h"
#include "support/find.h"

#include "audit/overlap.h"
#include "exhibit/blocks.h"
#include "page/figure.h"
#include "page/spots.h"
#include "scene/panel.h"
#include "roll/table.h"
#include "staging/show.h"
#include "stage/act.h"
#include "stage/stage.h"
#include "staging/state.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct size SCREENS[] = {{1920, 1080}, {1080, 1920}};

static const struct memorial *come(struct visitor *v, struct size screen)
{
    visitor_come(v, screen, "panel/fire");
    visitor_touch(v, ACTION_ACCEPT, 0);
    visitor_expect(v, "panel/fire");
    return v->exhibit->panels[find_panel(v->exhibit, "fire")].memorial;
}

static bool says(struct visitor *v, const char *words)
{
    const struct draw_list *list = &visitor_page(v)->list;

    for (int i = 0; i < list->count; i++)
        if (list->commands[i].kind == DRAW_TEXT && strncmp(list->commands[i].text.text, words, strlen(words)) == 0)
            return true;
    return false;
}

/* The middle of a light's cell; light from 1. */
static struct point light_at(struct visitor *v, int light)
{
    const struct page *page = visitor_page(v);
    const struct spot *field = &page->spots.list[0];
    int rows = (field->count + field->columns - 1) / field->columns, row = (light - 1) / field->columns;
    float w = (float)field->rect.w / (float)field->columns, h = (float)field->rect.h / (float)rows;

    assert_int_equal(page->spots.count, 1);
    return (struct point){(float)field->rect.x + ((float)((light - 1) % field->columns) + 0.5F) * w,
                          (float)field->rect.y + ((float)row + 0.5F) * h};
}

static uint64_t look(struct visitor *v)
{
    return draw_hash(&visitor_page(v)->list);
}

/* Each light at its place, on both screens, and none beside the field. */
static void every_light_has_its_name(void **state)
{
    (void)state;
    for (size_t s = 0; s < COUNTOF(SCREENS); s++) {
        struct visitor v;
        const struct memorial *memorial = come(&v, SCREENS[s]);

        assert_int_equal(memorial->lights, 11);
        assert_int_equal(memorial->name_count, 10);
        for (int light = 1; light <= memorial->lights; light++) {
            struct point at = light_at(&v, light);

            visitor_tap(&v, at.x, at.y);
            visitor_wait(&v, 100);
            for (int i = 0; i < memorial->name_count; i++)
                assert_int_equal(says(&v, memorial->names[i]), i == light - 1);
        }
        assert_true(says(&v, "11"));
        visitor_leave(&v);
    }
}

/* Then it goes, and nothing is left to wake for but the visitor's own absence; the light stays. */
static void a_name_stands_for_four_seconds(void **state)
{
    struct visitor v;
    const struct memorial *memorial = come(&v, SCREENS[0]);
    uint64_t dark = look(&v), lit;
    struct point at = light_at(&v, 3);

    (void)state;
    visitor_down(&v, 1, at.x, at.y);
    assert_true(says(&v, memorial->names[2])); /* at once */
    visitor_up(&v, 1, at.x, at.y);
    visitor_wait(&v, 3900);
    assert_true(says(&v, memorial->names[2]));
    assert_true(stage_rests(v.stage, v.now_ms));
    assert_in_range(stage_deadline(v.stage, v.now_ms) - v.now_ms, 1, 100);
    visitor_wait(&v, 200);
    assert_false(says(&v, memorial->names[2]));
    assert_true(stage_deadline(v.stage, v.now_ms) - v.now_ms > 60 * 1000);
    lit = look(&v);
    assert_true(lit != dark);
    visitor_wait(&v, 10 * 1000);
    assert_true(look(&v) == lit);
    visitor_leave(&v);
}

/* Touched again while it stands, a name has its four seconds anew; another light takes its place. */
static void the_last_touch_counts(void **state)
{
    struct visitor v;
    const struct memorial *memorial = come(&v, SCREENS[0]);
    struct point one = light_at(&v, 1), other = light_at(&v, 2);

    (void)state;
    visitor_tap(&v, one.x, one.y);
    visitor_wait(&v, 3000);
    visitor_tap(&v, one.x, one.y);
    visitor_wait(&v, 3000);
    assert_true(says(&v, memorial->names[0]));
    visitor_tap(&v, other.x, other.y);
    visitor_wait(&v, 100);
    assert_true(!says(&v, memorial->names[0]) && says(&v, memorial->names[1]));
    visitor_leave(&v);
}

/* With whoever lit them. */
static void lights_go_out_with_the_visit(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, SCREENS[0]);
    uint64_t dark = look(&v);
    struct point at = light_at(&v, 5);

    visitor_tap(&v, at.x, at.y);
    visitor_wait(&v, 5000);
    visitor_key(&v, KEY_RIGHT);
    visitor_wait(&v, 1000);
    visitor_key(&v, KEY_LEFT);
    visitor_wait(&v, 1000);
    visitor_expect(&v, "panel/fire");
    assert_true(look(&v) != dark); /* it is still lit after a turn and back */
    visitor_wait(&v, 300 * 1000);
    visitor_expect(&v, "attract");
    visitor_start(&v, "panel/fire");
    visitor_touch(&v, ACTION_ACCEPT, 0);
    assert_true(look(&v) == dark);
    visitor_leave(&v);
}

/* Of what stands in its place; the panel's text stands beside it. Returns the size of the number. */
static int number_off_the_kept(struct visitor *v, int light)
{
    struct scene scene = show_scene(v->stage, v->now_ms, false);
    const struct picture *picture = &v->exhibit->panels[find_panel(v->exhibit, "fire")].picture;
    const struct page *page = visitor_page(v);
    struct rect kept = rect_common(figure_kept_in(&scene, picture, scene.style->page), panel_fit(&scene).block);
    int number = 0;

    assert_int_equal(scene.chosen, light);
    assert_false(rect_is_empty(panel_fit(&scene).block));
    for (int i = 0; i < page->list.count; i++) {
        const struct draw_command *command = &page->list.commands[i];

        if (command->kind != DRAW_TEXT)
            continue;
        if (!rect_is_empty(rect_common(overlap_ink(&scene, command), kept)))
            fail_msg("%dx%d, language %d, light %d: %.*s", v->screen.w, v->screen.h, scene.language, light, command->text.length,
                     command->text.text);
        if (command->text.length == 2 && strncmp(command->text.text, "11", 2) == 0)
            number = command->text.type.size_px;
    }
    for (int i = 0; i < page->target_count; i++)
        assert_true(page->targets[i].action.kind == ACTION_EXPLORE || rect_is_empty(rect_common(page->targets[i].rect, kept)));
    return number;
}

static void come_to_kept(struct visitor *v, struct size screen, const char *keep)
{
    char with[120];
    const struct visitor_edit edit = {"config/panels/fire.yaml", "  file: assets/illustrations/fire.svg", with};

    snprintf(with, sizeof(with), "  file: assets/illustrations/fire.svg%s", keep);
    visitor_come_as(v, &(struct visitor_plan){.screen = screen, .start = "panel/fire", .edits = &edit, .edit_count = 1});
    visitor_touch(v, ACTION_ACCEPT, 0);
}

/* The fire of its picture: in the middle of the lights, or where the number would begin. */
static void nothing_stands_on_what_is_kept(void **state)
{
    static const char *const kept[] = {
        "\n  keep: {landscape: [5%, 20%, 15%, 13%], portrait: [35%, 5%, 20%, 10%]}",
        "\n  keep: {landscape: [2%, 40%, 30%, 14%], portrait: [10%, 12%, 25%, 22%]}",
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(SCREENS) * COUNTOF(kept) * 2 * 3; i++) {
        struct visitor v;
        int text = (int)(i % 3), language = i / 3 % 2 == 0 ? ENGLISH : ARABIC;

        come_to_kept(&v, SCREENS[i / 6 % 2], kept[i / 12]);
        visitor_speak(&v, language);
        act(v.stage, (struct action){.kind = ACTION_SETTING, .argument = setting_choice(SETTING_TEXT, text)}, v.now_ms);
        visitor_wait(&v, 1000);
        number_off_the_kept(&v, 0);
        for (int light = 1; light <= 11; light++) {
            struct point at = light_at(&v, light);

            visitor_tap(&v, language == ARABIC ? (float)v.screen.w - at.x : at.x, at.y);
            visitor_wait(&v, 100);
            number_off_the_kept(&v, light);
        }
        visitor_leave(&v);
    }
}

/* The number gives way, and no more than it must. */
static void the_number_gives_way_to_what_is_kept(void **state)
{
    static const struct {
        const char *keep;
        bool smaller;
    } rows[] = {
        {"", false},
        {"\n  keep: {landscape: [0%, 0%, 20%, 10%], portrait: [35%, 5%, 20%, 10%]}", false},
        {"\n  keep: {landscape: [0%, 0%, 20%, 10%], portrait: [10%, 12%, 25%, 22%]}", true},
    };
    int usual = 0;

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct visitor v;

        come_to_kept(&v, SCREENS[1], rows[i].keep);
        int height = number_off_the_kept(&v, 0);

        usual = i == 0 ? height : usual;
        assert_int_equal(height < usual, rows[i].smaller);
        visitor_leave(&v);
    }
}

static bool has_field_focus(struct visitor *v)
{
    return v->stage->focused.action.kind == ACTION_EXPLORE;
}

static void keys_light_them_too(void **state)
{
    struct visitor v;
    const struct memorial *memorial = come(&v, SCREENS[0]);

    (void)state;
    for (int i = 0; i < 20 && !has_field_focus(&v); i++)
        visitor_key(&v, KEY_TAB);
    assert_true(has_field_focus(&v));
    visitor_key(&v, KEY_ENTER);
    assert_true(says(&v, memorial->names[0]));
    visitor_key(&v, KEY_RIGHT);
    assert_true(says(&v, memorial->names[1]));
    visitor_key(&v, KEY_LAST);
    assert_int_equal(v.stage->pager.chosen, memorial->lights);
    visitor_key(&v, KEY_DOWN); /* out of them, to what lies below */
    assert_false(has_field_focus(&v));
    assert_int_equal(v.stage->focused.action.kind, ACTION_NUMBERS);
    visitor_expect(&v, "panel/fire");
    visitor_leave(&v);
}

static void the_chart_stands_behind_a_button(void **state)
{
    struct visitor v;
    int panel;

    (void)state;
    come(&v, SCREENS[0]);
    panel = find_panel(v.exhibit, "fire");
    assert_false(says(&v, "Escaped"));
    visitor_touch(&v, ACTION_NUMBERS, panel);
    visitor_expect(&v, "card/fire");
    const struct draw_list *list = &visitor_overlay(&v)->list;
    bool told = false;

    for (int i = 0; i < list->count; i++)
        told |= list->commands[i].kind == DRAW_TEXT && strncmp(list->commands[i].text.text, "Escaped", 7) == 0;
    assert_true(told);
    struct rect bar = {0};

    for (int i = 0; i < visitor_overlay(&v)->spots.count; i++)
        if (visitor_overlay(&v)->spots.list[i].action.argument == 2)
            bar = visitor_overlay(&v)->spots.list[i].rect;
    visitor_tap(&v, (float)bar.x + (float)bar.w / 2, (float)bar.y + (float)bar.h / 2);
    visitor_wait(&v, 100);
    visitor_expect(&v, "card/fire");
    assert_int_equal(show_scene(v.stage, v.now_ms, false).chosen, 2);
    for (int i = 0; i < 20 && !has_field_focus(&v); i++)
        visitor_key(&v, KEY_TAB);
    visitor_key(&v, KEY_LEFT);
    assert_int_equal(show_scene(v.stage, v.now_ms, false).chosen, 1);
    struct pager *pager = &v.stage->pager; /* it lights nothing below */

    assert_int_equal(pager_chosen(pager, (struct pager_block){pager->chosen_of.page, PART_MEMORIAL}), 0);
    visitor_key(&v, KEY_ESCAPE); /* lets go of it, and closes the card the next time */
    visitor_expect(&v, "card/fire");
    visitor_key(&v, KEY_ESCAPE);
    visitor_expect(&v, "panel/fire");
    visitor_open(&v, &scene_picture, panel);
    visitor_expect(&v, "picture/fire");
    visitor_leave(&v);
}

/* A light says its name for a while; meanwhile nothing is chosen of the chart, which is another block. */
static void a_light_is_no_bar(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, SCREENS[0]);
    int panel = find_panel(v.exhibit, "fire");

    visitor_touch(&v, ACTION_NUMBERS, panel);
    uint64_t plain = draw_hash(&visitor_overlay(&v)->list);

    visitor_key(&v, KEY_ESCAPE);
    visitor_wait(&v, 1000);
    struct point at = light_at(&v, 1);

    visitor_tap(&v, at.x, at.y);
    visitor_touch(&v, ACTION_NUMBERS, panel);
    visitor_expect(&v, "card/fire");
    assert_true(draw_hash(&visitor_overlay(&v)->list) == plain);
    visitor_leave(&v);
}

/* Of more than are kept the oldest goes out; each shows at once. */
static void the_newest_light_always_shows(void **state)
{
    struct visitor v;
    int panel;

    (void)state;
    come(&v, SCREENS[0]);
    panel = find_panel(v.exhibit, "fire");
    for (int light = 1; light <= VISITED_LIGHTS_MAX + 3; light++) {
        unsigned before = scene_panel.remembers(v.exhibit, &v.stage->visit.visited);

        visit_light(&v.stage->visit, panel, light);
        assert_int_not_equal(scene_panel.remembers(v.exhibit, &v.stage->visit.visited), before);
    }
    visitor_leave(&v);
}

/* However bright the picture is: of the first two commands one is the picture, from edge to edge, the other the dark that lies on it. */
static void words_are_read_on_any_picture(void **state)
{
    const struct colour white = {255, 255, 255, 255};

    (void)state;
    for (size_t s = 0; s < COUNTOF(SCREENS); s++)
        for (int contrast = 0; contrast < 2; contrast++) {
            struct visitor v;
            int texts = 0;

            come(&v, SCREENS[s]);
            if (contrast)
                visitor_key(&v, KEY_CONTRAST);
            const struct draw_command *c = visitor_page(&v)->list.commands, *veil = &c[1];
            const struct rect page = v.stage->style.page;

            assert_true(c[0].kind == DRAW_PICTURE && rect_equal(c[0].rect, page));
            assert_true(veil->kind == DRAW_FILL && rect_equal(veil->rect, page) && veil->colour.a < 255);
            for (int i = 2; i < visitor_page(&v)->list.count; i++)
                if (c[i].kind == DRAW_TEXT && c[i].text.type.face == FACE_TEXT) {
                    assert_true(colour_contrast(c[i].colour, colour_under(white, veil->colour, veil->colour.a)) >= 7);
                    texts++;
                }
            assert_true(texts > 5);
            visitor_leave(&v);
        }
}

#define LETTERS_60 "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
#define ROWS_10 "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n"

/* names: each closed by "|". */
static void tables_are_read_as_they_were_saved(void **state)
{
    static const struct {
        const char *bytes, *names;
        int findings;
    } rows[] = {
        {"name\nAna\nLuis\n", "Ana|Luis|", 0},
        {"\xEF\xBB\xBFname\r\nAna\r\nLuis", "Ana|Luis|", 0},
        {"who\nAna\n", "Ana|", 0}, /* the only column */
        {"id;NAME\n1;Ana, la mayor\n", "Ana, la mayor|", 0},
        {"id,name\n1,\"Hahn, Emil\"\n2,\"a \"\"b\"\" c\"\n", "Hahn, Emil|a \"b\" c|", 0},
        {"name,id\n  Ana  ,1\n", "Ana|", 0},
        {"name\n\nAna\n\n", "Ana|", 0},
        {"id,name\n1\n2,Ana\n3,\n4,Eva,x\n", "Ana|", 3},
        {"id,name\n1,\"Ana\nEva\"\n2,Luis\n", "Luis|", 1},
        {"id,name\n1,\"Ana\n", "", 2},
        {"id,who\n1,Ana\n", "", 1},
        {"name\n", "", 1},
        {"name\n\xF1\n", "", 1},
        {"name\n" LETTERS_60 LETTERS_60 LETTERS_60 LETTERS_60 "x\nAna\n", "Ana|", 1}, /* nobody reads 241 letters */
        {"id,name\n" ROWS_10 ROWS_10 "9,Ana\n", "Ana|", 20},
        {"id,name\n" ROWS_10 ROWS_10 ROWS_10 "9,Ana\n", "Ana|", 21}, /* the last ten in one */
        {"", "", 1},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct memory_file file = {.path = "n.csv", .bytes = rows[i].bytes};
        struct memory_files memory;
        struct roll_table table = {.file = "n.csv", .origin = {"p.yaml", 1, 1}};
        struct findings *findings = findings_create();
        struct arena *arena = arena_create();
        char names[256] = "";

        memory_files_init(&memory, &file, 1);
        if (roll_table_read(&table, &memory.files, arena, findings))
            for (int n = 0; n < table.count; n++)
                snprintf(names + strlen(names), sizeof(names) - strlen(names), "%s|", table.names[n]);
        assert_string_equal(names, rows[i].names);
        if (findings_total(findings) != rows[i].findings)
            fail_msg("row %zu: %d findings", i, findings_total(findings));
        arena_destroy(arena);
        findings_destroy(findings);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_light_has_its_name),
        cmocka_unit_test(a_name_stands_for_four_seconds),
        cmocka_unit_test(the_last_touch_counts),
        cmocka_unit_test(lights_go_out_with_the_visit),
        cmocka_unit_test(nothing_stands_on_what_is_kept),
        cmocka_unit_test(the_number_gives_way_to_what_is_kept),
        cmocka_unit_test(keys_light_them_too),
        cmocka_unit_test(the_chart_stands_behind_a_button),
        cmocka_unit_test(a_light_is_no_bar),
        cmocka_unit_test(the_newest_light_always_shows),
        cmocka_unit_test(words_are_read_on_any_picture),
        cmocka_unit_test(tables_are_read_as_they_were_saved),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
