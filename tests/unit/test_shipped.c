/* The exhibit of this repository: what must hold whatever its curators write. Its texts and pictures are theirs, and no copy of them stands
 * here. */
#include "support/fake_measure.h"
#include "support/page_checks.h"

#include "film/attract.h"
#include "gallery/excerpts.h"
#include "gallery/showing.h"
#include "scene/panel.h"
#include "stage/act.h"
#include "staging/show.h"
#include "stage/stage.h"
#include "text/pattern.h"
#include "way/path.h"

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

/* ---- by ear alone ---- */

/* What somebody who only listens has heard of a scene: all of it, its blanks left out. */
struct heard {
    struct visitor *v;
    struct scene_ref ref;
    struct arena *arena;
    const struct words *words;
    const char *all;
};

static const char *without_blanks(struct arena *arena, const char *text)
{
    char *kept = arena_alloc(arena, strlen(text) + 1);
    size_t length = 0;

    for (; *text; text++)
        if (*text != ' ' && *text != '\n')
            kept[length++] = *text;
    kept[length] = '\0';
    return kept;
}

static void fail_as(const struct heard *heard, const char *what, const char *text)
{
    char name[SCENE_NAME_BYTES];

    scene_name(heard->v->exhibit, heard->ref, false, name);
    fail_msg("%s %s, in %s: %s is not told: %s", name, heard->ref.ops->part ? heard->ref.ops->part : "", heard->words->language_name, what,
             text);
}

static void must_tell(const struct heard *heard, const char *what, const char *text)
{
    if (text && !strstr(heard->all, without_blanks(heard->arena, text)))
        fail_as(heard, what, text);
}

static const char *all_of(struct arena *arena, const struct telling *telling)
{
    struct buffer joined = {0};
    const char *all;

    for (int i = 0; i < telling->count; i++)
        buffer_printf(&joined, "%s\n", telling->list[i].text);
    all = without_blanks(arena, joined.bytes ? joined.bytes : "");
    buffer_finish(&joined);
    return all;
}

/* Whatever is written of it: its name, its texts, its pictures in words, its numbers, its sources. */
static void must_tell_all_that_is_written(const struct heard *heard)
{
    struct topic topic = showing_topic(heard->v->exhibit, heard->ref);
    int language = heard->v->stage->visit.settings.language;
    struct excerpts excerpts = topic_excerpts(heard->arena, heard->v->exhibit, topic, language);
    unsigned shown = showing_excerpts(heard->ref);

    if (topic.kind != TOPIC_COUNT && topic.kind != TOPIC_ABOUT)
        must_tell(heard, "its name", topic_title(heard->arena, heard->v->exhibit, topic, language));
    for (int i = 0; i < excerpts.count; i++) {
        const struct excerpt *excerpt = &excerpts.list[i];

        if (!(shown & 1u << excerpt->kind))
            continue;
        must_tell(heard, "a label", excerpt->label);
        must_tell(heard, "a text", excerpt->text);
        for (int b = 0; excerpt->prose && b < excerpt->prose->block_count; b++)
            for (int s = 0; s < excerpt->prose->blocks[b].span_count; s++)
                must_tell(
                    heard, "a text",
                    arena_text(heard->arena, excerpt->prose->blocks[b].spans[s].text, (size_t)excerpt->prose->blocks[b].spans[s].length));
    }
}

/* Which panel of how many, and how to get away from what lies above. */
static void must_tell_where_one_is(const struct heard *heard)
{
    const struct exhibit *exhibit = heard->v->exhibit;
    const struct path path = {exhibit, NULL};
    char place[16], total[16];

    if (heard->ref.ops == &scene_panel) {
        snprintf(place, sizeof(place), "%d", path_place(path, heard->ref.item) + 1);
        snprintf(total, sizeof(total), "%d", path_length(path));
        must_tell(heard, "its place",
                  pattern_filled(heard->arena, heard->words->speech.page,
                                 (const struct pattern_fill[]){{"{number}", place}, {"{total}", total}, {0}}));
    }
    if (heard->ref.ops->place == PLACE_OVERLAY)
        must_tell(heard, "how to leave it", heard->words->speech.leave);
}

/* "..., key, 4 of 7" */
static const char *end_of_target(const struct heard *heard, const char *pattern, int number, int total)
{
    char numbers[2][16];

    snprintf(numbers[0], sizeof(numbers[0]), "%d", number);
    snprintf(numbers[1], sizeof(numbers[1]), "%d", total);
    return without_blanks(heard->arena, pattern_filled(heard->arena, pattern,
                                                       (const struct pattern_fill[]){
                                                           {"{name}", ""}, {"{number}", numbers[0]}, {"{total}", numbers[1]}, {0}}));
}

static bool ends_with(const char *text, const char *end)
{
    size_t length = strlen(text), behind = strlen(end);

    return length > behind && strcmp(text + length - behind, end) == 0;
}

static int count_of(const struct targets *targets)
{
    int count = 0;

    for (int i = 0; i < targets->count; i++)
        count += !targets->list[i].more;
    return count;
}

