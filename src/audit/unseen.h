/* Words of pictures that no visitor ever sees. */
#pragma once

#include "audit/auditor.h"

/* Warns of captions and credits of pictures that cannot be opened. */
void unseen_check(struct auditor *a);
