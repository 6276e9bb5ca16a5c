/* What a voice says of a visit, and how it is led. Nothing sounds here: the words that are handed to a voice are read. */
#include "support/find.h"
#include "support/golden.h"
#include "support/visitor.h"

#include "numerals/numerals.h"
#include "speech/said.h"
#include "text/sentence.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { SENTENCES_MAX = 400 };

static const struct size LANDSCAPE = {1920, 1080};

static const struct visitor_edit spoken[] = {
    {"config/exhibit.yaml", "screen:", "speech: key\nlexicon:\n  - {name: Hahn, say: Haan}\nscreen:"},
    {"config/exhibit.yaml", "phrases:\n",
     "phrases:\n  - {text: Viva Hahn 1907, language: es}\n  - {text: Viva, language: pt}\n  - {text: Hahn, language: de}\n"},
};

static void come(struct visitor *v, const char *start)
{
    visitor_come_as(v, &(struct visitor_plan){.screen = LANDSCAPE, .start = start, .edits = spoken, .edit_count = COUNTOF(spoken)});
}

static const char *now_said(struct visitor *v)
{
    const char *text;

    visitor_frame(v);
    text = stage_wish(v->stage)->text;
    return text ? text : "";
}

/* The voice has said it. */
static void let_say(struct visitor *v)
{
    v->now_ms += 2000;
    stage_said(v->stage, stage_wish(v->stage)->serial, v->now_ms);
}

/* Listens to the end. */
static void listen(struct visitor *v, struct buffer *heard)
{
    int count = 0;

    for (const char *text; (text = now_said(v))[0]; let_say(v)) {
        buffer_printf(heard, "%s\n", text);
        assert_true(++count < SENTENCES_MAX);
    }
}

/* A turn of voice is seen in a transcript: "<es>Viva<>". */
static void show_turns(struct buffer *heard)
{
    bool open = false;

    for (size_t i = 0; i < heard->length; i++)
        if (heard->bytes[i] == SAID_TURN)
            heard->bytes[i] = (open = !open) ? '<' : '>';
}

static void press(struct visitor *v, enum key key)
{
    visitor_key(v, key);
    visitor_wait(v, 600);
}

/* ---- what is said ---- */

static const struct {
    const char *file;
    int language;
    const char *scenes[8];
} transcripts[] = {
    {"tests/golden/spoken-english.txt",
     ENGLISH,
     {"home", "panel/strike", "panel/wages", "panel/network", "card/stoppage", "timeline", "person/hahn", "end"}},
    {"tests/golden/spoken-spanish.txt", SPANISH, {"home", "panel/strike", "panel/wages", "panel/camp", "card/stoppage", "card/sleeper"}},
    {"tests/golden/spoken-arabic.txt", ARABIC, {"panel/strike", "picture/strike"}},
};

static void scenes_are_told(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(transcripts); i++) {
        struct buffer heard = {0};

        for (size_t s = 0; s < COUNTOF(transcripts[i].scenes) && transcripts[i].scenes[s]; s++) {
            struct visitor v;

            come(&v, transcripts[i].scenes[s]);
            if (transcripts[i].language != ENGLISH)
                visitor_speak(&v, transcripts[i].language);
            buffer_printf(&heard, "---- %s\n", transcripts[i].scenes[s]);
            press(&v, KEY_LISTEN);
            listen(&v, &heard);
            press(&v, KEY_TAB);
            listen(&v, &heard);
            visitor_leave(&v);
        }
        show_turns(&heard);
        golden_compare(transcripts[i].file, &heard);
        buffer_finish(&heard);
    }
}

