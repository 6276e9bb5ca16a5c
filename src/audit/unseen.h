/* Words of pictures that no visitor ever sees, and simple words that visitors look for and do not find. */
#pragma once

#include "audit/auditor.h"

/* Warns of captions and credits of pictures that cannot be opened. */
void unseen_check(struct auditor *a);
/* Warns of panels without simple words where others have them. */
void unseen_check_easy(struct auditor *a);
/* Warns of simple words that are no simpler than the usual ones. */
void unseen_check_simple(struct auditor *a);
