/* How much there is to read, and how hard it is. */
#include "hardness/hardness.h"
#include "text/reading.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void words_are_counted_in_any_script(void **state)
{
    static const struct {
        const char *text;
        int words;
    } rows[] = {
        {"", 0},
        {" \n ", 0},
        {"one", 1},
        {"  two words\n", 2},
        {"36,6 % de 1970\u20131973", 4},
        {"it was so\u2014or was it?", 6},
        {"l'histoire d'Andr\u00E9, 36,6\u00A0%", 3},
        {"co\u00ADope\u00ADra\u00ADci\u00F3n", 1},
        {"1, 2 \u2026 - + \u00B7", 2},
        {"\u00BFQu\u00E9 pas\u00F3?", 2},
        {"\u041F\u0440\u0438\u0432\u0435\u0442 \u043C\u0438\u0440", 2},
        {"\u0645\u0631\u062D\u0628\u0627 \u0628\u0643\u0645", 2},
        {"\uCE60\uB808\uC758 \uC5ED\uC0AC", 2},                   /* Korean */
        {"\u0928\u092E\u0938\u094D\u0924\u0947 \u091C\u0940", 2}, /* Hindi */
        {"\u667A\u5229\u5171\u548C\u56FD\u3002", 3},              /* five ideographs */
        {"\u30C1\u30EA\u306E\u6B74\u53F2\u30011973\u5E74", 4},
        {"\u0E1B\u0E23\u0E30\u0E40\u0E17\u0E28\u0E44\u0E17\u0E22", 2}, /* Thai, nine letters */
        {"\u0E1B\u0E23\u0E30\u0E40\u0E17\u0E28 Chile", 3},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        const struct prose_span span = {.text = rows[i].text, .length = (int)strlen(rows[i].text)};
        const struct prose_block block = {.spans = &span, .span_count = 1};
        int words = reading_words(&(struct prose){&block, 1});

        if (words != rows[i].words)
            fail_msg("%s: %d words", rows[i].text, words);
    }
}

/* A word may be in two styles, but not in two paragraphs. */
static void spans_are_one_text(void **state)
{
    const struct prose_span spans[] = {{.text = "two wo", .length = 6}, {.text = "rdsX", .length = 3, .style = PROSE_STRONG}};
    const struct prose_block blocks[] = {{.spans = spans, .span_count = 2}, {.spans = spans + 1, .span_count = 1}};

    (void)state;
    assert_int_equal(reading_words(&(struct prose){blocks, 1}), 2);
    assert_int_equal(reading_words(&(struct prose){blocks, 2}), 3);
    assert_int_equal(reading_words(&(struct prose){NULL, 0}), 0);
}

#define FIVE "The sea was cold that day. "                   /* six short words */
#define LONG "Administrations nationalise infrastructures. " /* three long ones */

