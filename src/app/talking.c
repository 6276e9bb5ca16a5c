#include "app/talking.h"

#include "app/events.h"
#include "base/clock.h"
#include "recordings/recordings.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

void talking_begin(struct talking *talking, const struct exhibit *exhibit, const struct files *files)
{
    enum speech_start starts = exhibit->speech.starts;

    *talking = (struct talking){.exhibit = exhibit, .files = files};
    if (starts == SPEECH_OFF)
        return;
    talking->speaking = speaking_create(NULL, events_wake, NULL);
    if (starts == SPEECH_JACK)
        talking->jack = jack_create(events_wake, NULL);
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
    switch (speaking_news(talking->speaking, &serial, now_ms)) {
    case SPEAKING_NOTHING:
        return news;
    case SPEAKING_GOES_ON:
        stage_sounds(stage, now_ms);
        return news;
    case SPEAKING_HEARD:
        stage_said(stage, serial, now_ms);
        break;
    case SPEAKING_FAILED:
        stage_unheard(stage);
        break;
    }
    return true;
}

/* Where it was stopped, if it is to go on there. One that is not there any more is read by the voice. */
static void open_recording(struct talking *talking, const struct listening_wish *wish, struct speaking_wish *said)
{
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
    speaking_wish(talking->speaking, &said, now_ms);
    if (said.file >= 0)
        close(said.file);
}

void talking_rest(struct talking *talking)
{
    if (talking->speaking && !talking->ready)
        speaking_prepare(talking->speaking, talking->exhibit->languages[0]);
    talking->ready = true;
}

int64_t talking_deadline(const struct talking *talking)
{
    return talking->speaking ? speaking_deadline(talking->speaking) : CLOCK_NEVER;
}
