/* What reading a file's keys needs and gathers, and what all of its readers do. */
#pragma once

#include "schema/row.h"
#include "yaml/report.h"
#include "yaml/salvage.h"

/* What reading needs and gathers. fallback: words that end the warning of a missing NEED_WANTED key; NULL for none. lost: what the file
 * was read without, and is not told of again; NULL for nothing. notices: ids of the exhibit's; unguarded: something that may have been a
 * notice could not be read as one (schema/guard). languages_guessed: the exhibit names none, so that none is missing. Nodes must live
 * until references are resolved only for VALUE_TRACKS and VALUE_AREAS; everything else is copied into the arena. */
struct reader {
    struct arena *arena;
    struct report report;
    const char *const *languages;
    int language_count;
    const char *const *notices;
    int notice_count;
    struct references *references;
    struct panel *owner;
    const char *fallback;
    const struct salvage *lost;
    bool unguarded, languages_guessed;
};

/* A text or list where a map is expected, and the like: says what to write. */
void reader_report_kind(struct reader *reader, const struct schema_row *row, const struct node *node, const char *wanted);
/* A copy in the model's arena; tabs, which no face can draw, become spaces. */
const char *reader_keep_text(struct reader *reader, const char *text, size_t length);
