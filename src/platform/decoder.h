/* Decoding in the background: jobs, and the threads that do them. A job belongs to the decoder from decoder_add until decoder_take or
 * decoder_withdraw hands it back; in between, only decoder_rank may touch it. All functions are for the main thread. */
#pragma once

#include "platform/images.h"

struct job {
    struct image_request request; /* its path is the job's own, see job_create */
    int64_t rank;                 /* the highest is done first; of equal ones, the first added */
    /* The answer: a surface, or why there is none (static text). */
    SDL_Surface *surface;
    const char *why;
    /* The decoder's own. */
    struct job *next;
    bool large;
};

/* Copies the request. */
struct job *job_create(const struct image_request *request, int64_t rank);
/* Frees the surface too, unless the caller took it and set it NULL. NULL is fine. */
void job_destroy(struct job *job);

struct decoder;

struct decoder *decoder_create(const struct images_setup *setup);
/* Forgets what waits and gives the threads 300 ms to end; false, and everything stays, if one is still decoding. NULL is fine. */
bool decoder_destroy(struct decoder *decoder);
void decoder_add(struct decoder *decoder, struct job *job);
void decoder_rank(struct decoder *decoder, struct job *job, int64_t rank);
/* True if nobody had begun with it: it is the caller's again. */
bool decoder_withdraw(struct decoder *decoder, struct job *job);
/* A job that is done, NULL for none. Never waits for a thread. */
struct job *decoder_take(struct decoder *decoder);
/* Waits until decoder_take has something, at most so long. */
void decoder_wait(struct decoder *decoder, int limit_ms);
