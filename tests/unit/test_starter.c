/* First exhibits: complete and without a finding in whatever languages, and never over anything that is there. */
#include "load/load.h"
#include "starter/additions.h"
#include "starter/exhibit.h"
#include "starter/further.h"
#include "starter/untranslated.h"
#include "starter/unwritten.h"
#include "starter/writing.h"
#include "support/finding_text.h"
#include "support/memory_files.h"
#include "support/temporary.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A first exhibit that was made and loaded. */
struct begun {
    struct arena *arena;
    struct builtin_file *files;
    int count;
    struct findings *findings;
    struct loaded *loaded;
    const struct exhibit *exhibit;
};

static void begin(struct begun *begun, const struct starter_wish *wish)
{
    begun->arena = arena_create();
    begun->count = starter_exhibit(begun->arena, wish, &begun->files);
    begun->findings = findings_create();
    struct memory_file *table = ARENA_ARRAY(begun->arena, struct memory_file, begun->count);
    struct memory_files memory;

    for (int i = 0; i < begun->count; i++)
        table[i] = (struct memory_file){begun->files[i].path, begun->files[i].bytes, begun->files[i].size, FILES_OK};
    memory_files_init(&memory, table, begun->count);
    begun->loaded = load_exhibit(&memory.files, begun->findings);
    begun->exhibit = loaded_exhibit(begun->loaded);
}

static void end(struct begun *begun)
{
    loaded_destroy(begun->loaded);
    findings_destroy(begun->findings);
    arena_destroy(begun->arena);
}

static void check_silent(struct begun *begun, const char *of)
{
    struct buffer text = {0};

    finding_text(begun->findings, &text);
    if (findings_count(begun->findings, FINDING_ERROR) + findings_count(begun->findings, FINDING_WARNING) > 0)
        fail_msg("%s: %s", of, text.bytes);
    buffer_finish(&text);
}

static void test_languages(void **state)
{
    static const char *const sets[][4] = {
        {"en"}, {"es"}, {"de"}, {"fr"}, {"pt"}, {"it"}, {"ar"}, {"tlh"}, {"en", "ar"}, {"pt-BR", "he"}, {"ja", "fr", "fil"}};

    (void)state;
    for (size_t i = 0; i < COUNTOF(sets); i++) {
        struct starter_wish wish = {.languages = sets[i]};
        struct begun begun;

        while (sets[i][wish.language_count])
            wish.language_count++;
        begin(&begun, &wish);
        check_silent(&begun, sets[i][0]);
        assert_int_equal(begun.exhibit->language_count, wish.language_count);
        assert_true(begun.exhibit->panel_count >= 3 && begun.exhibit->event_count >= 3);
        for (int l = 0; l < wish.language_count; l++) {
            assert_string_equal(begun.exhibit->languages[l], sets[i][l]);
            assert_true(text_in(begun.exhibit->panels[0].title, l)[0] && begun.exhibit->words[l].home[0]);
        }
        end(&begun);
    }
}

/* Each in its own language where the example or the program has it, else in the first one's. */
static void test_what_is_said(void **state)
{
    static const char *const languages[] = {"de", "pt-BR", "tlh"};
    struct begun begun;

    (void)state;
    begin(&begun, &(struct starter_wish){languages, 3, NULL});
    const struct exhibit *e = begun.exhibit;

    assert_string_equal(text_in(e->title, 0), "Eine erste Ausstellung");
    assert_string_equal(text_in(e->title, 1), "Uma primeira exposição");
    assert_string_equal(text_in(e->title, 2), "Eine erste Ausstellung");
    assert_string_equal(e->words[2].home, "Start");
    assert_string_not_equal(e->words[2].language_name, "Deutsch");
    assert_true(untranslated_has_words("pt-BR") && !untranslated_has_words("tlh"));
    end(&begun);
}

static void test_title(void **state)
{
    static const char *const titles[] = {"Salt", "Salt: \"white gold\" # 1", "C:\\salt\\", "- {a} [b]", "Línea, ملح"};
    static const char *const languages[] = {"en", "ar"};

    (void)state;
    for (size_t i = 0; i < COUNTOF(titles); i++) {
        struct begun begun;

        begin(&begun, &(struct starter_wish){languages, 2, titles[i]});
        check_silent(&begun, titles[i]);
        assert_string_equal(text_in(begun.exhibit->title, 0), titles[i]);
        assert_string_equal(text_in(begun.exhibit->title, 1), titles[i]);
        assert_string_not_equal(text_in(begun.exhibit->chapters[0].title, 0), titles[i]);
        end(&begun);
    }
}

