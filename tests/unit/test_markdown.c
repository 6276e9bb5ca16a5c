/* Markdown into prose: blocks, spans, links, words, and what is said of the rest. */
#include "markdown/entity.h"
#include "markdown/markdown.h"
#include "support/finding_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct fixture {
    struct arena *arena;
    struct findings *findings;
    struct markdown_links links;
    struct prose prose;
};

static void read_markdown(struct fixture *f, const char *text)
{
    *f = (struct fixture){.arena = arena_create(), .findings = findings_create()};
    struct report report = {f->findings, "f.yaml", 0};

    f->prose = markdown_read(f->arena, &report, &(struct markdown_source){text, {"f.yaml", 10, 5}, true}, &f->links);
}

static void end(struct fixture *f)
{
    markdown_links_finish(&f->links);
    findings_destroy(f->findings);
    arena_destroy(f->arena);
}

/* What the link in a span was written as; "" if there is none. */
static const char *name_of(const struct fixture *f, const struct prose_span *span)
{
    for (int i = 0; i < f->links.count; i++)
        if (span->link && f->links.list[i].span == span)
            return f->links.list[i].name;
    return "";
}

/* A line a block: its marker and depth, and its spans: _emphasis_, *strong*, <scheme:link|text>. */
static void dump(const struct fixture *f, struct buffer *text)
{
    static const char *const schemes[] = {[PROSE_LINK_PANEL] = "panel:", [PROSE_LINK_TERM] = "term:", [PROSE_LINK_EVENT] = "event:"};
    const struct prose *prose = &f->prose;

    buffer_add(text, "", 0);
    for (int i = 0; i < prose->block_count; i++) {
        const struct prose_block *block = &prose->blocks[i];

        if (block->kind == PROSE_ITEM)
            buffer_printf(text, "%d%s ", block->depth, block->marker);
        for (int j = 0; j < block->span_count; j++) {
            const struct prose_span *span = &block->spans[j];
            const char *emphasis = span->style & PROSE_EMPHASIS ? "_" : "", *strong = span->style & PROSE_STRONG ? "*" : "";

            if (span->link)
                buffer_printf(text, "<%s%s|", schemes[span->link->kind], name_of(f, span));
            buffer_printf(text, "%s%s%.*s%s%s%s", emphasis, strong, span->length, span->text, strong, emphasis, span->link ? ">" : "");
        }
        buffer_printf(text, "/");
    }
}

static void test_prose(void **state)
{
    static const struct {
        const char *markdown, *prose;
        int words;
    } rows[] = {
        {"", "", 0},
        {"One two.\nThree.\n\nFour.\n", "One two. Three./Four./", 4},
        {"a *b c* **d** ***e*** f", "a _b c_ *d* _*e*_ f/", 6},
        {"**bold**text and *it*alic", "*bold*text and _it_alic/", 3},
        {"first  \nsecond\\\nthird", "first\nsecond\nthird/", 3},
        {"- a\n- b *c*\n  - d\n    - e\n- f\n\nend", "0\u2022 a/0\u2022 b _c_/1\u2013 d/2\u2013 e/0\u2022 f/end/", 7},
        {"1. a\n2. b\n   1. c\n3. d", "01. a/02. b/11. c/03. d/", 4},
        {"7) a\n8) b", "07. a/08. b/", 2},
        {"- a\n\n  more\n\n- b", "0\u2022 a/0 more/0\u2022 b/", 3},
        {"- a\n\n  - b\n\n  after\n\nend", "0\u2022 a/1\u2013 b/0 after/end/", 4},
        {"[the *real* thing](panel:coup), x", "<panel:coup|the ><panel:coup|_real_><panel:coup| thing>, x/", 4},
        {"[a](term:b \"title\")[c](event:T1)", "<term:b|a><event:T1|c>/", 1},
        {"1973. The year\n1896) too, 12. not", "1973. The year 1896) too, 12. not/", 7},
        {"  1973. The year", "1973. The year/", 3},
        {"a\n\n1. one\n\n1999. two", "a/01. one/1999. two/", 4},
        {"5*3*2 and 5 * 3", "5*3*2 and 5 * 3/", 5},
        {"&amp;&nbsp;&#8211;&#x2014;&lt;&bogus;&#0;&copy", "&\u00a0\u2013\u2014<&bogus;&#0;&copy/", 1},
        {"\\*no\\* &ndash; \\[x\\]", "*no* \u2013 [x]/", 3},
        {"    not code", "not code/", 2},
        {"snake_case_name and *open", "snake_case_name and *open/", 3},
        {"a   b\tc", "a b c/", 3},
        {"¿Qué? — sí", "¿Qué? — sí/", 3},
        {"1 - 2\n-3", "1 - 2 -3/", 4},
        {"***", "", 0},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct buffer text = {0};
        struct fixture f;

        read_markdown(&f, rows[i].markdown);
        dump(&f, &text);
        assert_string_equal(text.bytes, rows[i].prose);
        assert_int_equal(f.prose.words, rows[i].words);
        buffer_finish(&text);
        end(&f);
    }
}

