/* What is mended, and what is left alone. */
#include "mending/lines.h"
#include "mending/mending.h"

#include "base/save.h"
#include "load/load.h"
#include "support/captured_log.h"
#include "support/held_files.h"
#include "support/temporary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

/* after: NULL: it stays as it is. told: what must be said. */
static const struct row {
    const char *before, *after, *told;
} rows[] = {
    {"a: 1\nb: two\n", NULL, ""},
    {"\xEF\xBB\xBF"
     "a: 1\n",
     "a: 1\n", "byte order mark"},
    {"a: 1\r\nb: 2\r\n", "a: 1\nb: 2\n", "lines end"},
    {"a: cafe\u0301\n", "a: caf\u00e9\n", "x.yaml:1: + a: caf\u00e9"},
    {"a:\n\tb: 1\n", "a:\n  b: 1\n", "x.yaml:2: - \tb: 1\nx.yaml:2: +   b: 1\n"},
    {"a:\n    b: 1\n\tc: 2\n", "a:\n    b: 1\n    c: 2\n", "x.yaml:3: +     c: 2"},
    {"a:\n  b: 1\n\u00a0\u00a0c: 2\n", "a:\n  b: 1\n  c: 2\n", "x.yaml:3"},
    {"a:\u00a0one\n", "a: one\n", "x.yaml:1"},
    {"a: \u201cone two\u201d\n", "a: \"one two\"\n", "x.yaml:1: + a: \"one two\""},
    {"a: \u201eone\u201c  \n", "a: \"one\"  \n", "x.yaml:1"},
    {"a: \u201cone\u201d and \u201ctwo\u201d\n", NULL, ""}, /* a text of two quotations */
    {"a: \u201cdon\u2019t\u201d\n", "a: \"don\u2019t\"\n", "x.yaml:1"},
    {"a: say \u201cone\u201d\n", NULL, ""},                                                     /* they belong to the text */
    {"a: \"\u201cone\u201d\"\n", NULL, ""},                                                     /* meant */
    {"a: |\n  one\n  \ttwo\n", NULL, ""},                                                       /* a tab of the text */
    {"a:\n\tb: \u201cone\u201d\n", "a:\n  b: \"one\"\n", "x.yaml:2: - \tb: \u201cone\u201d\n"}, /* one behind the other */
    {"a:\r\n\tb: \u201cone\u201d\r\n", "a:\n  b: \"one\"\n", "lines end"},
    {"a: 1\r\nb\r\n", "a: 1\nb\n", "lines end"}, /* whatever else is wrong */
    {"a: 1\rb: 2\r", "a: 1\nb: 2\n", "lines end"},
    {"\u201ctitle\u201d: one\n", "title: one\n", "x.yaml:1: + title: one"},
    {"\u2018title\u2019:\n  \u201een\u201c: one\n", "title:\n  en: one\n", "x.yaml:2"},
    {"a: {\u201cb\u201d: \u201cc\u201d, d: [\u201ce\u201d, f]}\n", "a: {b: \"c\", d: [\"e\", f]}\n", "x.yaml:1"},
    {"a: \u201cone: two\u201d\n", "a: \"one: two\"\n", "x.yaml:1"},
    {"a: \u201cone\u201d, \u201ctwo\u201d\n", NULL, ""},
    {"a: \u201cone\u201d\nb: \u201cone\u201d and \u201ctwo\u201d\n", "a: \"one\"\nb: \u201cone\u201d and \u201ctwo\u201d\n", "x.yaml:1"},
    {"a: \u201cone\u201d\nb: \u2019Tis the men\u2019\n", "a: \"one\"\nb: \u2019Tis the men\u2019\n", "x.yaml:1"}, /* apostrophes */
    {"a: \u201cone\n  two\u201d\n", NULL, ""},                                                                    /* it goes on */
    {"a:\n    b:\n\tc: 1\n", NULL, ""},                                                                           /* beside b or below it */
    {"cafe\u0301: 1\n", "caf\u00e9: 1\n", "x.yaml:1: + caf\u00e9: 1"},
    {"a: [1\nb: 2\n", NULL, ""}, /* nobody knows what is meant */
    {"a: \xFF\n", NULL, ""},
    {"", NULL, ""},
};

static struct bytes bytes_of(const char *text)
{
    return (struct bytes){text, strlen(text)};
}

static void test_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct buffer out = {0}, told = {0}, again = {0};
        bool mended = lines_mend(&out, "x.yaml", bytes_of(rows[i].before));

        if (mended != (rows[i].after != NULL) || (mended && strcmp(out.bytes, rows[i].after) != 0))
            fail_msg("%d: %s -> %s", (int)i, rows[i].before, mended ? out.bytes : "as it was");
        if (mended)
            lines_tell(&told, "x.yaml", bytes_of(rows[i].before), bytes_of(out.bytes));
        if (rows[i].told[0] ? !told.bytes || !strstr(told.bytes, rows[i].told) : told.length > 0)
            fail_msg("%d: told: %s", (int)i, told.bytes ? told.bytes : "nothing");
        if (mended && lines_mend(&again, "x.yaml", bytes_of(out.bytes)))
            fail_msg("%d: mended twice", (int)i);
        buffer_finish(&out);
        buffer_finish(&told);
        buffer_finish(&again);
    }
}

#define TIMELINE "config/timeline.yaml"
#define EVENT(dates) "events:\n  - id: T19\n    " dates "\n    title: {en: A, es: A}\n    text: {en: Something., es: Algo.}\n"

