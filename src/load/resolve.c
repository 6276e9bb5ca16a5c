/* Every name is looked up in a sorted list of what there is. */
#include "load/resolve.h"

#include "base/mem.h"
#include "base/suggest.h"
#include "base/names.h"
#include "exhibit/blocks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    SUGGESTIONS_MAX = 200, /* each compares all names of a kind */
    SEARCHES_MAX = 1000,   /* each runs through what a file was read without */
};

/* The work on one exhibit. */
struct resolver {
    struct gathered *gathered;
    struct names names[REFERENCE_COUNT]; /* of each kind */
    int suggestions, searches;
};

static int compare_draft(const void *name, const void *draft)
{
    return strcmp(name, (*(struct draft *const *)draft)->panel.id);
}

/* Its index; -1 if there is none. */
static int find_draft(const struct gathered *gathered, const char *id)
{
    struct draft **found = gathered->draft_count == 0
                               ? NULL
                               : bsearch(id, gathered->drafts, (size_t)gathered->draft_count, sizeof(*gathered->drafts), compare_draft);

    return found ? (int)(found - gathered->drafts) : -1;
}

/* What there is none of; in vain it is an error, or, of what only links name, a warning. */
static void report_unknown(struct resolver *resolver, const struct reference *r)
{
    static const char *const nouns[REFERENCE_COUNT] = {[REFERENCE_MEMBER] = "file for the panel",
                                                       [REFERENCE_PANEL] = "panel",
                                                       [REFERENCE_TERM] = "term",
                                                       [REFERENCE_EVENT] = "event",
                                                       [REFERENCE_PERSON] = "person",
                                                       [REFERENCE_NOTICE] = "notice",
                                                       [REFERENCE_LAYOUT] = "layout",
                                                       [REFERENCE_LANE] = "lane",
                                                       [REFERENCE_VOICE] = "voice"};
    const struct names *names = &resolver->names[r->kind == REFERENCE_MEMBER ? REFERENCE_PANEL : r->kind];
    bool linked = r->kind == REFERENCE_PANEL || r->kind == REFERENCE_TERM || r->kind == REFERENCE_EVENT || r->kind == REFERENCE_PERSON;
    const char *suggested = resolver->suggestions++ < SUGGESTIONS_MAX ? suggest_name(r->name, names->list, names->count) : NULL;
    char end[SUGGEST_LENGTH_MAX + 32] = "correct the name, or add it";

    if (suggested)
        snprintf(end, sizeof(end), "did you mean \"%s\"?", suggested);
    findings_add(resolver->gathered->findings, linked ? FINDING_WARNING : FINDING_ERROR, r->origin,
                 CODED("name-unknown") "there is no %s \"%s\"%s; %s", nouns[r->kind], report_quote(r->name).text,
                 linked ? " to link to" : "", end);
}

/* The finding that tells why nothing of that name is there, if not by its own name: its file was read without it, or its folder is empty.
 */
static int reason_of(struct resolver *resolver, enum reference_kind kind, const char *name, const struct salvage *lost)
{
    const struct gathered *g = resolver->gathered;

    if (kind == REFERENCE_PANEL)
        return g->no_panels;
    if (kind == REFERENCE_LAYOUT)
        return g->no_layouts;
    return lost && lost->finding >= 0 && resolver->searches++ < SEARCHES_MAX && salvage_has(lost, name) ? lost->finding : -1;
}

/* Whether something of that name was left out: then the reason is told already, and counts what refers to it. lost: NULL if its file cannot
 * be at fault. */
static bool count_left_out(struct resolver *resolver, enum reference_kind kind, const char *name, const struct salvage *lost)
{
    struct references *all = &resolver->gathered->references;

    for (int i = 0; i < all->left_out_count; i++)
        if (all->left_out[i].kind == kind && strcmp(all->left_out[i].name, name) == 0) {
            all->left_out[i].count++;
            return true;
        }
    int reason = reason_of(resolver, kind, name, lost);

    if (reason < 0)
        return false;
    references_leave_out(all, kind, name, reason);
    all->left_out[all->left_out_count - 1].count++;
    return true;
}

