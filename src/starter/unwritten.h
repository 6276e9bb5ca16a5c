/* Words that the program wrote for curators to write over, and that stand there still. */
#pragma once

#include "base/files.h"
#include "base/finding.h"
#include "exhibit/model.h"

/* A warning for each panel, event and other file that has some, at the first of them. They are those of starter/parts, and of
 * starter/exhibit what a file says at its top, of itself: its events, terms, labels and descriptions may be true of any exhibit. */
void unwritten_report(const struct files *files, const struct exhibit *exhibit, struct findings *findings);
