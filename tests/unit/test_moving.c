/* What moves in drawings: which groups do, what is wrong with them, how far they are at a time, and when that time begins. */
#include "support/finding_text.h"
#include "support/memory_files.h"
#include "support/visitor.h"

#include "base/movement.h"
#include "formats/groups.h"
#include "movements/findings.h"
#include "scene/scene.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define SVG "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">"

static struct bytes bytes_of(const char *text)
{
    return (struct bytes){text, strlen(text)};
}

/* As "move-a2 (layer-back3)": id and line, those inside another element in brackets. */
static void groups_are_found(void **state)
{
    static const struct {
        const char *drawing, *groups;
    } rows[] = {
        {SVG "<path d=\"M0 0\"/></svg>", ""},
        {SVG "\n<g id=\"move-a\"><path/></g>\n<g class='x' id='layer-back' >\n</g></svg>", "move-a2 layer-back3 "},
        {SVG "<g><g id=\"move-a\"/></g><path id=\"move-b\"/></svg>", "(move-a1) move-b1 "},
        {SVG "<g id=\"move-a\"><g id=\"move-b\"><path/></g></g><g id=\"layer-front\"/></svg>", "move-a1 (move-b1) layer-front1 "},
        {SVG "<!-- <g id=\"move-a\"> --><![CDATA[<g id=\"move-b\">]]><?x <g id=\"move-c\"> ?></svg>", ""},
        {SVG "<text d=\"<g id='move-a'>\" id=\"layer-mid\">move-</text></svg>", "layer-mid1 "},
        {SVG "<g id=\"layer-\"/><g xid=\"move-a\"/><g id=\"remove-a\"/></svg>", "layer-1 "},
        {SVG "<g id=\"move-a\">", ""}, /* cut off */
        {SVG "<g id=\"move-a", ""},
        {"<svg id=\"move-a\"/>", ""},
        {"<html><g id=\"move-a\"/></html>", ""},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct groups groups;
        char text[200] = "";

        groups_find(bytes_of(rows[i].drawing), &groups);
        for (int g = 0; g < groups.count; g++)
            snprintf(text + strlen(text), sizeof(text) - strlen(text), groups.list[g].nested ? "(%s%d) " : "%s%d ", groups.list[g].id,
                     groups.list[g].line);
        assert_string_equal(text, rows[i].groups);
    }
}

/* Beyond what can move they are counted; a long id is cut, and its kind is that of the group. */
static void many_groups_are_counted(void **state)
{
    struct buffer drawing = {0};
    struct groups groups;

    (void)state;
    buffer_printf(&drawing, SVG "<g id=\"move-%0100d\"/>", 7);
    for (int i = 0; i < GROUPS_MAX + 2; i++)
        buffer_printf(&drawing, "<g id=\"move-%d\"/>", i);
    buffer_printf(&drawing, "</svg>");
    groups_find((struct bytes){drawing.bytes, drawing.length}, &groups);
    assert_int_equal(groups.count, GROUPS_MAX);
    assert_int_equal(groups.found, GROUPS_MAX + 3);
    assert_int_equal(strlen(groups.list[0].id), GROUP_ID_BYTES - 1);
    assert_int_equal(groups.list[0].kind, GROUP_MOVES);
    buffer_finish(&drawing);
}

static void what_is_cut_away_is_hidden(void **state)
{
    static const char drawing[] = SVG "<a/><g id=\"move-a\"><b/></g><c/></svg>";
    struct groups groups;
    struct buffer out = {0};

    (void)state;
    groups_find(bytes_of(drawing), &groups);
    assert_true(groups.count == 1 && group_moves(&groups.list[0]));
    groups_cut(bytes_of(drawing), &groups, (const size_t[]){groups.list[0].from, groups.list[0].to}, &out);
    assert_string_equal(out.bytes, SVG "<g display=\"none\"><a/></g><g id=\"move-a\"><b/></g><g display=\"none\"><c/></g></svg>");
    buffer_finish(&out);
}

