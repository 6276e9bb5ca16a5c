/* The kinds of timelines that museums make, each walked through in two hundred windows: at every zoom and place, upright and wide, nothing
 * overlaps, nothing is cut, nothing is lost. */
#include "axis/view.h"
#include "load/load.h"
#include "support/fake_measure.h"
#include "support/memory_files.h"
#include "support/timeline_page.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { WINDOWS = 200 };

static const struct size SCREENS[] = {{1920, 1080}, {1080, 1920}, {1024, 768}, {768, 1024}};

static unsigned next(unsigned *seed, unsigned below)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % below;
}

/* ---- timelines ---- */

/* date, to: as in a file; to "": none. */
struct told {
    char date[32], to[32];
    int words;
};

static void add_lanes(struct buffer *yaml, int count)
{
    static const char *const names[] = {"The town", "The river", "Trade and ships", "Church", "Elsewhere in the wider world"};

    buffer_printf(yaml, "lanes:\n");
    for (int i = 0; i < count; i++)
        buffer_printf(yaml, "  - {id: l%d, title: {en: %s}, side: %s}\n", i, names[i % (int)COUNTOF(names)], i % 2 ? "above" : "below");
}

static void add_event(struct buffer *yaml, int index, int lanes, const struct told *told)
{
    static const char *const words[] = {"The", "river", "floods", "lower", "town", "bridges", "are", "carried", "away", "by", "ice"};

    buffer_printf(yaml, "  - {id: e%d, date: \"%s\", ", index, told->date);
    if (told->to[0])
        buffer_printf(yaml, "to: \"%s\", ", told->to);
    if (lanes > 0)
        buffer_printf(yaml, "lane: l%d, ", index * 3 % lanes);
    buffer_printf(yaml, "importance: %d, text: {en: It came.}, panels: [a], title: {en: \"", 1 + index % 3);
    for (int i = 0; i < told->words; i++)
        buffer_printf(yaml, "%s%s", i > 0 ? " " : "", words[(index * 7 + i) % (int)COUNTOF(words)]);
    buffer_printf(yaml, "\"}}\n");
}

static void before_christ(struct told *told, int index, unsigned *seed)
{
    static const char *const dates[] = {"-3100", "-2560", "-1754", "-0776", "-0509", "-0044-03-15", "0079-08-24", "0476", "1453"};

    (void)seed;
    snprintf(told->date, sizeof(told->date), "%s", dates[index % (int)COUNTOF(dates)]);
}

static void millennia(struct told *told, int index, unsigned *seed)
{
    int year = (int)next(seed, 11999) - 9999;

    (void)index;
    snprintf(told->date, sizeof(told->date), year < 0 ? "%05d" : "%04d", year == 0 ? 1 : year);
}

static void decades(struct told *told, int index, unsigned *seed)
{
    (void)seed;
    snprintf(told->date, sizeof(told->date), "%d/%d", 1900 + 10 * index, 1909 + 10 * index);
}

static void minutes_of_a_day(struct told *told, int index, unsigned *seed)
{
    (void)index;
    snprintf(told->date, sizeof(told->date), "1973-09-11 %02u:%02u", 6 + next(seed, 9), next(seed, 60));
}

static void hundreds(struct told *told, int index, unsigned *seed)
{
    (void)index;
    snprintf(told->date, sizeof(told->date), "%u-%02u-%02u", 1800 + next(seed, 220), 1 + next(seed, 12), 1 + next(seed, 28));
}

static void one_day(struct told *told, int index, unsigned *seed)
{
    (void)index, (void)seed;
    snprintf(told->date, sizeof(told->date), "1969-07-20");
}

static void one_year(struct told *told, int index, unsigned *seed)
{
    (void)index, (void)seed;
    snprintf(told->date, sizeof(told->date), "1848");
}

static void spans(struct told *told, int index, unsigned *seed)
{
    int year = 1500 + (int)next(seed, 300);

    (void)index;
    snprintf(told->date, sizeof(told->date), "%d-05-01", year);
    snprintf(told->to, sizeof(told->to), "%d-11-30", year + (int)next(seed, 60));
}

static void titles_without_end(struct told *told, int index, unsigned *seed)
{
    hundreds(told, index, seed);
    told->words = 14;
}

static void all_precisions(struct told *told, int index, unsigned *seed)
{
    static const char *const dates[] = {"c. 1450", "1450/1460", "1469", "1475-05", "1486-06-12", "c. 1490/c. 1500", "1503?", "1511-02"};

    (void)seed;
    snprintf(told->date, sizeof(told->date), "%s", dates[index % (int)COUNTOF(dates)]);
}

