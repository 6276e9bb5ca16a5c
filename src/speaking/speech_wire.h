/* What the kiosk and its speaker process say to each other: whole messages over a socket, with an open file beside a recording. Both sides
 * are built together, so messages are structs as they are. Neither side trusts what a message says without looking at it. */
#pragma once

#include "beside/beside.h"

#define SPEECH_PROGRAM "vitrina-speaker"

enum { SPEECH_WIRE_TEXT = 8192, SPEECH_WIRE_WHY = 200, SPEECH_WIRE_LANGUAGE = 32 };

/* SAY a text, PLAY the file that comes with it from from_ms on, or be silent: language is then what will be spoken next, if that is known:
 * the answer is READY, or FAILED. Each ends what was before. PLAY: the text is read where the file cannot be played; with none it FAILS.
 * MEASURE the file, of which nothing is heard: the answer is READY, or FAILED; what is longer than most_ms is not looked into. */
enum speech_task { SPEECH_SAY, SPEECH_PLAY, SPEECH_HUSH, SPEECH_MEASURE, SPEECH_TASK_COUNT };

/* Within a text the voice turns to another language where one of these stands, its code and another; with no code, it turns back. */
#define SPEECH_TURN '\x01'

/* speed: 0, 1 or 2. level_db: below the loudest, 0 or less. language: BCP 47 code. */
struct speech_request {
    enum speech_task task;
    unsigned serial;
    int speed, level_db, from_ms, most_ms;
    char language[SPEECH_WIRE_LANGUAGE], text[SPEECH_WIRE_TEXT];
};

/* READY: it can speak the language that it was told to expect; or has measured: length_ms, and silent: it was looked into, and there
 * is nothing to hear in it. ALIVE: it goes on, at_ms of it are over, of length_ms in all (0: not known); comes twice a second. DONE: all
 * was heard. FAILED: it cannot be heard. why: of FAILED; of the others, why a recording is read instead, else "". fenced: the kernel lets
 * the process do no more than it needs (fence/fence.h). */
enum speech_outcome { SPEECH_READY, SPEECH_ALIVE, SPEECH_DONE, SPEECH_FAILED, SPEECH_OUTCOME_COUNT };

struct speech_answer {
    enum speech_outcome outcome;
    unsigned serial;
    int at_ms, length_ms;
    bool fenced, silent;
    char why[SPEECH_WIRE_WHY];
};

/* Never waits: false where the other side does not read, or is gone. file: -1: none. */
bool speech_wire_ask(int socket, const struct speech_request *request, int file);
/* Waits for the next. *file: -1 where none came; the caller closes it. False: the other side has gone, or it is no request. */
bool speech_wire_hear(int socket, struct speech_request *request, int *file);
bool speech_wire_answer(int socket, const struct speech_answer *answer);
bool speech_wire_take(int socket, struct speech_answer *answer);
