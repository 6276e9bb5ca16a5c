/* The order of attract: what follows what, in which language, for how long. */
#include "film/order.h"

#include "scene/scene.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { PANELS_MAX = 300, WORDS_MAX = 5000 };

/* An exhibit of so many panels of so many words, `hidden` of which stand behind a notice. */
struct made {
    struct exhibit exhibit;
    struct panel panels[PANELS_MAX];
    char text[2 * WORDS_MAX]; /* "a a a " */
    struct prose_span span;
    struct prose_block block;
    struct prose body[EXHIBIT_LANGUAGES_MAX];
    struct event event;
};

struct wanted {
    int panels, hidden, languages, words, events;
    unsigned attract;
};

static void make(struct made *made, const struct wanted *wanted)
{
    *made = (struct made){.exhibit = {
                              .attract = wanted->attract,
                              .language_count = wanted->languages,
                              .panels = made->panels,
                              .panel_count = wanted->panels,
                              .events = &made->event,
                              .event_count = wanted->events,
                              .timing = {.reading_base_s = 5, .words_per_minute = 150, .poster_s = 7, .lap_s = 180},
                          }};
    for (int i = 0; i < EXHIBIT_LANGUAGES_MAX; i++)
        made->body[i] = (struct prose){&made->block, 1};
    for (int i = 0; i < wanted->words; i++)
        memcpy(&made->text[2 * i], "a ", 2);
    made->span = (struct prose_span){.text = made->text, .length = 2 * wanted->words};
    made->block = (struct prose_block){.spans = &made->span, .span_count = 1};
    for (int i = 0; i < wanted->panels; i++) {
        made->panels[i].body.in = made->body;
        made->panels[i].notices = i % 4 == 1 && i / 4 < wanted->hidden; /* the second, the sixth, ... */
    }
}

/* "O0" the opening in the first language, "a1" the first panel's poster in the second, "A1" the panel whole, "T0" the timeline. */
static void write_shots(const struct exhibit *exhibit, int count, char *text, size_t size)
{
    struct film_place place = {0};
    size_t length = 0;

    text[0] = '\0';
    for (int i = 0; i < count; i++, film_advance(exhibit, &place)) {
        struct film_shot shot = film_shot(exhibit, &place);
        int letter = shot.panel == FILM_OPENING    ? 'O'
                     : shot.panel == FILM_TIMELINE ? 'T'
                                                   : (shot.kind == FILM_POSTER ? 'a' : 'A') + shot.panel;

        length += (size_t)snprintf(text + length, size - length, "%s%c%d", i ? " " : "", letter, shot.language);
    }
}

static void shots_in_their_order(void **state)
{
    enum { BOTH = ATTRACT_POSTERS | ATTRACT_PAGES };
    static const struct {
        struct wanted wanted;
        const char *shots;
    } rows[] = {
        /* Three panels: another is whole each lap, and in another language the next time round. */
        {{3, 0, 2, 50, 1, BOTH}, "O0 a1 b0 c1 A0 T0 O1 a0 b1 c0 B1 T1 O0 a1 b0 c1 C0 T0 O1 a0 b1 c0 A1 T1"},
        /* Seven: the posters go on where they were, and a lap ends where the next group would make it too long. */
        {{7, 0, 2, 55, 1, BOTH}, "O0 a1 b0 c1 A0 O1 d0 e1 f0 D1 T0 O0 g1 a0 b1 G0 O1 c0 d1 e0 C0 T1"},
        {{7, 0, 2, 20, 1, BOTH}, "O0 a1 b0 c1 A0 O1 d0 e1 f0 D1 O0 g1 a0 b1 G0 T0 O1 c0 d1 e0 C0"},
        {{4, 1, 3, 50, 0, BOTH}, "O0 a1 c2 d0 A0 O1 a2 c0 d1 C1 O2 a0 c1 d2 D2 O0 a1 c2 d0 A1"},
        {{1, 0, 2, 50, 1, BOTH}, "O0 a1 A0 T0 O1 a0 A1 T1 O0 a1"},
        {{2, 0, 1, 50, 1, BOTH}, "O0 a0 b0 A0 T0 O0 a0 b0 B0 T0"},
        {{4, 0, 2, 50, 1, ATTRACT_POSTERS}, "O0 a1 b0 c1 O1 d0 a0 b1 O0 c0 d1 a1 O1 b0 c1 d0 O0 a0"},
        {{3, 1, 2, 50, 1, ATTRACT_PAGES}, "O0 A0 C0 T0 O1 A1 C1 T1 O0"},
        {{3, 1, 2, 50, 0, ATTRACT_PAGES}, "O0 A0 C0 O1 A1 C1 O0"},
        {{0, 0, 2, 50, 1, BOTH}, "O0 O1 O0"}, /* nothing to show: the opening holds the screen */
        {{1, 0, 1, 50, 1, BOTH}, "O0 a0 A0 T0 O0"},
        {{6, 2, 2, 2000, 1, BOTH}, "O0 a1 c0 d1 T0 A0 O1 e0 a0 c1 T1 E1"}, /* a book of a panel is a lap of its own */
        {{2, 0, 2, 300, 0, BOTH}, "O0 a1 b0 A0 O1 a0 b1 B1"},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct made *made = calloc(1, sizeof(*made));
        char text[256];
        int count = 1;

        make(made, &rows[i].wanted);
        for (const char *at = rows[i].shots; *at; at++)
            count += *at == ' ';
        write_shots(&made->exhibit, count, text, sizeof(text));
        if (strcmp(text, rows[i].shots) != 0)
            fail_msg("row %zu: %s instead of %s", i, text, rows[i].shots);
        free(made);
    }
}

