/* Tables out and in again. */
#include "exchange/export.h"
#include "exchange/import.h"
#include "exchange/markup.h"
#include "exchange/slug.h"
#include "load/load.h"
#include "support/held_files.h"
#include "wording/text_intake.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* What is said of a table that comes in: findings, then changes. For the caller to free. */
static char *take_in_to(const struct files *files, const char *table, size_t size)
{
    struct findings *findings = findings_create();
    struct buffer told = {0};
    char *said = NULL;
    size_t length;
    FILE *stream = open_memstream(&said, &length);

    import_run(&(struct import_job){files, "tests/exhibit", "t.csv", {table, size}, true, 2026}, findings, &told);
    findings_print(findings, stream);
    fwrite(told.bytes ? told.bytes : "", 1, told.length, stream);
    fclose(stream);
    buffer_finish(&told);
    findings_destroy(findings);
    return said;
}

static char *take_in(const char *table, size_t size)
{
    struct files *files = files_open("tests/exhibit");

    assert_non_null(files);
    char *said = take_in_to(files, table, size);

    files_close(files);
    return said;
}

static struct buffer export_of(bool (*write)(const struct export_job *, struct findings *, struct buffer *), char mark)
{
    struct files *files = files_open("tests/exhibit");
    struct findings *findings = findings_create();
    struct loaded *loaded = load_exhibit(files, findings);
    struct buffer table = {0};

    assert_true(write(&(struct export_job){files, loaded_exhibit(loaded), mark, NULL, false, false}, findings, &table));
    loaded_destroy(loaded);
    findings_destroy(findings);
    files_close(files);
    return table;
}

static void what_went_out_changes_nothing(void **state)
{
    static const char marks[] = ",;\t,;\t";

    (void)state;
    for (const char *mark = marks; *mark; mark++) {
        struct buffer table = export_of(mark - marks < 3 ? export_texts : export_events, *mark);
        char *said = take_in(table.bytes, table.length);

        assert_true(table.length > 3000);
        assert_string_equal(said, "0 changes in 0 files; nothing is written (--dry-run)\n");
        free(said);
        buffer_finish(&table);
    }
}

#define HEAD "key,target language,target\n"
#define STRIKE "config/panels/strike.yaml:"
#define NOTHING "; nothing is written (--dry-run)\n"

/* The first of `said` are compared. */
static const struct table_case {
    const char *table, *said;
} text_cases[] = {
    {HEAD STRIKE "title,es,Diecinueve días\n", "0 changes in 0 files" NOTHING},
    {HEAD STRIKE "title,es,\n", "0 changes in 0 files" NOTHING},
    {HEAD STRIKE "title,es,Días: 19\n",
     "config/panels/strike.yaml:5: title, es: \"Diecinueve días\" -> \"Días: 19\"\n1 change in 1 file" NOTHING},
    {"\xEF\xBB\xBF"
     "KEY;Target;target language\r\n" STRIKE "sources;Un folleto;es\r\n",
     "config/panels/strike.yaml:41: sources, es: \"“Who owned the line?” (1931); El Faro, 1907\" -> \"Un folleto\"\n1 change in 1 "
     "file" NOTHING},
    {HEAD STRIKE "titel,es,x\n", "t.csv:2:1: error: there is no text \"config/panels/strike.yaml:titel\" in the exhibit; did you mean "
                                 "\"config/panels/strike.yaml:title\"?\n"},
    {HEAD STRIKE "title,pt,x\n",
     "t.csv:2:2: error: \"pt\" is not a language of this exhibit; add it to languages in config/exhibit.yaml, or "
     "correct the code\n"},
    {HEAD STRIKE "title,es,x\n\n" STRIKE "body,es,y\n" STRIKE "title,es,z\n",
     "t.csv:5:1: error: row 2 has this text in \"es\" already; remove one of the two\n"},
    {HEAD STRIKE "title,es,x\x01y\n", "t.csv:2:3: error: the text holds a control character, which nobody sees; type it anew\n"},
    {HEAD STRIKE "title,es,x\xEF\xBB\xBFy\n", "t.csv:2:3: error: the text holds a control character, which nobody sees; type it anew\n"},
    {HEAD STRIKE "title,es,x\xC2\x90y\n", "t.csv:2:3: error: the text holds a control character, which nobody sees; type it anew\n"},
    {HEAD STRIKE "title,es,\"x\n", "t.csv:2:3: error: a quote is opened here and never closed; close it\n"},
    {HEAD STRIKE "body,es,[x](panel:nowhere)\n",
     "t.csv:2:3: warning: there is no panel \"nowhere\" to link to; correct the name, or add it\nconfig/panels/strike.yaml:19: body, es: "},
    {HEAD "config/words.yaml:skip_to,es,x\n", "t.csv:2:3: error: skip_to: \"x\" is not filled in as it stands; write"},
    {"key,target\n" STRIKE "title,x\n",
     "t.csv:1:1: error: there is no column \"target language\"; keep the headings as \"vitrina export texts\" writes them\n"},
    {"one,two\n1,2\n", "t.csv:1:1: error: its first row (\"one\", ...) has no heading that is known"},
    {"\n", "t.csv: error: the table is empty; \"vitrina export\" writes one to start from\n"},
    {HEAD "caf\xE9\n", "t.csv: error: the table is not in UTF-8; save it as \"CSV UTF-8\"\n"},
    {"key,source,target language,target\n" STRIKE "title,Twenty days,es,Veinte días\n",
     "t.csv:2:2: warning: the source text has changed since this table was made: it is \"Nineteen days\" now; the translation is taken as "
     "one of the older text\n"},
};

