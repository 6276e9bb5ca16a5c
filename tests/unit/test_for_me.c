/* The card "For me": its rows say what is so. */
#include "stage/act.h"
#include "support/visitor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static const struct size WIDE = {1920, 1080}, TALL = {1080, 1920};

/* To the card, of an exhibit that hangs at that height. */
static void come_to(struct visitor *v, struct size screen, int lower_edge_mm)
{
    char hung[128];
    const struct visitor_edit edit = {"config/exhibit.yaml", "  width: 1920\n  height: 1080\n", hung};

    snprintf(hung, sizeof(hung), "  width: %d\n  height: %d\n  lower_edge_mm: %d\n", screen.w, screen.h, lower_edge_mm);
    visitor_come_as(v, &(struct visitor_plan){.screen = screen, .start = "card/settings", .edits = &edit, .edit_count = 1});
}

static void choose(struct visitor *v, enum setting setting, int level)
{
    act(v->stage, (struct action){.kind = ACTION_SETTING, .argument = setting_choice(setting, level)}, v->now_ms);
    visitor_wait(v, 1000);
}

/* A bar of large letters may leave no room within reach: then nobody is told that it is low, and what was set comes back with the room. */
static void no_row_says_what_is_not_so(void **state)
{
    static const struct {
        const struct size *screen;
        int lower_edge_mm, text;
        bool helps;
    } rows[] = {
        {&WIDE, 1100, TEXT_LARGEST, true},
        {&TALL, 900, TEXT_LARGEST, true},
        {&TALL, 1070, TEXT_LARGE, false},
        {&TALL, 1070, TEXT_LARGEST, false},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct visitor v;

        come_to(&v, *rows[i].screen, rows[i].lower_edge_mm);
        choose(&v, SETTING_REACH, 1);
        for (int text = rows[i].text;; text = TEXT_USUAL) {
            bool helps = text == TEXT_USUAL || rows[i].helps;

            choose(&v, SETTING_TEXT, text);
            bool row = targets_find(visitor_targets(&v),
                                    (struct target_id){{.kind = ACTION_SETTING, .argument = setting_choice(SETTING_REACH, 1)}, 0}) >= 0;

            if (row != helps || (v.stage->style.reach.parts > 0) != helps || v.stage->style.reach.helps != helps)
                fail_msg("%dx%d at %d mm, text %d: row %d, %d parts", v.screen.w, v.screen.h, rows[i].lower_edge_mm, text, row,
                         v.stage->style.reach.parts);
            if (text == TEXT_USUAL)
                break;
        }
        visitor_leave(&v);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_row_says_what_is_not_so),
    };

    return cmocka_run_group_tests_name("for_me", tests, NULL, NULL);
}
