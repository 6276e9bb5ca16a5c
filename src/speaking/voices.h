/* Which languages a voice of this machine speaks. Waits for the speaker to say so: not for the kiosk. */
#pragma once

#include "base/base.h"

/* Marks those of the languages (BCP 47 codes) that no voice speaks; none if there is no speaker to be asked. Of one that stalls, those that
 * it has told of till then. program: its path; NULL: the one that belongs to this program. */
void voices_lacking(const char *program, const char *const *languages, int count, bool *lacking);
