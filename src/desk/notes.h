/* Notes: findings at the box on the page that they are about. Pure. */
#pragma once

#include "base/finding.h"
#include "desk/drafts.h"
#include "desk/view.h"

/* box: empty where it is about no part of the page in particular. */
struct desk_note {
    const struct finding *finding;
    struct rect box;
};

enum { DESK_NOTES_MAX = 64 };

/* here: how many of them, and they come first, are about what is seen. */
struct desk_notes {
    struct desk_note list[DESK_NOTES_MAX];
    int count, here;
};

/* Of all findings; what is graver stands before what is less, and hints are left out. Borrows the findings. */
void desk_notes_find(struct desk_notes *notes, const struct desk_view *view, const struct drafts *drafts, const struct findings *findings);
/* Frames the boxes, each with the number of its note, on the scene's page; x: where the bar is none. */
void desk_notes_draw(const struct desk_notes *notes, const struct scene *scene);
