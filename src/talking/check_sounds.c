#include "talking/check_sounds.h"

#include "exhibit/origins.h"
#include "recordings/sound_file.h"
#include "speaking/measuring.h"

#include <unistd.h>

static void tell(struct findings *findings, struct origin at, const char *path, const struct speech_answer *measured)
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
}

void check_sounds(const char *program, const struct files *files, const struct exhibit *exhibit, struct findings *findings)
{
    for (int i = 0; i < exhibit->panel_count; i++) {
        const struct sound *sound = exhibit->panels[i].sound;
        struct speech_answer measured;
        int file = -1;

        if (!sound || !sound->playable || files->open(files->context, sound->file, RECORDING_BYTES_MAX, &file) != FILES_OK)
            continue;
        if (measuring_sound(program, &(struct measuring_file){file, SOUND_LONG_MS}, &measured))
            tell(findings, origins_key(exhibit, exhibit->panels[i].origin.file, (const char *const[]){"sound", "file", NULL}), sound->file,
                 &measured);
        close(file);
    }
}
