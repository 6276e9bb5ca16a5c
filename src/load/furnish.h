/* How an exhibit looks and what its keys say: theme, words and layouts, over the built-in ones. */
#pragma once

#include "load/loading.h"

void furnish_theme(struct loading *loading);
/* Expects that the exhibit's languages are known. */
void furnish_words(struct loading *loading);
/* The exhibit's layouts, and behind them the built-in ones of other names; gathered.own_layouts tells how many are its own. */
void furnish_layouts(struct loading *loading);
