/* The program's commands, one file each; main.c lists them. */
#pragma once

#include "base/base.h"

/* 2: wrong use; 3: the machine (no display, display lost). */
enum exit_code { EXIT_FINE, EXIT_FINDINGS, EXIT_USAGE, EXIT_MACHINE };

struct options {
    const char *exhibit;     /* folder */
    const char *start;       /* run: scene to begin with; NULL: attract */
    const char *output;      /* proof: folder for the pictures */
    int width_px, height_px; /* check, proof: 0: the declared screen */
    bool allow_quit, strict;
};

enum exit_code app_run(const struct options *options);
enum exit_code app_check(const struct options *options);
enum exit_code app_proof(const struct options *options);
