#include "talking/talking.h"

#include "base/clock.h"
#include "recordings/sound_file.h"
#include "speaking/speech_wire.h"
#include "speech/said.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

_Static_assert(SAID_TURN == SPEECH_TURN, "one sign for both ends of the line");

static bool has_sounds(const struct exhibit *exhibit)
{
    for (int i = 0; i < exhibit->panel_count; i++)
        if (exhibit->panels[i].sound)
            return true;
    return false;
}

void talking_begin(struct talking *talking, const struct exhibit *exhibit, const struct files *files, void (*wake)(void *context))
{
    enum speech_start starts = exhibit->speech.starts;

    *talking = (struct talking){.exhibit = exhibit, .files = files, .wake = wake};
    if (starts == SPEECH_OFF && !has_sounds(exhibit))
        return;
    talking->speaking = speaking_create(NULL, wake, NULL);
    if (starts == SPEECH_JACK)
        talking->jack = jack_create(wake, NULL);
}

void talking_end(struct talking *talking)
{
    speaking_destroy(talking->speaking);
    jack_destroy(talking->jack);
    *talking = (struct talking){0};
}

bool talking_hear(struct talking *talking, struct stage *stage, int64_t now_ms)
{
    unsigned serial;
    bool news = false;

    if (!talking->speaking)
        return false;
    if (talking->jack)
        news = stage_headset(stage, jack_is_plugged(talking->jack), now_ms);
    if (talking->lost)
        stage_unheard(stage, talking->lost);
    news = news || talking->lost;
    talking->lost = 0;
    enum speaking_news told = speaking_news(talking->speaking, &serial, now_ms);
    const struct hearing_news sounds = {serial, speaking_at_ms(talking->speaking), speaking_length_ms(talking->speaking)};

    switch (told) {
    case SPEAKING_NOTHING:
        return news;
    case SPEAKING_GOES_ON:
        stage_sounds(stage, &sounds, now_ms);
        return news;
    case SPEAKING_HEARD:
        stage_said(stage, serial, now_ms);
        break;
    case SPEAKING_FAILED:
        stage_unheard(stage, serial);
        break;
    }
    return true;
}

/* Where it was stopped, if it is to go on there. One that is not there any more is read by the voice. */
static void open_recording(struct talking *talking, const struct listening_wish *wish, struct speaking_wish *said)
{
    said->from_ms = wish->from_ms;
    if (wish->resumes && strcmp(talking->recording, wish->recording) == 0)
        said->from_ms = speaking_at_ms(talking->speaking);
    snprintf(talking->recording, sizeof(talking->recording), "%s", wish->recording);
    talking->files->open(talking->files->context, wish->recording, RECORDING_BYTES_MAX, &said->file);
}

/* Silence has a serial of its own, so that the same is said anew behind it. */
void talking_say(struct talking *talking, const struct stage *stage, bool silent, int64_t now_ms)
{
    const struct listening_wish *wish = stage_wish(stage);
    struct speaking_wish said = {wish->serial, wish->text, wish->language, wish->speed, wish->level_db, -1, 0};

    if (silent)
        said = (struct speaking_wish){.serial = ~wish->serial, .file = -1};
    if (!talking->speaking || said.serial == talking->serial)
        return;
    talking->serial = said.serial;
    if (wish->recording && !silent)
        open_recording(talking, wish, &said);
    if (wish->recording && !silent && said.file < 0 && !said.text[0]) { /* no voice can read it */
        talking->lost = wish->serial;
        said.text = NULL;
        talking->wake(NULL);
    }
    speaking_wish(talking->speaking, &said, now_ms);
    if (said.file >= 0)
        close(said.file);
}

void talking_rest(struct talking *talking)
{
    if (talking->speaking && !talking->ready && talking->exhibit->speech.starts != SPEECH_OFF)
        speaking_prepare(talking->speaking, talking->exhibit->languages[0]);
    talking->ready = true;
}

int64_t talking_deadline(const struct talking *talking)
{
    return talking->speaking ? speaking_deadline(talking->speaking) : CLOCK_NEVER;
}
