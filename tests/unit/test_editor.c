/* What an editor says: each row changes one file of an exhibit of which there is nothing to be said. */
#include "editor/editor.h"

#include "base/mem.h"
#include "load/load.h"
#include "support/memory_files.h"
#include "text/date.h"
#include "text/sentence.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define PICTURE "{file: assets/illustrations/p.svg, alternative: {en: a, es: b}}"
#define EXHIBIT(more)                                                                                                                      \
    "title: {en: E, es: F}\nlanguages: [en, es]\nopening: " PICTURE "\nneutral: " PICTURE "\n"                                             \
    "voices:\n  - {id: guide, words: {en: G, es: H}}\n" more "chapters:\n  - {id: one, title: {en: One, es: Uno}, panels: [a]}\n"
#define PANEL(text)                                                                                                                        \
    "layout: left\nvoice: guide\ntitle: {en: A, es: B}\nbody:\n  en: >\n    See [this](term:word).\n    " text "\n  es: Bien.\n"
#define TERM(id) "  - {id: " id ", title: {en: W, es: X}, text: {en: W., es: X.}}\n"
#define EVENT "  - {id: x, date: 1973-09-11, title: {en: X, es: Y}, text: {en: X., es: Y.}}\n"
#define LAYOUT                                                                                                                             \
    "landscape: {columns: [1fr], rows: [auto, 1fr], areas: [title, body]}\n"                                                               \
    "portrait: {columns: [1fr], rows: [auto, 1fr], areas: [title, body]}\n"
#define FIVE "One two three four five "
#define LANES(lanes) "lanes:\n" lanes "events:\n" EVENT
#define LANE(id) "  - {id: " id ", title: {en: L, es: M}}\n"

static const struct memory_file quiet[] = {
    {.path = "config/exhibit.yaml", .bytes = EXHIBIT("")},
    {.path = "config/timeline.yaml", .bytes = "events:\n" EVENT},
    {.path = "config/glossary.yaml", .bytes = "terms:\n" TERM("word")},
    {.path = "config/layouts/left.yaml", .bytes = LAYOUT},
    {.path = "config/panels/a.yaml", .bytes = PANEL("Fine.")},
    {.path = "assets/illustrations/p.svg", .bytes = "<svg/>"},
};

static const struct row {
    const char *path, *bytes, *said;
} rows[] = {
    {"assets/illustrations/notes.txt", "x", ""},
    {"assets/illustrations/q.PNG", "x", "assets/illustrations/q.PNG:0:0 never-used no panel"},
    {"config/layouts/wide.yaml", LAYOUT,
     "config/layouts/wide.yaml:0:0 never-used no panel has this layout; name it at a panel (layout: wide)"},
    {"config/layouts/text-first.yaml", LAYOUT, ""}, /* in the place of a built-in one */
    {"config/glossary.yaml", "terms:\n" TERM("word") TERM("other"), "config/glossary.yaml:3:5 never-used no text links to this term"},
    {"config/exhibit.yaml", EXHIBIT("  - {id: other, words: {en: G, es: H}, colour: ink, shape: none}\n"),
     ""}, /* what an exhibit may speak with is no fault */
    {"config/exhibit.yaml", EXHIBIT("notices:\n  - {id: death, text: {en: D., es: M.}}\nhelpline: {en: H, es: I}\n"), ""},
    /* "Bien." stands in the Spanish text alone: Spanish needs no mark there, Portuguese does; so do Latin words in an English one. */
    {"config/exhibit.yaml", EXHIBIT("phrases:\n  - {text: Bien, language: es}\n"),
     "config/exhibit.yaml:8:5 never-used no text in another language than \"es\" has these words"},
    {"config/exhibit.yaml", EXHIBIT("phrases:\n  - {text: Bien, language: pt}\n"), ""},
    {"config/exhibit.yaml", EXHIBIT("phrases:\n  - {text: Fine, language: la}\n"), ""},
    {"config/exhibit.yaml", EXHIBIT("phrases:\n  - {text: Fin, language: la}\n"), "config/exhibit.yaml:8:5 never-used no text"},
    {"config/exhibit.yaml", EXHIBIT("phrases:\n  - {text: Fine, language: Latin words}\n"),
     "config/exhibit.yaml:8:5 language-code language"},
    {"config/timeline.yaml", LANES(LANE("here")), ""},
    {"config/timeline.yaml", LANES(LANE("here") LANE("there")), ""},
    /* 25 words, and 26; the sentence is found in its line. A link counts with its words; what no sign ends is no sentence. */
    {"config/panels/a.yaml", PANEL(FIVE FIVE FIVE FIVE "one two three four five."), ""},
    {"config/panels/a.yaml", PANEL(FIVE FIVE FIVE FIVE "one two three four five [six](term:word)."),
     "config/panels/a.yaml:7:5 sentence-long the sentence that begins with \"One two"},
    {"config/panels/a.yaml", PANEL("Short. " FIVE FIVE FIVE FIVE "one two three four five six."),
     "config/panels/a.yaml:7:12 sentence-long"},
    {"config/panels/a.yaml", PANEL(FIVE FIVE FIVE FIVE FIVE "six"), ""},
    {"config/panels/a.yaml", PANEL(FIVE FIVE FIVE "\n\n    " FIVE FIVE FIVE "six."), ""},
    {"config/panels/a.yaml",
     "layout: left\nvoice: guide\ntitle: {en: A, es: B}\nbody:\n  en: |\n    See [this](term:word).\n    " FIVE FIVE FIVE "\n    " FIVE FIVE
     "one.\n  es: Bien.\n",
     "config/panels/a.yaml:7:5 sentence-long"},
    {"config/words.yaml", "en: {sentence_words: 3}\n", ""},
    {"config/words.yaml", "en: {sentence_words: 1}\n", "config/panels/a.yaml:6:5 sentence-long"},
    {"config/words.yaml", "en: {sentence_words: 0}\n", ""},
    /* Nobody knows what a panel with an error would have led to. */
    {"config/panels/a.yaml", "titel: x\n", ""},
};