/* What is there stays, and nothing is left of what could not be finished. */
static void test_never_over(void **state)
{
    static const struct builtin_file files[] = {{"config/a.yaml", "a", 1}, {"config/panels/b.yaml", "b", 1}, {"config/c.yaml", "c", 1}};
    char *folder = temporary_create();
    struct buffer content = {0};
    const char *at;

    (void)state;
    assert_true(writing_new(folder, &files[1], 1, &at));
    errno = 0;
    assert_false(writing_new(folder, files, 3, &at));
    assert_int_equal(errno, EEXIST);
    assert_string_equal(at, "config/panels/b.yaml");
    struct files *disk = files_open(folder);

    assert_int_equal(disk->read(disk->context, "config/a.yaml", 9, &content), FILES_MISSING);
    assert_int_equal(disk->read(disk->context, "config/c.yaml", 9, &content), FILES_MISSING);
    assert_int_equal(disk->read(disk->context, "config/panels/b.yaml", 9, &content), FILES_OK);
    assert_string_equal(content.bytes, "b");
    buffer_finish(&content);
    files_close(disk);
    temporary_destroy(folder);
}

/* A folder that is not there yet comes with all its files, or nothing is left. */
static void test_whole_folder(void **state)
{
    static const struct builtin_file files[] = {{"config/a.yaml", "a", 1}, {"config/panels/b.yaml", "b", 1}, {"config/a.yaml/c", "c", 1}};
    char *folder = temporary_create();
    struct buffer museum = {0};
    const char *at;

    (void)state;
    buffer_printf(&museum, "%s/museum/", folder);
    assert_false(writing_new(museum.bytes, files, 3, &at));
    assert_string_equal(at, "config/a.yaml/c");
    assert_int_equal(temporary_count(folder, ""), 0);
    assert_true(writing_new(museum.bytes, files, 2, &at));
    assert_int_equal(temporary_count(folder, "museum"), 1);
    assert_int_equal(temporary_count(folder, ""), 1);
    assert_int_equal(temporary_count(museum.bytes, "config"), 1);
    buffer_finish(&museum);
    temporary_destroy(folder);
}

/* A first exhibit of two languages with more and more added, loaded anew each time. Of two files of one path the later counts. */
struct growing {
    struct memory_file table[32];
    int count;
    struct arena *arena;
    struct findings *findings;
    struct loaded *loaded;
    struct memory_files memory;
};

static void grow_load(struct growing *growing)
{
    loaded_destroy(growing->loaded);
    findings_destroy(growing->findings);
    growing->findings = findings_create();
    memory_files_init(&growing->memory, growing->table, growing->count);
    growing->loaded = load_exhibit(&growing->memory.files, growing->findings);
}

static void grow_begin(struct growing *growing)
{
    static const char *const languages[] = {"de", "ar"};
    struct builtin_file *files;

    *growing = (struct growing){.arena = arena_create()};
    growing->count = starter_exhibit(growing->arena, &(struct starter_wish){languages, 2, NULL}, &files);
    for (int i = 0; i < growing->count; i++)
        growing->table[i] = (struct memory_file){files[i].path, files[i].bytes, files[i].size, FILES_OK};
    grow_load(growing);
}

static void grow_end(struct growing *growing)
{
    loaded_destroy(growing->loaded);
    findings_destroy(growing->findings);
    arena_destroy(growing->arena);
}

static struct addition nothing_yet(struct growing *growing)
{
    return (struct addition){.arena = growing->arena, .files = &growing->memory.files, .exhibit = loaded_exhibit(growing->loaded)};
}

/* Takes it over; nothing is to be found in what has grown. */
static void grow(struct growing *growing, const struct addition *addition)
{
    const struct builtin_file *files[] = {&addition->made, &addition->edited};

    if (addition->refusal)
        fail_msg("%s", addition->refusal);
    for (size_t i = 0; i < COUNTOF(files); i++)
        if (files[i]->path) {
            assert_true(growing->count < (int)COUNTOF(growing->table));
            growing->table[growing->count++] = (struct memory_file){files[i]->path, files[i]->bytes, files[i]->size, FILES_OK};
        }
    grow_load(growing);
    if (findings_total(growing->findings) > 0)
        fail_msg("%s: %s", findings_at(growing->findings, 0)->file, findings_at(growing->findings, 0)->message);
}