/* The panels of all chapters stand among the references in the chapters' order. Until the exhibit's panels are in order, a chapter's are
 * indices of drafts. */
static void find_members(struct resolver *resolver)
{
    struct gathered *g = resolver->gathered;
    const struct chapter *chapter = g->exhibit->chapters;

    for (int i = 0; i < g->references.count && !g->chapterless; i++) {
        const struct reference *r = &g->references.list[i];

        if (r->kind != REFERENCE_MEMBER)
            continue;
        while (r->index < chapter->panels || r->index >= chapter->panels + chapter->panel_count)
            chapter++;
        int found = find_draft(g, r->name);
        struct draft *draft = found < 0 ? NULL : g->drafts[found];

        if (!draft && !count_left_out(resolver, REFERENCE_PANEL, r->name, NULL))
            report_unknown(resolver, r);
        if (!draft)
            continue;
        if (draft->listed)
            findings_add(g->findings, FINDING_ERROR, r->origin,
                         CODED("named-twice") "the panel \"%s\" is listed in line %d already; remove one of the two", r->name,
                         draft->listed->line);
        else {
            draft->listed = &r->origin;
            *r->index = found;
            draft->panel.chapter = (int)(chapter - g->exhibit->chapters);
        }
    }
}

/* Where each panel will stand: usable ones in the order of the chapters. */
static void number_panels(const struct gathered *g)
{
    int count = 0;

    for (int i = 0; i < g->draft_count; i++)
        g->drafts[i]->place = -1;
    for (int c = 0; c < g->exhibit->chapter_count; c++)
        for (int i = 0; i < g->exhibit->chapters[c].panel_count; i++) {
            int draft = g->exhibit->chapters[c].panels[i];

            if (draft >= 0 && !g->drafts[draft]->broken)
                g->drafts[draft]->place = count++;
        }
}

/* The panel has the usual layout until its own is found. */
static void find_layout(struct resolver *resolver, const struct reference *r)
{
    struct gathered *g = resolver->gathered;
    int layout = names_find(&resolver->names[REFERENCE_LAYOUT], r->name);

    if (layout >= 0)
        *r->index = layout;
    else if (count_left_out(resolver, REFERENCE_LAYOUT, r->name, NULL))
        return;
    else if (g->own_layouts > 0)
        report_unknown(resolver, r);
    else {
        g->no_layouts = findings_total(g->findings);
        findings_add(g->findings, FINDING_ERROR, (struct origin){"config/layouts", 0, 0},
                     CODED("layouts-missing") "there is no layout here, and none is built in that panels "
                                              "ask for; copy the folder with all its files");
        count_left_out(resolver, REFERENCE_LAYOUT, r->name, NULL);
    }
}

/* A link that leads nowhere becomes plain words. */
static void set_target(const struct reference *r, int index)
{
    if (index >= 0)
        *r->index = index;
    else if (r->span)
        r->span->link = NULL;
}

/* In vain it is a warning. A panel that is left out says so itself. */
static void find_panel(struct resolver *resolver, const struct reference *r)
{
    struct gathered *g = resolver->gathered;
    int found = find_draft(g, r->name);
    struct draft *draft = found < 0 ? NULL : g->drafts[found];

    set_target(r, draft ? draft->place : -1);
    if (draft && draft->place >= 0)
        return;
    if (draft && draft->broken)
        draft->links++;
    else if (draft && !count_left_out(resolver, REFERENCE_MEMBER, r->name, &g->exhibit_lost))
        findings_add(g->findings, FINDING_WARNING, r->origin,
                     CODED("panel-unlisted") "no chapter lists the panel \"%s\", so no link can lead there; add it to a chapter in "
                                             "config/exhibit.yaml",
                     r->name);
    else if (!draft && !count_left_out(resolver, REFERENCE_PANEL, r->name, NULL))
        report_unknown(resolver, r);
}

/* A term, an event or a person. lost: what its file was read without. Of a file that is not there yet nothing is told: its names are for
 * later. */
