/* The questions of a card with a few answers each, of which one is chosen: a row a question. */
#pragma once

#include "page/icon.h"
#include "scene/scene.h"

/* A question with a few answers, of which one is chosen. */
struct card_choice {
    const char *label;
    enum icon sign; /* before the label; ICON_COUNT: none */
    struct {
        const char *word;
        struct action action;
    } options[SETTING_LEVELS_MAX];
    int count, chosen;
};

struct card_choices {
    const struct card_choice *list;
    int count;
};

/* How wide they would have to be to stand in one line each, the question before its answers; 0: there are none. */
int choices_width(const struct scene *scene, struct card_choices choices);
/* From the top of that place on; returns how high they are. draws: else they are only measured. */
int choices_put(const struct scene *scene, struct card_choices choices, struct rect place, bool draws);
