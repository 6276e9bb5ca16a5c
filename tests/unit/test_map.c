/* Maps: places fall into their countries, labels never collide, the step decides what is filled. */
#include "blocks/blocks.h"
#include "exhibit/blocks.h"
#include "blocks/map_region.h"
#include "support/block_exhibit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct size LANDSCAPE = {1920, 1080}, PORTRAIT = {1080, 1920};
static const char *const blocks[] = {"map-years", "map-places"};

#define CROWD                                                                                                                              \
    "map:\n  region: south-america\n  points:\n    - {at: [-33.4, -70.6], label: Santiago}\n    - {at: [-33.0, -71.6], label: "            \
    "Valparaíso}\n"                                                                                                                       \
    "    - {at: [-36.8, -73.0], label: Concepción}\n    - {at: [-34.6, -58.4], label: Buenos Aires, date: 1976-03-24}\n"                  \
    "  lines:\n    - {from: [-33.4, -70.6], to: [-34.6, -58.4], label: a line, date: 1975-11-28}\n"                                        \
    "  steps: [1970, 1973-09-11, 1976]\n  source: a source\n"

/* The capitals of brief figures, and the box their country's picture has: the script and the program project alike. */
static void capitals_fall_into_their_countries(void **state)
{
    static const struct {
        enum country country;
        struct place capital;
    } rows[] = {
        {COUNTRY_ARGENTINA, {-34.60, -58.38}}, {COUNTRY_BOLIVIA, {-16.50, -68.15}},  {COUNTRY_BRAZIL, {-15.79, -47.88}},
        {COUNTRY_CHILE, {-33.44, -70.65}},     {COUNTRY_COLOMBIA, {4.71, -74.07}},   {COUNTRY_ECUADOR, {-0.22, -78.51}},
        {COUNTRY_GUYANA, {6.80, -58.16}},      {COUNTRY_PARAGUAY, {-25.28, -57.64}}, {COUNTRY_PERU, {-12.05, -77.04}},
        {COUNTRY_SURINAME, {5.85, -55.20}},    {COUNTRY_URUGUAY, {-34.90, -56.16}},  {COUNTRY_VENEZUELA, {10.49, -66.88}},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        const struct map_region_country *c = map_region_country(REGION_SOUTH_AMERICA, rows[i].country);

        if (!rect_contains(c->box, map_region_project(REGION_SOUTH_AMERICA, rows[i].capital)))
            fail_msg("the capital of %s is outside its picture", country_names[rows[i].country]);
        assert_true(rect_contains(c->box, map_region_project(REGION_SOUTH_AMERICA, c->anchor)));
        struct rect all = map_region_box(REGION_SOUTH_AMERICA), common = rect_common(all, c->box);

        assert_int_equal(common.w, c->box.w);
        assert_int_equal(common.h, c->box.h);
    }
}

/* The table's boxes are those of the files. */
static void pictures_have_their_boxes(void **state)
{
    (void)state;
    for (int i = 0; i < COUNTRY_COUNT; i++) {
        char path[256], head[256] = "", wanted[64];
        struct rect box = map_region_country(REGION_SOUTH_AMERICA, (enum country)i)->box;

        snprintf(path, sizeof(path), "assets/maps/%s/%s.svg", region_names[REGION_SOUTH_AMERICA], country_names[i]);
        snprintf(wanted, sizeof(wanted), "viewBox=\"%d %d %d %d\"", box.x, box.y, box.w, box.h);
        FILE *file = fopen(path, "rb");

        assert_non_null(file);
        assert_true(fread(head, 1, sizeof(head) - 1, file) > 0);
        fclose(file);
        if (!strstr(head, wanted))
            fail_msg("%s: has no %s", path, wanted);
    }
}