static void assert_answers(const struct table_case *cases, size_t count)
{
    int failed = 0;

    for (size_t i = 0; i < count; i++) {
        char *said = take_in(cases[i].table, strlen(cases[i].table));

        if (strncmp(said, cases[i].said, strlen(cases[i].said)) != 0) {
            print_error("row %zu says:\n%s", i, said);
            failed++;
        }
        free(said);
    }
    assert_int_equal(failed, 0);
}

/* The test exhibit, with numbers where this panel has words. */
static const char numbers[] = "title:\n  en: \"00124\"\n  es: \"00123\"\n  ar: \"12\"\n  th: \"13\"\nsources: \"00123\"\n";

static void hold_numbers(struct held_files *held)
{
    assert_true(held_files_open(held, "tests/exhibit"));
    for (int i = 0; i < held->config_count; i++)
        if (strcmp(held->files[i].path, "config/panels/strike.yaml") == 0)
            held->changed = &held->files[i];
    assert_non_null(held->changed);
    held->bytes = numbers;
    held->size = sizeof(numbers) - 1;
}

#define STAYS " as a spreadsheet writes it, and stays as it was; if it is to change, do that in line "
#define XLIFF                                                                                                                              \
    "<xliff xmlns='urn:oasis:names:tc:xliff:document:1.2' version='1.2'><file original='config/panels/strike.yaml' source-language='en' "  \
    "target-language='es' datatype='plaintext'><body><trans-unit id='title'>"

static const struct table_case number_cases[] = {
    {HEAD STRIKE "title,es,123\n", "t.csv:2:3: warning: \"123\" is \"00123\"" STAYS "3 of config/panels/strike.yaml\n0 changes in 0 files"},
    {HEAD STRIKE "title,es,0123\n", "config/panels/strike.yaml:3: title, es: \"00123\" -> \"0123\"\n1 change in 1 file"},
    {"key,source,target language,target\n" STRIKE "title,124,es,Ciento\n",
     "config/panels/strike.yaml:3: title, es: \"00123\" -> \"Ciento\"\n1 change in 1 file"},
    {"key,source,target language,target\n" STRIKE "title,125,es,Ciento\n",
     "t.csv:2:2: warning: the source text has changed since this table was made: it is \"00124\" now; "},
    {XLIFF "<source>00124</source><target>123</target></trans-unit></body></file></xliff>",
     "config/panels/strike.yaml:3: title, es: \"00123\" -> \"123\"\n1 change in 1 file"},
    {XLIFF "<source>124</source><target>123</target></trans-unit></body></file></xliff>",
     "t.csv:1:1: warning: the source text has changed since this table was made: it is \"00124\" now; "},
};

/* But for translators' files, which no spreadsheet has in hand. */
static void a_spreadsheet_changes_no_number(void **state)
{
    struct held_files held;
    int failed = 0;

    (void)state;
    hold_numbers(&held);
    struct files files = held_files(&held);

    for (size_t i = 0; i < COUNTOF(number_cases); i++) {
        char *said = take_in_to(&files, number_cases[i].table, strlen(number_cases[i].table));

        if (strncmp(said, number_cases[i].said, strlen(number_cases[i].said)) != 0) {
            print_error("row %zu says:\n%s", i, said);
            failed++;
        }
        free(said);
    }
    held_files_close(&held);
    assert_int_equal(failed, 0);
}

