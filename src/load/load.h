/* Loading: the files of an exhibit -> one immutable model and all findings about it. */
#pragma once

#include "base/files.h"
#include "base/finding.h"
#include "exhibit/model.h"

/* An exhibit and the arena it lives in. */
struct loaded;

/* Reads config/ (exhibit, theme, words, layouts/, panels/; timeline, glossary and people when they are there) and adds every finding of
 * every file, sorted. Never NULL: what is missing or wrong is left out, and the built-in theme, words and layouts stand in for what every
 * page needs; a title and languages are always there. With no usable panel, panel_count is 0 and there is nothing to show. What stands
 * behind a notice that cannot be found is left out too. Pictures that a panel names are looked at (formats/picture) and replaced by the
 * neutral picture, with a finding, when they cannot be shown. */
struct loaded *load_exhibit(const struct files *files, struct findings *findings);
const struct exhibit *loaded_exhibit(const struct loaded *loaded);
/* NULL is fine. */
void loaded_destroy(struct loaded *loaded);
