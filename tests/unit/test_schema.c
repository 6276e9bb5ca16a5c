/* The schema: soundness of the real tables, every type of value through a table of its own, suggestions. */
#include "base/suggest.h"
#include "schema/drawing.h"
#include "schema/schema.h"
#include "keys/tables.h"
#include "support/finding_text.h"
#include "text/dating_parse.h"
#include "text/reading.h"

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct inner {
    const char *name;
    struct origin origin;
};

/* A field of every type. */
struct sample {
    const char *string, *pattern, *name;
    struct picture picture;
    struct text text, plain;
    struct prose_text markdown;
    int integer, turn;
    double number, percent;
    struct crops point;
    bool boolean;
    struct colour colour;
    enum picture_fit choice;
    struct date date;
    struct moment known;
    struct dating when;
    const char *const *names;
    int name_count;
    int index, *indices, index_count;
    unsigned mask;
    struct inner map;
    struct inner *records;
    int record_count;
};

static const char *const turns[] = {"0", "90", NULL};
static const char *const colours[] = {"red", "green", "blue", NULL};
static const char *const words[] = {"day", "month", NULL};

static const struct schema_row inner_rows[] = {
    {"name", VALUE_NAME, .at = offsetof(struct inner, name), .need = NEED_REQUIRED, .help = "h"},
};
static const struct schema inner_table = {"inner",        sizeof(struct inner), offsetof(struct inner, origin),
                                          REFERENCE_NONE, inner_rows,           (int)COUNTOF(inner_rows)};

#define AT(field) .at = offsetof(struct sample, field)

static const struct schema_row sample_rows[] = {
    {"string", VALUE_STRING, AT(string), .preset = "a preset", .help = "h"},
    {"pattern", VALUE_PATTERN, AT(pattern), .choices = words, .help = "h"},
    {"name", VALUE_NAME, AT(name), .help = "h"},
    {"file", VALUE_FILE, AT(picture.file), .refers = REFERENCE_PICTURE, .help = "h"},
    {"text", VALUE_TEXT, AT(text), .help = "h"},
    {"plain", VALUE_TEXT, AT(plain), .plain = true, .help = "h"},
    {"markdown", VALUE_MARKDOWN, AT(markdown), .help = "h"},
    {"integer", VALUE_INTEGER, AT(integer), .preset = "7", .min = -10, .max = 10, .help = "h"},
    {"turn", VALUE_INTEGER, AT(turn), .max = 90, .choices = turns, .help = "h"},
    {"number", VALUE_NUMBER, AT(number), .min = 0.5, .max = 2.5, .help = "h"},
    {"percent", VALUE_PERCENT, AT(percent), .max = 50, .help = "h"},
    {"point", VALUE_FOCUS, AT(point), .preset = "[25%, 75%]", .max = 100, .help = "h"},
    {"boolean", VALUE_BOOLEAN, AT(boolean), .help = "h"},
    {"colour", VALUE_COLOUR, AT(colour), .help = "h"},
    {"choice", VALUE_CHOICE, AT(choice), .preset = "green", .choices = colours, .help = "h"},
    {"date", VALUE_DATE, AT(date), .help = "h"},
    {"known", VALUE_MOMENT, AT(known), .help = "h"},
    {"when", VALUE_DATING, AT(when), .help = "h"},
    {"names", VALUE_NAMES, AT(names), .count_at = offsetof(struct sample, name_count), .min = 1, .max = 3, .help = "h"},
    {"index", VALUE_INDEX, AT(index), .refers = REFERENCE_LAYOUT, .help = "h"},
    {"indices", VALUE_INDICES, AT(indices), .count_at = offsetof(struct sample, index_count), .max = 3, .refers = REFERENCE_PANEL,
     .help = "h"},
    {"mask", VALUE_MASK, AT(mask), .max = 3, .refers = REFERENCE_TERM, .help = "h"},
    {"map", VALUE_MAP, AT(map), .table = &inner_table, .help = "h"},
    {"records", VALUE_RECORDS, AT(records), .count_at = offsetof(struct sample, record_count), .table = &inner_table, .help = "h"},
};
static const struct schema sample_table = {"sample", sizeof(struct sample), 0, REFERENCE_NONE, sample_rows, (int)COUNTOF(sample_rows)};

struct fixture {
    struct arena *arena;
    struct findings *findings;
    struct references references;
    struct reader reader;
    struct sample sample;
};

