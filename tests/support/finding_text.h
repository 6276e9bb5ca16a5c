/* Findings as a text that tests compare. */
#pragma once

#include "base/finding.h"
#include "base/mem.h"

/* Sorts them, and adds a line for each: "2:5 E MESSAGE" (W for a warning). The buffer holds a text even when there is none. */
void finding_text(struct findings *findings, struct buffer *text);