/* One text for all languages, of which one is translated and two came back bent. */
static void a_bent_number_stays_when_languages_part(void **state)
{
    static const char sources[] = STRIKE "sources";
    const struct origin at = {"t.csv", 2, 3};
    struct held_files held;
    struct findings *findings = findings_create();
    struct arena *arena = arena_create();
    struct text_rows rows = {0};
    struct buffer written = {0};
    struct intake intake;

    (void)state;
    hold_numbers(&held);
    struct files files = held_files(&held);
    struct loaded *loaded = load_exhibit(&files, findings);
    const struct intake with = {.arena = arena, .exhibit = loaded_exhibit(loaded), .findings = findings, .year = 2026};

    assert_true(intake_init(&intake, &with, &files));
    text_rows_add(&rows, &(struct text_row){sources, "en", "123", "ar", "123", "", TEXT_DONE, false, {at, at, at, at}});
    text_rows_add(&rows, &(struct text_row){sources, "en", "123", "es", "Sala 00123", "", TEXT_DONE, false, {at, at, at, at}});
    text_rows_add(&rows, &(struct text_row){sources, "en", "123", "th", "123", "", TEXT_DONE, false, {at, at, at, at}});
    text_intake(&intake, &rows);
    assert_int_equal(intake.papers.files.read(intake.papers.files.context, "config/panels/strike.yaml", 1 << 20, &written), FILES_OK);
    buffer_add(&written, "", 1);
    assert_non_null(strstr(written.bytes, "sources:\n  en: \"00123\"\n  es: \"Sala 00123\"\n  ar: \"00123\"\n  th: \"00123\"\n"));
    buffer_finish(&written);
    text_rows_finish(&rows);
    intake_finish(&intake);
    loaded_destroy(loaded);
    arena_destroy(arena);
    findings_destroy(findings);
    held_files_close(&held);
}

/* What no string of C can say: a letter that is 0, and a text without end. */
static void what_no_table_should_hold_is_told(void **state)
{
    static const char zero[] = HEAD STRIKE "title,es,x\0y\n";
    struct buffer large = {0};

    (void)state;
    char *said = take_in(zero, sizeof(zero) - 1);

    assert_string_equal(
        said, "t.csv: error: a letter of the table is 0, as programs leave where a text was lost; save it anew, as \"CSV UTF-8\"\n");
    free(said);
    buffer_printf(&large, "%s%stitle,es,x\n%sbody,es,", HEAD, STRIKE, STRIKE);
    for (int i = 0; i < 300 * 1024 / 8; i++)
        buffer_printf(&large, "abcdefg ");
    said = take_in(large.bytes, large.length);
    assert_string_equal(said, "t.csv:3:3: error: with this text config/panels/strike.yaml grows larger than a file may be; shorten it\n");
    free(said);
    buffer_finish(&large);
}

static void each_row_is_answered(void **state)
{
    (void)state;
    assert_answers(text_cases, COUNTOF(text_cases));
}

#define EVENTS "id,date,title en,lane,panels\n"

