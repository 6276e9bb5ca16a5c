/* Loading whole exhibits from memory: what the model holds, what is left out, what stands in, and how it grows. */
#include "load/load.h"
#include "support/finding_text.h"
#include "support/memory_files.h"
#include "support/find.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#define SVG "<svg><g/></svg>"
#define PICTURE(name) "{file: assets/" name ".svg, alternative: {en: a, es: b}}"
#define PANEL "layout: left\nvoice: source\ntitle: {en: T, es: U}\n"

#define GOOD                                                                                                                               \
    {.path = "config/exhibit.yaml",                                                                                                        \
     .bytes = "title: {en: E, es: F}\nlanguages: [en, es]\nopening: " PICTURE("opening") "\nneutral: " PICTURE(                            \
         "neutral") "\nhelpline: '1'\nvoices: [{id: us, words: {en: W, es: W}}, {id: source, words: {en: D, es: E}, colour: deep, shape: " \
                    "square}]\nnotices: [{id: n, text: {en: N, es: N}}, {id: m, text: {en: M, es: M}}]\nchapters:\n"                       \
                    "  - {id: one, title: {en: One, es: Uno}, panels: [b, a]}\n"                                                           \
                    "  - {id: two, title: {en: Two, es: Dos}, picture: " PICTURE("card") ", panels: [c]}\n"},                              \
        {.path = "config/theme.yaml", .bytes = "normal: &x {}\n"},                                                                         \
        {.path = "config/layouts/left.yaml",                                                                                               \
         .bytes = "landscape:\n  columns: [40%, 1fr]\n  rows: [auto, 2fr]\n  gap: 2%\n  margin: 4\n  bleed: picture\n"                     \
                  "  areas:\n    - picture title\n    - picture body\n"                                                                    \
                  "portrait:\n  columns: [1fr]\n  rows: [50%, auto, 1fr]\n  areas: [picture, ., body]\n"},                                 \
        {.path = "config/panels/a.yaml", .bytes = PANEL "body: {en: 'See [b](panel:b), [c](panel:c), [t](term:t).', es: x}\n"},            \
        {.path = "config/panels/b.yaml", .bytes = PANEL "picture: " PICTURE("b") "\nnotice: [m]\nreview_by: 2027-01-31\n"},                \
        {.path = "config/panels/c.yaml", .bytes = PANEL}, {.path = "assets/opening.svg", .bytes = SVG},                                    \
        {.path = "assets/neutral.svg", .bytes = SVG}, {.path = "assets/card.svg", .bytes = SVG},                                           \
    {                                                                                                                                      \
        .path = "assets/b.svg", .bytes = SVG                                                                                               \
    }

struct fixture {
    struct memory_files memory;
    struct findings *findings;
    struct loaded *loaded;
    const struct exhibit *exhibit;
};

static void begin(struct fixture *f, const struct memory_file *table, int count)
{
    *f = (struct fixture){.findings = findings_create()};
    memory_files_init(&f->memory, table, count);
    f->loaded = load_exhibit(&f->memory.files, f->findings);
    f->exhibit = loaded_exhibit(f->loaded);
}

static void end(struct fixture *f)
{
    loaded_destroy(f->loaded);
    findings_destroy(f->findings);
}

/* Whether a finding "FILE:LINE:COLUMN: ...WORDS..." was made. */
static bool has_finding(const struct fixture *f, const char *file, int line, const char *words)
{
    for (int i = 0; i < findings_total(f->findings); i++) {
        const struct finding *finding = findings_at(f->findings, i);

        if (strcmp(finding->file, file) == 0 && finding->line == line && strstr(finding->message, words))
            return true;
    }
    return false;
}

