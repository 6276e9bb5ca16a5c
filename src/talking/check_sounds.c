/* What was found sound once, by its content, is not decoded again: where all is, no process is started. */
#include "talking/check_sounds.h"

#include "beside/beside.h"
#include "exhibit/origins.h"
#include "proven/proven.h"
#include "recordings/sound_file.h"
#include "speaking/measuring.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* False: there was nothing to tell. */
static bool tell(struct findings *findings, struct origin at, const char *path, const struct speech_answer *measured)
{
    if (measured->outcome == SPEECH_FAILED)
        findings_add(
            findings, FINDING_ERROR, at,
            CODED("sound-unusable") "file: \"%s\" cannot be played, so that its card says that no sound can be heard (%s); save it "
                                    "anew, as Opus, Vorbis, FLAC, MP3 or WAV",
            path, measured->why);
    else if (measured->length_ms > SOUND_LONG_MS)
        findings_add(findings, FINDING_WARNING, at,
                     CODED("sound-long") "file: \"%s\" is %d minutes long, and nobody stands so long before a screen; show ten minutes at "
                                         "most of it",
                     path, measured->length_ms / 60000);
    else if (measured->silent)
        findings_add(findings, FINDING_WARNING, at, CODED("sound-silent") "file: nothing can be heard in \"%s\"; is it the right file?",
                     path);
    else
        return false;
    return true;
}

/* program: path of the speaker. */
struct sound_check {
    const char *program;
    const struct exhibit *exhibit;
    struct proven *proven;
    struct findings *findings;
};

static void look_into(const struct sound_check *check, const struct panel *panel, int file)
{
    static const int view[] = {SOUND_LONG_MS};
    const struct file_stamp stamp = files_stamp(file);
    struct speech_answer measured;
    struct hash name;
    bool named = check->proven && proven_name(check->proven, file, (struct bytes){(const char *)view, sizeof(view)}, &name);

    if ((named && proven_has(check->proven, name)) ||
        !measuring_sound(check->program, &(struct measuring_file){file, SOUND_LONG_MS}, &measured))
        return;
    struct origin at = origins_key(check->exhibit, panel->origin.file, (const char *const[]){"sound", "file", NULL});
    bool told = tell(check->findings, at, panel->sound->file, &measured);
    const struct file_stamp now = files_stamp(file);

    if (named && !told && memcmp(&now, &stamp, sizeof(stamp)) == 0)
        proven_add(check->proven, name);
}

static bool is_to_be_heard(const struct panel *panel)
{
    return panel->sound && panel->sound->playable;
}

void check_sounds(const char *program, const struct files *files, const struct exhibit *exhibit, struct findings *findings)
{
    char *path = program ? mem_text(program) : beside_program(SPEECH_PROGRAM);
    struct sound_check check = {.program = path, .exhibit = exhibit, .findings = findings};
    int file;

    for (int i = 0; i < exhibit->panel_count; i++) {
        const struct panel *panel = &exhibit->panels[i];

        if (!is_to_be_heard(panel) || files->open(files->context, panel->sound->file, RECORDING_BYTES_MAX, &file) != FILES_OK)
            continue;
        if (!check.proven)
            check.proven = proven_of_machine(path);
        look_into(&check, panel, file);
        close(file);
    }
    proven_close(check.proven);
    free(path);
}