static void test_additions(void **state)
{
    static const char *const layouts[] = {NULL, "picture-right", "mine"};
    struct growing growing;

    (void)state;
    grow_begin(&growing);
    const struct exhibit *e = loaded_exhibit(growing.loaded);
    int panels = e->panel_count, events = e->event_count;
    struct addition addition = nothing_yet(&growing);

    addition_layout(&addition, "mine", e->layouts[0].name);
    assert_string_equal(addition.made.path, "config/layouts/mine.yaml");
    grow(&growing, &addition);
    for (size_t i = 0; i < COUNTOF(layouts); i++) {
        char id[8];

        snprintf(id, sizeof(id), "new-%d", (int)i);
        addition = nothing_yet(&growing);
        addition_panel(&addition, id, i == 1 ? loaded_exhibit(growing.loaded)->layouts[1].name : layouts[i]);
        grow(&growing, &addition);
        e = loaded_exhibit(growing.loaded);
        assert_int_equal(e->panel_count, panels + 1 + (int)i);
        assert_string_equal(e->panels[e->panel_count - 1].id, id);
        assert_string_equal(text_in(e->panels[e->panel_count - 1].title, 0), "Geben Sie dieser Tafel einen Titel");
    }
    addition = nothing_yet(&growing);
    addition_event(&addition, "rain");
    grow(&growing, &addition);
    assert_int_equal(loaded_exhibit(growing.loaded)->event_count, events + 1);
    grow_end(&growing);
}

/* Where there is no timeline, no chapter, or nothing in it. */
static void test_additions_to_little(void **state)
{
    static const struct memory_file little[] = {
        {.path = "config/exhibit.yaml", .bytes = "title: {en: A}\nlanguages: [en]\nchapters:\n  - {id: a, title: {en: A}}\n"},
        {.path = "config/panels/a.yaml", .bytes = "title: {en: A}\nbody: {en: A}\nsources: A\n"},
        {.path = "config/timeline.yaml"},
    };
    struct growing growing = {.arena = arena_create(), .count = COUNTOF(little)};

    (void)state;
    memcpy(growing.table, little, sizeof(little));
    grow_load(&growing);
    struct addition addition = nothing_yet(&growing);

    addition_panel(&addition, "b", NULL);
    assert_null(addition.refusal);
    assert_non_null(strstr(addition.edited.bytes, "panels: [b]"));
    addition = nothing_yet(&growing);
    addition_event(&addition, "rain");
    assert_null(addition.refusal);
    assert_string_equal(addition.made.path, "config/timeline.yaml");
    growing.table[growing.count++] = (struct memory_file){addition.made.path, addition.made.bytes, addition.made.size, FILES_OK};
    grow_load(&growing);
    assert_int_equal(loaded_exhibit(growing.loaded)->event_count, 1);
    grow_end(&growing);
}

static void test_refusals(void **state)
{
    struct growing growing;
    struct addition addition;

    (void)state;
    grow_begin(&growing);
    for (int i = 0; i < 5; i++) {
        static const char *const reasons[] = {"is there already", "did you mean", "there are:", "letters a-z",
                                              "event of that name already"};

        addition = nothing_yet(&growing);
        if (i == 4)
            addition_event(&addition, "paris");
        else
            addition_panel(&addition,
                           i == 0   ? "time"
                           : i == 3 ? "../x"
                                    : "new",
                           i == 1   ? "picture-lefd"
                           : i == 2 ? "nothing like it"
                                    : NULL);
        if (!addition.refusal || !strstr(addition.refusal, reasons[i]))
            fail_msg("%d: %s", i, addition.refusal ? addition.refusal : "not refused");
    }
    growing.table[growing.count++] = (struct memory_file){.path = "config/exhibit.yaml", .bytes = "title: [\n"};
    grow_load(&growing);
    addition = nothing_yet(&growing);
    addition_panel(&addition, "new", NULL);
    assert_non_null(addition.refusal);
    assert_non_null(strstr(addition.refusal, "cannot be changed"));
    grow_end(&growing);
}

