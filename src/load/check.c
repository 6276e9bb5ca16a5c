/* Cross-checks of an exhibit whose names are resolved. */
#include "load/check.h"

#include "base/mem.h"
#include "base/suggest.h"
#include "exhibit/origins.h"
#include "load/check_blocks.h"
#include "text/script.h"
#include "yaml/report.h"

#include <stdlib.h>
#include <string.h>

/* A notice without a helpline is shown, but somebody must know. */
static void check_helpline(const struct gathered *g)
{
    const struct exhibit *e = g->exhibit;

    if (e->notice_count > 0 && !text_in(e->helpline, 0)[0])
        findings_add(g->findings, FINDING_WARNING, (struct origin){"config/exhibit.yaml", 0, 0},
                     "helpline: it is empty, so the notices name no help; write where your visitors find it");
}

/* An id with its place, for finding doubles. */
struct identity {
    const char *id;
    const struct origin *origin;
};

static int compare_identities(const void *one, const void *other)
{
    const struct identity *a = one, *b = other;
    int order = strcmp(a->id, b->id);

    return order ? order : (a->origin->line > b->origin->line) - (a->origin->line < b->origin->line);
}

static void report_doubles(const struct gathered *g, struct identity *identities, int count, const char *what)
{
    if (count > 1)
        qsort(identities, (size_t)count, sizeof(*identities), compare_identities);
    for (int i = 1, first = 0; i < count; i++) {
        if (strcmp(identities[i].id, identities[first].id) != 0)
            first = i;
        else
            findings_add(g->findings, FINDING_ERROR, *identities[i].origin,
                         "id: the %s in line %d is called \"%s\" already; give this one another name", what, identities[first].origin->line,
                         identities[i].id);
    }
    free(identities);
}

static void check_doubles(const struct gathered *g)
{
    const struct exhibit *e = g->exhibit;
    struct identity *chapters = mem_alloc(sizeof(*chapters) * (size_t)e->chapter_count);
    struct identity *events = mem_alloc(sizeof(*events) * (size_t)e->event_count);
    struct identity *terms = mem_alloc(sizeof(*terms) * (size_t)e->term_count);
    struct identity *lanes = mem_alloc(sizeof(*lanes) * (size_t)e->lane_count);
    struct identity *voices = mem_alloc(sizeof(*voices) * (size_t)e->voice_count);
    struct identity *notices = mem_alloc(sizeof(*notices) * (size_t)e->notice_count);

    for (int i = 0; i < e->chapter_count; i++)
        chapters[i] = (struct identity){e->chapters[i].id, &e->chapters[i].origin};
    for (int i = 0; i < e->event_count; i++)
        events[i] = (struct identity){e->events[i].id, &e->events[i].origin};
    for (int i = 0; i < e->term_count; i++)
        terms[i] = (struct identity){e->terms[i].id, &e->terms[i].origin};
    report_doubles(g, chapters, e->chapter_count, "chapter");
    report_doubles(g, events, e->event_count, "event");
    for (int i = 0; i < e->notice_count; i++)
        notices[i] = (struct identity){e->notices[i].id, &e->notices[i].origin};
    for (int i = 0; i < e->voice_count; i++)
        voices[i] = (struct identity){e->voices[i].id, &e->voices[i].origin};
    for (int i = 0; i < e->lane_count; i++)
        lanes[i] = (struct identity){e->lanes[i].id, &e->lanes[i].origin};
    report_doubles(g, terms, e->term_count, "term");
    report_doubles(g, lanes, e->lane_count, "lane");
    report_doubles(g, voices, e->voice_count, "voice");
    report_doubles(g, notices, e->notice_count, "notice");
}

static void check_way_doubles(const struct gathered *g)
{
    const struct exhibit *e = g->exhibit;
    struct identity *routes = mem_alloc(sizeof(*routes) * (size_t)e->route_count);
    struct identity *questions = mem_alloc(sizeof(*questions) * (size_t)e->question_count);

    for (int i = 0; i < e->route_count; i++)
        routes[i] = (struct identity){e->routes[i].id, &e->routes[i].origin};
    for (int i = 0; i < e->question_count; i++)
        questions[i] = (struct identity){e->questions[i].id, &e->questions[i].origin};
    report_doubles(g, routes, e->route_count, "route");
    report_doubles(g, questions, e->question_count, "question");
}

/* Whether the later of two eras begins before the last day, month or year of the one before it. */
static bool begins_within(const struct era *later, const struct era *before)
{
    return moment_extent(&later->when.from, later->when.calendar).latest <= moment_extent(&before->when.to, before->when.calendar).earliest;
}

