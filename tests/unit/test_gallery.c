/* Documents about an exhibit: nothing of it is markup, nothing that visitors read is missing, and notices come first. */
#include "base/fnv.h"
#include "gallery/index.h"
#include "census/page.h"
#include "census/report.h"
#include "gallery/texts.h"
#include "support/visitor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { DEPTH_MAX = 32, NAME_BYTES = 16 };

/* Every tag that is opened is closed, each within the other; what stands between quotes holds no sign of a tag. */
static void expect_well_formed(const char *html)
{
    static const char *const alone[] = {"meta", "br", "!DOCTYPE", "img", "input", "link"};
    char open[DEPTH_MAX][NAME_BYTES];
    int depth = 0;

    for (const char *at = html; (at = strchr(at, '<')); at++) {
        bool closes = at[1] == '/', is_alone = false;
        const char *name = at + 1 + closes;
        size_t length = strcspn(name, " >\n");

        assert_in_range(length, 1, NAME_BYTES - 1);
        for (size_t i = 0; i < COUNTOF(alone); i++)
            is_alone = is_alone || (strlen(alone[i]) == length && strncmp(name, alone[i], length) == 0);
        if (closes) {
            assert_true(depth > 0);
            depth--;
            assert_int_equal(strlen(open[depth]), length);
            assert_memory_equal(open[depth], name, length);
        } else if (!is_alone) {
            assert_true(depth < DEPTH_MAX);
            snprintf(open[depth++], NAME_BYTES, "%.*s", (int)length, name);
            if (strncmp(name, "style", length) == 0) /* holds no markup */
                at = strstr(at, "</style>") - 1;
            else if (strncmp(name, "script", length) == 0)
                at = strstr(at, "</script>") - 1;
        }
    }
    assert_int_equal(depth, 0);
}

static void expect_said(const char *html, const char *text, const struct html_links *words)
{
    struct buffer wanted = {0};

    html_words(&wanted, text, words);
    if (text[0] && !strstr(html, wanted.bytes))
        fail_msg("not in the document: %s", text);
    buffer_finish(&wanted);
}

static void expect_has(const char *html, const char *text)
{
    expect_said(html, text, NULL);
}

static void expect_prose(const char *html, const struct prose_text *text, const struct html_links *said)
{
    const struct prose *prose = prose_in(text, said->language);

    for (int b = 0; b < prose->block_count; b++)
        for (int s = 0; s < prose->blocks[b].span_count; s++) {
            const struct prose_span *span = &prose->blocks[b].spans[s];
            char *words = mem_alloc((size_t)span->length + 1);

            memcpy(words, span->text, (size_t)span->length);
            expect_said(html, words, said);
            free(words);
        }
}

/* What visitors read: the panels with all that lies behind them, the timeline, and what texts lead to. */
static void expect_all_texts(const char *html, const struct exhibit *exhibit, int language)
{
    const struct html_links said = {.exhibit = exhibit, .language = language};

    for (int i = 0; i < exhibit->panel_count; i++) {
        const struct panel *panel = &exhibit->panels[i];

        expect_prose(html, &panel->body, &said);
        expect_prose(html, &panel->more, &said);
        for (int d = 0; d < panel->difference_count; d++)
            expect_prose(html, &panel->difference[d].text, &said);
        expect_said(html, text_in(panel->sources, language), &said);
        expect_said(html, text_in(panel->picture.alternative, language), &said);
    }
    for (int i = 0; i < exhibit->event_count; i++) {
        expect_prose(html, &exhibit->events[i].text, &said);
        expect_said(html, text_in(exhibit->events[i].source, language), &said);
    }
    for (int i = 0; i < exhibit->term_count; i++)
        expect_prose(html, &exhibit->terms[i].text, &said);
    for (int i = 0; i < exhibit->person_count; i++)
        expect_prose(html, &exhibit->people[i].text, &said);
    for (int i = 0; i < exhibit->notice_count; i++)
        expect_prose(html, &exhibit->notices[i].text, &said);
    expect_prose(html, &exhibit->colophon, &said);
}