static void movements_begin_and_end_as_drawn(void **state)
{
    static const struct movement movement = {"move-a", MOTION_FADE, .after_ms = 200, .duration_ms = 1000};
    float farthest = 0, before = 0;

    (void)state;
    for (int ms = 0; ms <= 1300; ms += 10) {
        float at = movement_at(&movement, ms);

        if (ms <= 200 || ms >= 1200)
            assert_true(at == 0);
        else
            assert_true(at > 0 && at <= 1);
        assert_true(at - before < 0.05F && before - at < 0.05F); /* no jump */
        farthest = at > farthest ? at : farthest;
        before = at;
    }
    assert_true(farthest > 0.99F);
}

static void what_does_not_belong_together_is_told(void **state)
{
    static const struct memory_file table[] = {
        {.path = "a.svg",
         .bytes = SVG "\n<g id=\"move-sun\"/>\n<g id=\"move-moon\"/>\n<g id=\"move-moon\"/>\n"
                      "<g><g id=\"layer-back\"/></g>\n<g id=\"layer-sky\"/></svg>"},
        {.path = "b.png", .bytes = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x8\2\0\0\0", .size = 29},
    };
    struct picture_movement moves[] = {
        {.movement = {"move-sun", MOTION_SLIDE, .down = 5, .duration_ms = 1000}, .origin = {"p.yaml", 1, 1}},
        {.movement = {"move-son", MOTION_SLIDE, .across = 5, .duration_ms = 1000}, .origin = {"p.yaml", 2, 1}},
        {.movement = {"tree", MOTION_TURN, .degrees = 0, .duration_ms = 1000}, .origin = {"p.yaml", 3, 1}},
        {.movement = {"move-sun", MOTION_FADE, .after_ms = 700, .duration_ms = 1000}, .origin = {"p.yaml", 4, 1}},
    };
    struct picture_movement photograph = {.movement = {"move-sun", MOTION_FADE, .duration_ms = 1000}, .origin = {"p.yaml", 9, 1}};
    struct exhibit exhibit = {
        .opening = {.file = "a.svg", .movements = moves, .movement_count = COUNTOF(moves)},
        .neutral = {.file = "b.png", .movements = &photograph, .movement_count = 1},
    };
    struct findings *findings = findings_create();
    struct memory_files memory;
    struct buffer text = {0};

    (void)state;
    memory_files_init(&memory, table, COUNTOF(table));
    movements_findings(&memory.files, &exhibit, findings);
    finding_text(findings, &text);
    assert_string_equal(text.bytes,
                        "3:1 W id=\"move-moon\": no picture says how it moves; describe it in its movements, or give it another id\n"
                        "4:1 W id=\"move-moon\" stands here again; give each group an id of its own\n"
                        "5:1 W id=\"layer-back\" stands inside another element, so it does not move; put it directly into the <svg>\n"
                        "6:1 W id=\"layer-sky\" is no layer that moves: those are layer-back, layer-mid and layer-front\n"
                        "2:1 W group: the drawing has no group \"move-son\"; did you mean \"move-sun\"?\n"
                        "3:1 W group: \"a.svg\" has no group with id=\"tree\"; name one of it that begins with \"move-\", or leave this "
                        "movement out\n"
                        "3:1 W motion: turn: it turns by nothing; write how far: degrees\n"
                        "4:1 W duration_ms: with after_ms that is 1700 ms, of which visitors see 1500; make one of them shorter\n"
                        "9:1 W nothing moves in a photograph; leave this movement out, or show an SVG drawing\n");
    findings_destroy(findings);
    buffer_finish(&text);
}

/* ---- when it begins ---- */

static const struct size SCREEN = {1920, 1080};
static const struct visitor_edit EDITS[] = {
    {"config/panels/charter.yaml", "  file: assets/illustrations/charter.svg",
     "  file: assets/illustrations/charter.svg\n  movements:\n    - {group: move-a, motion: slide, across: 5%, after_ms: 100, duration_ms: "
     "800}"},
    {"config/theme.yaml", "reduced_motion: false", "reduced_motion: true"},
};
enum { LENGTH_MS = 900 };

static void come(struct visitor *v, const char *start, bool reduced)
{
    visitor_come_as(v, &(struct visitor_plan){.screen = SCREEN, .start = start, .edits = EDITS, .edit_count = reduced ? 2 : 1});
}

/* How long they have been going on; -1: nothing is to move. */
static int played_ms(struct visitor *v)
{
    const struct frame_layer *layer = &visitor_frame(v)->layers[0];

    return layer->plays ? layer->played_ms : -1;
}

static int item_of(const struct visitor *v, const char *id)
{
    for (int i = 0; i < v->exhibit->panel_count; i++)
        if (strcmp(v->exhibit->panels[i].id, id) == 0)
            return i;
    fail_msg("no panel %s", id);
    return -1;
}

/* Plays to its end, once: from when the screen shows it. */
static void assert_plays_once(struct visitor *v)
{
    assert_int_equal(played_ms(v), 0);
    visitor_wait(v, 100); /* whatever the screen takes */
    assert_int_equal(played_ms(v), 0);
    assert_true(stage_deadline(v->stage, v->now_ms) > v->now_ms); /* and sleeps */
    stage_painted(v->stage, v->now_ms);
    assert_int_equal(stage_deadline(v->stage, v->now_ms), v->now_ms);
    visitor_wait(v, 320);
    assert_int_equal(played_ms(v), 320);
    stage_painted(v->stage, v->now_ms);
    visitor_wait(v, LENGTH_MS - 320 + 16);
    assert_int_equal(played_ms(v), -1);
    stage_painted(v->stage, v->now_ms);
    visitor_wait(v, 16);
    assert_int_equal(played_ms(v), -1);
    assert_true(stage_deadline(v->stage, v->now_ms) > v->now_ms);
}

static void a_touched_picture_plays_once(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "panel/charter", false);
    stage_painted(v.stage, v.now_ms);
    visitor_wait(&v, 500);
    assert_int_equal(played_ms(&v), -1); /* not while one reads */
    visitor_open(&v, &scene_picture, item_of(&v, "charter"));
    assert_plays_once(&v);
    visitor_key(&v, KEY_ESCAPE);
    visitor_open(&v, &scene_picture, item_of(&v, "charter"));
    stage_painted(v.stage, v.now_ms);
    visitor_wait(&v, 160);
    assert_int_equal(played_ms(&v), 160); /* each time it is opened */
    visitor_key(&v, KEY_ESCAPE);
    visitor_wait(&v, 1000);
    assert_int_equal(played_ms(&v), -1);
    visitor_leave(&v);
}