static void find_target(struct resolver *resolver, const struct reference *r, const struct salvage *lost, bool has_file)
{
    int found = names_find(&resolver->names[r->kind], r->name);

    set_target(r, found);
    if (found < 0 && !count_left_out(resolver, r->kind, r->name, lost) && has_file)
        report_unknown(resolver, r);
}

/* Whether the notice is there; if not, what names it must not be shown. */
static bool find_notice(struct resolver *resolver, const struct reference *r)
{
    const struct exhibit *exhibit = resolver->gathered->exhibit;
    bool found = false;

    for (int i = 0; i < exhibit->notice_count; i++)
        if (strcmp(exhibit->notices[i].id, r->name) == 0) {
            *r->mask |= 1u << i;
            found = true;
        }
    if (found)
        return true;
    if (!count_left_out(resolver, REFERENCE_NOTICE, r->name, &resolver->gathered->exhibit_lost))
        report_unknown(resolver, r);
    return false;
}

/* The event whose notices these are; -1 for those of a panel. */
static int event_of(const struct exhibit *exhibit, const struct reference *r)
{
    for (int i = 0; i < exhibit->event_count; i++)
        if (&exhibit->events[i].notices == r->mask)
            return i;
    return -1;
}

static void find_notice_of_panel(struct resolver *resolver, const struct reference *r)
{
    struct draft *draft = (struct draft *)r->owner;
    int findings = findings_total(resolver->gathered->findings);

    if (find_notice(resolver, r))
        return;
    if (!draft->broken)
        draft->finding = findings_error_since(resolver->gathered->findings, findings);
    draft->broken = true;
}

static void find_notice_of_event(struct resolver *resolver, const struct reference *r)
{
    struct gathered *g = resolver->gathered;
    int event = event_of(g->exhibit, r), findings = findings_total(g->findings);

    if (!find_notice(resolver, r) && event >= 0 && !g->lost_events[event])
        resolve_lose_event(g, event, findings_error_since(g->findings, findings));
}

void resolve_lose_event(struct gathered *gathered, int event, int finding)
{
    gathered->lost_events[event] = true;
    if (finding >= 0)
        references_leave_out(&gathered->references, REFERENCE_EVENT, gathered->exhibit->events[event].id, finding);
}

static void drop_lost_events(const struct gathered *g)
{
    struct exhibit *exhibit = g->exhibit;
    int kept = 0;

    for (int i = 0; i < exhibit->event_count; i++)
        if (!g->lost_events[i])
            exhibit->events[kept++] = exhibit->events[i];
    exhibit->event_count = kept;
}

static void find_notices(struct resolver *resolver)
{
    const struct references *all = &resolver->gathered->references;

    for (int i = 0; i < all->count; i++) {
        const struct reference *r = &all->list[i];

        if (r->kind == REFERENCE_NOTICE && r->owner)
            find_notice_of_panel(resolver, r);
        else if (r->kind == REFERENCE_NOTICE)
            find_notice_of_event(resolver, r);
    }
}

/* The event that names this lane or voice; its index as long as no event has moved. */
static int event_naming(const struct exhibit *exhibit, const struct reference *r)
{
    for (int i = 0; i < exhibit->event_count; i++)
        if (&exhibit->events[i].lane == r->index || &exhibit->events[i].voice == r->index)
            return i;
    return -1;
}

/* An event in a lane that is not its own would be told of wrongly, so it is left out. */
static void find_lane(struct resolver *resolver, const struct reference *r)
{
    struct gathered *g = resolver->gathered;
    int findings = findings_total(g->findings), lane = names_find(&resolver->names[REFERENCE_LANE], r->name);

    if (lane >= 0)
        *r->index = lane;
    if (lane >= 0 || count_left_out(resolver, REFERENCE_LANE, r->name, &g->timeline_lost))
        return;
    report_unknown(resolver, r);
    int event = event_naming(g->exhibit, r);

    if (event >= 0 && !g->lost_events[event])
        resolve_lose_event(g, event, findings_error_since(g->findings, findings));
}

