/* Markdown into prose: blocks, spans, links, words, and what is said of the rest. */
#include "typed/entity.h"
#include "markdown/markdown.h"
#include "typed/plain.h"
#include "support/finding_text.h"
#include "text/reading.h"

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

/* As "|" blocks are read: the lines of the text are those of the file, from line 11 on, indented by four columns. */
static const struct node *block_of(struct arena *arena, const char *text)
{
    struct node *node = ARENA_NEW(arena, struct node);
    struct text_line *lines = ARENA_ARRAY(arena, struct text_line, strlen(text) + 1);

    *node = (struct node){.style = NODE_LITERAL, .origin = {"f.yaml", 10, 5}, .text = text, .lines = lines};
    for (int i = 0, line = 11; text[i]; i++)
        if (i == 0 || text[i - 1] == '\n')
            lines[node->line_count++] = (struct text_line){i, line++, 5};
    return node;
}

static void read_markdown(struct fixture *f, const char *text)
{
    *f = (struct fixture){.arena = arena_create(), .findings = findings_create()};
    struct report report = {f->findings, "f.yaml", 0};

    f->prose = markdown_read(f->arena, &report, block_of(f->arena, text), &f->links);
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

static const struct prose_row {
    const char *markdown, *prose;
    int words;
} proses[] = {
    {"", "", 0},
    {"One two.\nThree.\n\nFour.\n", "One two.\nThree./Four./", 4},
    {"a *b c* **d** ***e*** f", "a _b c_ *d* _*e*_ f/", 6},
    {"**bold**text and *it*alic", "*bold*text and _it_alic/", 3},
    {"first  \nsecond\\\nthird", "first\nsecond\nthird/", 3},
    {"- a\n- b *c*\n  - d\n    - e\n- f\n\nend", "0\u2022 a/0\u2022 b _c_/1\u2013 d/2\u2013 e/0\u2022 f/end/", 7},
    {"1. a\n2. b\n   1. c\n3. d", "01. a/02. b/11. c/03. d/", 4},
    {"- a\n\n  more\n\n- b", "0\u2022 a/0 more/0\u2022 b/", 3},
    {"- a\n\n  - b\n\n  after\n\nend", "0\u2022 a/1\u2013 b/0 after/end/", 4},
    {"[the *real* thing](panel:coup), x", "<panel:coup|the ><panel:coup|_real_><panel:coup| thing>, x/", 4},
    {"[a](term:b)[c](event:T1)", "<term:b|a><event:T1|c>/", 1},
    {"1973. The year\n1896) too, 12. not", "1973. The year\n1896) too, 12. not/", 7},
    {"  1973. The year", "1973. The year/", 3},
    {"a\n\n1. one\n2. more\n\n1999. two", "a/01. one/02. more/1999. two/", 5},
    {"5 * 3 * 2 and 5*3", "5 * 3 * 2 and 5*3/", 5},
    {"&amp;&nbsp;&#8211;&#x2014;&lt;&ntilde;&copy", "&\u00a0\u2013\u2014<\u00f1&copy/", 1},
    {"\\*no\\* &ndash; \\[x\\]", "*no* \u2013 [x]/", 2},
    {"snake_case_name and *open", "snake_case_name and *open/", 3},
    {"a   b\tc", "a b c/", 3},
    {"¿Qué? — sí", "¿Qué? — sí/", 2},
    {"1 - 2\n-3", "1 - 2\n-3/", 3},
    /* Days, signs and stars are text. */
    {"11. September 1953\n\n18. September 1953", "11. September 1953/18. September 1953/", 6},
    {"11. Mai\n12. Mai\n\n3. Juni", "011. Mai/012. Mai/3. Juni/", 4},
    {"1. Mai 1973", "1. Mai 1973/", 3},
    {"Im Jahr\n1. Mai", "Im Jahr\n1. Mai/", 4},
    {"+ 3 °C\n\n- 3 °C\n\n* 12. Juli", "+ 3 °C/- 3 °C/* 12. Juli/", 6},
    {"- one\n  - alone\n- two", "0\u2022 one/1\u2013 alone/0\u2022 two/", 3},
    {"1. one\n\n   more", "01. one/0 more/", 2},
    {"\u2022 one\n\u2022 2 two", "0\u2022 one/0\u2022 2 two/", 3},
    {"Besucher*innen und Leser*innen", "Besucher*innen und Leser*innen/", 3},
    {"2*3 and 4*5", "2*3 and 4*5/", 3},
    {"\u8fd9\u662f*\u91cd\u70b9*\u5185", "\u8fd9\u662f_\u91cd\u70b9_\u5185/", 3},
    {"\u0648**\u0646\u0635 \u0628** \u0648*\u0646\u0635 \u0628*, a**b c**",
     "\u0648*\u0646\u0635 \u0628* \u0648_\u0646\u0635 \u0628_, a*b c*/", 6},
    {"**W**orld, un*think*", "*W*orld, un_think_/", 2},
    {"_ _ and *leaf, a_b and 2 * 3", "_ _ and *leaf, a_b and 2 * 3/", 6},
    /* Remarks. */
    {"a <!-- b --> c <!-- d -->\ne", "a c\ne/", 3},
    {"a\n<!-- b\n\nc -->\nd", "a\nd/", 2},
    {"<!-- a -->\n\nb<!-- c -->.", "b./", 1},
    {"\\<!-- a -->", "<!-- a -->/", 1},
};

static void test_prose(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(proses); i++) {
        struct buffer text = {0};
        struct fixture f;

        read_markdown(&f, proses[i].markdown);
        dump(&f, &text);
        assert_string_equal(text.bytes, proses[i].prose);
        if (reading_words(&f.prose) != proses[i].words)
            fail_msg("\"%s\": %d words instead of %d", proses[i].markdown, reading_words(&f.prose), proses[i].words);
        buffer_finish(&text);
        end(&f);
    }
}

