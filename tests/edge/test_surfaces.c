/* Surfaces kept by bytes: who goes first, who stays. */
#include "platform/surfaces.h"

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

static bool is_named(const struct surface_key *key, const void *context)
{
    return key->length == 1 && key->text[0] == *(const char *)context;
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
    assert_non_null(surfaces_find(surfaces, is_named, "a"));
    assert_null(surfaces_find(surfaces, is_named, "x"));
    assert_int_equal(surfaces_bytes_in_use(surfaces), 0);
    put(surfaces, "c");
    assert_in_range(surfaces_bytes_in_use(surfaces), BYTES, BYTES + 256);
    surfaces_trim(surfaces);
    assert_null(surfaces_find(surfaces, is_named, "a"));
    surfaces_destroy(surfaces);
    surfaces_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_least_recently_used_go_first),
        cmocka_unit_test(keys_tell_apart),
        cmocka_unit_test(finding_is_no_use),
    };

    return cmocka_run_group_tests_name("surfaces", tests, NULL, NULL);
}
