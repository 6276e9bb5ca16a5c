/* How often the exhibit's questions were touched today, by everybody who came: one number a question, forgotten with the day, and nothing
 * of who it was. Pure: the day and the file are told to it. */
#pragma once

#include "base/mem.h"
#include "exhibit/model.h"

/* In the order of exhibit.questions. */
struct tally {
    struct date day; /* of the counts; year 0: none yet */
    int counts[EXHIBIT_QUESTIONS_MAX];
};

/* Another day than that of the counts, whether later or earlier, forgets them. Returns whether it was another. */
bool tally_turn(struct tally *tally, struct date day);
/* One more. */
void tally_add(struct tally *tally, int question);
/* "2026-11-29", and a line for each question that was touched: its id and how often. */
void tally_write(const struct tally *tally, const struct exhibit *exhibit, struct buffer *out);
/* What tally_write wrote, perhaps by another edition of the exhibit: questions that are gone are passed over, and of what is no such text
 * nothing is taken. */
void tally_read(struct tally *tally, const struct exhibit *exhibit, const char *text);
