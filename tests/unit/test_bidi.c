/* Order of letters: UAX #9's own tests, and texts as museums write them. */
#include "text/bidi.h"

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { LETTERS_MAX = 256, LINE_BYTES = 4096 };

/* Of the Debian package unicode-data. */
static const char unicode_tests[] = "/usr/share/unicode/BidiCharacterTest.txt";

/* Where ICU 72 differs, of some 60,000: marks behind a bracket do not follow it when it takes a direction (N0), and isolates right behind
 * an embedding have its level, which shows nowhere. */
static const char *const known[] = {
    "0061 0028 0062 0029 0331;1;",
    "0061 0028 0332 0062 0029 0333;1;",
    "05D0 0028 05D1 0029 0331;0;",
    "05D0 0028 0332 05D1 0029 0333;0;",
    "0661 0028 0662 0029 0331;0;",
    "0661 0028 0332 0662 0029 0333;0;",
    "0041 200F 005B 05D0 005D 200D 20D6;0;",
    "0041 200F 005B 200D 20D6 05D0 005D 200D 20D6;0;",
    "0041 200F 005B 200D 200B 20D6 05D0 005D 200B 200D 20D6;0;",
    "0061 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 "
    "0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 "
    "0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0028 0062 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 "
    "0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 "
    "0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029 0029;1;",
    "0061 202A 0062 202C 0020 0031 0020 0032;0;",
    "202E 0061 202A 0062 202C 2066 0063 2069 202A 0064 202C 0065 202C;1;",
    "202D 0661 202B 0662 202C 2068 0663 2069 202B 0664 202C 0665 202C;0;",
};

static bool is_known(const char *line)
{
    for (size_t i = 0; i < COUNTOF(known); i++)
        if (strncmp(line, known[i], strlen(known[i])) == 0)
            return true;
    return false;
}

/* A line of the file: letters; base direction; level of the paragraph; a level a letter, x for what is removed; letters from the left. */
struct unicode_row {
    char text[LETTERS_MAX * 4];
    int starts[LETTERS_MAX], length, count, direction;
    const char *levels, *order;
};

static bool read_row(char *line, struct unicode_row *row)
{
    char *fields[5] = {line};

    *row = (struct unicode_row){0};
    if (*line == '#' || *line == '\n')
        return false;
    for (int i = 1; i < 5; i++) {
        fields[i] = strchr(fields[i - 1], ';');
        assert_non_null(fields[i]);
        *fields[i]++ = '\0';
    }
    for (char *at = fields[0]; *at;) {
        uint32_t code = (uint32_t)strtoul(at, &at, 16);

        assert_true(row->count < LETTERS_MAX);
        row->starts[row->count++] = row->length;
        row->length += utf8_put(row->text + row->length, code);
    }
    row->direction = fields[1][0] - '0';
    row->levels = fields[3];
    row->order = fields[4];
    return true;
}

/* What the row says of it in its own words: levels, then the order of what is not removed. */
static void check_row(struct arena *arena, const struct unicode_row *row, int line)
{
    const uint8_t *levels = bidi_levels(arena, &(struct bidi_text){row->text, row->length, row->direction == 1});
    uint8_t kept_levels[LETTERS_MAX];
    int kept[LETTERS_MAX], order[LETTERS_MAX], count = 0;
    const char *at = row->levels;

    for (int i = 0; i < row->count; i++, at += strcspn(at, " "), at += strspn(at, " ")) {
        int level = levels ? levels[row->starts[i]] : 0;

        if (*at == 'x')
            continue;
        if (level != (int)strtol(at, NULL, 10))
            fail_msg("line %d: letter %d has level %d", line, i, level);
        kept_levels[count] = (uint8_t)level;
        kept[count++] = i;
    }
    bidi_order(kept_levels, count, order);
    at = row->order;
    for (int i = 0; i < count; i++, at += strcspn(at, " "), at += strspn(at, " ")) {
        if (kept[order[i]] != (int)strtol(at, NULL, 10))
            fail_msg("line %d: letter %d stands at %d", line, kept[order[i]], i);
    }
}

static void unicode_is_heeded(void **state)
{
    FILE *file = fopen(unicode_tests, "r");
    struct arena *arena = arena_create();
    char line[LINE_BYTES];
    int rows = 0;

    (void)state;
    if (!file)
        fail_msg("%s is missing: install unicode-data", unicode_tests);
    for (int number = 1; fgets(line, sizeof(line), file); number++) {
        struct unicode_row row;

        if (is_known(line) || !read_row(line, &row) || row.direction > 1) /* a base direction found in the text itself is not ours */
            continue;
        check_row(arena, &row, number);
        arena_reset(arena);
        rows++;
    }
    assert_in_range(rows, 50000, 1000000);
    fclose(file);
    arena_destroy(arena);
}

