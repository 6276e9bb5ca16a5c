/* The exhibit of this repository: what must hold whatever its curators write. Its texts and pictures are theirs, and no copy of them stands
 * here. */
#include "support/page_checks.h"

#include "stage/act.h"
#include "staging/show.h"
#include "stage/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct size SCREENS[] = {{1920, 1080}, {1080, 1920}, {1280, 800}, {800, 1280}, {3840, 2160}, {2160, 3840}};

static void come(struct visitor *v, struct size screen)
{
    visitor_come_as(v, &(struct visitor_plan){.screen = screen, .start = "home", .exhibit = "."});
}

/* Links, events' panels, pictures, notices: what a file names is there. */
static void nothing_is_amiss_in_its_files(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, SCREENS[0]);
    if (findings_total(v.findings) > 0)
        fail_msg("%s, line %d: %s", findings_at(v.findings, 0)->file, findings_at(v.findings, 0)->line,
                 findings_at(v.findings, 0)->message);
    visitor_leave(&v);
}

static void everything_fits(void **state)
{
    (void)state;
    for (size_t s = 0; s < COUNTOF(SCREENS); s++) {
        struct visitor v;

        come(&v, SCREENS[s]);
        check_every_panel(&v);
        visitor_leave(&v);
    }
}

/* Every link, key and ticket of home and the panels opens what it names. */
static void links_lead_somewhere(void **state)
{
    static struct targets then;
    struct visitor v;

    (void)state;
    come(&v, SCREENS[0]);
    v.stage->visit.answered = ~0u;
    for (int panel = 0; panel < v.exhibit->panel_count; panel++) {
        act(v.stage, (struct action){.kind = ACTION_PANEL, .argument = panel}, v.now_ms);
        visitor_wait(&v, 1000);
        then = *visitor_targets(&v);
        const struct target *all = then.list;
        int count = then.count;
        char from[128];

        snprintf(from, sizeof(from), "%s", visitor_scene(v.stage));
        for (int i = 0; i < count; i++) {
            if (!all[i].link || all[i].more)
                continue;
            act(v.stage, all[i].action, v.now_ms);
            visitor_wait(&v, 1000);
            if (strcmp(visitor_scene(v.stage), from) == 0)
                fail_msg("%s: the link of action %d %d leads nowhere", from, all[i].action.kind, all[i].action.argument);
            visitor_key(&v, KEY_ESCAPE);
            visitor_wait(&v, 1000);
            visitor_expect(&v, from);
            visitor_log(&v);
        }
    }
    visitor_leave(&v);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_amiss_in_its_files),
        cmocka_unit_test(everything_fits),
        cmocka_unit_test(links_lead_somewhere),
    };

    return cmocka_run_group_tests_name("the shipped exhibit", tests, NULL, NULL);
}
