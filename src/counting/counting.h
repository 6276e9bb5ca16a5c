/* The kiosk counts visits: a diary of each, handed over when it has ended to the command `visits --add`, in a process of its own
 * (platform/aside.h), through memory: no frame waits for a disk. What that process could not keep is kept here, within bounds, and given to
 * the next. NULL everywhere: there is no place to keep visits in. */
#pragma once

#include "tape/devices.h"

struct counting;

/* nobody: as in diary_init. */
struct counting *counting_create(const char *nobody);
/* The visit that goes on ends. What is not handed over yet is left in a file for the next time. */
void counting_destroy(struct counting *counting, int64_t now_ms);
/* From now on this stage is counted, and what comes to it through these devices, as the exhibit wishes; all three borrowed. Nobody is
 * there. */
void counting_begin(struct counting *counting, const struct exhibit *exhibit, const struct stage *stage, struct devices *devices);

/* Somebody did something. */
void counting_do(struct counting *counting, int64_t now_ms);
/* The stage has something to log: perhaps another scene. */
void counting_look(struct counting *counting, int64_t now_ms);

/* Since the program began. */
int64_t counting_visits(const struct counting *counting);
int64_t counting_touches(const struct counting *counting);

/* The path of the file with all visits, and of what a program that ended has left for it; the caller frees it. NULL: there is no place. */
char *counting_path(void);
char *counting_left_path(void);