/* A recording is heard where there is one, in the language that it is in; what stands around it is said. */
static void recordings_come_before_the_voice(void **state)
{
    static const struct visitor_edit recorded[] = {
        {"config/exhibit.yaml", "screen:", "speech: key\nscreen:"},
        {"config/panels/strike.yaml", "body:", "audio: assets/audio/strike-{language}.opus\nbody:"},
    };
    struct exhibit *exhibit;
    struct visitor v;
    int panel;

    (void)state;
    visitor_come_as(&v, &(struct visitor_plan){.screen = LANDSCAPE, .start = "panel/strike", .edits = recorded, .edit_count = 2});
    exhibit = (struct exhibit *)v.exhibit;
    panel = find_panel(v.exhibit, "strike");
    assert_int_equal(exhibit->panels[panel].audio.languages, 0); /* there is no such file */
    exhibit->panels[panel].audio.languages = 1u << ENGLISH;
    press(&v, KEY_LISTEN);
    while (now_said(&v)[0] && !stage_wish(v.stage)->recording)
        let_say(&v);
    assert_string_equal(stage_wish(v.stage)->recording, "assets/audio/strike-en.opus");
    assert_false(stage_wish(v.stage)->resumes);
    press(&v, KEY_LISTEN);
    press(&v, KEY_LISTEN);
    assert_string_not_equal(now_said(&v), "");
    assert_true(stage_wish(v.stage)->resumes);
    let_say(&v);
    assert_string_equal(now_said(&v), "Picture: Three hammers lie on a rail.");
    visitor_speak(&v, SPANISH);
    for (; now_said(&v)[0]; let_say(&v))
        assert_null(stage_wish(v.stage)->recording);
    visitor_leave(&v);
}

/* Whatever has a text of its own may have it recorded. */
static void all_that_is_told_may_be_recorded(void **state)
{
#define RECORDED "assets/audio/it-{language}.opus"
    static const struct {
        struct visitor_edit edit;
        const char *start;
    } rows[] = {
        {{"config/timeline.yaml", "- id: stoppage\n", "- id: stoppage\n    audio: " RECORDED "\n"}, "card/stoppage"},
        {{"config/glossary.yaml", "- id: sleeper\n", "- id: sleeper\n    audio: " RECORDED "\n"}, "card/sleeper"},
        {{"config/people.yaml", "- id: hahn\n", "- id: hahn\n    audio: " RECORDED "\n"}, "person/hahn"},
        {{"config/exhibit.yaml", "- id: accident\n", "- id: accident\n    audio: " RECORDED "\n"}, "panel/fire"},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        const struct visitor_edit edits[] = {{"config/exhibit.yaml", "screen:", "speech: key\nscreen:"}, rows[i].edit};
        struct visitor v;
        struct exhibit *exhibit;

        visitor_come_as(&v, &(struct visitor_plan){.screen = LANDSCAPE, .start = rows[i].start, .edits = edits, .edit_count = 2});
        exhibit = (struct exhibit *)v.exhibit;
        struct recorded_text *all[] = {&exhibit->events[find_event(exhibit, "stoppage")].audio,
                                       &exhibit->terms[find_term(exhibit, "sleeper")].audio,
                                       &exhibit->people[find_person(exhibit, "hahn")].audio, &exhibit->notices[0].audio};

        all[i]->languages = 1u << ENGLISH; /* as if there were such a file */
        press(&v, KEY_LISTEN);
        while (now_said(&v)[0] && !stage_wish(v.stage)->recording)
            let_say(&v);
        assert_non_null(stage_wish(v.stage)->recording);
        assert_string_equal(stage_wish(v.stage)->recording, "assets/audio/it-en.opus");
        visitor_leave(&v);
    }
#undef RECORDED
}

/* ---- numbers and names ---- */

static void numbers_are_words(void **state)
{
    static const struct {
        const char *language, *text, *said;
    } rows[] = {
        {"en", "In 1973, 36.63% of 2,458",
         "In nineteen seventy-three, thirty-six point six three% of two thousand four hundred fifty-eight"},
        {"en", "1973s, B52 and 3rd, at 11:52, 3/4", "1973s, B52 and 3rd, at 11:52, 3/4"},
        {"en", "2,5 and 1,2345", "2,5 and 1,2345"},
        {"en", "999999999999999", "999999999999999"},
        {"en", "", ""},
        {"en-GB", "5 May, 5 to 6 May, 5 Mayors, 5 to 6 and 32 May",
         "fifth May, fifth to sixth May, five Mayors, five to six and thirty-two May"},
        {"es", "5 May", "cinco May"},
        {"es", "El 36,6 % en 1973", "El treinta y seis coma seis % en mil novecientos setenta y tres"},
        {"es", "1.234", "mil doscientos treinta y cuatro"},
        {"de", "1973", "neunzehnhundertdreiundsiebzig"},
        {"ar", "\u0661\u0661 1", "\u0625\u062D\u062F\u0649 \u0639\u0634\u0631 \u0648\u0627\u062D\u062F"},
    };
    static const char *const months[12] = {[4] = "May"};
    struct arena *arena = arena_create();

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        bool comma = strcmp(rows[i].language, "en") != 0;
        struct number_format format = {.decimal_mark = comma ? "," : ".", .thousands_mark = comma ? "." : ","};
        struct numeral_signs signs = {&format, months, "to"};
        struct numerals *numerals = numerals_create(rows[i].language);

        assert_string_equal(numerals_text(numerals, arena, &signs, rows[i].text), rows[i].said);
        numerals_destroy(numerals);
    }
    arena_destroy(arena);
}

