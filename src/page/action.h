/* What a touch of a place on a page, or a key, asks for. Scenes say it of their targets; the stage does it. */
#pragma once

enum action_kind {
    ACTION_NONE,
    ACTION_WAKE,
    ACTION_HOME,
    ACTION_PREVIOUS,
    ACTION_NEXT,
    ACTION_PANEL,    /* argument: index in exhibit.panels */
    ACTION_LANGUAGE, /* argument: index of the language */
    ACTION_TEXT_SIZE,
    ACTION_CONTRAST,
    ACTION_SCROLL, /* argument: -1 up, 1 down, by a screenful */
    ACTION_STAY,
    ACTION_TIMELINE,
    ACTION_EVENT,   /* argument: index in exhibit.events */
    ACTION_CLUSTER, /* opens a cluster of the timeline; argument: its first event, an index in exhibit.events */
    ACTION_TERM,    /* argument: index in exhibit.terms */
    ACTION_MORE,    /* these three: of the panel that is shown */
    ACTION_DIFFERENCE,
    ACTION_PICTURE,
    ACTION_DESCRIBE, /* the picture that is shown */
    ACTION_LANGUAGES,
    ACTION_ABOUT,
    ACTION_BACK,
    ACTION_CLOSER, /* argument: 1 looks closer, -1 farther */
    ACTION_CLOSE,
    ACTION_ACCEPT, /* read on, behind a notice */
    ACTION_STEP,   /* of the panel's block, as a year of its map; argument: its index (blocks_steps) */
    ACTION_SKIP,   /* pass over what is behind it */
};

struct action {
    enum action_kind kind;
    int argument;
};