/* What is said of the files as they have grown, "file:line: keys" in lines. */
static const char *unwritten(struct growing *growing)
{
    struct findings *findings = findings_create();
    struct buffer told = {0};

    unwritten_report(&growing->memory.files, loaded_exhibit(growing->loaded), findings);
    findings_sort(findings);
    for (int i = 0; i < findings_total(findings); i++) {
        const struct finding *finding = findings_at(findings, i);

        assert_string_equal(finding->code, "text-unwritten");
        assert_int_equal(finding->severity, FINDING_WARNING);
        buffer_printf(&told, "%s:%d: %.*s\n", finding->file, finding->line, (int)strcspn(finding->message, ":"), finding->message);
    }
    const char *text = arena_text(growing->arena, told.bytes ? told.bytes : "", told.length);

    buffer_finish(&told);
    findings_destroy(findings);
    return text;
}

/* The example's own words, then what is added; a thing is told once. */
static void test_unwritten(void **state)
{
    struct growing growing;
    struct addition addition;

    (void)state;
    grow_begin(&growing);
    assert_string_equal(unwritten(&growing), "config/exhibit.yaml:6: title, subtitle, credit\nconfig/panels/numbers.yaml:4: title, body\n"
                                             "config/panels/panel.yaml:4: title, poster, body\n"
                                             "config/panels/picture.yaml:4: title, body, more\nconfig/panels/time.yaml:4: title, body\n");
    for (int i = 0; i < 2; i++) {
        addition = nothing_yet(&growing);
        addition_event(&addition, i ? "snow" : "rain");
        grow(&growing, &addition);
    }
    addition = nothing_yet(&growing);
    addition_panel(&addition, "chart", "picture-chart");
    grow(&growing, &addition);
    addition = nothing_yet(&growing);
    addition_panel(&addition, "map", "picture-map");
    grow(&growing, &addition);
    const char *told = unwritten(&growing);

    assert_non_null(strstr(told, "config/panels/chart.yaml:3: title, body, sources, source\n"));
    assert_non_null(strstr(told, "config/panels/map.yaml:3: title, body, sources, label, source\n"));
    assert_non_null(strstr(told, "config/timeline.yaml:39: title, text\nconfig/timeline.yaml:48: title, text\n"));
    grow_end(&growing);
}

/* Whatever the program brings along and a panel, an event or an exhibit takes is known again; words that are nearly so are somebody's own,
 * and so are those that may be true of any exhibit. */
static void test_unwritten_words(void **state)
{
    static const struct {
        const char *panel, *event, *told;
    } rows[] = {
        {"title: {en: Salt, es: Sal}\nsources: S\n", "title: {en: Rain, es: Lluvia}", ""},
        {"title: {en: Give this panel a title, es: Sal}\nsources: S\n", "title: {en: Rain, es: Lluvia}", "config/panels/a.yaml:1: title\n"},
        {"title:\n  en: Salt\n  es: Pon título a este panel\nsources: S\n", "title: {en: Rain, es: Lluvia}",
         "config/panels/a.yaml:3: title\n"},
        {"title: {en: Salt, es: Give this panel a title}\nsources: S\n", "title: {en: Rain, es: Lluvia}",
         "config/panels/a.yaml:1: title\n"},
        {"title: {en: 'Give this panel a title.', es: pon título a este panel}\nsources: S\n",
         "title: {en: A new event, es: Un hecho nuevo}", ""},
        {"title: {en: Salt, es: Sal}\nbody:\n  en: |\n    Write here what the picture cannot say: one thought, in short sentences.\n\n"
         "  es: Sal\nsources: {en: Name your sources, es: S}\n",
         "title: {en: Rain, es: Lluvia}", "config/panels/a.yaml:3: body, sources\n"},
        {"title: {en: Salt, es: Sal}\nmore: {en: Change these words, es: Sal}\nsources: S\n",
         "title: {en: The Louvre opens, es: Abre el Louvre}", "config/panels/a.yaml:2: more\n"},
        {"title: {en: March, es: Marzo}\nsources: Vitrina\n", "title: {en: Rain, es: Di en una frase qué ocurrió.}",
         "config/timeline.yaml:2: title\n"},
        {"title: {en: 'Curator', es: To the nearest hour.}\nsources: S\n", "title: {en: hours of daylight, es: Empieza aquí}", ""},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct growing growing = {.arena = arena_create(), .count = 3};
        const char *timeline = arena_printf(growing.arena, "events:\n  - {id: rain, date: 2000, %s, importance: 1}\n", rows[i].event);

        growing.table[0] = (struct memory_file){.path = "config/exhibit.yaml", .bytes = "title: {en: A, es: A}\nlanguages: [en, es]\n"};
        growing.table[1] = (struct memory_file){.path = "config/panels/a.yaml", .bytes = rows[i].panel};
        growing.table[2] = (struct memory_file){.path = "config/timeline.yaml", .bytes = timeline};
        grow_load(&growing);
        const char *told = unwritten(&growing);

        if (strcmp(told, rows[i].told) != 0)
            fail_msg("row %d: %s", (int)i, told);
        grow_end(&growing);
    }
}