static void read_sample_in(struct fixture *f, const char *source, const char *const languages[2])
{
    *f = (struct fixture){.arena = arena_create(), .findings = findings_create()};
    f->reader = (struct reader){
        .arena = f->arena, .report = {f->findings, "f.yaml", 0}, .languages = languages, .language_count = 2, .references = &f->references};
    const struct node *root = yaml_read(f->arena, &f->reader.report, &(struct yaml_source){.bytes = source, .size = strlen(source)});

    assert_non_null(root);
    schema_defaults(&f->reader, &sample_table, &f->sample);
    schema_read(&f->reader, &sample_table, root, &f->sample);
}

static void read_sample(struct fixture *f, const char *source)
{
    static const char *const languages[] = {"en", "es"};

    read_sample_in(f, source, languages);
}

static void end(struct fixture *f)
{
    references_finish(&f->references);
    findings_destroy(f->findings);
    arena_destroy(f->arena);
}

static void test_good_values(void **state)
{
    struct fixture f;
    const struct sample *s = &f.sample;

    (void)state;
    read_sample(&f,
                "string: ' a\tb '\npattern: '{day} of {month}'\nname: T-19_a\nfile: assets/a b.svg\ntext: {es: dos, en: one}\nplain: same\n"
                "markdown: {en: '*a* b', es: c}\ninteger: -3\nturn: 90\nnumber: 2.25\npercent: 12.5%\npoint: [10, 20%]\nboolean: yes\n"
                "colour: '#0aF000'\nchoice: blue\ndate: 2024-02-29\nknown: c. 1976-06\nwhen: -0044/0014\nnames: [x, y]\nindex: l\nindices: "
                "[p, q]\nmask: n\nmap: "
                "{name: n}\nrecords:\n  - name: p\n  - "
                "{name: q}\n");
    assert_int_equal(findings_total(f.findings), 0);
    assert_string_equal(s->string, " a b ");
    assert_string_equal(s->pattern, "{day} of {month}");
    assert_string_equal(s->name, "T-19_a");
    assert_string_equal(s->picture.file, "assets/a b.svg");
    assert_int_equal(f.references.count, 5);
    assert_ptr_equal(f.references.list[0].picture, &s->picture);
    assert_ptr_equal(f.references.list[1].index, &s->index);
    assert_int_equal(s->index_count, 2);
    assert_ptr_equal(f.references.list[3].index, &s->indices[1]);
    assert_string_equal(f.references.list[3].name, "q");
    assert_int_equal(s->indices[1], -1); /* nothing, until it is found */
    assert_ptr_equal(f.references.list[4].mask, &s->mask);
    assert_string_equal(text_in(s->text, 0), "one");
    assert_string_equal(text_in(s->text, 1), "dos");
    assert_ptr_equal(text_in(s->plain, 0), text_in(s->plain, 1));
    assert_int_equal(reading_words(prose_in(&s->markdown, 0)), 2);
    assert_int_equal(reading_words(prose_in(&s->markdown, 1)), 1);
    assert_int_equal(s->integer, -3);
    assert_int_equal(s->turn, 90);
    assert_true(s->number == 2.25 && s->percent == 12.5 && s->point.landscape.focus[0] == 0.1 && s->point.portrait.focus[1] == 0.2);
    assert_true(s->boolean);
    assert_true(s->colour.r == 0x0A && s->colour.g == 0xF0 && s->colour.b == 0);
    assert_int_equal(s->choice, 2);
    assert_true(s->date.year == 2024 && s->date.month == 2 && s->date.day == 29);
    assert_string_equal(moment_written(&s->known).text, "c. 1976-06");
    assert_string_equal(moment_written(&s->when.from).text, "-0044");
    assert_string_equal(moment_written(&s->when.to).text, "0014");
    assert_int_equal(s->name_count, 2);
    assert_string_equal(s->names[1], "y");
    assert_null(s->names[2]);
    assert_string_equal(s->map.name, "n");
    assert_int_equal(s->record_count, 2);
    assert_string_equal(s->records[1].name, "q");
    assert_int_equal(s->records[1].origin.line, 26);
    assert_int_equal(s->records[1].origin.column, 5);
    end(&f);
}

static void test_absent_values(void **state)
{
    struct fixture f;
    const struct sample *s = &f.sample;

    (void)state;
    read_sample(&f, "string:\ntext:\nnames: lone\n");
    assert_int_equal(findings_total(f.findings), 0);
    assert_string_equal(s->string, "a preset");
    assert_int_equal(s->integer, 7);
    assert_true(s->point.landscape.focus[0] == 0.25 && s->point.portrait.focus[1] == 0.75);
    assert_int_equal(s->choice, 1);
    assert_null(s->text.in);
    assert_string_equal(text_in(s->text, 1), "");
    assert_int_equal(prose_in(&s->markdown, 1)->block_count, 0);
    assert_int_equal(prose_in(NULL, 0)->block_count, 0);
    assert_int_equal(s->name_count, 1);
    assert_string_equal(s->names[0], "lone");
    assert_int_equal(s->date.year, 0);
    end(&f);
}