static void every_text_is_there(void **state)
{
    struct visitor v;
    struct buffer all = {0};

    (void)state;
    visitor_come(&v, (struct size){1920, 1080}, "home");
    texts_write(&all, v.exhibit, -1);
    expect_well_formed(all.bytes);
    for (int language = 0; language < v.exhibit->language_count; language++) {
        struct buffer guide = {0}, alone = {0};

        guide_write(&guide, v.exhibit, language, false);
        texts_write(&alone, v.exhibit, language);
        expect_well_formed(guide.bytes);
        expect_all_texts(all.bytes, v.exhibit, language);
        expect_all_texts(alone.bytes, v.exhibit, language);
        expect_all_texts(guide.bytes, v.exhibit, language);
        assert_non_null(strstr(all.bytes, v.exhibit->words[language].still_reading));
        assert_non_null(strstr(all.bytes, v.exhibit->words[language].staff.latency));
        assert_non_null(strstr(alone.bytes, v.exhibit->words[language].panels.of[PLURAL_OTHER]));
        assert_null(strstr(guide.bytes, v.exhibit->words[language].still_reading)); /* no button is handed out */
        assert_int_equal(strstr(guide.bytes, "<html lang=\"ar\" dir=\"rtl\">") != NULL, language == ARABIC);
        assert_true(alone.length < all.length / 3 * 2);
        buffer_finish(&guide);
        buffer_finish(&alone);
    }
    buffer_finish(&all);
    visitor_leave(&v);
}

/* Headings and lists of contents, too; the cover, and where help is found. */
static void titles_name_their_language(void **state)
{
    static const struct visitor_edit edits[] = {
        {"config/exhibit.yaml", "phrases:\n",
         "phrases:\n  - {text: Nineteen days, language: fr}\n  - {text: the coast, language: la}\n  - {text: the desk, language: de}\n"},
    };
    static const char cover[] = "The line to <span lang=\"la\" dir=\"ltr\">the coast</span></h1>",
                      help[] = "listens at <span lang=\"de\" dir=\"ltr\">the desk</span> beside";
    static const char title[] = "<span lang=\"fr\" dir=\"ltr\">Nineteen days</span>";
    struct visitor v;
    struct buffer documents[2] = {0};

    (void)state;
    visitor_come_as(&v, &(struct visitor_plan){.screen = {1920, 1080}, .start = "home", .edits = edits, .edit_count = COUNTOF(edits)});
    guide_write(&documents[0], v.exhibit, ENGLISH, false);
    texts_write(&documents[1], v.exhibit, -1);
    for (int i = 0; i < 2; i++) {
        const char *linked = strstr(documents[i].bytes, title), *heading = linked ? strstr(linked + 1, title) : NULL;

        expect_well_formed(documents[i].bytes);
        assert_non_null(heading);
        assert_memory_equal(linked + strlen(title), "</a>", 4);
        assert_memory_equal(heading + strlen(title), "</h", 3);
        assert_non_null(strstr(documents[i].bytes, cover));
        assert_non_null(strstr(documents[i].bytes, help));
        buffer_finish(&documents[i]);
    }
    visitor_leave(&v);
}

/* Of a panel that has them, in the place of the usual words; others keep theirs. */
static void simple_words_have_a_guide(void **state)
{
    static const struct visitor_edit edits[] = {
        {"config/panels/strike.yaml", "body:", "easy: {en: \"They all went home.\", es: \"Todos.\"}\nbody:"},
    };
    struct visitor v;
    struct buffer usual = {0}, simple = {0};

    (void)state;
    visitor_come_as(&v, &(struct visitor_plan){.screen = {1920, 1080}, .start = "home", .edits = edits, .edit_count = COUNTOF(edits)});
    guide_write(&usual, v.exhibit, ENGLISH, false);
    guide_write(&simple, v.exhibit, ENGLISH, true);
    expect_well_formed(simple.bytes);
    assert_null(strstr(usual.bytes, "They all went home."));
    assert_non_null(strstr(simple.bytes, "They all went home."));
    assert_non_null(strstr(simple.bytes, "<strong>Words: Simple</strong>"));
    expect_prose(simple.bytes, &v.exhibit->panels[scene_named(v.exhibit, "panel/fire").item].body,
                 &(struct html_links){.exhibit = v.exhibit});

    const struct prose *body = prose_in(&v.exhibit->panels[scene_named(v.exhibit, "panel/strike").item].body, ENGLISH);

    assert_non_null(strstr(usual.bytes, body->blocks[0].spans[0].text));
    assert_null(strstr(simple.bytes, body->blocks[0].spans[0].text));
    buffer_finish(&usual);
    buffer_finish(&simple);
    visitor_leave(&v);
}