/* The text starts in line 11; what cannot be shown becomes plain paragraphs. */
static void test_surprises(void **state)
{
    static const struct {
        const char *markdown, *prose, *finding;
    } rows[] = {
        {"a\n\n# b\n# c", "a/b/c/", "13:1 W a heading (\"#\""},
        {"a\n---\nb", "a/b/", "11:1 W a heading (\"#\""},
        {"> a\n> b", "a b/", "11:1 W a quotation (\">\""},
        {"a\n\n***\nb", "a/b/", "14:1 W a dividing line"},
        {"a\n\n***\n", "a/", "11:1 W a dividing line"},
        {"a `b` c", "a b c/", "11:1 W text between backquotes"},
        {"```\na\nb\n```", "a\nb\n/", "12:1 W text between backquotes"},
        {"|a|b|\n|---|---|\n|c|d|", "a/b/c/d/", "11:1 W a table"},
        {"x ![a *b*](c.png) y", "x a _b_ y/", "11:1 W a picture inside the text"},
        {"a\nb <b>c</b>", "a b <b>c</b>/", "12:1 W HTML is shown"},
        {"a<br/>b", "a<br/>b/", "11:1 W HTML is shown"},
        {"<div>\na\n</div>", "<div> a </div>/", "11:1 W HTML is shown"},
        {"a < b > c <3", "a < b > c <3/", ""},
        {"[a](https://b.org)", "a/", "11:1 W a link to \"https://b.org\" leads nowhere"},
        {"<https://b.org>", "https://b.org/", "11:1 W a link to \"https://b.org\" leads nowhere"},
        {"a\n\n[b](PANEL:c)", "a/b/", "13:1 W a link to \"PANEL:c\" leads nowhere"},
        {"[a]()", "a/", "11:1 W a link to \"\" leads nowhere"},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct buffer prose = {0}, findings = {0};
        struct fixture f;

        read_markdown(&f, rows[i].markdown);
        dump(&f, &prose);
        finding_text(f.findings, &findings);
        assert_string_equal(prose.bytes, rows[i].prose);
        assert_int_equal(findings_total(f.findings), rows[i].finding[0] != '\0');
        assert_memory_equal(findings.bytes, rows[i].finding, strlen(rows[i].finding));
        buffer_finish(&prose);
        buffer_finish(&findings);
        end(&f);
    }
}

static void test_links(void **state)
{
    struct fixture f;
    const struct markdown_link *list;

    (void)state;
    read_markdown(&f, "a [b](panel:p)\nc\n[d *e*](term:t)\n\n- [f](event:v)");
    list = f.links.list;
    assert_int_equal(f.links.count, 4); /* one a span */
    assert_int_equal(list[0].link->kind, PROSE_LINK_PANEL);
    assert_string_equal(list[0].name, "p");
    assert_int_equal(list[0].origin.line, 11);
    assert_int_equal(list[1].link->kind, PROSE_LINK_TERM);
    assert_int_equal(list[1].origin.line, 13);
    assert_int_equal(list[3].link->kind, PROSE_LINK_EVENT);
    assert_int_equal(list[3].origin.line, 15);
    list[3].link->index = 7;
    assert_int_equal(f.prose.blocks[1].spans[0].link->kind, PROSE_LINK_EVENT);
    assert_int_equal(f.prose.blocks[1].spans[0].link->index, 7);
    const struct prose_span *spans = &f.prose.blocks[0].spans[3];

    assert_ptr_equal(spans[0].link, spans[1].link); /* one link, in two styles */
    list[0].span->link = NULL;
    assert_null(f.prose.blocks[0].spans[1].link);
    end(&f);
}

/* Long texts of markup take no more than their share of time, and nesting has an end. */
static void test_attacks(void **state)
{
    static const char *const parts[] = {"*a **b ", "[a](",          "![",  "<a", "`",  "> ",  "- ", "1. ",
                                        "&",       "[a](panel:b) ", "5*3", "|-", "\\", "**a*"};
    enum { BYTES = 200 * 1024 };

    (void)state;
    for (size_t i = 0; i < COUNTOF(parts); i++) {
        struct buffer text = {0};
        struct fixture f;

        while (text.length < BYTES)
            buffer_add(&text, parts[i], strlen(parts[i]));
        read_markdown(&f, text.bytes);
        for (int b = 0; b < f.prose.block_count; b++)
            assert_in_range(f.prose.blocks[b].depth, 0, 4);
        buffer_finish(&text);
        end(&f);
    }
}

static void test_entities(void **state)
{
    static const struct {
        const char *entity;
        uint32_t code;
    } rows[] = {
        {"&amp;", '&'},    {"&nbsp;", 0xA0}, {"&#65;", 'A'},        {"&#x41;", 'A'}, {"&#X1F600;", 0x1F600},
        {"&#x110000;", 0}, {"&#xD800;", 0},  {"&#0;", 0},           {"&#10;", 0},    {"&#;", 0},
        {"&#x;", 0},       {"&;", 0},        {"&#99999999999;", 0}, {"&#6a;", 0},    {"&Amp;", 0},
        {"&ampx;", 0},     {"amp;", 0},      {"&amp", 0},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        assert_int_equal(entity_code(rows[i].entity, strlen(rows[i].entity)), rows[i].code);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_prose),   cmocka_unit_test(test_surprises), cmocka_unit_test(test_links),
        cmocka_unit_test(test_attacks), cmocka_unit_test(test_entities),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
