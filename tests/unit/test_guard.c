/* Notices fail closed: whatever slip or damage may have cost a panel or an event its notice keeps it off the screen, with an error. */
#include "load/load.h"
#include "support/memory_files.h"
#include "support/find.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define EXHIBIT(notices)                                                                                                                   \
    "title: {en: E}\nlanguages: [en]\nhelpline: '1'\n" notices "chapters: [{id: one, title: {en: One}, panels: [calm, harsh]}]\n"
#define NOTICES "notices:\n  - id: violence\n    text: {en: N}\n"
#define PANEL "layout: picture-left\nvoice: guide\ntitle: {en: T}\n"
#define EVENT "events:\n  - id: calm\n    date: 1973-09-11\n    title: {en: C}\n    text: {en: c}\n  - id: harsh\n    date: 1973-09-12\n"

static struct loaded *load(const char *exhibit, const char *panel, const char *timeline, struct findings *findings)
{
    const struct memory_file table[] = {
        {.path = "config/exhibit.yaml", .bytes = exhibit},
        {.path = "config/panels/calm.yaml", .bytes = PANEL},
        {.path = "config/panels/harsh.yaml", .bytes = panel},
        {.path = "config/timeline.yaml", .bytes = timeline},
    };
    struct memory_files memory;

    memory_files_init(&memory, table, (int)COUNTOF(table));
    return load_exhibit(&memory.files, findings);
}

static bool has_error_in(const struct findings *findings, const char *file)
{
    for (int i = 0; i < findings_total(findings); i++)
        if (findings_at(findings, i)->severity == FINDING_ERROR && strcmp(findings_at(findings, i)->file, file) == 0)
            return true;
    return false;
}

/* Ends of a panel's file. */
static const struct {
    const char *end;
    bool shown;
} panel_rows[] = {
    {"", true},
    {"notice: [violence]\n", true},
    {"notice: violence", true},
    {"notice: []\n", true},
    {"note: nothing of that kind\n", true},
    {"sources: Take notice of this\n", true},
    {"sources: \"Whole\"", true},
    {"sources: Whole.", true},
    {"notice: [violense]\n", false},
    {"notice: [violence, [violence]]\n", false},
    {"notice: {violence: }\n", false},
    {"notice: violence, war\n", false},
    {"notice: ~\n", false},
    {"notice: ''\n", false},
    {"notice: *violence\n", false},
    {"notice:\n", false},
    {"notice:", false},
    {"notice:\nsources: S\n", false},
    {"notic", false},
    {"n", false},
    {"notice: [violence", false},
    {"notices: [violence]\n", false},
    {"notise: [violence]\n", false},
    {"Notice: [violence]\n", false},
    {"NOTICE: [violence]\n", false},
    {"notice:[violence]\n", false},
    {"notice [violence]\n", false},
    {"warning: [violence]\n", false},
    {"aviso: violence\n", false},
    {"violence: yes\n", false},
    {"<<: *harsh\n", false},
    {"notice: [violence]\nnotice: [violence]\n", false},
    {"body:\n  en: b\n  notice: [violence]\n", false},
    {"body:\n  en: >-\n    b\n    notice: [violence]\n", false},
    {"body:\n  en: |\n    b\n\n    notice: violence\n", false},
    {"picture:\n  file: a.svg\n  notice: [violence]\n", false},
    {"more:\n", false},
    {"more:\n  en:\n", false},
    {"sources: The record of the co", false},
    {"body:\n  en: |\n    The record of the co", false},
    {"\tnotice: [violence]\n", false},
};

static void test_panels(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTOF(panel_rows); i++) {
        struct findings *findings = findings_create();
        struct buffer panel = {0};

        buffer_printf(&panel, "%s%s", PANEL, panel_rows[i].end);
        struct loaded *loaded = load(EXHIBIT(NOTICES), panel.bytes, NULL, findings);

        if ((find_panel(loaded_exhibit(loaded), "harsh") >= 0) != panel_rows[i].shown)
            fail_msg("panel ending in:\n%s", panel_rows[i].end);
        assert_int_equal(has_error_in(findings, "config/panels/harsh.yaml"), !panel_rows[i].shown);
        assert_true(find_panel(loaded_exhibit(loaded), "calm") >= 0);
        loaded_destroy(loaded);
        buffer_finish(&panel);
        findings_destroy(findings);
    }
}