static void an_exhibit_cannot_write_markup(void **state)
{
    static const struct visitor_edit edits[] = {
        {"config/panels/strike.yaml", "en: \"Nineteen days\"", "en: \"<script>alert(1)</script>\""},
        {"config/exhibit.yaml", "en: \"The line to the coast\"", "en: \"</title><img src=x onerror=alert(2)>\""},
    };
    struct visitor v;
    struct buffer out = {0};

    (void)state;
    visitor_come_as(&v, &(struct visitor_plan){.screen = {1920, 1080}, .start = "home", .edits = edits, .edit_count = COUNTOF(edits)});
    texts_write(&out, v.exhibit, -1);
    guide_write(&out, v.exhibit, ENGLISH, false);
    assert_null(strstr(out.bytes, "<script>alert"));
    assert_null(strstr(out.bytes, "<img"));
    assert_non_null(strstr(out.bytes, "&lt;script&gt;alert(1)"));
    assert_non_null(strstr(out.bytes, "&lt;/title&gt;&lt;img src=x"));
    buffer_finish(&out);
    visitor_leave(&v);
}

/* Where an article of the guide begins, and what stands in it up to its own texts. */
static const char *article_of(const char *guide, struct arena *arena, struct topic topic)
{
    return strstr(guide, arena_printf(arena, "<article id=\"%s\"", document_anchor(arena, topic)));
}

static void notices_come_before_what_they_stand_for(void **state)
{
    struct arena *arena = arena_create();
    struct buffer guide = {0};
    struct visitor v;
    int runs = 0;

    (void)state;
    visitor_come(&v, (struct size){1920, 1080}, "home");
    guide_write(&guide, v.exhibit, ENGLISH, false);
    for (int i = 0; i < v.exhibit->panel_count; i++) {
        unsigned before = i > 0 ? v.exhibit->panels[i - 1].notices : 0, notices = v.exhibit->panels[i].notices;
        const char *article = article_of(guide.bytes, arena, (struct topic){TOPIC_PANEL, i}), *notice, *title;

        assert_non_null(article);
        notice = strstr(article, "<div class=\"notice\">");
        title = strstr(article, topic_title(arena, v.exhibit, (struct topic){TOPIC_PANEL, i}, ENGLISH));
        assert_non_null(title);
        assert_int_equal(notice && notice < title, (notices & ~before) != 0);
        runs += (notices & ~before) != 0;
    }
    assert_true(runs > 0);
    buffer_finish(&guide);
    arena_destroy(arena);
    visitor_leave(&v);
}

/* A term is told once, where it is first named. */
static void terms_are_told_where_they_are_named(void **state)
{
    struct arena *arena = arena_create();
    struct buffer guide = {0};
    struct visitor v;

    (void)state;
    visitor_come(&v, (struct size){1920, 1080}, "home");
    guide_write(&guide, v.exhibit, ENGLISH, false);
    for (int i = 0; i < v.exhibit->term_count; i++) {
        const char *told = arena_printf(arena, "<div class=\"told\">\n<h4>%s</h4>", text_in(v.exhibit->terms[i].title, ENGLISH));
        const char *place = strstr(guide.bytes, told);

        assert_non_null(place);
        assert_null(strstr(place + 1, told));
    }
    buffer_finish(&guide);
    arena_destroy(arena);
    visitor_leave(&v);
}

/* The part of the page that is about one leaf. */
static const char *leaf_of(struct arena *arena, const struct buffer *page, const char *name)
{
    const char *begin = strstr(page->bytes, arena_printf(arena, "data-name=\"%s\"", name)), *end;

    assert_non_null(begin);
    end = strstr(begin, "</article>");
    assert_non_null(end);
    return arena_text(arena, begin, (size_t)(end - begin));
}