static const struct table_case event_cases[] = {
    {EVENTS "comet,19/05/1910,A comet,world,\n", "0 changes in 0 files" NOTHING},
    {EVENTS "comet,1910-5-19,,,\n",
     "t.csv:2:3: warning: title en: an empty cell changes nothing; to take it away, remove it in line 129 of "
     "config/timeline.yaml\nt.csv:2:4: warning"},
    {EVENTS "comet,03/04/1973,A comet,world,\n",
     "t.csv:2:2: error: date: \"03/04/1973\" may be 1973-04-03 or 1973-03-04; write the one that is meant\n"},
    {EVENTS "comet,3.4.1973,A comet,world,strike wages\n",
     "config/timeline.yaml:128: events[comet].date: \"1910-05-19\" -> \"1973-04-03\"\n"
     "config/timeline.yaml: events[comet].panels: new: \"strike wages\"\n2 changes in 1 file" NOTHING},
    {EVENTS "comet,1910-05-19 11:52:00,A comet,world,\n",
     "config/timeline.yaml:128: events[comet].date: \"1910-05-19\" -> \"1910-05-19 11:52\"\n1 change in 1 file" NOTHING},
    {EVENTS "comet,19.5.1910 11:52:00,A comet,world,\n",
     "config/timeline.yaml:128: events[comet].date: \"1910-05-19\" -> \"1910-05-19 11:52\"\n1 change in 1 file" NOTHING},
    {EVENTS "comet,1910-05-19 11:52:00 AM,A comet,world,\n",
     "config/timeline.yaml:128: events[comet].date: \"1910-05-19\" -> \"1910-05-19 11:52\"\n1 change in 1 file" NOTHING},
    {EVENTS "comet,19.5.1910 12:52:00 AM,A comet,world,\n",
     "config/timeline.yaml:128: events[comet].date: \"1910-05-19\" -> \"1910-05-19 00:52\"\n1 change in 1 file" NOTHING},
    {EVENTS "comet,1910-05-19 12:52 PM,A comet,world,\n",
     "config/timeline.yaml:128: events[comet].date: \"1910-05-19\" -> \"1910-05-19 12:52\"\n1 change in 1 file" NOTHING},
    {EVENTS "comet,19/05/1910 1:05:00 pm,A comet,world,\n",
     "config/timeline.yaml:128: events[comet].date: \"1910-05-19\" -> \"1910-05-19 13:05\"\n1 change in 1 file" NOTHING},
    {EVENTS "comet,1910-05-19 13:52:00 AM,A comet,world,\n", "t.csv:2:2: error: date: \"1910-05-19 13:52:00 AM\" is no date"},
    {EVENTS "comet,1910-05-19 11:51:59,A comet,world,\n",
     "config/timeline.yaml:128: events[comet].date: \"1910-05-19\" -> \"1910-05-19 11:52\"\n1 change in 1 file" NOTHING},
    {EVENTS "comet,1910-05-19 11:52:07,A comet,world,\n", "t.csv:2:2: error: date: \"1910-05-19 11:52:07\" is no date"},
    {EVENTS "comet,19/05/10,A comet,world,\n", "t.csv:2:2: error: date: \"19/05/10\" "},
    {EVENTS "comet,1910-05-19,A comet,moon,\n", "t.csv:2:4: error: there is no lane \"moon\"; correct the name, or add it\n"},
    {EVENTS "comet,1910-05-19,A comet,world,nowhere\n",
     "t.csv:2:5: warning: there is no panel \"nowhere\" to link to; correct the name, or add it\n"},
    {"id,date,source,source es\ncharter,,Law of X,Ley X\n",
     "t.csv:2:2: warning: date: an empty cell changes nothing; to take it away, remove it in line 13 of config/timeline.yaml\n"
     "t.csv:2:3: error: source: this row has words of one language for it too; empty this cell, or that one\n"},
    {"id,date,titel en\n", "t.csv:1:3: error: titel en: events have no such key; did you mean \"title en\"?\n"},
    {"id,date,title pt\n", "t.csv:1:3: error: title pt: events have no such key; "},
    {"id,date,Date\n", "t.csv:1:3: error: Date: column 2 has this heading already; take one of the two out\n"},
    {EVENTS "comet,1910-05-19,A comet,world,\nclosing,1934-12-31,The last train,chile,\ncomet,,x,,\n",
     "t.csv:4:1: error: id: row 2 is called \"comet\" already; give this one another name\n"},
    {EVENTS "x,31.02.1862,A,world,\ny,1877,,world,\n,,Z,world,\ncomet,1910-05-19,A comet,moon,\n",
     "t.csv:2:2: error: date: \"31.02.1862\" is no date: February 1862 has 28 days; write the day as the source has it, or the month "
     "alone\n"
     "t.csv:3:1: error: title: this row has none; write it, or take the row out\n"
     "t.csv:4:1: error: date: this row has none; write it, or take the row out\n"
     "t.csv:5:4: error: there is no lane \"moon\"; correct the name, or add it\n"},
    {EVENTS ",1899,Élection,world,strike\n", "t.csv:2:1: warning: text: missing; add it to this event"},
    {"id,date,title en,title es,title ar,title th,text en,text es,text ar,text th,importance\nx,1899,a,b,c,d,e,f,g,h,7\n",
     "t.csv:2:11: error: importance: \"7\" does not fit; write a whole number from 1 to 3\n"},
};

static void each_event_is_answered(void **state)
{
    (void)state;
    assert_answers(event_cases, COUNTOF(event_cases));
}

#define SHEET "Year,Month,Day,Time,End Year,Headline,Text,Media,Type,Group,Background\n"

