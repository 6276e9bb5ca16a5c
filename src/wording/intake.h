/* What a table that comes in does to an exhibit: what it changes, why it is refused, and how that is told. */
#pragma once

#include "wording/texts.h"
#include "wording/translations.h"

/* key: the file and the way there (wording/way); of a text that of struct text_entry, with its language. origin: where that stands in the
 * exhibit, line 0 if it is new; at: in the table. before: NULL where there is none. quiet: a part of a change that is told as one. */
struct intake_change {
    const char *key, *language, *before, *after;
    struct origin origin, at;
    bool quiet;
};

struct intake {
    struct arena *arena;
    const struct exhibit *exhibit;
    struct papers papers;
    struct translations translations;
    bool watches_more; /* a translation is watched that was not, or is now one of another source */
    struct findings *findings;
    int year;         /* of now, if a spreadsheet may have written what comes in; 0: none had it */
    int untranslated; /* texts that lack a language and did not before */
    struct intake_change *changes;
    int count, capacity;
};

/* Borrows the arena, the files, the exhibit and the findings. False, with errors, if a file of the exhibit cannot be read. To be finished
 * in either case. */
bool intake_init(struct intake *intake, const struct intake *with, const struct files *files);
void intake_finish(struct intake *intake);
void intake_add(struct intake *intake, const struct intake_change *change);
void intake_watch(struct intake *intake, const struct translation *translation);
/* Loads the exhibit with all changes; what it then finds, and did not before (`before`), is added to the intake's findings at the cell that
 * brought it in. */
void intake_check(struct intake *intake, const struct findings *before);
/* A line for each change, the texts cut to where they differ. How many there are. */
int intake_tell(const struct intake *intake, struct buffer *out);