/* All that answers has a name, is said to be a key or a link, and which of how many; a switch, how it stands. */
static void must_tell_every_key(const struct heard *heard)
{
    const struct targets *targets = visitor_targets(heard->v);
    struct scene scene = show_scene(heard->v->stage, heard->v->now_ms, true);
    const struct speech_words *words = &heard->words->speech;
    int total = count_of(targets), number = 0;

    scene.arena = heard->arena;
    for (int i = 0; i < targets->count; i++) {
        struct telling telling = {0};
        enum action_kind kind = targets->list[i].action.kind;

        number += !targets->list[i].more;
        telling_target(&telling, &scene, &(struct telling_ways){heard->ref.ops, targets}, i);
        const char *said = all_of(heard->arena, &telling);

        if (!ends_with(said, end_of_target(heard, targets->list[i].link ? words->link : words->key, number, total)))
            fail_as(heard, "a key", said);
        if (kind == ACTION_SETTING && !strstr(said, without_blanks(heard->arena, words->on)) &&
            !strstr(said, without_blanks(heard->arena, words->off)))
            fail_as(heard, "how a switch stands", said);
    }
}

static void come_to_listen(struct visitor *v)
{
    static const struct visitor_edit spoken = {"config/exhibit.yaml", "\nscreen:", "\nspeech: key\nscreen:"};

    visitor_come_as(v, &(struct visitor_plan){.screen = SCREENS[0], .start = "home", .exhibit = ".", .edits = &spoken, .edit_count = 1});
}

/* Somebody listens; nothing moves, and every warning was answered. */
static void begin_to_listen(struct visitor *v, int language)
{
    visitor_start(v, "home");
    v->stage->visit.answered = ~0u;
    v->stage->visit.settings.language = language;
    v->stage->visit.settings.level[SETTING_MOTION] = 1;
    visitor_key(v, KEY_LISTEN);
    visitor_frame(v);
}

/* Cards are opened from what they lie on. */
static void go_to(struct visitor *v, struct scene_ref ref)
{
    struct scene_ref below = scene_below(v->exhibit, ref);

    if (below.ops && (below.item >= scene_items(below.ops, v->exhibit) || below.ops == &scene_home || below.ops->window == WINDOW_TIME))
        below.item = 0; /* it is there once, whatever stands above it */
    while (show_top(v->stage).ops->place == PLACE_OVERLAY)
        act(v->stage, (struct action){.kind = ACTION_CLOSE}, v->now_ms);
    if (below.ops && !scene_equal(show_top(v->stage), below))
        go_to(v, below);
    if (!scene_equal(show_top(v->stage), ref))
        act(v->stage,
            (struct action){ref.ops == &scene_panel ? ACTION_PANEL : ACTION_OPEN, ref.item, ref.ops == &scene_panel ? NULL : ref.ops},
            v->now_ms);
    visitor_frame(v);
    visitor_log(v);
    assert_true(scene_equal(show_top(v->stage), ref));
}

static void hear(struct visitor *v, struct scene_ref ref, int language)
{
    struct heard heard = {.v = v, .ref = ref, .arena = arena_create(), .words = &v->exhibit->words[language]};

    go_to(v, ref);
    heard.all = all_of(heard.arena, &v->stage->listening.scene.telling);
    must_tell_where_one_is(&heard);
    must_tell_all_that_is_written(&heard);
    must_tell_every_key(&heard);
    arena_destroy(heard.arena);
}

/* Whoever cannot see hears all that there is to see and to touch: of every scene of every panel, event, person, ..., in every language. */
static void everything_can_be_heard(void **state)
{
    struct visitor v;
    int heard = 0;

    (void)state;
    come_to_listen(&v);
    for (int language = 0; language < v.exhibit->language_count; language++) {
        begin_to_listen(&v, language);
        for (int s = 0; scenes[s]; s++)
            for (int item = 0; item < scene_items(scenes[s], v.exhibit); item++) {
                if (scenes[s] == &scene_attract || !scene_exists(v.exhibit, (struct scene_ref){scenes[s], item}))
                    continue;
                hear(&v, (struct scene_ref){scenes[s], item}, language);
                heard++;
            }
    }
    assert_true(heard > v.exhibit->panel_count * v.exhibit->language_count);
    visitor_leave(&v);
}

/* Before violence is spoken of the warning is told, and nothing of what lies behind it. */
static void warnings_are_heard_first(void **state)
{
    struct visitor v;

    (void)state;
    come_to_listen(&v);
    begin_to_listen(&v, 0);
    for (int panel = 0; panel < v.exhibit->panel_count; panel++) {
        struct heard heard = {.v = &v, .ref = {&scene_panel, panel}, .arena = arena_create(), .words = &v.exhibit->words[0]};

        v.stage->visit.answered = 0;
        if (v.exhibit->panels[panel].notices) {
            go_to(&v, heard.ref);
            heard.all = all_of(heard.arena, &v.stage->listening.scene.telling);
            must_tell(&heard, "the warning", heard.words->notice);
            must_tell(&heard, "the way on", heard.words->read_on);
            if (strstr(heard.all, without_blanks(heard.arena, text_in(v.exhibit->panels[panel].title, 0))))
                fail_as(&heard, "the warning before it", heard.all);
            must_tell_every_key(&heard);
        }
        arena_destroy(heard.arena);
    }
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
        cmocka_unit_test(nothing_is_amiss_in_its_files), cmocka_unit_test(everything_fits),          cmocka_unit_test(links_lead_somewhere),
        cmocka_unit_test(everything_can_be_heard),       cmocka_unit_test(warnings_are_heard_first), cmocka_unit_test(data_is_the_picture),
        cmocka_unit_test(posters_fill_the_screen),       cmocka_unit_test(home_is_pictures),
    };

    return cmocka_run_group_tests_name("the shipped exhibit", tests, NULL, NULL);
}
