/* Words behind numbers, by the rules of languages; and patterns, filled in. */
#include "text/pattern.h"
#include "text/plural.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void forms_follow_the_language(void **state)
{
    static const struct plural_forms all = {{"zero", "one", "two", "few", "many", "other"}}, bare = {{[PLURAL_OTHER] = "other"}};
    static const struct {
        const char *language;
        double number;
        const char *form;
    } rows[] = {
        {"en", 0, "other"},
        {"en", 1, "one"},
        {"en", 2, "other"},
        {"es", 1, "one"},
        {"es", 21, "other"},
        {"fr", 0, "one"},
        {"pl", 1, "one"},
        {"pl", 3, "few"},
        {"pl", 5, "many"},
        {"pl", 22, "few"},
        {"ru", 21, "one"},
        {"ar", 0, "zero"},
        {"ar", 2, "two"},
        {"ar", 7, "few"},
        {"ar", 11, "many"},
        {"ar", 100, "other"},
        {"th", 1, "other"},
        {"cy", 6, "many"},
        {"sl", 2, "two"},
        {"ja", 1, "other"},
        {"en", 1.3, "other"},
        {"fr", 1.3, "one"},
        {"xx-nonsense!", 1, "other"},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        assert_string_equal(plural_form(&all, rows[i].language, rows[i].number), rows[i].form);
        assert_string_equal(plural_form(&bare, rows[i].language, rows[i].number), "other");
    }
}

static void patterns_are_filled(void **state)
{
    static const struct pattern_fill fills[] = {{"{panels}", "3 panels"}, {"{title}", "{panels}"}, {0}};
    static const struct {
        const char *pattern, *text;
    } rows[] = {
        {"Skip {panels}: {title}", "Skip 3 panels: {panels}"}, /* what was filled in is no pattern */
        {"{title}{title}", "{panels}{panels}"},
        {"{other} {", "{other} {"},
        {"", ""},
    };
    struct arena *arena = arena_create();

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        assert_string_equal(pattern_filled(arena, rows[i].pattern, fills), rows[i].text);
    arena_destroy(arena);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_follow_the_language),
        cmocka_unit_test(patterns_are_filled),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
