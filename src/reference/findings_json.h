/* Findings for programs: editors, code hosts, scripts. */
#pragma once

#include "base/finding.h"
#include "base/mem.h"

/* An object: "findings", each with file, line and column (from 1; both 0 where the file as a whole is meant), severity, code, concern and
 * message; and how many "errors", "warnings" and "hints" there are. */
void findings_json(struct buffer *out, const struct findings *findings);
/* SARIF 2.1.0: a run of one tool, with a rule for each code. version: the tool's. Columns count letters. */
void findings_sarif(struct buffer *out, const struct findings *findings, const char *version);
