/* What there is to read of an exhibit, excerpt by excerpt: of each panel, event, person, ... all texts in one language, as one reads them,
 * and where each is written. Pure. */
#pragma once

#include "gallery/topics.h"
#include "hardness/hardness.h"

enum excerpt_kind {
    EXCERPT_TITLE,
    EXCERPT_WHEN, /* and where */
    EXCERPT_VOICE,
    EXCERPT_POSTER,
    EXCERPT_TEXT,
    EXCERPT_EASY, /* the text in simple words */
    EXCERPT_MORE,
    EXCERPT_SIDE,  /* of a difference; label: who says it */
    EXCERPT_SOUND, /* a sound's title, what is heard, whose it is */
    EXCERPT_CAPTION,
    EXCERPT_ALTERNATIVE,
    EXCERPT_DETAIL,
    EXCERPT_FIGURES, /* what a chart or a memorial counts */
    EXCERPT_VALUE,   /* label: of what; text: how many, and what is said of it; or a place of a map */
    EXCERPT_NOTE,
    EXCERPT_SOURCES,
    EXCERPT_CREDIT,
    EXCERPT_COUNT
};

/* text or prose, the other is NULL; both are where the label says all. What was left empty in one language is empty. label: NULL where
 * there is none. */
struct excerpt {
    enum excerpt_kind kind;
    const char *label, *text;
    const struct prose *prose;
    struct origin origin;
};

struct excerpts {
    const struct excerpt *list;
    int count;
};

/* The same excerpts in every language, one after the other. In the arena. */
struct excerpts topic_excerpts(struct arena *arena, const struct exhibit *exhibit, struct topic topic, int language);
/* How many words its running texts have: those behind keys too. */
int excerpts_words(const struct excerpts *excerpts);
/* How hard its running text is to read (hardness/hardness.h); HARDNESS_NONE of what is none. */
int excerpt_hardness(const struct exhibit *exhibit, const struct excerpt *excerpt, int language);
/* Whether that is harder than such a text should be: simple words are easy. */
bool excerpt_is_hard(const struct excerpt *excerpt, int hardness);
