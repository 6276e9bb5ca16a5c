/* Maps: places fall into their countries, labels never collide, the step decides what is filled. */
#include "blocks/blocks.h"
#include "exhibit/blocks.h"
#include "page/spots.h"
#include "support/block_exhibit.h"

#include <math.h>
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
    "Valpara\u00EDso}\n"                                                                                                                   \
    "    - {at: [-36.8, -73.0], label: Concepci\u00F3n}\n    - {at: [-34.6, -58.4], label: Buenos Aires, date: 1976-03-24}\n"              \
    "  lines:\n    - {from: [-33.4, -70.6], to: [-34.6, -58.4], label: a line, date: 1975-11-28}\n"                                        \
    "  steps: [1970, 1973-09-11, 1976]\n  source: a source\n"

#define ALL_COUNTRIES                                                                                                                      \
    "map:\n  region: south-america\n  countries:\n"                                                                                        \
    "    - {country: argentina, from: 1900}\n    - {country: bolivia, from: 1900}\n    - {country: brazil, from: 1900}\n"                  \
    "    - {country: chile, from: 1900}\n    - {country: colombia, from: 1900}\n    - {country: ecuador, from: 1900}\n"                    \
    "    - {country: guyana, from: 1900}\n    - {country: paraguay, from: 1900}\n    - {country: peru, from: 1900}\n"                      \
    "    - {country: suriname, from: 1900}\n    - {country: uruguay, from: 1900}\n    - {country: venezuela, from: 1900}\n"

/* The script that made the map and the program project alike: where the script put an anchor, the program finds the area. Capitals may
 * stand on a coast, which is simplified. */
static void places_fall_into_their_areas(void **state)
{
    static const struct place capitals[] = {
        {-34.60, -58.38}, {-16.50, -68.15}, {-15.79, -47.88}, {-33.44, -70.65}, {4.71, -74.07},   {-0.22, -78.51},
        {6.80, -58.16},   {-25.28, -57.64}, {-12.05, -77.04}, {5.85, -55.20},   {-34.90, -56.16}, {10.49, -66.88},
    };
    static const double coast = 15; /* units: a thirteenth of Uruguay */
    struct block_exhibit b;

    (void)state;
    block_exhibit_begin(&b, ALL_COUNTRIES);
    const struct map *map = b.panel->map;

    assert_int_equal(map->country_count, COUNTOF(capitals));
    for (int i = 0; i < map->country_count; i++) {
        const struct land_area *area = map->countries[i].area;
        struct point at = land_point(map->land, area->at), capital = land_point(map->land, capitals[i]);

        if (outline_distance(&area->shape, at) > 0 || outline_distance(&area->shape, capital) > coast)
            fail_msg("%s: its anchor is %.1f, its capital %.1f units outside", area->id, outline_distance(&area->shape, at),
                     outline_distance(&area->shape, capital));
        assert_true(land_has(map->land, capitals[i]));
    }
    assert_false(land_has(map->land, (struct place){48.9, 2.3}));
    assert_false(land_has(map->land, (struct place){20, 120})); /* on the other side of the Earth */
    block_exhibit_end(&b);
}

/* What the picture shows is what the program takes it for. */
static void pictures_have_their_boxes(void **state)
{
    struct block_exhibit b;

    (void)state;
    block_exhibit_begin(&b, ALL_COUNTRIES);
    const struct land *land = b.panel->map->land;

    assert_true(land->area_count > 10);
    for (int i = 0; i < land->area_count; i++) {
        char path[256], head[256] = "", wanted[64];
        struct rect box = land->areas[i].box;

        snprintf(path, sizeof(path), "tests/exhibit/assets/maps/%s/%s.svg", land->name, land->areas[i].id);
        snprintf(wanted, sizeof(wanted), "viewBox=\"%d %d %d %d\"", box.x, box.y, box.w, box.h);
        FILE *file = fopen(path, "rb");

        assert_non_null(file);
        assert_true(fread(head, 1, sizeof(head) - 1, file) > 0);
        fclose(file);
        if (!strstr(head, wanted))
            fail_msg("%s: has no %s", path, wanted);
    }
    block_exhibit_end(&b);
}

