/* The timeline's page: whatever the events, the screen, the zoom and the language, labels stand whole, apart, on the screen and over their
 * stems. */
#include "timeline/timeline.h"

#include "load/load.h"
#include "support/fake_measure.h"
#include "support/timeline_page.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <cmocka.h>

enum { TIMELINES = 1000, EVENTS_MAX = 260, TITLE_BYTES = 96 };

static const struct size SCREENS[] = {{1920, 1080}, {1080, 1920}, {1024, 768}, {3840, 2160}, {768, 1024}, {1280, 800}, {2160, 3840}};

/* An exhibit of the repository's tests with a timeline of its own, and a page to fill. */
struct bench {
    struct files *files;
    struct findings *findings;
    struct loaded *loaded;
    struct exhibit exhibit;
    struct event events[EVENTS_MAX];
    struct lane lanes[EXHIBIT_LANES_MAX];
    char titles[EVENTS_MAX][TITLE_BYTES];
    const char *in[EVENTS_MAX][2];
    struct measure measure;
    struct style style;
    struct page page;
    struct scene scene;
    struct timeline_state state;
    unsigned seed;
};

static struct bench *bench_create(void)
{
    struct bench *bench = mem_alloc(sizeof(*bench));

    bench->files = files_open("tests/bad/base");
    bench->findings = findings_create();
    assert_non_null(bench->files);
    bench->loaded = load_exhibit(bench->files, bench->findings);
    assert_non_null(bench->loaded);
    bench->exhibit = *loaded_exhibit(bench->loaded);
    bench->exhibit.events = bench->events;
    bench->exhibit.lanes = bench->lanes;
    bench->measure = fake_measure(NULL);
    bench->scene = (struct scene){.exhibit = &bench->exhibit, .style = &bench->style, .measure = &bench->measure, .page = &bench->page};
    bench->scene.arena = arena_create();
    bench->seed = 3;
    return bench;
}

static void bench_destroy(struct bench *bench)
{
    timeline_labels_destroy(bench->state.labels);
    arena_destroy(bench->scene.arena);
    loaded_destroy(bench->loaded);
    findings_destroy(bench->findings);
    files_close(bench->files);
    free(bench);
}

static unsigned next(struct bench *bench, unsigned below)
{
    bench->seed = bench->seed * 1664525u + 1013904223u;
    return (bench->seed >> 8) % below;
}

static int compare_events(const void *one, const void *other)
{
    double a = axis_event_day(one), b = axis_event_day(other);

    return (a > b) - (a < b);
}

/* Words of one to fourteen letters; one title in thirty is far too long. */
static void make_title(struct bench *bench, int index)
{
    char *title = bench->titles[index];
    int length = next(bench, 30) == 0 ? TITLE_BYTES - 1 : 3 + (int)next(bench, 38), word = 1 + (int)next(bench, 14);

    for (int i = 0; i < length; i++) {
        bool space = word == 0 && i > 0 && i + 1 < length;

        title[i] = (char)(space ? ' ' : 'a' + next(bench, 26));
        word = space ? 1 + (int)next(bench, 14) : word - 1;
    }
    title[length] = '\0';
    bench->in[index][0] = bench->in[index][1] = title;
}

/* As the shipped exhibit has them, or any others. */
static void make_lanes(struct bench *bench)
{
    static const char *const names[EXHIBIT_LANES_MAX][2] = {{"Chile", "Chile"},
                                                            {"Neighbours", "Países vecinos"},
                                                            {"The wider world", "El resto del mundo"},
                                                            {"Along the river", "A orillas del río"},
                                                            {"Everything that happened in the harbour", "Todo lo que pasó en el puerto"},
                                                            {"Art", "Arte"},
                                                            {NULL, NULL},
                                                            {"Science and the universities", "La ciencia y las universidades"}};
    bool usual = next(bench, 2);

    bench->exhibit.lane_count = usual ? 3 : 1 + (int)next(bench, EXHIBIT_LANES_MAX);
    for (int i = 0; i < bench->exhibit.lane_count; i++)
        bench->lanes[i] = (struct lane){.title = {names[i][0] ? names[i] : NULL}, .side = usual ? i > 0 : next(bench, 2)};
}

