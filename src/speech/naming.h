/* What things that answer are called, by what they ask for. Pure. */
#pragma once

#include "page/targets.h"
#include "scene/scene.h"

/* In the scene's arena or the exhibit. ops: of the scene on which it stands. */
const char *naming_action(const struct scene *scene, const struct scene_ops *ops, struct action action);
