/* run --replay: a tape played on an exhibit, without a display and as fast as it goes. */
#pragma once

#include "commands/command.h"

/* Prints each scene with the time on the tape; where options name a folder, draws what the screen shows whenever it stays. FINDINGS: a
 * touch by hand found nothing. */
enum exit_code replay_tape(const struct options *options);
