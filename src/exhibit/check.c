/* Cross-checks: every name is looked up in a sorted list of what there is. */
#include "exhibit/check.h"

#include "base/mem.h"
#include "exhibit/blocks.h"
#include "exhibit/nearest.h"

#include <stdlib.h>
#include <string.h>

enum { SUGGESTIONS_MAX = 200 }; /* each compares all names of a kind */

/* Names of one kind, sorted. */
struct names {
    const char **list;
    int count;
};

struct check {
    struct gathered *gathered;
    struct names panels, terms, events, layouts, notices;
    int suggestions;
};

static int compare_texts(const void *one, const void *other)
{
    return strcmp(*(const char *const *)one, *(const char *const *)other);
}

static void sort_names(struct names *names)
{
    if (names->count > 1)
        qsort(names->list, (size_t)names->count, sizeof(*names->list), compare_texts);
}

static bool has_name(const struct names *names, const char *name)
{
    return names->count > 0 && bsearch(&name, names->list, (size_t)names->count, sizeof(*names->list), compare_texts);
}

static int compare_draft(const void *name, const void *draft)
{
    return strcmp(name, (*(struct draft *const *)draft)->panel.id);
}

static struct draft *find_draft(const struct gathered *gathered, const char *id)
{
    struct draft **found = gathered->draft_count == 0
                               ? NULL
                               : bsearch(id, gathered->drafts, (size_t)gathered->draft_count, sizeof(*gathered->drafts), compare_draft);

    return found ? *found : NULL;
}

static struct report report_on(const struct gathered *gathered, const struct origin *origin)
{
    return (struct report){gathered->findings, origin->file, 0};
}

/* `what`: "panel". Ends with the nearest name there is, or with what to do. */
static void report_unknown(struct check *check, const struct reference *r, const char *what, const struct names *names,
                           enum severity severity)
{
    struct report report = report_on(check->gathered, &r->origin);
    const char *nearest = check->suggestions++ < SUGGESTIONS_MAX ? nearest_name(r->name, names->list, names->count) : NULL;
    struct report_quote quote = report_quote(r->name);
    char end[NEAREST_LENGTH_MAX + 32] = "correct the name, or add it";

    if (nearest)
        snprintf(end, sizeof(end), "did you mean \"%s\"?", nearest);
    if (severity == FINDING_ERROR)
        report_error(&report, r->origin.line, r->origin.column, "there is no %s \"%s\"; %s", what, quote.text, end);
    else
        report_warning(&report, r->origin.line, r->origin.column, "there is no %s \"%s\" to link to; %s", what, quote.text, end);
}

/* The members of all chapters stand among the references in the chapters' order; a slot tells whose it is. */
static void place_members(struct check *check)
{
    struct gathered *g = check->gathered;
    const struct chapter *chapter = g->exhibit->chapters;

    for (int i = 0; i < g->references.count; i++) {
        const struct reference *r = &g->references.list[i];

        if (r->kind != REFERENCE_MEMBER)
            continue;
        while (r->slot < (const char **)chapter->members || r->slot >= (const char **)chapter->members + chapter->member_count)
            chapter++;
        struct draft *draft = find_draft(g, r->name);
        struct report report = report_on(g, &r->origin);

        if (!draft)
            report_unknown(check, r, "file for the panel", &check->panels, FINDING_ERROR);
        else if (draft->listed)
            report_error(&report, r->origin.line, r->origin.column, "the panel \"%s\" is listed in line %d already; remove one of the two",
                         r->name, draft->listed->line);
        else {
            draft->listed = &r->origin;
            draft->panel.chapter = (int)(chapter - g->exhibit->chapters);
        }
    }
}

static void find_layout(struct check *check, const struct reference *r)
{
    const struct exhibit *exhibit = check->gathered->exhibit;

    for (int i = 0; i < exhibit->layout_count; i++)
        if (strcmp(exhibit->layouts[i].name, r->name) == 0) {
            r->owner->layout = i;
            return;
        }
    ((struct draft *)r->owner)->broken = true;
    report_unknown(check, r, "layout", &check->layouts, FINDING_ERROR);
}