static void expect_parts(const char *text, const char *const parts[])
{
    for (; *parts; parts++)
        assert_non_null(strstr(text, *parts));
}

static void a_page_of_proofs_tells_all_of_a_scene(void **state)
{
    static const struct visitor_edit edits[] = {
        {"config/panels/strike.yaml", "en: \"Nineteen days\"", "en: \"</h3><script>alert(1)</script>\""},
    };
    struct arena *arena = arena_create();
    struct buffer page = {0};
    struct visitor v;

    (void)state;
    visitor_come_as(&v, &(struct visitor_plan){.screen = {1920, 1080}, .start = "home", .edits = edits, .edit_count = 1});
    struct scene_ref strike = scene_named(v.exhibit, "panel/strike"), more = {&scene_more, strike.item},
                     fire = scene_named(v.exhibit, "panel/fire");
    const struct panel *panel = &v.exhibit->panels[strike.item];
    const struct leaf leaves[] = {
        {.name = "panel-fire.en", .scene = fire, .notice = true, .shots = {{.file = "notice.png"}}, .shot_count = 1},
        {.name = "more.ar", .scene = more, .language = ARABIC, .shots = {{.file = "more.png"}}, .shot_count = 1},
        {.name = "more.en", .scene = more, .shots = {{.file = "more.png"}}, .shot_count = 1, .reworded = true},
        {.name = "panel-strike.en",
         .scene = strike,
         .shot_count = 2,
         .shots = {{.file = "p <1>.png", .before = "old.png", .state = SHOT_CHANGED, .fingerprint = 10},
                   {.file = "large.png", .text = TEXT_LARGE, .screen = 1, .fingerprint = 11}}},
        {.name = "countdown.en", .shots = {{.file = "countdown.png"}}, .shot_count = 1},
    };
    struct findings *findings = findings_create();

    findings_add(findings, FINDING_WARNING, panel->origin, "something <b> with it");
    findings_add(findings, FINDING_ERROR, (struct origin){"config/theme.yaml", 3, 1}, "of the whole");
    findings_sort(findings);
    index_write(&page, &(struct gallery_index){.exhibit = v.exhibit,
                                               .leaves = leaves,
                                               .leaf_count = COUNTOF(leaves),
                                               .findings = findings,
                                               .screens = (const struct size[]){{640, 480}, {480, 640}},
                                               .screen_count = 2,
                                               .compared = true});
    expect_well_formed(page.bytes);
    assert_null(strstr(page.bytes, "<script>alert"));

    const char *text = leaf_of(arena, &page, "panel-strike.en");

    expect_prose(text, &panel->body, &(struct html_links){0});
    expect_has(text, text_in(panel->sources, ENGLISH));
    expect_has(text, text_in(panel->picture.alternative, ENGLISH));
    expect_parts(text, (const char *const[]){"something &lt;b&gt; with it", "src=\"p%20%3C1%3E.png\"", "src=\"old.png\"", " data-changed",
                                             " data-findings", NULL});
    assert_non_null(strstr(page.bytes, "-000000000000000a-000000000000000b\" data-name=\"panel-strike.en\""));
    assert_null(strstr(text, "of the whole"));
    text = leaf_of(arena, &page, "more.ar");
    expect_prose(text, &panel->more, &(struct html_links){.language = ARABIC});
    assert_true(strstr(text, "lang=\"ar\" dir=\"rtl\"") && !strstr(text, " data-changed"));
    expect_parts(leaf_of(arena, &page, "more.en"), (const char *const[]){" data-changed", "Words changed", NULL});
    text = leaf_of(arena, &page, "panel-fire.en");
    expect_prose(text, &v.exhibit->notices[__builtin_ctz(v.exhibit->panels[fire.item].notices)].text, &(struct html_links){0});
    assert_non_null(strstr(leaf_of(arena, &page, "countdown.en"), "Still reading?"));
    assert_non_null(strstr(page.bytes, "of the whole"));
    findings_destroy(findings);
    buffer_finish(&page);
    arena_destroy(arena);
    visitor_leave(&v);
}

