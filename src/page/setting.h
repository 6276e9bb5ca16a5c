/* What visitors may set for themselves in an exhibit, what it does to a panel's text, and what settings and their levels are called. */
#pragma once

#include "page/page.h"

/* Whether visitors are offered it: the exhibit says so, and it would change something. */
bool setting_is_offered(const struct exhibit *exhibit, enum setting setting);
/* The panel's text as the visitor wants it: in simple words where they ask for them and there are some. */
const struct prose_text *setting_panel_text(const struct panel *panel, const struct settings *settings);
/* What the button of a sound does now (scene.heard). */
const char *setting_sound_word(const struct scene *scene);
const char *setting_word(const struct scene *scene, enum setting setting);
/* In the scene's arena or the exhibit. */
const char *setting_level_word(const struct scene *scene, enum setting setting, int level);
