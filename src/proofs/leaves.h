/* The index of a folder of proofs: what stands in it, and what has changed since another folder was drawn. */
#pragma once

#include "base/finding.h"
#include "proofs/folder.h"

/* changed: of each picture of the plan, whether it shows something else than before this run. against: another folder of proofs; NULL:
 * none. */
struct leaves_setup {
    const struct exhibit *exhibit;
    const struct proof_plan *plan;
    struct proof_folder *folder;
    const struct findings *findings; /* sorted */
    const struct size *screens;
    int screen_count;
    const bool *changed;
    const char *against;
};

/* Whether there are proofs in that folder, and it is another than the one they are to be compared with; else false, with a log line. */
bool leaves_can_compare(const char *against, const char *output);
/* Writes index.html and, of what has changed, the pictures of the other folder. False, with a log line, if that cannot be; an index.html of
 * somebody else is not touched. */
bool leaves_write(const struct leaves_setup *setup);