static void test_model(void **state)
{
    static const struct memory_file table[] = {GOOD};
    struct fixture f;

    (void)state;
    begin(&f, table, (int)COUNTOF(table));
    const struct exhibit *e = f.exhibit;

    assert_non_null(e);
    assert_int_equal(e->language_count, 2);
    assert_string_equal(text_in(e->title, 1), "F");
    assert_string_equal(text_in(e->subtitle, 1), "");
    assert_int_equal(e->timing.words_per_minute, 150);
    assert_int_equal(e->screen.width_px, 1920);
    assert_int_equal(e->panel_count, 3);
    assert_string_equal(e->panels[0].id, "b");
    assert_string_equal(e->panels[1].id, "a");
    assert_int_equal(e->panels[2].chapter, 1);
    assert_int_equal(e->chapters[0].panel_count, 2);
    assert_int_equal(e->chapters[1].panels[0], 2);
    assert_string_equal(e->chapters[1].picture.file, "assets/card.svg");
    assert_null(e->chapters[0].picture.file);
    assert_int_equal(e->panels[0].notices, 2);
    assert_int_equal(e->panels[1].notices, 0);
    assert_int_equal(e->panels[0].review_by.month, 1);
    assert_int_equal(e->panels[0].voice, 1);
    assert_string_equal(text_in(e->voices[1].words, 1), "E");
    assert_int_equal(e->voices[1].colour.of_theme, GROUND_DEEP);
    assert_int_equal(e->voices[1].shape, SHAPE_SQUARE);
    assert_true(e->panels[0].picture.crops.landscape.focus[0] == 0.5 && e->panels[0].picture.crops.portrait.focus[1] == 0.5);
    assert_string_equal(e->panels[1].origin.file, "config/panels/a.yaml");
    assert_int_equal(find_panel(e, "c"), 2);
    assert_int_equal(find_panel(e, "x"), -1);
    end(&f);
}

static void test_plan(void **state)
{
    static const struct memory_file table[] = {GOOD};
    struct fixture f;

    (void)state;
    begin(&f, table, (int)COUNTOF(table));
    const struct plan *wide = &f.exhibit->layouts[0].landscape, *tall = &f.exhibit->layouts[0].portrait;

    assert_string_equal(f.exhibit->layouts[0].name, "left");
    assert_int_equal(wide->column_count, 2);
    assert_int_equal(wide->row_count, 2);
    assert_int_equal(wide->columns[0].kind, TRACK_PERCENT);
    assert_true(wide->columns[0].size == 40 && wide->rows[1].size == 2 && wide->gap_percent == 2 && wide->margin_percent == 4);
    assert_int_equal(wide->rows[0].kind, TRACK_AUTO);
    assert_int_equal(wide->area_count, 3);
    assert_int_equal(wide->areas[0].part, PART_PICTURE);
    assert_int_equal(wide->areas[0].rows, 2);
    assert_int_equal(wide->areas[0].columns, 1);
    assert_int_equal(wide->areas[2].part, PART_BODY);
    assert_true(wide->areas[2].column == 1 && wide->areas[2].row == 1);
    assert_int_equal(wide->bleed, 1u << PART_PICTURE);
    assert_int_equal(tall->area_count, 2);
    assert_int_equal(tall->areas[1].row, 2);
    assert_true(tall->gap_percent == 3 && tall->bleed == 0);
    end(&f);
}

/* Without theme.yaml and words.yaml, or with broken ones, the built-in values serve. */
static void test_fallbacks(void **state)
{
    static const struct memory_file table[] = {
        GOOD,
        {.path = "config/words.yaml", .bytes = "en: {home: Start, months: [x]}\nes: {next: Siguiente}\nfr: nothing\n"},
        {.path = "config/layouts/left.yaml", .bytes = "landscape: {columns: [1fr], rows: [auto], areas: [tittle]}\nportrait: [\n"},
        {.path = "assets/b.svg"},
    };
    struct fixture f;

    (void)state;
    begin(&f, table, (int)COUNTOF(table));
    const struct exhibit *e = f.exhibit;

    assert_non_null(e);
    assert_true(has_finding(&f, "config/theme.yaml", 1, "special meaning"));
    assert_true(e->theme.normal.paper.r == 0xF3 && e->theme.line_letters > 0 && e->theme.title_size > 0);
    assert_true(e->theme.faces[0] && e->theme.faces[0][0]);
    assert_string_equal(e->words[0].home, "Start");
    assert_string_equal(e->words[0].next, "Next");
    assert_string_equal(e->words[0].dates.months[11], "December");
    assert_string_not_equal(e->words[1].home, "Start"); /* there are built-in Spanish words */
    assert_string_equal(e->words[1].next, "Siguiente");
    assert_true(e->layouts[0].landscape.area_count > 3 && e->layouts[0].portrait.area_count > 3);
    assert_null(e->panels[0].picture.file);
    assert_true(has_finding(&f, "config/panels/b.yaml", 4, "the neutral picture stands in"));
    end(&f);
}