/* What was seen of a film so far. */
struct seen {
    bool poster[PANELS_MAX][EXHIBIT_LANGUAGES_MAX], whole[PANELS_MAX][EXHIBIT_LANGUAGES_MAX], opening[EXHIBIT_LANGUAGES_MAX];
    int posters, wholes, laps, since_opening;
    int64_t lap_ms;
};

static void note_first(bool *seen, int *count)
{
    *count += !*seen;
    *seen = true;
}

static void look(struct seen *seen, const struct made *made, const struct film_place *place)
{
    struct film_shot shot = film_shot(&made->exhibit, place);
    int open = 0;

    for (int i = 0; i < made->exhibit.panel_count; i++)
        open += !made->panels[i].notices;
    assert_in_range(shot.language, 0, made->exhibit.language_count - 1);
    assert_true(film_shows(&made->exhibit, film_item(&made->exhibit, shot)));
    assert_true(shot.panel < 0 || !made->panels[shot.panel].notices);
    if (shot.kind == FILM_PAGE && shot.panel >= 0) {
        int64_t reading = scene_reading_ms(&made->exhibit, made->span.length / 2), most = made->exhibit.timing.lap_s * 1000;

        assert_int_equal(film_shot_ms(&made->exhibit, place), reading < most ? reading : most);
    }
    if (seen->lap_ms > 0 || shot.panel == FILM_OPENING) /* behind the timeline a long panel stands in a lap of its own */
        seen->lap_ms += film_shot_ms(&made->exhibit, place);
    if (shot.panel == FILM_TIMELINE) { /* which ends a lap */
        assert_true(seen->lap_ms <= made->exhibit.timing.lap_s * 1000);
        seen->lap_ms = 0;
        seen->laps++;
    } else if (shot.panel == FILM_OPENING) {
        seen->opening[shot.language] = true;
        seen->since_opening = 0;
    } else if (shot.kind == FILM_POSTER) {
        assert_int_equal(film_shot_ms(&made->exhibit, place), 7000);
        note_first(&seen->poster[shot.panel][shot.language], &seen->posters);
        seen->since_opening++;
    } else {
        assert_int_equal(seen->since_opening,
                         open < 3 ? open : 3); /* every fourth poster is the opening's, and then a panel stands whole */
        note_first(&seen->whole[shot.panel][shot.language], &seen->wholes);
    }
}

/* Of any number of panels and languages, and however long they are, all are seen in all languages, as posters and whole, and no lap takes
 * too long. */
static void all_is_seen_in_the_end(void **state)
{
    static const int panels[] = {1, 2, 3, 4, 5, 6, 7, 9, 10, 24, 30, 200}, words[] = {0, 50, 200, 1200};

    (void)state;
    for (size_t i = 0; i < COUNTOF(panels) * COUNTOF(words) * 4; i++) {
        struct wanted wanted = {panels[i % COUNTOF(panels)], 0, 1 + (int)(i / COUNTOF(panels) % 4), 0, 1, ATTRACT_POSTERS | ATTRACT_PAGES};
        struct made *made = calloc(1, sizeof(*made));
        struct seen *seen = calloc(1, sizeof(*seen));
        struct film_place place = {0};
        int shows = wanted.panels * wanted.languages;

        wanted.hidden = wanted.panels > 6 ? 2 : 0;
        wanted.words = words[i / (COUNTOF(panels) * 4)];
        shows -= wanted.hidden * wanted.languages;
        make(made, &wanted);
        for (int shot = 0; shot < 8 * (shows + 6); shot++, film_advance(&made->exhibit, &place))
            look(seen, made, &place);
        if (seen->posters != shows || seen->wholes != shows)
            fail_msg("%d panels, %d languages: %d posters and %d pages of %d", wanted.panels, wanted.languages, seen->posters, seen->wholes,
                     shows);
        for (int language = 0; language < wanted.languages; language++)
            assert_true(seen->opening[language]);
        assert_true(seen->laps > 1);
        free(seen);
        free(made);
    }
}

/* A film of months begins anew without anybody noticing: its counts come round. */
static void counts_come_round(void **state)
{
    struct made *made = calloc(1, sizeof(*made));
    struct film_place place = {0};
    int most = 0;

    (void)state;
    make(made, &(struct wanted){30, 3, 2, 55, 1, ATTRACT_POSTERS | ATTRACT_PAGES});
    for (int shot = 0; shot < 10000; shot++, film_advance(&made->exhibit, &place))
        most = int_max(most, place.group);
    assert_int_equal(most, 27 * 2 - 1);
    free(made);
}

static void items_are_shots(void **state)
{
    struct made *made = calloc(1, sizeof(*made));

    (void)state;
    make(made, &(struct wanted){5, 1, 2, 55, 1, ATTRACT_POSTERS | ATTRACT_PAGES});
    assert_int_equal(film_items(&made->exhibit), 12);
    for (int item = 0; item < 12; item++)
        assert_int_equal(film_item(&made->exhibit, film_of_item(&made->exhibit, item)), item);
    free(made);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(shots_in_their_order),
        cmocka_unit_test(all_is_seen_in_the_end),
        cmocka_unit_test(counts_come_round),
        cmocka_unit_test(items_are_shots),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