static void names_and_spans_are_said_as_they_sound(void **state)
{
    static const struct {
        const char *text, *said;
    } rows[] = {
        {"Hahn, Hahn\u2019s and Hahnemann", "Haan, Haan\u2019s and Hahnemann"},
        {"1896\u20131907", "1896 to 1907"},
        {"11 February \u2013 2 March", "11 February to 2 March"},
        {"one \u2013 two \u00B7 three\u2014four", "one, two, three, four"},
        {"\u00C9Hahn", "\u00C9Hahn"},
    };
    struct arena *arena = arena_create();
    struct visitor v;

    (void)state;
    come(&v, "home");
    for (size_t i = 0; i < COUNTOF(rows); i++)
        assert_string_equal(said_text(arena, &(struct said){v.exhibit, ENGLISH, NULL}, rows[i].text), rows[i].said);
    visitor_leave(&v);
    arena_destroy(arena);
}

/* The longest is meant; how the lexicon says a name goes before; numbers are said by who says the phrase. */
static void phrases_are_said_in_their_language(void **state)
{
    static const struct {
        int language;
        const char *text, *said;
    } rows[] = {
        {ENGLISH, "In 1907: \u201CViva Hahn 1907!\u201D", "In nineteen oh-seven: \u201C\1es\1Viva Hahn 1907\1\1!\u201D"},
        {ENGLISH, "Viva Hahn", "\1pt\1Viva\1\1 Haan"},
        {ENGLISH, "Vivas", "Vivas"},
        {ENGLISH, "Espa\u00F1ol, key, 2", "\1es\1Espa\u00F1ol\1\1, key, two"},
        {SPANISH, "Viva Hahn 1907", "Viva Haan mil novecientos siete"},
        {SPANISH, "English", "\1en\1English\1\1"},
    };
    struct arena *arena = arena_create();
    struct visitor v;

    (void)state;
    come(&v, "home");
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct numerals *numerals = numerals_create(v.exhibit->languages[rows[i].language]);

        assert_string_equal(said_text(arena, &(struct said){v.exhibit, rows[i].language, numerals}, rows[i].text), rows[i].said);
        numerals_destroy(numerals);
    }
    visitor_leave(&v);
    arena_destroy(arena);
}

/* Sentences of one phrase are said in one breath, the rest of theirs with them, across a link. */
static void phrases_of_sentences_are_said_at_once(void **state)
{
    static const char *const said[] = {
        "Nineteen days",
        "The pamphlet claims",
        "In February nineteen oh-seven no train ran for nineteen days.",
        "The pamphlet calls them the town\u2019s best: kitchens in the stations, letters carried on foot, a school in the engine shed.",
        ("It blames the leaders for giving in when the company offered half, and says that the line was lost there and "
         "\1la\1not in the fire. What wages were tells\1\1 what they had asked for."),
        "Picture: Three hammers lie on a rail.",
    };
    static const struct visitor_edit edits[] = {
        {"config/exhibit.yaml", "screen:", "speech: key\nscreen:"},
        {"config/exhibit.yaml", "phrases:\n", "phrases:\n  - {text: \"not in the fire. What wages were tells\", language: la}\n"},
    };
    struct visitor v;

    (void)state;
    visitor_come_as(&v, &(struct visitor_plan){.screen = LANDSCAPE, .start = "panel/strike", .edits = edits, .edit_count = COUNTOF(edits)});
    press(&v, KEY_LISTEN);
    while (strcmp(now_said(&v), said[0]) != 0)
        let_say(&v);
    for (size_t i = 0; i < COUNTOF(said); i++, let_say(&v))
        assert_string_equal(now_said(&v), said[i]);
    visitor_leave(&v);
}

