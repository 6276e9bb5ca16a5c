/* Composed letters: rows of our own, and all of Unicode's own tests (package unicode-data). */
#include "text/nfc.h"

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static void letters_are_composed(void **state)
{
    static const struct {
        const char *typed, *composed;
    } rows[] = {
        {"", ""},
        {"plain", "plain"},
        {"cafe\u0301 pen\u0303a", "caf\u00E9 pe\u00F1a"},
        {"caf\u00E9", "caf\u00E9"},
        {"Vie\u0323\u0302t", "Vi\u1EC7t"},
        {"\u1112\u1161\u11AB", "\uD55C"},
        {"\u212B", "\u00C5"},
        {"q\u0307\u0323", "q\u0323\u0307"}, /* no composed letter: its marks in their order */
        {"\u0958", "\u0915\u093C"},         /* longer than it was */
        {"\U0001D15F", "\U0001D158\U0001D165"},
        {"\uFB01", "\uFB01"}, /* a ligature stays */
    };
    struct arena *arena = arena_create();

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        const char *made = nfc_of(arena, rows[i].typed);

        assert_string_equal(made, rows[i].composed);
        assert_true((made == rows[i].typed) == (strcmp(rows[i].typed, rows[i].composed) == 0));
        assert_true(nfc_same(rows[i].typed, rows[i].composed));
    }
    assert_false(nfc_same("pe\u00F1a", "pena"));
    assert_false(nfc_same("pe\xF1\xF1", "pe\u00F1a")); /* Latin-1, as old disks have it */
    arena_destroy(arena);
}

/* The text of one column of a test: "0044 0307". */
static int read_column(const char *column, char text[256])
{
    int length = 0;

    for (char *end; length < 248; column = end) {
        unsigned long code = strtoul(column, &end, 16);

        if (end == column)
            break;
        length += utf8_put(text + length, (uint32_t)code);
    }
    text[length] = '\0';
    return length;
}

/* What is packed in the file. */
static FILE *unpack(const char *path, pid_t *child)
{
    int ends[2];

    assert_int_equal(pipe(ends), 0);
    *child = fork();
    if (*child == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        execlp("bzcat", "bzcat", path, (char *)NULL);
        _exit(127);
    }
    close(ends[1]);
    return fdopen(ends[0], "r");
}

/* Columns: the source, its NFC, its NFD, ...: the second is the NFC of the first three. */
static void unicodes_tests_hold(void **state)
{
    pid_t child;
    FILE *file = unpack("/usr/share/unicode/NormalizationTest.txt.bz2", &child);
    struct arena *arena = arena_create();
    char line[2048];
    int tests = 0, status;

    (void)state;
    while (fgets(line, sizeof(line), file)) {
        char columns[3][256];
        const char *at = line;

        if (line[0] == '#' || line[0] == '@')
            continue;
        for (int i = 0; i < 3; i++) {
            read_column(at, columns[i]);
            at = strchr(at, ';') + 1;
        }
        for (int i = 0; i < 3; i++)
            assert_string_equal(nfc_of(arena, columns[i]), columns[1]);
        arena_reset(arena);
        tests++;
    }
    fclose(file);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    assert_true(tests > 18000);
    arena_destroy(arena);
}

static void letters_in_disguise_are_usual_ones(void **state)
{
    static const struct {
        uint32_t code;
        const char *usual;
    } rows[] = {{0xFF21, "A"}, {0x1D400, "A"}, {0xFF71, "\u30A2"}, {0xFE8E, "\u0627"},
                {'A', NULL},   {0xE9, NULL},   {0x2082, NULL},     {0x10FFFF, NULL}};
    struct arena *arena = arena_create();

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        const char *usual = nfc_usual(arena, rows[i].code);

        if (rows[i].usual)
            assert_string_equal(usual, rows[i].usual);
        else
            assert_null(usual);
    }
    for (uint32_t code = 1; code <= 0x10FFFF; code++) /* the longest has room */
        nfc_usual(arena, code);
    arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_are_composed),
        cmocka_unit_test(unicodes_tests_hold),
        cmocka_unit_test(letters_in_disguise_are_usual_ones),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