static void check_all_sizes(struct block_exhibit *b, const char *name)
{
    static const int widths[] = {500, 560, 640, 777, 950, 1200, 1600, 2000};
    struct date steps[MAP_STEPS_MAX];
    int count = map_steps(b->panel->map, steps);
    char what[128];

    for (size_t w = 0; w < COUNTOF(widths); w++)
        for (int mode = 0; mode < 8; mode++)
            for (int share = 5; share <= 10; share += 5)
                for (int step = 0; step < count; step++) {
                    struct scene scene = block_exhibit_scene(b, mode & 1 ? PORTRAIT : LANDSCAPE, mode >> 1 & 1, mode >> 2 & 1);
                    struct rect rect = {31, 17, widths[w], block_map.height(&scene, b->panel, widths[w]) * share / 8};

                    scene.step = step;
                    block_map.fill(&scene, b->panel, rect);
                    snprintf(what, sizeof(what), "%s, %d px wide, mode %d, %d eighths, step %d", name, widths[w], mode, share, step);
                    block_exhibit_check_texts(b, rect, what);
                    assert_int_equal(b->page.target_count, count > 1 ? count : 0);
                    for (int t = 0; t < b->page.target_count; t++) {
                        struct rect key = b->page.targets[t].rect, inside = rect_common(key, rect);

                        assert_true(inside.w == key.w && inside.h == key.h);
                        assert_true(key.w >= b->style.target_px && key.h >= b->style.target_px);
                        assert_int_equal(b->page.targets[t].action.argument, t);
                    }
                }
}

static void texts_never_collide(void **state)
{
    struct block_exhibit b;

    (void)state;
    for (size_t i = 0; i < COUNTOF(blocks); i++) {
        block_exhibit_open(&b, blocks[i]);
        check_all_sizes(&b, blocks[i]);
        block_exhibit_end(&b);
    }
    block_exhibit_begin(&b, CROWD);
    check_all_sizes(&b, "crowd");
    block_exhibit_end(&b);
}

/* The colour of a country's picture on the page; NULL if it is not there. */
static const struct colour *fill_of(const struct block_exhibit *b, const char *country)
{
    for (int i = 0; i < b->page.list.count; i++) {
        const struct draw_command *c = &b->page.list.commands[i];

        if (c->kind == DRAW_ICON && strstr(c->icon, country))
            return &c->colour;
    }
    return NULL;
}

static bool same(const struct colour *a, struct colour b)
{
    return a && a->r == b.r && a->g == b.g && a->b == b.b;
}

static void steps_decide_what_is_filled(void **state)
{
    static const struct {
        int step;
        const char *year, *country;
        enum { PLAIN, FILLED, NEWEST } shown;
    } rows[] = {
        {0, "1954", "paraguay", NEWEST}, {0, "1954", "chile", PLAIN},      {1, "1964", "brazil", NEWEST}, {1, "1964", "paraguay", FILLED},
        {5, "1973", "chile", NEWEST},    {5, "1973", "uruguay", NEWEST},   {5, "1973", "brazil", FILLED}, {5, "1973", "argentina", PLAIN},
        {6, "1976", "chile", FILLED},    {6, "1976", "argentina", NEWEST}, {99, "1976", "chile", FILLED}, {-1, "1976", "brazil", FILLED},
    };
    struct block_exhibit b;

    (void)state;
    block_exhibit_open(&b, "map-years");
    assert_int_equal(block_map.steps(b.panel), 7);
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct scene scene = block_exhibit_scene(&b, LANDSCAPE, 0, false);

        scene.step = rows[i].step;
        block_map.fill(&scene, b.panel, (struct rect){0, 0, 900, 800});
        const struct colour *fill = fill_of(&b, rows[i].country);

        assert_int_equal(b.page.target_count, 7);
        assert_true(block_exhibit_shows(&b, rows[i].year));
        assert_true(rows[i].shown == PLAIN    ? !fill
                    : rows[i].shown == FILLED ? same(fill, b.style.colours.light)
                                              : same(fill, b.style.colours.deep));
    }
    block_exhibit_end(&b);
}

static void what_is_over_is_plain_again(void **state)
{
    struct block_exhibit b;

    (void)state;
    block_exhibit_begin(&b, "map:\n  region: south-america\n  steps: [1973, 1989, 1990]\n  countries:\n"
                            "    - {country: chile, from: 1973-09-11, to: 1990-03-11, label: {en: Chile, es: Chile}}\n");
    for (int step = 0; step < 3; step++) {
        struct scene scene = block_exhibit_scene(&b, LANDSCAPE, 0, false);

        scene.step = step;
        block_map.fill(&scene, b.panel, (struct rect){0, 0, 900, 800});
        assert_true((fill_of(&b, "chile") != NULL) == (step < 2));
        assert_true(block_exhibit_shows(&b, "Chile"));
        assert_true(block_exhibit_shows(&b, "1973\u20131990"));
    }
    block_exhibit_end(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(capitals_fall_into_their_countries),
        cmocka_unit_test(pictures_have_their_boxes),
        cmocka_unit_test(texts_never_collide),
        cmocka_unit_test(steps_decide_what_is_filled),
        cmocka_unit_test(what_is_over_is_plain_again),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
