/* What settings and their levels are called. */
#pragma once

#include "page/page.h"

const char *setting_word(const struct scene *scene, enum setting setting);
/* In the scene's arena or the exhibit. */
const char *setting_level_word(const struct scene *scene, enum setting setting, int level);
