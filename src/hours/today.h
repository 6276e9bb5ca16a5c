/* What staff say of the rest of one day, whatever the hours say of it. Outlasts the program as a short text. Pure; times are as in
 * hours/hours.h. */
#pragma once

#include "hours/hours.h"

enum today_word { TODAY_AS_WRITTEN, TODAY_OPEN, TODAY_CLOSED };

struct today {
    enum today_word word;
    int day; /* since 1 January 1970 */
};

enum { TODAY_TEXT_BYTES = 32 };

struct today today_from(int64_t wall_min, enum today_word word);
/* What they say at that time: on any other day nothing. */
enum today_word today_word_at(const struct today *today, int64_t wall_min);
/* As hours_open and hours_change; what they said ends at midnight, whether it opens or closes then or not. */
bool today_open(const struct today *today, const struct hours *hours, int64_t wall_min);
int64_t today_change(const struct today *today, const struct hours *hours, int64_t wall_min);
/* "" for nothing. */
void today_text(const struct today *today, char text[TODAY_TEXT_BYTES]);
/* What is no such text says nothing. */
struct today today_read(const char *text);
