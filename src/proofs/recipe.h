/* What pictures of scenes are made of, as a number: when that is the same, the picture is, too. */
#pragma once

#include "base/files.h"
#include "exhibit/model.h"
#include "layout/draw.h"

struct recipe;

/* Borrows both. Reads what all pictures have in common: this program, its fonts. */
struct recipe *recipe_create(const struct files *files, const struct exhibit *exhibit);
/* NULL is fine. */
void recipe_destroy(struct recipe *recipe);
/* Of the frame at rest, and of all that the files hold which it shows; each file is read once. Never 0. */
uint64_t recipe_of(struct recipe *recipe, const struct frame *frame);
