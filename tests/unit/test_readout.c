/* The readout of charts and maps: what it says of what is chosen, and that nothing else of a chart moves for it. */
#include "base/colour.h"
#include "blocks/blocks.h"
#include "exhibit/blocks.h"
#include "support/block_exhibit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct size LANDSCAPE = {1920, 1080};
static const struct rect PLACE = {20, 30, 900, 800};

#define VALUES "  values:\n    - {label: '1971', value: 5}\n    - {label: '1972', value: 31}\n    - {label: '1973', value: 31}\n"
#define COUNTED "chart:\n  kind: line\n" VALUES
#define NOT_ALIKE "chart:\n  kind: line\n  compare: false\n" VALUES
#define SHARES "chart:\n  kind: bars\n  unit: '% of all'\n  values:\n    - {label: A, value: 40}\n    - {label: B, value: 41}\n"

#define LAND "map:\n  region: south-america\n"
#define FROM(country, name, dates) "    - {country: " country ", label: " name ", " dates "}\n"
#define LASTED                                                                                                                             \
    LAND "  countries:\n" FROM("chile", "Chile", "from: 1973-09-11, to: 1990-03-11") FROM("peru", "Peru", "from: 1968-10-03, to: 1980-07") \
        FROM("uruguay", "Uruguay", "from: 1973-06-27, to: 1985-03-01") FROM("bolivia", "Bolivia", "from: 1971, to: 1982")                  \
            FROM("brazil", "Brazil", "from: 1964-03, text: a line")
#define BEGAN                                                                                                                              \
    LAND "  countries:\n" FROM("chile", "Chile", "from: 1975-11-28") FROM("peru", "Peru", "from: 1978")                                    \
        FROM("brazil", "Brazil", "from: 1975") FROM("ecuador", "Ecuador", "from: 1978-01-15")
#define PLACES                                                                                                                             \
    LAND "  points:\n    - {at: [-33.44, -70.65], label: Santiago, date: 1973-09-11, text: a line}\n"                                      \
         "    - {at: [-33.05, -71.61], label: Valparaiso}\n    - {at: [-33.40, -70.65], label: North}\n"
#define COUNTRY(country, name, value) "    - {country: " country ", label: " name ", from: 1970, value: " value "}\n"
#define MEASURED(unit, more)                                                                                                               \
    LAND "  unit: " unit "\n" more "  countries:\n" COUNTRY("chile", "Chile", "10.5") COUNTRY("peru", "Peru", "12")                        \
        COUNTRY("bolivia", "Bolivia", "12") COUNTRY("brazil", "Brazil", "200")

static void draw(struct block_exhibit *b, int chosen)
{
    struct scene scene = block_exhibit_scene(b, LANDSCAPE, 0, false);

    scene.chosen = chosen;
    blocks_first(b->panel)->fill(&scene, b->panel, PLACE);
}

static void says_how_it_stands_to_its_neighbour(void **state)
{
    static const struct {
        const char *block, *name; /* of tests/blocks, where block is NULL */
        int chosen;
        const char *says, *unsaid;
    } rows[] = {
        {COUNTED, NULL, 0, "Touch it", "26 more than"},
        {COUNTED, NULL, 2, "26 more than 1971", "Touch it"},
        {COUNTED, NULL, 1, "26 less than 1972", NULL}, /* the first one has but one neighbour */
        {COUNTED, NULL, 3, "as much as 1972", NULL},
        {COUNTED, NULL, 4, "Touch it", NULL}, /* of a chart that had more values */
        {NOT_ALIKE, NULL, 2, "31", "26 more"},
        {SHARES, NULL, 2, "1 point more than A", NULL},
        {NULL, "bars-with-a-day", 3, "275.0 points more than 1972", NULL},
        {NULL, "bars-disputed", 1, "67.04%", "36.85 points"}, /* what is in doubt is not compared, */
        {NULL, "bars-disputed", 3, "11.98 points less than 1988: No", "13.82 points"},
        {NULL, "marks", 2, "38,254", "35,054 more"}, /* nor what is about so much */
        {LASTED, NULL, 0, "Touch it", "16 years"},
        {LASTED, NULL, 1, "16 years", "Touch it"},
        {LASTED, NULL, 1, "4 years more than Peru", NULL},    /* the longest: the next shorter */
        {LASTED, NULL, 2, "4 years less than Chile", NULL},   /* not as long as another that is rounded to the same years */
        {LASTED, NULL, 4, "11 years", NULL},                  /* known to the year */
        {LASTED, NULL, 4, "1 year less than Peru", NULL},     /* of two that are as long the first */
        {LASTED, NULL, 5, "a line \u00b7 before Peru", NULL}, /* it never ended */
        {BEGAN, NULL, 1, "Chile \u00b7 ", "after"},           /* 1975 may be before it, or not */
        {BEGAN, NULL, 2, "after Chile", NULL},
        {BEGAN, NULL, 4, "after Chile", NULL},
        {PLACES, NULL, 1, "a line \u00b7 4.4 km from North", NULL},
        {PLACES, NULL, 1, "Santiago \u00b7 ", NULL},
        {PLACES, NULL, 2, "97 km from North", NULL},
        {MEASURED("things", ""), NULL, 1, "10.5", NULL},
        {MEASURED("things", ""), NULL, 1, "things \u00b7 1.5 less than Peru", NULL},
        {MEASURED("things", ""), NULL, 2, "things \u00b7 as much as Bolivia", NULL},
        {MEASURED("things", ""), NULL, 4, "things \u00b7 188.0 more than Peru", NULL},
        {MEASURED("'%'", ""), NULL, 1, "10.5%", NULL},
        {MEASURED("'%'", ""), NULL, 1, "1.5 points less than Peru", NULL},
        {MEASURED("things", "  compare: false\n"), NULL, 1, "things", "1.5 less"},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct block_exhibit b;

        if (rows[i].block)
            block_exhibit_begin(&b, rows[i].block);
        else
            block_exhibit_open(&b, rows[i].name);
        draw(&b, rows[i].chosen);
        if (!block_exhibit_shows(&b, rows[i].says))
            fail_msg("row %zu: \"%s\" is not said", i, rows[i].says);
        if (rows[i].unsaid && block_exhibit_shows(&b, rows[i].unsaid))
            fail_msg("row %zu: \"%s\" is said", i, rows[i].unsaid);
        block_exhibit_check_texts(&b, PLACE, rows[i].says);
        block_exhibit_end(&b);
    }
}