static void sentences_end_where_they_should(void **state)
{
    static const char text[] = "It was on 11 Sept. 1973. Mr. Hill left.\nNobody came!  ";
    struct arena *arena = arena_create();
    int count;
    const int *ends = sentence_ends(arena, (struct bytes){text, strlen(text)}, "en", &count);

    (void)state;
    assert_int_equal(count, 3);
    assert_int_equal(ends[0], strlen("It was on 11 Sept. 1973. "));
    assert_int_equal(ends[2], strlen(text));
    arena_destroy(arena);
}

/* ---- how it is led ---- */

static void nothing_is_said_unasked(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "panel/strike");
    assert_string_equal(now_said(&v), "");
    press(&v, KEY_TAB);
    press(&v, KEY_SENTENCE_ON);
    assert_string_equal(now_said(&v), "");
    visitor_leave(&v);
    visitor_come(&v, LANDSCAPE, "panel/strike"); /* speech: off */
    press(&v, KEY_LISTEN);
    assert_string_equal(now_said(&v), "");
    visitor_leave(&v);
}

static void any_input_silences(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "panel/strike");
    press(&v, KEY_LISTEN);
    assert_string_equal(now_said(&v), "Panel three of ten");
    visitor_down(&v, 1, 1900, 40);
    assert_string_equal(now_said(&v), "");
    visitor_up(&v, 1, 1900, 40);
    visitor_wait(&v, 1000);
    assert_string_equal(now_said(&v), "");
    press(&v, KEY_LISTEN); /* goes on */
    assert_string_equal(now_said(&v), "Panel three of ten");
    press(&v, KEY_LISTEN); /* waits */
    assert_string_equal(now_said(&v), "");
    visitor_leave(&v);
}

static void sentences_are_gone_through(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "panel/strike");
    press(&v, KEY_LISTEN);
    for (int i = 0; i < 7; i++)
        let_say(&v);
    visitor_frame(&v);

    char first[256], second[256];

    snprintf(first, sizeof(first), "%s", now_said(&v));
    press(&v, KEY_SENTENCE_ON);
    snprintf(second, sizeof(second), "%s", now_said(&v));
    assert_string_not_equal(first, second);
    press(&v, KEY_SENTENCE_BACK); /* at its beginning: the one before */
    assert_string_equal(now_said(&v), first);
    visitor_wait(&v, 3000);
    press(&v, KEY_SENTENCE_BACK); /* in its middle: again */
    assert_string_equal(now_said(&v), first);
    press(&v, KEY_AGAIN);
    assert_string_equal(now_said(&v), "Panel three of ten");
    visitor_leave(&v);
}

static void what_comes_is_told(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "panel/strike");
    press(&v, KEY_LISTEN);
    press(&v, KEY_RIGHT);
    assert_string_equal(now_said(&v), "Panel four of ten");
    press(&v, KEY_CONTRAST);
    assert_string_equal(now_said(&v), "Contrast: High");
    press(&v, KEY_TIMELINE);
    assert_string_equal(now_said(&v), "Timeline");
    visitor_leave(&v);
}

/* Speed and loudness go round, and are as they were for the next visitor. */
static void loudness_begins_anew(void **state)
{
    static const int levels[] = {-8, 0, -20};
    struct visitor v;

    (void)state;
    come(&v, "panel/strike");
    press(&v, KEY_LISTEN);
    assert_int_equal(stage_wish(v.stage)->level_db, -20);
    assert_int_equal(stage_wish(v.stage)->speed, ALOUD_USUAL_SPEED);
    for (size_t i = 0; i < COUNTOF(levels); i++) {
        press(&v, KEY_VOLUME);
        now_said(&v);
        assert_int_equal(stage_wish(v.stage)->level_db, levels[i]);
    }
    press(&v, KEY_VOLUME);
    press(&v, KEY_SPEED);
    assert_string_equal(now_said(&v), "Speed: quick");
    assert_int_equal(stage_wish(v.stage)->speed, ALOUD_USUAL_SPEED + 1);
    visitor_wait(&v, 200000);
    visitor_expect(&v, "attract");
    assert_string_equal(now_said(&v), "");
    press(&v, KEY_LISTEN);
    now_said(&v);
    assert_int_equal(stage_wish(v.stage)->level_db, -20);
    assert_int_equal(stage_wish(v.stage)->speed, ALOUD_USUAL_SPEED);
    visitor_leave(&v);
}