/* Links are warnings, and become plain text; an event's panels are its own. A panel that is left out says so itself. */
static void find_panel(struct check *check, const struct reference *r)
{
    struct gathered *g = check->gathered;
    const struct draft *draft = find_draft(g, r->name);
    struct report report = report_on(g, &r->origin);

    if (!draft)
        report_unknown(check, r, "panel", &check->panels, FINDING_WARNING);
    else if (!draft->listed && g->has_exhibit)
        report_warning(&report, r->origin.line, r->origin.column, "the panel \"%s\" is in no chapter, so no link can lead there", r->name);
    if (!draft || !draft->listed || draft->broken)
        *r->slot = NULL;
}

/* A name that belongs to a file which is not there yet stays unchecked, but is no link either. */
static void find_name(struct check *check, const struct reference *r, const char *what, const struct names *names, bool has_file)
{
    if (has_name(names, r->name))
        return;
    if (has_file)
        report_unknown(check, r, what, names, FINDING_WARNING);
    *r->slot = NULL;
}

/* A panel whose notice is unknown is left out: it must not be shown without one. */
static void find_notice(struct check *check, const struct reference *r)
{
    if (has_name(&check->notices, r->name))
        return;
    if (r->owner)
        ((struct draft *)r->owner)->broken = true;
    report_unknown(check, r, "notice", &check->notices, FINDING_ERROR);
}

static void resolve(struct check *check, const struct reference *r)
{
    switch (r->kind) {
    case REFERENCE_PANEL:
        find_panel(check, r);
        break;
    case REFERENCE_TERM:
        find_name(check, r, "term", &check->terms, check->gathered->has_glossary);
        break;
    case REFERENCE_EVENT:
        find_name(check, r, "event", &check->events, check->gathered->has_timeline);
        break;
    case REFERENCE_NOTICE:
    case REFERENCE_NONE:
    case REFERENCE_MEMBER:
    case REFERENCE_LAYOUT:
    case REFERENCE_PICTURE:
        break;
    }
}

static void report_unlisted(const struct gathered *g)
{
    for (int i = 0; i < g->draft_count && g->has_exhibit; i++) {
        const struct panel *panel = &g->drafts[i]->panel;
        struct report report = report_on(g, &panel->origin);

        if (!g->drafts[i]->listed)
            report_warning(&report, 0, 0, "no chapter lists this panel, so it is not shown; add \"%s\" to a chapter in config/exhibit.yaml",
                           panel->id);
    }
}