/* Each text of a chart that is not in the readout, and how often it stands where. */
static int times(const struct draw_list *list, const struct draw_command *text)
{
    int count = 0;

    for (int i = 0; i < list->count; i++) {
        const struct draw_command *c = &list->commands[i];

        count += c->kind == DRAW_TEXT && c->text.length == text->text.length && rect_equal(c->rect, text->rect) &&
                 memcmp(c->text.text, text->text.text, (size_t)c->text.length) == 0;
    }
    return count;
}

static int fills(const struct draw_list *list)
{
    int count = 0;

    for (int i = 0; i < list->count; i++)
        count += list->commands[i].kind == DRAW_FILL;
    return count;
}

static bool is_hint(const struct draw_command *c)
{
    return c->text.length >= 5 && memcmp(c->text.text, "Touch", 5) == 0;
}

static void nothing_else_moves(void **state)
{
    static const char *const names[] = {"bars-of-a-whole", "bars-with-a-day", "bars-disputed", "marks", "bars-with-notes"};

    (void)state;
    for (size_t n = 0; n < COUNTOF(names); n++) {
        struct block_exhibit still, b;

        block_exhibit_open(&still, names[n]);
        block_exhibit_open(&b, names[n]);
        draw(&still, 0);
        for (int chosen = 1; chosen <= b.panel->chart->value_count; chosen++) {
            draw(&b, chosen);
            assert_int_equal(fills(&b.page.list), fills(&still.page.list));
            for (int i = 0; i < still.page.list.count; i++) {
                const struct draw_command *c = &still.page.list.commands[i];

                if (c->kind == DRAW_TEXT && !is_hint(c) && times(&b.page.list, c) != times(&still.page.list, c))
                    fail_msg("%s: with %d chosen \"%.*s\" moves", names[n], chosen, c->text.length, c->text.text);
            }
        }
        block_exhibit_end(&b);
        block_exhibit_end(&still);
    }
}

/* Letters on paper; those inside a bar are paper or ink. */
static void what_is_not_chosen_can_be_read(void **state)
{
    static const char *const names[] = {"bars-of-a-whole", "bars-with-a-day", "bars-disputed", "marks", "bars-with-notes"};
    static const double READABLE = 4.5;

    (void)state;
    for (size_t n = 0; n < COUNTOF(names); n++) {
        struct block_exhibit b;

        block_exhibit_open(&b, names[n]);
        draw(&b, 1);
        for (int i = 0; i < b.page.list.count; i++) {
            const struct draw_command *c = &b.page.list.commands[i];
            double contrast = colour_contrast(c->colour, b.style.colours.paper);

            if (c->kind == DRAW_TEXT && contrast > 1 && contrast < READABLE)
                fail_msg("%s: \"%.*s\" has a contrast of %.1f", names[n], c->text.length, c->text.text, contrast);
        }
        block_exhibit_end(&b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_how_it_stands_to_its_neighbour),
        cmocka_unit_test(nothing_else_moves),
        cmocka_unit_test(what_is_not_chosen_can_be_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
