/* The program's commands, one file each: the kiosk and the preview here, all others in commands/. */
#pragma once

#include "commands/command.h"

/* All of them, in the order of --help; the first is meant where none is named. To add one: its file, which defines command_NAME, and its
 * name here. */
#define EACH_COMMAND(DO)                                                                                                                   \
    DO(run)                                                                                                                                \
    DO(preview)                                                                                                                            \
    DO(check)                                                                                                                              \
    DO(proof) DO(texts) DO(prepare) DO(accept) DO(status) DO(pin) DO(visits) DO(new) DO(reference) DO(schema) DO(export) DO(import)

#define DECLARE_COMMAND(name) extern const struct command command_##name;
EACH_COMMAND(DECLARE_COMMAND)