/* A notice without a helpline is shown, but somebody must know. */
static void report_helpline(const struct gathered *g)
{
    struct report report = {g->findings, "config/exhibit.yaml", 0};
    const struct exhibit *e = g->exhibit;

    if (e->notice_count > 0 && !text_in(e->helpline, 0)[0])
        report_warning(&report, 0, 0, "helpline: it is empty, so the notices name no help; write where your visitors find it");
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
        struct report report = report_on(g, identities[i].origin);

        if (strcmp(identities[i].id, identities[first].id) != 0)
            first = i;
        else
            report_error(&report, identities[i].origin->line, identities[i].origin->column,
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
    report_doubles(g, terms, e->term_count, "term");
    report_doubles(g, notices, e->notice_count, "notice");
}

static int compare_dates(struct date one, struct date other)
{
    long a = one.year * 10000L + one.month * 100 + one.day, b = other.year * 10000L + other.month * 100 + other.day;

    return (a > b) - (a < b);
}

static int compare_eras(const void *one, const void *other)
{
    const struct era *a = one, *b = other;
    int order = compare_dates(a->from, b->from);

    return order ? order : a->origin.line - b->origin.line;
}

static int compare_events(const void *one, const void *other)
{
    const struct event *a = one, *b = other;
    int order = compare_dates(a->date, b->date);

    return order ? order : a->origin.line - b->origin.line;
}

/* Spans that end before they begin become single days. */
static void check_dates(const struct gathered *g)
{
    struct exhibit *e = g->exhibit;

    for (int i = 0; i < e->era_count; i++) {
        struct era *era = &e->eras[i];
        struct report report = report_on(g, &era->origin);

        if (compare_dates(era->to, era->from) < 0) {
            report_error(&report, era->origin.line, era->origin.column,
                         "to: this era ends before it begins; exchange from and to, or correct one");
            era->to = era->from;
        }
    }
    if (e->era_count > 1)
        qsort(e->eras, (size_t)e->era_count, sizeof(*e->eras), compare_eras);
    for (int i = 1; i < e->era_count; i++) {
        struct report report = report_on(g, &e->eras[i].origin);

        if (compare_dates(e->eras[i].from, e->eras[i - 1].to) < 0)
            report_warning(&report, e->eras[i].origin.line, e->eras[i].origin.column,
                           "from: this era begins before the era in line %d ends; the later one is drawn over it",
                           e->eras[i - 1].origin.line);
    }
    for (int i = 0; i < e->event_count; i++) {
        struct event *event = &e->events[i];
        struct report report = report_on(g, &event->origin);

        if (event->to.year > 0 && compare_dates(event->to, event->date) < 0) {
            report_error(&report, event->origin.line, event->origin.column,
                         "to: the event \"%s\" ends before it begins; exchange date and to, or correct one", event->id);
            event->to = (struct date){0};
        }
    }
    if (e->event_count > 1)
        qsort(e->events, (size_t)e->event_count, sizeof(*e->events), compare_events);
}

static void collect_names(struct check *check)
{
    const struct gathered *g = check->gathered;
    const struct exhibit *e = g->exhibit;

    check->panels = (struct names){mem_alloc(sizeof(char *) * (size_t)g->draft_count), g->draft_count};
    check->layouts = (struct names){mem_alloc(sizeof(char *) * (size_t)e->layout_count), e->layout_count};
    check->terms = (struct names){mem_alloc(sizeof(char *) * (size_t)e->term_count), e->term_count};
    check->events = (struct names){mem_alloc(sizeof(char *) * (size_t)e->event_count), e->event_count};
    check->notices = (struct names){mem_alloc(sizeof(char *) * (size_t)e->notice_count), e->notice_count};
    for (int i = 0; i < g->draft_count; i++)
        check->panels.list[i] = g->drafts[i]->panel.id;
    for (int i = 0; i < e->layout_count; i++)
        check->layouts.list[i] = e->layouts[i].name;
    for (int i = 0; i < e->term_count; i++)
        check->terms.list[i] = e->terms[i].id;
    for (int i = 0; i < e->event_count; i++)
        check->events.list[i] = e->events[i].id;
    for (int i = 0; i < e->notice_count; i++)
        check->notices.list[i] = e->notices[i].id;
    sort_names(&check->notices);
    sort_names(&check->terms);
    sort_names(&check->events);
}

/* Closes the gaps that panels left out make in an event's list. */
static void close_gaps(struct event *event)
{
    const char **panels = (const char **)event->panels;
    int kept = 0;

    for (int i = 0; i < event->panel_count; i++)
        if (panels[i])
            panels[kept++] = panels[i];
    if (panels)
        panels[kept] = NULL;
    event->panel_count = kept;
}

void check_names(struct gathered *gathered)
{
    struct check check = {.gathered = gathered};
    const struct references *references = &gathered->references;

    collect_names(&check);
    check_doubles(gathered);
    check_dates(gathered);
    place_members(&check);
    for (int i = 0; i < references->count; i++)
        if (references->list[i].kind == REFERENCE_LAYOUT)
            find_layout(&check, &references->list[i]);
        else if (references->list[i].kind == REFERENCE_NOTICE)
            find_notice(&check, &references->list[i]);
    for (int i = 0; i < references->count; i++)
        resolve(&check, &references->list[i]);
    for (int i = 0; i < gathered->exhibit->event_count; i++)
        close_gaps(&gathered->exhibit->events[i]);
    for (int i = 0; i < gathered->draft_count; i++)
        blocks_check(gathered->findings, &gathered->drafts[i]->panel);
    report_unlisted(gathered);
    report_helpline(gathered);
    free(check.panels.list);
    free(check.layouts.list);
    free(check.terms.list);
    free(check.events.list);
    free(check.notices.list);
}