static void attract_plays_what_has_come_to_rest(void **state)
{
    struct visitor v;
    int played = 0;

    (void)state;
    come(&v, NULL, false);
    assert_int_equal(played_ms(&v), -1);
    for (int s = 0; s < 180 && played == 0; s++) {
        visitor_wait(&v, 1000);
        if (visitor_frame(&v)->layer_count == 1 && played_ms(&v) == 0) {
            visitor_wait(&v, 1000); /* a fade, or the last pixel of a slide, takes its time */
            assert_plays_once(&v);
            played++;
        }
    }
    assert_int_equal(played, 1);
    visitor_leave(&v);
}

static void reduced_motion_plays_nothing(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "panel/charter", true);
    visitor_open(&v, &scene_picture, item_of(&v, "charter"));
    stage_painted(v.stage, v.now_ms);
    visitor_wait(&v, 160);
    assert_int_equal(played_ms(&v), -1);
    visitor_leave(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(groups_are_found),
        cmocka_unit_test(many_groups_are_counted),
        cmocka_unit_test(what_is_cut_away_is_hidden),
        cmocka_unit_test(movements_begin_and_end_as_drawn),
        cmocka_unit_test(what_does_not_belong_together_is_told),
        cmocka_unit_test(a_touched_picture_plays_once),
        cmocka_unit_test(attract_plays_what_has_come_to_rest),
        cmocka_unit_test(reduced_motion_plays_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
