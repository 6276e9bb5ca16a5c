/* Files that can be heard: Opus, Vorbis, FLAC, MP3, WAV. What one is, is said by how it begins; whether it can be heard to its end, only by
 * playing it. Pure. */
#pragma once

#include "base/files.h"

enum { RECORDING_BYTES_MAX = 256 << 20 };

/* What is wrong with it, behind its name: "is not there"; NULL: it can be heard. */
const char *sound_file_fault(const struct files *files, const char *path);