static void far_apart(struct told *told, int index, unsigned *seed)
{
    if (index == 0)
        snprintf(told->date, sizeof(told->date), "1204-04-13");
    else
        hundreds(told, index, seed);
}

static const struct kind {
    const char *name;
    int events;
    void (*tell)(struct told *told, int index, unsigned *seed);
    int lanes; /* 0: none of its own */
} kinds[] = {
    {"eight lanes", 60, hundreds, 8},
    {"before Christ", 9, before_christ, 0},
    {"millennia", 40, millennia, 0},
    {"decades", 12, decades, 0},
    {"minutes of a day", 60, minutes_of_a_day, 0},
    {"hundreds", 250, hundreds, 0},
    {"one", 1, one_day, 0},
    {"none", 0, one_day, 0},
    {"one day", 14, one_day, 0},
    {"one year", 14, one_year, 0},
    {"spans", 20, spans, 0},
    {"long titles", 30, titles_without_end, 0},
    {"all precisions", 24, all_precisions, 0},
    {"far apart", 50, far_apart, 0},
};

/* ---- pages ---- */

struct walk {
    struct buffer yaml;
    struct memory_files memory;
    struct findings *findings;
    struct loaded *loaded;
    struct measure measure;
    struct style style;
    struct page page;
    struct scene scene;
    struct timeline_state state;
    unsigned seed;
};

static void begin(struct walk *walk, const struct kind *kind, bool compress)
{
    static struct memory_file table[] = {
        {.path = "config/exhibit.yaml", .bytes = "title: {en: E}\nlanguages: [en]\nchapters: [{id: c, title: {en: C}, panels: [a]}]\n"},
        {.path = "config/panels/a.yaml", .bytes = "layout: picture-left\nvoice: record\ntitle: {en: T}\nbody: {en: B}\n"},
        {.path = "config/timeline.yaml"},
    };

    *walk = (struct walk){.findings = findings_create(), .measure = fake_measure(NULL), .seed = 9};
    if (kind->lanes > 0)
        add_lanes(&walk->yaml, kind->lanes);
    buffer_printf(&walk->yaml, "compress: %s\nevents:\n", compress ? "true" : "false");
    for (int i = 0; i < kind->events; i++) {
        struct told told = {.words = 2 + i % 5};

        kind->tell(&told, i, &walk->seed);
        add_event(&walk->yaml, i, kind->lanes, &told);
    }
    table[2].bytes = kind->events > 0 ? walk->yaml.bytes : "compress: true\nevents: []\n";
    memory_files_init(&walk->memory, table, COUNTOF(table));
    walk->loaded = load_exhibit(&walk->memory.files, walk->findings);
    walk->scene = (struct scene){.exhibit = loaded_exhibit(walk->loaded),
                                 .style = &walk->style,
                                 .measure = &walk->measure,
                                 .page = &walk->page,
                                 .arena = arena_create()};
    walk->state = (struct timeline_state){.labels = timeline_labels_create(), .focus = -1};
    if (walk->scene.exhibit->event_count != kind->events)
        fail_msg("%s: %d of %d events", kind->name, walk->scene.exhibit->event_count, kind->events);
}

static void end(struct walk *walk)
{
    timeline_labels_destroy(walk->state.labels);
    arena_destroy(walk->scene.arena);
    loaded_destroy(walk->loaded);
    findings_destroy(walk->findings);
    buffer_finish(&walk->yaml);
}

static void fill(struct walk *walk)
{
    arena_reset(walk->scene.arena);
    walk->page = (struct page){0};
    timeline_fill(&walk->scene, &walk->state);
}

/* From everything down to the least, about an event or anywhere. */
static void choose_window(struct walk *walk, int step)
{
    const struct exhibit *exhibit = walk->scene.exhibit;
    struct axis_limits limits = axis_motion_limits(exhibit);
    double all = limits.to - limits.from, closest = log2(all / limits.least), share = next(&walk->seed, 1000) / 1000.0;
    double middle = limits.from + all * share;
    struct axis_motion motion;

    if (step % 3 > 0 && exhibit->event_count > 0)
        middle = axis_event_place(exhibit, (int)next(&walk->seed, (unsigned)exhibit->event_count));
    axis_motion_init(&motion, limits, true);
    axis_motion_rest(&motion, axis_view_first(exhibit));
    if (step > 0)
        axis_motion_show(&motion, middle, all / exp2(closest * (step % 50) / 49), 0);
    walk->state.window = axis_motion_at(&motion, 0);
    walk->scene.here = step % 7 == 3 ? &exhibit->panels[0] : NULL;
    walk->state.focus = step % 5 == 4 && exhibit->event_count > 0 ? (int)next(&walk->seed, (unsigned)exhibit->event_count) : -1;
}