/* Without any lanes all events stand in one, whatever they name. */
static void find_lanes(struct resolver *resolver)
{
    const struct references *all = &resolver->gathered->references;
    const struct reference *first = NULL;
    int count = 0;

    for (int i = 0; i < all->count; i++) {
        const struct reference *r = &all->list[i];

        if (r->kind != REFERENCE_LANE)
            continue;
        if (resolver->gathered->exhibit->lane_count > 0)
            find_lane(resolver, r);
        else if (count++ == 0)
            first = r;
    }
    if (first && !count_left_out(resolver, REFERENCE_LANE, first->name, &resolver->gathered->timeline_lost))
        findings_add(resolver->gathered->findings, FINDING_WARNING, first->origin,
                     CODED("lanes-missing") "lane: there are no lanes, so all events stand in one (%d name%s a lane); add to this file: "
                                            "lanes: [{id: %s, title: {%s: "
                                            "...}}]",
                     count, count == 1 ? "s" : "", first->name, resolver->gathered->exhibit->languages[0]);
}

/* What somebody says must not be told as if nobody did, so in vain it costs the panel, or the event. */
static void find_voice(struct resolver *resolver, const struct reference *r)
{
    struct gathered *g = resolver->gathered;
    struct draft *draft = (struct draft *)r->owner;
    int findings = findings_total(g->findings), event = event_naming(g->exhibit, r);

    if (draft)
        draft->attributed |= r->index == &draft->panel.voice;
    *r->index = names_find(&resolver->names[REFERENCE_VOICE], r->name);
    if (*r->index >= 0 || count_left_out(resolver, REFERENCE_VOICE, r->name, &g->exhibit_lost))
        return;
    report_unknown(resolver, r);
    if (event >= 0 && !g->lost_events[event])
        resolve_lose_event(g, event, findings_error_since(g->findings, findings));
    if (!draft)
        return;
    if (!draft->broken)
        draft->finding = findings_error_since(g->findings, findings);
    draft->broken = true;
}

/* Where no voices are written, or a chart names none, nobody is named. */
static void find_voices(struct resolver *resolver)
{
    const struct gathered *g = resolver->gathered;
    const struct reference *first = NULL;
    int count = 0;

    for (int i = 0; i < g->draft_count; i++) {
        struct panel *panel = &g->drafts[i]->panel;

        panel->voice = -1;
        if (panel->chart)
            panel->chart->voice = -1;
    }
    for (int i = 0; i < g->exhibit->event_count; i++)
        g->exhibit->events[i].voice = -1;
    for (int i = 0; i < g->references.count; i++) {
        const struct reference *r = &g->references.list[i];

        if (r->kind != REFERENCE_VOICE)
            continue;
        if (g->exhibit->voice_count > 0)
            find_voice(resolver, r);
        else
            *r->index = -1;
        if (count++ == 0)
            first = r;
    }
    if (first && g->has_exhibit && g->exhibit->voice_count == 0 &&
        !count_left_out(resolver, REFERENCE_VOICE, first->name, &g->exhibit_lost))
        findings_add(g->findings, FINDING_WARNING, first->origin,
                     CODED("voices-missing") "voice: there are no voices, so visitors are not told who speaks (%d name%s one); add to "
                                             "config/exhibit.yaml: voices: "
                                             "[{id: %s, words: {%s: ...}, colour: deep, shape: square}]",
                     count, count == 1 ? "s" : "", first->name, g->exhibit->languages[0]);
}

static void resolve(struct resolver *resolver, const struct reference *r)
{
    const struct gathered *g = resolver->gathered;

    switch (r->kind) {
    case REFERENCE_PANEL:
        find_panel(resolver, r);
        break;
    case REFERENCE_TERM:
        find_target(resolver, r, &g->glossary_lost, g->has_glossary);
        break;
    case REFERENCE_EVENT:
        find_target(resolver, r, &g->timeline_lost, g->has_timeline);
        break;
    case REFERENCE_PERSON:
        find_target(resolver, r, &g->people_lost, g->has_people);
        break;
    case REFERENCE_LAYOUT:
        find_layout(resolver, r);
        break;
    case REFERENCE_NOTICE:
    case REFERENCE_LANE:
    case REFERENCE_VOICE:
    case REFERENCE_NONE:
    case REFERENCE_MEMBER:
    case REFERENCE_PICTURE:
    case REFERENCE_COUNT:
        break;
    }
}

