/* What the stage has to say, and the process that says it. */
#pragma once

#include "base/files.h"
#include "speaking/jack.h"
#include "speaking/speaking.h"
#include "stage/stage.h"

/* speaking and jack NULL: the exhibit does not speak; of one that only has sounds, jack is. recording: the last that was heard; "": none.
 * lost: of a sound that is not there any more, the serial of the wish; 0: none. */
struct talking {
    const struct exhibit *exhibit;
    const struct files *files;
    bool ready; /* the process was started */
    char recording[512];
    unsigned serial; /* of what was last wished for */
    unsigned lost;
    void (*wake)(void *context);
    struct speaking *speaking;
    struct jack *jack;
};

/* files: the exhibit's; both borrowed. wake: called, from another thread too, when there is news. Starts nothing unless the exhibit speaks,
 * or has a sound. */
void talking_begin(struct talking *talking, const struct exhibit *exhibit, const struct files *files, void (*wake)(void *context));
void talking_end(struct talking *talking);
/* Takes what was heard, before the next frame is made. True: there is news for the stage. */
bool talking_hear(struct talking *talking, struct stage *stage, int64_t now_ms);
/* Says what the frame that was just made has to say. silent: whatever that is, nobody is to hear it. */
void talking_say(struct talking *talking, const struct stage *stage, bool silent, int64_t now_ms);
/* Nothing else is to be done: of an exhibit that reads itself aloud the process is started, so that whoever listens first need not wait for
 * it. */
void talking_rest(struct talking *talking);
int64_t talking_deadline(const struct talking *talking);