/* The timeline of tests/bad/base, and what it becomes; NULL: it stays. */
static const struct {
    const char *before, *after;
} dated[] = {
    {EVENT("date: 11.9.1973"), EVENT("date: 1973-09-11")},
    {EVENT("date: \"13/9/1973\" # of the essay"), EVENT("date: \"1973-09-13\" # of the essay")},
    {EVENT("date: 3/4/1973"), NULL},
    {EVENT("date: 3-4-1973"), NULL},
    {EVENT("date: 73-9-11"), NULL},
    {EVENT("date: 1906-7"), NULL}, /* two years to many */
    {EVENT("date: 11 September 1973"), NULL},
    {EVENT("date: 1973-09-11\n    to: 1973-09-04"), EVENT("date: 1973-09-04\n    to: 1973-09-11")},
    {EVENT("date: 11.9.1973\n    to: 4.9.1973"), EVENT("date: 1973-09-04\n    to: 1973-09-11")},
    {EVENT("date: 1973/1970"), EVENT("date: 1970/1973")},
    {EVENT("date: 1973-09-11\n    to: 1973-08"), NULL},
    {EVENT("date: c. 1973\n    to: c. 1960"), NULL},
    {"view: {from: 1974, to: 1970}\n" EVENT("date: 1973"), "view: {from: 1970, to: 1974}\n" EVENT("date: 1973")},
    {"eras:\n  - {from: 1973, to: 1970, title: {en: A, es: A}}\n" EVENT("date: 1.2.1973"),
     "eras:\n  - {from: 1970, to: 1973, title: {en: A, es: A}}\n" EVENT("date: 1973-02-01")},
    /* One that would have the id of another stays, and keeps none from being mended. */
    {EVENT("date: 1973") "  - {id: T19, date: 1.2.1973, title: {en: A, es: A}, text: {en: B., es: B.}}\n"
                         "  - {id: T20, date: 1.2.1973, title: {en: A, es: A}, text: {en: B., es: B.}}\n",
     EVENT("date: 1973") "  - {id: T19, date: 1973-02-01, title: {en: A, es: A}, text: {en: B., es: B.}}\n"
                         "  - {id: T20, date: 1973-02-01, title: {en: A, es: A}, text: {en: B., es: B.}}\n"},
};

static int errors_of(const struct files *files)
{
    struct findings *findings = findings_create();

    loaded_destroy(load_exhibit(files, findings));
    int errors = findings_count(findings, FINDING_ERROR);

    findings_destroy(findings);
    return errors;
}

/* What it printed, to be freed. */
static char *mend(const struct files *files, const char *root, bool *saved)
{
    char *told;
    size_t size;
    FILE *print = open_memstream(&told, &size);

    assert_non_null(print);
    *saved = mending_exhibit(files, root, print);
    fclose(print);
    return told;
}

/* Mended once as it should be, with no more errors than before; and a second time nothing is. */
static void mend_dated(struct held_files *held, const char *root, size_t row)
{
    const struct files files = held_files(held);
    const char *before = dated[row].before, *after = dated[row].after ? dated[row].after : before;
    struct files *written = files_open(root);
    struct buffer mended = {0};

    held->bytes = before;
    held->size = strlen(before);
    int errors = errors_of(&files);

    for (int again = 0; again < 2; again++) {
        bool saved;
        char *told = mend(&files, root, &saved);

        if (!saved || (told[0] != '\0') != (!again && dated[row].after))
            fail_msg("%d: said, %d: %s", (int)row, again, told);
        free(told);
        if (!again && dated[row].after) {
            assert_int_equal(written->read(written->context, TIMELINE, 1 << 16, &mended), FILES_OK);
            held->bytes = mended.bytes;
            held->size = mended.length;
        }
    }
    if (strcmp(held->bytes, after) != 0 || errors_of(&files) > errors)
        fail_msg("%d: %s", (int)row, held->bytes);
    files_close(written);
    buffer_finish(&mended);
}

static void put_timeline(const char *root, const char *text)
{
    struct buffer path = {0};

    buffer_printf(&path, "%s/config", root);
    mkdir(path.bytes, 0777);
    buffer_finish(&path);
    buffer_printf(&path, "%s/" TIMELINE, root);
    assert_true(save_whole(path.bytes, bytes_of(text)));
    buffer_finish(&path);
}

static void test_dates(void **state)
{
    (void)state;
    static struct held_files held;
    char *root = temporary_create();

    assert_true(held_files_open(&held, "tests/bad/base"));
    for (int i = 0; i < held.count; i++)
        if (strcmp(held.files[i].path, TIMELINE) == 0)
            held.changed = &held.files[i];
    for (size_t row = 0; row < COUNTOF(dated); row++) {
        put_timeline(root, dated[row].before);
        mend_dated(&held, root, row);
    }
    held_files_close(&held);
    temporary_destroy(root);
}

/* Nothing is said of what was not done. */
static void test_not_written(void **state)
{
    (void)state;
    static struct held_files held;
    struct captured_log captured;
    struct buffer log = {0};
    bool saved;

    assert_true(held_files_open(&held, "tests/bad/base"));
    held.changed = &held.files[0];
    held.bytes = "\tone: 1\r\n";
    held.size = strlen(held.bytes);
    const struct files files = held_files(&held);

    captured_log_start(&captured);
    char *told = mend(&files, "/nowhere/at/all", &saved);

    captured_log_stop(&captured, &log);
    assert_false(saved);
    assert_string_equal(told, "");
    assert_non_null(strstr(log.bytes, "nothing is changed"));
    free(told);
    buffer_finish(&log);
    held_files_close(&held);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_not_written),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
