/* Sounds of an exhibit, each decoded once as the kiosk would: whether it can be played to its end, how long it is, and whether there is
 * anything to hear in it. */
#pragma once

#include "base/files.h"
#include "base/finding.h"
#include "exhibit/model.h"

/* program: as in speaking/measuring.h. Of an exhibit without sounds nothing is started, nor for
 * those that are proven (proven/proven.h). */
void check_sounds(const char *program, const struct files *files, const struct exhibit *exhibit, struct findings *findings);
