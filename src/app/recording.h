/* Writes a tape of this run (tape/tape.h), when the command line asks for one and never else: nobody is recorded unawares. NULL everywhere:
 * none is asked for. A disk that is slow, full or gone ends the tape, never the kiosk. */
#pragma once

#include "base/files.h"
#include "stage/stage.h"
#include "tape/tape.h"
#include "way/tally.h"

struct recording;

/* A new file: NULL, with a log line, if something is there already or it cannot be made. */
struct recording *recording_create(const char *path);
/* What was recorded is on the disk. */
void recording_destroy(struct recording *recording);
/* The stage begins so, with the exhibit in these files. A second beginning is another exhibit's, and ends the tape. */
void recording_begin(struct recording *recording, const struct files *files, const struct stage_setup *setup);
/* Before the stage is told of it. */
void recording_add(struct recording *recording, const struct tape_event *event);
/* The day and its counts, as the stage is given them. */
void recording_add_tally(struct recording *recording, const struct exhibit *exhibit, const struct tally *tally, int64_t now_ms);
/* Nothing moves: time to write what was kept back. */
void recording_rest(struct recording *recording);
