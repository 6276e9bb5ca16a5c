/* Cross-checks: every name is looked up in a sorted list of what there is. */
#include "load/check.h"

#include "base/mem.h"
#include "base/suggest.h"
#include "load/check_blocks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    SUGGESTIONS_MAX = 200, /* each compares all names of a kind */
    SEARCHES_MAX = 1000,   /* each runs through what a file was read without */
};

/* Names of one kind, sorted. */
struct names {
    const char **list;
    int count;
};

struct check {
    struct gathered *gathered;
    struct names panels, terms, events, layouts, notices;
    int suggestions, searches;
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
    const char *suggested = check->suggestions++ < SUGGESTIONS_MAX ? suggest_name(r->name, names->list, names->count) : NULL;
    struct report_quote quote = report_quote(r->name);
    char end[SUGGEST_LENGTH_MAX + 32] = "correct the name, or add it";

    if (suggested)
        snprintf(end, sizeof(end), "did you mean \"%s\"?", suggested);
    if (severity == FINDING_ERROR)
        report_error(&report, r->origin.line, r->origin.column, "there is no %s \"%s\"; %s", what, quote.text, end);
    else
        report_warning(&report, r->origin.line, r->origin.column, "there is no %s \"%s\" to link to; %s", what, quote.text, end);
}

/* The finding that tells why nothing of that name is there, if not by its own name: its file was read without it, or its folder is empty.
 */
static int reason_of(struct check *check, enum reference_kind kind, const char *name, const struct salvage *lost)
{
    const struct gathered *g = check->gathered;

    if (kind == REFERENCE_PANEL)
        return g->no_panels;
    if (kind == REFERENCE_LAYOUT)
        return g->no_layouts;
    return lost && lost->finding >= 0 && check->searches++ < SEARCHES_MAX && salvage_has(lost, name) ? lost->finding : -1;
}

/* Whether something of that name was left out: then the reason is told already, and counts what refers to it. lost: NULL if its file cannot
 * be at fault. */
static bool count_left_out(struct check *check, enum reference_kind kind, const char *name, const struct salvage *lost)
{
    struct references *all = &check->gathered->references;

    for (int i = 0; i < all->left_out_count; i++)
        if (all->left_out[i].kind == kind && strcmp(all->left_out[i].name, name) == 0) {
            all->left_out[i].count++;
            return true;
        }
    int reason = reason_of(check, kind, name, lost);

    if (reason < 0)
        return false;
    references_leave_out(all, kind, name, reason);
    all->left_out[all->left_out_count - 1].count++;
    return true;
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

        if (!draft && !count_left_out(check, REFERENCE_PANEL, r->name, NULL))
            report_unknown(check, r, "file for the panel", &check->panels, FINDING_ERROR);
        if (!draft)
            continue;
        if (draft->listed)
            report_error(&report, r->origin.line, r->origin.column, "the panel \"%s\" is listed in line %d already; remove one of the two",
                         r->name, draft->listed->line);
        else {
            draft->listed = &r->origin;
            draft->panel.chapter = (int)(chapter - g->exhibit->chapters);
        }
    }
}

static int layout_of_name(const struct exhibit *exhibit, const char *name)
{
    for (int i = 0; i < exhibit->layout_count; i++)
        if (strcmp(exhibit->layouts[i].name, name) == 0)
            return i;
    return -1;
}

/* The panel has the usual layout until its own is found. */
static void find_layout(struct check *check, const struct reference *r)
{
    const struct gathered *g = check->gathered;
    struct report report = report_on(g, &r->origin);
    int layout = layout_of_name(g->exhibit, r->name);

    if (layout >= 0)
        r->owner->layout = layout;
    else if (!count_left_out(check, REFERENCE_LAYOUT, r->name, NULL))
        report_unknown(check, r, "layout", &check->layouts, FINDING_ERROR);
    if (layout >= g->own_layouts && g->own_layouts > 0)
        report_warning(&report, r->origin.line, r->origin.column,
                       "there is no file config/layouts/%s.yaml, so the built-in layout of that name is used", r->name);
}

/* Links are warnings, and become plain text; an event's panels are its own. A panel that is left out says so itself. */
static void find_panel(struct check *check, const struct reference *r)
{
    struct gathered *g = check->gathered;
    struct draft *draft = find_draft(g, r->name);
    struct report report = report_on(g, &r->origin);

    if (draft && draft->listed && !draft->broken)
        return;
    *r->slot = NULL;
    if (draft && draft->broken)
        draft->links++;
    else if (draft && !count_left_out(check, REFERENCE_MEMBER, r->name, &g->exhibit_lost))
        report_warning(&report, r->origin.line, r->origin.column, "the panel \"%s\" is in no chapter, so no link can lead there", r->name);
    else if (!draft && !count_left_out(check, REFERENCE_PANEL, r->name, NULL))
        report_unknown(check, r, "panel", &check->panels, FINDING_WARNING);
}