static void every_kind_stands_in_every_window(void **state)
{
    struct walk *walk = mem_alloc(sizeof(*walk));
    int torn = 0;

    (void)state;
    for (size_t k = 0; k < 2 * COUNTOF(kinds); k++) {
        begin(walk, &kinds[k / 2], k % 2);
        torn += walk->scene.exhibit->break_count;
        for (int step = 0; step < WINDOWS; step++) {
            if (step % (WINDOWS / (int)COUNTOF(SCREENS)) == 0)
                style_make(&walk->style, &(struct style_setup){walk->scene.exhibit,
                                                               &walk->measure,
                                                               SCREENS[step / (WINDOWS / (int)COUNTOF(SCREENS))],
                                                               {0, {step % 100 == 50}}});
            choose_window(walk, step);
            fill(walk);
            timeline_page_check(&walk->scene, &walk->state);
        }
        end(walk);
    }
    assert_true(torn > 10);
    free(walk);
}

/* The window that a timeline opens with shows most of what there is. */
static void every_kind_opens_on_something(void **state)
{
    struct walk *walk = mem_alloc(sizeof(*walk));

    (void)state;
    for (size_t k = 0; k < 2 * COUNTOF(kinds); k++) {
        begin(walk, &kinds[k / 2], k % 2);
        const struct exhibit *exhibit = walk->scene.exhibit;
        struct axis_window window = axis_view_first(exhibit);
        int shown = 0;

        for (int i = 0; i < exhibit->event_count; i++)
            shown += axis_event_place(exhibit, i) >= window.start && axis_event_place(exhibit, i) < window.start + window.days;
        if (shown < exhibit->event_count * 2 / 3 || window.days <= 0)
            fail_msg("%s opens on %d of %d", kinds[k / 2].name, shown, exhibit->event_count);
        end(walk);
    }
    free(walk);
}

/* However often one looks closer, and wherever one begins, something is there; and the page says where nothing is. */
static void closer_finds_something(void **state)
{
    struct walk *walk = mem_alloc(sizeof(*walk));
    int told = 0;

    (void)state;
    begin(walk, &kinds[COUNTOF(kinds) - 1], false);
    const struct exhibit *exhibit = walk->scene.exhibit;
    struct axis_limits limits = axis_motion_limits(exhibit);

    style_make(&walk->style, &(struct style_setup){exhibit, &walk->measure, SCREENS[0], {0}});
    for (int i = 0; i < WINDOWS; i++) {
        struct axis_motion motion;
        struct axis_interval intervals[64];
        struct axis_quiet quiet;

        axis_motion_init(&motion, limits, true);
        axis_motion_show(&motion, limits.from + (limits.to - limits.from) * i / WINDOWS, (limits.to - limits.from) / 4, 0);
        walk->state.window = motion.to;
        fill(walk);
        for (int e = 0; e < exhibit->event_count; e++)
            intervals[e] = axis_event_places(exhibit, e);
        bool said = false, empty = axis_view_quiet(intervals, exhibit->event_count, motion.to, &quiet) > 0.9;

        for (int c = 0; c < walk->page.list.count; c++)
            said = said || (walk->page.list.commands[c].kind == DRAW_TEXT &&
                            strncmp(walk->page.list.commands[c].text.text, "Nothing here", strlen("Nothing here")) == 0);
        assert_true(!empty || said);
        told += said;
        for (int zoom = 0; zoom < 12; zoom++) {
            bool found = false;

            axis_view_zoom(&motion, exhibit, (struct axis_zoom){1.6, -1, 0.5}, 0);
            for (int e = 0; e < exhibit->event_count; e++)
                found = found || axis_view_share(intervals[e], motion.to) > 0;
            assert_true(found);
        }
    }
    assert_true(told > WINDOWS / 4 && told < WINDOWS);
    end(walk);
    free(walk);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_kind_stands_in_every_window),
        cmocka_unit_test(every_kind_opens_on_something),
        cmocka_unit_test(closer_finds_something),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