static void check_link(const struct prose_link *link, enum prose_link_kind kind, int index)
{
    assert_non_null(link);
    assert_int_equal(link->kind, kind);
    assert_int_equal(link->index, index);
}

/* A link whose target is left out is plain text; one that works stays. */
static void test_links(void **state)
{
    static const struct memory_file table[] = {GOOD, {.path = "config/panels/c.yaml", .bytes = "layout: none\n"}};
    struct fixture f;

    (void)state;
    begin(&f, table, (int)COUNTOF(table));
    assert_int_equal(f.exhibit->panel_count, 2);
    assert_int_equal(f.exhibit->chapter_count, 1); /* the other has no panel left */
    const struct prose *prose = prose_in(&f.exhibit->panels[1].body, 0);
    const struct prose_span *spans = prose->blocks[0].spans;

    assert_int_equal(prose->blocks[0].span_count, 7);
    check_link(spans[1].link, PROSE_LINK_PANEL, find_panel(f.exhibit, "b"));
    assert_null(spans[3].link);
    assert_null(spans[5].link);
    end(&f);
}

static void test_timeline(void **state)
{
    static const struct memory_file table[] = {
        GOOD,
        {.path = "config/panels/c.yaml"},
        {.path = "config/glossary.yaml", .bytes = "terms:\n  - {id: t, title: {en: T, es: T}, text: {en: a, es: b}}\n"},
        {.path = "config/timeline.yaml",
         .bytes = "lanes: [{id: home, title: {en: Home, es: Casa}}, {id: neighbours, side: below, title: {en: N, es: V}}]\n"
                  "eras:\n  - {from: 1973-09-11, to: 1990-03-11, title: {en: B, es: B}}\n  - {from: 1970-11-03, to: 1973-09-11, title: "
                  "{en: A, es: A}}\n"
                  "events:\n"
                  "  - {id: late, date: 1973-09-11, title: {en: L, es: L}, text: {en: '[e](event:early)', es: x}, panels: [a, c, b],\n"
                  "     place: {en: London, es: Londres}, source: {en: Files, es: Archivos}}\n"
                  "  - {id: bad, title: {en: X, es: X}, text: {en: x, es: x}, panels: [zzz]}\n"
                  "  - {id: early, date: 1969-10-01, precision: month, title: {en: E, es: E}, text: {en: x, es: x}, place: 'Lima, Peru',\n"
                  "     lane: neighbours, importance: 3, second_date: 1969-12-17, to: 1969-11-02, source: S, notice: [n, m]}\n"},
    };
    struct fixture f;

    (void)state;
    begin(&f, table, (int)COUNTOF(table));
    const struct exhibit *e = f.exhibit;

    assert_int_equal(e->era_count, 2);
    assert_string_equal(text_in(e->eras[0].title, 0), "A");
    assert_int_equal(e->event_count, 2);
    assert_string_equal(e->events[0].id, "early");
    assert_int_equal(moment_precision(&e->events[0].when.from), PRECISION_MONTH);
    assert_int_equal(e->events[0].lane, 1);
    assert_int_equal(e->events[1].lane, 0);
    assert_int_equal(e->lane_count, 2);
    assert_int_equal(e->lanes[1].side, LANE_BELOW);
    assert_string_equal(text_in(e->lanes[0].title, 1), "Casa");
    assert_int_equal(e->events[0].importance, 3);
    assert_int_equal(e->events[0].when.to.date.month, 11);
    assert_int_equal(e->events[0].second.date.month, 12);
    assert_int_equal(e->events[0].notices, 3);
    assert_string_equal(text_in(e->events[0].place, 1), "Lima, Peru");
    assert_string_equal(text_in(e->events[1].place, 0), "London");
    assert_string_equal(text_in(e->events[1].place, 1), "Londres");
    assert_string_equal(text_in(e->events[1].source, 1), "Archivos");
    assert_int_equal(e->events[1].importance, 2);
    assert_int_equal(e->events[1].panel_count, 2);
    assert_string_equal(e->panels[e->events[1].panels[0]].id, "a");
    assert_string_equal(e->panels[e->events[1].panels[1]].id, "b");
    check_link(prose_in(&e->events[1].text, 0)->blocks[0].spans[0].link, PROSE_LINK_EVENT, find_event(e, "early"));
    assert_int_equal(e->term_count, 1);
    check_link(prose_in(&e->panels[1].body, 0)->blocks[0].spans[5].link, PROSE_LINK_TERM, 0);
    assert_true(has_finding(&f, "config/timeline.yaml", 8, "date: missing"));
    assert_false(has_finding(&f, "config/timeline.yaml", 8, "zzz"));
    end(&f);
}

