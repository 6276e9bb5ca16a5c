/* A page that scrolls: it moves without being filled again, and what is scrolled away is still there for keys. */
#include "page/scroll.h"

#include "stage/act.h"
#include "staging/show.h"
#include "stage/stage.h"
#include "support/fake_measure.h"
#include "support/visitor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { LINES = 10, LINE_PX = 40, VIEW_PX = 120, TOP_PX = 50 };

static const struct rect VIEW = {100, TOP_PX, 400, VIEW_PX};

/* Something above, ten lines of which three are seen, each a thing to touch, something below. */
static void fill(const struct scene *scene, int line_count)
{
    struct pen pen = page_pen(scene);
    struct colour ink = {0, 0, 0, 255};
    struct scroll_area area = {VIEW, VIEW, VIEW, .max_px = int_max(0, line_count * LINE_PX - VIEW_PX), .step_px = LINE_PX};

    *scene->page = (struct page){0};
    draw_fill(pen, (struct rect){0, 0, 600, TOP_PX}, ink);
    page_target(scene, (struct rect){0, 0, 600, TOP_PX}, ACTION_HOME, 0);
    scroll_begin(scene, &area);
    for (int i = 0; i < line_count; i++) {
        struct rect line = {VIEW.x, VIEW.y + i * LINE_PX, VIEW.w / 2, LINE_PX};

        draw_text(pen, line, (struct draw_text){{.face = FACE_TEXT, .size_px = 20}, "line", 4, line.y + 30}, ink);
        page_target(scene, line, ACTION_TERM, i);
    }
    scroll_end(scene);
    draw_fill(pen, (struct rect){0, 400, 600, TOP_PX}, ink);
    page_target(scene, (struct rect){0, 400, 600, TOP_PX}, ACTION_BACK, 0);
}

/* The top of the first line, how far down the thumb is, which way the key leads, and which lines answer. */
static const struct row {
    int px, at, thumb, way, first, last;
} rows[] = {
    {0, 0, 0, 1, 0, 2},           {40, 40, 12, 1, 1, 3},   {60, 60, 18, 1, 1, 4},
    {280, 280, 84, -1, 7, 9},     {279, 279, 83, 1, 6, 9}, {281, 280, 84, -1, 7, 9}, /* beyond either end */
    {1 << 30, 280, 84, -1, 7, 9}, {-1, 0, 0, 1, 0, 2},     {-(1 << 30), 0, 0, 1, 0, 2},
};

static void check_row(const struct page *page, const struct row *row)
{
    const struct scroll_area *area = &page->scroll;
    const struct draw_command *commands = page->list.commands, *thumb = &commands[area->thumb];
    const struct target *key = &page->targets[area->button];

    assert_int_equal(area->at_px, row->at);
    assert_int_equal(area->end - area->first, LINES);
    for (int i = 0; i < LINES; i++) {
        const struct draw_command *line = &commands[area->first + i];
        const struct target *target = &page->targets[1 + i];

        assert_int_equal(line->rect.y, VIEW.y + i * LINE_PX - row->at);
        assert_int_equal(line->text.baseline_px, line->rect.y + 30);
        assert_int_equal(target->rect.y, line->rect.y);
        assert_true(target->scrolled);
        assert_int_equal(!rect_is_empty(page_reach(page, target)), i >= row->first && i <= row->last);
    }
    assert_int_equal(thumb->rect.y - VIEW.y, row->thumb);
    assert_string_equal(commands[area->icon].icon, row->way > 0 ? "assets/icons/down.svg" : "assets/icons/up.svg");
    assert_int_equal(key->action.kind, ACTION_SCROLL);
    assert_int_equal(key->action.argument, row->way);
    assert_false(key->scrolled);
    assert_int_equal(page->targets[0].rect.y, 0);
    assert_int_equal(page->targets[page->target_count - 1].rect.y, 400);
}

static void a_page_moves_as_if_filled_there(void **state)
{
    struct page *page = mem_alloc(sizeof(*page));
    struct style style = {.rule_px = 4, .target_px = 30};
    struct measure measure = fake_measure(NULL);
    struct scene scene = {.style = &style, .measure = &measure, .arena = arena_create(), .page = page};

    (void)state;
    style.colours.ink.a = style.colours.muted.a = 255;
    fill(&scene, LINES);
    uint64_t top = draw_hash(&page->list);

    for (size_t i = 0; i < COUNTOF(rows); i++) {
        scroll_to(page, rows[i].px);
        check_row(page, &rows[i]);
    }
    scroll_to(page, 0);
    assert_true(draw_hash(&page->list) == top);
    arena_destroy(scene.arena);
    free(page);
}