/* A name that belongs to a file which is not there yet stays unchecked, but is no link either. */
static void find_term(struct check *check, const struct reference *r)
{
    struct gathered *g = check->gathered;

    if (has_name(&check->terms, r->name))
        return;
    if (!count_left_out(check, REFERENCE_TERM, r->name, &g->glossary_lost) && g->has_glossary)
        report_unknown(check, r, "term", &check->terms, FINDING_WARNING);
    *r->slot = NULL;
}

static void find_event(struct check *check, const struct reference *r)
{
    struct gathered *g = check->gathered;

    if (has_name(&check->events, r->name))
        return;
    if (!count_left_out(check, REFERENCE_EVENT, r->name, &g->timeline_lost) && g->has_timeline)
        report_unknown(check, r, "event", &check->events, FINDING_WARNING);
    *r->slot = NULL;
}

/* Whether the notice is there; if not, what names it must not be shown. */
static bool find_notice(struct check *check, const struct reference *r)
{
    if (has_name(&check->notices, r->name))
        return true;
    if (!count_left_out(check, REFERENCE_NOTICE, r->name, &check->gathered->exhibit_lost))
        report_unknown(check, r, "notice", &check->notices, FINDING_ERROR);
    return false;
}

/* The event whose notices these are; -1 for those of a panel. */
static int event_of(const struct exhibit *exhibit, const struct reference *r)
{
    for (int i = 0; i < exhibit->event_count; i++)
        for (const char *const *name = exhibit->events[i].notices; name && *name; name++)
            if (name == r->slot)
                return i;
    return -1;
}

static void find_notice_of_panel(struct check *check, const struct reference *r)
{
    struct draft *draft = (struct draft *)r->owner;
    int findings = findings_total(check->gathered->findings);

    if (find_notice(check, r))
        return;
    if (!draft->broken)
        draft->finding = findings_error_since(check->gathered->findings, findings);
    draft->broken = true;
}

static void find_notice_of_event(struct check *check, const struct reference *r)
{
    struct exhibit *exhibit = check->gathered->exhibit;
    int findings = findings_total(check->gathered->findings), event;

    if (find_notice(check, r) || (event = event_of(exhibit, r)) < 0)
        return;
    int finding = findings_error_since(check->gathered->findings, findings);

    if (finding >= 0)
        references_leave_out(&check->gathered->references, REFERENCE_EVENT, exhibit->events[event].id, finding);
    memmove(&exhibit->events[event], &exhibit->events[event + 1], sizeof(*exhibit->events) * (size_t)(--exhibit->event_count - event));
}

static void find_notices(struct check *check)
{
    const struct references *all = &check->gathered->references;

    for (int i = 0; i < all->count; i++) {
        const struct reference *r = &all->list[i];

        if (r->kind == REFERENCE_NOTICE && r->owner)
            find_notice_of_panel(check, r);
        else if (r->kind == REFERENCE_NOTICE)
            find_notice_of_event(check, r);
    }
}

static void resolve(struct check *check, const struct reference *r)
{
    switch (r->kind) {
    case REFERENCE_PANEL:
        find_panel(check, r);
        break;
    case REFERENCE_TERM:
        find_term(check, r);
        break;
    case REFERENCE_EVENT:
        find_event(check, r);
        break;
    case REFERENCE_LAYOUT:
        find_layout(check, r);
        break;
    case REFERENCE_NOTICE:
    case REFERENCE_NONE:
    case REFERENCE_MEMBER:
    case REFERENCE_PICTURE:
        break;
    }
}

static void report_unlisted(struct check *check)
{
    struct gathered *g = check->gathered;

    for (int i = 0; i < g->draft_count; i++) {
        const struct panel *panel = &g->drafts[i]->panel;
        struct report report = report_on(g, &panel->origin);

        if (!g->drafts[i]->listed && !count_left_out(check, REFERENCE_MEMBER, panel->id, &g->exhibit_lost))
            report_warning(&report, 0, 0, "no chapter lists this panel, so it is not shown; add \"%s\" to a chapter in config/exhibit.yaml",
                           panel->id);
    }
}

static void tell_count(struct findings *findings, int finding, int count, const char *one, const char *many)
{
    if (finding >= 0 && count > 0)
        findings_extend(findings, finding, "; %d %s", count, count == 1 ? one : many);
}

