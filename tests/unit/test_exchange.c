/* Tables out and in again. */
#include "exchange/export.h"
#include "exchange/import.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* What is said of a table that comes in: findings, then changes. For the caller to free. */
static char *take_in(const char *table, size_t size)
{
    struct files *files = files_open("tests/exhibit");
    struct findings *findings = findings_create();
    struct buffer told = {0};
    char *said = NULL;
    size_t length;
    FILE *stream = open_memstream(&said, &length);

    assert_non_null(files);
    import_run(&(struct import){files, "tests/exhibit", "t.csv", {table, size}, true}, findings, &told);
    findings_print(findings, stream);
    fwrite(told.bytes ? told.bytes : "", 1, told.length, stream);
    fclose(stream);
    buffer_finish(&told);
    findings_destroy(findings);
    files_close(files);
    return said;
}

static struct buffer export_of(bool (*export)(const struct export *, struct findings *, struct buffer *), char mark)
{
    struct files *files = files_open("tests/exhibit");
    struct findings *findings = findings_create();
    struct buffer table = {0};

    assert_true(export(&(struct export){files, mark, NULL}, findings, &table));
    findings_destroy(findings);
    files_close(files);
    return table;
}

static void what_went_out_changes_nothing(void **state)
{
    static const char marks[] = ",;\t";

    (void)state;
    for (const char *mark = marks; *mark; mark++) {
        struct buffer table = export_of(export_texts, *mark);
        char *said = take_in(table.bytes, table.length);

        assert_true(table.length > 10000);
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
    {HEAD STRIKE "title,es,x\x01y\n", "t.csv:2:3: error: the text holds a control character; remove it\n"},
    {HEAD STRIKE "title,es,\"x\n", "t.csv:2:3: error: a quote is opened here and never closed; close it\n"},
    {HEAD STRIKE "body,es,[x](panel:nowhere)\n",
     "t.csv:2:3: warning: there is no panel \"nowhere\" to link to; correct the name, or add it\nconfig/panels/strike.yaml:19: body, es: "},
    {HEAD "config/words.yaml:skip_to,es,x\n", "t.csv:2:3: error: skip_to: \"x\" is no pattern; write"},
    {"key,target\n" STRIKE "title,x\n",
     "t.csv:1:1: error: there is no column \"target language\"; keep the headings as \"vitrina export texts\" writes them\n"},
    {"one,two\n1,2\n",
     "t.csv: error: its first row is none of a table that is known; keep the headings as \"vitrina export\" writes them\n"},
    {"\n", "t.csv: error: the table is empty; \"vitrina export\" writes one to start from\n"},
    {HEAD "caf\xE9\n", "t.csv: error: the table is not in UTF-8; save it as \"CSV UTF-8\"\n"},
    {"key,source,target language,target\n" STRIKE "title,Twenty days,es,Veinte días\n",
     "t.csv:2:2: warning: the source text has changed since this table was made: it is \"Nineteen days\" now; the translation is taken as "
     "one of the older text\n"},
};

static void each_row_is_answered(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(text_cases); i++) {
        char *said = take_in(text_cases[i].table, strlen(text_cases[i].table));

        if (strncmp(said, text_cases[i].said, strlen(text_cases[i].said)) != 0)
            fail_msg("row %zu says:\n%s", i, said);
        free(said);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_went_out_changes_nothing),
        cmocka_unit_test(each_row_is_answered),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