static void what_stands_whole_does_not_move(void **state)
{
    struct page *page = mem_alloc(sizeof(*page));
    struct style style = {.rule_px = 4, .target_px = 30};
    struct measure measure = fake_measure(NULL);
    struct scene scene = {.style = &style, .measure = &measure, .arena = arena_create(), .page = page};

    (void)state;
    fill(&scene, VIEW_PX / LINE_PX);
    uint64_t top = draw_hash(&page->list);

    scroll_to(page, 100);
    assert_true(draw_hash(&page->list) == top);
    assert_int_equal(page->target_count, 2 + VIEW_PX / LINE_PX); /* no key */
    for (int i = 0; i < page->target_count; i++)
        assert_false(page->targets[i].scrolled);
    arena_destroy(scene.arena);
    free(page);
}

#define SENTENCE "Here the text goes on for as long as it takes. "
#define PARAGRAPH SENTENCE SENTENCE SENTENCE SENTENCE SENTENCE SENTENCE SENTENCE SENTENCE
enum { LINKS = 3 };

/* To a panel whose links are all scrolled away, one of them of several lines. */
static void come_to_long_text(struct visitor *v)
{
    static const struct visitor_edit long_body[] = {
        {"config/panels/welcome.yaml", "For fifty years", PARAGRAPH PARAGRAPH PARAGRAPH "For fifty years"},
        {"config/panels/welcome.yaml", "[the record]", "[the record, which its clerks kept from the first day of the line to its last]"},
        {"config/panels/welcome.yaml", "a shape and a word.", "a shape and a word. " PARAGRAPH},
    };

    visitor_come_as(
        v, &(struct visitor_plan){.screen = {1024, 768}, .start = "panel/welcome", .edits = long_body, .edit_count = COUNTOF(long_body)});
}

/* All of its parts are seen. */
static bool is_seen(const struct page *page, int target)
{
    int i = target;

    do {
        if (page_reach(page, &page->targets[i]).h != page->targets[i].rect.h)
            return false;
    } while (++i < page->target_count && page->targets[i].more);
    return true;
}

/* Tab finds every link of a text that scrolls, and all of what it stands on is seen. */
static void keys_reach_links_that_are_scrolled_away(void **state)
{
    struct visitor v;
    int hidden = 0, reached = 0;

    (void)state;
    come_to_long_text(&v);
    const struct page *page = visitor_page(&v);

    for (int i = 0; i < page->target_count; i++)
        hidden += page->targets[i].scrolled && rect_is_empty(page_reach(page, &page->targets[i]));
    assert_in_range(hidden, LINKS + 1, 2 * LINKS);
    for (int i = 0; i < LINKS; i++) {
        do
            visitor_key(&v, KEY_TAB);
        while (v.stage->focused.action.scene == &scene_picture);
        visitor_wait(&v, 1000);
        page = visitor_page(&v);
        for (int t = 0; t < page->target_count; t++) {
            const struct target *target = &page->targets[t];

            if (!target->link || target->more || !action_equal(target->action, v.stage->focused.action))
                continue;
            assert_true(is_seen(page, t));
            reached++;
        }
    }
    assert_int_equal(reached, LINKS);
    visitor_key(&v, KEY_ENTER);
    visitor_wait(&v, 1000);
    visitor_expect(&v, "panel/charter");
    visitor_leave(&v);
}

/* How many widths a frame asks for: the bar's, and those of what is filled anew. */
static int count_widths(struct visitor *v, int *calls)
{
    *calls = 0;
    visitor_frame(v);
    return *calls;
}

static void a_finger_moves_the_page_that_stands(void **state)
{
    struct visitor v;
    int calls = 0, at_rest;

    (void)state;
    come_to_long_text(&v);
    v.stage->measure = fake_measure(&calls);
    at_rest = count_widths(&v, &calls);
    struct rect text = visitor_page(&v)->scroll.rect;
    float x = (float)text.x + (float)text.w / 2, y = (float)text.y + (float)text.h - 1;

    assert_true(stage_rests(v.stage, v.now_ms));
    visitor_down(&v, 1, x, y);
    for (int i = 0; i < 10; i++) {
        int before = visitor_page(&v)->scroll.at_px;

        visitor_move(&v, 1, x, y -= 20);
        assert_int_equal(count_widths(&v, &calls), at_rest);
        assert_true(i == 0 || visitor_page(&v)->scroll.at_px > before);
        assert_false(i > 0 && stage_rests(v.stage, v.now_ms));
    }
    visitor_up(&v, 1, x, y);
    visitor_wait(&v, 2000);
    assert_true(stage_rests(v.stage, v.now_ms));
    visitor_leave(&v);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_moves_as_if_filled_there),
        cmocka_unit_test(what_stands_whole_does_not_move),
        cmocka_unit_test(keys_reach_links_that_are_scrolled_away),
        cmocka_unit_test(a_finger_moves_the_page_that_stands),
    };

    return cmocka_run_group_tests_name("scrolling", tests, NULL, NULL);
}
