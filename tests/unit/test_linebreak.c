/* Line breaks: UAX #14 and letters after UAX #29: by rows of our own, and by all of Unicode's own tests (package unicode-data). */
#include "text/linebreak.h"

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>

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
        {"สิบปี\xE2\x80\x8Bบนกระดาษ", "สิบ|ปี\xE2\x80\x8B|บน|กระดาษ#"}, /* without it the dictionary's words are others */
        {"ทาง\xE2\x81\xA0รถไฟ", "ทาง\xE2\x81\xA0รถไฟ#"},
        {"\xE4\xB8\xAD\xE6\x96\x87", "\xE4\xB8\xAD|\xE6\x96\x87#"},
        {FLAG_CL, FLAG_CL "#"},
        {FLAG_CL FLAG_AR "x", FLAG_CL "|" FLAG_AR "|x#"},
        {"a " FLAG_CL " b", "a |" FLAG_CL " |b#"},
        {WOMAN SKIN JOINER WOMAN WOMAN, WOMAN SKIN JOINER WOMAN "|" WOMAN "#"},
        {"e\xCC\x81-e\xCC\x81", "e\xCC\x81-|e\xCC\x81#"},
        {"a\xEF\xBF\xBF b", "a\xEF\xBF\xBF |b#"},
    };
    static const char marks[] = {[LINEBREAK_MAY] = '|', [LINEBREAK_SOFT] = '~', [LINEBREAK_MUST] = '#'};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct buffer out = {0};
        uint8_t breaks[128];
        int length = (int)strlen(rows[i].text);

        buffer_add(&out, "", 0);
        linebreak_find(&(struct linebreak_text){rows[i].text, length, "es", NULL}, breaks);
        for (int k = 0; k < length; k++) {
            buffer_add(&out, rows[i].text + k, 1);
            if (breaks[k] != LINEBREAK_NONE)
                buffer_add(&out, &marks[breaks[k]], 1);
        }
        assert_string_equal(out.bytes, rows[i].expected);
        buffer_finish(&out);
    }
}

/* Every scalar value, twice, between others; 64 of them a text: no abort, nothing undecided, no break inside a character. */
static void takes_every_code_point(void **state)
{
    enum { BATCH = 64 };

    (void)state;
    for (uint32_t first = 0; first <= 0x10FFFF; first += BATCH) {
        char text[BATCH * 12];
        uint8_t breaks[sizeof(text)];
        int length = 0;

        for (uint32_t code = first ? first : 1; code < first + BATCH; code++) {
            if (code >= 0xD800 && code <= 0xDFFF)
                continue;
            text[length++] = 'a';
            text[length++] = ' ';
            length += utf8_put(text + length, code);
            length += utf8_put(text + length, code);
            text[length++] = '1';
        }
        memset(breaks, 99, sizeof(breaks));
        linebreak_find(&(struct linebreak_text){text, length, NULL, NULL}, breaks);
        for (int i = 0; i < length; i++)
            if (breaks[i] > LINEBREAK_MUST || (breaks[i] != LINEBREAK_NONE && i + 1 < length && (text[i + 1] & 0xC0) == 0x80))
                fail_msg("U+%04X and on: %d behind byte %d", (unsigned)first, breaks[i], i);
        if (length > 0)
            assert_int_equal(breaks[length - 1], LINEBREAK_MUST);
    }
}

static void letters_keep_what_belongs_to_them(void **state)
{
    static const struct {
        const char *text;
        int expected; /* bytes of the first letter */
    } rows[] = {
        {"a", 1},
        {"ab", 1},
        {"\xC3\xB1o", 2},
        {"e\xCC\x81\xCC\xA3o", 5},
        {FLAG_CL FLAG_AR, 8},
        {WOMAN SKIN JOINER WOMAN WOMAN, 15},
        {"\xE2\x9C\x93\xEF\xB8\x8Fx", 6},            /* with a variation selector */
        {"\xE0\xA4\xA8\xE0\xA4\xBF\xE0\xA4\xA8", 6}, /* Devanagari ni, na */
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        bool ends[32];
        int length = 0;

        linebreak_letters(&(struct linebreak_text){rows[i].text, (int)strlen(rows[i].text), NULL, NULL}, ends);
        while (!ends[length++])
            ;
        assert_int_equal(length, rows[i].expected);
    }
}