/* expected: how each line begins, split by "|". */
static void assert_findings(struct buffer *found, const char *expected)
{
    const char *at = found->length > 0 ? found->bytes : "";

    for (const char *next = expected; *next; next += strcspn(next, "|"), next += *next == '|') {
        size_t length = strcspn(next, "|");

        if (strncmp(at, next, length) != 0)
            fail_msg("\"%s\" instead of \"%s\"", at, next);
        at += strcspn(at, "\n");
        at += *at == '\n';
    }
    assert_string_equal(at, "");
}

/* The text starts in line 11, column 5. */
static const struct surprise {
    const char *markdown, *prose, *findings;
} surprises[] = {
    {"a\n\n# b\n# c", "a/b/c/", "13:5 W a heading (\"#\"|14:5 W a heading (\"#\""},
    {"a\n---\nb\n===", "a/b/", "11:5 W a heading (\"#\"|13:5 W a heading (\"#\""},
    {"# a #\n\n---", "a/", "11:5 W a heading|13:5 W a dividing line"},
    {"> a\n> b\n\nc\n\n> d", "a\nb/c/d/", "11:5 W a quotation (\">\"|16:5 W a quotation (\">\""},
    {"> 50 %", "> 50 %/", "11:5 W \">\" before a number"},
    {"a\n\n***\n\n***\nb", "a/b/", "13:5 W a dividing line|15:5 W a dividing line"},
    {"a\n\n* * *\n* b\n* c", "a/0\u2022 b/0\u2022 c/", "13:5 W a dividing line"},
    {"a\n\n***\n", "a/", "13:5 W a dividing line"},
    {"a `b` c\n`d`", "a b c\nd/", "11:7 W text between backquotes|12:5 W text between backquotes"},
    {"```\na\nb\n```\n\n~~~\n~~~", "a\nb/", "11:5 W text between backquotes|16:5 W text between backquotes"},
    {"a\n\n```\n\n```\n\nb", "a/b/", "13:5 W text between backquotes"},
    {"    not code", "not code/", "11:9 W text indented by four"},
    {"a\n   b\n  c\n\n  d", "a\nb\nc/d/", "12:8 W the spaces at the start|15:7 W the spaces at the start"},
    {"|a|b|\n|---|---|\n|c|d|\n\ne", "|a|b|\n|---|---|\n|c|d|/e/", "12:5 W a table"},
    {"|a|\n|---|\n\n|b|\n|---|", "|a|\n|---|/|b|\n|---|/", "12:5 W a table|15:5 W a table"},
    {"x ![a *b*](c.png) y", "x a _b_ y/", "11:7 W a picture inside the text"},
    {"![](a.png)\n![](b.png)", "", "11:5 W a picture inside the text|12:5 W a picture inside the text"},
    {"a\nb <b>c</b> <i>d</i>", "a\nb <b>c</b> <i>d</i>/", "12:7 W HTML is shown|12:16 W HTML is shown"},
    {"a<br/>b", "a<br/>b/", "11:6 W HTML is shown"},
    {"<div>\na\n</div>", "<div>\na\n</div>/", "11:5 W HTML is shown"},
    {"a < b > c <3", "a < b > c <3/", ""},
    {"[a](https://b.org)", "a/", "11:5 W a link to \"https://b.org\" leads nowhere"},
    {"<https://b.org>", "https://b.org/", "11:5 W a link to \"https://b.org\" leads nowhere"},
    {"a\n\nx [b](PANEL:c)", "a/x b/", "13:7 W a link to \"PANEL:c\" leads nowhere"},
    {"[a]()", "a/", "11:5 W a link to \"\" leads nowhere"},
    {"a [](panel:b)", "a /", "11:7 W a link without words"},
    {"[a](panel:b \"c\")", "<panel:b|a>/", "11:5 W the words in quotes"},
    {"[a] (panel:b)", "[a] (panel:b)/", "11:9 W this link is shown as it is typed"},
    {"[a]: /b\n\n[c]: /d \"e\"\nf", "f/", "11:5 W \"[a]: /b\" is not shown|13:5 W \"[c]: /d \"e\"\" is not shown"},
    {"a\n- b", "a\n- b/", "12:5 W one item alone"},
    {"- 3 a\n- b", "- 3 a\n- b/", "11:5 W a sign before a number"},
    {"- a\n-\n- b", "0\u2022 a/0\u2022 b/", "12:5 W an item of a list without words"},
    {"- - a", "1\u2013 a/", "11:5 W an item of a list without words"},
    {"**「重要」**である", "**「重要」**である/", "11:5 W stars that do not touch"},
    {"**重要。**次 **a**", "**重要。**次 *a*/", "11:5 W stars that do not touch"},
    {"강조는 **\"중요\"**는", "강조는 **\"중요\"**는/", "11:9 W stars that do not touch"},
    {"*Titel *", "*Titel */", "11:5 W stars that do not touch"},
    {"**fett **x", "**fett **x/", "11:5 W two stars that are not closed|11:12 W two stars that are not closed"},
    {"(*1906) und (*1910), *.jpg", "(*1906) und (*1910), *.jpg/", ""},
    {"Anna*, Otto*, *.jpg", "Anna*, Otto*, *.jpg/", ""},
    {"7) a\n8) b", "07) a/08) b/", ""},
    {"a|b\n-|-", "a|b\n-|-/", "12:5 W a table is shown as it is typed"},
    {"> |a|b|\n> |:--|--:|\n> |c|*d*|", "|a|b|\n|:--|--:|\n|c|_d_|/", "11:5 W a quotation|12:7 W a table is shown as it is typed"},
    {"`a   b \nc`", "a b c/", "11:5 W text between backquotes"},
    {"1. a\n1. b\n1. c", "1. a\n1. b\n1. c/", "12:6 W the numbers of this list do not run"},
    {"1. a\n2. b\n2. c\n3. d", "01. a/02. b/02. c/03. d/", "13:6 W the numbers of this list do not run"},
    /* CommonMark's own examples that come out otherwise and are not told, for nothing of them is lost: a number that begins no list of
     * one, two, three stands as it is typed, and what a remark leaves when it is taken out is read on. */
    {"123456789. ok", "123456789. ok/", ""},
    {"0. ok", "0. ok/", ""},
    {"003. ok", "003. ok/", ""},
    {"1. foo\n2. bar\n3) baz", "01. foo/02. bar\n3) baz/", ""},
    {"The number of windows in my house is\n1.  The number of doors is 6.",
     "The number of windows in my house is\n1. The number of doors is 6./", ""},
    {"<!-- foo -->*bar*\n*baz*", "_bar_\n_baz_/", ""},
    {"  <!-- foo -->\n\n    <!-- foo -->", "", ""},
    {"-   foo\n\n    notcode\n\n-   foo\n\n<!-- -->\n\n    code", "0• foo/0 notcode/0• foo/0 code/", ""},
    {"foo <!--> foo -->\n\nfoo <!---> foo -->", "foo foo -->/foo foo -->/", ""},
    {"5**€**mehr", "5**€**mehr/", "11:6 W stars that do not touch"},
    {"**30°**C und *5 €* mehr", "**30°**C und _5 €_ mehr/", "11:5 W two stars that are not closed|11:10 W stars that do not touch"},
    {"*Lego*® und **Leica**™ →*Name*\n\n**a *b*° c** ±*2*", "_Lego_® und *Leica*™ →_Name_/*a *_*b*_*° c* ±_2_/", ""},
    {"*a\n\nb*€c*", "*a/b*€c*/", "13:6 W stars that do not touch"},
    {"€_a_ und a__€__", "€_a_ und a__€__/", ""},
    {"5*6*7, un*think*able", "5*6*7, un*think*able/", "11:6 W a star inside a word|11:14 W a star inside a word"},
    {"a **b\n**c", "a **b\n**c/", "11:7 W two stars that are not closed|12:5 W two stars that are not closed"},
    {"a \\*\\*b", "a **b/", ""},
    {"a &foo; &#0; &copy;", "a &foo; &#0; \u00a9/", "11:7 W \"&foo;\" stands for no letter|11:13 W \"&#0;\" stands for no letter"},
    {"&copy 2020, &eacute, R&D, Q&A, &c.", "&copy 2020, &eacute, R&D, Q&A, &c./",
     "11:5 W \"&copy\" is shown as it is typed; close|11:17 W \"&eacute\" is"},
    {"- [ ] a\n- [x] b", "0\u2022 [ ] a/0\u2022 [x] b/", "11:5 W \"- [ ] a\" is markup|12:5 W \"- [x] b\" is markup"},
    {"a <!-- b", "a <!-- b/", "11:7 W this remark is never closed"},
    {"a <!-- b <!-- c --> d", "a d/", "11:7 W this remark is never closed"},
    {"{{ a }} b\n{% c %}", "{{ a }} b\n{% c %}/", "11:5 W \"{{ a }}\" is a sign of templates|12:5 W \"{% c %}\" is a sign of templates"},
    {"a ${b} <%= c %>", "a ${b} <%= c %>/", "11:7 W \"${b}\" is a sign of templates|11:12 W \"<%= c %>\" is a sign of templates"},
    {"\\{\\{ a \\}\\} \\{\\% b \\%\\} \\[^1] \\~\\~c\\~\\~", "{{ a }} {% b %} [^1] ~~c~~/", ""},
    {"a ~~b~~ c[^1]\n\n[^1]: d", "a ~~b~~ c[^1]/[^1]: d/",
     "11:7 W \"~~b~~\" is not struck out|11:14 W \"[^1]\" is no footnote|13:5 W \"[^1]\" is no footnote"},
    {"[[a]] and ''b'' and '''c'''", "[[a]] and ''b'' and '''c'''/",
     "11:5 W \"[[a]]\" is markup of a wiki|11:15 W \"''b''\" is markup of a wiki|11:25 W \"'''c'''\" is markup of a wiki"},
    {"\u05e6\u05d4''\u05dc, \u05d3''\u05e8, x.org/a?id=3&lang=es&copy=2",
     "\u05e6\u05d4''\u05dc, \u05d3''\u05e8, x.org/a?id=3&lang=es&copy=2/", ""},
    {"33\u00b0 26' 12'' S, 70\u00b0 39' 2'' W", "33\u00b0 26' 12'' S, 70\u00b0 39' 2'' W/", ""},
    {"[b]a[/b] [gallery ids=\"1\"] [sic] [n=5]", "[b]a[/b] [gallery ids=\"1\"] [sic] [n=5]/",
     "11:5 W \"[b]\" is markup of another program|11:14 W \"[gallery ids=\"1\"]\" is markup of another program"},
    {"a {#b} {.c}\n::: d", "a {#b} {.c}\n::: d/",
     "11:7 W \"{#b}\" is an attribute|11:12 W \"{.c}\" is an attribute|12:5 W \"::: d\" is markup of another tool"},
    {":smile: 12:30:45 $$x^2$$", ":smile: 12:30:45 $$x^2$$/", "11:5 W \":smile:\" is the name|11:22 W \"$$x^2$$\" is a formula's markup"},
    {"H~2~O ==a== x^2^ ++b++", "H~2~O ==a== x^2^ ++b++/",
     "11:6 W \"~2~\" is markup|11:11 W \"==a==\" is markup|11:18 W \"^2^\" is markup|11:22 W \"++b++\" is markup"},
    {"a == b, C++ and D++, ~5 to ~9", "a == b, C++ and D++, ~5 to ~9/", ""},
    {"a.\\nb", "a.\\nb/", "11:7 W a backslash and an n"},
    {"C:\\notes, in C:\\news", "C:\\notes, in C:\\news/", ""},
    {"a\\r\\nb", "a\\r\\nb/", "11:6 W a backslash and an n"},
    {"Salt &#38 &#x26 Stra&szlige AT&ampT Race&ethnicity &#1", "Salt &#38 &#x26 Stra&szlige AT&ampT Race&ethnicity &#1/",
     "11:10 W \"&#38\" is shown as it is typed; close|11:15 W \"&#x26\" is|11:25 W \"&szlig\" is|11:35 W \"&amp\" is"},
    {"&amp;lt;b&amp;gt; &amp;eacute; &amp;foo; &amp; &amp;amp;", "&lt;b&gt; &eacute; &foo; & &amp;/",
     "11:5 W \"&amp;lt;\" was escaped twice|11:14 W \"&amp;gt;\" was|11:23 W \"&amp;eacute;\" was|11:52 W \"&amp;amp;\" was"},
    {"&lt;B&gt;a&lt;/B&gt; 3 &lt; 4 &lt;name&gt; &lt;br /&gt;", "<B>a</B> 3 < 4 <name> <br />/",
     "11:5 W HTML is shown|11:48 W HTML is shown"},
    {"a<o:p></o:p> <ParaStyle:Body>b <c:> <http:c>", "a<o:p></o:p> <ParaStyle:Body>b <c:> http:c/",
     "11:6 W HTML is shown|11:18 W HTML is shown|11:36 W HTML is shown|11:41 W a link to \"http:c\" leads nowhere"},
    {"the ** important ** words, 2 ** 3 ** 4, a ** b", "the ** important ** words, 2 ** 3 ** 4, a ** b/", "11:9 W stars that do not touch"},
    {"\\textbf{a} \\begin{quote} Gr\\\"u\\ss e \\~{n} C:\\items\\{b}", "\\textbf{a} \\begin{quote} Gr\"u\\ss e ~{n} C:\\items{b}/",
     "11:5 W \"\\textbf{a}\" is a command of TeX|11:16 W \"\\begin{quote}\" is a command|11:32 W \"\\\"u\" is an accent as TeX|"
     "11:35 W \"\\ss\" is a command|11:41 W \"\\~{n}\" is an accent"},
    {"it\\'s \\\"Word\\\" d\\*e", "it's \"Word\" d*e/", ""},
    {"$z$, $x_1 + y$, $5, A$ 3, US$2 and $1,000\u2013$2,000, a$b$", "$z$, $x_1 + y$, $5, A$ 3, US$2 and $1,000\u2013$2,000, a$b$/",
     "11:5 W \"$z$\" is a formula's markup|11:10 W \"$x_1 + y$\" is a formula's"},
    {"``a'' x_{1} @@b@@ %%c%%", "``a'' x_{1} @@b@@ %%c%%/",
     "11:5 W \"``a''\" is a command of TeX|11:12 W \"_{1}\" is a formula's|11:17 W \"@@b@@\" is a sign of t|11:23 W \"%%c%%\" is a sign of "
     "t"},
    {"{\\rtf1 =?utf-8?B?R3I=?= [IF !supportLists]", "{\\rtf1 =?utf-8?B?R3I=?= [IF !supportLists]/",
     "11:5 W \"{\\rtf\" is a document's code|11:12 W \"=?utf-8?\" is a document's|11:29 W \"[IF !support\" is a document's"},
    {"Error! Bookmark not defined. #REF! #\u00a1VALOR! #3", "Error! Bookmark not defined. #REF! #\u00a1VALOR! #3/",
     "11:10 W \"! Bookmark not defined\" is what a program|11:34 W \"#REF!\" is what|11:40 W \"#\u00a1VALOR!\" is what"},
    {"%s and %d, 100 %, 5 %d, 1,05E+12, E+05, 3E+5", "%s and %d, 100 %, 5 %d, 1,05E+12, E+05, 3E+5/",
     "11:5 W \"%s\" is a sign of templates|11:12 W \"%d\" is a sign of|11:29 W \"1,05E+12\" is a number as a spreadsheet"},
    {"1E+12 (1.2E+019)", "1E+12 (1.2E+019)/", "11:5 W \"1E+12\" is a number as|11:12 W \"1.2E+019\" is a number as"},
    {"=SUM(A1:A9)", "=SUM(A1:A9)/", "11:5 W \"=SUM(A1:A9)\" is a document's code"},
    {"Lorem ipsum dolor\n\nThe lorem ipsum", "Lorem ipsum dolor/The lorem ipsum/", "11:5 W \"Lorem ipsum\" holds the place"},
    {"H_2O, CO_2 and Fe_2O_3", "H_2O, CO_2 and Fe_2O_3/",
     "11:5 W \"H_2\" is a formula's markup|11:11 W \"CO_2\" is|11:20 W \"Fe_2\" is|11:24 W \"O_3\" is"},
    {"(NH_4)_2 x_1, panel_2 IMG_20 a_b_1 x_1.png Hall_3 x_123", "(NH_4)_2 x_1, panel_2 IMG_20 a_b_1 x_1.png Hall_3 x_123/",
     "11:6 W \"NH_4\" is a|11:10 W \")_2\" is a|11:14 W \"x_1\" is a formula's"},
    {"MS_12 AB_01 VIDEO_1 ISO_9 https://a.org/A_1 a.org/b/H_2 HCO_3", "MS_12 AB_01 VIDEO_1 ISO_9 https://a.org/A_1 a.org/b/H_2 HCO_3/",
     "11:61 W \"HCO_3\" is a formula's"},
    {"[TOC]\n\nexport const a = 1\n\nThe export const", "[TOC]/export const a = 1/The export const/",
     "11:5 W \"[TOC]\" is markup of another tool|13:5 W \"export const \" is a document's code"},
    {"@Body Text:The hill\n@ana: hello, a@b.org:c", "@Body Text:The hill\n@ana: hello, a@b.org:c/",
     "11:5 W \"@Body Text:\" is a document's code"},
    /* Where lines end. */
    {"Die Ver-\nfassung ge-\n\n\u00e4ndert", "Die Ver-\nfassung ge-/\u00e4ndert/", "11:12 W a word that was parted"},
    {"Vor-\nund Nachteile, Nord-\nAmerika, 5-\na", "Vor-\nund Nachteile, Nord-\nAmerika, 5-\na/", ""},
    {"Ver\u00ad fassung Ver\u00acfassung Ver\u00adfassung \u00acp", "Ver\u00ad fassung Ver\u00acfassung Ver\u00adfassung \u00acp/",
     "11:8 W a word that was parted|11:21 W a word that was parted"},
    {"a\tb\nc\td", "a b\nc d/", "12:5 W the columns of a table"},
    {"a;b;c\nd;e;f\n\n1,5 kg; 2 kg", "a;b;c\nd;e;f/1,5 kg; 2 kg/", "12:5 W the columns of a table"},
    {"\"a\",\"b\",\"c\"", "\"a\",\"b\",\"c\"/", "11:7 W the columns of a table"},
    {"a=20\nb=\nc = d", "a=20\nb=\nc = d/", "11:6 W \"=20\" is a document's code"},
    {"Lines that were copied out of a document in columns end\nwhere the column did and nowhere else, so that visitors\n"
     "would read a text with ragged ends that nobody has put\nthere.",
     "Lines that were copied out of a document in columns end\nwhere the column did and nowhere else, so that visitors\n"
     "would read a text with ragged ends that nobody has put\nthere./",
     "11:5 W lines that ended where a column did"},
    {"And all the hills that stand along the river in the evening\nand all the boats that lie upon the water of the bay\n"
     "have seen the many who went down to it\nand those who came again",
     "And all the hills that stand along the river in the evening\nand all the boats that lie upon the water of the bay\n"
     "have seen the many who went down to it\nand those who came again/",
     ""},
    {"Text \u00e9 \u00e9 <b>", "Text \u00e9 \u00e9 <b>/", "11:14 W HTML is shown"},
};

