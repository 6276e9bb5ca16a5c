#include "recordings/sounds.h"

#include "base/mem.h"
#include "base/suggest.h"
#include "exhibit/origins.h"
#include "recordings/sound_file.h"

#include <string.h>

static const char usual[] = "assets/sounds";

/* A name in the file's folder, or else in the usual one, that was probably meant: the whole path; NULL: there is none. */
static const char *meant(struct arena *arena, const struct files *files, const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    const char *const folders[] = {slash ? arena_text(arena, path, (size_t)(slash - path)) : usual, usual};

    for (size_t i = 0; i < COUNTOF(folders); i++) {
        const char **names = NULL;
        int count = files->list(files->context, folders[i], arena, &names);
        const char *suggested = count > 0 ? suggest_name(name, names, count) : NULL;

        if (suggested && strcmp(arena_printf(arena, "%s/%s", folders[i], suggested), path) != 0)
            return arena_printf(arena, "%s/%s", folders[i], suggested);
    }
    return NULL;
}

/* What is wrong with a file, and which one was probably meant; NULL: none is known. */
struct sound_fault {
    const char *path, *fault, *suggested;
};

static void report(struct findings *findings, struct origin at, struct sound_fault of)
{
    findings_add(findings, FINDING_ERROR, at,
                 CODED("sound-unusable") "file: \"%s\" %s, so that its card says that no sound can be heard; %s%s%s", of.path, of.fault,
                 of.suggested ? "did you mean \"" : "copy it there, or correct the name", of.suggested ? of.suggested : "",
                 of.suggested ? "\"?" : "");
}

void sounds_settle(struct exhibit *exhibit, const struct files *files, struct findings *findings)
{
    struct arena *arena = arena_create();

    for (int i = 0; i < exhibit->panel_count; i++) {
        struct sound *sound = exhibit->panels[i].sound;
        const char *fault = sound ? sound_file_fault(files, sound->file) : NULL;

        if (!sound)
            continue;
        sound->playable = !fault;
        if (fault)
            report(findings, origins_key(exhibit, exhibit->panels[i].origin.file, (const char *const[]){"sound", "file", NULL}),
                   (struct sound_fault){sound->file, fault, meant(arena, files, sound->file)});
    }
    arena_destroy(arena);
}

static bool is_played(const struct exhibit *exhibit, const char *path)
{
    for (int i = 0; i < exhibit->panel_count; i++)
        if (exhibit->panels[i].sound && strcmp(exhibit->panels[i].sound->file, path) == 0)
            return true;
    return false;
}

void sounds_report_unused(const struct exhibit *exhibit, const struct files *files, struct findings *findings)
{
    struct arena *arena = arena_create();
    const char **names = NULL;
    int count = files->list(files->context, usual, arena, &names);

    for (int i = 0; i < count; i++) {
        const char *path = arena_printf(arena, "%s/%s", usual, names[i]);

        if (names[i][0] != '.' && !is_played(exhibit, path) && !sound_file_fault(files, path))
            findings_add(findings, FINDING_HINT, (struct origin){path, 0, 0},
                         CODED("never-used") "no panel plays this sound; name it at a panel (sound:), or move it out of the exhibit");
    }
    arena_destroy(arena);
}