static void outlines_may_have_holes(void **state)
{
    static struct point points[] = {{0, 0}, {100, 0}, {100, 100}, {0, 100}, {40, 40}, {60, 40}, {60, 60}, {40, 60}};
    static int ends[] = {4, 8};
    static const struct outline square = {points, ends, 2};
    static const struct {
        struct point at;
        double distance;
    } rows[] = {{{20, 20}, 0}, {{50, 50}, 10}, {{45, 50}, 5}, {{-30, 50}, 30}, {{130, 140}, 50}, {{50, 99}, 0}, {{50, 101}, 1}};

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        assert_true(fabs(outline_distance(&square, rows[i].at) - rows[i].distance) < 1e-4);
    assert_true(rect_equal(outline_box(&square), (struct rect){0, 0, 100, 100}));
    assert_true(rect_is_empty(outline_box(&(struct outline){0})));
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
                    assert_int_equal(b->page.target_count, 1 + (count > 1 ? count : 0)); /* the map itself is the first */
                    for (int t = 1; t < b->page.target_count; t++) {
                        struct rect key = b->page.targets[t].rect, inside = rect_common(key, rect);

                        assert_true(inside.w == key.w && inside.h == key.h);
                        assert_true(key.w >= b->style.target_px && key.h >= b->style.target_px);
                        assert_int_equal(b->page.targets[t].action.argument, t - 1);
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

        assert_int_equal(b.page.target_count, 8);
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

/* A point that is inside the outline. */
static struct point inside_of(const struct spot *spot)
{
    for (int y = spot->rect.y; y < spot->rect.y + spot->rect.h; y += 2)
        for (int x = spot->rect.x; x < spot->rect.x + spot->rect.w; x += 2)
            if (outline_distance(spot->outline, (struct point){(float)x, (float)y}) <= 0)
                return (struct point){(float)x, (float)y};
    fail_msg("an area has no inside");
    return (struct point){0, 0};
}

/* Each in its own shape, though their boxes lie over one another; the sea answers for none. */
static void areas_answer_where_they_lie(void **state)
{
    static const struct point sea = {5, 795};
    struct block_exhibit b;
    int areas = 0;

    (void)state;
    block_exhibit_begin(&b, ALL_COUNTRIES);
    struct scene scene = block_exhibit_scene(&b, LANDSCAPE, 0, false);

    block_map.fill(&scene, b.panel, (struct rect){0, 0, 900, 800});
    for (int i = 0; i < b.page.spots.count; i++) {
        const struct spot *spot = &b.page.spots.list[i], *found;

        if (!spot->outline)
            continue;
        found = spots_near(&b.page, inside_of(spot), ACTION_NONE, b.style.target_px);
        assert_ptr_equal(found, spot);
        areas++;
    }
    assert_int_equal(areas, b.panel->map->country_count);
    assert_int_equal(spots_last(&b.page), areas);
    assert_null(spots_near(&b.page, sea, ACTION_CHOOSE, b.style.target_px / 2));
    block_exhibit_end(&b);
}

/* What is chosen keeps its colour, the others are paler; one that the year does not fill is seen all the same. */
static void what_is_chosen_stands_out(void **state)
{
    struct block_exhibit b;

    (void)state;
    block_exhibit_open(&b, "map-years");
    for (int chosen = 0; chosen <= 2; chosen++) {
        struct scene scene = block_exhibit_scene(&b, LANDSCAPE, 0, false);

        scene.step = 1;
        scene.chosen = chosen;
        block_map.fill(&scene, b.panel, (struct rect){0, 0, 900, 800});
        assert_true(block_exhibit_shows(&b, "Paraguay \u00b7 ") == (chosen == 1)); /* with its dates, in the readout */
        for (int i = 0; i < 2; i++) {
            const struct map_country *country = &b.panel->map->countries[i];
            const struct colour *fill = fill_of(&b, country->area->id);

            assert_non_null(fill);
            assert_true((same(fill, b.style.colours.light) || same(fill, b.style.colours.deep)) == (chosen == 0 || chosen == i + 1));
        }
    }
    block_exhibit_end(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_fall_into_their_areas), cmocka_unit_test(pictures_have_their_boxes),
        cmocka_unit_test(outlines_may_have_holes),      cmocka_unit_test(texts_never_collide),
        cmocka_unit_test(steps_decide_what_is_filled),  cmocka_unit_test(what_is_over_is_plain_again),
        cmocka_unit_test(areas_answer_where_they_lie),  cmocka_unit_test(what_is_chosen_stands_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
