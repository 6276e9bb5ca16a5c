/* Whether a panel's layout has a place for all that the panel has: what has none would vanish without a word. */
#pragma once

#include "base/finding.h"
#include "exhibit/model.h"

/* Adds a warning for each part, at the line of its key in the panel's file. */
void check_places(const struct exhibit *exhibit, struct findings *findings);