/* As TimelineJS has them. */
static const struct table_case sheet_cases[] = {
    {SHEET "1901,3,14,2:30 PM,1902,One,<p>A <b>b </b>c</p>,,,Works,\n",
     "config/timeline.yaml: lanes[works]: new: \"Works\"\nconfig/timeline.yaml: events[one]: new: \"1901-03-14 14:30 One\"\n"
     "9 of the new texts lack a language"},
    {SHEET "-44,3,15,,,Ides,,,,World,\n", "t.csv:2:1: warning: text: missing; add it to this event"},
    {SHEET ",,,,,A title,,,title,,\n", "config/exhibit.yaml:4: title, en: \"The line to the coast\" -> \"A title\"\n1 change in 1 file"},
    {SHEET "1800,,,,1850,Before,,,era,,\n", "config/timeline.yaml: eras[4]: new: \"Before\"\n"},
    {SHEET "1800,,,,,Before,,,era,,\n", "t.csv:2:1: error: an era needs a headline, and the year in which it ends\n"},
    {SHEET "1901,,,,,One,x,,,Arte!,\n1902,,,,,Two,y,,,Arte?,\n",
     "config/timeline.yaml: lanes[arte]: new: \"Arte!\"\nconfig/timeline.yaml: lanes[arte-2]: new: \"Arte?\"\n"},
    {SHEET "soon,,,,,One,x,,,,\n", "t.csv:2:1: error: date: \"soon\" is no date"},
    {SHEET "1901,2,30,,,One,x,,,,\n", "t.csv:2:1: error: date: \"1901-02-30\" "},
    {SHEET "1901,,,,,One,<a href='#'>x</a>,https://example.org/a.jpg,,,red\n",
     "t.csv:1:7: warning: Text: links lead nowhere on a kiosk; their words stay\n"
     "t.csv:1:11: warning: Background: this column is not taken; events have no such thing\n"
     "t.csv:2:8: warning: Media: a kiosk fetches nothing"},
};

static void each_sheet_is_answered(void **state)
{
    (void)state;
    assert_answers(sheet_cases, COUNTOF(sheet_cases));
}

static const struct markup_row {
    const char *html, *text, *plain;
} markup_rows[] = {
    {"one  two\nthree", "one two three", "one two three"},
    {"<p>One</p><p>two</p>", "One\n\ntwo", "One two"},
    {"a <b>bold </b>word", "a **bold** word", "a bold word"},
    {"a<strong> bold</strong>", "a **bold**", "a bold"},
    {"<b></b>x<em> </em>y", "x y", "x y"},
    {"<b><i>x</i></b>", "***x***", "x"},
    {"one<br/>two<BR>", "one\n\ntwo", "one two"},
    {"<ul><li>one</li><li>two</li></ul>end", "- one\n- two\n\nend", "one two end"},
    {"<a href=\"x>y\">words</a> &amp; 3 < 4", "y\">words &amp; 3 < 4", "y\">words &amp; 3 < 4"},
    {"2 * 3 `x` \\", "2 \\* 3 \\`x\\` \\\\", "2 * 3 `x` \\"},
    {"<span class='a'>x</span><!-- y -->", "x<!-- y -->", "x<!-- y -->"},
    {"", "", ""},
};

static void markup_becomes_markdown(void **state)
{
    struct arena *arena = arena_create();

    (void)state;
    for (size_t i = 0; i < COUNTOF(markup_rows); i++) {
        assert_string_equal(markup_read(arena, markup_rows[i].html, false, NULL), markup_rows[i].text);
        assert_string_equal(markup_read(arena, markup_rows[i].html, true, NULL), markup_rows[i].plain);
    }
    arena_destroy(arena);
}

static void words_become_ids(void **state)
{
    static const char *const rows[][2] = {
        {"Élection générale, 1970", "election-generale-1970"},
        {"  Ñandú -- ß ", "nandu-s"},
        {"สวัสดี", ""},
        {"A title that goes on for much longer than any name of a file ought to", "a-title-that-goes-on-for-much-longer"}};
    struct arena *arena = arena_create();

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        assert_string_equal(slug_of(arena, rows[i][0]), rows[i][1]);
    arena_destroy(arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_went_out_changes_nothing),
        cmocka_unit_test(each_row_is_answered),
        cmocka_unit_test(a_spreadsheet_changes_no_number),
        cmocka_unit_test(a_bent_number_stays_when_languages_part),
        cmocka_unit_test(what_no_table_should_hold_is_told),
        cmocka_unit_test(each_event_is_answered),
        cmocka_unit_test(each_sheet_is_answered),
        cmocka_unit_test(markup_becomes_markdown),
        cmocka_unit_test(words_become_ids),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