/* Letters from the left as they are read on the screen; brackets are mirrored where they are drawn. */
static void texts_are_ordered(void **state)
{
    static const struct {
        const char *text;
        bool leftward;
        const char *expected;
    } rows[] = {
        {"Santiago 1973", false, "Santiago 1973"},
        {"Santiago 1973", true, "Santiago 1973"},
        {"Santiago (1973).", true, ".Santiago (1973)"},
        {"\u05D0\u05D1\u05D2", false, "\u05D2\u05D1\u05D0"},
        {"(\u05D0\u05D1)", true, ")\u05D1\u05D0("},
        {"\u05D0\u05D1 1973-09-11 \u05D2", true, "\u05D2 1973-09-11 \u05D1\u05D0"},
        {"\u05D0 36,6 % \u05D1", true, "\u05D1 % 36,6 \u05D0"},
        {"\u0627\u0628 Allende \u062C", true, "\u062C Allende \u0628\u0627"},
        {"\u0627\u0628 \u0661\u0669\u0667\u0663 \u062C", true, "\u062C \u0661\u0669\u0667\u0663 \u0628\u0627"},
        {"by \u05D0\u05D1, \u05D2", false, "by \u05D2 ,\u05D1\u05D0"},
        {"a\n\u05D0 1!", false, "a\n1 \u05D0!"}, /* paragraphs have the same base */
        {"", true, ""},
    };
    struct arena *arena = arena_create();

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        const char *at = rows[i].text, *end = at + strlen(at);
        const uint8_t *levels = bidi_levels(arena, &(struct bidi_text){at, (int)(end - at), rows[i].leftward});
        uint8_t of_letters[LETTERS_MAX];
        const char *letters[LETTERS_MAX + 1];
        int count = 0, order[LETTERS_MAX];
        struct buffer out = {0};

        for (; at < end; utf8_next(&at, end)) {
            of_letters[count] = levels ? levels[at - rows[i].text] : 0;
            letters[count++] = at;
        }
        letters[count] = end;
        bidi_order(of_letters, count, order);
        buffer_add(&out, "", 0);
        for (int k = 0; k < count; k++)
            buffer_add(&out, letters[order[k]], (size_t)(letters[order[k] + 1] - letters[order[k]]));
        if (strcmp(out.bytes, rows[i].expected) != 0)
            fail_msg("row %zu: got %s, want %s", i, out.bytes, rows[i].expected);
        buffer_finish(&out);
    }
    arena_destroy(arena);
}

static void foreign_texts_have_their_own_base(void **state)
{
    static const struct {
        const char *text;
        bool page, own;
    } rows[] = {
        {"", true, true},
        {"1973 (36 %)", true, true},
        {"1973 (36 %)", false, false},
        {"Salvador Allende (1973).", true, false},
        {"1973: Santiago.", true, false},
        {"\u05D0\u05D1 1973", false, true},
        {"\u05D0\u05D1 Santiago de Chile, Cerro Navia", true, true},
        {"Allende \u05D0\u05D1\u05D2\u05D3", true, true},
        {"the word \u05D0\u05D1 is the only one in this text", true, false},
        {"\u0627\u0628 Allende", false, false},
        {"\u0627\u0628\u0627\u0628\u0627\u0628\u0627\u0628\u0627\u0628\u0627\u0628 (a)", false, true},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        if (bidi_base(&(struct bidi_text){rows[i].text, (int)strlen(rows[i].text), rows[i].page}) != rows[i].own)
            fail_msg("row %zu: %s", i, rows[i].text);
}

static void languages_have_a_direction(void **state)
{
    static const struct {
        const char *language;
        bool leftward;
    } rows[] = {{"es", false}, {"ar", true},      {"he", true},       {"fa", true},  {"ur-PK", true}, {"yi", true},
                {"th", false}, {"az-Arab", true}, {"ar-Latn", false}, {"ckb", true}, {"dv", true},    {"zz", false}};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        if (bidi_is_leftward(rows[i].language) != rows[i].leftward)
            fail_msg("%s", rows[i].language);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unicode_is_heeded),
        cmocka_unit_test(texts_are_ordered),
        cmocka_unit_test(foreign_texts_have_their_own_base),
        cmocka_unit_test(languages_have_a_direction),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
