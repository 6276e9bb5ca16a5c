/* Decoding in the background: jobs, and the threads that see to them, each with a decoder process of its own (child.h). A job belongs to
 * the decoders from decoders_add until decoders_take or decoders_withdraw hands it back; in between its caller may read
 * request, rank and tag, and changes rank by decoders_rank only. All functions are for the main thread. */
#pragma once

#include "base/files.h"
#include "copies/copies.h"
#include "images/wire.h"

#include <SDL.h>

struct job {
    struct image_request request; /* its path is the job's own, see job_create */
    int64_t rank;                 /* the highest is done first; of equal ones, the first added */
    /* The answer: a surface (shared_surface.h), or why there is none, with the line in the file that is to blame (0: none). */
    SDL_Surface *surface;
    char why[WIRE_WHY_BYTES];
    int line;
    struct file_stamp stamp; /* of the file that was drawn, or not */
    bool moves;              /* it is a drawing that has a sheet */
    bool machine;            /* the machine is to blame, not the file */
    struct remarks *remarks; /* the asker's, to be filled in; NULL: not asked for */
    int tag;                 /* the asker's own */
    /* The decoders' own. */
    struct job *next;
    bool large;
    int interruptions;
    int64_t added_ms;
};

/* Copies the request. */
struct job *job_create(const struct image_request *request, int64_t rank);
/* Frees the surface too, unless the caller took it and set it NULL. NULL is fine. */
void job_destroy(struct job *job);

enum { DECODERS_MAX = 4 };

struct decoders_setup {
    const struct files *files;   /* opened from the threads */
    int workers;                 /* 1 to DECODERS_MAX, helper included */
    bool helper;                 /* one worker more, which has a process only while jobs above rank 0 wait longer than a moment */
    int limit_ms;                /* for one picture, as of struct child_patience */
    int hurry_ms;                /* a picture that takes longer is put behind others that wait, three times at most; 0: never */
    const char *program;         /* path of the decoder process; NULL: the one that belongs to this program */
    struct copies *copies;       /* of what was drawn before; NULL: none are kept, as where remarks are asked for */
    void (*wake)(void *context); /* from a thread: something is there to take; NULL for none */
    void *context;
};

struct decoders;

/* Starts the processes too, so that they are ready when they are needed. */
struct decoders *decoders_create(const struct decoders_setup *setup);
/* Forgets what waits, ends what is being drawn. False, with nothing freed, if a thread hangs on a disk that does not answer: the threads go
 * on using what was borrowed. NULL is fine. */
bool decoders_destroy(struct decoders *decoders);
void decoders_add(struct decoders *decoders, struct job *job);
void decoders_rank(struct decoders *decoders, struct job *job, int64_t rank);
/* True if no thread had begun with the job: it is the caller's again. */
bool decoders_withdraw(struct decoders *decoders, struct job *job);
/* A job that is done, NULL for none. Never waits for a thread. */
struct job *decoders_take(struct decoders *decoders);
/* Waits until decoders_take has something, at most so long. */
void decoders_wait(struct decoders *decoders, int limit_ms);