/* A wrong value is told, and its field keeps the default. */
static const struct bad_value {
    const char *source, *findings;
} bad_values[] = {
    {"string: [a]\n", "1:9 E string: write one value, but here is a list\n"},
    {"integer: 11\n", "1:10 E integer: \"11\" does not fit; write a whole number from -10 to 10\n"},
    {"integer: 1.5\n", "1:10 E integer: \"1.5\" does not fit; write a whole number from -10 to 10\n"},
    {"integer: 1e1\n", "1:10 E integer: \"1e1\" does not fit; write a whole number from -10 to 10\n"},
    {"integer: 99999999999999999999\n", "1:10 E integer: \"99999999999999999999\" does not fit; write a whole number from -10 to 10\n"},
    {"integer: ''\n", "1:10 E integer: \"\" does not fit; write a whole number from -10 to 10\n"},
    {"integer: '-'\n", "1:10 E integer: \"-\" does not fit; write a whole number from -10 to 10\n"},
    {"integer: 7 \u00bd\n", "1:10 E integer: \"7 \u00bd\" does not fit; write a whole number from -10 to 10\n"},
    {"turn: 45\n", "1:7 E turn: \"45\" is not known; write one of: 0, 90\n"},
    {"number: 1,5\n", "1:9 E number: \"1,5\" does not fit; write 1.5\n"},
    {"number: nan\n", "1:9 E number: \"nan\" does not fit; write a number from 0.5 to 2.5\n"},
    {"number: 1%\n", "1:9 E number: \"1%\" does not fit; write 1\n"},
    {"number: +1.5\n", "1:9 E number: \"+1.5\" does not fit; write 1.5\n"},
    {"number: ١,٥\n", "1:9 E number: \"١,٥\" does not fit; write 1.5\n"},
    {"integer: १\n", "1:10 E integer: \"१\" does not fit; write 1\n"},
    {"number: .5\n", "1:9 E number: \".5\" does not fit; write a number from 0.5 to 2.5\n"},
    {"percent: 51%\n", "1:10 E percent: \"51%\" does not fit; write a number from 0% to 50%\n"},
    {"percent: '%'\n", "1:10 E percent: \"%\" does not fit; write a number from 0% to 50%\n"},
    {"point: [1, 2, 3]\n", "1:8 E point: write two percentages, across and down, for example [50%, 40%]\n"},
    {"point: {portrait: [1, 2, 3]}\n", "1:19 E point: write two percentages, across and down, for example [50%, 40%]\n"},
    {"point: {upright: [1, 2]}\n", "1:9 E point: \"upright\" is no orientation; write landscape or portrait\n"},
    {"point: [1, [2]]\n", "1:8 E point: write two percentages, across and down, for example [50%, 40%]\n"},
    {"boolean: True\n", "1:10 E boolean: \"True\" is not known; did you mean \"true\"? (one of: true, false, yes, no)\n"},
    {"colour: '#12345'\n", "1:9 E colour: \"#12345\" is no colour; write \"#RRGGBB\" in quotes, for example \"#F3EBDD\"\n"},
    {"colour: #123456\n", "1:1 E colour: no colour; a \"#\" begins a comment, so write the colour in quotes: \"#F3EBDD\"\n"},
    {"choice: gren\n", "1:9 E choice: \"gren\" is not known; did you mean \"green\"? (one of: red, green, blue)\n"},
    {"date: 2023-02-29\n",
     "1:7 E date: \"2023-02-29\" is no date: February 2023 has 28 days; write the day as the source has it, or the month "
     "alone\n"},
    {"date: 13.03.1906\n", "1:7 E date: \"13.03.1906\" is no date; write 1906-03-13\n"},
    {"date: c. 1973\n", "1:7 E date: \"c. 1973\" is more than a day, a month or a year; write 1973\n"},
    {"date: 1973-09-11 11:52\n", "1:7 E date: \"1973-09-11 11:52\" is more than a day, a month or a year; write 1973-09-11\n"},
    {"date: 1973/1974\n", "1:7 E date: \"1973/1974\" is two dates; write one, for example 1974\n"},
    {"known: 1450-1460\n", "1:8 E known: \"1450-1460\" is two dates; write one, for example 1460\n"},
    {"known: [1450]\n", "1:8 E known: write one value, but here is a list\n"},
    {"when: 1880s\n", "1:7 E when: \"1880s\" is no date; write 1880/1889\n"},
    {"when: 1900-02-29\n",
     "1:7 E when: \"1900-02-29\" is no date: February 1900 has 28 days; add calendar: julian if the source counts so\n"},
    {"name: a b\n", "1:7 E name: \"a b\" is no name; use only the letters a-z, digits, \"-\" and \"_\"\n"},
    {"file: C:/a.svg\n", "1:7 E file: \"C:/a.svg\" is outside the exhibit; write the path from the exhibit's folder, for example "
                         "assets/illustrations/NAME.svg\n"},
    {"file: a/../b.svg\n", "1:7 E file: \"a/../b.svg\" leads out of a folder with \"..\"; write the path from the exhibit's folder\n"},
    {"pattern: '{day'\n",
     "1:10 E pattern: \"{day\" is not filled in as it stands; write a text with {day}, {month} in it, and nothing else in braces\n"},
    {"pattern: '{day} {days}'\n", "1:10 E pattern: \"{day} {days}\" is not filled in as it stands; write a text with {day}, {month} in it, "
                                  "and nothing else in braces\n"},
    {"pattern: day\n",
     "1:10 E pattern: \"day\" is not filled in as it stands; write a text with {day}, {month} in it, and nothing else in braces\n"},
    {"names: []\n", "1:8 E names: the list is empty; write 1 or more into it\n"},
    {"names: [a, b, c, d]\n", "1:8 E names: 4 in this list; write 3 at most\n"},
    {"names: {a: b}\n", "1:8 E names: write a list: [one, two], but here is a group of keys\n"},
    {"names: [a, [b]]\n", "1:12 E names: write one value, but here is a list\n"},
    {"map: n\n", "1:6 E map: a group of keys belongs here; write them on the lines below, indented: name\n"},
    {"map: {}\n", "1:6 E name: missing; this inner needs it (h)\n"},
    {"map: {nam: n}\n", "1:7 E nam: unknown key; did you mean \"name\"?\n"},
    {"records: {name: n}\n",
     "1:10 E records: write a list, each item begun with \"- \", of groups with these keys: name, but here is a group of keys\n"},
    {"records: [{name: n}, x, {name: }]\n",
     "1:22 E records: each item must be a group of keys, but here is a text\n1:25 E name: missing; this inner needs it (h)\n"},
    {"text: {en: [a]}\n", "1:12 E text: write a text behind the language, but here is a list\n"},
    {"text: {en: a}\n", "1:7 W text: no text in \"es\"; until it is written, the \"en\" text is shown\n"},
    {"text: {en: a, es: b, fr: c}\n",
     "1:22 W text: \"fr\" is not a language of this exhibit; add it to languages in config/exhibit.yaml, or remove this text\n"},
    {"text: a\n", "1:7 W text: one text for all languages; write \"en: ...\" and \"es: ...\" below the key\n"},
    {"zzz: a\n",
     "1:1 W zzz: unknown key; a sample has: string, pattern, name, file, text, plain, markdown, integer, turn, number, percent, "
     "point, boolean, colour, choice, date, known, when, names, index, indices, mask, map, records\n"},
};

