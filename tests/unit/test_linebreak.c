/* Line breaks: UAX #14 as libunibreak knows it, its aborts guarded, its gaps mended. */
#include "text/linebreak.h"

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define FLAG_CL "\xF0\x9F\x87\xA8\xF0\x9F\x87\xB1" /* regional indicators C and L */
#define FLAG_AR "\xF0\x9F\x87\xA6\xF0\x9F\x87\xB7"
#define WOMAN "\xF0\x9F\x91\xA9"
#define SKIN "\xF0\x9F\x8F\xBD"
#define JOINER "\xE2\x80\x8D"
#define SHY "\xC2\xAD"
#define NBSP "\xC2\xA0"
#define EN_DASH "\xE2\x80\x93"
#define EM_DASH "\xE2\x80\x94"

/* In what is expected '|' is a break that may be, '~' behind a soft hyphen, '#' one that must be. */
static void prints_breaks(void **state)
{
    static const struct {
        const char *text, *expected;
    } rows[] = {
        {"", ""},
        {"a", "a#"},
        {"two words", "two |words#"},
        {"a  b", "a  |b#"},
        {"one\ntwo\r\nthree", "one\n#two\r\n#three#"},
        {"co-op and/or", "co-|op |and/|or#"},
        {"36,6" NBSP "% of 1.5", "36,6" NBSP "% |of |1.5#"},
        {"36,6 % de 20", "36,6 % |de |20#"},
        {"\xC2\xBFqu\xC3\xA9? (s\xC3\xAD) \xC2\xABno\xC2\xBB", "\xC2\xBFqu\xC3\xA9? |(s\xC3\xAD) |\xC2\xABno\xC2\xBB#"},
        {"x" EM_DASH "y " EM_DASH " z", "x|" EM_DASH "|y |" EM_DASH " |z#"},
        {"de" SHY "mo", "de" SHY "~mo#"},
        {"de" SHY " mo", "de" SHY " |mo#"},
        {"1970" EN_DASH "1973", "1970" EN_DASH "1973#"},
        {"Chile" EN_DASH "Peru", "Chile" EN_DASH "|Peru#"},
        {"a\xE2\x80\x8B"
         "b",
         "a\xE2\x80\x8B|b#"},
        {"a\xE2\x81\xA0 b\xE2\x81\xA0-\xE2\x81\xA0"
         "c",
         "a\xE2\x81\xA0 |b\xE2\x81\xA0-\xE2\x81\xA0"
         "c#"},
        {"\xE4\xB8\xAD\xE6\x96\x87", "\xE4\xB8\xAD|\xE6\x96\x87#"},
        {FLAG_CL, FLAG_CL "#"},
        {FLAG_CL FLAG_AR "x", FLAG_CL "|" FLAG_AR "|x#"},
        {"a " FLAG_CL " b", "a |" FLAG_CL " |b#"},
        {WOMAN SKIN JOINER WOMAN WOMAN, WOMAN SKIN JOINER WOMAN "|" WOMAN "#"},
        {"e\xCC\x81-e\xCC\x81", "e\xCC\x81-|e\xCC\x81#"},
        {"a\xEF\xBF\xBF b", "a|\xEF\xBF\xBF |b#"}, /* U+FFFF ends libunibreak's text */
    };
    static const char marks[] = {[LINEBREAK_MAY] = '|', [LINEBREAK_SOFT] = '~', [LINEBREAK_MUST] = '#'};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct arena *arena = arena_create();
        struct buffer out = {0};
        uint8_t breaks[128];
        int length = (int)strlen(rows[i].text);

        buffer_add(&out, "", 0);
        linebreak_find(arena, &(struct linebreak_text){rows[i].text, length, "es"}, breaks);
        for (int k = 0; k < length; k++) {
            buffer_add(&out, rows[i].text + k, 1);
            if (breaks[k] != LINEBREAK_NONE)
                buffer_add(&out, &marks[breaks[k]], 1);
        }
        assert_string_equal(out.bytes, rows[i].expected);
        buffer_finish(&out);
        arena_destroy(arena);
    }
}

/* Every scalar value, alone and between others: no abort, nothing undecided, no break inside a character. */
static void takes_every_code_point(void **state)
{
    struct arena *arena = arena_create();

    (void)state;
    for (uint32_t code = 1; code <= 0x10FFFF; code++) {
        char text[16] = "a ";
        uint8_t breaks[16];

        if (code >= 0xD800 && code <= 0xDFFF)
            continue;
        int size = utf8_put(text + 2, code), length = 2 + 2 * size + 1;

        memcpy(text + 2 + size, text + 2, (size_t)size);
        text[length - 1] = '1';
        memset(breaks, 99, sizeof(breaks));
        linebreak_find(arena, &(struct linebreak_text){text, length, NULL}, breaks);
        for (int i = 0; i < length; i++)
            if (breaks[i] > LINEBREAK_MUST || (breaks[i] != LINEBREAK_NONE && i + 1 < length && (text[i + 1] & 0xC0) == 0x80))
                fail_msg("U+%04X: %d behind byte %d", (unsigned)code, breaks[i], i);
        assert_int_equal(breaks[length - 1], LINEBREAK_MUST);
        arena_reset(arena);
    }
    arena_destroy(arena);
}

static void letters_keep_what_belongs_to_them(void **state)
{
    static const struct {
        const char *text;
        int expected;
    } rows[] = {
        {"a", 1},
        {"ab", 1},
        {"\xC3\xB1o", 2},
        {"e\xCC\x81\xCC\xA3o", 5},
        {FLAG_CL FLAG_AR, 8},
        {WOMAN SKIN JOINER WOMAN WOMAN, 15},
        {"\xE2\x9C\x93\xEF\xB8\x8Fx", 6}, /* with a variation selector */
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        assert_int_equal(linebreak_letter(rows[i].text, (int)strlen(rows[i].text)), rows[i].expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prints_breaks),
        cmocka_unit_test(takes_every_code_point),
        cmocka_unit_test(letters_keep_what_belongs_to_them),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
