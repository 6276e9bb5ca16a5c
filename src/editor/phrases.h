/* Phrases in another language, as the exhibit lists them. */
#pragma once

#include "base/finding.h"
#include "wording/texts.h"

/* Those that stand in no text of a different language, and so are never said in theirs; and of which the language is none. */
void phrases_report(const struct text_list *texts, struct findings *findings);