/* Nothing but what the exhibit says: no heading, no markup, no measure of how hard it is to read. */
static void words_are_numbered_as_they_are_written(void **state)
{
    static const char words[] = "\0\0A beam of wood. See the count.\0";
    static const struct visitor_edit edits[] = {
        {"config/glossary.yaml", "A beam of wood laid across the bed of the line, to which the rails are fixed. This one was cut from oak.",
         "A *beam* of wood."},
    };
    static const struct visitor_edit described[] = {{"config/panels/strike.yaml", "Three hammers", "Three iron hammers"}};
    struct visitor v;
    uint64_t before[2];

    (void)state;
    visitor_come_as(&v, &(struct visitor_plan){.screen = {1920, 1080}, .start = "home", .edits = edits, .edit_count = 1});
    assert_int_equal(leaf_words(v.exhibit, &(struct leaf){.scene = {&scene_term, 0}}), fnv_add(FNV_EMPTY, words, sizeof(words) - 1));
    for (int l = 0; l < 2; l++)
        before[l] = leaf_words(v.exhibit, &(struct leaf){.scene = scene_named(v.exhibit, "panel/strike"), .language = l});
    assert_true(before[0] != before[1]);
    visitor_leave(&v);
    visitor_come_as(&v, &(struct visitor_plan){.screen = {1920, 1080}, .start = "home", .edits = described, .edit_count = 1});
    for (int l = 0; l < 2; l++)
        assert_true((leaf_words(v.exhibit, &(struct leaf){.scene = scene_named(v.exhibit, "panel/strike"), .language = l}) != before[l]) ==
                    (l == ENGLISH));
    visitor_leave(&v);
}

static struct sums three_visits(void)
{
    static struct sum days[] = {{"2026-11-28", 2, 0, 60}, {"2026-11-30", 1, 0, 10}}, languages[] = {{"es", 2, 0, 0}, {"xx", 1, 0, 0}},
                      shown[] = {{"panel/strike", 3, 4, 50}, {"panel/gone<b>", 1, 1, 7}}, begins[] = {{"home", 3, 0, 0}},
                      ends[] = {{"notice/fire", 2, 0, 0}};
    static struct sum_way ways[] = {{"home", "panel/strike", 1234}};
    static struct sum_touches touches[] = {{.scene = "panel/strike", .total = 5, .cells = {[33] = 4, [575] = 1}},
                                           {.scene = "attract", .tall = true, .total = 1, .cells = {[18] = 1}}};
    return (struct sums){.from = "2026-11-28",
                         .to = "2026-11-30",
                         .visits = 3,
                         .seconds = 70,
                         .median_s = 65,
                         .touched = 6,
                         .large = 1,
                         .days = {days, 2},
                         .languages = {languages, 2},
                         .scenes = {shown, 2},
                         .begins = {begins, 1},
                         .ends = {ends, 1},
                         .hours = {[14] = {NULL, 3, 0, 70}},
                         .ways = ways,
                         .way_count = 1,
                         .touches = touches,
                         .touches_count = 2};
}

/* What is summed stands in the tables and on the page. */
static void visits_are_told_in_the_words_of_the_exhibit(void **state)
{
    struct sums sums = three_visits();
    const struct heat_picture picture = {"panel/strike", false, {"PNG!", 4}};
    struct buffer page = {0}, report = {0};
    struct visitor v;

    (void)state;
    visitor_come(&v, (struct size){1920, 1080}, "home");
    census_page_write(&page, &(struct census_page){v.exhibit, &sums, &picture, 1});
    report_write(&report, &sums);
    expect_well_formed(page.bytes);
    const struct panel *strike = &v.exhibit->panels[scene_named(v.exhibit, "panel/strike").item],
                       *fire = &v.exhibit->panels[scene_named(v.exhibit, "panel/fire").item];
    static const char *const parts[] = {">3</dd>",
                                        ">1:05</dd>",
                                        ">33&#160;%</dd>",
                                        "1,234",
                                        "data:image/png;base64,UE5HIQ==",
                                        "13 s",
                                        ">xx<",
                                        "<title>2026-11-28: 2</title>",
                                        "<rect x=\"1\" y=\"1\" width=\"1\" height=\"1\" fill-opacity=\"0.85\">",
                                        "<rect x=\"0\" y=\"1\"",
                                        "<title>Monday: 1</title>",
                                        "<title>Saturday: 2</title>",
                                        "<title>14: 3</title>"};

    for (size_t i = 0; i < COUNTOF(parts); i++)
        if (!strstr(page.bytes, parts[i]))
            fail_msg("not on the page: %s", parts[i]);
    expect_has(page.bytes, text_in(strike->title, ENGLISH));
    expect_has(page.bytes, text_in(fire->title, ENGLISH));
    expect_has(page.bytes, "panel/gone<b>");
    expect_has(page.bytes, v.exhibit->words[SPANISH].language_name);
    assert_null(strstr(page.bytes, "http"));
    assert_non_null(strstr(report.bytes,
                           "3 visits on 2 days, 2026-11-28 to 2026-11-30\nhalf of them took 65 seconds or less; together 1 minutes\n"
                           "large text in 33 %, high contrast in 0 %; 6 touches\n"));
    assert_non_null(strstr(report.bytes, "panel/strike        3       4        0              13\n"));
    assert_non_null(strstr(report.bytes, "  1234  home -> panel/strike\n"));
    buffer_finish(&page);
    buffer_finish(&report);
    visitor_leave(&v);
}

