/* Which languages a voice of this machine speaks. Waits for the speaker to say so: not for the kiosk. */
#pragma once

#include "base/base.h"

/* Those of the languages (BCP 47 codes) that no voice speaks, a bit an index; 0 if there is no speaker to be asked. Of one that stalls,
 * those that it has told of till then. program: its path; NULL: the one that belongs to this program. */
unsigned voices_lacking(const char *program, const char *const *languages, int count);