/* What editors and systems leave behind is passed over without a word; what was meant is named. */
static void test_litter(void **state)
{
    static const struct memory_file table[] = {
        GOOD,
        {.path = "config/panels/._a.yaml", .bytes = "x"},
        {.path = "config/panels/.DS_Store", .bytes = "x"},
        {.path = "config/panels/a.yaml~", .bytes = "x"},
        {.path = "config/panels/a.bak", .bytes = "x"},
        {.path = "config/panels/.a.yaml.swp", .bytes = "x"},
        {.path = "config/panels/#a.yaml#", .bytes = "x"},
        {.path = "config/panels/Thumbs.db", .bytes = "x"},
        {.path = "config/layouts/left.yaml.bak", .bytes = "x"},
        {.path = "config/panels/notes.txt", .bytes = "x"},
        {.path = "config/panels/old/a.yaml", .bytes = "x"},
        {.path = "config/panels/d e.yaml", .bytes = PANEL},
        {.path = "config/panels/.yaml", .bytes = PANEL},
    };
    struct fixture f, clean;

    (void)state;
    begin(&clean, table, 10);
    begin(&f, table, (int)COUNTOF(table));
    assert_int_equal(findings_total(f.findings), findings_total(clean.findings) + 1);
    assert_true(has_finding(&f, "config/panels/d e.yaml", 0, "rename it"));
    end(&clean);
    end(&f);
}

static void test_unreadable(void **state)
{
    static const struct {
        const char *path;
        enum files_result result;
        const char *words;
        int panels;
    } rows[] = {
        {"config/panels/a.yaml", FILES_UNREADABLE, "cannot be read", 2},
        {"config/panels/a.yaml", FILES_TOO_LARGE, "larger than 256 KB", 2},
        {"config/panels/a.yaml", FILES_OUTSIDE, "leads out of the exhibit", 2},
        {"config/exhibit.yaml", FILES_UNREADABLE, "cannot be read", 2}, /* b stands behind a notice that nobody knows any more */
        {"config/theme.yaml", FILES_UNREADABLE, "cannot be read", 3},
        {"config/layouts/left.yaml", FILES_UNREADABLE, "cannot be read", 3},
        {"assets/neutral.svg", FILES_UNREADABLE, "", 3},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        const struct memory_file table[] = {GOOD, {.path = rows[i].path, .bytes = "x", .result = rows[i].result}};
        struct fixture f;

        begin(&f, table, (int)COUNTOF(table));
        assert_int_equal(f.exhibit->panel_count, rows[i].panels);
        if (rows[i].words[0])
            assert_true(has_finding(&f, rows[i].path, 0, rows[i].words));
        end(&f);
    }
    loaded_destroy(NULL);
}

/* A picture that many name is read once; each place that names a missing one is told. */
static void test_pictures_once(void **state)
{
    static const struct memory_file table[] = {
        GOOD,
        {.path = "config/panels/a.yaml", .bytes = PANEL "picture: " PICTURE("b") "\n"},
        {.path = "config/panels/c.yaml", .bytes = PANEL "picture: " PICTURE("b") "\n"},
    };
    static const struct memory_file without[] = {
        GOOD, {.path = "config/panels/c.yaml", .bytes = PANEL "picture: " PICTURE("b") "\n"}, {.path = "assets/b.svg"}};
    struct fixture f;

    (void)state;
    begin(&f, table, (int)COUNTOF(table));
    assert_int_equal(f.memory.reads, 6 + 4); /* configs; opening, neutral, card, b */
    end(&f);
    begin(&f, without, (int)COUNTOF(without));
    assert_true(has_finding(&f, "config/panels/b.yaml", 4, "no such file"));
    assert_true(has_finding(&f, "config/panels/c.yaml", 4, "no such file"));
    end(&f);
}

