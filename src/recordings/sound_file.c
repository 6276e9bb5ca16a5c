#include "recordings/sound_file.h"

#include <string.h>
#include <unistd.h>

enum { START_BYTES = 64 };

/* Ogg (Opus, Vorbis), FLAC, WAV, MP3 with a tag or without. */
static bool is_known(const struct buffer *start)
{
    const unsigned char *bytes = (const unsigned char *)start->bytes;

    if (start->length < 12)
        return false;
    return memcmp(bytes, "OggS", 4) == 0 || memcmp(bytes, "fLaC", 4) == 0 || memcmp(bytes, "ID3", 3) == 0 ||
           (memcmp(bytes, "RIFF", 4) == 0 && memcmp(bytes + 8, "WAVE", 4) == 0) || (bytes[0] == 0xFF && (bytes[1] & 0xE6) == 0xE2);
}

const char *sound_file_fault(const struct files *files, const char *path)
{
    struct buffer start = {0};
    int file = -1;

    switch (files->open(files->context, path, RECORDING_BYTES_MAX, &file)) {
    case FILES_MISSING:
        return "is not there";
    case FILES_TOO_LARGE:
        return "is larger than 256 MB";
    case FILES_OUTSIDE:
        return "lies outside the exhibit";
    case FILES_UNREADABLE:
        return "cannot be read";
    case FILES_OK:
        break;
    }
    bool known = files_read_start(file, START_BYTES, &start) && is_known(&start);

    buffer_finish(&start);
    close(file);
    return known ? NULL : "is no Opus, Vorbis, FLAC, MP3 or WAV";
}
