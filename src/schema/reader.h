/* The reader of one file: what reading its keys needs and gathers, and what the readers of all kinds of values do. */
#pragma once

#include "guesses/phrases.h"
#include "schema/row.h"
#include "yaml/report.h"
#include "yaml/salvage.h"

/* Nodes may go once they are read, but for those of VALUE_TRACKS and VALUE_AREAS: everything else is copied into the arena. */
struct reader {
    struct arena *arena; /* the model's */
    struct report report;
    const char *const *languages;
    int language_count;
    bool languages_guessed;     /* the exhibit lists none, so that no translation is missing */
    const char *const *notices; /* ids of the exhibit's */
    int notice_count;
    bool unguarded; /* something that may have been a notice could not be read as one: schema/guard */
    struct references *references;
    struct phrases phrases;     /* what words beside dates mean; none until one is asked for */
    const struct node *map;     /* whose keys are being read, for values that another key tells more of */
    struct panel *owner;        /* whose file this is, or NULL */
    const char *fallback;       /* words that end the warning of a missing NEED_WANTED key; NULL for none */
    bool furnished;             /* what is read lies over something built in that has all keys: none is missing */
    const struct salvage *lost; /* what the file was read without: its keys are not reported as missing; NULL for nothing */
};

/* An error for a text or list where a map is expected, and the like. wanted: what to write. */
void reader_report_kind(struct reader *reader, const struct schema_row *row, const struct node *node, const char *wanted);
/* An error for a list of so many items, which are too many or too few. */
void reader_report_count(struct reader *reader, const struct schema_row *row, const struct node *node, int count);
/* A copy in the model's arena; tabs, which no face can draw, become spaces. */
const char *reader_keep_text(struct reader *reader, const char *text, size_t length);
/* For a plain text that visitors read: a warning if a "#" behind it, which begins a remark, may have been meant as a part of it. */
void reader_check_remark(struct reader *reader, const struct node *node);