/* What cannot be shown becomes plain paragraphs; what means nothing here is shown as it is typed. */
static void test_surprises(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(surprises); i++) {
        struct buffer prose = {0}, findings = {0};
        struct fixture f;

        read_markdown(&f, surprises[i].markdown);
        dump(&f, &prose);
        finding_text(f.findings, &findings);
        assert_string_equal(prose.bytes, surprises[i].prose);
        assert_findings(&findings, surprises[i].findings);
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
    read_markdown(&f, "a [b](panel:p)\nc\n[d *e*](term:t)\n\n- [f](event:v)\n- g");
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
        const char *entity, *letters;
    } rows[] = {
        {"&amp;", "&"},
        {"&nbsp;", "\u00a0"},
        {"&#65;", "A"},
        {"&#x41;", "A"},
        {"&#X1F600;", "\U0001f600"},
        {"&eacute;", "é"},
        {"&rarr;", "→"},
        {"&Dcaron;", "Ď"},
        {"&ngE;", "≧̸"},
        {"&semi;", ";"},
        {"&Tab;", " "},
        {"&AElig;", "Æ"},
        {"&zwnj;", "\u200c"},
        {"&CounterClockwiseContourIntegral;", "∳"},
        {"&#146;", "’"},
        {"&#150;", "–"},
        {"&#x80;", "€"},
        {"&#129;", ""},
        {"&#x110000;", ""},
        {"&#xD800;", ""},
        {"&#0;", ""},
        {"&#10;", ""},
        {"&#;", ""},
        {"&#x;", ""},
        {"&;", ""},
        {"&#99999999999;", ""},
        {"&#6a;", ""},
        {"&Amp;", ""},
        {"&ampx;", ""},
        {"amp;", ""},
        {"&amp", ""},
        {"&am;", ""},
        {"&p;", ""},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct entity entity = entity_read(rows[i].entity, strlen(rows[i].entity));

        assert_int_equal(entity.length, strlen(rows[i].letters));
        assert_memory_equal(entity.bytes, rows[i].letters, entity.length);
    }
}

