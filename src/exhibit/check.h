/* What no single file can tell: whether the names in one file are found in the others. */
#pragma once

#include "exhibit/reference.h"
#include "exhibit/report.h"

/* A panel's file while the exhibit is put together. panel comes first: a reference's owner is the draft it stands in. */
struct draft {
    struct panel panel;
    bool broken;                 /* an error: the panel is left out */
    bool placed;                 /* has its place in the exhibit */
    const struct origin *listed; /* where a chapter lists it first; NULL if none does */
};

/* Everything that was read. drafts: sorted by id. */
struct gathered {
    struct exhibit *exhibit;
    struct draft **drafts;
    int draft_count;
    struct references references;
    struct findings *findings;
    bool has_exhibit, has_timeline, has_glossary;
};

/* Sorts eras and events by date, resolves all names but pictures, and gives each draft its chapter and layout. */
void check_names(struct gathered *gathered);