static void make_events(struct bench *bench)
{
    int first = date_to_day((struct date){1200 + (int)next(bench, 800), 1, 1});
    unsigned range = 1 + next(bench, next(bench, 2) ? 200 : 150000), crowd = 1 + next(bench, range);

    bench->exhibit.event_count = (int)next(bench, next(bench, 3) ? 60 : EVENTS_MAX);
    for (int i = 0; i < bench->exhibit.event_count; i++) {
        struct event *event = &bench->events[i];
        int day = first + (int)next(bench, i % 2 ? crowd : range);

        make_title(bench, i);
        *event = (struct event){
            .id = bench->titles[i],
            .when.from.date = date_cut(date_from_day(day), (enum precision)(PRECISION_DAY + int_max(0, (int)next(bench, 6) - 3))),
            .title = {bench->in[i]},
            .lane = next(bench, 2) ? 0 : (int)next(bench, (unsigned)bench->exhibit.lane_count),
            .importance = 1 + (int)next(bench, 3),
        };
        if (next(bench, 4) == 0)
            event->picture = (struct picture){.file = "assets/illustrations/coup.svg"};
        if (next(bench, 5) == 0)
            event->when.to.date = date_from_day(day + (int)next(bench, range));
    }
    qsort(bench->events, (size_t)bench->exhibit.event_count, sizeof(bench->events[0]), compare_events);
}

static void make_look(struct bench *bench, struct size screen, bool large)
{
    style_make(&bench->style, &(struct style_setup){&bench->exhibit, &bench->measure, screen, {0, {large}}});
}

/* A new timeline, screen and window. */
static void make(struct bench *bench)
{
    struct axis_motion motion;

    make_lanes(bench);
    make_events(bench);
    make_look(bench, SCREENS[next(bench, COUNTOF(SCREENS))], next(bench, 2));
    bench->scene.language = (int)next(bench, 2);
    timeline_labels_destroy(bench->state.labels);
    bench->state.labels = timeline_labels_create();
    axis_motion_init(&motion, axis_motion_limits(&bench->exhibit), true);
    if (bench->exhibit.event_count > 0)
        axis_motion_show(&motion, axis_event_day(&bench->events[next(bench, (unsigned)bench->exhibit.event_count)]),
                         motion.to.days / exp2(next(bench, 1400) / 100.0), 0);
    bench->state.window = axis_motion_at(&motion, 0);
    bench->state.focus = next(bench, 3) ? -1 : (int)next(bench, (unsigned)bench->exhibit.event_count + 1) - 1;
}

static void fill(struct bench *bench)
{
    arena_reset(bench->scene.arena);
    bench->page = (struct page){0};
    timeline_fill(&bench->scene, &bench->state);
}

static const struct target *find_event(const struct bench *bench, int event)
{
    for (int i = 0; i < bench->page.target_count; i++)
        if (bench->page.targets[i].action.kind == ACTION_EVENT && bench->page.targets[i].action.argument == event)
            return &bench->page.targets[i];
    return NULL;
}

/* ---- what must hold for every page ---- */

static void labels_stand_whole_and_apart(void **state)
{
    struct bench *bench = bench_create();
    int labels = 0, clusters = 0;

    (void)state;
    for (int t = 0; t < TIMELINES; t++) {
        make(bench);
        fill(bench);
        timeline_page_check(&bench->scene, &bench->state);
        for (int i = 0; i < bench->page.target_count; i++) {
            labels += bench->page.targets[i].action.kind == ACTION_EVENT;
            clusters += bench->page.targets[i].action.kind == ACTION_CLUSTER;
        }
    }
    assert_true(labels > 4 * TIMELINES && clusters > TIMELINES);
    bench_destroy(bench);
}

/* The focused event has its label wherever its stem is in the window. */
static void focus_wins_its_place(void **state)
{
    struct bench *bench = bench_create();
    int seen = 0;

    (void)state;
    for (int t = 0; t < TIMELINES; t++) {
        struct timeline_layout layout;

        make(bench);
        if (bench->exhibit.event_count == 0)
            continue;
        bench->state.focus = (int)next(bench, (unsigned)bench->exhibit.event_count);
        fill(bench);
        timeline_layout_make(&layout, &bench->scene);
        double stem = timeline_layout_along(&layout, bench->state.window, axis_event_place(&bench->exhibit, bench->state.focus));

        if (stem < layout.label_from_px || stem >= layout.label_to_px)
            continue;
        seen++;
        assert_non_null(find_event(bench, bench->state.focus));
    }
    assert_true(seen > TIMELINES / 4);
    bench_destroy(bench);
}