/* Scripts without spaces by their dictionary; Japanese keeps small kana and marks off a line's beginning; Korean by its language. */
static void breaks_as_the_language_does(void **state)
{
    static const struct {
        const char *language, *text;
    } rows[] = {
        {"th", "ประเทศไทย|เป็น|ประเทศ|ใน|เอเชีย"},
        {"es", "ประเทศไทย|เป็น|ประเทศ"}, /* a name of theirs in another language's text */
        {"lo", "ປະເທດ|ລາວ"},
        {"km", "ប្រទេស|កម្ពុជា"},
        {"my", "မြန်မာ|စာဖတ်သည်"},
        {"ja", "ラー|メ|ン|「食|べ|ちゃっ|た」。"},
        {"zh", "智|利，|1973|年。"},
        {"ko", "칠레의 |1973년 |역사"},
        {"en", "칠|레|의 |역|사"},
    };

    struct linebreaks *kept = linebreaks_create();

    (void)state;
    for (size_t turn = 0; turn < 2 * COUNTOF(rows); turn++) {
        size_t i = turn % COUNTOF(rows); /* again, with what was kept of each of the others */
        struct buffer text = {0}, found = {0};
        uint8_t breaks[256];

        for (const char *at = rows[i].text; *at; at++)
            if (*at != '|')
                buffer_add(&text, at, 1);
        assert_true(text.length <= sizeof(breaks));
        linebreak_find(&(struct linebreak_text){text.bytes, (int)text.length, rows[i].language, kept}, breaks);
        for (size_t k = 0; k < text.length; k++) {
            buffer_add(&found, text.bytes + k, 1);
            if (breaks[k] == LINEBREAK_MAY)
                buffer_add(&found, "|", 1);
        }
        assert_string_equal(found.bytes, rows[i].text);
        buffer_finish(&text);
        buffer_finish(&found);
    }
    linebreaks_destroy(kept);
}

/* ---- Unicode's own tests ---- */

enum { TEST_BYTES = 256 };

/* One line of a test: the text, and behind which bytes it may be broken. */
struct unicode_test {
    char text[TEST_BYTES];
    int length;
    bool breaks[TEST_BYTES];
    const char *why; /* the line's own comment */
    struct linebreaks *kept;
};

/* "x 0023 ÷ 0020 ÷ # ...": false for a line that holds no test. */
static bool read_test(const char *line, struct unicode_test *test)
{
    static const char may_break[] = "\xC3\xB7", no_break[] = "\xC3\x97";
    const char *at = line;

    *test = (struct unicode_test){.why = strchr(line, '#')};
    for (; *at && *at != '#'; at += strspn(at, " \t")) {
        if (strncmp(at, may_break, 2) == 0 || strncmp(at, no_break, 2) == 0) {
            if (test->length > 0)
                test->breaks[test->length - 1] = strncmp(at, may_break, 2) == 0;
            at += 2;
            continue;
        }
        char *behind;
        unsigned long code = strtoul(at, &behind, 16);

        if (behind == at || test->length > TEST_BYTES - 8)
            break;
        if (code >= 0xD800 && code <= 0xDFFF) /* half a letter cannot be written in UTF-8 */
            return false;
        test->length += utf8_put(test->text + test->length, (uint32_t)code);
        at = behind;
    }
    return test->length > 0;
}

static bool is_digit(uint32_t code)
{
    return u_isdigit((UChar32)code);
}

/* A place between `last` and `code` where what UAX #14 says is not wanted: two wishes of ours, and three of ICU's that we share. */
struct exception {
    uint32_t before_last, last, code, next; /* 0 beyond the text */
};