/* What was left out is told with all that it costs. */
static void tell_counts(const struct gathered *g)
{
    static const char *const one[] = {
        [REFERENCE_MEMBER] = "panel or link to one is without its chapter",
        [REFERENCE_PANEL] = "link or chapter names it in vain",
        [REFERENCE_TERM] = "link to it stays plain words",
        [REFERENCE_EVENT] = "link to it stays plain words",
        [REFERENCE_NOTICE] = "panel or event behind it is left out",
        [REFERENCE_LAYOUT] = "panel has the usual layout instead",
    };
    static const char *const many[] = {
        [REFERENCE_MEMBER] = "panels or links to them are without their chapter",
        [REFERENCE_PANEL] = "links or chapters name it in vain",
        [REFERENCE_TERM] = "links to it stay plain words",
        [REFERENCE_EVENT] = "links to it stay plain words",
        [REFERENCE_NOTICE] = "panels or events behind it are left out",
        [REFERENCE_LAYOUT] = "panels have the usual layout instead",
    };

    struct left_out *all = g->references.left_out;

    for (int i = 0, count = g->references.left_out_count; i < count; i++) {
        for (int j = i + 1; j < count && all[i].count > 0; j++)
            if (all[j].finding == all[i].finding && all[j].kind == all[i].kind) {
                all[i].count += all[j].count;
                all[j].count = 0;
            }
        tell_count(g->findings, all[i].finding, all[i].count, one[all[i].kind], many[all[i].kind]);
    }
    for (int i = 0; i < g->draft_count; i++)
        tell_count(g->findings, g->drafts[i]->finding, g->drafts[i]->broken ? g->drafts[i]->links : 0, one[REFERENCE_EVENT],
                   many[REFERENCE_EVENT]);
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

static int compare_eras(const void *one, const void *other)
{
    const struct era *a = one, *b = other;
    int order = date_compare(a->from, b->from);

    return order ? order : a->origin.line - b->origin.line;
}

static int compare_events(const void *one, const void *other)
{
    const struct event *a = one, *b = other;
    int order = date_compare(a->date, b->date);

    return order ? order : a->origin.line - b->origin.line;
}

/* Spans that end before they begin become single days. */
static void check_dates(const struct gathered *g)
{
    struct exhibit *e = g->exhibit;

    for (int i = 0; i < e->era_count; i++) {
        struct era *era = &e->eras[i];
        struct report report = report_on(g, &era->origin);

        if (date_compare(era->to, era->from) < 0) {
            report_error(&report, era->origin.line, era->origin.column,
                         "to: this era ends before it begins; exchange from and to, or correct one");
            era->to = era->from;
        }
    }
    if (e->era_count > 1)
        qsort(e->eras, (size_t)e->era_count, sizeof(*e->eras), compare_eras);
    for (int i = 1; i < e->era_count; i++) {
        struct report report = report_on(g, &e->eras[i].origin);

        if (date_compare(e->eras[i].from, e->eras[i - 1].to) < 0)
            report_warning(&report, e->eras[i].origin.line, e->eras[i].origin.column,
                           "from: this era begins before the era in line %d ends; the later one is drawn over it",
                           e->eras[i - 1].origin.line);
    }
    for (int i = 0; i < e->event_count; i++) {
        struct event *event = &e->events[i];
        struct report report = report_on(g, &event->origin);

        if (event->to.year > 0 && date_compare(event->to, event->date) < 0) {
            report_error(&report, event->origin.line, event->origin.column,
                         "to: the event \"%s\" ends before it begins; exchange date and to, or correct one", event->id);
            event->to = (struct date){0};
        }
    }
    if (e->event_count > 1)
        qsort(e->events, (size_t)e->event_count, sizeof(*e->events), compare_events);
}

static struct names names_of(int count)
{
    return (struct names){mem_alloc(sizeof(char *) * (size_t)count), count};
}

/* Of what can be named whatever becomes of it; events and terms follow when it is known which are left. */
static void collect_names(struct check *check)
{
    const struct gathered *g = check->gathered;
    const struct exhibit *e = g->exhibit;

    check->panels = names_of(g->draft_count);
    check->layouts = names_of(e->layout_count);
    check->notices = names_of(e->notice_count);
    for (int i = 0; i < g->draft_count; i++)
        check->panels.list[i] = g->drafts[i]->panel.id;
    for (int i = 0; i < e->layout_count; i++)
        check->layouts.list[i] = e->layouts[i].name;
    for (int i = 0; i < e->notice_count; i++)
        check->notices.list[i] = e->notices[i].id;
    sort_names(&check->notices);
}

static void collect_targets(struct check *check)
{
    const struct exhibit *e = check->gathered->exhibit;

    check->terms = names_of(e->term_count);
    check->events = names_of(e->event_count);
    for (int i = 0; i < e->term_count; i++)
        check->terms.list[i] = e->terms[i].id;
    for (int i = 0; i < e->event_count; i++)
        check->events.list[i] = e->events[i].id;
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
    static const char usual[] = "picture-left"; /* a built-in layout, so there is always one */
    struct check check = {.gathered = gathered};
    const struct references *references = &gathered->references;

    collect_names(&check);
    find_notices(&check);
    collect_targets(&check);
    check_doubles(gathered);
    check_dates(gathered);
    place_members(&check);
    for (int i = 0; i < gathered->draft_count; i++)
        gathered->drafts[i]->panel.layout = layout_of_name(gathered->exhibit, usual);
    for (int i = 0, count = references->count; i < count; i++)
        resolve(&check, &references->list[i]);
    for (int i = 0; i < gathered->exhibit->event_count; i++)
        close_gaps(&gathered->exhibit->events[i]);
    for (int i = 0; i < gathered->draft_count; i++)
        check_blocks(gathered->findings, &gathered->drafts[i]->panel);
    report_unlisted(&check);
    report_helpline(gathered);
    tell_counts(gathered);
    free(check.panels.list);
    free(check.layouts.list);
    free(check.terms.list);
    free(check.events.list);
    free(check.notices.list);
}