/* What a layout has no place for is told at its key; what it has one for, and what a panel lacks, is not. */
static void test_places(void **state)
{
    static const struct memory_file table[] = {
        GOOD,
        {.path = "config/panels/c.yaml",
         .bytes = PANEL "body: {en: a, es: b}\nmore: {en: a, es: b}\nsources: S\ndifference:\n  - {voice: us, text: {en: a, es: b}}\n  - "
                        "{voice: source, text: {en: a, es: b}}\n"},
    };
    static const struct {
        int line;
        const char *words;
    } rows[] = {
        {3, "title: the portrait drawing of the layout \"left\" has no place"},
        {5, "more: the layout \"left\" has no place"},
        {6, "sources: the layout \"left\" has no place"},
        {7, "difference: the layout \"left\" has no place"},
    };
    struct fixture f;

    (void)state;
    begin(&f, table, (int)COUNTOF(table));
    for (size_t i = 0; i < COUNTOF(rows); i++)
        assert_true(has_finding(&f, "config/panels/c.yaml", rows[i].line, rows[i].words));
    assert_false(has_finding(&f, "config/panels/c.yaml", 4, "has no place"));
    assert_int_equal(f.exhibit->panel_count, 3);
    end(&f);
}

static void test_nothing(void **state)
{
    struct fixture f;

    (void)state;
    begin(&f, NULL, 0);
    assert_int_equal(f.exhibit->panel_count, 0);
    assert_int_equal(f.exhibit->language_count, 1);
    assert_string_equal(text_in(f.exhibit->title, 0), "Vitrina");
    assert_true(f.exhibit->words[0].home[0] && f.exhibit->theme.faces[0][0] && f.exhibit->layout_count > 0);
    assert_true(has_finding(&f, "config/exhibit.yaml", 0, "the file is missing"));
    end(&f);
}

/* A good exhibit with many more panels, all with the same text. */
struct crowd {
    struct files files;
    struct memory_files few;
    int panels;
    const char *body, *each_tenth; /* NULL: as the others */
};

static enum files_result read_crowd(void *context, const char *path, size_t limit, struct buffer *content)
{
    struct crowd *crowd = context;

    if (strncmp(path, "config/panels/p", strlen("config/panels/p")) != 0)
        return crowd->few.files.read(&crowd->few, path, limit, content);
    const char *body = crowd->each_tenth && strstr(path, "0.yaml") ? crowd->each_tenth : crowd->body;

    buffer_add(content, body, strlen(body));
    return FILES_OK;
}

static int list_crowd(void *context, const char *folder, struct arena *arena, const char ***names)
{
    struct crowd *crowd = context;

    if (strcmp(folder, "config/panels") != 0)
        return crowd->few.files.list(&crowd->few, folder, arena, names);
    *names = ARENA_ARRAY(arena, const char *, crowd->panels);
    for (int i = 0; i < crowd->panels; i++)
        (*names)[i] = arena_printf(arena, "p%d.yaml", i);
    return crowd->panels;
}

/* Its panels name no picture. */
static enum files_result open_crowd(void *context, const char *path, size_t limit, int *fd)
{
    struct crowd *crowd = context;

    return crowd->few.files.open(&crowd->few, path, limit, fd);
}

static double milliseconds_since(const struct timespec *start)
{
    struct timespec now;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)(now.tv_sec - start->tv_sec) * 1e3 + (double)(now.tv_nsec - start->tv_nsec) / 1e6;
}

/* What loading came to. */
struct crowd_loaded {
    int usable, findings;
    double cpu_ms;
};

/* Loads panels; `listed` is how exhibit.yaml writes their names. */
static struct crowd_loaded load_crowd(struct crowd crowd, const char *listed, struct findings *findings)
{
    int panels = crowd.panels;
    struct buffer exhibit = {0};
    struct timespec start;