/* Ends of a timeline whose last event stands behind a notice; the event before it stays. */
static void test_events(void **state)
{
    static const struct {
        const char *end;
        bool shown;
    } rows[] = {
        {"    title: {en: T}\n    text: {en: t}\n    notice: [violence]\n", true},
        {"    title: {en: T}\n    text: {en: t}\n    colour: red\n    notice: [violence]\n", true},
        {"    title: {en: T}\n    text: {en: t}\n    notice: [violense]\n", false},
        {"    title: {en: T}\n    text: {en: t}\n    notice:\n", false},
        {"    title: {en: T}\n    text: {en: t}\n    notise: [violence]\n", false},
        {"    title: {en: T}\n    text: {en: t}\n   notice: [violence]\n", false},
        {"    title: {en: T}\n    text: {en: t}\n  notice: [violence]\n", false},
        {"    title: {en: T}\n    text: {en: t}\nnotice: [violence]\n", false},
        {"    title: {en: T}\n    text: {en: t}\n      notice: [violence]\n", false},
        {"    title: {en: T}\n    text:\n      en: t\n      notice: [violence]\n", false},
        {"    title: {en: T}\n    text: {en: \"t}\n    notice: [violence]\n", false},
        {"    title: {en: T}\n    text: {en: t\n    notice: [violence]\n", false},
        {"    title: {en: T}\n    text: {en: t}\n    notice: [violence\n", false},
        {"    title: {en: T}\n    text: {en: t}\n    notice [violence]\n", false},
        {"    title: {en: T}\n    text: {en: t}\n\tnotice: [violence]\n", false},
        {"    title: {en: T}\n    text: {en: t}\n    place: The far so", false},
        {"    title: {en: T}\n    text: {en: t}\n    lane: moon\n    notice: [violence]\n", true},
        {"    title: {en: T}\n    text: {en: t}\n    precision: century\n    notice: [violence]\n", false},
        {"    text: {en: t}\n    notice: [violence]\n", false},
        {"    title: {en: T}\n    text: {en: t}\n    noti", false},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct findings *findings = findings_create();
        struct buffer timeline = {0};

        buffer_printf(&timeline, "%s%s", EVENT, rows[i].end);
        struct loaded *loaded = load(EXHIBIT(NOTICES), PANEL, timeline.bytes, findings);

        if ((find_event(loaded_exhibit(loaded), "harsh") >= 0) != rows[i].shown)
            fail_msg("timeline ending in:\n%s", rows[i].end);
        if (find_event(loaded_exhibit(loaded), "calm") < 0)
            fail_msg("the event before it is lost:\n%s", rows[i].end);
        assert_int_equal(has_error_in(findings, "config/timeline.yaml"), !rows[i].shown);
        loaded_destroy(loaded);
        buffer_finish(&timeline);
        findings_destroy(findings);
    }
}

/* What becomes of the notices themselves. The cause is told once, at the notice; what stands behind it is counted there. */
static void test_notices(void **state)
{
    static const struct {
        const char *exhibit;
        int errors, panels;
    } rows[] = {
        {EXHIBIT(NOTICES), 0, 2},
        {EXHIBIT(NOTICES "  - text: {en: Second}\n"), 1, 2},
        {EXHIBIT(NOTICES "  - id: a b\n    text: {en: Second}\n"), 1, 2},
        {EXHIBIT(NOTICES "  - {}\n"), 2, 2},
        {EXHIBIT(NOTICES "  - loud\n"), 1, 2},
        {EXHIBIT("notices:\n  - id: violence\n"), 1, 1},
        {EXHIBIT("notices:\n  - id: violence\n    txet: {en: N}\n"), 1, 1},
        {EXHIBIT("notices:\n  - id: violence\n    text: {en: \"N}\n"), 1, 1},
        {EXHIBIT("notices: {id: violence, text: {en: N}}\n"), 2, 1},
        {EXHIBIT("notises:\n  - id: violence\n    text: {en: N}\n"), 2, 1},
        {EXHIBIT(""), 1, 1},
        {NULL, 2, 1},
    };

    (void)state;
    for (size_t i = 0; i < COUNTOF(rows); i++) {
        struct findings *findings = findings_create();
        struct loaded *loaded = load(rows[i].exhibit, PANEL "notice: [violence]\n", NULL, findings);

        if (findings_count(findings, FINDING_ERROR) != rows[i].errors || loaded_exhibit(loaded)->panel_count != rows[i].panels) {
            findings_print(findings, stdout);
            fail_msg("row %zu: %d errors, %d panels", i, findings_count(findings, FINDING_ERROR), loaded_exhibit(loaded)->panel_count);
        }
        loaded_destroy(loaded);
        findings_destroy(findings);
    }
}

/* A file cut short at any byte: no panel and no event loses its notice, but where whole lines are gone behind the last break. */
static void test_cuts(void **state)
{
    static const char panel[] = PANEL "sources: Archive, the record of the court\nbody:\n  en: >-\n    First line\n    and second\n"
                                      "notice: [violence]\n";
    static const char timeline[] = EVENT "    title: {en: T}\n    text: {en: t}\n    place: Far south\n    notice: [violence]\n";

    (void)state;
    for (size_t length = 0; length < sizeof(panel) + sizeof(timeline) - 2; length++) {
        bool cut_panel = length < sizeof(panel) - 1;
        size_t at = cut_panel ? length : length - (sizeof(panel) - 1);
        struct findings *findings = findings_create();
        struct buffer cut = {0};

        buffer_add(&cut, cut_panel ? panel : timeline, at);
        struct loaded *loaded = cut_panel ? load(EXHIBIT(NOTICES), at ? cut.bytes : " ", timeline, findings)
                                          : load(EXHIBIT(NOTICES), panel, at ? cut.bytes : " ", findings);
        const struct exhibit *e = loaded_exhibit(loaded);
        int index = cut_panel ? find_panel(e, "harsh") : find_event(e, "harsh");
        unsigned notices = index < 0 ? 0 : cut_panel ? e->panels[index].notices : e->events[index].notices;

        if (index >= 0 && notices == 0 && !strchr("\n}'\".", cut.bytes[at - 1]))
            fail_msg("shown without its notice, cut at:\n%s|", cut.bytes);
        loaded_destroy(loaded);
        buffer_finish(&cut);
        findings_destroy(findings);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_panels),
        cmocka_unit_test(test_events),
        cmocka_unit_test(test_notices),
        cmocka_unit_test(test_cuts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
