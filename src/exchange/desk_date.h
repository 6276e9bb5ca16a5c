/* Dates as spreadsheets show them: 13/04/1973, 13.4.1973, 4/13/1973, 13/04/1973 11:52:00 PM. Pure. */
#pragma once

#include "base/mem.h"

enum desk_date { DESK_DATE_FINE, DESK_DATE_AMBIGUOUS, DESK_DATE_UNREADABLE };

/* The date as files have it, in the arena; `text` itself if it is one already. before: what stands there now, or "": that is the answer
 * where the text can mean it, however it is written. DESK_DATE_AMBIGUOUS: day and month may each be the other; `dates` are both. Otherwise
 * the first is the answer. */
enum desk_date desk_date_read(struct arena *arena, const char *text, const char *before, const char *dates[2]);
