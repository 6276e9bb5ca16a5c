/* The speaker process as the kiosk sees it: started before there is anything to say, ended when it stalls, and started anew. It never holds
 * up the kiosk: nothing here waits for it. */
#pragma once

#include "base/base.h"

struct speaking;

/* Something to be heard. serial: another one with each; text NULL: silence. file: an open recording in the text's place, from from_ms on,
 * which stays the caller's; -1: none. text "" with a file: what cannot be played FAILS. */
struct speaking_wish {
    unsigned serial;
    const char *text, *language;
    int speed, level_db, file, from_ms;
};

/* Starts nothing yet. program: path of the speaker; NULL: the one that belongs to this program. wake: called from another thread when there
 * is news. */
struct speaking *speaking_create(const char *program, void (*wake)(void *context), void *context);
/* Starts the process before there is anything to say, which will be in that language: so the first word need not wait for it. A
 * process that is there already goes on with what it does. */
void speaking_prepare(struct speaking *speaking, const char *language);
/* Ends the process, without waiting for its end. NULL is fine. */
void speaking_destroy(struct speaking *speaking);
/* What is to be heard from now on; the same serial again is nothing new. */
void speaking_wish(struct speaking *speaking, const struct speaking_wish *wish, int64_t now_ms);
/* Takes what the process told, of what has this serial. GOES_ON: it sounds. HEARD: it was heard to its end. FAILED, once: it cannot be
 * heard, which the log tells. */
enum speaking_news { SPEAKING_NOTHING, SPEAKING_GOES_ON, SPEAKING_HEARD, SPEAKING_FAILED };
enum speaking_news speaking_news(struct speaking *speaking, unsigned *serial, int64_t now_ms);
/* How much of the last recording was over when it was last heard of, and how long it is; 0: that is not known. */
int speaking_at_ms(const struct speaking *speaking);
int speaking_length_ms(const struct speaking *speaking);
/* When speaking_news must be asked even without news; CLOCK_NEVER: only then. */
int64_t speaking_deadline(const struct speaking *speaking);
/* The process that runs now; 0: none. For tests. */
int speaking_process(const struct speaking *speaking);
