/* A sound that a visitor plays: whose it is, and how far it is. Pure: it is wished for as a sentence of the voice is (speech/listening), so
 * that of voice and sound only one is heard; whoever plays it tells how far it is. */
#pragma once

#include "page/page.h"
#include "speech/listening.h"

/* panel: of which the sound is, in exhibit.panels; -1: none was asked for. serial: of the wish. told_ms: when at_ms was; 0: it was not yet,
 * since it was last asked for; begun_ms: when that was for the first time. */
struct hearing {
    int panel;
    struct heard heard;
    unsigned serial;
    int64_t told_ms, begun_ms;
};

void hearing_init(struct hearing *hearing);
/* The panel's sound begins, goes on where it was stopped, or is stopped. False: it has none that could be heard. */
bool hearing_turn(struct hearing *hearing, struct listening *listening, int panel);
/* Nobody asks for it any more: it is silent, and begins anew the next time. */
void hearing_end(struct hearing *hearing, struct listening *listening);
/* Something else is heard now: it stands where it was. */
void hearing_look(struct hearing *hearing, const struct listening *listening, int64_t now_ms);

/* What a player tells of the wish with this serial, of others nothing: it sounds, so much of it is over, of so much in all (0: not known);
 * it was heard to its end; it cannot be heard. False: it is about something else. */
struct hearing_news {
    unsigned serial;
    int at_ms, length_ms;
};

bool hearing_goes_on(struct hearing *hearing, const struct hearing_news *news, int64_t now_ms);
bool hearing_is_over(struct hearing *hearing, unsigned serial);
bool hearing_fails(struct hearing *hearing, unsigned serial);
/* Whether who asked for it is taken to be there as long as it sounds: no longer than anybody stands (SOUND_LONG_MS), however long it is. */
bool hearing_holds(const struct hearing *hearing, int64_t now_ms);

/* When it is looked at, and how finely: how far it is changes by so much at once. */
struct hearing_moment {
    int64_t now_ms;
    int step_ms;
};

/* The sound of a panel of the exhibit, as of then. */
struct heard hearing_at(const struct hearing *hearing, const struct exhibit *exhibit, int panel, struct hearing_moment moment);
/* When that is another one; CLOCK_NEVER: not by itself. */
int64_t hearing_deadline(const struct hearing *hearing, struct hearing_moment moment);
