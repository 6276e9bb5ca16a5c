/* The exhibit of this repository: what must hold whatever its curators write. Its texts and pictures are theirs, and no copy of them stands
 * here. */
#include "support/fake_measure.h"
#include "support/page_checks.h"

#include "film/attract.h"
#include "scene/panel.h"
#include "stage/act.h"
#include "stage/stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
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

/* What passers-by see, and who has come near: on wide and tall screens, in each language. */
static void each_item(const struct exhibit *exhibit, int count, void (*check)(const struct scene *scene))
{
    struct measure measure = fake_measure(NULL);
    struct arena *arena = arena_create();

    for (int mode = 0; mode < 2 * exhibit->language_count; mode++) {
        struct style style;
        struct scene scene = {.exhibit = exhibit, .style = &style, .measure = &measure, .arena = arena, .language = mode / 2};

        style_make(&style, &(struct style_setup){.exhibit = exhibit, .measure = &measure, .screen = SCREENS[mode % 2]});
        for (scene.item = 0; scene.item < count; scene.item++)
            check(&scene);
    }
    arena_destroy(arena);
}

static void check_data(const struct scene *scene)
{
    const struct panel *panel = &scene->exhibit->panels[scene->item];
    struct panel_fit fit = panel_fit(scene);

    if ((panel->chart || panel->map) && fit.block.w * 100 < scene->style->page.w * 45)
        fail_msg("panel/%s: its numbers or map take %d of %d pixels across", panel->id, fit.block.w, scene->style->page.w);
}

static void data_is_the_picture(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, SCREENS[0]);
    each_item(v.exhibit, v.exhibit->panel_count, check_data);
    visitor_leave(&v);
}

static void check_poster(const struct scene *scene)
{
    struct film_shot shot = film_of_item(scene->exhibit, scene->item);

    if (shot.kind == FILM_POSTER && film_shows(scene->exhibit, scene->item) && !attract_words(scene).over)
        fail_msg("the words \"%s\" stand beside their picture on %d x %d", attract_words(scene).text, scene->style->screen.w,
                 scene->style->screen.h);
}

static void posters_fill_the_screen(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, SCREENS[0]);
    each_item(v.exhibit, film_items(v.exhibit), check_poster);
    visitor_leave(&v);
}

/* Of home's cards, what is picture, in hundredths. */
static int picture_percent(struct visitor *v)
{
    const struct page *page = visitor_page(v);
    double cards = 0, pictures = 0;

    for (int i = 0; i < page->target_count; i++)
        if (page->targets[i].action.kind == ACTION_PANEL)
            cards += (double)page->targets[i].rect.w * page->targets[i].rect.h;
    for (int i = 0; i < page->list.count; i++)
        if (page->list.commands[i].kind == DRAW_PICTURE)
            pictures += (double)page->list.commands[i].rect.w * page->list.commands[i].rect.h;
    return cards > 0 ? (int)(100 * pictures / cards) : 0;
}

/* The strongest thing of home's cards are their pictures, in every language: they are more than all else of the cards, and in large text
 * still the larger part of what stands there. */
static void home_is_pictures(void **state)
{
    static const int least[] = {50, 40};

    (void)state;
    for (size_t s = 0; s < COUNTOF(SCREENS) * 2; s++) {
        struct visitor v;

        come(&v, SCREENS[s / 2]);
        for (int language = 0; language < v.exhibit->language_count; language++) {
            v.stage->visit.settings.language = language;
            visitor_key(&v, KEY_HOME);
            if (s % 2 != (size_t)v.stage->visit.settings.level[SETTING_TEXT])
                visitor_key(&v, KEY_TEXT_SIZE);
            visitor_frame(&v);
            if (picture_percent(&v) < least[s % 2])
                fail_msg("%dx%d, language %d, text %zu: %d%%", SCREENS[s / 2].w, SCREENS[s / 2].h, language, s % 2, picture_percent(&v));
        }
        visitor_leave(&v);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_amiss_in_its_files), cmocka_unit_test(everything_fits),         cmocka_unit_test(links_lead_somewhere),
        cmocka_unit_test(data_is_the_picture),           cmocka_unit_test(posters_fill_the_screen), cmocka_unit_test(home_is_pictures),
    };

    return cmocka_run_group_tests_name("the shipped exhibit", tests, NULL, NULL);
}