enum { FILES_MAX = 8, TODAY = 20000 /* 2024-10-04 */ };

static void say(const char *path, const char *bytes, struct buffer *said)
{
    struct memory_file table[FILES_MAX] = {{.path = NULL}};
    struct memory_files memory;
    struct findings *loading = findings_create(), *findings = findings_create();

    memcpy(table, quiet, sizeof(quiet));
    table[COUNTOF(quiet)] = (struct memory_file){.path = path, .bytes = bytes};
    memory_files_init(&memory, table, (int)COUNTOF(quiet) + 1);
    struct loaded *loaded = load_exhibit(&memory.files, loading);
    const struct exhibit *exhibit = loaded_exhibit(loaded);
    bool whole = findings_count(loading, FINDING_ERROR) == 0;

    editor_report_reviews(exhibit, TODAY, findings);
    editor_report_texts(&memory.files, exhibit, whole, findings);
    if (whole)
        editor_report_unused(&memory.files, exhibit, findings);
    buffer_add(said, "", 0);
    for (int i = 0; i < findings_total(findings); i++) {
        const struct finding *finding = findings_at(findings, i);

        assert_int_equal(finding->severity, FINDING_HINT);
        buffer_printf(said, "%s:%d:%d %s %s\n", finding->file, finding->line, finding->column, finding->code, finding->message);
    }
    loaded_destroy(loaded);
    findings_destroy(loading);
    findings_destroy(findings);
}

static int count_lines(const char *text)
{
    int lines = 0;

    for (; (text = strchr(text, '\n')); text++)
        lines++;
    return lines;
}

static void says_one_thing_of_one_matter(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct buffer said = {0};

        say(rows[i].path, rows[i].bytes, &said);
        if (strncmp(said.bytes, rows[i].said, strlen(rows[i].said)) != 0 || count_lines(said.bytes) != (rows[i].said[0] ? 1 : 0))
            fail_msg("row %zu: \"%s\" instead of \"%s\"", i, said.bytes, rows[i].said);
        buffer_finish(&said);
    }
}

/* The day itself is not over yet; nor is a month or a year before its end. */
static void days_of_review_pass(void **state)
{
    static const struct {
        const char *day;
        bool over;
    } days[] = {{"2024-10-03", true}, {"2024-10-04", false}, {"2024-10", false}, {"2024-09", true}, {"2024", false}, {"2023", true}};

    (void)state;
    assert_int_equal(date_to_day((struct date){2024, 10, 4}), TODAY);
    for (size_t i = 0; i < COUNTOF(days); i++) {
        struct buffer panel = {0}, said = {0};

        buffer_printf(&panel, "%sreview_by: %s\n", PANEL("Fine."), days[i].day);
        say("config/panels/a.yaml", panel.bytes, &said);
        if (days[i].over != (strncmp(said.bytes, "config/panels/a.yaml:9:1 review-due ", 36) == 0) || count_lines(said.bytes) > 1)
            fail_msg("%s: \"%s\"", days[i].day, said.bytes);
        buffer_finish(&panel);
        buffer_finish(&said);
    }
}

static void sentences_end_with_signs(void **state)
{
    static const struct {
        const char *language, *text;
        int words;
    } texts[] = {
        {"en", "", 0},
        {"en", "no end", 0},
        {"en", "One two. One two three! One?", 3},
        {"en", "One two\nthree. Four.", 3},
        {"en", "\"One two three.\" Four.", 3},
        {"en", "Version 1.5 is out (at last).", 6},
        {"es", "¿Uno dos? ¡Tres!", 2},
        {"ar", "واحد اثنان ثلاثة؟ أربعة.", 3},
        {"hi", "एक दो तीन। चार।", 3},
        {"th", "ประเทศไทย ประเทศ", 0},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(texts); i++) {
        int words = sentence_longest((struct bytes){texts[i].text, strlen(texts[i].text)}, texts[i].language).words;

        if (words != texts[i].words)
            fail_msg("%s: %d words", texts[i].text, words);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_one_thing_of_one_matter),
        cmocka_unit_test(days_of_review_pass),
        cmocka_unit_test(sentences_end_with_signs),
    };

    return cmocka_run_group_tests_name("editor", tests, NULL, NULL);
}
