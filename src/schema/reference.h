/* Names that files use for each other (a chapter its panels, a panel its layout and picture, a text its links): gathered while files are
 * read, resolved when all are known. */
#pragma once

#include "exhibit/model.h"

enum reference_kind {
    REFERENCE_NONE,
    REFERENCE_MEMBER, /* a chapter's panel */
    REFERENCE_PANEL,
    REFERENCE_TERM,
    REFERENCE_EVENT,
    REFERENCE_PERSON,
    REFERENCE_NOTICE,
    REFERENCE_LAYOUT,
    REFERENCE_LANE,
    REFERENCE_VOICE,
    REFERENCE_PICTURE,
    REFERENCE_COUNT
};

/* A name, and where the answer goes: into the index, the mask or the picture, those that are not NULL. Of a picture that cannot be shown,
 * the file is set NULL. */
struct reference {
    enum reference_kind kind;
    const char *name;
    struct origin origin;
    struct panel *owner;     /* the panel that the name stands in, or NULL */
    int *index;              /* of what is named; left alone where there is nothing of that name */
    struct prose_span *span; /* of a link in a text: its link is cleared then; NULL for others */
    unsigned *mask;          /* of notices: the bit of its index is set */
    struct picture *picture;
};

/* Something that has a name and was left out. finding: index of the one that says why; count: how many references named it. */
struct left_out {
    enum reference_kind kind;
    const char *name;
    int finding, count;
};

/* Zero-initialise; finish frees. */
struct references {
    struct reference *list;
    int count, capacity;
    struct left_out *left_out;
    int left_out_count, left_out_capacity;
};

void references_add(struct references *references, const struct reference *reference);
/* The name is copied nowhere: it lives as long as the references. */
void references_leave_out(struct references *references, enum reference_kind kind, const char *name, int finding);
/* Takes over all of another list, whose findings were appended to ours: their indices grow by `findings`. */
void references_append(struct references *references, struct references *more, int findings);
void references_finish(struct references *references);