/* By hand: words a sentence, and the share of words longer than six letters. */
static void hardness_is_words_a_sentence_and_long_words(void **state)
{
    static const struct {
        const char *text, *language;
        int hardness;
    } rows[] = {
        {FIVE FIVE FIVE FIVE, "en", HARDNESS_NONE}, /* 24 words are too few */
        {FIVE FIVE FIVE FIVE FIVE, "en", 6},
        {FIVE FIVE FIVE FIVE FIVE LONG, "en", 15}, /* 33 / 6 + 100 * 3 / 33 */
        {LONG LONG LONG LONG LONG LONG LONG LONG LONG, "en", 103},
        {"They bought 36.6 % of it in 1973, and sold all of it in 1974, word by word and line by line, to the men in the port.", "en", 27},
        {"l\u2019histoire l\u2019histoire l\u2019histoire l\u2019histoire l\u2019histoire uno dos tres cuatro cinco seis siete ocho nueve "
         "diez once doce "
         "trece catorce quince uno dos tres cuatro cinco",
         "fr", 49}, /* 25 words in one sentence, six of them long */
        {"co\u00ADope\u00ADra\u00ADci\u00F3n uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece mil uno dos tres cuatro "
         "cinco seis "
         "siete ocho nueve diez",
         "es", 29},
        {"\u041C\u043E\u0440\u0435 \u0431\u044B\u043B\u043E \u0442\u0438\u0445\u0438\u043C. \u041C\u043E\u0440\u0435 "
         "\u0431\u044B\u043B\u043E "
         "\u0442\u0438\u0445\u0438\u043C. \u041C\u043E\u0440\u0435 \u0431\u044B\u043B\u043E \u0442\u0438\u0445\u0438\u043C. "
         "\u041C\u043E\u0440\u0435 "
         "\u0431\u044B\u043B\u043E \u0442\u0438\u0445\u0438\u043C. \u041C\u043E\u0440\u0435 \u0431\u044B\u043B\u043E "
         "\u0442\u0438\u0445\u0438\u043C. "
         "\u041C\u043E\u0440\u0435 \u0431\u044B\u043B\u043E \u0442\u0438\u0445\u0438\u043C. \u041C\u043E\u0440\u0435 "
         "\u0431\u044B\u043B\u043E "
         "\u0442\u0438\u0445\u0438\u043C. \u041C\u043E\u0440\u0435 \u0431\u044B\u043B\u043E \u0442\u0438\u0445\u0438\u043C. "
         "\u041C\u043E\u0440\u0435 "
         "\u0431\u044B\u043B\u043E \u0442\u0438\u0445\u0438\u043C.",
         "ru", 3},
        {"\u0645\u0631\u062D\u0628\u0627 \u0628\u0643\u0645 \u0645\u0631\u062D\u0628\u0627 \u0628\u0643\u0645 "
         "\u0645\u0631\u062D\u0628\u0627 "
         "\u0628\u0643\u0645 \u0645\u0631\u062D\u0628\u0627 \u0628\u0643\u0645 \u0645\u0631\u062D\u0628\u0627 \u0628\u0643\u0645 "
         "\u0645\u0631\u062D\u0628\u0627 \u0628\u0643\u0645 \u0645\u0631\u062D\u0628\u0627 \u0628\u0643\u0645 "
         "\u0645\u0631\u062D\u0628\u0627 "
         "\u0628\u0643\u0645 \u0645\u0631\u062D\u0628\u0627 \u0628\u0643\u0645 \u0645\u0631\u062D\u0628\u0627 \u0628\u0643\u0645 "
         "\u0645\u0631\u062D\u0628\u0627 \u0628\u0643\u0645 \u0645\u0631\u062D\u0628\u0627 \u0628\u0643\u0645 "
         "\u0645\u0631\u062D\u0628\u0627 "
         "\u0628\u0643\u0645",
         "ar", HARDNESS_NONE},
        {"", "en", HARDNESS_NONE},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        const struct prose_span span = {.text = rows[i].text, .length = (int)strlen(rows[i].text)};
        const struct prose_block block = {.spans = &span, .span_count = 1};
        int hardness = hardness_of(&(struct prose){&block, 1}, rows[i].language);

        if (hardness != rows[i].hardness)
            fail_msg("%s: LIX %d, not %d", rows[i].text, hardness, rows[i].hardness);
    }
}

/* A heading without a full stop ends with its paragraph. */
static void blocks_end_sentences(void **state)
{
    static const char words[] = "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece";
    const struct prose_span span = {.text = words, .length = (int)sizeof(words) - 1};
    const struct prose_block blocks[] = {{.spans = &span, .span_count = 1}, {.spans = &span, .span_count = 1}};

    (void)state;
    assert_int_equal(hardness_of(&(struct prose){blocks, 2}, "es"), 13);
    assert_string_equal(hardness_name(HARDNESS_EASY_MOST), "easy");
    assert_string_equal(hardness_name(HARDNESS_HARD), "hard");
    assert_string_equal(hardness_name(99), "very hard");
    assert_null(hardness_name(HARDNESS_NONE));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_counted_in_any_script),
        cmocka_unit_test(spans_are_one_text),
        cmocka_unit_test(hardness_is_words_a_sentence_and_long_words),
        cmocka_unit_test(blocks_end_sentences),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