static void report_unlisted(struct resolver *resolver)
{
    struct gathered *g = resolver->gathered;

    for (int i = 0; i < g->draft_count; i++) {
        const struct panel *panel = &g->drafts[i]->panel;

        if (!g->drafts[i]->listed && !count_left_out(resolver, REFERENCE_MEMBER, panel->id, &g->exhibit_lost))
            findings_add(
                g->findings, FINDING_WARNING, (struct origin){panel->origin.file, 0, 0},
                CODED("panel-unlisted") "no chapter lists this panel, so it is not shown; add \"%s\" to a chapter in config/exhibit.yaml",
                panel->id);
    }
}

/* Ends a finding with how many of what refers to that kind suffer from it. */
static void tell_count(struct findings *findings, int finding, enum reference_kind kind, int count)
{
    static const char *const one[] = {
        [REFERENCE_NONE] = "link to the panel stays plain words",    [REFERENCE_MEMBER] = "panel or link to one is without its chapter",
        [REFERENCE_PANEL] = "link or chapter names it in vain",      [REFERENCE_TERM] = "link to it stays plain words",
        [REFERENCE_EVENT] = "link to it stays plain words",          [REFERENCE_PERSON] = "link to it stays plain words",
        [REFERENCE_NOTICE] = "panel or event behind it is left out", [REFERENCE_LAYOUT] = "panel has the usual layout instead",
        [REFERENCE_LANE] = "event stands in the first lane instead", [REFERENCE_VOICE] = "panel or text is shown without it",
    };
    static const char *const many[] = {
        [REFERENCE_NONE] = "links to the panel stay plain words",
        [REFERENCE_MEMBER] = "panels or links to them are without their chapter",
        [REFERENCE_PANEL] = "links or chapters name it in vain",
        [REFERENCE_TERM] = "links to it stay plain words",
        [REFERENCE_EVENT] = "links to it stay plain words",
        [REFERENCE_PERSON] = "links to it stay plain words",
        [REFERENCE_NOTICE] = "panels or events behind it are left out",
        [REFERENCE_LAYOUT] = "panels have the usual layout instead",
        [REFERENCE_LANE] = "events stand in the first lane instead",
        [REFERENCE_VOICE] = "panels or texts are shown without it",
    };

    if (finding >= 0 && count > 0)
        findings_extend(findings, finding, "; %d %s", count, count == 1 ? one[kind] : many[kind]);
}

/* What was left out is told with all that it costs. */
static void tell_counts(const struct gathered *g)
{
    struct left_out *all = g->references.left_out;

    for (int i = 0, count = g->references.left_out_count; i < count; i++) {
        for (int j = i + 1; j < count && all[i].count > 0; j++)
            if (all[j].finding == all[i].finding && all[j].kind == all[i].kind) {
                all[i].count += all[j].count;
                all[j].count = 0;
            }
        tell_count(g->findings, all[i].finding, all[i].kind, all[i].count);
    }
    for (int i = 0; i < g->draft_count; i++)
        if (g->drafts[i]->broken)
            tell_count(g->findings, g->drafts[i]->finding, REFERENCE_NONE, g->drafts[i]->links);
}

