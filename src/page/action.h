/* Actions: what a touch or a key asks for. Pages offer them, scenes make them of keys, the stage does them. */
#pragma once

#include <stdbool.h>

struct scene_ops;

enum action_kind {
    ACTION_NONE,
    ACTION_WAKE, /* argument: what was looked at, and in which language (film/attract.h) */
    ACTION_STAY, /* somebody is there: nothing else */

    /* To another scene. */
    ACTION_HOME,
    ACTION_PREVIOUS,
    ACTION_NEXT,
    ACTION_FIRST, /* the first panel; the last one */
    ACTION_LAST,
    ACTION_PANEL, /* argument: index in exhibit.panels */
    ACTION_ROUTE, /* the first panel of a route, and its others behind it; argument: index in exhibit.routes */
    ACTION_AGAIN, /* home, as at the beginning of a visit */
    ACTION_TIMELINE,
    ACTION_EVENT,   /* argument: index in exhibit.events */
    ACTION_CLUSTER, /* opens a cluster of the timeline; argument: its first event, an index in exhibit.events */
    ACTION_TERM,    /* argument: index in exhibit.terms */
    ACTION_PERSON,  /* argument: index in exhibit.people */
    ACTION_NUMBERS, /* what a panel carries beside its texts, on a card of its own; argument: index in exhibit.panels */
    ACTION_OPEN,    /* the scene it names; argument: its item */
    ACTION_BACK,
    ACTION_CLOSE,
    ACTION_ACCEPT, /* read on, behind a notice */
    ACTION_SKIP,   /* pass over what is behind it */

    ACTION_QUESTION, /* touched; argument: index in exhibit.questions */

    /* What the visitor chooses. */
    ACTION_LANGUAGE,       /* argument: index of the language */
    ACTION_SETTING,        /* a level of a setting; argument: setting_choice() */
    ACTION_SETTING_SWITCH, /* the first level of a setting, or back to the usual one; argument: enum setting */
    ACTION_USUAL,          /* all settings */

    ACTION_LOWER, /* 1: one more part of what hangs too high is brought down (page/reach.h); 0: all of it goes back to its place */

    /* The voice that reads. */
    ACTION_LISTEN, /* it begins, or is silent for good; argument: of a row of the card of settings (page/aloud.h), else 0, here too: */
    ACTION_LISTEN_PAUSE,    /* it waits, or goes on where it was */
    ACTION_LISTEN_SENTENCE, /* argument: 1 the next, -1 this one again or, at its beginning, the one before */
    ACTION_LISTEN_AGAIN,    /* all of what is shown, from the beginning */
    ACTION_LISTEN_SPEED,    /* the next of its speeds; behind the last the first */
    ACTION_LISTEN_VOLUME,   /* louder; from the loudest back to how it began */

    ACTION_SOUND, /* a sound that is shown begins, waits, or goes on; argument: its panel, an index in exhibit.panels */

    /* Within a scene. */
    ACTION_SCROLL,       /* argument: screenfuls, down above 0 */
    ACTION_SCROLL_LINES, /* argument: lines, down above 0 */
    ACTION_CLOSER,       /* argument: 1 looks closer, -1 farther */
    ACTION_PAN_ACROSS,   /* these two, argument: 1 right or down, -1 left or up */
    ACTION_PAN_DOWN,
    ACTION_FIT,     /* all of the picture, or of time */
    ACTION_PICTURE, /* argument: 1 the next of a panel's pictures, -1 the one before */
    ACTION_DETAIL,  /* moves to a detail of the picture; of the one that is chosen, back; argument: its index */
    ACTION_STAND,   /* an event of the timeline is in focus; argument: its index, -1 for none */
    ACTION_CHOOSE,  /* something of the panel's block, as a bar of its chart; argument: scene.chosen */
    ACTION_EXPLORE, /* the block itself, where the focus can stand: chooses the first of what is on it */
    ACTION_STEP,    /* a step of time in the panel's block, as a year of its map; argument: its index (blocks_steps) */

    /* The focus, argument: 1 on, right or down, -1 back, left or up. */
    ACTION_FOCUS_NEXT, /* as one reads */
    ACTION_FOCUS_ACROSS,
    ACTION_FOCUS_DOWN,

    ACTION_COUNT
};

struct action {
    enum action_kind kind;
    int argument;
    const struct scene_ops *scene; /* of ACTION_OPEN, else NULL */
};

static inline bool action_equal(struct action a, struct action b)
{
    return a.kind == b.kind && a.argument == b.argument && a.scene == b.scene;
}