static bool is_exception(struct exception at)
{
    bool point = at.code == '.' || at.code == ',', after_point = at.last == '.' || at.last == ',';

    return (is_digit(at.before_last) && at.last == ' ' && at.code == '%') ||       /* 36,6 % is one */
           (is_digit(at.before_last) && at.last == 0x2013 && is_digit(at.code)) || /* so is 1970-1973 */
           (after_point && is_digit(at.code)) ||                                   /* so are No.5 and .25 */
           (at.last == ' ' && point && is_digit(at.next)) ||                       /* which begins a word */
           (at.before_last == 0 && at.last == '-' && at.code != ' ');              /* -x: a hyphen that begins a word stays with it */
}

static uint32_t next_of(const char **at, const char *end)
{
    return *at < end ? utf8_next(at, end) : 0;
}

/* Whether the break behind byte `at` is an exception. Combining marks count with what they stand on. */
static bool may_differ(const struct unicode_test *test, int at)
{
    const char *next = test->text, *end = test->text + test->length;
    struct exception place = {0};

    while (next <= test->text + at) {
        uint32_t code = utf8_next(&next, end);

        if (u_charType((UChar32)code) == U_NON_SPACING_MARK)
            continue;
        place.before_last = place.last;
        place.last = code;
    }
    place.code = next_of(&next, end);
    place.next = next_of(&next, end);
    return is_exception(place);
}

static bool lines_as_tested(const struct unicode_test *test)
{
    uint8_t breaks[TEST_BYTES];

    linebreak_find(&(struct linebreak_text){test->text, test->length, NULL, test->kept}, breaks);
    for (int i = 0; i < test->length; i++)
        if ((breaks[i] != LINEBREAK_NONE) != test->breaks[i] && !may_differ(test, i))
            return false;
    return true;
}

static bool letters_as_tested(const struct unicode_test *test)
{
    bool ends[TEST_BYTES];

    linebreak_letters(&(struct linebreak_text){test->text, test->length, NULL, test->kept}, ends);
    return memcmp(ends, test->breaks, (size_t)test->length) == 0;
}

/* All lines of the file hold if it is of the Unicode that ICU knows (Debian 12: both 15.0). Another release's file (Debian 13: 15.1 with
 * ICU's 16) differs where the rules were changed between the two: a twentieth of its lines may. */
static void hold(const char *name, bool holds(const struct unicode_test *))
{
    char path[128], line[2048], version[U_MAX_VERSION_STRING_LENGTH];
    UVersionInfo known;
    struct linebreaks *kept = linebreaks_create();
    int tests = 0, broken = 0;
    bool same = false;

    snprintf(path, sizeof(path), "/usr/share/unicode/auxiliary/%s.txt", name);
    FILE *file = fopen(path, "r");

    assert_non_null(file); /* package unicode-data */
    u_getUnicodeVersion(known);
    u_versionToString(known, version);
    while (fgets(line, sizeof(line), file)) {
        struct unicode_test test;

        same = same || (tests == 0 && strncmp(line, "# ", 2) == 0 && strstr(line, name) && strstr(line, version));
        if (line[0] == '#' || !read_test(line, &test))
            continue;
        test.kept = kept;
        tests++;
        if (!holds(&test)) {
            broken++;
            if (same)
                print_error("%s: %s", name, test.why);
        }
    }
    fclose(file);
    linebreaks_destroy(kept);
    assert_true(tests > 500);
    assert_true(broken <= (same ? 0 : tests / 20));
}

static void unicodes_line_break_tests_hold(void **state)
{
    (void)state;
    hold("LineBreakTest", lines_as_tested);
}

static void unicodes_grapheme_break_tests_hold(void **state)
{
    (void)state;
    hold("GraphemeBreakTest", letters_as_tested);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prints_breaks),
        cmocka_unit_test(takes_every_code_point),
        cmocka_unit_test(letters_keep_what_belongs_to_them),
        cmocka_unit_test(breaks_as_the_language_does),
        cmocka_unit_test(unicodes_line_break_tests_hold),
        cmocka_unit_test(unicodes_grapheme_break_tests_hold),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
