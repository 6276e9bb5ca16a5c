/* What a scene shows of an exhibit: which topic it is about, and which of its excerpts. Pure. */
#pragma once

#include "gallery/excerpts.h"
#include "scene/scene.h"

/* kind TOPIC_COUNT: it is about none of them, or has no ops. */
struct topic showing_topic(const struct exhibit *exhibit, struct scene_ref scene);
/* A bit a kind (enum excerpt_kind). */
unsigned showing_excerpts(struct scene_ref scene);
/* What it is called among proofs, in English: "Panel", "Read more"; for a scene without ops what is shown above all others. */
const char *showing_name(const struct exhibit *exhibit, struct scene_ref scene);
/* Among the scenes of one topic: which comes first on paper. */
int showing_rank(struct scene_ref scene);
/* Whether it is the scene that shows most of its topic. */
bool showing_is_main(struct scene_ref scene);