/* As YAML reads them: what is left of empty lines begins paragraphs, and lines below an item's sign belong to it. */
static void test_folded(void **state)
{
    static const struct {
        const char *source, *prose;
    } rows[] = {
        {"a: >\n  one\n  two\n\n  three\n\n\n  four\n", "one two/three/four/"},
        {"a: >-\n  - one\n    more\n\n  - two\n    more\n", "0\u2022 one more/0\u2022 two more/"},
        {"a: >\n  one\n    two\n    three\n", "one\ntwo\nthree/"},
        {"a: one\n  two\n\n  three\n", "one two/three/"},
        {"a: \"one\n\n  two\"\n", "one/two/"},
        {"a: \"one\\ntwo\\n\\nthree\"\n", "one\ntwo/three/"},
        {"a: |\n  one\n  two\n", "one\ntwo/"},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct fixture f = {.arena = arena_create(), .findings = findings_create()};
        struct report report = {f.findings, "f.yaml", 0};
        struct yaml_source source = {.bytes = rows[i].source, .size = strlen(rows[i].source)};
        struct buffer text = {0};

        f.prose = markdown_read(f.arena, &report, yaml_find(yaml_read(f.arena, &report, &source), "a"), &f.links);
        dump(&f, &text);
        assert_string_equal(text.bytes, rows[i].prose);
        buffer_finish(&text);
        end(&f);
    }
}