/* Each running text says how hard it is to read, and a page on which one is harder than it should be can be asked for; simple words may
 * not be as hard as others. Arabic has no such number. */
static void hard_texts_are_told(void **state)
{
    static const struct visitor_edit simple = {"config/panels/charter.yaml", NULL,
                                               "easy:\n  en: Carriages crossing mountains carried thousands of passengers. They paid. "
                                               "Carriages crossing mountains carried thousands "
                                               "of passengers. They paid. They paid again, and so did all who came.\n  es: Nada.\n"};
    struct arena *arena = arena_create();
    struct findings *findings = findings_create();
    struct buffer page = {0}, texts = {0};
    struct visitor v;

    (void)state;
    visitor_come_as(&v, &(struct visitor_plan){.screen = {1920, 1080}, .start = "home", .edits = &simple, .edit_count = 1});
    struct leaf leaves[3] = {{.name = "hard", .scene = scene_named(v.exhibit, "panel/charter")},
                             {.name = "usual", .scene = scene_named(v.exhibit, "panel/strike")},
                             {.name = "unmeasured", .scene = scene_named(v.exhibit, "panel/strike"), .language = ARABIC}};

    index_write(&page, &(struct gallery_index){.exhibit = v.exhibit,
                                               .leaves = leaves,
                                               .leaf_count = COUNTOF(leaves),
                                               .findings = findings,
                                               .screens = (const struct size[]){{640, 480}},
                                               .screen_count = 1});
    expect_well_formed(page.bytes);
    expect_parts(leaf_of(arena, &page, "hard"),
                 (const char *const[]){" data-hard", "In simple words <span class=\"level\">LIX 50, hard</span>", NULL});
    assert_non_null(strstr(leaf_of(arena, &page, "usual"), "<span class=\"level\">LIX "));
    assert_null(strstr(leaf_of(arena, &page, "usual"), " data-hard"));
    assert_null(strstr(leaf_of(arena, &page, "unmeasured"), "LIX"));
    texts_write(&texts, v.exhibit, 0);
    assert_non_null(strstr(texts.bytes, "<p class=\"time hard\" lang=\"en\" dir=\"ltr\">27 words, 15 s, LIX 50, hard</p>"));
    buffer_finish(&texts);
    buffer_finish(&page);
    findings_destroy(findings);
    arena_destroy(arena);
    visitor_leave(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_text_is_there),
        cmocka_unit_test(titles_name_their_language),
        cmocka_unit_test(words_are_numbered_as_they_are_written),
        cmocka_unit_test(a_page_of_proofs_tells_all_of_a_scene),
        cmocka_unit_test(hard_texts_are_told),
        cmocka_unit_test(simple_words_have_a_guide),
        cmocka_unit_test(an_exhibit_cannot_write_markup),
        cmocka_unit_test(notices_come_before_what_they_stand_for),
        cmocka_unit_test(terms_are_told_where_they_are_named),
        cmocka_unit_test(visits_are_told_in_the_words_of_the_exhibit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
