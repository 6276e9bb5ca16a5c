/* Whoever only listens hears all that others see and touch, and first what is warned of. */
#include "gallery/excerpts.h"
#include "gallery/showing.h"
#include "scene/panel.h"
#include "staging/show.h"
#include "staging/state.h"
#include "stage/act.h"
#include "support/seats.h"
#include "support/visitor.h"
#include "text/pattern.h"
#include "way/path.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* What somebody who only listens has heard of a scene: all of it, its blanks left out. */
struct heard_text {
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

static void fail_as(const struct heard_text *heard, const char *what, const char *text)
{
    char name[SCENE_NAME_BYTES];

    scene_name(heard->v->exhibit, heard->ref, false, name);
    fail_msg("%s %s, in %s: %s is not told: %s", name, heard->ref.ops->part ? heard->ref.ops->part : "", heard->words->language_name, what,
             text);
}

static void must_tell(const struct heard_text *heard, const char *what, const char *text)
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
static void must_tell_all_that_is_written(const struct heard_text *heard)
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

/* In the language's digits. */
static const char *number_in(const struct heard_text *heard, int number)
{
    struct scene scene = show_scene(heard->v->stage, heard->v->now_ms, true);

    scene.arena = heard->arena;
    return page_number(&scene, number);
}

/* Which panel of how many, and how to get away from what lies above. */
static void must_tell_where_one_is(const struct heard_text *heard)
{
    const struct exhibit *exhibit = heard->v->exhibit;
    const struct path path = {exhibit, NULL};

    if (heard->ref.ops == &scene_panel) {
        const char *place = number_in(heard, path_place(path, heard->ref.item) + 1), *total = number_in(heard, path_length(path));

        must_tell(heard, "its place",
                  pattern_filled(heard->arena, heard->words->speech.page,
                                 (const struct pattern_fill[]){{"{number}", place}, {"{total}", total}, {0}}));
    }
    if (heard->ref.ops->place == PLACE_OVERLAY)
        must_tell(heard, "how to leave it", heard->words->speech.leave);
}

/* "..., key, 4 of 7" */
static const char *end_of_target(const struct heard_text *heard, const char *pattern, int number, int total)
{
    return without_blanks(
        heard->arena,
        pattern_filled(heard->arena, pattern,
                       (const struct pattern_fill[]){
                           {"{name}", ""}, {"{number}", number_in(heard, number)}, {"{total}", number_in(heard, total)}, {0}}));
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
static void must_tell_every_key(const struct heard_text *heard)
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

static void come_to_listen(struct visitor *v, const char *exhibit)
{
    static const struct visitor_edit spoken = {"config/exhibit.yaml", "\nscreen:", "\nspeech: key\nscreen:"};

    visitor_come_as(v, &(struct visitor_plan){
                           .screen = seats_shipped[0].screen, .start = "home", .exhibit = exhibit, .edits = &spoken, .edit_count = 1});
}

static void set(struct visitor *v, enum setting setting, int level)
{
    act(v->stage, (struct action){.kind = ACTION_SETTING, .argument = setting_choice(setting, level)}, v->now_ms);
}

/* Somebody listens from this seat; nothing moves, and every warning was answered. */
static void begin_to_listen(struct visitor *v, const struct seat *seat)
{
    v->screen = seat->screen;
    visitor_start(v, "home");
    v->stage->visit.answered = ~0u;
    set(v, SETTING_MOTION, 1);
    set(v, SETTING_TEXT, seat->text);
    act(v->stage, (struct action){.kind = ACTION_LANGUAGE, .argument = seat->language}, v->now_ms);
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
    struct heard_text heard = {.v = v, .ref = ref, .arena = arena_create(), .words = &v->exhibit->words[language]};

    go_to(v, ref);
    heard.all = all_of(heard.arena, &v->stage->listening.scene.telling);
    must_tell_where_one_is(&heard);
    must_tell_all_that_is_written(&heard);
    must_tell_every_key(&heard);
    arena_destroy(heard.arena);
}

static int hear_all(struct visitor *v, const struct seat *seat)
{
    int heard = 0;

    begin_to_listen(v, seat);
    assert_int_equal(stage_settings(v->stage)->level[SETTING_TEXT], seat->text);
    for (int s = 0; scenes[s]; s++)
        for (int item = 0; item < scene_items(scenes[s], v->exhibit); item++) {
            if (scenes[s] == &scene_attract || !scene_exists(v->exhibit, (struct scene_ref){scenes[s], item}))
                continue;
            hear(v, (struct scene_ref){scenes[s], item}, seat->language);
            heard++;
        }
    return heard;
}

/* Whoever cannot see hears all that there is to see and to touch: of every scene of every panel, event, person, ... */
static void everything_can_be_heard(void **state)
{
    struct visitor v;

    (void)state;
    come_to_listen(&v, ".");
    for (size_t i = 0; i < SEATS_SHIPPED; i++)
        assert_true(hear_all(&v, &seats_shipped[i]) > v.exhibit->panel_count);
    visitor_leave(&v);
    come_to_listen(&v, NULL);
    for (size_t i = 0; i < SEATS; i++)
        assert_true(hear_all(&v, &seats[i]) > v.exhibit->panel_count);
    visitor_leave(&v);
}

/* Before violence is spoken of the warning is told, and nothing of what lies behind it. */
static void warnings_are_heard_first(void **state)
{
    struct visitor v;

    (void)state;
    come_to_listen(&v, ".");
    begin_to_listen(&v, &seats_shipped[0]);
    for (int panel = 0; panel < v.exhibit->panel_count; panel++) {
        struct heard_text heard = {.v = &v, .ref = {&scene_panel, panel}, .arena = arena_create(), .words = &v.exhibit->words[0]};

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

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_can_be_heard),
        cmocka_unit_test(warnings_are_heard_first),
    };

    return cmocka_run_group_tests_name("by ear", tests, NULL, NULL);
}
