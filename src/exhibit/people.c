/* Where somebody appears is found by a walk: each text once, in every language: a translation may name somebody where another says "the
 * president". */
#include "exhibit/people.h"

#include <stdlib.h>

/* A panel or an event that names a person. */
struct meeting {
    int person, item;
    bool event;
};

/* The walk through all texts, of which each is one's own: a panel's, an event's, or (item -1) neither's. met: the last of these in which
 * each person was met, counted from 1; 0: in none. */
struct people_walk {
    const struct exhibit *exhibit;
    int *met, texts;
    struct meeting *meetings; /* as one reads, then by date */
    int count, capacity;
};

static void meet(struct people_walk *walk, struct meeting meeting)
{
    if (walk->met[meeting.person] == walk->texts)
        return;
    walk->met[meeting.person] = walk->texts;
    if (meeting.item < 0)
        return;
    walk->meetings = mem_grow(walk->meetings, walk->count, &walk->capacity, sizeof(*walk->meetings));
    walk->meetings[walk->count++] = meeting;
}

static void walk_prose(struct people_walk *walk, const struct prose *prose, struct meeting meeting)
{
    for (int b = 0; b < prose->block_count; b++)
        for (int s = 0; s < prose->blocks[b].span_count; s++) {
            const struct prose_link *link = prose->blocks[b].spans[s].link;

            if (!link || link->kind != PROSE_LINK_PERSON)
                continue;
            meeting.person = link->index;
            meet(walk, meeting);
        }
}

static void walk_text(struct people_walk *walk, const struct prose_text *text, struct meeting meeting)
{
    for (int i = 0; text->in && i < walk->exhibit->language_count; i++)
        walk_prose(walk, &text->in[i], meeting);
}

static void walk_panels(struct people_walk *walk)
{
    for (int i = 0; i < walk->exhibit->panel_count; i++) {
        const struct panel *panel = &walk->exhibit->panels[i];
        struct meeting meeting = {.item = i};

        walk->texts++;
        walk_text(walk, &panel->body, meeting);
        walk_text(walk, &panel->easy, meeting);
        walk_text(walk, &panel->more, meeting);
        for (int j = 0; j < panel->difference_count; j++)
            walk_text(walk, &panel->difference[j].text, meeting);
        if (panel->sound)
            walk_text(walk, &panel->sound->transcript, meeting);
    }
}

static void walk_events(struct people_walk *walk)
{
    for (int i = 0; i < walk->exhibit->event_count; i++) {
        walk->texts++;
        walk_text(walk, &walk->exhibit->events[i].text, (struct meeting){.item = i, .event = true});
    }
}

/* What stands neither on a panel nor on an event's card. */
static void walk_others(struct people_walk *walk)
{
    const struct exhibit *exhibit = walk->exhibit;
    struct meeting nowhere = {.item = -1};

    walk->texts++;
    walk_text(walk, &exhibit->colophon, nowhere);
    for (int i = 0; i < exhibit->notice_count; i++)
        walk_text(walk, &exhibit->notices[i].text, nowhere);
    for (int i = 0; i < exhibit->question_count; i++)
        walk_text(walk, &exhibit->questions[i].text, nowhere);
    for (int i = 0; i < exhibit->term_count; i++)
        walk_text(walk, &exhibit->terms[i].text, nowhere);
    for (int i = 0; i < exhibit->person_count; i++)
        walk_text(walk, &exhibit->people[i].text, nowhere);
}

/* Counted first, so that each list is as long as it must be. */
static void hand_out(const struct people_walk *walk, struct person *people, struct arena *arena)
{
    for (int i = 0; i < walk->count; i++) {
        struct appearances *appears = &people[walk->meetings[i].person].appears;

        *(walk->meetings[i].event ? &appears->event_count : &appears->panel_count) += 1;
    }
    for (int i = 0; i < walk->exhibit->person_count; i++) {
        struct appearances *appears = &people[i].appears;

        appears->panels = ARENA_ARRAY(arena, int, appears->panel_count);
        appears->events = ARENA_ARRAY(arena, int, appears->event_count);
        appears->panel_count = appears->event_count = 0;
    }
    for (int i = 0; i < walk->count; i++) {
        const struct meeting *meeting = &walk->meetings[i];
        struct appearances *appears = &people[meeting->person].appears;

        if (meeting->event)
            appears->events[appears->event_count++] = meeting->item;
        else
            appears->panels[appears->panel_count++] = meeting->item;
    }
}

/* What cannot both be true is not shown. */
static void check_life(struct person *person, struct findings *findings)
{
    struct dating *life = &person->life;

    if (life->from.date.year == 0 || life->to.date.year == 0 || !moment_is_before(&life->to, &life->from, life->calendar))
        return;
    findings_add(findings, FINDING_ERROR, person->origin,
                 CODED("span-reversed") "died: \"%s\" died before being born; exchange born and died, or correct one", person->id);
    life->from = life->to = (struct moment){0};
}

void people_settle(struct exhibit *exhibit, struct arena *arena, struct findings *findings)
{
    struct people_walk walk = {.exhibit = exhibit, .met = mem_alloc(sizeof(int) * (size_t)exhibit->person_count)};

    if (exhibit->person_count > 0) {
        walk_panels(&walk);
        walk_events(&walk);
        walk_others(&walk);
        hand_out(&walk, exhibit->people, arena);
    }
    for (int i = 0; i < exhibit->person_count; i++)
        check_life(&exhibit->people[i], findings);
    for (int i = 0; i < exhibit->person_count && findings_error_since(findings, 0) < 0; i++)
        if (walk.met[i] == 0)
            findings_add(findings, FINDING_WARNING, exhibit->people[i].origin,
                         CODED("person-unused") "no text links to this person, so nobody finds the card; write [%s](person:%s) where a "
                                                "text names them",
                         text_in(exhibit->people[i].name, 0), exhibit->people[i].id);
    free(walk.met);
    free(walk.meetings);
}
