/* An exhibit while it is put together: all that its files gave, before names are resolved and panels in order. */
#pragma once

#include "schema/reference.h"
#include "yaml/salvage.h"

/* A panel's file while the exhibit is put together. panel comes first: a reference's owner is the draft it stands in. */
struct draft {
    struct panel panel;
    bool broken;                 /* the panel is left out */
    int finding, links;          /* index of the one that says why, -1: none; how many links to it became plain words */
    bool attributed;             /* it names who speaks, be there a voice of that name or not */
    int place;                   /* in the exhibit's panels; -1 if it is not among them */
    const struct origin *listed; /* where a chapter lists it first; NULL if none does */
};

/* Everything that was read. */
struct gathered {
    struct exhibit *exhibit;
    struct findings *findings;
    struct references references;
    struct draft **drafts; /* sorted by id */
    int draft_count;
    const char **notices; /* ids of the exhibit's, and of those that were left out */
    int notice_count;
    bool *lost_events;         /* which of the exhibit's events must not be shown, until they are taken out */
    int own_layouts;           /* so many of the exhibit's layouts are its own, the others are built in */
    int no_layouts, no_panels; /* index of the finding that there are none at all; -1 if there are some */
    struct salvage exhibit_lost, timeline_lost, glossary_lost, people_lost; /* what these files were read without */
    bool languages_guessed, has_exhibit, has_timeline, has_glossary, has_people;
    bool chapterless; /* no chapter could be read, and the panels stand in the order of their names */
};