/* What YAML joins into one line, and was typed as several. */
static void test_joined(void **state)
{
    static const struct {
        const char *source, *findings;
    } rows[] = {
        {"a: >\n  The rooms:\n  \u2022 the hall\n  \u2022 the yard\n", "3:3 W this line begins as an item"},
        {"a: >\n  The rooms:\n  - the hall\n  - the yard\n", "3:3 W this line begins as an item"},
        {"a: >\n  The rooms \u2013 the hall\n  \u2013 and the yard\n  \u2013 are open.\n", ""},
        {"a: >\n  The rooms that are open\n  \u2013 and the yard.\n", ""},
        {"a: One\n  \u2022 two\n", "2:3 W this line begins as an item"},
        {"a: >\n  1. one\n  2. two\n", "3:3 W this line begins as an item"},
        {"a: >\n  It was in room\n  2. There it stood until\n  1973.\n", ""},
        {"a: >\n  The rooms:\n\n  \u2022 the hall\n\n  \u2022 the yard\n", ""},
        {"a: |\n  The rooms:\n  \u2022 the hall\n  \u2022 the yard\n", ""},
        {"a: >\n  Die Ver-\n  fassung\n", "2:10 W a word that was parted"},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct fixture f = {.arena = arena_create(), .findings = findings_create()};
        struct report report = {f.findings, "f.yaml", 0};
        struct yaml_source source = {.bytes = rows[i].source, .size = strlen(rows[i].source)};
        struct buffer findings = {0};

        markdown_read(f.arena, &report, yaml_find(yaml_read(f.arena, &report, &source), "a"), &f.links);
        finding_text(f.findings, &findings);
        assert_findings(&findings, rows[i].findings);
        buffer_finish(&findings);
        end(&f);
    }
}