/* Of a first exhibit in a folder, with one language more; what is found, sorted. */
static const char *with_language(const char *folder, const char *code, struct begun *begun)
{
    static char wrong[512];
    struct files *files = files_open(folder);
    struct findings *faults = findings_create();
    struct loaded *before = load_exhibit(files, faults);
    int count = further_language(&(struct further){files, folder, code, loaded_exhibit(before)}, faults);

    wrong[0] = '\0';
    loaded_destroy(before);
    findings_destroy(faults);
    files_close(files);
    files = files_open(folder);
    *begun = (struct begun){.arena = arena_create(), .findings = findings_create()};
    begun->loaded = load_exhibit(files, begun->findings);
    begun->exhibit = loaded_exhibit(begun->loaded);
    begun->count = count;
    files_close(files);
    findings_sort(begun->findings);
    for (int i = 0; i < findings_total(begun->findings); i++)
        if (findings_at(begun->findings, i)->severity != FINDING_HINT)
            snprintf(wrong, sizeof(wrong), "%s: %s", findings_at(begun->findings, i)->file, findings_at(begun->findings, i)->message);
    return wrong;
}

/* Every text is there in the new language, and a hint says of each sentence that it is to be translated. */
static void test_further_languages(void **state)
{
    static const char *const codes[] = {"fr", "tlh", "he"}, *const first[] = {"en", "ar"};
    char *folder = temporary_create();
    struct arena *arena = arena_create();
    struct builtin_file *files;
    int count = starter_exhibit(arena, &(struct starter_wish){first, 2, NULL}, &files);
    const char *at;

    (void)state;
    assert_true(writing_new(folder, files, count, &at));
    for (int i = 0; i < (int)COUNTOF(codes); i++) {
        struct begun begun;

        assert_string_equal(with_language(folder, codes[i], &begun), "");
        const struct exhibit *e = begun.exhibit;

        assert_true(begun.count > 20 && findings_total(begun.findings) > 10 * (i + 1));
        assert_string_equal(findings_at(begun.findings, 0)->code, "translation-copied");
        assert_int_equal(e->language_count, 3 + i);
        assert_string_equal(e->languages[2 + i], codes[i]);
        for (int p = 0; p < e->panel_count; p++)
            assert_string_equal(text_in(e->panels[p].body.source, 2 + i), text_in(e->panels[p].body.source, 0));
        assert_string_equal(e->words[2].home, "Accueil");
        end(&begun);
    }
    struct begun begun;

    with_language(folder, "fr", &begun);
    assert_int_equal(begun.count, -1);
    end(&begun);
    with_language(folder, "french", &begun);
    assert_int_equal(begun.count, -1);
    assert_int_equal(begun.exhibit->language_count, 5);
    end(&begun);
    arena_destroy(arena);
    temporary_destroy(folder);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_languages),           cmocka_unit_test(test_what_is_said),    cmocka_unit_test(test_title),
        cmocka_unit_test(test_never_over),          cmocka_unit_test(test_whole_folder),    cmocka_unit_test(test_additions),
        cmocka_unit_test(test_additions_to_little), cmocka_unit_test(test_refusals),        cmocka_unit_test(test_further_languages),
        cmocka_unit_test(test_unwritten),           cmocka_unit_test(test_unwritten_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
