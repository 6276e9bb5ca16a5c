/* What an exhibit is made of, for documents about it: its opening, chapters, panels, events, ... one by one. Pure. */
#pragma once

#include "exhibit/model.h"

/* In the order in which a document names them. */
enum topic_kind {
    TOPIC_OPENING,
    TOPIC_CHAPTER,
    TOPIC_PANEL,
    TOPIC_ROUTE,
    TOPIC_QUESTION,
    TOPIC_LANE,
    TOPIC_ERA,
    TOPIC_EVENT,
    TOPIC_TERM,
    TOPIC_PERSON,
    TOPIC_NOTICE,
    TOPIC_VOICE,
    TOPIC_ABOUT,
    TOPIC_COUNT
};

/* item: an index in the exhibit's list of that kind; 0 where there is one only. */
struct topic {
    enum topic_kind kind;
    int item;
};

/* id: as its file has it; "" where it has none. title: may be missing. notices: that stand before it, a bit an index in exhibit.notices. */
struct topic_face {
    const char *id;
    struct text title;
    struct origin origin;
    unsigned notices;
};

/* How many topics of the kind there are. */
int topic_total(const struct exhibit *exhibit, enum topic_kind kind);
struct topic_face topic_face(const struct exhibit *exhibit, struct topic topic);
/* Its title on one line or, where it has none, its id. In the arena. */
const char *topic_title(struct arena *arena, const struct exhibit *exhibit, struct topic topic, int language);
