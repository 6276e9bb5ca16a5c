/* HTML as it is written: nothing of a text is markup, phrases in other languages are marked, and addresses lead to their files. */
#include "gallery/html.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static void what_is_written_is_text(void **state)
{
    static const struct {
        const char *text, *written;
    } rows[] = {
        {"plain", "plain"},
        {"<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"},
        {"a & b &amp; c", "a &amp; b &amp;amp; c"},
        {"\" onload='x'", "&quot; onload=&#39;x&#39;"},
        {"two\nlines", "two lines"},
        {"\x1B[2Jbell\a\tend\x7F", "[2Jbell end"},
        {"{} \u00E9 \u05D0", "{} \u00E9 \u05D0"},
        {"36,6 % of 1 %s % 5 ", "36,6&#160;% of 1&#160;%s % 5 "},
        {"\u0663\u0666 % \u0E51 % \u05D0 %", "\u0663\u0666&#160;% \u0E51&#160;% \u05D0 %"},
        {"", ""},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct buffer out = {0};
        char wanted[128];

        HTML(&out, "<p title=\"{}\">{}</p>", rows[i].text, "x");
        snprintf(wanted, sizeof(wanted), "<p title=\"%s\">x</p>", rows[i].written);
        assert_string_equal(out.bytes, wanted);
        buffer_finish(&out);
    }
}

static const char *to_panel(void *context, const struct prose_link *link)
{
    return link->kind == PROSE_LINK_PANEL ? context : NULL;
}

static void running_text_keeps_its_form(void **state)
{
    static const struct prose_link panel = {PROSE_LINK_PANEL, 3}, term = {PROSE_LINK_TERM, 1};
    static const struct prose_span first[] = {{"a <b> ", 6, 0, NULL},
                                              {"one", 3, 0, &panel},
                                              {" two", 4, PROSE_STRONG, &panel},
                                              {"\nend", 4, PROSE_EMPHASIS, NULL}},
                                   second[] = {{"item", 4, 0, &term}}, third[] = {{"deep", 4, 0, NULL}}, last[] = {{"end", 3, 0, NULL}};
    static const struct prose_block blocks[] = {{PROSE_PARAGRAPH, 0, NULL, first, 4},
                                                {PROSE_ITEM, 0, "1.", second, 1},
                                                {PROSE_ITEM, 1, "\u2022", third, 1},
                                                {PROSE_PARAGRAPH, 0, NULL, last, 1}};
    char address[] = "#panel-4";
    struct buffer out = {0};

    (void)state;
    html_prose(&out, &(struct prose){blocks, 4}, &(struct html_links){.address = to_panel, .context = address});
    assert_string_equal(out.bytes, "<p>a &lt;b&gt; <a href=\"#panel-4\">one<strong> two</strong></a><em><br>end</em></p>\n"
                                   "<ul role=\"list\">\n<li class=\"depth-0\"><span class=\"marker\">1.</span> item</li>\n"
                                   "<li class=\"depth-1\"><span class=\"marker\">\u2022</span> deep</li>\n</ul>\n<p>end</p>\n");
    buffer_finish(&out);
}

/* A phrase in another language is told apart, also where emphasis begins within it, and whichever way it is written. */
static void phrases_name_their_language(void **state)
{
    static const char *const languages[] = {"en", "es-CL"};
    static const struct words words[] = {{.language_name = "English"}, {.language_name = "Espa\u00F1ol"}};
    static const struct foreign_phrase phrases[] = {
        {"Viva <B>", "es", {0}}, {"Viva", "es", {0}}, {"\u0644\u0627", "ar", {0}}, {"one", "en-GB", {0}}};
    const struct exhibit exhibit = {.languages = (const char **)languages,
                                    .language_count = 2,
                                    .words = (struct words *)words,
                                    .phrases = (struct foreign_phrase *)phrases,
                                    .phrase_count = COUNTOF(phrases)};
    static const struct prose_span spans[] = {{.text = "Vivas Vi", .length = 8},
                                              {.text = "va <B> x", .length = 8, .style = PROSE_EMPHASIS}};
    static const struct prose_block block = {PROSE_PARAGRAPH, 0, NULL, (struct prose_span *)spans, 2};
    static const struct {
        int language;
        const char *text, *html;
    } rows[] = {
        {0, "Viva! VIVA", "<span lang=\"es\" dir=\"ltr\">Viva</span>! VIVA"},
        {0, "(\u0644\u0627) one", "(<span lang=\"ar\" dir=\"rtl\">\u0644\u0627</span>) one"},
        {1, "Viva one", "Viva <span lang=\"en-GB\" dir=\"ltr\">one</span>"},
        {1, "36 % Viva one", "36&#160;% Viva <span lang=\"en-GB\" dir=\"ltr\">one</span>"},
        {0, "English, Espa\u00F1ol", "English, <span lang=\"es-CL\" dir=\"ltr\">Espa\u00F1ol</span>"},
        {0, "", ""},
    };
    struct buffer out = {0};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        buffer_add(&out, "", 0);
        html_words(&out, rows[i].text, &(struct html_links){.exhibit = &exhibit, .language = rows[i].language});
        assert_string_equal(out.length > 0 ? out.bytes : "", rows[i].html);
        out.length = 0;
    }
    html_prose(&out, &(struct prose){(struct prose_block *)&block, 1}, &(struct html_links){.exhibit = &exhibit});
    assert_string_equal(
        out.bytes, "<p>Vivas <span lang=\"es\" dir=\"ltr\">Vi</span><em><span lang=\"es\" dir=\"ltr\">va &lt;B&gt;</span> x</em></p>\n");
    buffer_finish(&out);
}

static void names_of_files_are_addresses(void **state)
{
    struct arena *arena = arena_create();

    (void)state;
    assert_string_equal(html_address(arena, "panel-coup.en.large.png"), "panel-coup.en.large.png");
    assert_string_equal(html_address(arena, "a b#c?d%\"\u00E9.png"), "a%20b%23c%3Fd%25%22%C3%A9.png");
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_text),
        cmocka_unit_test(running_text_keeps_its_form),
        cmocka_unit_test(phrases_name_their_language),
        cmocka_unit_test(names_of_files_are_addresses),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
