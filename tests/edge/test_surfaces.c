/* Surfaces kept by bytes: who goes first, who stays. */
#include "images/surfaces.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { SIDE = 32, BYTES = SIDE * SIDE * 4 };

static struct surface_key key_of(const char *name, int number)
{
    return (struct surface_key){.numbers = {number}, .text = name, .length = strlen(name)};
}

static void put(struct surfaces *surfaces, const char *name)
{
    struct surface_key key = key_of(name, 0);

    surfaces_put(surfaces, &key, SDL_CreateRGBSurfaceWithFormat(0, SIDE, SIDE, 32, SDL_PIXELFORMAT_XRGB8888));
}

static bool has(struct surfaces *surfaces, const char *name)
{
    struct surface_key key = key_of(name, 0);

    return surfaces_get(surfaces, &key) != NULL;
}

/* Letters put a surface, '+' uses the next letter, '.' trims. Room for three. */
static void the_least_recently_used_go_first(void **state)
{
    static const struct {
        const char *steps, *left;
    } rows[] = {
        {"abc.", "abc"},    {"a.b.c.d.", "bcd"},   {"a.b.c.+ad.", "acd"},        {"a.b.c.d.e.", "cde"},   {"abcde.", "abcde"},
        {"abcde..", "cde"}, {"abcd.+a+b.", "abd"}, {"a.b.c.+a+b+cde.", "abcde"}, {"a.b.c.d.+be.", "bde"}, {"", ""},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct surfaces *surfaces = surfaces_create(3 * (BYTES + 256));

        for (const char *step = rows[i].steps; *step; step++) {
            char name[2] = {step[*step == '+'], 0};

            if (*step == '.')
                surfaces_trim(surfaces);
            else if (*step == '+')
                has(surfaces, name);
            else
                put(surfaces, name);
            step += *step == '+';
        }
        for (const char *name = "abcde"; *name; name++) {
            char one[2] = {*name, 0};
            bool wanted = strchr(rows[i].left, *name) != NULL;

            if (has(surfaces, one) != wanted)
                fail_msg("row %zu, \"%s\": %s is %s", i, rows[i].steps, one, wanted ? "gone" : "there");
        }
        assert_in_range(surfaces_bytes(surfaces), strlen(rows[i].left) * BYTES, strlen(rows[i].left) * (BYTES + 256));
        surfaces_destroy(surfaces);
    }
}

static void keys_tell_apart(void **state)
{
    struct surfaces *surfaces = surfaces_create(1 << 20);
    struct surface_key keys[] = {key_of("a", 0), key_of("a", 1), key_of("b", 0), key_of("", 0), key_of("ab", 0)};

    (void)state;
    keys[4].length = 2;
    for (size_t i = 0; i < COUNTOF(keys); i++)
        surfaces_put(surfaces, &keys[i], SDL_CreateRGBSurfaceWithFormat(0, (int)i + 1, 1, 32, SDL_PIXELFORMAT_XRGB8888));
    for (size_t i = 0; i < COUNTOF(keys); i++)
        assert_int_equal(surfaces_get(surfaces, &keys[i])->w, i + 1);
    surfaces_destroy(surfaces);
}

/* The letters in their order are worth less and less. */
static double is_named(const struct surface_key *key, const void *context)
{
    const char *found = memchr(context, key->text[0], strlen(context));

    return found ? 1.0 / (double)(found - (const char *)context + 1) : 0;
}

static const char *best(const struct surfaces *surfaces, const char *names)
{
    const struct surface_key *key = NULL;

    return surfaces_best(surfaces, is_named, names, &key) ? key->text : "";
}

static bool is_stale(const struct surface_key *key, bool used, const void *context)
{
    return !used || key->text[0] == *(const char *)context;
}

static void finding_is_no_use(void **state)
{
    struct surfaces *surfaces = surfaces_create(2 * (BYTES + 256));

    (void)state;
    put(surfaces, "a");
    surfaces_trim(surfaces);
    put(surfaces, "b");
    surfaces_trim(surfaces);
    assert_int_equal(surfaces_bytes_in_use(surfaces), 0);
    assert_int_equal(best(surfaces, "ab")[0], 'a');
    assert_int_equal(best(surfaces, "xba")[0], 'b');
    assert_string_equal(best(surfaces, "x"), "");
    assert_int_equal(surfaces_bytes_in_use(surfaces), 0);
    put(surfaces, "c");
    assert_in_range(surfaces_bytes_in_use(surfaces), BYTES, BYTES + 256);
    surfaces_trim(surfaces);
    assert_string_equal(best(surfaces, "a"), "");
    surfaces_destroy(surfaces);
    surfaces_destroy(NULL);
}

static void the_stale_are_dropped(void **state)
{
    struct surfaces *surfaces = surfaces_create(10 * (BYTES + 256));

    (void)state;
    for (const char *name = "abcd"; *name; name++)
        put(surfaces, (const char[]){*name, 0});
    surfaces_trim(surfaces);
    assert_true(has(surfaces, "b") && has(surfaces, "c"));
    surfaces_drop(surfaces, is_stale, "c");
    assert_in_range(surfaces_bytes(surfaces), BYTES, BYTES + 256);
    assert_int_equal(surfaces_bytes_in_use(surfaces), surfaces_bytes(surfaces));
    assert_true(has(surfaces, "b"));
    assert_false(has(surfaces, "a") || has(surfaces, "c") || has(surfaces, "d"));
    surfaces_destroy(surfaces);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_least_recently_used_go_first),
        cmocka_unit_test(keys_tell_apart),
        cmocka_unit_test(finding_is_no_use),
        cmocka_unit_test(the_stale_are_dropped),
    };

    return cmocka_run_group_tests_name("surfaces", tests, NULL, NULL);
}
