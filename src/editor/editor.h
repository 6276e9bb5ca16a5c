/* What an editor says who has read all that curators wrote. All is well without it: these are hints, and keep nothing off the screen. */
#pragma once

#include "base/files.h"
#include "base/finding.h"
#include "exhibit/model.h"

/* Panels whose day of review is over. today: a day's number (text/date.h). */
void editor_report_reviews(const struct exhibit *exhibit, int today, struct findings *findings);
/* Of all texts, read once: sentences (editor/sentences.h) and, where `whole`, phrases (editor/phrases.h). whole: the exhibit has no error,
 * so that all its texts are known. */
void editor_report_texts(const struct files *files, const struct exhibit *exhibit, bool whole, struct findings *findings);
/* Pictures, layouts, terms, voices, lanes and notices that nothing leads to. files: the exhibit's own. For an exhibit without an error, of
 * which all is known. */
void editor_report_unused(const struct files *files, const struct exhibit *exhibit, struct findings *findings);