/* Whoever listens is there, however long it takes; then they are asked, and told how long they have. */
static void who_listens_is_there(void **state)
{
    struct visitor v;

    (void)state;
    come(&v, "panel/strike");
    press(&v, KEY_LISTEN);
    for (int i = 0; i < 10; i++) {
        visitor_wait(&v, 60000);
        assert_string_not_equal(now_said(&v), "");
        stage_said(v.stage, stage_wish(v.stage)->serial, v.now_ms);
    }
    visitor_expect(&v, "panel/strike");
    visitor_wait(&v, 91000);
    assert_string_equal(now_said(&v), "twenty seconds left.");
    visitor_leave(&v);
}

static void a_headset_begins_and_ends_it(void **state)
{
    static const struct visitor_edit jack[] = {{"config/exhibit.yaml", "screen:", "speech: jack\nscreen:"}};
    struct visitor v;

    (void)state;
    visitor_come_as(&v, &(struct visitor_plan){.screen = LANDSCAPE, .start = "attract", .edits = jack, .edit_count = 1});
    press(&v, KEY_LISTEN); /* without a headset everybody would hear it */
    assert_string_equal(now_said(&v), "");
    visitor_wait(&v, 200000);
    stage_headset(v.stage, true, v.now_ms);
    assert_string_equal(now_said(&v), "Home");
    stage_headset(v.stage, false, v.now_ms);
    assert_string_equal(now_said(&v), "");
    visitor_leave(&v);
}

/* Each visit begins to be read, and is told how long is left before nobody is thought to be there. */
static void a_venue_may_have_it_read_always(void **state)
{
    static const struct visitor_edit always[] = {{"config/exhibit.yaml", "screen:", "speech: always\nscreen:"}};
    struct visitor v;

    (void)state;
    visitor_come_as(&v, &(struct visitor_plan){.screen = LANDSCAPE, .start = "attract", .edits = always, .edit_count = 1});
    assert_string_equal(now_said(&v), "");
    for (int visit = 0; visit < 2; visit++) {
        visitor_tap(&v, 1900, 40);
        visitor_wait(&v, 600);
        assert_string_not_equal(now_said(&v), "");
        for (int i = 0; now_said(&v)[0] && i < SENTENCES_MAX; i++)
            let_say(&v);
        visitor_wait(&v, 300000);
        visitor_expect(&v, "attract");
        assert_string_equal(now_said(&v), "");
    }
    visitor_leave(&v);
}

/* Every sentence of a body has its words marked, in both directions of writing. */
static void sentences_are_marked(void **state)
{
    static const int languages[] = {ENGLISH, ARABIC};

    (void)state;
    for (size_t l = 0; l < COUNTOF(languages); l++) {
        struct visitor v;
        int marked = 0;

        come(&v, "panel/strike");
        if (languages[l] != ENGLISH)
            visitor_speak(&v, languages[l]);
        press(&v, KEY_LISTEN);
        for (int i = 0; now_said(&v)[0] && i < 30; i++, let_say(&v)) {
            const struct frame *frame = visitor_frame(&v);
            const struct draw_list *marks = &frame->over[frame->over_count - 1];

            marked += marks->count > 0;
            for (int c = 0; c < marks->count; c++)
                assert_true(marks->commands[c].kind != DRAW_FILL || marks->commands[c].rect.w <= LANDSCAPE.w / 2);
        }
        assert_int_equal(marked, 4);
        visitor_leave(&v);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scenes_are_told),
        cmocka_unit_test(recordings_come_before_the_voice),
        cmocka_unit_test(all_that_is_told_may_be_recorded),
        cmocka_unit_test(numbers_are_words),
        cmocka_unit_test(names_and_spans_are_said_as_they_sound),
        cmocka_unit_test(phrases_are_said_in_their_language),
        cmocka_unit_test(phrases_of_sentences_are_said_at_once),
        cmocka_unit_test(sentences_end_where_they_should),
        cmocka_unit_test(nothing_is_said_unasked),
        cmocka_unit_test(any_input_silences),
        cmocka_unit_test(sentences_are_gone_through),
        cmocka_unit_test(what_comes_is_told),
        cmocka_unit_test(loudness_begins_anew),
        cmocka_unit_test(who_listens_is_there),
        cmocka_unit_test(a_headset_begins_and_ends_it),
        cmocka_unit_test(a_venue_may_have_it_read_always),
        cmocka_unit_test(sentences_are_marked),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