static bool shows_event(const struct exhibit *e)
{
    struct extent view = dating_extent(&e->view);

    for (int i = 0; i < e->event_count; i++)
        if (dating_point(&e->events[i].when) >= view.earliest && dating_point(&e->events[i].when) < view.latest)
            return true;
    return false;
}

/* One that shows nothing is as good as none. */
static void check_view(const struct gathered *g)
{
    static const char *const key[] = {"view", NULL};
    struct exhibit *e = g->exhibit;
    struct origin origin = origins_key(e, "config/timeline.yaml", key);

    if (e->view.from.date.year == 0)
        return;
    if (moment_is_before(&e->view.to, &e->view.from, e->view.calendar))
        findings_add(g->findings, FINDING_ERROR, origin, "view: it ends before it begins; exchange from and to, or correct one");
    else if (!shows_event(e))
        findings_add(g->findings, FINDING_WARNING, origin,
                     "view: no event lies in it, so the timeline opens where most of them do; write a from and a to with events between");
    else
        return;
    e->view = (struct dating){0};
}

/* Spans that end before they begin become single days. */
static void check_dates(const struct gathered *g)
{
    struct exhibit *e = g->exhibit;

    for (int i = 0; i < e->era_count; i++) {
        struct era *era = &e->eras[i];

        if (moment_is_before(&era->when.to, &era->when.from, era->when.calendar)) {
            findings_add(g->findings, FINDING_ERROR, era->origin,
                         "to: this era ends before it begins; exchange from and to, or correct one");
            era->when.to = era->when.from;
        }
    }
    for (int i = 1; i < e->era_count; i++) {
        if (begins_within(&e->eras[i], &e->eras[i - 1]))
            findings_add(g->findings, FINDING_WARNING, e->eras[i].origin,
                         "from: this era begins before the era in line %d ends; the later one is drawn over it",
                         e->eras[i - 1].origin.line);
    }
    check_view(g);
    for (int i = 0; i < e->event_count; i++) {
        struct event *event = &e->events[i];

        if (event->when.to.date.year != 0 && moment_is_before(&event->when.to, &event->when.from, event->when.calendar)) {
            findings_add(g->findings, FINDING_ERROR, event->origin,
                         "to: the event \"%s\" ends before it begins; exchange date and to, or correct one", event->id);
            event->when.to = (struct moment){0};
        }
    }
}

static void check_scripts(const struct gathered *g)
{
    static const char *const usual[] = {"Arabic",   "Armenian", "Bengali", "Burmese",  "Chinese",  "Cyrillic",  "Devanagari",
                                        "Ethiopic", "Georgian", "Greek",   "Gujarati", "Gurmukhi", "Hebrew",    "Japanese",
                                        "Kannada",  "Khmer",    "Korean",  "Lao",      "Latin",    "Malayalam", "Oriya",
                                        "Sinhala",  "Tamil",    "Telugu",  "Thaana",   "Thai",     "Tibetan"};
    const struct theme *theme = &g->exhibit->theme;

    for (int i = 0; i < theme->script_count; i++) {
        const char *name = theme->scripts[i].script, *suggested;

        if (script_named(name) != SCRIPT_NONE)
            continue;
        suggested = suggest_name(name, usual, COUNTOF(usual));
        findings_add(g->findings, FINDING_ERROR, theme->scripts[i].origin, "script: there is no script \"%s\"; %s%s%s",
                     report_quote(name).text,
                     suggested ? "did you mean \"" : "write its English name, as Arabic, Devanagari, Thai, or its code of ISO 15924",
                     suggested ? suggested : "", suggested ? "\"?" : "");
    }
}

/* Where some have a name, none goes without. */
static void check_voices(const struct gathered *g)
{
    for (int i = 0; i < g->draft_count && g->exhibit->voice_count > 0; i++)
        if (g->drafts[i]->listed && !g->drafts[i]->broken && !g->drafts[i]->attributed)
            findings_add(
                g->findings, FINDING_WARNING, (struct origin){g->drafts[i]->panel.origin.file, 0, 0},
                "voice: missing, so visitors are not told who speaks here; write one of the voices of config/exhibit.yaml: voice: %s",
                g->exhibit->voices[0].id);
}

void check_whole(const struct gathered *gathered)
{
    check_doubles(gathered);
    check_way_doubles(gathered);
    check_dates(gathered);
    for (int i = 0; i < gathered->draft_count; i++)
        check_blocks(gathered->findings, &gathered->drafts[i]->panel);
    check_voices(gathered);
    check_helpline(gathered);
    check_scripts(gathered);
}
