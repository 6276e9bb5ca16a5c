/* Findings: what is wrong in a curator's file, where, and what to do. */
#pragma once

#include "base/base.h"

#include <stdio.h>

/* HINT: all is well, and could be better; never counts against an exhibit. */
enum severity { FINDING_HINT, FINDING_WARNING, FINDING_ERROR };

/* Where a value stands: path inside the exhibit, line and column from 1; line 0 where the file as a whole is meant. */
struct origin {
    const char *file;
    int line, column;
};

/* Stands before, or in, the format of a finding: what kind of finding it is, in a word that stays when the message is worded anew. It is no
 * part of the message. All are listed in reference/codes. */
#define CODED(code) "\001" code "\002"

/* file: path inside the exhibit; line and column are 1-based, 0 where the file as a whole is meant. code: "" if it has none. meant: what
 * the value that stands there is to be, where that is certain; else NULL. */
struct finding {
    const char *file;
    int line, column;
    enum severity severity;
    const char *code, *message, *meant;
};

struct arena;
struct findings;

struct findings *findings_create(void);
/* NULL is fine. */
void findings_destroy(struct findings *findings);
/* Copies everything, as base/printable does: no control code of a file or its name gets into a finding. A message is cut at 1023 bytes. */
void findings_add(struct findings *findings, enum severity severity, struct origin origin, const char *format, ...) PRINTF_LIKE(4, 5);
/* A message as it will be told: behind the code that it begins with. */
const char *finding_words(const char *coded);
/* Adds to the end of a message. The index is that of findings_total before the finding was added, and holds until the next sort. */
void findings_extend(struct findings *findings, int index, const char *format, ...) PRINTF_LIKE(3, 4);
/* What is meant, of a finding of that index. */
void findings_set_meant(struct findings *findings, int index, const char *meant);
/* Adds all findings of another list, in their order: their indices grow by the total before. */
void findings_append(struct findings *findings, const struct findings *more);
/* The index of the first error from index `from` on; -1 if there is none. */
int findings_error_since(const struct findings *findings, int from);
/* Takes out those that it says false of; the order stays. */
void findings_filter(struct findings *findings, bool (*keeps)(const struct finding *finding, const void *context), const void *context);
/* By file, line, column and message; of those equal in all four one is kept. */
void findings_sort(struct findings *findings);
int findings_total(const struct findings *findings);
int findings_count(const struct findings *findings, enum severity severity);
struct finding_tally {
    char text[32];
};
/* "1 error", "2 hints" */
struct finding_tally findings_tally(int count, enum severity severity);
/* Borrowed until the next add or sort. */
const struct finding *findings_at(const struct findings *findings, int index);
/* `config/a.yaml:12:3: error: MESSAGE`. */
const char *finding_line(const struct finding *finding, struct arena *arena);
/* One a line. */
void findings_print(const struct findings *findings, FILE *file);