static void test_plain(void **state)
{
    static const struct {
        const char *typed, *shown, *findings;
    } rows[] = {
        {"The hill &amp; the mill", "The hill & the mill", ""},
        {"Caf&eacute; &rarr; &nLt; \tx \n", "Caf\u00e9 \u2192 \u226a\u20d2  x \n", ""},
        {"A &amp;amp; B", "A &amp; B", "10:7 W \"&amp;amp;\" was escaped twice"},
        {"#NAME?", "#NAME?", "10:5 W \"#NAME?\" is what a program writes"},
        {"a <!-- b --> c<!-- d -->.<!-- e -->", "a c.", ""},
        {"a &foo; <!-- b", "a &foo; <!-- b", "10:7 W \"&foo;\" stands for no letter|10:13 W this remark is never closed"},
        {"**a** *b* _c_ `d` \\*e\\*", "**a** *b* _c_ `d` \\*e\\*",
         "10:5 W \"**a**\" is shown as it is typed|10:11 W \"*b*\" is|10:15 W \"_c_\" is|10:19 W \"`d`\" is"},
        {"5*3*2, a_b_c, *leaf, 12:30 [sic] #3 + - 1. 2)", "5*3*2, a_b_c, *leaf, 12:30 [sic] #3 + - 1. 2)", ""},
        {"a<br>b [c](panel:d)", "a<br>b [c](panel:d)", "10:6 W HTML is shown|10:14 W \"](panel:d)\" is shown as it is typed"},
        {"## A title", "## A title", "10:5 W \"##\" is shown as it is typed"},
        {"#3 and # 4, ![](x.png)", "#3 and # 4, ![](x.png)", "10:19 W \"](x.png)\" is shown as it is typed"},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct buffer findings = {0};
        struct fixture f = {.arena = arena_create(), .findings = findings_create()};
        struct report report = {f.findings, "f.yaml", 0};
        const struct node node = {.origin = {"f.yaml", 10, 5}, .text = rows[i].typed};

        assert_string_equal(plain_read(f.arena, &report, &node), rows[i].shown);
        finding_text(f.findings, &findings);
        assert_findings(&findings, rows[i].findings);
        buffer_finish(&findings);
        end(&f);
    }
}

static void test_visible(void **state)
{
    (void)state;
    assert_false(plain_is_visible(" \n\t\u00a0&nbsp;<!-- a --><!-- b -->"));
    assert_true(plain_is_visible("<!-- a"));
    assert_true(plain_is_visible("&nbsp"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_prose),   cmocka_unit_test(test_surprises), cmocka_unit_test(test_links),
        cmocka_unit_test(test_attacks), cmocka_unit_test(test_entities),  cmocka_unit_test(test_folded),
        cmocka_unit_test(test_plain),   cmocka_unit_test(test_visible),   cmocka_unit_test(test_joined),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
