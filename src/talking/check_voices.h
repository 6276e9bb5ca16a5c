/* Whether an exhibit that speaks can be heard. Waits for the speaker: not for the kiosk. */
#pragma once

#include "base/finding.h"
#include "exhibit/model.h"

/* The languages that no voice of this machine speaks: the exhibit's, and those of its phrases. program: as for voices_lacking. */
void check_voices(const char *program, const struct exhibit *exhibit, struct findings *findings);
