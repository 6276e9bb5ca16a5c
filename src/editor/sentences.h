/* Sentences that are too long for who stands. */
#pragma once

#include "base/finding.h"
#include "wording/texts.h"

/* The longest sentence of each text that has more words than its language's `sentence_words` allows. */
void sentences_report(const struct text_list *texts, struct findings *findings);
