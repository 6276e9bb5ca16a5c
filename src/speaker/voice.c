/* espeak-ng makes the sound faster than it is heard: a whole sentence is queued while its first word sounds. */
#include "speaker/voice.h"

#include <SDL.h>
#include <espeak-ng/speak_lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum { DEVICE_SAMPLES = 512, BUFFER_MS = 40 };

/* Words a minute (espeakRATE): of the three speeds. */
static const int rates[] = {125, 165, 230};

static struct {
    int rate_hz; /* 0: the synthesiser is not there yet */
    SDL_AudioDeviceID device;
    float gain;
    bool (*interrupt)(void);
    char language[SPEECH_WIRE_LANGUAGE]; /* of the voice that is set */
    char why[SPEECH_WIRE_WHY];
} voice;

static bool fail(const char **why, const char *what, const char *more)
{
    snprintf(voice.why, sizeof(voice.why), "%s%s%.120s", what, more[0] ? ": " : "", more);
    *why = voice.why;
    return false;
}

/* Of espeak-ng: 1 ends the sentence. */
static int take_samples(short *samples, int count, espeak_EVENT *events)
{
    (void)events;
    if (!samples)
        return 0;
    if (voice.interrupt())
        return 1;
    for (int i = 0; i < count; i++)
        samples[i] = (short)lrintf((float)samples[i] * voice.gain);
    SDL_QueueAudio(voice.device, samples, (Uint32)count * sizeof(*samples));
    return 0;
}

static bool open_synthesiser(const char **why)
{
    if (voice.rate_hz > 0)
        return true;
    voice.rate_hz = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, BUFFER_MS, NULL, espeakINITIALIZE_DONT_EXIT);
    if (voice.rate_hz <= 0)
        return fail(why, "espeak-ng does not begin; is the package espeak-ng-data there?", "");
    espeak_SetSynthCallback(take_samples);
    return true;
}

static bool open_device(const char **why)
{
    const SDL_AudioSpec spec = {.freq = voice.rate_hz, .format = AUDIO_S16SYS, .channels = 1, .samples = DEVICE_SAMPLES};

    if (voice.device > 0)
        return true;
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0 || (voice.device = SDL_OpenAudioDevice(NULL, 0, &spec, NULL, 0)) == 0)
        return fail(why, "no sound device can be opened", SDL_GetError());
    return true;
}

/* "es-CL" is spoken by a voice for "es" where there is none of its own. */
static bool set_language(const char *language, const char **why)
{
    espeak_VOICE wanted = {.languages = language};
    char plain[SPEECH_WIRE_LANGUAGE];

    if (strcmp(voice.language, language) == 0)
        return true;
    snprintf(plain, sizeof(plain), "%.*s", (int)strcspn(language, "-"), language);
    if (espeak_SetVoiceByName(language) != EE_OK && espeak_SetVoiceByName(plain) != EE_OK && espeak_SetVoiceByProperties(&wanted) != EE_OK)
        return fail(why, "no voice speaks", language);
    snprintf(voice.language, sizeof(voice.language), "%s", language);
    return true;
}

void voice_prepare(void)
{
    const char *why;

    if (open_synthesiser(&why) && SDL_InitSubSystem(SDL_INIT_AUDIO) == 0)
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
}

bool voice_expect(const char *language, const char **why)
{
    return open_synthesiser(why) && set_language(language, why);
}

/* Of a text: what is said in one language. */
struct voice_part {
    char language[SPEECH_WIRE_LANGUAGE]; /* "": that of the whole */
    const char *text;
    size_t length;
};

/* The part that begins there; returns where the next one does. */
static const char *next_part(const char *at, struct voice_part *part)
{
    const char turn[] = {SPEECH_TURN, '\0'};

    *part = (struct voice_part){.text = at};
    if (*at == SPEECH_TURN) {
        size_t code = strcspn(at + 1, turn);

        snprintf(part->language, sizeof(part->language), "%.*s", (int)code, at + 1);
        part->text = at + 1 + code + (at[1 + code] == SPEECH_TURN);
    }
    part->length = strcspn(part->text, turn);
    return part->text + part->length;
}

static bool is_silent(const struct voice_part *part)
{
    return strspn(part->text, " \n\t") >= part->length;
}

/* A phrase that no voice speaks is said by the one that speaks around it. */
static void say_part(const struct speech_request *request, const struct voice_part *part)
{
    char text[SPEECH_WIRE_TEXT];
    const char *why;

    if (!part->language[0] || !set_language(part->language, &why))
        set_language(request->language, &why);
    snprintf(text, sizeof(text), "%.*s", (int)part->length, part->text);
    espeak_SetParameter(espeakRATE, rates[request->speed], 0);
    espeak_Synth(text, strlen(text) + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, NULL, NULL);
}

bool voice_say(const struct speech_request *request, bool (*interrupt)(void), const char **why)
{
    struct voice_part part;

    if (!open_synthesiser(why) || !open_device(why) || !set_language(request->language, why))
        return false;
    voice_hush();
    voice.gain = powf(10, (float)request->level_db / 20);
    voice.interrupt = interrupt;
    SDL_PauseAudioDevice(voice.device, 0);
    for (const char *at = request->text; *at && !interrupt();) {
        at = next_part(at, &part);
        if (!is_silent(&part))
            say_part(request, &part);
    }
    return true;
}

/* What the device has taken is still to be heard. */
int voice_left_ms(void)
{
    Uint32 bytes = voice.device > 0 ? SDL_GetQueuedAudioSize(voice.device) : 0;

    return bytes == 0 ? 0 : (int)((int64_t)(bytes / sizeof(short) + DEVICE_SAMPLES) * 1000 / voice.rate_hz) + 1;
}

void voice_hush(void)
{
    if (voice.device > 0)
        SDL_ClearQueuedAudio(voice.device);
}

void voice_close(void)
{
    if (voice.device == 0)
        return;
    SDL_CloseAudioDevice(voice.device);
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    voice.device = 0;
}
