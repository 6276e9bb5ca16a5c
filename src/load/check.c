/* Cross-checks of an exhibit whose names are resolved. */
#include "load/check.h"

#include "base/mem.h"
#include "base/suggest.h"
#include "exhibit/origins.h"
#include "hours/check_hours.h"
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
                     CODED("helpline-empty") "helpline: it is empty, so the notices name no help; write where your visitors find it");
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

/* A list of things with an id; noun: what findings call one. */
struct identified {
    const char *noun;
    const void *list;
    int count;
    size_t size, id_at, origin_at;
};

#define IDENTIFIED(noun, type, list, count)                                                                                                \
    (noun), (list), (count), sizeof(struct type), offsetof(struct type, id), offsetof(struct type, origin)

static void report_doubles(const struct gathered *g, const struct identified *all)
{
    struct identity *identities = mem_alloc(sizeof(*identities) * (size_t)all->count);

    for (int i = 0; i < all->count; i++) {
        const char *item = (const char *)all->list + (size_t)i * all->size;

        identities[i] =
            (struct identity){*(const char *const *)(item + all->id_at), (const struct origin *)(const void *)(item + all->origin_at)};
    }
    if (all->count > 1)
        qsort(identities, (size_t)all->count, sizeof(*identities), compare_identities);
    for (int i = 1, first = 0; i < all->count; i++) {
        if (strcmp(identities[i].id, identities[first].id) != 0)
            first = i;
        else
            findings_add(g->findings, FINDING_ERROR, *identities[i].origin,
                         CODED("named-twice") "id: the %s in line %d is called \"%s\" already; give this one another name", all->noun,
                         identities[first].origin->line, identities[i].id);
    }
    free(identities);
}

static void check_doubles(const struct gathered *g)
{
    const struct exhibit *e = g->exhibit;
    const struct identified lists[] = {
        {IDENTIFIED("chapter", chapter, e->chapters, e->chapter_count)},
        {IDENTIFIED("event", event, e->events, e->event_count)},
        {IDENTIFIED("term", term, e->terms, e->term_count)},
        {IDENTIFIED("lane", lane, e->lanes, e->lane_count)},
        {IDENTIFIED("voice", voice, e->voices, e->voice_count)},
        {IDENTIFIED("notice", notice, e->notices, e->notice_count)},
        {IDENTIFIED("route", route, e->routes, e->route_count)},
        {IDENTIFIED("question", question, e->questions, e->question_count)},
        {IDENTIFIED("person", person, e->people, e->person_count)},
    };

    for (size_t i = 0; i < COUNTOF(lists); i++)
        report_doubles(g, &lists[i]);
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
        findings_add(g->findings, FINDING_ERROR, origin,
                     CODED("span-reversed") "view: it ends before it begins; exchange from and to, or correct one");
    else if (!shows_event(e))
        findings_add(g->findings, FINDING_WARNING, origin,
                     CODED("view-empty") "view: no event lies in it, so the timeline opens where most of them do; write a from and a to "
                                         "with events between");
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
                         CODED("span-reversed") "to: this era ends before it begins; exchange from and to, or correct one");
            era->when.to = era->when.from;
        }
    }
    for (int i = 1; i < e->era_count; i++) {
        if (begins_within(&e->eras[i], &e->eras[i - 1]))
            findings_add(g->findings, FINDING_WARNING, e->eras[i].origin,
                         CODED("eras-overlap") "from: this era begins before the era in line %d ends; the later one is drawn over it",
                         e->eras[i - 1].origin.line);
    }
    check_view(g);
    for (int i = 0; i < e->event_count; i++) {
        struct event *event = &e->events[i];

        if (event->when.to.date.year != 0 && moment_is_before(&event->when.to, &event->when.from, event->when.calendar)) {
            findings_add(g->findings, FINDING_ERROR, event->origin,
                         CODED("span-reversed") "to: the event \"%s\" ends before it begins; exchange date and to, or correct one",
                         event->id);
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
        findings_add(g->findings, FINDING_ERROR, theme->scripts[i].origin,
                     CODED("script-unknown") "script: there is no script \"%s\"; %s%s%s", report_quote(name).text,
                     suggested ? "did you mean \"" : "write its English name, as Arabic, Devanagari, Thai, or its code of ISO 15924",
                     suggested ? suggested : "", suggested ? "\"?" : "");
    }
}

/* Where some have a name, none goes without. */
static void check_voices(const struct gathered *g)
{
    for (int i = 0; i < g->draft_count && g->exhibit->voice_count > 0; i++)
        if (g->drafts[i]->listed && !g->drafts[i]->broken && !g->drafts[i]->attributed)
            findings_add(g->findings, FINDING_WARNING, (struct origin){g->drafts[i]->panel.origin.file, 0, 0},
                         CODED("voice-missing") "voice: missing, so visitors are not told who speaks here; write one of the voices of "
                                                "config/exhibit.yaml: voice: %s",
                         g->exhibit->voices[0].id);
}

void check_whole(const struct gathered *gathered)
{
    check_doubles(gathered);
    check_dates(gathered);
    for (int i = 0; i < gathered->draft_count; i++)
        check_blocks(gathered->findings, &gathered->drafts[i]->panel);
    check_voices(gathered);
    check_helpline(gathered);
    check_scripts(gathered);
    check_hours(gathered->exhibit, gathered->findings);
}
