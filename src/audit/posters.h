/* Whether posters are read in passing: few words, and large. */
#pragma once

#include "audit/auditor.h"

/* Of the theme: whether the screen is large enough for posters at all. */
void posters_check_size(struct auditor *a);
/* scene: of attract, of an item that is a poster. */
void posters_check(struct auditor *a, const struct scene *scene);