static void test_bad_values(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(bad_values); i++) {
        struct buffer text = {0};
        struct fixture f;

        read_sample(&f, bad_values[i].source);
        finding_text(f.findings, &text);
        assert_string_equal(text.bytes, bad_values[i].findings);
        assert_int_equal(f.sample.integer, 7);
        assert_int_equal(f.sample.choice, 1);
        assert_true(f.sample.point.landscape.focus[0] == 0.25);
        assert_null(f.sample.picture.file);
        buffer_finish(&text);
        end(&f);
    }
}

/* Records with an error leave no gap, and take their references with them. */
static void test_dropped_records(void **state)
{
    struct fixture f;

    (void)state;
    read_sample(&f, "records: [{name: a}, {nome: b}, {name: 'c d'}, {name: e}]\n");
    assert_int_equal(f.sample.record_count, 2);
    assert_string_equal(f.sample.records[0].name, "a");
    assert_string_equal(f.sample.records[1].name, "e");
    end(&f);
}

static void check_table(const struct schema *table)
{
    assert_true(table->noun && table->row_count > 0);
    for (int i = 0; i < table->row_count; i++) {
        const struct schema_row *row = &table->rows[i];

        assert_true(row->help && row->help[0] && row->min <= row->max);
        assert_true(row->type == VALUE_MAP || row->at < table->size);
        if (row->type == VALUE_MAP || row->type == VALUE_RECORDS) {
            assert_non_null(row->table);
            check_table(row->table);
        }
        if (row->type == VALUE_CHOICE || row->type == VALUE_TINT || row->type == VALUE_PATTERN)
            assert_non_null(row->choices);
        for (int j = 0; j < i; j++)
            assert_string_not_equal(row->key, table->rows[j].key);
    }
}

