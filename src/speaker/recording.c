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
    LOOK_HZ = 24000,       /* to find out whether there is anything to hear, in little memory */
    LOOK_BYTES = 96 << 20, /* the most to look into: decoded, a WAV file takes several times as much */
    QUIET = 32,            /* of 32768: what never goes beyond, 60 dB below the loudest, is heard by nobody */
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

static bool open_device(int rate_hz, int changes)
{
    if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0)
        return false;
    if (Mix_OpenAudioDevice(rate_hz, AUDIO_S16SYS, CHANNELS, DEVICE_SAMPLES, NULL, changes) == 0)
        return true;
    SDL_QuitSubSystem(SDL_INIT_AUDIO);
    return false;
}

/* At its place from the first sample on; one that has none to go to begins anew. */
static bool begin_at(double seconds)
{
    return Mix_FadeInMusicPos(playing.music, 0, 0, seconds) == 0 || (seconds > 0 && Mix_PlayMusic(playing.music, 0) == 0);
}

bool recording_play(const struct speech_request *request, int file, const char **why)
{
    SDL_RWops *stream = stream_of(file);

    recording_stop();
    if (!stream || !open_device(RATE_HZ, SDL_AUDIO_ALLOW_CHANNELS_CHANGE)) {
        if (stream)
            SDL_RWclose(stream);
        return fail(why, "no sound device can be opened");
    }
    playing.music = Mix_LoadMUS_RW(stream, 1);
    if (!playing.music)
        return fail(why, "a recording cannot be played");
    Mix_VolumeMusic((int)lrintf(MIX_MAX_VOLUME * powf(10, (float)request->level_db / 20)));
    return begin_at(request->from_ms / 1000.0) || fail(why, "a recording cannot be played");
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

/* All of it at once. What does not tell its length is known to be as long as it sounds. */
static bool decode(SDL_RWops *stream, struct speech_answer *measured)
{
    Mix_Chunk *sound = SDL_RWseek(stream, 0, RW_SEEK_SET) == 0 ? Mix_LoadWAV_RW(stream, 0) : NULL;

    if (!sound)
        return false;
    if (measured->length_ms == 0)
        measured->length_ms = (int)((int64_t)sound->alen * 1000 / (LOOK_HZ * CHANNELS * (int)sizeof(int16_t)));
    measured->silent = is_silent(sound);
    Mix_FreeChunk(sound);
    return true;
}

/* What can be begun, and tells its length, is decoded only where that takes little. */
static bool look_into(SDL_RWops *stream, int most_ms, struct speech_answer *measured)
{
    bool begins, much;

    playing.music = Mix_LoadMUS_RW(stream, 0);
    begins = playing.music;
    measured->length_ms = recording_length_ms();
    if (begins)
        Mix_FreeMusic(playing.music);
    playing.music = NULL;
    much = measured->length_ms > most_ms || (measured->length_ms > 0 && SDL_RWsize(stream) > LOOK_BYTES);
    return begins && (much || decode(stream, measured));
}

/* The device is one that nobody hears, from here on: a machine without any may check an exhibit. */
bool recording_measure(int file, int most_ms, struct speech_answer *measured, const char **why)
{
    SDL_RWops *stream = stream_of(file);
    bool opened, looked;

    recording_stop();
    opened = stream && setenv("SDL_AUDIODRIVER", "dummy", 1) == 0 && open_device(LOOK_HZ, 0);
    looked = opened && look_into(stream, most_ms, measured);
    if (!looked)
        fail(why, opened ? "a recording cannot be played" : "nothing can be decoded here");
    if (stream)
        SDL_RWclose(stream);
    recording_stop();
    return looked;
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