/* Of what can be named whatever becomes of it; events and terms follow when it is known which are left. */
static void collect_names(struct resolver *resolver)
{
    const struct gathered *g = resolver->gathered;
    const struct exhibit *e = g->exhibit;

    resolver->names[REFERENCE_PANEL] = names_of(g->draft_count);
    for (int i = 0; i < g->draft_count; i++)
        resolver->names[REFERENCE_PANEL].list[i] = g->drafts[i]->panel.id;
    resolver->names[REFERENCE_LAYOUT] = NAMES_OF(e->layouts, e->layout_count, name);
    resolver->names[REFERENCE_NOTICE] = NAMES_OF(e->notices, e->notice_count, id);
    resolver->names[REFERENCE_LANE] = NAMES_OF(e->lanes, e->lane_count, id);
    resolver->names[REFERENCE_VOICE] = NAMES_OF(e->voices, e->voice_count, id);
}

static void collect_targets(struct resolver *resolver)
{
    const struct exhibit *e = resolver->gathered->exhibit;

    resolver->names[REFERENCE_TERM] = NAMES_OF(e->terms, e->term_count, id);
    resolver->names[REFERENCE_EVENT] = NAMES_OF(e->events, e->event_count, id);
    resolver->names[REFERENCE_PERSON] = NAMES_OF(e->people, e->person_count, id);
}

/* Old files give a day, and say how much of it is known. */
static void cut_dates(struct event *event)
{
    event->when.from = moment_cut(event->when.from, event->precision);
    event->when.to = moment_cut(event->when.to, event->precision);
    event->second = moment_cut(event->second, event->precision);
}

/* Where on the axis of time they stand. */
static int compare_datings(const struct dating *one, const struct dating *other)
{
    double a = dating_point(one), b = dating_point(other);

    return (a > b) - (a < b);
}

static int compare_eras(const void *one, const void *other)
{
    const struct era *a = one, *b = other;
    int order = compare_datings(&a->when, &b->when);

    return order ? order : a->origin.line - b->origin.line;
}

static int compare_events(const void *one, const void *other)
{
    const struct event *a = one, *b = other;
    int order = compare_datings(&a->when, &b->when);

    return order ? order : a->origin.line - b->origin.line;
}

static bool is_timed(const struct exhibit *exhibit)
{
    for (int i = 0; i < exhibit->event_count; i++)
        if (exhibit->events[i].when.from.timed || exhibit->events[i].when.to.timed)
            return true;
    return false;
}

static void sort_by_date(struct exhibit *exhibit)
{
    for (int i = 0; i < exhibit->event_count; i++)
        cut_dates(&exhibit->events[i]);
    exhibit->has_times = is_timed(exhibit);
    if (exhibit->era_count > 1)
        qsort(exhibit->eras, (size_t)exhibit->era_count, sizeof(*exhibit->eras), compare_eras);
    if (exhibit->event_count > 1)
        qsort(exhibit->events, (size_t)exhibit->event_count, sizeof(*exhibit->events), compare_events);
}

/* Closes the gaps that panels left out make in an event's list. */
static void close_gaps(struct event *event)
{
    int kept = 0;

    for (int i = 0; i < event->panel_count; i++)
        if (event->panels[i] >= 0)
            event->panels[kept++] = event->panels[i];
    event->panel_count = kept;
}

void resolve_names(struct gathered *gathered)
{
    static const char usual[] = "picture-left"; /* a built-in layout, so there is always one */
    struct resolver resolver = {.gathered = gathered};
    const struct references *references = &gathered->references;

    collect_names(&resolver);
    find_notices(&resolver);
    find_lanes(&resolver);
    find_voices(&resolver);
    drop_lost_events(gathered);
    sort_by_date(gathered->exhibit);
    collect_targets(&resolver);
    find_members(&resolver);
    number_panels(gathered);
    for (int i = 0; i < gathered->draft_count; i++)
        gathered->drafts[i]->panel.layout = names_find(&resolver.names[REFERENCE_LAYOUT], usual);
    for (int i = 0, count = references->count; i < count; i++)
        resolve(&resolver, &references->list[i]);
    for (int i = 0; i < gathered->exhibit->event_count; i++)
        close_gaps(&gathered->exhibit->events[i]);
    report_unlisted(&resolver);
    tell_counts(gathered);
    for (int i = 0; i < REFERENCE_COUNT; i++)
        names_finish(&resolver.names[i]);
}