/* Across: a label that becomes a card grows from the row that it has. */
static bool same_row(const struct bench *bench, struct rect was, struct rect now)
{
    if (bench->style.portrait)
        return was.x == now.x;
    return was.y == now.y || (was.h != now.h && was.y + was.h == now.y + now.h);
}

/* While a finger drags, a label keeps its row and goes with its stem; only at the window's ends it may come or go. */
static void dragging_moves_no_label_out_of_its_row(void **state)
{
    struct bench *bench = bench_create();
    int kept = 0;

    (void)state;
    for (int t = 0; t < TIMELINES / 4; t++) {
        struct page before;

        make(bench);
        bench->state.focus = -1;
        fill(bench);
        for (int step = 0; step < 4; step++) {
            before = bench->page;
            bench->state.window.start += bench->state.window.days * (0.01 + next(bench, 100) / 1000.0);
            fill(bench);
            for (int i = 0; i < before.target_count; i++) {
                const struct target *was = &before.targets[i], *now = find_event(bench, was->action.argument);

                if (was->action.kind != ACTION_EVENT || !now)
                    continue;
                kept++;
                assert_true(same_row(bench, was->rect, now->rect));
            }
        }
    }
    assert_true(kept > TIMELINES);
    bench_destroy(bench);
}

/* All events are reached: each has a label, or its cluster comes apart on a closer look that holds it, until it has one. */
static void clusters_come_apart(void **state)
{
    struct bench *bench = bench_create();
    int opened = 0;

    (void)state;
    for (int t = 0; t < 240; t++) {
        make(bench);
        bench->state.focus = -1;
        for (int zooms = 0; zooms < 20; zooms++) {
            const struct target *cluster = NULL;
            struct axis_window to;
            double first;

            fill(bench);
            for (int i = 0; i < bench->page.target_count; i++)
                if (bench->page.targets[i].action.kind == ACTION_CLUSTER)
                    cluster = &bench->page.targets[i];
            if (!cluster)
                break;
            if (!timeline_open_cluster(&bench->scene, &bench->state, cluster->action.argument, &to)) {
                assert_true(axis_event_is_listed(&bench->exhibit, cluster->action.argument, cluster->action.argument));
                break;
            }
            first = axis_event_place(&bench->exhibit, cluster->action.argument);
            assert_true(to.days < bench->state.window.days * 0.95 && to.days > 0);
            assert_true(to.start < first && first < to.start + to.days);
            bench->state.window = to;
            bench->state.window.days = fmax(axis_event_grain(&bench->exhibit), to.days);
            opened++;
        }
        fill(bench);
        timeline_page_check(&bench->scene, &bench->state);
    }
    assert_true(opened > 20);
    bench_destroy(bench);
}