    buffer_printf(&exhibit, "title: {en: E, es: F}\nlanguages: [en, es]\nchapters:\n  - {id: one, title: {en: A, es: B}, panels: [p0");
    for (int i = 1; i < panels; i++)
        buffer_printf(&exhibit, ", %s%d", listed, i);
    buffer_printf(&exhibit, "]}\n");
    const struct memory_file table[] = {GOOD,
                                        {.path = "config/exhibit.yaml", .bytes = exhibit.bytes},
                                        {.path = "config/layouts/left.yaml",
                                         .bytes = "landscape: {columns: [1fr], rows: [1fr, 1fr, 1fr], areas: [title, body, picture]}\n"
                                                  "portrait: {columns: [1fr], rows: [1fr, 1fr, 1fr], areas: [title, body, picture]}\n"}};

    crowd.files = (struct files){.context = &crowd, .read = read_crowd, .open = open_crowd, .list = list_crowd};
    memory_files_init(&crowd.few, table, (int)COUNTOF(table));
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
    struct loaded *loaded = load_exhibit(&crowd.files, findings);

    struct crowd_loaded outcome = {loaded_exhibit(loaded)->panel_count, findings_total(findings), milliseconds_since(&start)};

    printf("%d panels: %.0f ms\n", panels, outcome.cpu_ms);
    loaded_destroy(loaded);
    buffer_finish(&exhibit);
    return outcome;
}

/* Thousands of panels, good and bad: nothing is compared with everything else. Of times only that is judged: ten times as many may take
 * thirty times as long on a busy machine, while what grows with the square would take a hundred times. */
static void test_growth(void **state)
{
    static const struct {
        const char *body, *listed;
        bool usable, loud; /* loud: a finding a panel, at least */
    } rows[] = {
        {PANEL "body:\n  en: |\n    One *two* [three](panel:p7), and more.\n  es: |\n    Uno.\npicture: " PICTURE("b") "\n", "p", true,
         false},
        {PANEL "body: {en: '[x](panel:p77777)', es: x}\npicture: " PICTURE("bb") "\n", "p", true, true},
        {"layuot: left\nvoice: recrod\n", "p", false, true},
        {PANEL, "q", true, true},
        {"layout: right\ntitle: {en: a, es: b}\n", "p", true, true},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        double limit_ms = 0;

        for (int panels = 1000; panels <= 10000; panels *= 10) {
            struct findings *findings = findings_create();
            struct crowd_loaded outcome = load_crowd((struct crowd){.panels = panels, .body = rows[i].body}, rows[i].listed, findings);
            bool all = rows[i].usable && rows[i].listed[0] == 'p';

            assert_int_equal(outcome.usable, all ? panels : rows[i].usable ? 1 : 0);
            assert_true(rows[i].loud ? outcome.findings >= panels - 1 : outcome.findings < 100);
            assert_true(limit_ms == 0 || outcome.cpu_ms < limit_ms);
            limit_ms = 30 * (outcome.cpu_ms + 1);
            findings_destroy(findings);
        }
    }
}

/* Many panels are read by several threads: each fault is told as if one had read them all, and what it costs at the right one. */
static void test_many_at_once(void **state)
{
    enum { PANELS = 64 };
    const struct crowd crowd = {
        .panels = PANELS, .body = PANEL "body: {en: '[x](panel:p60)', es: x}\n", .each_tenth = "layuot: left\nvoice: recrod\n"};
    struct findings *findings = findings_create();
    struct crowd_loaded outcome = load_crowd(crowd, "p", findings);
    int misspelt = 0;

    (void)state;
    assert_int_equal(outcome.usable, PANELS - 7);
    for (int i = 0; i < findings_total(findings); i++) {
        const struct finding *finding = findings_at(findings, i);
        bool last = strcmp(finding->file, "config/panels/p60.yaml") == 0;

        if (!strstr(finding->message, "layuot"))
            continue;
        misspelt++;
        assert_non_null(strstr(finding->file, "0.yaml"));
        assert_int_equal(strstr(finding->message, "; 57 links to ") != NULL, last);
    }
    assert_int_equal(misspelt, 7);
    findings_destroy(findings);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_model),      cmocka_unit_test(test_plan),          cmocka_unit_test(test_fallbacks),
        cmocka_unit_test(test_links),      cmocka_unit_test(test_timeline),      cmocka_unit_test(test_litter),
        cmocka_unit_test(test_unreadable), cmocka_unit_test(test_pictures_once), cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_growth),     cmocka_unit_test(test_places),        cmocka_unit_test(test_many_at_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
