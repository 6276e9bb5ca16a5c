/* What the kiosk and its decoder process say to each other: whole messages over a socket, with open files beside them. Both sides are built
 * together, so messages are structs as they are. Neither side trusts what a message says without looking at it. */
#pragma once

#include "beside/beside.h"
#include "images/image.h"
#include "images/remark.h"

enum { WIRE_WHY_BYTES = 240 };

/* DRAW a picture, or ENCODE pixels as a PNG file. */
enum wire_task { WIRE_DRAW, WIRE_ENCODE, WIRE_TASK_COUNT };

/* The files that go with each request, by its task. Pixels: memory of 32 bits each, rows without gaps; those to encode are XRGB. */
enum { WIRE_DRAW_PICTURE, WIRE_DRAW_PIXELS, WIRE_FILES };
enum { WIRE_ENCODE_PIXELS, WIRE_ENCODE_PNG };

_Static_assert((int)WIRE_FILES == (int)BESIDE_FILES_MAX, "as many as a message takes");

struct wire_request {
    enum wire_task task;
    struct image_request image; /* path unused: no name crosses the wire; of ENCODE only w and h count */
    bool remarks;               /* of DRAW: say too what is not shown as its author saw it */
};

/* READY: said once, unasked. NEEDS: the picture takes what this process was not started with. */
enum wire_outcome { WIRE_READY, WIRE_DONE, WIRE_FAILED, WIRE_NEEDS, WIRE_OUTCOME_COUNT };

/* What takes time and memory, so that a process has it only if it is started with its name: drawings with words, photographs as AVIF. */
enum wire_need { WIRE_NEED_FONTS = 1, WIRE_NEED_AVIF = 2, WIRE_NEED_COUNT = 2 };

/* By the bits' order; as they stand on the command line. */
extern const char *const wire_need_names[WIRE_NEED_COUNT];

struct wire_answer {
    enum wire_outcome outcome;
    bool fenced;              /* READY: the kernel lets this process do no more than it needs (fence/fence.h) */
    bool spoilt;              /* FAILED: the renderer may be left in a wrong state, in which this process draws nothing else right */
    unsigned need;            /* NEEDS: one of enum wire_need */
    int line;                 /* FAILED: in the file, 1-based; 0 if there is none to name */
    char why[WIRE_WHY_BYTES]; /* FAILED, and NEEDS where it cannot be had: what is wrong and what to do, for a curator */
    bool moves;               /* DONE: some of its groups move (formats/groups.h), so that it has a sheet */
    struct remarks remarks;   /* DONE: if they were asked for */
};

/* Where the socket is full, waits until the other side has read; false if there is no other side any more. */
bool wire_send_request(int socket, const struct wire_request *request, const int files[WIRE_FILES]);
bool wire_send_answer(int socket, const struct wire_answer *answer);
/* Waits for the next request. The caller closes the files. False, without files: the other side has gone, or what came is no request. */
bool wire_receive_request(int socket, struct wire_request *request, int files[WIRE_FILES]);
/* The same for an answer; the texts are terminated, the outcome one of those above. */
bool wire_receive_answer(int socket, struct wire_answer *answer);
