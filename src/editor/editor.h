/* What an editor says who has read all that curators wrote. All is well without it: these are hints, and keep nothing off the screen. */
#pragma once

#include "base/files.h"
#include "base/finding.h"
#include "exhibit/model.h"

/* Panels whose day of review is over. today: a day's number (text/date.h). */
void editor_report_reviews(const struct exhibit *exhibit, int today, struct findings *findings);
/* The longest sentence of each text that has more words than its language's `sentence_words` allows. */
void editor_report_sentences(const struct files *files, const struct exhibit *exhibit, struct findings *findings);
/* Phrases in another language that stand in no text of a different one, and so are never said in it; and of which the language is none. */
void editor_report_phrases(const struct files *files, const struct exhibit *exhibit, struct findings *findings);
/* Pictures, layouts, terms, voices, lanes and notices that nothing leads to. files: the exhibit's own. For an exhibit without an error, of
 * which all is known. */
void editor_report_unused(const struct files *files, const struct exhibit *exhibit, struct findings *findings);
