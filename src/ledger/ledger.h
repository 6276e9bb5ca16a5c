/* The visits of many days, in the file visits.db of the program's own folder. */
#pragma once

#include "base/mem.h"
#include "diary/sums.h"

enum { LEDGER_BYTES_MOST = 64 * 1024 * 1024 }; /* of a kiosk's: years of visits */

/* The days meant, "2026-11-30", both included; NULL: from the first, to the last. */
struct ledger_span {
    const char *since, *until;
};

/* Adds the visits of a diary's text (diary/entry.h), all or none of them, and drops the days that are too old: of those on which anybody
 * came as many are kept as the text says, so that a clock that goes wrong takes away a day and no more; and the oldest go before the file
 * has bytes_most. A file that is damaged is put aside as visits.db.damaged, and another begun. False, with a log line unless `quiet`:
 * nothing was added. */
bool ledger_add(const char *path, const char *text, int bytes_most, bool quiet);
/* All in the arena. False, with a log line: they cannot be read. Without such a file nobody came. */
bool ledger_sum(const char *path, struct ledger_span span, struct arena *arena, struct sums *sums);
/* A table for spreadsheets: a row for each scene of each visit. As ledger_sum. */
bool ledger_table(const char *path, struct ledger_span span, struct buffer *out);
