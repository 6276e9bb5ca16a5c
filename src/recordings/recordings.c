/* What a file is, is said by how it begins; whether it can be heard to its end, only by playing it. */
#include "recordings/recordings.h"

#include "exhibit/origins.h"
#include "text/pattern.h"

#include <string.h>
#include <unistd.h>

enum { START_BYTES = 64 };

static const char *path_of(struct arena *arena, const struct exhibit *exhibit, const struct recorded_text *recording, int language)
{
    return pattern_filled(arena, recording->pattern, (const struct pattern_fill[]){{"{language}", exhibit->languages[language]}, {0}});
}

const char *recordings_path(struct arena *arena, const struct exhibit *exhibit, const struct recorded_text *recording, int language)
{
    return recording->languages >> language & 1 ? path_of(arena, exhibit, recording, language) : NULL;
}

/* Ogg (Opus, Vorbis), FLAC, MP3 with a tag or without. */
static bool is_known(const struct buffer *start)
{
    const unsigned char *bytes = (const unsigned char *)start->bytes;

    if (start->length < 4)
        return false;
    return memcmp(bytes, "OggS", 4) == 0 || memcmp(bytes, "fLaC", 4) == 0 || memcmp(bytes, "ID3", 3) == 0 ||
           (bytes[0] == 0xFF && (bytes[1] & 0xE6) == 0xE2);
}

/* NULL: it can be heard. */
static const char *fault_of(const struct files *files, const char *path)
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
    return known ? NULL : "is no Opus, Vorbis, FLAC or MP3";
}

struct recordings_look {
    struct exhibit *exhibit;
    const struct files *files;
    struct findings *findings;
    struct arena *arena;
};

static void settle(const struct recordings_look *look, struct recorded_text *recording, struct origin origin)
{
    for (int i = 0; recording->pattern && i < look->exhibit->language_count; i++) {
        const char *path = path_of(look->arena, look->exhibit, recording, i), *fault = fault_of(look->files, path);

        recording->languages |= fault ? 0 : 1u << i;
        if (fault)
            findings_add(look->findings, FINDING_WARNING, origin,
                         CODED("recording-missing") "audio: %s %s, so that a voice reads this in \"%s\"; add it, or correct its name", path,
                         fault, look->exhibit->languages[i]);
    }
}

void recordings_settle(struct exhibit *exhibit, const struct files *files, struct findings *findings)
{
    struct recordings_look look = {exhibit, files, findings, arena_create()};

    for (int i = 0; i < exhibit->panel_count; i++) {
        struct panel *panel = &exhibit->panels[i];

        if (panel->audio.pattern) /* where a key stands is looked for among those of all files */
            settle(&look, &panel->audio, origins_key(exhibit, panel->origin.file, (const char *const[]){"audio", NULL}));
    }
    for (int i = 0; i < exhibit->event_count; i++)
        settle(&look, &exhibit->events[i].audio, exhibit->events[i].origin);
    for (int i = 0; i < exhibit->person_count; i++)
        settle(&look, &exhibit->people[i].audio, exhibit->people[i].origin);
    for (int i = 0; i < exhibit->term_count; i++)
        settle(&look, &exhibit->terms[i].audio, exhibit->terms[i].origin);
    for (int i = 0; i < exhibit->notice_count; i++)
        settle(&look, &exhibit->notices[i].audio, exhibit->notices[i].origin);
    arena_destroy(look.arena);
}
