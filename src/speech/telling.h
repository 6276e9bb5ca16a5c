/* A scene in words, for who listens: what it is, what stands on it, and what can be done there, sentence by sentence. Of charts, maps and
 * pictures the data and the alternatives are told. Pure. */
#pragma once

#include "page/targets.h"
#include "scene/scene.h"

/* Something that is said in one breath. block, from and to: the bytes of that block's text (its spans one behind the other) whose sentence
 * it is; block NULL: it does not stand on the page so.
 * recording: path of one that is heard in the text's place; NULL: none. */
struct utterance {
    const char *text;
    const struct prose_block *block;
    int from, to;
    const char *recording;
};

struct telling {
    struct utterance *list;
    int count, capacity;
};

/* What answers, and on what scene. */
struct telling_ways {
    const struct scene_ops *ops;
    const struct targets *targets;
};

/* Zero-initialise; it grows in the scene's arena, and points into it and the exhibit. scene: as the functions of scene_ops take it (its
 * page is not looked at); ops: whose item it is. help: how to go about it, too, for who hears it for the first time. */
void telling_scene(struct telling *telling, const struct scene *scene, const struct scene_ops *ops, bool help);
/* What there is to choose on the page (scene.page, which is filled), by its names. */
void telling_choices(struct telling *telling, const struct scene *scene, const struct scene_ops *ops);
/* "Next, key, 4 of 7", and of a setting how it stands; index: of any part of a target. */
void telling_target(struct telling *telling, const struct scene *scene, const struct telling_ways *ways, int index);
/* What is chosen on the panel's chart or map (scene.chosen), and what of time it shows. */
void telling_block(struct telling *telling, const struct scene *scene);
/* "Contrast: on" */
void telling_setting(struct telling *telling, const struct scene *scene, enum setting setting);
/* One more thing to say, sentence by sentence. */
void telling_add(struct telling *telling, const struct scene *scene, const char *text);
