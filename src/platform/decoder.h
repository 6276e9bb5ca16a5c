/* Decoding in the background: jobs, and the threads that see to them, each with a decoder process of its own (child.h). A job belongs to
 * the decoder from decoder_add until decoder_take or decoder_withdraw hands it back; in between, only decoder_rank may touch it. All
 * functions are for the main thread. */
#pragma once

#include "base/files.h"
#include "platform/wire.h"

#include <SDL.h>

struct job {
    struct image_request request; /* its path is the job's own, see job_create */
    int64_t rank;                 /* the highest is done first; of equal ones, the first added */
    /* The answer: a surface (shared_surface.h), or why there is none, with the line in the file that is to blame (0: none). */
    SDL_Surface *surface;
    char why[WIRE_WHY_BYTES];
    int line;
    struct file_stamp stamp; /* of the file that was drawn, or not */
    bool machine;            /* the machine is to blame, not the file */
    int tag;                 /* the asker's own */
    /* The decoder's own. */
    struct job *next;
    bool large;
    int interruptions;
};

/* Copies the request. */
struct job *job_create(const struct image_request *request, int64_t rank);
/* Frees the surface too, unless the caller took it and set it NULL. NULL is fine. */
void job_destroy(struct job *job);

enum { DECODER_WORKERS_MAX = 4 };

struct decoder_setup {
    const struct files *files;   /* opened from the threads */
    int workers;                 /* 1 to DECODER_WORKERS_MAX */
    int limit_ms;                /* for one picture, as of struct child_patience */
    int hurry_ms;                /* when another one waits, what took so long is put behind it, for a while; 0: never */
    const char *program;         /* path of the decoder process; NULL: the one that belongs to this program */
    void (*wake)(void *context); /* from a thread: something is there to take; NULL for none */
    void *context;
};

struct decoder;

/* Starts the processes too, so that they are ready when they are needed. */
struct decoder *decoder_create(const struct decoder_setup *setup);
/* Forgets what waits, ends what is being drawn; false, and everything stays, if a thread hangs on a disk that does not answer. NULL is
 * fine. */
bool decoder_destroy(struct decoder *decoder);
void decoder_add(struct decoder *decoder, struct job *job);
void decoder_rank(struct decoder *decoder, struct job *job, int64_t rank);
/* True if nobody had begun with it: it is the caller's again. */
bool decoder_withdraw(struct decoder *decoder, struct job *job);
/* A job that is done, NULL for none. Never waits for a thread. */
struct job *decoder_take(struct decoder *decoder);
/* Waits until decoder_take has something, at most so long. */
void decoder_wait(struct decoder *decoder, int limit_ms);
