/* What a scene shows of an exhibit: which topic it is about. Pure. */
#pragma once

#include "gallery/topics.h"
#include "scene/scene.h"

/* kind TOPIC_COUNT: it is about none of them, or has no ops. */
struct topic showing_topic(const struct exhibit *exhibit, struct scene_ref scene);
