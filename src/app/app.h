/* The program's commands, one file each; main.c lists them. */
#pragma once

#include "base/geom.h"

/* 2: wrong use; 3: the machine (no display, display lost, disk full, output closed). */
enum exit_code { EXIT_FINE, EXIT_FINDINGS, EXIT_USAGE, EXIT_MACHINE };

struct options {
    const char *exhibit;    /* folder */
    const char *start;      /* run: scene to begin with; NULL: attract */
    const char *else_proof; /* run: where proofs are drawn when there is no display; NULL: nowhere */
    const char *output;     /* proof: folder for the pictures */
    struct size size;       /* check, proof: without a width, the declared screen */
    bool allow_quit, strict;
};

/* What pages are filled for and pictures drawn in; the area keeps a picture and its copies within a gigabyte. */
enum { SIZE_LEAST_PX = 320, SIZE_MOST_PX = 16384, AREA_MOST_MEGAPIXELS = 64 };

static inline bool size_can_be_drawn(struct size size)
{
    return size.w <= SIZE_MOST_PX && size.h <= SIZE_MOST_PX && (int64_t)size.w * size.h <= AREA_MOST_MEGAPIXELS * (int64_t)1000000;
}

enum exit_code app_run(const struct options *options);
enum exit_code app_check(const struct options *options);
enum exit_code app_proof(const struct options *options);
