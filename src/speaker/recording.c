#include "speaker/recording.h"

#include <SDL.h>
#include <SDL_mixer.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum {
    RATE_HZ = 48000,
    CHANNELS = 2,
    DEVICE_SAMPLES = 1024,
    QUIET = 32, /* of 32768: what never goes beyond, 60 dB below the loudest, is heard by nobody */
};

static struct {
    Mix_Music *music;
    char why[SPEECH_WIRE_WHY];
} playing;

void recording_prepare(void)
{
    Mix_Init(MIX_INIT_OPUS | MIX_INIT_OGG | MIX_INIT_FLAC | MIX_INIT_MP3);
}

static bool fail(const char **why, const char *what)
{
    snprintf(playing.why, sizeof(playing.why), "%s: %.120s", what, Mix_GetError());
    *why = playing.why;
    recording_stop();
    return false;
}

/* Closed by it or, where it cannot be read, here. A process before us may have read of it: where it stands is shared. */
static SDL_RWops *stream_of(int file)
{
    FILE *stream = lseek(file, 0, SEEK_SET) == 0 ? fdopen(file, "rb") : NULL;

    if (!stream)
        close(file);
    return stream ? SDL_RWFromFP(stream, SDL_TRUE) : NULL;
}

bool recording_play(const struct speech_request *request, int file, const char **why)
{
    SDL_RWops *stream = stream_of(file);

    recording_stop();
    if (!stream || SDL_InitSubSystem(SDL_INIT_AUDIO) != 0 ||
        Mix_OpenAudioDevice(RATE_HZ, AUDIO_S16SYS, CHANNELS, DEVICE_SAMPLES, NULL, SDL_AUDIO_ALLOW_CHANNELS_CHANGE) != 0) {
        if (stream)
            SDL_RWclose(stream);
        return fail(why, "no sound device can be opened");
    }
    playing.music = Mix_LoadMUS_RW(stream, 1);
    if (!playing.music)
        return fail(why, "a recording cannot be played");
    Mix_VolumeMusic((int)lrintf(MIX_MAX_VOLUME * powf(10, (float)request->level_db / 20)));
    if (Mix_PlayMusic(playing.music, 0) != 0)
        return fail(why, "a recording cannot be played");
    if (request->from_ms > 0)
        Mix_SetMusicPosition(request->from_ms / 1000.0);
    return true;
}

bool recording_sounds(int *at_ms)
{
    *at_ms = playing.music ? (int)(Mix_GetMusicPosition(playing.music) * 1000) : 0;
    return playing.music && Mix_PlayingMusic();
}

int recording_length_ms(void)
{
    double seconds = playing.music ? Mix_MusicDuration(playing.music) : -1;

    return seconds > 0 && seconds < INT_MAX / 1000 ? (int)(seconds * 1000) : 0;
}

static bool is_silent(const Mix_Chunk *sound)
{
    const int16_t *samples = (const int16_t *)(const void *)sound->abuf;

    for (Uint32 i = 0; i < sound->alen / sizeof(*samples); i++)
        if (samples[i] > QUIET || samples[i] < -QUIET)
            return false;
    return true;
}

/* The device is one that nobody hears, from here on: a machine without any may check an exhibit. */
bool recording_measure(int file, struct speech_answer *measured, const char **why)
{
    SDL_RWops *stream = stream_of(file);
    Mix_Chunk *sound;

    recording_stop();
    if (!stream || setenv("SDL_AUDIODRIVER", "dummy", 1) != 0 || SDL_InitSubSystem(SDL_INIT_AUDIO) != 0 ||
        Mix_OpenAudioDevice(RATE_HZ, AUDIO_S16SYS, CHANNELS, DEVICE_SAMPLES, NULL, 0) != 0) {
        if (stream)
            SDL_RWclose(stream);
        return fail(why, "nothing can be decoded here");
    }
    sound = Mix_LoadWAV_RW(stream, 1);
    if (!sound)
        return fail(why, "a recording cannot be played");
    measured->length_ms = (int)((int64_t)sound->alen * 1000 / (RATE_HZ * CHANNELS * (int)sizeof(int16_t)));
    measured->silent = is_silent(sound);
    Mix_FreeChunk(sound);
    recording_stop();
    return true;
}

void recording_stop(void)
{
    if (playing.music)
        Mix_FreeMusic(playing.music);
    playing.music = NULL;
    if (Mix_QuerySpec(NULL, NULL, NULL) > 0) {
        Mix_CloseAudio();
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }
}