/* The real tables: complete, without doubled keys; schema_defaults refuses presets that are no legal values. */
/* A year that only another calendar has, and only where its readers are. */
static void years_ahead_are_asked_about(void **state)
{
    static const char *const thai[] = {"en", "th"}, *const others[] = {"en", "es"};
    static const struct {
        const char *source, *findings;
        bool is_thai;
    } rows[] = {
        {"string: a\nwhen: 2516-10-14",
         "2:7 W when: \"2516-10-14\" lies centuries ahead; if its year is of the Buddhist era, write 1973-10-14\n", true},
        {"string: a\nwhen: 2516-10-14", "", false},
        {"string: a\nwhen: 1973-10-14", "", true},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct buffer text = {0};
        struct fixture f;

        read_sample_in(&f, rows[i].source, rows[i].is_thai ? thai : others);
        finding_text(f.findings, &text);
        assert_string_equal(text.bytes, rows[i].findings);
        buffer_finish(&text);
        end(&f);
    }
}

static void test_real_tables(void **state)
{
    static const struct schema *const tables[] = {&schema_exhibit, &schema_theme,    &schema_words,    &schema_layout,
                                                  &schema_panel,   &schema_timeline, &schema_glossary, &schema_people};
    static const char *const languages[] = {"en"};

    (void)state;
    for (int i = 0; i < (int)COUNTOF(tables); i++) {
        struct arena *arena = arena_create();
        struct findings *findings = findings_create();
        struct references references = {0};
        struct reader reader = {
            .arena = arena, .report = {findings, "", 0}, .languages = languages, .language_count = 1, .references = &references};

        check_table(tables[i]);
        schema_defaults(&reader, tables[i], arena_alloc(arena, tables[i]->size));
        assert_int_equal(findings_total(findings), 0);
        references_finish(&references);
        findings_destroy(findings);
        arena_destroy(arena);
    }
}

static void test_suggest(void **state)
{
    static const char *const names[] = {"title", "subtitle", "text", "es", "a-very-long-name"};
    static const struct {
        const char *wrong, *meant;
        int distance;
    } rows[] = {
        {"titel", "title", 1},
        {"TITLE", "title", 0},
        {"tite", "title", 1},
        {"subtitel", "subtitle", 1},
        {"txet", "text", 1},
        {"texts", "text", 1},
        {"tixt", "text", 1},
        {"ttttt", NULL, 0},
        {"fr", NULL, 0},
        {"en", NULL, 0},
        {"ES", "es", 0},
        {"", NULL, 0},
        {"averylongname", "a-very-long-name", 3},
        {"colour", NULL, 0},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        const char *suggested = suggest_name(rows[i].wrong, names, (int)COUNTOF(names));

        if (!rows[i].meant) {
            assert_null(suggested);
            continue;
        }
        assert_non_null(suggested);
        assert_string_equal(suggested, rows[i].meant);
        assert_int_equal(suggest_distance(rows[i].wrong, suggested), rows[i].distance);
        assert_int_equal(suggest_distance(suggested, rows[i].wrong), rows[i].distance);
    }
    assert_int_equal(suggest_distance("x", "0123456789012345678901234567890123456789012345678901234567890123456789"), INT_MAX);
    assert_null(suggest_name("x", NULL, 0));
}

static void test_quote(void **state)
{
    static const struct {
        const char *text, *quote;
    } rows[] = {
        {"", ""},
        {"a\nb\tc", "a b c"},
        {"ñandú", "ñandú"},
        {"012345678901234567890123456789012345678901234567890123456789", "012345678901234567890123456789012345678901234567890123456789"},
        {"0123456789012345678901234567890123456789012345678901234567890", "012345678901234567890123456789012345678901234567890123456789…"},
        {"01234567890123456789012345678901234567890123456789012345678ññ", "01234567890123456789012345678901234567890123456789012345678…"},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++)
        assert_string_equal(report_quote(rows[i].text).text, rows[i].quote);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good_values),     cmocka_unit_test(test_absent_values), cmocka_unit_test(test_bad_values),
        cmocka_unit_test(test_dropped_records), cmocka_unit_test(test_real_tables),   cmocka_unit_test(years_ahead_are_asked_about),
        cmocka_unit_test(test_suggest),         cmocka_unit_test(test_quote),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
