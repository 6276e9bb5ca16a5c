#include "recordings/recordings.h"

#include "exhibit/origins.h"
#include "recordings/sound_file.h"
#include "text/pattern.h"

static const char *path_of(struct arena *arena, const struct exhibit *exhibit, const struct recorded_text *recording, int language)
{
    return pattern_filled(arena, recording->pattern, (const struct pattern_fill[]){{"{language}", exhibit->languages[language]}, {0}});
}

const char *recordings_path(struct arena *arena, const struct exhibit *exhibit, const struct recorded_text *recording, int language)
{
    return recording->languages >> language & 1 ? path_of(arena, exhibit, recording, language) : NULL;
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
        const char *path = path_of(look->arena, look->exhibit, recording, i), *fault = sound_file_fault(look->files, path);

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