static void walks_from_event_to_event(void **state)
{
    struct event events[] = {{.when.from.date = {1970, 1, 1}, .lane = 0},
                             {.when.from.date = {1971, 1, 1}, .lane = 2},
                             {.when.from.date = {1972, 1, 1}, .lane = 0},
                             {.when.from.date = {1973, 1, 1}, .lane = 2}};
    struct lane three[] = {{.side = LANE_ABOVE}, {.side = LANE_BELOW}, {.side = LANE_BELOW}};
    const struct exhibit exhibit = {.events = events, .event_count = 4, .lanes = three, .lane_count = 3}, empty = {0};
    double day = date_to_day((struct date){1972, 3, 1});
    static const struct {
        int from, by, to;
    } rows[] = {
        {0, 1, 1}, {1, -1, 0}, {0, -1, 0}, {3, 1, 3}, {-1, 1, 2}, {-1, -1, 2},
    };
    static const struct {
        int from, by, to;
    } lanes[] = {
        {0, 1, 1}, {2, 1, 1}, {1, -1, 0}, {3, -1, 2}, {0, -1, 0}, {3, 1, 3},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        assert_int_equal(axis_event_next(&exhibit, rows[i].from, rows[i].by, day), rows[i].to);
    for (size_t i = 0; i < COUNTOF(lanes); i++)
        assert_int_equal(axis_event_across(&exhibit, lanes[i].from, lanes[i].by), lanes[i].to);
    three[0].side = LANE_BELOW; /* the lanes of a side follow one another as written, whatever stands on the other */
    three[2].side = LANE_ABOVE;
    assert_int_equal(axis_event_across(&exhibit, 0, -1), 1);
    assert_int_equal(axis_event_across(&exhibit, 1, 1), 0);
    assert_int_equal(axis_event_across(&exhibit, 1, -1), 1);
    assert_int_equal(axis_event_next(&empty, -1, 1, day), -1);
}

/* Sharing out the screen: the window's share of a place and of a way agree with where days stand. */
static void shares_follow_time(void **state)
{
    struct bench *bench = bench_create();

    (void)state;
    for (size_t i = 0; i < COUNTOF(SCREENS); i++) {
        struct timeline_layout layout;
        struct axis_window window = {1000, 500};

        make_look(bench, SCREENS[i], false);
        timeline_layout_make(&layout, &bench->scene);
        float along = (float)timeline_layout_along(&layout, window, 1200);
        struct point at = layout.portrait ? (struct point){5, along} : (struct point){along, 5};
        struct point way = layout.portrait ? (struct point){5, (float)(layout.to_px - layout.from_px) / 4}
                                           : (struct point){(float)(layout.to_px - layout.from_px) / 4, 5};

        assert_true(fabs(timeline_share_at(&bench->scene, at) - 0.4) < 1e-3);
        assert_true(fabs(timeline_share_of(&bench->scene, way) - 0.25) < 1e-3);
    }
    bench_destroy(bench);
}

/* Along the overview, where something darker than its paper stands for an event of this day; -1 where nothing does. */
static int overview_mark(const struct bench *bench, int day)
{
    struct timeline_layout layout;

    timeline_layout_make(&layout, &bench->scene);
    struct axis_limits limits = axis_motion_limits(&bench->exhibit);
    int at = layout.overview.x + (int)((double)layout.overview.w * (day - limits.from) / (limits.to - limits.from));

    for (int i = 0; i < bench->page.list.count; i++) {
        const struct draw_command *command = &bench->page.list.commands[i];

        if (command->kind == DRAW_FILL && abs(command->rect.x - at) <= 1 && command->rect.w <= 2 * layout.sizes.frame_px &&
            timeline_page_holds(layout.overview, command->rect) && colour_contrast(command->colour, bench->style.colours.paper) >= 3)
            return at;
    }
    return -1;
}

static void the_overview_shows_events_without_eras(void **state)
{
    struct bench *bench = bench_create();
    static const int years[] = {1859, 1900, 1973};

    (void)state;
    make(bench);
    make_look(bench, SCREENS[0], false);
    bench->exhibit.era_count = 0;
    bench->exhibit.event_count = COUNTOF(years);
    for (size_t i = 0; i < COUNTOF(years); i++)
        bench->events[i] = (struct event){.id = "a", .when.from.date = {years[i], 5, 1}, .title = {bench->in[0]}, .importance = 1};
    timeline_labels_destroy(bench->state.labels);
    bench->state = (struct timeline_state){timeline_labels_create(), {date_to_day((struct date){1850, 1, 1}), 4000}, -1};
    fill(bench);
    for (size_t i = 0; i < COUNTOF(years); i++)
        assert_true(overview_mark(bench, date_to_day((struct date){years[i], 5, 1})) >= 0);
    assert_int_equal(overview_mark(bench, date_to_day((struct date){1930, 5, 1})), -1);
    bench_destroy(bench);
}

/* In one piece, in capitals or not. */
static bool is_said(const struct bench *bench, const char *word)
{
    size_t length = strlen(word);

    for (int i = 0; i < bench->page.list.count; i++) {
        const struct draw_command *command = &bench->page.list.commands[i];

        for (int at = 0; command->kind == DRAW_TEXT && at + (int)length <= command->text.length; at++)
            if (strncasecmp(command->text.text + at, word, length) == 0)
                return true;
    }
    return false;
}

/* In its band or, where that is too narrow, beside it. */
static void every_era_in_view_is_named(void **state)
{
    static const char *const names[][2] = {{"Founding", "Founding"}, {"Expansion", "Expansion"}, {"Qatar", "Qatar"}, {"Zenith", "Zenith"}};
    struct bench *bench = bench_create();
    struct era eras[COUNTOF(names)];
    int narrow = 0;

    (void)state;
    bench->exhibit.eras = eras;
    bench->exhibit.era_count = COUNTOF(names);
    for (int i = 0; i < (int)COUNTOF(names); i++)
        eras[i] = (struct era){.when = {.from.date = {1900 + 5 * i, 1, 1}, .to.date = {1904 + 5 * i + (i == 3 ? 40 : 0), 12, 31}},
                               .title = {names[i]}};
    for (int t = 0; t < TIMELINES / 5; t++) {
        do
            make(bench);
        while (bench->exhibit.lane_count > 3); /* whose names leave the header to eras */
        bench->state.window =
            (struct axis_window){date_to_day((struct date){1899 + (int)next(bench, 30), 5, 1}), exp2(9 + next(bench, 80) / 10.0)};
        fill(bench);
        for (int i = 0; i < (int)COUNTOF(names); i++) {
            struct axis_interval days = axis_era_interval(&eras[i]);
            double from = fmax(days.from, bench->state.window.start),
                   to = fmin(days.to, bench->state.window.start + bench->state.window.days);

            if (to - from < bench->state.window.days / 100)
                continue;
            narrow += to - from < bench->state.window.days / 25;
            assert_true(is_said(bench, names[i][0]));
        }
    }
    assert_true(narrow > 20);
    bench_destroy(bench);
}

/* The largest picture on the page, across the rows. */
static int picture_height(const struct bench *bench)
{
    int height = 0;

    for (int i = 0; i < bench->page.list.count; i++)
        if (bench->page.list.commands[i].kind == DRAW_PICTURE)
            height = int_max(height, bench->page.list.commands[i].rect.h);
    return height;
}

/* With eight in view at most, and never what stands behind a notice. */
static void few_events_become_cards(void **state)
{
    enum { MOST = 8 };
    struct bench *bench = bench_create();

    (void)state;
    make(bench);
    make_look(bench, SCREENS[0], false);
    bench->scene.language = 0;
    for (int count = 1; count <= MOST + 1; count++) {
        struct timeline_layout layout;

        bench->exhibit.event_count = count;
        for (int i = 0; i < count; i++)
            bench->events[i] = (struct event){.id = "a",
                                              .when.from.date = {1900 + 5 * i, 5, 1},
                                              .title = {bench->in[0]},
                                              .importance = 2,
                                              .picture.file = "assets/illustrations/coup.svg"};
        for (int hidden = 0; hidden < 2; hidden++) {
            for (int i = 0; i < count; i++)
                bench->events[i].notices = (unsigned)hidden;
            timeline_labels_destroy(bench->state.labels);
            bench->state = (struct timeline_state){timeline_labels_create(), {date_to_day((struct date){1899, 1, 1}), 18000}, -1};
            fill(bench);
            timeline_page_check(&bench->scene, &bench->state);
            timeline_layout_make(&layout, &bench->scene);
            assert_int_equal(picture_height(bench) > layout.row_size_px[0], count <= MOST && !hidden);
        }
    }
    bench_destroy(bench);
}

/* Each width is asked for once a language and type, however often the page is filled. */
static void labels_are_measured_once(void **state)
{
    struct bench *bench = bench_create();
    int calls = 0, first;

    (void)state;
    make(bench);
    while (bench->exhibit.event_count < 100)
        make_events(bench);
    make_look(bench, SCREENS[0], false);
    bench->measure = fake_measure(&calls);
    timeline_labels_destroy(bench->state.labels);
    bench->state = (struct timeline_state){timeline_labels_create(), {axis_event_day(&bench->events[0]) - 3, 6}, -1};
    fill(bench);
    first = calls;
    assert_true(first >= bench->exhibit.event_count);
    fill(bench);
    assert_true(calls - first < first / 2);
    bench_destroy(bench);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_stand_whole_and_apart),
        cmocka_unit_test(focus_wins_its_place),
        cmocka_unit_test(dragging_moves_no_label_out_of_its_row),
        cmocka_unit_test(clusters_come_apart),
        cmocka_unit_test(walks_from_event_to_event),
        cmocka_unit_test(shares_follow_time),
        cmocka_unit_test(the_overview_shows_events_without_eras),
        cmocka_unit_test(every_era_in_view_is_named),
        cmocka_unit_test(few_events_become_cards),
        cmocka_unit_test(labels_are_measured_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
