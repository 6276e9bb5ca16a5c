/* Tells whoever watches many kiosks how this one is: a file of numbers (metrics.h) in RUNTIME_DIRECTORY, the folder in memory that systemd
 * gives a service: no disk is written to, and nothing waits. It is written when the program is awake and rests, once a minute at most;
 * a program that sleeps is woken for it every five minutes, so that one that hangs is told from one that has nothing to do. NULL
 * everywhere: there is no such folder. */
#pragma once

#include "base/files.h"
#include "pulse/metrics.h"

struct pulse;

struct pulse *pulse_create(int64_t now_ms);
void pulse_destroy(struct pulse *pulse);
/* What is shown from now on, out of these files, which are borrowed; its print and whether it was refused are found out later. */
void pulse_begin(struct pulse *pulse, const struct files *files, const struct metrics_exhibit *exhibit);
/* A picture is shown: so long after the one before, if both are of one movement; else 0. */
void pulse_frame(struct pulse *pulse, int64_t gap_ms);

struct pulse_counts {
    int64_t visits, touches;
    bool refused;
};

/* The program is awake. rests: nothing moves, and nobody touches; it is not waited for longer than pulse_deadline. */
void pulse_tick(struct pulse *pulse, const struct pulse_counts *counts, bool rests, int64_t now_ms);
/* When it is to be woken; pulse_tick moves it on. */
int64_t pulse_deadline(const struct pulse *pulse);
