/* A finger on the bar's marks: it is told which panel it means as it goes along them, and is there when it is lifted. */
#include "progress/progress.h"
#include "stage/act.h"
#include "staging/show.h"
#include "support/find.h"
#include "support/visitor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static const struct size WIDE = {1920, 1080}, TALL = {1080, 1920};
static const float FINGER_MM = 15;

/* On the screen, where the mark of a place stands; found as fingers find it. */
static struct point mark(struct visitor *v, int place)
{
    visitor_frame(v);
    struct scene scene = show_context(v->stage);
    struct rect marks = v->stage->shown.progress;
    int first = -1, last = -1;

    for (int x = marks.x; x < marks.x + marks.w; x++)
        if (progress_at(&scene, marks, (float)x) == place) {
            first = first < 0 ? x : first;
            last = x;
        }
    assert_true(first >= 0);
    float x = (float)(first + last) / 2;

    return (struct point){v->stage->frame.mirrored ? (float)v->screen.w - x : x, (float)marks.y + (float)marks.h / 2};
}

static bool is_said(struct visitor *v, const char *text)
{
    const struct frame *frame = visitor_frame(v);
    const struct draw_list *marks = &frame->over[frame->over_count - 1];

    for (int i = 0; i < marks->count; i++)
        if (marks->commands[i].kind == DRAW_TEXT && strlen(text) == (size_t)marks->commands[i].text.length &&
            memcmp(marks->commands[i].text.text, text, strlen(text)) == 0)
            return true;
    return false;
}

static void says_and_opens(struct visitor *v, int place)
{
    const struct panel *panel = &v->exhibit->panels[place];
    int language = stage_settings(v->stage)->language;
    struct point from = mark(v, 1), to = mark(v, place);

    visitor_down(v, 1, from.x, from.y);
    visitor_wait(v, 50);
    for (int i = 1; i <= 10; i++) {
        visitor_move(v, 1, from.x + (to.x - from.x) * (float)i / 10, from.y);
        visitor_wait(v, 16);
    }
    struct scene scene = show_context(v->stage);

    assert_true(is_said(v, page_one_line(&scene, text_in(panel->title, language))));
    assert_int_equal(visitor_frame(v)->layer_count, 1); /* the page does not slide */
    visitor_up(v, 1, to.x, to.y);
    visitor_wait(v, 1000);
    assert_false(is_said(v, page_one_line(&scene, text_in(panel->title, language))));
    assert_string_equal(visitor_scene(v->stage) + strlen("panel/"), panel->id);
}

static void the_marks_lead_to_every_panel(void **state)
{
    static const struct {
        const struct size *screen;
        int language;
    } rows[] = {{&WIDE, ENGLISH}, {&TALL, ENGLISH}, {&WIDE, ARABIC}};
    struct visitor v;

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        visitor_come(&v, *rows[i].screen, "panel/charter");
        if (rows[i].language != ENGLISH)
            visitor_speak(&v, rows[i].language);
        for (int place = v.exhibit->panel_count - 1; place >= 0; place--)
            if (!v.exhibit->panels[place].notices)
                says_and_opens(&v, place);
        visitor_leave(&v);
    }
}

/* High enough for fingers, and nothing that the focus stops at. */
static void they_are_in_reach_and_in_nobodys_way(void **state)
{
    const struct size *screens[] = {&WIDE, &TALL};
    struct visitor v;

    (void)state;
    for (size_t s = 0; s < COUNTOF(screens); s++) {
        visitor_come(&v, *screens[s], "panel/charter");
        visitor_frame(&v);
        struct scene scene = show_context(v.stage);
        struct rect marks = v.stage->shown.progress, reach = progress_reach(&scene, marks);
        const struct targets *targets = visitor_targets(&v);

        assert_true((float)reach.h >= FINGER_MM * v.stage->style.px_per_mm);
        for (int i = 0; i < targets->count; i++)
            assert_true(rect_is_empty(rect_common(targets->list[i].rect, marks)));
        visitor_key(&v, KEY_TIMELINE);
        visitor_wait(&v, 1000);
        assert_true(rect_is_empty(v.stage->shown.progress));
        visitor_leave(&v);
    }
}

enum way_out { SLIDES_OFF, TAKEN, HELD, BENEATH_A_CARD };

/* A finger that slides off upwards, is taken away, or rests and is lifted opens nothing; nor does one on marks that lie below a card. */
static void what_is_not_meant_opens_nothing(void **state)
{
    static const enum way_out ways[] = {SLIDES_OFF, TAKEN, HELD, BENEATH_A_CARD};
    struct visitor v;

    (void)state;
    for (size_t i = 0; i < COUNTOF(ways); i++) {
        visitor_come(&v, WIDE, "panel/charter");
        struct point at = mark(&v, v.exhibit->panel_count - 1);

        if (ways[i] == BENEATH_A_CARD)
            act(v.stage, (struct action){.kind = ACTION_OPEN, .scene = &scene_voice}, v.now_ms);
        visitor_wait(&v, 1000);
        visitor_down(&v, 1, at.x, at.y);
        visitor_wait(&v, ways[i] == HELD ? 2000 : 50);
        assert_int_equal(v.stage->hands.leafing.on, ways[i] != BENEATH_A_CARD);
        if (ways[i] == SLIDES_OFF)
            visitor_move(&v, 1, at.x - 100, 300);
        if (ways[i] == TAKEN)
            stage_cancel(v.stage, v.now_ms);
        visitor_up(&v, 1, at.x - (ways[i] == SLIDES_OFF ? 100 : 0), ways[i] == SLIDES_OFF ? 300 : at.y);
        visitor_wait(&v, 1000);
        assert_false(v.stage->hands.leafing.on);
        visitor_expect(&v, "panel/charter");
        visitor_leave(&v);
    }
}

static void a_tap_leads_there_too(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, WIDE, "home");
    struct point at = mark(&v, find_panel(v.exhibit, "strike"));

    visitor_tap(&v, at.x, at.y);
    visitor_wait(&v, 1000);
    visitor_expect(&v, "panel/strike");
    visitor_key(&v, KEY_ESCAPE);
    visitor_wait(&v, 1000);
    visitor_expect(&v, "home");
    visitor_leave(&v);
}

/* A finger rests on the last mark while another takes a route of a few panels: what it meant is not on that path. */
static void one_that_rests_outlasts_the_path(void **state)
{
    struct visitor v;

    (void)state;
    visitor_come(&v, WIDE, "home");
    struct point at = mark(&v, v.exhibit->panel_count - 1), card = visitor_find(&v, ACTION_ROUTE, 0);

    assert_true(v.exhibit->routes[0].panel_count < v.exhibit->panel_count);
    visitor_down(&v, 1, at.x, at.y);
    assert_true(v.stage->hands.leafing.place > v.exhibit->routes[0].panel_count);
    visitor_down(&v, 2, card.x, card.y);
    visitor_wait(&v, 60);
    visitor_up(&v, 2, card.x, card.y);
    visitor_wait(&v, 1000);
    assert_ptr_equal(v.stage->pager.route, &v.exhibit->routes[0]);
    visitor_leave(&v);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_marks_lead_to_every_panel),    cmocka_unit_test(they_are_in_reach_and_in_nobodys_way),
        cmocka_unit_test(what_is_not_meant_opens_nothing),  cmocka_unit_test(a_tap_leads_there_too),
        cmocka_unit_test(one_that_rests_outlasts_the_path),
    };

    return cmocka_run_group_tests_name("leafing", tests, NULL, NULL);
}
