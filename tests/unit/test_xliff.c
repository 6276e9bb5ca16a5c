/* What translators' tools get and give back. */
#include "xliff/xliff.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const char *const TEXTS[] = {
    "plain",
    "a < b & c > d \"e\" 'f'",
    "one\n\ntwo\nthree",
    "**Markdown** [x](panel:y) {number}",
    "&eacute; &amp;amp; <!-- x -->",
    "إلى الساحل",
    "]]>",
};

/* Rows that were read, and what was said. */
struct answer {
    struct text_rows rows;
    struct findings *findings;
    struct arena *arena;
    bool good;
};

static struct answer answer_to(const char *bytes, size_t size)
{
    struct answer answer = {.findings = findings_create(), .arena = arena_create()};

    assert_true(xliff_is((struct bytes){bytes, size}));
    answer.good = xliff_read(&answer.rows, &(struct xliff_document){{bytes, size}, "t.xlf", answer.arena, answer.findings});
    return answer;
}

static void answer_finish(struct answer *answer)
{
    text_rows_finish(&answer->rows);
    findings_destroy(answer->findings);
    arena_destroy(answer->arena);
}

static void what_goes_out_comes_back(void **state)
{
    (void)state;
    for (int version = XLIFF_1_2; version <= XLIFF_2_0; version++) {
        struct text_rows rows = {0};
        struct buffer out = {0};

        for (size_t i = 0; i < COUNTOF(TEXTS); i++)
            text_rows_add(&rows, &(struct text_row){.key = i < 3 ? "config/a.yaml:values[2].label" : "config/b.yaml:title",
                                                    .source_language = "en",
                                                    .source = TEXTS[i],
                                                    .language = "pt-BR",
                                                    .target = TEXTS[COUNTOF(TEXTS) - 1 - i],
                                                    .note = "a \"note\" & more",
                                                    .state = i % 2 && i != COUNTOF(TEXTS) / 2 ? TEXT_STALE : TEXT_DONE});
        xliff_write(&rows, (enum xliff_version)version, &out);
        struct answer answer = answer_to(out.bytes, out.length);

        assert_true(answer.good);
        assert_int_equal(answer.rows.count, COUNTOF(TEXTS));
        for (size_t i = 0; i < COUNTOF(TEXTS); i++) {
            const struct text_row *row = &answer.rows.list[i], *given = &rows.list[i];

            assert_string_equal(row->key, given->key);
            assert_string_equal(row->source_language, "en");
            assert_string_equal(row->language, "pt-BR");
            assert_string_equal(row->source, given->source);
            assert_string_equal(row->target, given->target);
            assert_int_equal(row->state, given->state == TEXT_DONE ? TEXT_DONE : TEXT_NEW);
        }
        answer_finish(&answer);
        text_rows_finish(&rows);
        buffer_finish(&out);
    }
}

#define UNIT(inside)                                                                                                                       \
    "<xliff><file original='f' source-language='en' target-language='es'><body><trans-unit id='k'>" inside                                 \
    "</trans-unit></body></file></xliff>"

/* shown: "line key target state" of the only row; NULL: none. told: the beginning of the finding; NULL: none. */
static const struct document_row {
    const char *document, *shown, *told;
} documents[] = {
    {UNIT("<source>a</source><target state='final'>b</target>"), "1 f:k b done", NULL},
    {"\xEF\xBB\xBF" UNIT("<source>a</source>\n<target>b <g id='1'>c</g> <x id='2'/>d</target>"), "1 f:k b c d new", NULL},
    {UNIT("<source>a</source><target><![CDATA[b & c]]></target>"), "1 f:k b & c new", NULL},
    {UNIT("<source>a</source><alt-trans><source>x</source><target>y</target></alt-trans><target>b</target>"), "1 f:k b new", NULL},
    {UNIT("<source>a</source><target/>"), NULL, NULL},
    {UNIT("<source>a</source>"), NULL, NULL},
    {"<?xml version='1.0'?>\n<xliff srcLang='en' trgLang='es'>\n<file original='f'>\n<unit id='u1' name='k'>"
     "<segment state='reviewed'><source>a </source><target>b </target></segment><ignorable><source> </source></ignorable>"
     "<segment><source>c</source><target>d</target></segment></unit></file></xliff>",
     "4 f:k b d done", NULL},
    {"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" UNIT("<source>a</source><target>&e;</target>"), NULL,
     "t.xlf:1: the document has entities"},
    {"<html></html>", NULL, "t.xlf:0: this is no XLIFF"},
    {"<xliff>\n<file></x>\n", NULL, "t.xlf:2: this is no XML"},
    {"<", NULL, "t.xlf:1: this is no XML"},
};

static void documents_are_read_with_care(void **state)
{
    static const char *const states[] = {[TEXT_NEW] = "new", [TEXT_STALE] = "stale", [TEXT_DONE] = "done"};

    (void)state;
    for (size_t i = 0; i < COUNTOF(documents); i++) {
        struct answer answer = answer_to(documents[i].document, strlen(documents[i].document));
        const struct text_row *row = answer.rows.count > 0 ? &answer.rows.list[0] : NULL;
        const struct finding *finding = findings_total(answer.findings) > 0 ? findings_at(answer.findings, 0) : NULL;
        char shown[128] = "", told[256] = "";

        if (row)
            snprintf(shown, sizeof(shown), "%d %s %s %s", row->at.key.line, row->key, row->target, states[row->state]);
        if (finding)
            snprintf(told, sizeof(told), "%s:%d: %s", finding->file, finding->line, finding->message);
        assert_string_equal(shown, documents[i].shown ? documents[i].shown : "");
        told[documents[i].told ? strlen(documents[i].told) : 0] = '\0';
        assert_string_equal(told, documents[i].told ? documents[i].told : "");
        assert_int_equal(findings_total(answer.findings), documents[i].told != NULL);
        assert_int_equal(answer.good, !documents[i].told);
        answer_finish(&answer);
    }
    assert_false(xliff_is((struct bytes){"key,target", 10}));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_goes_out_comes_back),
        cmocka_unit_test(documents_are_read_with_care),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
